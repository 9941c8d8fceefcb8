// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dealscape::charts {

class ChartView;

/// What assistive technology sees of a chart: a list of its bars, each with its full figures as its name, its box on the
/// screen, whether it is chosen, and an action that chooses it.

/// Registers charts with Qt's accessibility; cheap when repeated.
void installSpokenCharts();
/// To be called when a chart has other bars, and when the keyboard moved to one of them.
void spokenBarsChanged(ChartView *chart);
void spokenBarFocused(ChartView *chart, int mark);

} // namespace dealscape::charts
