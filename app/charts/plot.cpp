// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot.h"

#include "charts/canvas.h"
#include "style/text.h"

#include <QPainter>

#include <algorithm>

namespace dealscape::charts {

namespace {

using style::FontRole;

struct Frame {
    double margin;
    double head;
    double foot;
};

QString missingWords(const reports::ChartTable &table)
{
    if (table.kind != reports::ChartKind::Timeline && table.kind != reports::ChartKind::Schedule)
        return table.missing;
    return (table.missing + u' ' + tooSmallToDraw(table)).simplified();
}

struct FootLine {
    QString text;
    bool filter;
};

/// What is missing, what the filter admits and, of a chart that stands alone, the day and the sources.
std::vector<FootLine> footLines(const reports::ChartTable &table, const PlotStyle &style, double width)
{
    std::vector<FootLine> lines;
    const QString alone = style.key == CertaintyKey::Shown ? table.standing : QString();
    for (const auto &[text, filter] : {std::pair(missingWords(table), false), std::pair(table.filter, true), std::pair(alone, false)})
        for (const QString &line : brokenInto(text, FontRole::Small, width))
            lines.push_back({line, filter});
    return lines;
}

/// What is counted: in a narrow dock it takes a line more than other texts.
QStringList countLines(const reports::ChartTable &table, double width)
{
    constexpr qsizetype most = 4;
    return brokenInto(table.counts, FontRole::Small, width, most);
}

/// Room for title and what is counted above, and for what is missing and the filter below.
Frame frameOf(const reports::ChartTable &table, const PlotStyle &style, double width)
{
    const bool dock = style.density == Density::Dock;
    const double margin = dock ? 12 : 20;
    const auto lines = static_cast<double>(footLines(table, style, width - 2 * margin).size());
    const auto counts = static_cast<double>(countLines(table, width - 2 * margin).size());
    const double head = (dock ? 32 : 48) + 16 * counts;
    return {margin, head, lines > 0 ? 20 + 16 * lines : 12};
}

/// The unit at the end of a title, with what stands before it: ", $ billion", " $ billion a GW".
QString unitOf(const reports::ChartTable &table)
{
    const QString perGigawatt = table.unit == reports::ChartUnit::DollarsPerGigawatt ? QStringLiteral(" a GW") : QString();
    for (const QString &before : {QStringLiteral(", "), QStringLiteral(" ")}) {
        QString unit = before + table.scale.name + perGigawatt;
        if (!table.scale.name.isEmpty() && table.title.endsWith(unit))
            return unit;
    }
    return {};
}

/// The title, whose unit stays when it is shortened.
QString titleOf(const reports::ChartTable &table, FontRole font, double width)
{
    if (style::textWidth(table.title, font) <= width)
        return table.title;
    const QString unit = unitOf(table);
    return style::shortened(table.title.chopped(unit.size()), font, width - style::textWidth(unit, font)) + unit;
}

double bodyHeight(const reports::ChartTable &table, const PlotStyle &style, double width)
{
    if (table.empty())
        return 48;
    if (isWhole(table) && style.density == Density::Page)
        return sharesHeight(table, style.density, width);
    switch (table.kind) {
    case reports::ChartKind::Timeline:
    case reports::ChartKind::Schedule:
        return panelsHeight(table, style.density, width);
    case reports::ChartKind::Plausibility:
        return pricesHeight(table, style.density);
    case reports::ChartKind::Reconciliation:
        return linesHeight(table, width);
    case reports::ChartKind::Concentration:
        return sharesHeight(table, style.density, width);
    default:
        return barsHeight(table, style.density);
    }
}

void layBody(Canvas &canvas, const reports::ChartTable &table, const QRectF &area)
{
    if (area.width() < 120 || table.empty()) {
        canvas.text(table.empty() ? QStringLiteral("Nothing in view publishes an amount.") : QString(), {area.left(), area.top() + 24},
                    FontRole::Small, canvas.theme().textSecond, Align::Left, std::max(20.0, area.width()));
        return;
    }
    if (isWhole(table) && !canvas.dock())
        return layShares(canvas, table, area);
    switch (table.kind) {
    case reports::ChartKind::Timeline:
        return laySteps(canvas, table, area);
    case reports::ChartKind::Schedule:
        return layYears(canvas, table, area);
    case reports::ChartKind::Plausibility:
        return layPrices(canvas, table, area);
    case reports::ChartKind::Reconciliation:
        return layLines(canvas, table, area);
    case reports::ChartKind::Concentration:
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
    Parts(reports::ChartTable from, const PlotStyle &s, QSizeF whole) : table(std::move(from)), canvas(s), size(whole) {}

    reports::ChartTable table;
    Canvas canvas;
    QSizeF size;
};

PlotStyle plotStyle(style::ThemeKind theme, Density density)
{
    return {theme, style::theme(theme).canvas, density};
}

Plot::Plot(reports::ChartTable table, const PlotStyle &style, QSizeF size) : m_parts(std::make_unique<Parts>(std::move(table), style, size))
{
    Canvas &canvas = m_parts->canvas;
    const reports::ChartTable &from = m_parts->table;
    const Frame frame = frameOf(from, style, size.width());
    const double width = size.width() - 2 * frame.margin;
    const style::Theme &theme = canvas.theme();
    const bool dock = style.density == Density::Dock;
    const FontRole titleFont = dock ? FontRole::SmallBold : FontRole::BodyBold;
    const bool keyed = style.key == CertaintyKey::Shown && !dock;
    const double besideTitle = dock ? 0 : std::max(32.0, keyed ? keyWidth(certaintiesOf(from)) + 16 : 0);
    const double titleWidth = canvas.text(titleOf(from, titleFont, std::max(width - besideTitle, width / 2)),
                                          {frame.margin, dock ? 16.0 : 32.0}, titleFont, theme.text);
    if (keyed)
        layKey(canvas, certaintiesOf(from), frame.margin + titleWidth + 16, {frame.margin + width, 32});
    double y = dock ? 34 : 52;
    for (const QString &line : countLines(from, width)) {
        canvas.text(line, {frame.margin, y}, FontRole::Small, theme.textSecond);
        y += 16;
    }
    y = size.height() - frame.foot + 16;
    for (const FootLine &line : footLines(from, style, width)) {
        canvas.text(line.text, {frame.margin, y}, FontRole::Small, line.filter ? theme.textThird : theme.textSecond);
        y += 16;
    }
    layBody(canvas, from, QRectF(frame.margin, frame.head, width, size.height() - frame.head - frame.foot));
}

Plot::~Plot() = default;

double Plot::heightFor(const reports::ChartTable &table, const PlotStyle &style, double width)
{
    const Frame frame = frameOf(table, style, width);
    return frame.head + bodyHeight(table, style, width - 2 * frame.margin) + frame.foot;
}

const reports::ChartTable &Plot::table() const
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
    auto found = std::ranges::find_if(marks(), [&](const PlotMark &mark) { return mark.slice.contains(point); });
    if (found == marks().end())
        found = std::ranges::find_if(marks(), [&](const PlotMark &mark) { return mark.area.contains(point); });
    return found == marks().end() ? -1 : static_cast<int>(found - marks().begin());
}

void Plot::paint(QPainter &painter) const
{
    m_parts->canvas.paint(painter);
}

namespace {

const reports::ChartRow *rowIn(const reports::ChartTable &part, const reports::ChartGroup &group, const reports::ChartRow &row)
{
    for (const reports::ChartGroup &from : part.groups)
        if (from.key == group.key)
            for (const reports::ChartRow &candidate : from.rows)
                if (candidate.key == row.key)
                    return &candidate;
    return nullptr;
}

/// The beginning of each segment's box that the chosen deals make; the whole boxes where there is no part to measure by.
std::vector<QRectF> chosenParts(const reports::ChartTable &table, const PlotMark &mark, const reports::ChartRow &row,
                                const reports::ChartRow *part)
{
    std::vector<QRectF> boxes;
    const bool upright = table.kind == reports::ChartKind::Schedule;
    for (std::size_t i = 0; part && i < row.segments.size() && mark.parts.size() == row.segments.size(); ++i) {
        const auto own = std::ranges::find(part->segments, row.segments[i].certainty, &reports::ChartSegment::certainty);
        const double whole = drawn(table, row.segments[i]);
        if (own == part->segments.end() || !(whole > 0))
            continue;
        const double share = std::min(1.0, drawn(table, *own) / whole);
        QRectF box = mark.parts[i];
        if (upright)
            box.setTop(box.bottom() - box.height() * share);
        else
            box.setWidth(box.width() * share);
        boxes.push_back(box);
    }
    return boxes;
}

} // namespace

void Plot::paintChosen(QPainter &painter, const std::set<int> &deals, const reports::ChartTable &part) const
{
    if (deals.empty())
        return;
    const reports::ChartTable &from = table();
    const QColor accent = m_parts->canvas.theme().accent;
    QColor wash = accent;
    wash.setAlphaF(0.32F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    constexpr double clear = 3;
    for (const PlotMark &mark : marks()) {
        if (!meets(mark.deals, deals))
            continue;
        const reports::ChartGroup &group = from.groups[static_cast<std::size_t>(mark.group)];
        const reports::ChartRow &row = group.rows[static_cast<std::size_t>(mark.row)];
        const reports::ChartRow *own = rowIn(part, group, row);
        QRectF outline = mark.outline;
        if (own && own->amount != row.amount)
            if (const auto boxes = chosenParts(from, mark, row, own); !boxes.empty()) {
                outline = boxes.front();
                for (const QRectF &box : boxes) {
                    painter.fillRect(box, wash);
                    outline = outline.united(box);
                }
            }
        painter.drawRect(outline.adjusted(-clear, -clear, clear, clear));
        painter.drawPath(mark.slice);
    }
    painter.restore();
}

QString Plot::words(int mark, const std::set<int> &deals, const reports::ChartTable &part) const
{
    const PlotMark &at = marks()[static_cast<std::size_t>(mark)];
    const reports::ChartGroup &group = table().groups[static_cast<std::size_t>(at.group)];
    const reports::ChartRow *own = meets(at.deals, deals) ? rowIn(part, group, group.rows[static_cast<std::size_t>(at.row)]) : nullptr;
    return own ? at.words + QStringLiteral("\nSelected: ") + own->text : at.words;
}

void Plot::paintLit(QPainter &painter, const std::set<int> &deals) const
{
    for (const PlotMark &mark : marks())
        if (meets(mark.deals, deals))
            painter.fillRect(mark.area, m_parts->canvas.theme().accentTint);
}

} // namespace dealscape::charts
