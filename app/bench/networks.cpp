// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/networks.h"

#include "io/reader.h"
#include "layout/random.h"
#include "network/network.h"
#include "resources/embedded.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numbers>
#include <sstream>
#include <stdexcept>

namespace dealscape::bench {

namespace {

using layout::Random;

double gauss(Random &random)
{
    const double radius = std::sqrt(-2 * std::log(1 - random.unit()));
    return radius * std::cos(2 * std::numbers::pi * random.unit());
}

/// Tickets for a draw in which an organisation's chance grows with its weight and with each deal.
class Draw {
public:
    void add(int organization, int tickets = 1) { m_tickets.insert(m_tickets.end(), tickets, organization); }
    bool empty() const { return m_tickets.empty(); }
    int pick(Random &random) const { return m_tickets[random.below(static_cast<int>(m_tickets.size()))]; }

private:
    std::vector<int> m_tickets;
};

class Market {
public:
    Market(int organizations, std::uint64_t seed)
        : m_random(seed),
          m_count(organizations),
          m_core(organizations - organizations / 25),
          m_sectorCount(organizations < 500        ? 6
                            : organizations < 5000 ? 12
                                                   : static_cast<int>(std::sqrt(organizations))),
          m_bySector(m_sectorCount)
    {
        for (int i = 0; i < m_count; ++i) {
            m_weights.push_back(std::min(2 / std::pow(1 - m_random.unit(), 1 / 0.8), m_count / 2.0));
            m_sectors.push_back(m_random.below(m_sectorCount));
        }
        for (int hub = 0; hub < std::max(3, m_count / 400); ++hub)
            m_weights[hub * 7 % std::max(1, m_count / 5)] = std::max(2.0 * m_count / (3.0 * (hub + 1)), 4.0);
    }

    Network trade(int deals)
    {
        Network network;
        network.values.assign(m_count, 0);
        for (int i = 0; i < m_core; ++i) {
            if (i > 0)
                join(network, i);
            const int tickets = static_cast<int>(m_weights[i]);
            m_all.add(i, tickets);
            m_bySector[m_sectors[i]].add(i, tickets);
        }
        const auto open = network.deals.size();
        for (int i = m_core; i < m_count;) {
            const int size = std::min(m_count - i, std::max(2, 1 + m_random.below(4)));
            for (int k = 1; k < size; ++k)
                deal(network, i, i + k);
            i += size;
        }
        const auto islands = network.deals.size() - open;
        while (static_cast<int>(network.deals.size()) < deals)
            trade(network, open, islands);
        return network;
    }

private:
    void join(Network &network, int newcomer)
    {
        const Draw &sector = m_bySector[m_sectors[newcomer]];
        const Draw &pool = m_random.unit() < 0.75 && !sector.empty() ? sector : m_all;
        const int other = m_random.unit() < 0.85 && !pool.empty() ? pool.pick(m_random) : m_random.below(newcomer);
        if (m_random.unit() < 0.7)
            deal(network, other, newcomer);
        else
            deal(network, newcomer, other);
        welcome(newcomer);
        welcome(other);
    }

    void trade(Network &network, std::size_t open, std::size_t islands)
    {
        if (m_random.unit() < 0.08) {
            auto index = static_cast<std::size_t>(m_random.below(static_cast<int>(network.deals.size() - islands)));
            const auto pair = network.deals[index < open ? index : index + islands];
            deal(network, pair.first, pair.second);
            return;
        }
        const int buyer = m_all.pick(m_random);
        const Draw &sector = m_bySector[m_sectors[buyer]];
        const Draw &pool = m_random.unit() < 0.75 && !sector.empty() ? sector : m_all;
        const int target = m_random.unit() < 0.7 ? pool.pick(m_random) : m_random.below(m_core);
        if (buyer == target)
            return;
        deal(network, buyer, target);
        welcome(buyer);
        welcome(target);
    }

    void welcome(int organization)
    {
        m_all.add(organization);
        m_bySector[m_sectors[organization]].add(organization);
    }

    void deal(Network &network, int from, int to)
    {
        const double value = std::exp(17 + 1.6 * gauss(m_random));
        network.deals.emplace_back(from, to);
        network.values[from] += value;
        network.values[to] += value;
    }

    Random m_random;
    int m_count;
    int m_core;
    int m_sectorCount;
    std::vector<double> m_weights;
    std::vector<int> m_sectors;
    Draw m_all;
    std::vector<Draw> m_bySector;
};

std::vector<std::vector<std::string>> readRows(const std::string &file)
{
    std::ifstream stream(file);
    if (!stream)
        throw std::runtime_error("cannot read " + file);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(stream, line);
    while (std::getline(stream, line)) {
        std::vector<std::string> row;
        std::stringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');)
            row.push_back(cell);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

Network generated(int organizations, int deals, std::uint64_t seed)
{
    Network network = Market(organizations, seed).trade(deals);
    network.name = std::to_string(organizations) + " organisations";
    return network;
}

Network embedded(int tier)
{
    const Dataset dataset = *io::readDataset(resources::defaultDataset(), "embedded").dataset;
    Perspective perspective = dataset.opening;
    perspective.filter.maximumTier = tier;
    const network::Network drawn = network::network(Index(dataset), perspective);
    Network network{"tier " + std::to_string(tier), {}, {}};
    for (const network::NetworkNode &node : drawn.nodes)
        network.values.push_back(node.turnover.value_or(Money::billions(1)).inBillions());
    for (const network::NetworkEdge &edge : drawn.edges)
        network.deals.emplace_back(edge.from, edge.to);
    return network;
}

Dataset manyDeals(std::size_t count)
{
    Dataset dataset = *io::readDataset(resources::defaultDataset(), "embedded").dataset;
    const RecordList<Deal> model = dataset.deals;
    for (std::size_t i = dataset.deals.size(); i < count; ++i) {
        Deal deal = model[i % model.size()];
        deal.id = DealId(deal.id.text() + "-" + std::to_string(i));
        dataset.deals.push_back(std::move(deal));
    }
    return dataset;
}

Dataset datasetOf(const Network &network)
{
    Dataset dataset;
    dataset.title = network.name;
    dataset.layers = defaultLayers();
    for (std::size_t i = 0; i < network.values.size(); ++i) {
        Organization organization;
        organization.id = OrganizationId(std::to_string(i));
        organization.name = "Organisation " + std::to_string(i);
        organization.layer = dataset.layers[i % dataset.layers.size()].id;
        dataset.organizations.push_back(organization);
    }
    for (std::size_t i = 0; i < network.deals.size(); ++i) {
        const auto [from, to] = network.deals[i];
        Deal deal;
        deal.id = DealId("d" + std::to_string(i));
        deal.customer = OrganizationId(std::to_string(from));
        deal.supplier = OrganizationId(std::to_string(to));
        deal.payer = deal.customer;
        deal.payee = deal.supplier;
        deal.flow = static_cast<FlowClass>(i % vocabulary<FlowClass>().size());
        deal.certainty = static_cast<Certainty>(i % 4);
        if (i % 4 != 0)
            deal.value = MoneyRange::exactly(Money::billions(1 + static_cast<std::int64_t>(i * i % 97)));
        deal.announced = Date{2025, 1, 1};
        deal.sources = {SourceId("s")};
        dataset.deals.push_back(deal);
    }
    return dataset;
}

Network readNetwork(const std::string &edgeFile, const std::string &nodeFile)
{
    Network network;
    network.name = edgeFile.substr(edgeFile.find_last_of('/') + 1);
    for (const auto &row : readRows(nodeFile))
        network.values.push_back(row.size() > 3 ? std::stod(row[3]) : 1);
    const int count = static_cast<int>(network.values.size());
    for (const auto &row : readRows(edgeFile)) {
        const int from = row.size() > 1 ? std::stoi(row[0]) : -1;
        const int to = row.size() > 1 ? std::stoi(row[1]) : -1;
        if (from < 0 || to < 0 || from >= count || to >= count)
            throw std::runtime_error("a deal names an organisation that is not there in " + edgeFile);
        if (from != to)
            network.deals.emplace_back(from, to);
    }
    return network;
}

std::vector<double> radiiFor(const std::vector<double> &values, double area, double share)
{
    double mean = 0;
    for (const double value : values)
        mean += std::sqrt(value) / static_cast<double>(values.size());
    std::vector<double> radii;
    double covered = 0;
    for (const double value : values) {
        radii.push_back(mean > 0 ? std::min(4.0, std::max(0.4, std::sqrt(value) / mean)) : 1);
        covered += std::numbers::pi * radii.back() * radii.back();
    }
    for (double &radius : radii)
        radius *= std::sqrt(share * area / covered);
    return radii;
}

layout::Graph graphOf(const Network &network, double width, double height)
{
    layout::Graph graph;
    for (const double radius : radiiFor(network.values, width * height)) {
        graph.nodes.emplace_back();
        graph.nodes.back().radius = radius;
    }
    for (const auto &[from, to] : network.deals) {
        graph.edges.emplace_back();
        graph.edges.back().from = from;
        graph.edges.back().to = to;
    }
    return graph;
}

} // namespace dealscape::bench
