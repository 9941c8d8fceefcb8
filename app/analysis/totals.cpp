// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/totals.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <vector>

namespace dealscape::analysis {

namespace {

template <class Amount>
void add(TotalOf<Amount> &total, const Deal &deal, const SumOf<Amount> &amount)
{
    total.gross += amount;
    if (!deal.counted())
        return;
    total.counted += amount;
    addByCertainty(total.byCertainty, deal);
}

int claimsAbout(const Index &index, const std::vector<bool> &touched)
{
    return static_cast<int>(std::ranges::count_if(index.dataset().claims, [&](const Claim &claim) {
        if (!claim.subject)
            return true;
        const int position = index.position(*claim.subject);
        return position >= 0 && touched[static_cast<std::size_t>(position)];
    }));
}

} // namespace

Counts countsOf(const Dataset &dataset)
{
    const auto size = [](const auto &list) { return static_cast<int>(list.size()); };
    std::unordered_set<std::string> edges;
    for (const Deal &deal : dataset.deals)
        edges.insert(deal.tail().text() + '\n' + deal.head().text() + '\n' + std::string(word(familyOf(deal.flow))));
    return {size(dataset.organizations), size(dataset.deals),  size(edges),
            size(dataset.sources),       size(dataset.claims), size(dataset.groups)};
}

Counts countsOf(const Index &index, std::span<const int> deals)
{
    std::vector<bool> touched(index.dataset().organizations.size());
    std::vector<std::tuple<int, int, Family>> edges;
    std::unordered_set<std::string_view> sources;
    std::unordered_set<std::string_view> groups;
    edges.reserve(deals.size());
    for (const int position : deals) {
        const Deal &deal = dealAt(index, position);
        const int tail = index.position(deal.tail());
        const int head = index.position(deal.head());
        for (const int end : {tail, head})
            if (end >= 0)
                touched[static_cast<std::size_t>(end)] = true;
        edges.emplace_back(tail, head, familyOf(deal.flow));
        for (const SourceId &source : deal.sources)
            sources.insert(source.text());
        if (!deal.overlap.group.empty())
            groups.insert(deal.overlap.group.text());
    }
    Counts counts;
    counts.organizations = static_cast<int>(std::ranges::count(touched, true));
    counts.deals = static_cast<int>(deals.size());
    std::ranges::sort(edges);
    counts.edges = static_cast<int>(std::ranges::unique(edges).begin() - edges.begin());
    counts.sources = static_cast<int>(sources.size());
    counts.claims = claimsAbout(index, touched);
    counts.groups = static_cast<int>(groups.size());
    return counts;
}

Summary summarize(const Index &index, std::span<const int> deals)
{
    Summary summary;
    summary.counts = countsOf(index, deals);
    for (const int position : deals) {
        const Deal &deal = dealAt(index, position);
        add(summary.flows[slot(deal.flow)], deal, moneyOf(deal));
        const bool capacity = deal.power && deal.power->layer != PowerLayer::Context;
        if (capacity)
            add(summary.power[slot(deal.power->layer)], deal, powerOf(deal));
        if (!deal.counted())
            continue;
        summary.withoutValue += !deal.value.published();
        summary.withoutCapacity += !capacity;
    }
    return summary;
}

} // namespace dealscape::analysis
