// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/strip.h"

#include "analysis/totals.h"
#include "style/text.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <map>

namespace dealscape::picture {

namespace {

constexpr double stripHead = 31;
constexpr double rowHeight = 18;
constexpr double afterName = 24;
constexpr double columnGap = 16;
constexpr double widestColumn = 136;
constexpr double noteGap = 16;
constexpr double sampleLength = 36;
constexpr std::array certaintyColumns = {Certainty::Paid, Certainty::Binding, Certainty::Announced, Certainty::Potential};

/// The order of the families, so that strip and legend run alike.
constexpr std::array flowOrder = {FlowClass::Compute,   FlowClass::Sites,    FlowClass::Capital, FlowClass::EquityInstrument,
                                  FlowClass::Guarantee, FlowClass::Hardware, FlowClass::Energy,  FlowClass::RevenueShare,
                                  FlowClass::Licence,   FlowClass::Policy};

constexpr QChar nothing(0x2013);

QString cell(const analysis::Sum &sum)
{
    return sum.deals == 0 ? QString(nothing) : words::money(MoneyRange{sum.low, sum.high});
}

QString cell(const analysis::PowerSum &sum)
{
    return sum.deals == 0 ? QString(nothing) : words::power(sum.high);
}

QString deals(int count)
{
    return words::counted(count, QStringLiteral("deal"), QStringLiteral("deals"));
}

QString edges(int count)
{
    return words::counted(count, QStringLiteral("edge"), QStringLiteral("edges"));
}

/// What a row leaves out, in words: those without the amount, cancelled ones, and records that are not counted.
QString noteOf(int without, const QString &what, int cancelled, int uncounted, QString (*spoken)(int) = deals)
{
    QStringList parts;
    if (without > 0)
        parts << spoken(without) + QStringLiteral(" without ") + what;
    if (cancelled > 0)
        parts << QStringLiteral("%1 cancelled").arg(cancelled);
    if (uncounted > 0)
        parts << QStringLiteral("%1 not counted").arg(uncounted);
    return parts.join(QStringLiteral(", "));
}

template <class Amount>
std::vector<QString> cellsOf(const analysis::TotalOf<Amount> &total)
{
    std::vector<QString> cells;
    for (const Certainty certainty : certaintyColumns)
        cells.push_back(cell(total.byCertainty[analysis::slot(certainty)]));
    return cells;
}

template <class Amount>
int uncountedIn(const analysis::TotalOf<Amount> &total)
{
    return total.gross.deals + total.gross.unpublished - total.counted.deals - total.counted.unpublished;
}

template <class Amount>
int cancelledIn(const analysis::TotalOf<Amount> &total)
{
    return total.byCertainty[analysis::slot(Certainty::Cancelled)].deals;
}

std::vector<StripRow> valueRows(const analysis::Summary &summary)
{
    std::vector<StripRow> rows;
    for (const FlowClass flow : flowOrder) {
        const analysis::FlowTotal &total = summary[flow];
        if (!total.gross.empty())
            rows.push_back({words::phrase(flow), cellsOf(total),
                            noteOf(total.counted.unpublished, QStringLiteral("a price"), cancelledIn(total), uncountedIn(total))});
    }
    return rows;
}

/// The power layer at which deals of a flow class state a capacity.
std::optional<PowerLayer> layerOf(FlowClass flow)
{
    switch (flow) {
    case FlowClass::Hardware:
        return PowerLayer::Chips;
    case FlowClass::Compute:
        return PowerLayer::Cloud;
    case FlowClass::Sites:
        return PowerLayer::Site;
    case FlowClass::Energy:
        return PowerLayer::EnergySupply;
    default:
        return std::nullopt;
    }
}

std::vector<StripRow> powerRows(const Index &index, const network::Network &network, const analysis::Summary &summary)
{
    std::map<PowerLayer, int> without;
    for (const int position : network.deals) {
        const Deal &deal = dealAt(index, position);
        const bool stated = deal.power && deal.power->layer != PowerLayer::Context;
        if (const auto layer = layerOf(deal.flow); layer && !stated && deal.counted())
            ++without[*layer];
    }
    std::vector<StripRow> rows;
    for (const PowerLayer layer : {PowerLayer::Chips, PowerLayer::Cloud, PowerLayer::Site, PowerLayer::EnergySupply}) {
        const analysis::PowerTotal &total = summary[layer];
        if (!total.gross.empty() || without[layer] > 0)
            rows.push_back({words::phrase(layer), cellsOf(total),
                            noteOf(without[layer], QStringLiteral("a capacity"), cancelledIn(total), uncountedIn(total))});
    }
    return rows;
}

std::vector<StripRow> countRows(const Index &index, const network::Network &network)
{
    struct Counts {
        std::array<int, 5> byCertainty{};
        int uncounted = 0;
        int all = 0;
    };
    std::map<FlowClass, Counts> flows;
    for (const int position : network.deals) {
        const Deal &deal = dealAt(index, position);
        Counts &counts = flows[deal.flow];
        ++counts.all;
        ++(deal.counted() ? counts.byCertainty[analysis::slot(deal.certainty)] : counts.uncounted);
    }
    std::vector<StripRow> rows;
    for (const FlowClass flow : flowOrder) {
        const Counts &counts = flows[flow];
        if (counts.all == 0)
            continue;
        StripRow row{words::phrase(flow), {}, noteOf(0, {}, counts.byCertainty[analysis::slot(Certainty::Cancelled)], counts.uncounted)};
        for (const Certainty certainty : certaintyColumns) {
            const int count = counts.byCertainty[analysis::slot(certainty)];
            row.cells.push_back(count == 0 ? QString(nothing) : QString::number(count));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// An article says neither how certain its figures are nor at which layer power is meant: one column by family.
std::vector<StripRow> reportedRows(const Perspective &perspective, const network::Network &network)
{
    std::vector<StripRow> rows;
    for (const auto &family : vocabulary<Family>()) {
        analysis::Sum sum;
        analysis::PowerSum capacity;
        int count = 0;
        for (const network::NetworkEdge &edge : network.edges) {
            if (edge.family != family.value)
                continue;
            ++count;
            sum += edge.value.published() ? analysis::Sum{edge.value.at(Bound::Low), edge.value.at(Bound::High), 1, 0}
                                          : analysis::Sum{{}, {}, 0, 1};
            capacity += edge.power ? analysis::PowerSum{*edge.power, *edge.power, 1, 0} : analysis::PowerSum{{}, {}, 0, 1};
        }
        if (count == 0)
            continue;
        const bool inPower = perspective.lens == Lens::Power;
        const int without = perspective.lens == Lens::Deals ? 0 : inPower ? capacity.unpublished : sum.unpublished;
        const QString text = perspective.lens == Lens::Deals ? QString::number(count) : inPower ? cell(capacity) : cell(sum);
        rows.push_back({words::phrase(family.value),
                        {text},
                        noteOf(without, inPower ? QStringLiteral("a capacity") : QStringLiteral("a price"), 0, 0, edges)});
    }
    return rows;
}

QString headOf(const std::optional<Certainty> &column)
{
    if (!column)
        return QStringLiteral("As reported");
    return *column == Certainty::Paid ? QStringLiteral("Paid, completed") : words::phrase(*column);
}

struct Widths {
    double name = 0;
    double column = 0;
    double note = 0;
};

Widths widthsOf(const StripTable &table, Notes notes)
{
    Widths widths;
    for (const auto &column : table.columns)
        widths.column = std::max(widths.column, style::textWidth(headOf(column), style::FontRole::Small));
    for (const StripRow &row : table.rows) {
        widths.name = std::max(widths.name, style::textWidth(row.name, style::FontRole::BodyBold));
        for (const QString &text : row.cells)
            widths.column = std::max(widths.column, style::textWidth(text, style::FontRole::BodyBold));
        if (notes == Notes::Kept)
            widths.note = std::max(widths.note, style::textWidth(row.note, style::FontRole::Small));
    }
    widths.column += columnGap;
    if (widths.note > 0)
        widths.note += noteGap;
    return widths;
}

QString namesFrom(const StripTable &table, int first)
{
    QStringList names;
    bool notes = false;
    for (std::size_t i = static_cast<std::size_t>(first); i < table.rows.size(); ++i) {
        const StripRow &row = table.rows[i];
        notes = notes || !row.note.isEmpty();
        names << row.name + (row.note.isEmpty() ? QString() : QStringLiteral(": ") + row.note);
    }
    return QStringLiteral("and %1 more: ").arg(names.size()) + names.join(notes ? QStringLiteral("; ") : QStringLiteral(", "));
}

} // namespace

StripTable stripTable(const network::View &view)
{
    const auto &[index, perspective, network] = view;
    if (perspective.asReported)
        return {{std::nullopt}, reportedRows(perspective, network)};
    StripTable table{{certaintyColumns.begin(), certaintyColumns.end()}, {}};
    if (perspective.lens == Lens::Deals) {
        table.rows = countRows(index, network);
        return table;
    }
    const analysis::Summary summary = analysis::summarize(index, network.deals);
    table.rows = perspective.lens == Lens::Value ? valueRows(summary) : powerRows(index, network, summary);
    return table;
}

int amountsFirst(StripTable &table)
{
    const auto rest = std::ranges::stable_partition(table.rows, [](const StripRow &row) {
        return std::ranges::any_of(row.cells, [](const QString &cell) { return cell != nothing; });
    });
    return static_cast<int>(rest.begin() - table.rows.begin());
}

double stripWidth(const StripTable &table, Notes notes)
{
    const Widths widths = widthsOf(table, notes);
    return widths.name + afterName - columnGap + widths.column * static_cast<double>(table.columns.size()) + widths.note;
}

double stripHeight(const StripTable &table, int rows)
{
    const int all = static_cast<int>(table.rows.size());
    return stripHead + rowHeight * (all > rows ? rows + 1 : all);
}

void drawStrip(drawing::ChromeSheet &sheet, const StripTable &table, const QRectF &frame, Notes notes, int rows)
{
    const style::Theme &colours = sheet.colours();
    const Widths widths = widthsOf(table, notes);
    const double columns = static_cast<double>(table.columns.size());
    const double spare = std::max(0.0, frame.width() - stripWidth(table, notes)) / columns;
    const double pitch = std::max(widths.column, std::min(widestColumn, widths.column + spare));
    const auto rightOf = [&](std::size_t column) {
        return frame.left() + widths.name + afterName - columnGap + pitch * static_cast<double>(column + 1);
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        sheet.lineRight(rightOf(i), frame.top(), headOf(table.columns[i]), style::FontRole::Small, colours.textSecond);
        if (table.columns[i])
            sheet.arrow({rightOf(i), frame.top() + 22}, sampleLength, 2.5, *table.columns[i], colours.textSecond);
    }
    const int shown = std::min(static_cast<int>(table.rows.size()), rows);
    for (int i = 0; i < shown; ++i) {
        const StripRow &row = table.rows[static_cast<std::size_t>(i)];
        const double top = frame.top() + stripHead + rowHeight * i - 1;
        sheet.line(frame.left(), top, row.name, style::FontRole::BodyBold, colours.text);
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const bool empty = row.cells[column] == nothing;
            sheet.lineRight(rightOf(column), top, row.cells[column], empty ? style::FontRole::Body : style::FontRole::BodyBold,
                            empty ? colours.textThird : colours.text);
        }
        if (notes == Notes::Kept && !row.note.isEmpty())
            sheet.line(rightOf(row.cells.size() - 1) + noteGap, top + 2, row.note, style::FontRole::Small, colours.textSecond);
    }
    if (shown < static_cast<int>(table.rows.size()))
        sheet.line(frame.left(), frame.top() + stripHead + rowHeight * shown,
                   style::shortened(namesFrom(table, shown), style::FontRole::Small, frame.width()), style::FontRole::Small,
                   colours.textSecond);
}

} // namespace dealscape::picture
