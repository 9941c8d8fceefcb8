// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/charttable.h"
#include "style/theme.h"

#include <QColor>
#include <QPainterPath>
#include <QRectF>
#include <QSizeF>

#include <memory>
#include <set>
#include <vector>

class QPainter;

namespace dealscape::charts {

/// Room to spare: a card of the page with title, what is counted and what is missing, or a narrow dock with title and bars.
enum class Density { Page, Dock };

/// Whether a chart says itself what the fills of its certainties mean, of which day it is and on which sources it rests: where nothing
/// beside it does.
enum class CertaintyKey { Elsewhere, Shown };

struct PlotStyle {
    style::ThemeKind theme = style::ThemeKind::Light;
    /// What the chart stands on: halos and the ground of hatches take it.
    QColor ground;
    Density density = Density::Page;
    CertaintyKey key = CertaintyKey::Elsewhere;
};

/// A style on the theme's canvas.
PlotStyle plotStyle(style::ThemeKind theme, Density density = Density::Page);

/// Something that can be pointed at: a bar, a step, a point, a slice, a line of a table.
struct PlotMark {
    int group = 0;
    int row = 0;
    /// Where a click counts, and what is outlined when it is chosen, in logical pixels.
    QRectF area;
    QRectF outline;
    /// Its slice of a ring, which counts as well; empty where there is none. Rows that a list gathers have one area and a slice each.
    QPainterPath slice;
    /// Outlines of the row's segments, in their order; empty where they are not drawn apart.
    std::vector<QRectF> parts;
    /// Positions in Dataset::deals.
    std::vector<int> deals;
    /// The full figures in a sentence: tooltip and spoken name.
    QString words;
};

/// A chart table drawn with Qt Charts at one size. Painting gives the same marks on every device and needs a QApplication, but no
/// window; nothing moves. Text that is too long is shortened, nothing leaves the size. Only the GUI thread may use it.
class Plot {
public:
    Plot(reports::ChartTable table, const PlotStyle &style, QSizeF size);
    ~Plot();
    Plot(const Plot &) = delete;
    Plot &operator=(const Plot &) = delete;

    /// The height in which everything fits at a width.
    static double heightFor(const reports::ChartTable &table, const PlotStyle &style, double width);

    const reports::ChartTable &table() const;
    const PlotStyle &style() const;
    QSizeF size() const;
    /// In reading order.
    const std::vector<PlotMark> &marks() const;
    /// Position in marks(), or -1.
    int markAt(QPointF point) const;
    /// The words of a mark, with how much of it the chosen deals make.
    QString words(int mark, const std::set<int> &deals, const reports::ChartTable &part) const;

    /// Everything but what is chosen or lit, on a transparent ground.
    void paint(QPainter &painter) const;
    /// What stands out: chosen deals outlined in the accent, lit ones tinted; to be painted over, and under paint() respectively.
    /// The same chart of the chosen deals alone, where it is given, tells how much of a bar they make.
    void paintChosen(QPainter &painter, const std::set<int> &deals, const reports::ChartTable &part = {}) const;
    void paintLit(QPainter &painter, const std::set<int> &deals) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace dealscape::charts
