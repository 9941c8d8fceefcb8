// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/flowgraph.h"

#include "analysis/amounts.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <compare>
#include <utility>

namespace dealscape::analysis {

namespace {

Certainty weakestPart(const Deal &deal, Bound bound)
{
    Certainty weakest = deal.certainty;
    bool first = true;
    for (const CertaintyPart &part : deal.parts) {
        if (part.value.at(bound) <= Money())
            continue;
        weakest = first ? part.certainty : std::max(weakest, part.certainty);
        first = false;
    }
    return weakest;
}

/// A deal as the graph sees it; sorting puts those of one arc together, oldest first.
struct Payment {
    int from;
    int to;
    int day;
    int deal;

    friend auto operator<=>(const Payment &, const Payment &) = default;
};

Sum dueOf(const Deal &deal, Dues dues)
{
    if (dues == Dues::All)
        return moneyOf(deal);
    return carriesNoPayment(deal.flow) ? Sum() : moneyOf(deal, Settled::Outstanding);
}

std::vector<Payment> paymentsOf(const Index &index, std::span<const int> deals, Dues dues)
{
    std::vector<Payment> payments;
    payments.reserve(deals.size());
    for (const int position : deals) {
        const Deal &deal = dealAt(index, position);
        if (!deal.counted() || !deal.moneyDirectionKnown() || dueOf(deal, dues).empty())
            continue;
        const int from = index.position(*deal.payer);
        const int to = index.position(*deal.payee);
        if (from >= 0 && to >= 0 && from != to)
            payments.push_back({from, to, deal.announced.firstDay(), position});
    }
    std::ranges::sort(payments);
    return payments;
}

void add(Arc &arc, const Deal &deal, const Payment &payment, Dues dues)
{
    const Sum amount = dueOf(deal, dues);
    if (arc.deals.empty())
        arc.earliest = payment.day;
    arc.latest = payment.day;
    arc.deals.push_back(payment.deal);
    arc.low += amount.low;
    arc.high += amount.high;
    arc.unpublished += amount.unpublished;
    arc.weakest[0] = std::max(arc.weakest[0], weakestPart(deal, Bound::Low));
    arc.weakest[1] = std::max(arc.weakest[1], weakestPart(deal, Bound::High));
}

/// Positions of arcs grouped by one of their ends: where each group starts, and the groups one after another.
void group(const std::vector<Arc> &arcs, int Arc::*end, int organizations, std::vector<int> &start, std::vector<int> &grouped)
{
    start.assign(static_cast<std::size_t>(organizations) + 1, 0);
    for (const Arc &arc : arcs)
        ++start[static_cast<std::size_t>(arc.*end) + 1];
    for (std::size_t i = 1; i < start.size(); ++i)
        start[i] += start[i - 1];
    grouped.resize(arcs.size());
    std::vector<int> next(start.begin(), start.end() - 1);
    for (std::size_t i = 0; i < arcs.size(); ++i)
        grouped[static_cast<std::size_t>(next[static_cast<std::size_t>(arcs[i].*end)]++)] = static_cast<int>(i);
}

std::span<const int> groupOf(const std::vector<int> &start, const std::vector<int> &grouped, int organization)
{
    const auto first = static_cast<std::size_t>(start[static_cast<std::size_t>(organization)]);
    const auto last = static_cast<std::size_t>(start[static_cast<std::size_t>(organization) + 1]);
    return std::span(grouped).subspan(first, last - first);
}

} // namespace

bool carriesNoPayment(FlowClass flow)
{
    return flow == FlowClass::EquityInstrument || flow == FlowClass::Guarantee;
}

FlowGraph::FlowGraph(const Index &index, std::span<const int> deals, Dues dues)
{
    const std::vector<Payment> payments = paymentsOf(index, deals, dues);
    for (const Payment &payment : payments) {
        if (m_arcs.empty() || m_arcs.back().from != payment.from || m_arcs.back().to != payment.to) {
            m_arcs.emplace_back();
            m_arcs.back().from = payment.from;
            m_arcs.back().to = payment.to;
        }
        add(m_arcs.back(), dealAt(index, payment.deal), payment, dues);
    }
    connect(static_cast<int>(index.dataset().organizations.size()));
}

void FlowGraph::connect(int organizations)
{
    group(m_arcs, &Arc::from, organizations, m_outStart, m_outArcs);
    group(m_arcs, &Arc::to, organizations, m_inStart, m_inArcs);
}

int FlowGraph::find(int from, int to) const
{
    const auto ends = [](const Arc &arc) { return std::pair(arc.from, arc.to); };
    const auto found = std::ranges::lower_bound(m_arcs, std::pair(from, to), {}, ends);
    return found != m_arcs.end() && ends(*found) == std::pair(from, to) ? static_cast<int>(found - m_arcs.begin()) : -1;
}

std::span<const int> FlowGraph::out(int organization) const
{
    return groupOf(m_outStart, m_outArcs, organization);
}

std::span<const int> FlowGraph::in(int organization) const
{
    return groupOf(m_inStart, m_inArcs, organization);
}

Money FlowGraph::outflow(int organization, Bound bound) const
{
    Money sum;
    for (const int position : out(organization))
        sum += arc(position).at(bound);
    return sum;
}

Money FlowGraph::inflow(int organization, Bound bound) const
{
    Money sum;
    for (const int position : in(organization))
        sum += arc(position).at(bound);
    return sum;
}

Money FlowGraph::total(Bound bound) const
{
    Money sum;
    for (const Arc &arc : m_arcs)
        sum += arc.at(bound);
    return sum;
}

std::vector<int> strongComponents(const FlowGraph &graph, std::optional<Bound> carrying)
{
    using Compressed = boost::compressed_sparse_row_graph<boost::directedS>;
    std::vector<std::pair<int, int>> edges;
    edges.reserve(graph.arcs().size());
    for (const Arc &arc : graph.arcs())
        if (!carrying || arc.at(*carrying) > Money())
            edges.emplace_back(arc.from, arc.to);
    const auto size = static_cast<std::size_t>(graph.size());
    const Compressed compressed(boost::edges_are_sorted, edges.begin(), edges.end(), size);
    std::vector<int> components(size);
    boost::strong_components(compressed, boost::make_iterator_property_map(components.begin(), get(boost::vertex_index, compressed)));
    return components;
}

} // namespace dealscape::analysis
