// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/network.h"

#include "analysis/reach.h"
#include "analysis/select.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace dealscape::network {

namespace {

bool conditional(Certainty certainty)
{
    return certainty == Certainty::Potential || certainty == Certainty::Cancelled;
}

const Layer &layerOf(const Index &index, const Organization &organization)
{
    static const std::vector<Layer> defaults = defaultLayers();
    if (const Layer *layer = index.layer(organization.layer))
        return *layer;
    const auto found = std::ranges::find(defaults, organization.layer, &Layer::id);
    return found == defaults.end() ? defaults.front() : *found;
}

/// Sums one bound of a range over several deals and remembers whether any of them left it open.
struct BoundSum {
    Money sum;
    int stated = 0;
    int open = 0;

    void add(const std::optional<Money> &amount)
    {
        sum += amount.value_or(Money());
        ++(amount ? stated : open);
    }
};

MoneyRange sumOf(const std::vector<const Deal *> &deals, bool onlyFirm)
{
    BoundSum low;
    BoundSum high;
    for (const Deal *deal : deals) {
        for (const CertaintyPart &part : partsOf(*deal)) {
            if (!onlyFirm || !conditional(part.certainty))
                low.add(part.value.low);
            high.add(part.value.high);
        }
    }
    MoneyRange range;
    if (low.stated > 0)
        range.low = low.sum;
    if (high.stated > 0 && high.open == 0)
        range.high = high.sum;
    return range;
}

Money paidOf(const Deal &deal)
{
    if (deal.paid)
        return *deal.paid;
    Money paid;
    for (const CertaintyPart &part : partsOf(deal))
        if (part.certainty == Certainty::Paid)
            paid += part.value.at(Bound::Low);
    return paid;
}

/// The weakest part that does not hang on a condition; where all parts do, the firmest of them.
Certainty certaintyOf(const std::vector<const Deal *> &deals)
{
    std::optional<Certainty> weakest;
    Certainty firmestConditional = Certainty::Cancelled;
    const auto weigh = [&](Certainty certainty) {
        if (conditional(certainty))
            firmestConditional = std::min(firmestConditional, certainty);
        else
            weakest = std::max(weakest.value_or(certainty), certainty);
    };
    for (const Deal *deal : deals) {
        const auto parts = partsOf(*deal);
        if (parts.empty())
            weigh(deal->certainty);
        for (const CertaintyPart &part : parts)
            weigh(part.certainty);
    }
    return weakest.value_or(firmestConditional);
}

std::optional<Power> powerOf(const std::vector<const Deal *> &deals)
{
    std::map<PowerLayer, Power> sums;
    for (const Deal *deal : deals)
        if (deal->power && deal->power->layer != PowerLayer::Context)
            sums[deal->power->layer] += deal->power->capacity;
    std::optional<Power> most;
    for (const auto &[layer, sum] : sums)
        most = std::max(most.value_or(sum), sum);
    return most;
}

/// The deals whose amounts a ribbon may show without counting any money twice.
std::vector<const Deal *> speaking(const Index &index, const std::vector<int> &positions)
{
    std::vector<const Deal *> deals;
    for (const int position : positions)
        if (dealAt(index, position).counted())
            deals.push_back(&dealAt(index, position));
    if (!deals.empty())
        return deals;
    const auto largest = std::ranges::max_element(positions, {}, [&](int position) {
        const Deal &deal = dealAt(index, position);
        return std::pair(deal.value.at(Bound::High), deal.power ? deal.power->capacity : Power());
    });
    return {&dealAt(index, *largest)};
}

void total(const Index &index, NetworkEdge &edge)
{
    std::ranges::sort(edge.deals, {}, [&](int position) { return std::pair(dealAt(index, position).announced, position); });
    const auto deals = speaking(index, edge.deals);
    edge.certainty = certaintyOf(deals);
    edge.value = sumOf(deals, !conditional(edge.certainty));
    edge.power = powerOf(deals);
    edge.directed = std::ranges::any_of(deals, &Deal::moneyDirectionKnown);
    for (const Deal *deal : deals) {
        edge.paid += paidOf(*deal);
        edge.withoutValue += !deal->value.published();
        edge.withoutPower += !powerOf({deal}).has_value();
    }
}

/// Collects edges and, at the end, the nodes they touch.
class Builder {
public:
    explicit Builder(const Index &index) : m_index(index) {}

    /// The edge between two organisations, new or met before; null where an end is unknown or both are one.
    NetworkEdge *edge(const OrganizationId &tail, const OrganizationId &head, Family family)
    {
        const int from = m_index.position(tail);
        const int to = m_index.position(head);
        if (from < 0 || to < 0)
            return nullptr;
        m_touched.insert({from, to});
        if (from == to)
            return nullptr;
        const auto [found, added] = m_edges.try_emplace({from, to, family}, static_cast<int>(m_network.edges.size()));
        if (added) {
            m_network.edges.emplace_back();
            m_network.edges.back().from = from;
            m_network.edges.back().to = to;
            m_network.edges.back().family = family;
        }
        return &m_network.edges[static_cast<std::size_t>(found->second)];
    }

    Network &network() { return m_network; }

    /// Organisations that take part in no deal at all stand alone where every tier is shown and no word is sought: somebody has only begun
    /// with them.
    void addLone(const Filter &filter)
    {
        if (filter.maximumTier > 0 || !filter.text.empty() || !filter.weakestSources.empty())
            return;
        const auto &organizations = m_index.dataset().organizations;
        std::unordered_set<OrganizationId> lone;
        for (std::size_t i = 0; i < organizations.size(); ++i)
            if (!m_touched.contains(static_cast<int>(i)))
                lone.insert(organizations[i].id);
        if (lone.empty())
            return;
        for (const Deal &deal : m_index.dataset().deals)
            for (const OrganizationId *end : {&deal.supplier, &deal.customer})
                lone.erase(*end);
        for (const OrganizationId &id : lone) {
            if (analysis::admitsEnds(m_index, filter, id, id))
                m_touched.insert(m_index.position(id));
        }
    }

    /// Adds nodes and turns the ends of the edges from positions in the dataset into positions among them.
    void addNodes()
    {
        const std::vector<int> sorted(m_touched.begin(), m_touched.end());
        for (const int organization : sorted) {
            const Layer &layer = layerOf(m_index, m_index.dataset().organizations[static_cast<std::size_t>(organization)]);
            m_network.nodes.push_back({organization, layer.look(), layer.column, std::nullopt, 0});
        }
        for (NetworkEdge &edge : m_network.edges) {
            edge.from = m_network.nodeOf(edge.from);
            edge.to = m_network.nodeOf(edge.to);
        }
    }

private:
    const Index &m_index;
    Network m_network;
    std::map<EdgeName, int> m_edges;
    std::set<int> m_touched;
};

void addTurnover(Network &network, int organization, const MoneyRange &value)
{
    const int node = network.nodeOf(organization);
    if (node < 0 || !value.published())
        return;
    auto &turnover = network.nodes[static_cast<std::size_t>(node)].turnover;
    turnover = turnover.value_or(Money()) + value.at(Bound::High);
}

void addHulls(const Index &index, Network &network)
{
    const auto &groups = index.dataset().groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!groups[i].umbrella)
            continue;
        NetworkHull hull{static_cast<int>(i), {}};
        for (const OrganizationId &id : groups[i].umbrella->encloses)
            if (const int node = network.nodeOf(index.position(id)); node >= 0)
                hull.members.push_back(node);
        if (hull.members.size() > 1)
            network.hulls.push_back(std::move(hull));
    }
}

int unpublishedDeals(const View &view)
{
    Filter filter = view.perspective.filter;
    if (!filter.publishedOnly)
        return 0;
    filter.publishedOnly = false;
    filter.countedOnly = true;
    const bool whole = !view.perspective.focus && view.perspective.collapsed.empty();
    const auto near = [&](const OrganizationId &id) { return whole || view.nodeOf(id) >= 0; };
    return static_cast<int>(std::ranges::count_if(analysis::select(view.index, filter), [&](int position) {
        const Deal &deal = dealAt(view.index, position);
        const bool published = deal.value.published() || (deal.power && deal.power->layer != PowerLayer::Context);
        return !deal.draft && !published && near(deal.tail()) && near(deal.head());
    }));
}

Network networkOfDeals(const Index &index, const Perspective &perspective)
{
    const std::vector<int> passing = analysis::select(index, perspective.filter);
    Builder builder(index);
    Network &network = builder.network();
    network.deals = analysis::inReach(index, passing, perspective);
    std::unordered_set<SourceId> sources;
    for (const int position : network.deals) {
        const Deal &deal = dealAt(index, position);
        sources.insert(deal.sources.begin(), deal.sources.end());
        if (NetworkEdge *edge = builder.edge(deal.tail(), deal.head(), familyOf(deal.flow)))
            edge->deals.push_back(position);
    }
    network.sources = static_cast<int>(sources.size());
    if (!perspective.focus)
        builder.addLone(perspective.filter);
    builder.addNodes();
    for (NetworkEdge &edge : network.edges)
        total(index, edge);
    for (const int position : network.deals)
        for (const OrganizationId *end : {&dealAt(index, position).tail(), &dealAt(index, position).head()})
            if (const int node = network.nodeOf(index.position(*end)); node >= 0)
                ++network.nodes[static_cast<std::size_t>(node)].deals;
    for (const int position : passing) {
        const Deal &deal = dealAt(index, position);
        if (!deal.counted() || !deal.moneyDirectionKnown())
            continue;
        addTurnover(network, index.position(*deal.payer), deal.value);
        addTurnover(network, index.position(*deal.payee), deal.value);
    }
    addHulls(index, network);
    network.unpublished = unpublishedDeals({index, perspective, network});
    return network;
}

void addReported(NetworkEdge &edge, const ReportedEdge &reported)
{
    const auto add = [](std::optional<Money> &sum, const std::optional<Money> &amount) {
        if (amount)
            sum = sum.value_or(Money()) + *amount;
    };
    add(edge.value.low, reported.value.low);
    add(edge.value.high, reported.value.high);
    if (reported.power)
        edge.power = edge.power.value_or(Power()) + *reported.power;
    edge.withoutValue += !reported.value.published();
    edge.withoutPower += !reported.power.has_value();
}

/// The article's own edges. Of the filter only families and ends apply: the article says nothing of the rest.
Network networkOfArticle(const Index &index, const Perspective &perspective)
{
    std::vector<const ReportedEdge *> edges;
    const std::set<Family> &families = perspective.filter.families;
    for (const ArticleItem &item : index.dataset().article)
        for (const ReportedEdge &edge : item.edges)
            if ((families.empty() || families.contains(familyOf(edge.flow))) &&
                analysis::admitsEnds(index, perspective.filter, edge.payer, edge.payee))
                edges.push_back(&edge);
    std::vector<analysis::Join> joins;
    for (const ReportedEdge *edge : edges)
        joins.push_back({index.position(edge->payer), index.position(edge->payee)});
    const analysis::Reach within = analysis::reach(index, joins, perspective);
    Builder builder(index);
    Network &network = builder.network();
    std::vector<const ReportedEdge *> shown;
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (within.keeps(joins[i]))
            shown.push_back(edges[i]);
    for (const ReportedEdge *reported : shown)
        if (NetworkEdge *edge = builder.edge(reported->payer, reported->payee, familyOf(reported->flow)))
            addReported(*edge, *reported);
    builder.addNodes();
    for (const ReportedEdge *edge : edges)
        for (const OrganizationId *end : {&edge->payer, &edge->payee})
            addTurnover(network, index.position(*end), edge->value);
    for (const ReportedEdge *edge : shown)
        for (const OrganizationId *end : {&edge->payer, &edge->payee})
            if (const int node = network.nodeOf(index.position(*end)); node >= 0)
                ++network.nodes[static_cast<std::size_t>(node)].deals;
    network.sources = network.edges.empty() || !index.dataset().articleSource ? 0 : 1;
    return network;
}

} // namespace

int Network::nodeOf(int organization) const
{
    const auto found = std::ranges::lower_bound(nodes, organization, {}, &NetworkNode::organization);
    return found != nodes.end() && found->organization == organization ? static_cast<int>(found - nodes.begin()) : -1;
}

Network network(const Index &index, const Perspective &perspective)
{
    Network network = perspective.asReported ? networkOfArticle(index, perspective) : networkOfDeals(index, perspective);
    network.scales = index.scales();
    return network;
}

} // namespace dealscape::network
