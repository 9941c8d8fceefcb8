// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/chromesheet.h"
#include "network/network.h"

#include <QSizeF>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace dealscape::picture {

/// By how much the network's discs and strokes are magnified, so that the keys of the legend keep to them.
struct Scaling {
    double discs = 1;
    double strokes = 1;

    bool magnified() const { return discs > 1.005; }
};

/// A line of the legend: a sign, what it stands for and how often it occurs.
struct LegendRow {
    drawing::Target target;
    QString label;
    QString figure;
    /// False where nothing in view is of this sort: drawn grey, and left out of a tight legend unless a filter hides it, so
    /// that the legend can bring it back.
    bool present = true;
    bool filtered = false;
    /// Draws the sign of 34 logical pixels in a row of that height; the point is its left end, half way up.
    std::function<void(drawing::ChromeSheet &, QPointF, double)> sign;
};

/// Rows under a head, or a drawing of a fixed height.
struct LegendSection {
    QString head;
    QString unit;
    std::vector<LegendRow> rows;
    double bodyHeight = 0;
    std::function<void(drawing::ChromeSheet &, QPointF, Scaling)> body;
    /// Sections of a lower rank are the first to go where there is no room.
    int rank = 0;
    /// Stands in place of the unit where discs are magnified, if there is something to say then.
    QString magnifiedUnit = {};
};

/// Everything the picture uses to say something, made from the same scales and colours as its marks.
std::vector<LegendSection> legendSections(const network::View &view);

inline constexpr double legendColumn = 208;
inline constexpr double legendColumnGap = 24;

/// Sections shared out over columns, with the measures of their rows.
struct LegendPlan {
    double rowHeight = 20;
    double headHeight = 24;
    double gap = 8;
    std::vector<std::vector<LegendSection>> columns;
    /// What the sections that found no room are about, in their order; told in a last line.
    QStringList omitted;
    QSizeF size;

    /// Where that line stands, from the top left of the legend; empty when all found room.
    QRectF rest() const;
    /// "3 more: width, area, marks".
    QString restWords() const;
};

/// The roomiest plan that fits: rows come closer together, rows without anything in view go, then sections by rank, which
/// are named instead. Nothing when not even layers and families fit.
std::optional<LegendPlan> planLegend(const std::vector<LegendSection> &sections, QSizeF room);

void drawLegend(drawing::ChromeSheet &sheet, const LegendPlan &plan, QPointF topLeft, Scaling scaling);

} // namespace dealscape::picture
