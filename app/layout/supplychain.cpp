// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/algorithms.h"

#include "layout/chain.h"
#include "layout/lanes.h"

namespace dealscape::layout {

namespace {

/// Heights and order that nodes had before; others begin beside their partners, and long edges run straight. For a graph of which
/// most was there before.
void recall(Chain &chain, const Graph &graph, const Frame &frame)
{
    const auto before = [&](int node) { return graph.nodes[node].previous ? graph.nodes[node].previous : graph.nodes[node].pinned; };
    std::vector<double> sum(graph.nodes.size(), 0);
    std::vector<int> partners(graph.nodes.size(), 0);
    for (const Edge &edge : graph.edges)
        for (const auto &[node, other] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)})
            if (const auto place = before(other)) {
                sum[node] += place->y;
                ++partners[node];
            }
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto place = before(static_cast<int>(i));
        chain.items[i].y = (place ? place->y : partners[i] > 0 ? sum[i] / partners[i] : frame.height / 2) - frame.margin;
    }
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        const Edge &edge = graph.edges[e];
        const bool leftwards = graph.nodes[edge.from].column > graph.nodes[edge.to].column;
        const double from = chain.items[leftwards ? edge.to : edge.from].y;
        const double to = chain.items[leftwards ? edge.from : edge.to].y;
        const auto &passes = chain.passes[e];
        for (std::size_t k = 0; k < passes.size(); ++k)
            chain.items[passes[k]].y = from + (to - from) * static_cast<double>(k + 1) / static_cast<double>(passes.size() + 1);
    }
    for (auto &column : chain.columns)
        std::stable_sort(column.begin(), column.end(), [&](int a, int b) { return chain.items[a].y < chain.items[b].y; });
}

/// Heights nearest to the wishes that keep the order, the distances and the frame: blocks that touch move as one to the
/// mean of their wishes (pool adjacent violators). A pass weighs less than a node, which weighs 1.
void settleColumn(const std::vector<int> &column, std::vector<Item> &items, const std::vector<double> &wish, double height, double pass)
{
    struct Block {
        double sum = 0;
        double weight = 0;
        double at() const { return sum / weight; }
        std::size_t count = 0;
    };
    std::vector<double> offset(column.size(), 0);
    for (std::size_t i = 1; i < column.size(); ++i)
        offset[i] = offset[i - 1] + items[column[i - 1]].below + items[column[i]].above;
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < column.size(); ++i) {
        const double weight = items[column[i]].node >= 0 ? 1.0 : pass;
        blocks.push_back({(wish[column[i]] - offset[i]) * weight, weight, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].at() > blocks.back().at()) {
            Block &before = blocks[blocks.size() - 2];
            before.sum += blocks.back().sum;
            before.weight += blocks.back().weight;
            before.count += blocks.back().count;
            blocks.pop_back();
        }
    }
    if (column.empty())
        return;
    const double low = items[column.front()].above;
    const double high = std::max(low, height - items[column.back()].below - offset.back());
    std::size_t i = 0;
    for (const Block &block : blocks)
        for (std::size_t k = 0; k < block.count; ++k, ++i)
            items[column[i]].y = std::min(std::max(block.at(), low), high) + offset[i];
}

void setHeights(Chain &chain, double height, const Progress &progress)
{
    for (const auto &column : chain.columns) {
        double total = 0;
        for (const int item : column)
            total += chain.items[item].above + chain.items[item].below;
        const double spare = std::max(0.0, height - total) / static_cast<double>(std::max<std::size_t>(1, column.size()));
        double y = 0;
        for (const int item : column) {
            y += spare / 2 + chain.items[item].above;
            chain.items[item].y = y;
            y += chain.items[item].below + spare / 2;
        }
    }
    std::vector<double> wish(chain.items.size(), 0);
    for (int round = 0; round < 24 && !progress.stop(); ++round) {
        for (std::size_t k = 0; k < chain.columns.size(); ++k) {
            const std::size_t c = round % 2 == 0 ? k : chain.columns.size() - 1 - k;
            for (const int item : chain.columns[c]) {
                double sum = 0;
                double weight = 0;
                for (const bool right : {false, true})
                    for (const int other : beside(chain.items[item], right)) {
                        const double w = chain.items[item].node < 0 && chain.items[other].node < 0 ? 4 : 1;
                        sum += w * chain.items[other].y;
                        weight += w;
                    }
                // A share of the old place keeps columns spread over the height.
                wish[item] = weight > 0 ? 0.7 * sum / weight + 0.3 * chain.items[item].y : chain.items[item].y;
            }
            settleColumn(chain.columns[c], chain.items, wish, height, 0.7);
        }
    }
}

/// As near to where they are as their order and distances allow; long edges give way to nodes.
void keepHeights(Chain &chain, double height)
{
    std::vector<double> wish;
    for (const Item &item : chain.items)
        wish.push_back(item.y);
    for (const auto &column : chain.columns)
        settleColumn(column, chain.items, wish, height, 0.02);
}

/// Sizes of the items at a scale; false when some column does not fit the height.
bool size(Chain &chain, const std::vector<Room> &rooms, double scale, double height)
{
    const double gap = 12 * scale;
    bool fits = true;
    for (const auto &column : chain.columns) {
        double nodes = 0;
        double passes = 0;
        for (const int item : column) {
            if (chain.items[item].node >= 0)
                nodes += rooms[chain.items[item].node].above() + rooms[chain.items[item].node].below() + gap;
            else
                passes += 1;
        }
        const double lane = passes > 0 ? std::min(LaneSpacing * scale, std::max(0.0, height - nodes) / passes) : 0;
        fits = fits && nodes <= height * 0.98 && (passes == 0 || lane >= std::min(LaneSpacing * scale, 0.25 * height / passes));
        for (const int item : column) {
            Item &it = chain.items[item];
            it.above = it.node >= 0 ? rooms[it.node].above() + gap / 2 : lane / 2;
            it.below = it.node >= 0 ? rooms[it.node].below() + gap / 2 : lane / 2;
        }
    }
    return fits;
}

/// Centres of the used columns, room for names kept at both ends.
std::vector<double> spread(const Chain &chain, const std::vector<Room> &rooms, double width)
{
    std::vector<double> half(chain.columns.size(), 0);
    double total = 0;
    for (std::size_t c = 0; c < half.size(); ++c) {
        for (const int item : chain.columns[c])
            if (chain.items[item].node >= 0)
                half[c] = std::max(half[c], rooms[chain.items[item].node].halfWidth());
        total += 2 * half[c];
    }
    const double gap = half.size() > 1 ? (width - total) / static_cast<double>(half.size() - 1) : 0;
    std::vector<double> x(half.size(), width / 2);
    double at = 0;
    for (std::size_t c = 0; c < half.size() && half.size() > 1; ++c) {
        x[c] = at + half[c];
        at += 2 * half[c] + gap;
    }
    return x;
}

} // namespace

Placement placeSupplyChain(const Graph &graph, const Request &request, const Progress &progress)
{
    const Frame frame(request.width, request.height);
    const double width = request.width - 2 * frame.margin;
    const double height = request.height - 2 * frame.margin;
    Placement placement;
    placement.nodes.resize(graph.nodes.size());
    Chain chain = chainOf(graph);
    const bool continued = continues(graph);
    if (continued)
        recall(chain, graph, frame);
    else
        order(chain, progress);
    if (chain.items.size() <= ManyItems)
        gatherHulls(chain, graph);
    placement.scale = legibleScale(graph, request.width, request.height);
    std::vector<Room> rooms;
    for (int attempt = 0; attempt < 80; ++attempt) {
        rooms = roomsOf(graph, placement.scale, Names::Counted);
        double wide = 0;
        for (const auto &column : chain.columns) {
            double most = 0;
            for (const int item : column)
                most = std::max(most, chain.items[item].node >= 0 ? rooms[chain.items[item].node].halfWidth() * 2 : 0);
            wide += most;
        }
        if (size(chain, rooms, placement.scale, height) && wide <= width * 0.8)
            break;
        placement.scale *= 0.92;
    }
    if (continued)
        keepHeights(chain, height);
    else
        setHeights(chain, height, progress);
    for (Item &item : chain.items)
        item.y += frame.margin;
    std::vector<double> xs = spread(chain, rooms, width);
    for (double &x : xs)
        x += frame.margin;
    for (std::size_t c = 0; c < xs.size(); ++c)
        for (const int item : chain.columns[c])
            if (chain.items[item].node >= 0)
                placement.nodes[chain.items[item].node] = {xs[c], chain.items[item].y};
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (graph.nodes[i].pinned)
            placement.nodes[i] = *graph.nodes[i].pinned;

    for (int key = 0; key < graph.columns; ++key) {
        const auto found = std::upper_bound(chain.keys.begin(), chain.keys.end(), key);
        const std::size_t used = found == chain.keys.begin() ? 0 : static_cast<std::size_t>(found - chain.keys.begin()) - 1;
        placement.columns.push_back(xs[used]);
    }
    LaneWishes wishes(graph.edges.size());
    for (std::size_t e = 0; e < wishes.size(); ++e)
        for (const int pass : chain.passes[e])
            wishes[e].push_back(chain.items[pass].y);
    placement.routes = laneRoutes(graph, placement.nodes, placement.scale, wishes);
    return placement;
}

} // namespace dealscape::layout
