// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartview.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QImage>
#include <QMouseEvent>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QWidget>

#include <cmath>
#include <cstdlib>

namespace dealscape::charts {

inline void moveOver(QWidget &widget, QPointF point)
{
    QMouseEvent event(QEvent::MouseMove, point, widget.mapToGlobal(point), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

inline void leave(QWidget &widget)
{
    QEvent event(QEvent::Leave);
    QCoreApplication::sendEvent(&widget, &event);
}

/// What somebody reads who rests the pointer there.
inline QString hintAt(QWidget &widget, QPointF point)
{
    QHelpEvent event(QEvent::ToolTip, point.toPoint(), widget.mapToGlobal(point).toPoint());
    QCoreApplication::sendEvent(&widget, &event);
    return QTextDocumentFragment::fromHtml(QToolTip::text()).toPlainText();
}

/// Somewhere in the area or slice of a mark where no other one is.
inline QPointF placeOf(const ChartView &chart, int mark)
{
    const PlotMark &at = chart.marks()[static_cast<std::size_t>(mark)];
    for (const QRectF &box : {at.area, at.slice.boundingRect()})
        for (double y = std::ceil(box.top()); y < box.bottom(); ++y)
            for (double x = std::ceil(box.left()); x < box.right(); ++x)
                if (chart.markAt({x, y}) == mark)
                    return {x, y};
    return {-1, -1};
}

/// The least box in which two pictures of a size differ.
inline QRect changedIn(const QImage &a, const QImage &b)
{
    QRect changed;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y))
                changed |= QRect(x, y, 1, 1);
    return changed;
}

/// A chart as wide as told and as high as it needs.
inline void show(ChartView &chart, const reports::ChartTable &table, int width)
{
    chart.setTable(table);
    chart.resize(width, chart.heightForWidth(width));
}

} // namespace dealscape::charts
