// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot.h"

#include "charts/canvas.h"
#include "view/text.h"

#include <QPainter>

#include <algorithm>

namespace dealscape::charts {

namespace {

using view::FontRole;

struct Frame {
    double margin;
    double head;
    double foot;
};

QString missingWords(const view::ChartTable &table)
{
    if (table.kind != view::ChartKind::Timeline && table.kind != view::ChartKind::Schedule)
        return table.missing;
    return (table.missing + u' ' + tooSmallToDraw(table)).simplified();
}

/// Room for title and what is counted above, and for what is missing below.
Frame frameOf(const view::ChartTable &table, const PlotStyle &style, double width)
{
    if (style.density == Density::Dock)
        return {12, 28, 4};
    const auto lines = view::wrapped(missingWords(table), FontRole::Small, width - 40).size();
    return {20, 64, missingWords(table).isEmpty() ? 12 : 20 + 16.0 * static_cast<double>(lines)};
}

double bodyHeight(const view::ChartTable &table, const PlotStyle &style, double width)
{
    if (table.empty())
        return 48;
    switch (table.kind) {
    case view::ChartKind::Timeline:
    case view::ChartKind::Schedule:
        return panelsHeight(table, style.density, width);
    case view::ChartKind::Plausibility:
        return pricesHeight(table, style.density);
    case view::ChartKind::Reconciliation:
        return linesHeight(table);
    case view::ChartKind::Concentration:
        return sharesHeight(table, style.density, width);
    default:
        return barsHeight(table, style.density);
    }
}

void layBody(Canvas &canvas, const view::ChartTable &table, const QRectF &area)
{
    if (area.width() < 120 || table.empty()) {
        canvas.text(table.empty() ? QStringLiteral("Nothing in view publishes an amount.") : QString(), {area.left(), area.top() + 24},
                    FontRole::Small, canvas.theme().textSecond, Align::Left, std::max(20.0, area.width()));
        return;
    }
    switch (table.kind) {
    case view::ChartKind::Timeline:
        return laySteps(canvas, table, area);
    case view::ChartKind::Schedule:
        return layYears(canvas, table, area);
    case view::ChartKind::Plausibility:
        return layPrices(canvas, table, area);
    case view::ChartKind::Reconciliation:
        return layLines(canvas, table, area);
    case view::ChartKind::Concentration:
        return layShares(canvas, table, area);
    default:
        return layBars(canvas, table, area);
    }
}

bool meets(const std::vector<int> &deals, const std::set<int> &chosen)
{
    return std::ranges::any_of(deals, [&](int deal) { return chosen.contains(deal); });
}

} // namespace

struct Plot::Parts {
    Parts(view::ChartTable from, const PlotStyle &s, QSizeF whole) : table(std::move(from)), canvas(s), size(whole) {}

    view::ChartTable table;
    Canvas canvas;
    QSizeF size;
};

PlotStyle plotStyle(view::ThemeKind theme, Density density)
{
    return {theme, view::theme(theme).canvas, density};
}

Plot::Plot(view::ChartTable table, const PlotStyle &style, QSizeF size) : m_parts(std::make_unique<Parts>(std::move(table), style, size))
{
    Canvas &canvas = m_parts->canvas;
    const view::ChartTable &from = m_parts->table;
    const Frame frame = frameOf(from, style, size.width());
    const double width = size.width() - 2 * frame.margin;
    const view::Theme &theme = canvas.theme();
    if (style.density == Density::Dock) {
        canvas.text(from.title, {frame.margin, 16}, FontRole::SmallBold, theme.text, Align::Left, width);
    } else {
        canvas.text(from.title, {frame.margin, 32}, FontRole::BodyBold, theme.text, Align::Left, width - 32);
        canvas.text(from.counts, {frame.margin, 52}, FontRole::Small, theme.textSecond, Align::Left, width);
        double y = size.height() - frame.foot + 16;
        for (const QString &line : view::wrapped(missingWords(from), FontRole::Small, width)) {
            canvas.text(line, {frame.margin, y}, FontRole::Small, theme.textSecond);
            y += 16;
        }
    }
    layBody(canvas, from, QRectF(frame.margin, frame.head, width, size.height() - frame.head - frame.foot));
}

Plot::~Plot() = default;

double Plot::heightFor(const view::ChartTable &table, const PlotStyle &style, double width)
{
    const Frame frame = frameOf(table, style, width);
    return frame.head + bodyHeight(table, style, width - 2 * frame.margin) + frame.foot;
}

const view::ChartTable &Plot::table() const
{
    return m_parts->table;
}

const PlotStyle &Plot::style() const
{
    return m_parts->canvas.style();
}

QSizeF Plot::size() const
{
    return m_parts->size;
}

const std::vector<PlotMark> &Plot::marks() const
{
    return m_parts->canvas.marks;
}

int Plot::markAt(QPointF point) const
{
    const auto found = std::ranges::find_if(marks(), [&](const PlotMark &mark) { return mark.area.contains(point); });
    return found == marks().end() ? -1 : static_cast<int>(found - marks().begin());
}

void Plot::paint(QPainter &painter) const
{
    m_parts->canvas.paint(painter);
}

void Plot::paintChosen(QPainter &painter, const std::set<int> &deals) const
{
    if (deals.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_parts->canvas.theme().accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    constexpr double clear = 3;
    for (const PlotMark &mark : marks()) {
        if (!meets(mark.deals, deals))
            continue;
        const auto &segments =
            m_parts->table.groups[static_cast<std::size_t>(mark.group)].rows[static_cast<std::size_t>(mark.row)].segments;
        QRectF outline = mark.outline;
        if (mark.parts.size() == segments.size() && segments.size() > 1) {
            QRectF chosen;
            bool whole = true;
            for (std::size_t i = 0; i < segments.size(); ++i) {
                const bool part = meets(segments[i].deals, deals);
                whole = whole && part;
                if (part)
                    chosen = chosen.united(mark.parts[i]);
            }
            if (!whole && !chosen.isEmpty())
                outline = chosen;
        }
        painter.drawRect(outline.adjusted(-clear, -clear, clear, clear));
    }
    painter.restore();
}

void Plot::paintLit(QPainter &painter, const std::set<int> &deals) const
{
    for (const PlotMark &mark : marks())
        if (meets(mark.deals, deals))
            painter.fillRect(mark.area, m_parts->canvas.theme().accentTint);
}

} // namespace dealscape::charts
