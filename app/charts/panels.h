// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/canvas.h"

#include <array>
#include <vector>

/// Small charts side by side that share a scale, one for each group of a table; for the plots over time.
namespace dealscape::charts {

/// A group's title, plot, value axis and the row of numbers at the foot.
struct Panel {
    int group = 0;
    QRectF area;
    QRectF plot;
};

/// Groups that reach far enough up the common scale to be seen.
std::vector<int> drawnGroups(const reports::ChartTable &table);
/// Room for the numbers of the value axis, at the left of each plot.
double axisRoom(double most);
/// Panels of the groups that reach far enough up the common scale to be seen, in rows that fill the area; left and right are
/// the room beside each plot for the axis and for words.
std::vector<Panel> panelsOf(const reports::ChartTable &table, const Canvas &canvas, const QRectF &area, double left, double right);
void layPanelTitle(Canvas &canvas, const reports::ChartTable &table, const Panel &panel);
/// Numbers and grid lines of the value axis.
void layValueAxis(Canvas &canvas, const Panel &panel, double most, double step);

/// Amounts of a row by certainty, in the table's scale.
std::array<double, 5> lengths(const reports::ChartTable &table, const reports::ChartRow &row);

} // namespace dealscape::charts
