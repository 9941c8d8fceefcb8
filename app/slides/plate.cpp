// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "slides/plate.h"

#include "style/text.h"

namespace dealscape::slides {

double Type::line() const
{
    switch (font) {
    case style::FontRole::Title:
        return 72;
    case style::FontRole::FigureBold:
        return 72;
    default:
        return magnification > 2 ? 42 : 32;
    }
}

double Type::width(const QString &text) const
{
    return style::textWidth(text, font) * magnification;
}

QStringList linesOf(const QString &text, Type type, double width, int most)
{
    QStringList lines;
    QString rest = text.simplified();
    while (!rest.isEmpty()) {
        const double room = width / type.magnification;
        if (lines.size() == most - 1 || type.width(rest) <= width)
            return lines << style::shortened(rest, type.font, room);
        qsizetype end = rest.indexOf(u' ');
        for (qsizetype at = end; at >= 0 && type.width(rest.left(at)) <= width; at = rest.indexOf(u' ', at + 1))
            end = at;
        if (end < 0)
            return lines << style::shortened(rest, type.font, room);
        lines << style::shortened(rest.left(end), type.font, room);
        rest = rest.mid(end + 1);
    }
    return lines;
}

drawing::ChromeSheet &Plate::sheet(double magnification)
{
    return m_sheets.try_emplace(magnification, m_theme).first->second;
}

double Plate::lines(QPointF topLeft, const QStringList &lines, Type type, const QColor &colour)
{
    double top = topLeft.y();
    for (const QString &line : lines) {
        const double spare = (type.line() - style::lineHeight(type.font) * type.magnification) / 2;
        sheet(type.magnification).line(topLeft.x() / type.magnification, (top + spare) / type.magnification, line, type.font, colour);
        top += type.line();
    }
    return top;
}

void Plate::lineRight(double right, double top, const QString &text, Type type, const QColor &colour)
{
    lines({right - type.width(text), top}, {text}, type, colour);
}

void Plate::lineCentred(double middle, double top, const QString &text, Type type, const QColor &colour)
{
    lines({middle - type.width(text) / 2, top}, {text}, type, colour);
}

std::vector<SlideLayer> Plate::take()
{
    std::vector<SlideLayer> layers;
    for (auto &[magnification, sheet] : m_sheets) {
        SlideLayer &layer = layers.emplace_back();
        layer.magnification = magnification;
        layer.drawing.theme = m_theme;
        layer.drawing.size = m_size / magnification;
        layer.drawing.chrome = sheet.take();
    }
    m_sheets.clear();
    return layers;
}

} // namespace dealscape::slides
