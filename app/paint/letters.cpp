// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/letters.h"

#include "style/text.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QImage>
#include <QPaintEngine>
#include <QRawFont>
#include <QStaticText>
#include <QTextBoundaryFinder>
#include <QTextLayout>
#include <QTransform>

#include <algorithm>
#include <array>

namespace dealscape::paint {

namespace {

constexpr qsizetype mostShaped = 4000;

struct Shaped {
    QHash<QString, QStaticText> texts;
    double ascent = 0;
};

const QStaticText &shaped(const QString &text, style::FontRole role, const QTransform &transform, double &ascent)
{
    thread_local std::array<Shaped, static_cast<std::size_t>(style::FontRole::Raised) + 1> all;
    Shaped &ours = all[static_cast<std::size_t>(role)];
    if (ours.texts.isEmpty())
        ours.ascent = QFontMetricsF(style::font(role)).ascent();
    ascent = ours.ascent;
    if (const auto found = ours.texts.constFind(text); found != ours.texts.constEnd())
        return *found;
    if (ours.texts.size() >= mostShaped)
        ours.texts.clear();
    QStaticText made(text);
    made.setTextFormat(Qt::PlainText);
    made.prepare(transform, style::font(role));
    return *ours.texts.insert(text, made);
}

/// Whether letters of the fonts installed that draw a text are pictures rather than outlines.
bool pictured(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    return std::ranges::any_of(layout.glyphRuns(), [](const QGlyphRun &run) {
        return std::ranges::any_of(std::array{"CBDT", "sbix", "COLR"},
                                   [&](const char *table) { return !run.rawFont().fontTable(table).isEmpty(); });
    });
}

QImage letterPicture(const QString &text, const QFont &font, QSizeF size, double ascent)
{
    constexpr double density = 8;
    QImage image((size * density).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(density, density);
    painter.setFont(font);
    painter.drawText(QPointF(0, ascent), text);
    return image;
}

/// Where letters of a typeface for writing end and those begin that may be pictures.
constexpr char16_t firstPicture = 0x2190;

} // namespace

void drawText(QPainter &painter, QPointF position, const QString &text)
{
    const bool pdf = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Pdf;
    if (!pdf || std::ranges::none_of(text, [](QChar c) { return c.unicode() >= firstPicture; })) {
        painter.drawText(position, text);
        return;
    }
    const QFontMetricsF metrics(painter.font());
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    QString plain;
    const auto flush = [&] {
        painter.drawText(position, plain);
        position.rx() += metrics.horizontalAdvance(plain);
        plain.clear();
    };
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype to = letters.toNextBoundary();
        const QString letter = text.mid(from, to < 0 ? -1 : to - from);
        from += letter.size();
        if (letter.front().unicode() < firstPicture || !pictured(letter, painter.font())) {
            plain += letter;
            continue;
        }
        flush();
        const QSizeF size(metrics.horizontalAdvance(letter), metrics.height());
        painter.drawImage(QRectF(position - QPointF(0, metrics.ascent()), size),
                          letterPicture(letter, painter.font(), size, metrics.ascent()));
        position.rx() += size.width();
    }
    flush();
}

Letters::Letters(QPainter &painter)
    : m_painter(painter), m_remembering(painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster)
{}

void Letters::draw(const QString &text, style::FontRole role, QPointF position, const QColor &colour)
{
    m_painter.setFont(style::font(role));
    m_painter.setPen(colour);
    if (!m_remembering) {
        drawText(m_painter, position, text);
        return;
    }
    double ascent = 0;
    const QStaticText &prepared = shaped(text, role, m_painter.transform(), ascent);
    m_painter.drawStaticText(position - QPointF(0, ascent), prepared);
}

} // namespace dealscape::paint
