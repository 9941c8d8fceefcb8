// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/chartmorph.h"

#include "present/slides.h"

#include <QPainter>

#include <algorithm>

namespace dealscape::present {

ChartMorph::ChartMorph(const Prepared &from, const Prepared &to)
{
    for (const auto &[side, prepared] : {std::pair(&m_from, &from), std::pair(&m_to, &to)}) {
        side->whole = prepared->chart;
        side->rest = prepared->chart;
        side->frame = prepared->slide.chart ? prepared->slide.chart->frame : QRectF();
    }
    for (const charts::SlideRow &row : from.rows) {
        const auto there = std::ranges::find(to.rows, row.key, &charts::SlideRow::key);
        if (there == to.rows.end())
            continue;
        m_rows.push_back({row.area, there->area});
        clear(m_from, row.area);
        clear(m_to, there->area);
    }
}

QRectF ChartMorph::pixels(const Side &side, const QRectF &area)
{
    const double scale = side.whole.width() / side.frame.width();
    return {(area.topLeft() - side.frame.topLeft()) * scale, area.size() * scale};
}

void ChartMorph::clear(Side &side, const QRectF &area)
{
    QPainter painter(&side.rest);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.fillRect(pixels(side, area), Qt::black);
}

void ChartMorph::paint(QPainter &painter, double way) const
{
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const auto &[side, strength] : {std::pair(&m_from, std::max(0.0, 1 - 2 * way)), std::pair(&m_to, std::max(0.0, 2 * way - 1))}) {
        if (side->rest.isNull() || strength <= 0)
            continue;
        painter.setOpacity(strength);
        painter.drawImage(side->frame, side->rest);
    }
    for (const Row &row : m_rows) {
        const QRectF area(row.from.topLeft() + (row.to.topLeft() - row.from.topLeft()) * way,
                          row.from.size() + (row.to.size() - row.from.size()) * way);
        painter.setOpacity(1 - way);
        painter.drawImage(area, m_from.whole, pixels(m_from, row.from));
        painter.setOpacity(way);
        painter.drawImage(area, m_to.whole, pixels(m_to, row.to));
    }
    painter.restore();
}

} // namespace dealscape::present
