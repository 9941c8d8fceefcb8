// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/icons.h"

#include <QPainter>
#include <QPen>

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace dealscape::style {

namespace {

/// A drawing is a list of letters with numbers: M move, L line, H and V level and upright lines, C cubic and Q quadratic
/// curve, Z close, O circle (centre, radius), A arc (centre, radius, start and sweep in degrees, against the clock), R box
/// with round corners (left, top, width, height, radius), D dot.
constexpr std::array<const char *, iconCount> drawings = {
    // Layers
    "M8 1.75 C8.6 5.4 10.6 7.4 14.25 8 C10.6 8.6 8.6 10.6 8 14.25 C7.4 10.6 5.4 8.6 1.75 8 C5.4 7.4 7.4 5.4 8 1.75 Z",
    "M4.4 12.75 C2.6 12.75 1.25 11.4 1.25 9.7 C1.25 8.1 2.4 6.85 3.95 6.7 C4.5 4.6 6.1 3.25 8.2 3.25 C10.6 3.25 12.4 4.9 12.6 7.2 "
    "C13.9 7.5 14.75 8.55 14.75 9.9 C14.75 11.5 13.5 12.75 11.9 12.75 Z",
    "R2 2.25 12 5 1 R2 8.75 12 5 1 D4.75 4.75 M8 4.75 H11.25 D4.75 11.25 M8 11.25 H11.25",
    "R3.75 3.75 8.5 8.5 1.25 M6.25 3.75 V1.25 M9.75 3.75 V1.25 M6.25 12.25 V14.75 M9.75 12.25 V14.75 "
    "M3.75 6.25 H1.25 M3.75 9.75 H1.25 M12.25 6.25 H14.75 M12.25 9.75 H14.75",
    "M8 1.75 L14.25 5 L8 8.25 L1.75 5 Z M1.75 8 L8 11.25 L14.25 8 M1.75 11 L8 14.25 L14.25 11",
    "M9 1.5 L3.25 9.25 H7.5 L6.75 14.5 L12.75 6.5 H8.5 Z",
    "M1.75 5.75 L8 1.75 L14.25 5.75 Z M3.25 8 V11.5 M6.4 8 V11.5 M9.6 8 V11.5 M12.75 8 V11.5 M1.75 14 H14.25",
    "M3 14.75 V1.5 M3 2 H13.75 L11.25 5.75 L13.75 9.5 H3",
    "O8 6 1.25 M8 4.75 V1.25 M9.1 6.6 L12.9 8.75 M6.9 6.6 L3.1 8.75 M8 7.25 V14.25 M5.75 14.25 H10.25",
    "M4.25 14.25 L7 1.75 H9 L11.75 14.25 M2.5 7 V5.25 H13.5 V7 M5.5 8.75 L11.75 14.25 M10.5 8.75 L4.25 14.25",
    "M1.75 13.75 V6.25 L5.5 9 V6.25 L9.25 9 H10 V1.75 H12.75 V9 H14.25 V13.75 Z M4.75 11.4 H4.76 M8 11.4 H8.01 M11.25 11.4 H11.26",
    "M1.75 9.75 H14.25 L12.25 13.75 H3.75 Z M3.75 9.75 V6.75 H12.25 V9.75 M6.25 6.75 V4 H9.75 V6.75 M8 4 V1.5",
    "M2.95 8.45 L8.45 2.95 M13.05 7.55 L7.55 13.05 A10.75 5.25 3.25 -45 180 A5.25 10.75 3.25 135 180 M5.7 5.7 L10.3 10.3",
    "M3.25 11.75 H1.75 V8.75 L3.75 8 L5.25 4.25 H10.25 L12.5 8 L14.25 8.75 V11.75 H12.75 M6.25 11.75 H9.75 O4.75 11.75 1.5 "
    "O11.25 11.75 1.5 M3.75 8 H12.5",
    "O8 4.75 3 M2.25 14.25 C2.25 10.9 4.75 9.5 8 9.5 C11.25 9.5 13.75 10.9 13.75 14.25",
    "R3.25 1.75 9.5 12.5 0.75 M6.75 14.25 V11.25 H9.25 V14.25 D6.25 4.75 D9.75 4.75 D6.25 8 D9.75 8", "R4.25 1.5 7.5 13 1.5 M7.25 12 H8.75",
    "M3 2.25 H13 L14.25 6 H1.75 Z M1.75 6 C1.75 8.4 5.9 8.4 5.9 6 C5.9 8.4 10.1 8.4 10.1 6 C10.1 8.4 14.25 8.4 14.25 6 "
    "M3 8.5 V14 H13 V8.5 M6.5 14 V10.75 H9.5 V14",
    "D8 4.75 M8 6.5 L4.5 14.25 M8 6.5 L11.5 14.25 M5.9 11.25 H10.1 A8 4.75 2.75 -50 100 A8 4.75 2.75 130 100 A8 4.75 5.25 -42 84 "
    "A8 4.75 5.25 138 84",
    "M8 1.5 C8 1.5 3.25 6.75 3.25 9.75 C3.25 12.4 5.4 14.5 8 14.5 C10.6 14.5 12.75 12.4 12.75 9.75 C12.75 6.75 8 1.5 8 1.5 Z "
    "M8 11.75 C6.75 11.75 6 11 6 9.75",
    // Ways and deeds
    "M9.75 3 L4.75 8 L9.75 13", "M6.25 3 L11.25 8 L6.25 13", "O7 7 4.75 M10.5 10.5 L14.25 14.25",
    "M2.25 5.75 V2.25 H5.75 M10.25 2.25 H13.75 V5.75 M13.75 10.25 V13.75 H10.25 M5.75 13.75 H2.25 V10.25",
    "R1.5 2.25 13 8.75 1 M8 11 V13.75 M5 13.75 H11 M6.9 4.9 L9.9 6.6 L6.9 8.3 Z",
    "M8 10.25 V1.75 M4.75 5 L8 1.75 L11.25 5 M2.25 9.5 V12.5 Q2.25 13.75 3.5 13.75 H12.5 Q13.75 13.75 13.75 12.5 V9.5",
    "M3.5 3.5 L12.5 12.5 M12.5 3.5 L3.5 12.5", "M1.75 2.75 H14.25 L9.6 8.25 V13.25 L6.4 11.5 V8.25 Z", "M8 2.5 V13.5 M2.5 8 H13.5",
    "M2.5 8 H13.5",
    // Layouts and lenses
    "O8 8 2.25 O2.75 3 1.25 O13 3.5 1.25 O12.5 13 1.25 O3.25 12.75 1.25 M3.75 3.9 L6.3 6.4 M11.95 4.4 L9.7 6.45 M9.55 9.65 L11.6 12.1 "
    "M6.45 9.6 L4.2 11.8",
    "R1.5 2.5 3.25 11 1 R11.25 2.5 3.25 11 1 M4.75 5.5 H11.25 M4.75 10.5 H11.25", "A8 8 6 68 314 O8 8 1.75 O12.25 3.75 1",
    "A8 8.25 5.5 40 290 M9.35 3.1 L12.35 4.7 L13.9 1.7",
    "M8 1.25 V14.75 M11.25 5 C10.75 3.75 9.6 3.1 8 3.1 C6.1 3.1 4.75 4 4.75 5.5 C4.75 7.1 6.1 7.6 8 8 C9.95 8.4 11.4 9 11.4 10.6 "
    "C11.4 12.1 9.9 12.9 8 12.9 C6.2 12.9 4.95 12.2 4.5 10.9",
    "M9 1.5 L3.25 9.25 H7.5 L6.75 14.5 L12.75 6.5 H8.5 Z", "M6.5 2 L5 14 M11 2 L9.5 14 M2.5 5.5 H14 M2 10.5 H13.5",
    // Showing and folding
    "M1.25 8 C3 4.9 5.3 3.5 8 3.5 C10.7 3.5 13 4.9 14.75 8 C13 11.1 10.7 12.5 8 12.5 C5.3 12.5 3 11.1 1.25 8 Z O8 8 2",
    "M5.25 4.1 C6.1 3.7 7 3.5 8 3.5 C10.7 3.5 13 4.9 14.75 8 C14.15 9.05 13.5 9.9 12.7 10.6 M10.2 12.1 C9.5 12.4 8.8 12.5 8 12.5 "
    "C5.3 12.5 3 11.1 1.25 8 C1.75 7.1 2.3 6.4 2.9 5.8 M2.5 2.5 L13.5 13.5",
    "M3 10.5 L8 5.5 L13 10.5", "M3 5.5 L8 10.5 L13 5.5", "M10.5 3 L5.5 8 L10.5 13", "M5.5 3 L10.5 8 L5.5 13",
    // Things
    "R1.75 2.5 12.5 11 1 M1.75 6.1 H14.25 M1.75 9.8 H14.25 M6 6.1 V13.5",
    "M2.25 2 V13.75 H14.25 M5.75 10.75 V8 M9 10.75 V4.5 M12.25 10.75 V6.5",
    "A8 8 5.25 25 130 A8 8 5.25 205 130 M12.95 2.6 V6 H9.55 M3.05 13.4 V10 H6.45",
    "R1.75 2.5 12.5 8.5 1 M5 14 H5.01 M8 14 H8.01 M11 14 H11.01", "R5.5 5.5 8.75 8.75 1.25 M10.5 2 H3.25 Q1.75 2 1.75 3.5 V10.5",
    "M1.75 12.75 V3.25 H6 L7.5 5.25 H13 V7.25 M1.75 12.75 L3.9 7.25 H14.75 L12.6 12.75 Z",
    "M2.25 2.25 H10.75 L13.75 5.25 V13.75 H2.25 Z M5 2.25 V5.75 H9.75 V2.25 M4.75 13.75 V9.25 H11.25 V13.75",
    "M5.5 2.5 L2.25 5.75 L5.5 9 M2.25 5.75 H9.5 C12 5.75 13.75 7.4 13.75 9.65 C13.75 11.9 12 13.5 9.5 13.5 H6",
    "M10.5 2.5 L13.75 5.75 L10.5 9 M13.75 5.75 H6.5 C4 5.75 2.25 7.4 2.25 9.65 C2.25 11.9 4 13.5 6.5 13.5 H10",
    "O8 8 6.25 M8 7.5 V11.25 D8 4.75", "M8 2 L14.5 13.5 H1.5 Z M8 6.5 V9.25 D8 11.4",
    // Playing and changing
    "M4.5 2.75 L12.75 8 L4.5 13.25 Z", "M5.5 3 V13 M10.5 3 V13", "M8 9.5 V14.5 M5 1.75 H11 M6.25 1.75 V5.75 L4 9.5 H12 L9.75 5.75 V1.75",
    "M7 4.25 H3.25 Q2 4.25 2 5.5 V12.75 Q2 14 3.25 14 H10.5 Q11.75 14 11.75 12.75 V9 M9.5 2 H14 V6.5 M14 2 L7.5 8.5",
    "M10.5 2.5 L13.5 5.5 L5.5 13.5 L2 14 L2.5 10.5 Z", "M2.25 4.25 H13.75 M5.75 4.25 V2 H10.25 V4.25 M3.75 4.25 L4.5 14 H11.5 L12.25 4.25"};

class Reader {
public:
    explicit Reader(const char *text) : m_next(text) {}

    QPainterPath path()
    {
        QPainterPath path;
        for (char command = letter(); command; command = letter())
            draw(path, command);
        return path;
    }

private:
    char letter()
    {
        while (*m_next == ' ')
            ++m_next;
        return *m_next ? *m_next++ : '\0';
    }

    double number()
    {
        while (*m_next == ' ')
            ++m_next;
        double value = 0;
        m_next = std::from_chars(m_next, m_next + std::strlen(m_next), value).ptr;
        return value;
    }

    QPointF point()
    {
        const double x = number();
        return {x, number()};
    }

    void draw(QPainterPath &path, char command)
    {
        switch (command) {
        case 'M':
            return path.moveTo(point());
        case 'L':
            return path.lineTo(point());
        case 'H':
            return path.lineTo(number(), path.currentPosition().y());
        case 'V':
            return path.lineTo(path.currentPosition().x(), number());
        case 'C': {
            const QPointF first = point();
            const QPointF second = point();
            return path.cubicTo(first, second, point());
        }
        case 'Q': {
            const QPointF control = point();
            return path.quadTo(control, point());
        }
        case 'Z':
            return path.closeSubpath();
        default:
            return drawShape(path, command);
        }
    }

    void drawShape(QPainterPath &path, char command)
    {
        const QPointF at = point();
        if (command == 'D') {
            path.moveTo(at);
            path.lineTo(at + QPointF(0.01, 0));
            return;
        }
        if (command == 'R') {
            const QPointF size = point();
            const double radius = number();
            path.addRoundedRect(QRectF(at, QSizeF(size.x(), size.y())), radius, radius);
            return;
        }
        const double radius = number();
        if (command == 'O') {
            path.addEllipse(at, radius, radius);
            return;
        }
        const QRectF box(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
        const double start = number();
        path.arcMoveTo(box, start);
        path.arcTo(box, start, number());
    }

    const char *m_next;
};

} // namespace

QPainterPath icon(Icon icon)
{
    return Reader(drawings[static_cast<std::size_t>(icon)]).path();
}

Icon iconOf(LayerIcon icon)
{
    return static_cast<Icon>(icon);
}

QImage iconImage(Icon icon, int size, const QColor &colour, double ratio)
{
    const int pixels = static_cast<int>(std::lround(size * ratio));
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / iconGrid, size / iconGrid);
    painter.setPen(QPen(colour, iconStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(style::icon(icon));
    return image;
}

} // namespace dealscape::style
