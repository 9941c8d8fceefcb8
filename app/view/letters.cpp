// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/letters.h"

#include "view/painter.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPaintEngine>
#include <QStaticText>
#include <QTransform>

#include <array>

namespace dealscape::view {

namespace {

constexpr qsizetype mostShaped = 4000;

struct Shaped {
    QHash<QString, QStaticText> texts;
    double ascent = 0;
};

const QStaticText &shaped(const QString &text, FontRole role, const QTransform &transform, double &ascent)
{
    thread_local std::array<Shaped, static_cast<std::size_t>(FontRole::Raised) + 1> all;
    Shaped &ours = all[static_cast<std::size_t>(role)];
    if (ours.texts.isEmpty())
        ours.ascent = QFontMetricsF(font(role)).ascent();
    ascent = ours.ascent;
    if (const auto found = ours.texts.constFind(text); found != ours.texts.constEnd())
        return *found;
    if (ours.texts.size() >= mostShaped)
        ours.texts.clear();
    QStaticText made(text);
    made.setTextFormat(Qt::PlainText);
    made.prepare(transform, font(role));
    return *ours.texts.insert(text, made);
}

} // namespace

Letters::Letters(QPainter &painter)
    : m_painter(painter), m_remembering(painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster)
{}

void Letters::draw(const QString &text, FontRole role, QPointF position, const QColor &colour)
{
    m_painter.setFont(font(role));
    m_painter.setPen(colour);
    if (!m_remembering) {
        m_painter.drawText(position, text);
        return;
    }
    double ascent = 0;
    const QStaticText &prepared = shaped(text, role, m_painter.transform(), ascent);
    m_painter.drawStaticText(position - QPointF(0, ascent), prepared);
}

} // namespace dealscape::view
