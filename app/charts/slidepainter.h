// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "slides/slide.h"

#include <QRectF>
#include <QString>

#include <memory>
#include <vector>

class QPainter;

namespace dealscape::charts {

class Plot;

/// A row of a slide's chart by what it stands for, which no other row of the chart has, and where it is, in units of the slide.
struct SlideRow {
    QString key;
    QRectF area;
};

/// The chart of a slide, laid out at the largest size at which all of it fits its frame. Making it takes a QApplication and
/// the GUI thread; it is made once and painted often.
class SlidePlot {
public:
    explicit SlidePlot(const slides::Slide &slide);
    ~SlidePlot();
    SlidePlot(const SlidePlot &) = delete;
    SlidePlot &operator=(const SlidePlot &) = delete;

    /// In units of the slide.
    void paint(QPainter &painter) const;
    std::vector<SlideRow> rows() const;

private:
    QPointF m_corner;
    double m_magnification = 1;
    std::unique_ptr<Plot> m_plot;
};

/// Paints one layer of a slide, in units of the slide.
void paintLayer(QPainter &painter, const slides::SlideLayer &layer);

/// Paints ground, picture, chart and words of a slide, in units of the slide.
void paintSlide(QPainter &painter, const slides::Slide &slide, const SlidePlot *plot);

/// The same with a chart made for the occasion.
void paintSlide(QPainter &painter, const slides::Slide &slide);

} // namespace dealscape::charts
