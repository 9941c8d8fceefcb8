// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/concentration.h"
#include "reports/parts.h"
#include "words/numbers.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dealscape::reports::parts {

namespace {

using words::qt;

QString indexWords(double herfindahl, double effective)
{
    return QStringLiteral("HHI %1, %2; as if %3 equal partners")
        .arg(words::grouped(herfindahl, 0), levelOf(herfindahl), QString::number(effective, 'f', 1));
}

/// Holders of one flow or layer under construction, in the order of the dataset.
struct Holders {
    std::map<int, ChartRow> rows;

    void add(const Index &index, const OrganizationId &id, int deal, std::int64_t amount, bool published, Certainty certainty)
    {
        const int position = index.position(id);
        const auto [place, fresh] = rows.try_emplace(position);
        ChartRow &row = place->second;
        if (fresh) {
            row.key = qt(id.text());
            row.label = words::nameOf(index, id);
        }
        if (row.deals.empty() || row.deals.back() != deal)
            row.deals.push_back(deal);
        row.unpublished += !published;
        if (!published)
            return;
        const std::int64_t sum = row.amount.high.value_or(0) + amount;
        row.amount = {sum, sum};
        auto segment = std::ranges::find(row.segments, certainty, &ChartSegment::certainty);
        if (segment == row.segments.end())
            segment = row.segments.insert(segment, {certainty, 0, 0});
        segment->low += amount;
        segment->high += amount;
    }

    static QString textOf(const ChartRow &row, ChartUnit unit)
    {
        if (!row.amount.high)
            return QStringLiteral("?");
        return unit == ChartUnit::Megawatts ? words::power(Power(*row.amount.high)) : words::money(Money(*row.amount.high));
    }

    /// Gathers what comes after the `most` largest.
    static void fold(std::vector<ChartRow> &rows, std::size_t most, ChartUnit unit)
    {
        if (most == 0 || rows.size() <= most + 1)
            return;
        ChartRow others;
        others.key = QStringLiteral("other");
        others.label = othersLabel(rows.size() - most);
        others.note = QStringLiteral("Opens the rest of the list");
        for (std::size_t i = most; i < rows.size(); ++i) {
            const ChartRow &row = rows[i];
            others.deals.insert(others.deals.end(), row.deals.begin(), row.deals.end());
            others.unpublished += row.unpublished;
            if (!row.amount.high)
                continue;
            const std::int64_t sum = others.amount.high.value_or(0) + *row.amount.high;
            others.amount = {sum, sum};
            others.share = others.share.value_or(0) + row.share.value_or(0);
            for (const ChartSegment &segment : row.segments) {
                auto place = std::ranges::find(others.segments, segment.certainty, &ChartSegment::certainty);
                if (place == others.segments.end())
                    place = others.segments.insert(place, {segment.certainty, 0, 0});
                place->low += segment.low;
                place->high += segment.high;
            }
        }
        std::ranges::sort(others.segments, {}, &ChartSegment::certainty);
        std::ranges::sort(others.deals);
        others.deals.erase(std::ranges::unique(others.deals).begin(), others.deals.end());
        others.text = textOf(others, unit);
        rows.resize(most);
        rows.push_back(std::move(others));
    }

    ChartGroup group(const QString &title, decltype(ChartGroup::measure) measure, ChartUnit unit, int most) &&
    {
        ChartGroup made{title, measure, {}, {}};
        std::vector<double> amounts;
        double total = 0;
        for (auto &[position, row] : rows) {
            amounts.push_back(static_cast<double>(row.amount.high.value_or(0)));
            total += amounts.back();
            row.text = textOf(row, unit);
            made.rows.push_back(std::move(row));
        }
        for (ChartRow &row : made.rows)
            if (total > 0 && row.amount.high)
                row.share = static_cast<double>(*row.amount.high) / total;
        std::ranges::stable_sort(made.rows,
                                 [](const ChartRow &a, const ChartRow &b) { return a.share.value_or(-1) > b.share.value_or(-1); });
        fold(made.rows, static_cast<std::size_t>(std::max(0, most)), unit);
        if (total > 0)
            made.note = indexWords(analysis::herfindahl(amounts), analysis::effectiveNumber(amounts));
        return made;
    }
};

enum class Side { Spender, Supplier };

/// Who stands on a side of a deal; nobody where no payer is known. Capacity is bought by the customer from the supplier.
const OrganizationId *holder(const Deal &deal, Side side, bool capacity)
{
    if (capacity)
        return side == Side::Spender ? &deal.customer : &deal.supplier;
    if (!deal.moneyDirectionKnown())
        return nullptr;
    return side == Side::Spender ? &*deal.payer : &*deal.payee;
}

ChartGroup holders(const ChartGround &ground, const ChartQuestion &question, Side side, FlowClass flow)
{
    const Bound bound = question.bound == ChartBound::Low ? Bound::Low : Bound::High;
    Holders found;
    for (const int position : ground.counted(flow)) {
        const Deal &deal = dealAt(ground.index(), position);
        const OrganizationId *id = holder(deal, side, false);
        if (!id || (question.subject && *holder(deal, side == Side::Spender ? Side::Supplier : Side::Spender, false) != *question.subject))
            continue;
        const std::vector<CertaintyPart> list = partsOf(deal);
        if (list.empty())
            found.add(ground.index(), *id, position, 0, false, deal.certainty);
        for (std::size_t i = 0; i < list.size(); ++i)
            found.add(ground.index(), *id, position, list[i].value.at(bound).dollars(), true, list[i].certainty);
    }
    const QString who = side == Side::Spender ? QStringLiteral(": who pays") : QStringLiteral(": who is paid");
    return std::move(found).group(qt(label(flow)) + who, flow, ChartUnit::Dollars, question.most);
}

ChartGroup holders(const ChartGround &ground, const ChartQuestion &question, Side side, PowerLayer layer)
{
    Holders found;
    for (const int position : ground.counted(layer)) {
        const Deal &deal = dealAt(ground.index(), position);
        const OrganizationId *id = holder(deal, side, true);
        if (question.subject && *holder(deal, side == Side::Spender ? Side::Supplier : Side::Spender, true) != *question.subject)
            continue;
        found.add(ground.index(), *id, position, deal.power->capacity.megawatts(), true, deal.certainty);
    }
    const QString who = side == Side::Spender ? QStringLiteral(": customers") : QStringLiteral(": suppliers");
    return std::move(found).group(qt(label(layer)) + who, layer, ChartUnit::Megawatts, question.most);
}

} // namespace

ChartTable concentrationTable(const ChartGround &ground, const ChartQuestion &question)
{
    ChartTable table;
    table.kind = question.kind;
    table.bound = question.bound == ChartBound::Range ? ChartBound::High : question.bound;
    table.unit = question.lens == Lens::Power ? ChartUnit::Megawatts : ChartUnit::Dollars;
    table.title = subjectName(ground.index(), question.subject) + QStringLiteral(": on whom it rests");
    table.counts = QStringLiteral("Shares of counted amounts") + boundWords(table.bound) +
        QStringLiteral("; HHI: sum of squared percentages, above 1,800 highly concentrated");
    const auto add = [&](ChartGroup &&group) {
        for (const ChartRow &row : group.rows)
            if (row.unpublished > 0)
                table.missingDeals.insert(table.missingDeals.end(), row.deals.begin(), row.deals.end());
        if (!group.rows.empty())
            table.groups.push_back(std::move(group));
    };
    for (const Side side : {Side::Spender, Side::Supplier}) {
        if (question.lens == Lens::Power)
            for (std::size_t i = 0; i < analysis::powerLayerCount; ++i)
                add(holders(ground, question, side, static_cast<PowerLayer>(i)));
        else
            for (std::size_t i = 0; i < analysis::flowCount; ++i)
                add(holders(ground, question, side, static_cast<FlowClass>(i)));
    }
    std::erase_if(table.missingDeals, [&](int deal) { return dealAt(ground.index(), deal).value.published(); });
    std::ranges::sort(table.missingDeals);
    table.missingDeals.erase(std::ranges::unique(table.missingDeals).begin(), table.missingDeals.end());
    if (question.lens == Lens::Power)
        table.missingDeals.clear();
    if (const auto count = static_cast<int>(table.missingDeals.size()))
        table.missing = QStringLiteral("The shares leave out %1 without a price.")
                            .arg(words::counted(count, QStringLiteral("deal"), QStringLiteral("deals")));
    scaled(table);
    return table;
}

} // namespace dealscape::reports::parts
