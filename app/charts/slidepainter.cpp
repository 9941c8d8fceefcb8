// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/slidepainter.h"

#include "charts/plot.h"

#include <QPainter>

#include <array>
#include <map>

namespace dealscape::charts {

namespace {

/// 12 becomes 24 where there is room, and less than 14 only where the chart would be cut off otherwise.
constexpr std::array magnifications = {2.0, 1.85, 1.7, 1.5, 1.35, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5};

} // namespace

SlidePlot::SlidePlot(const slides::Slide &slide)
{
    const QRectF &frame = slide.chart->frame;
    const PlotStyle style = plotStyle(slide.theme, Density::Dock);
    double height = 0;
    for (const double magnification : magnifications) {
        m_magnification = magnification;
        height = Plot::heightFor(slide.chart->table, style, frame.width() / magnification);
        if (height * magnification <= frame.height())
            break;
    }
    m_corner = frame.topLeft();
    m_plot = std::make_unique<Plot>(slide.chart->table, style,
                                    QSizeF(frame.width() / m_magnification, std::min(height, frame.height() / m_magnification)));
}

SlidePlot::~SlidePlot() = default;

void SlidePlot::paint(QPainter &painter) const
{
    painter.save();
    painter.translate(m_corner);
    painter.scale(m_magnification, m_magnification);
    m_plot->paint(painter);
    painter.restore();
}

std::vector<SlideRow> SlidePlot::rows() const
{
    std::vector<SlideRow> rows;
    std::map<QString, int> known;
    for (const PlotMark &mark : m_plot->marks()) {
        const reports::ChartGroup &group = m_plot->table().groups[static_cast<std::size_t>(mark.group)];
        QString key = group.title + u'/' + group.rows[static_cast<std::size_t>(mark.row)].key;
        if (const int before = known[key]++; before > 0)
            key += u'/' + QString::number(before);
        rows.push_back({key, {m_corner + mark.area.topLeft() * m_magnification, mark.area.size() * m_magnification}});
    }
    return rows;
}

void paintLayer(QPainter &painter, const slides::SlideLayer &layer)
{
    painter.save();
    painter.scale(layer.magnification, layer.magnification);
    paint::paint(painter, layer.drawing, {}, layer.emphasis);
    painter.restore();
}

void paintSlide(QPainter &painter, const slides::Slide &slide, const SlidePlot *plot)
{
    painter.fillRect(QRectF(QPointF(), slide.size), style::theme(slide.theme).canvas);
    paintLayer(painter, slide.picture);
    if (plot)
        plot->paint(painter);
    for (const slides::SlideLayer &layer : slide.words)
        paintLayer(painter, layer);
}

void paintSlide(QPainter &painter, const slides::Slide &slide)
{
    if (!slide.chart) {
        paintSlide(painter, slide, nullptr);
        return;
    }
    const SlidePlot plot(slide);
    paintSlide(painter, slide, &plot);
}

} // namespace dealscape::charts
