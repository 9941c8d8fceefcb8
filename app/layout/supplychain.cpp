// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/algorithms.h"

#include "layout/lanes.h"

#include <map>
#include <numeric>

namespace dealscape::layout {

namespace {

/// A node, or the place where a long edge passes a column.
struct Item {
    int node = -1;
    double above = 0;
    double below = 0;
    double y = 0;
    std::vector<int> left;
    std::vector<int> right;
};

struct Chain {
    std::vector<int> keys;
    std::vector<Item> items;
    std::vector<std::vector<int>> columns;
    /// Items of each long edge from left to right.
    std::vector<std::vector<int>> passes;
};

constexpr std::size_t MostPasses = 6000;

Chain chainOf(const Graph &graph)
{
    Chain chain;
    std::map<int, int> index;
    for (const Node &node : graph.nodes)
        index.emplace(node.column, 0);
    for (auto &[key, at] : index) {
        at = static_cast<int>(chain.keys.size());
        chain.keys.push_back(key);
    }
    chain.columns.resize(chain.keys.size());
    chain.passes.resize(graph.edges.size());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        chain.items.push_back({static_cast<int>(i), 0, 0, 0, {}, {}});
        chain.columns[index[graph.nodes[i].column]].push_back(static_cast<int>(i));
    }
    const auto join = [&](int a, int b) {
        chain.items[a].right.push_back(b);
        chain.items[b].left.push_back(a);
    };
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        int a = graph.edges[e].from;
        int b = graph.edges[e].to;
        int from = index[graph.nodes[a].column];
        int to = index[graph.nodes[b].column];
        if (from > to) {
            std::swap(a, b);
            std::swap(from, to);
        }
        if (from == to)
            continue;
        int last = a;
        for (int c = from + 1; c < to && chain.items.size() < graph.nodes.size() + MostPasses; ++c) {
            const int pass = static_cast<int>(chain.items.size());
            chain.items.emplace_back();
            chain.columns[c].push_back(pass);
            chain.passes[e].push_back(pass);
            join(last, pass);
            last = pass;
        }
        if (static_cast<int>(chain.passes[e].size()) == to - from - 1)
            join(last, b);
        else
            chain.passes[e].clear();
    }
    return chain;
}

std::vector<int> ranksOf(const Chain &chain)
{
    std::vector<int> rank(chain.items.size(), 0);
    for (const auto &column : chain.columns)
        for (std::size_t i = 0; i < column.size(); ++i)
            rank[column[i]] = static_cast<int>(i);
    return rank;
}

/// Crossings between two neighbouring columns: inversions, counted by merging.
long inversions(std::vector<int> &values, std::vector<int> &scratch, std::size_t begin, std::size_t end)
{
    if (end - begin < 2)
        return 0;
    const std::size_t middle = (begin + end) / 2;
    long count = inversions(values, scratch, begin, middle) + inversions(values, scratch, middle, end);
    std::size_t i = begin;
    std::size_t j = middle;
    for (std::size_t k = begin; k < end; ++k) {
        if (j >= end || (i < middle && values[i] <= values[j])) {
            scratch[k] = values[i++];
        } else {
            count += static_cast<long>(middle - i);
            scratch[k] = values[j++];
        }
    }
    std::copy(scratch.begin() + static_cast<long>(begin), scratch.begin() + static_cast<long>(end),
              values.begin() + static_cast<long>(begin));
    return count;
}

long crossingsIn(const Chain &chain)
{
    const std::vector<int> rank = ranksOf(chain);
    long sum = 0;
    for (std::size_t c = 0; c + 1 < chain.columns.size(); ++c) {
        std::vector<int> ends;
        for (const int item : chain.columns[c]) {
            std::vector<int> right;
            for (const int next : chain.items[item].right)
                right.push_back(rank[next]);
            std::sort(right.begin(), right.end());
            ends.insert(ends.end(), right.begin(), right.end());
        }
        std::vector<int> scratch(ends.size());
        sum += inversions(ends, scratch, 0, ends.size());
    }
    return sum;
}

const std::vector<int> &beside(const Item &item, bool right)
{
    return right ? item.right : item.left;
}

void sortByMean(Chain &chain, std::size_t column, bool right)
{
    const std::vector<int> rank = ranksOf(chain);
    std::vector<double> key(chain.items.size(), 0);
    for (const int item : chain.columns[column]) {
        const auto &others = beside(chain.items[item], right);
        double sum = 0;
        for (const int other : others)
            sum += rank[other];
        const auto &neighbours = chain.columns[right ? column + 1 : column - 1];
        const double scale =
            static_cast<double>(std::max<std::size_t>(1, neighbours.size())) / static_cast<double>(chain.columns[column].size());
        key[item] = others.empty() ? rank[item] * scale : sum / static_cast<double>(others.size());
    }
    std::stable_sort(chain.columns[column].begin(), chain.columns[column].end(), [&](int a, int b) { return key[a] < key[b]; });
}

/// Swaps neighbours in a column while that takes crossings away.
void transpose(Chain &chain)
{
    std::vector<int> rank = ranksOf(chain);
    const auto crossed = [&](int upper, int lower) {
        long count = 0;
        for (const bool right : {false, true})
            for (const int a : beside(chain.items[upper], right))
                for (const int b : beside(chain.items[lower], right))
                    count += rank[a] > rank[b];
        return count;
    };
    bool better = true;
    for (int round = 0; round < 8 && better; ++round) {
        better = false;
        for (auto &column : chain.columns)
            for (std::size_t i = 0; i + 1 < column.size(); ++i)
                if (crossed(column[i], column[i + 1]) > crossed(column[i + 1], column[i])) {
                    std::swap(column[i], column[i + 1]);
                    std::swap(rank[column[i]], rank[column[i + 1]]);
                    better = true;
                }
    }
}

void order(Chain &chain, const Progress &progress)
{
    auto best = chain.columns;
    long least = crossingsIn(chain);
    const int rounds = chain.items.size() > 3000 ? 6 : 24;
    for (int round = 0; round < rounds && least > 0 && !progress.stop(); ++round) {
        const bool down = round % 2 == 0;
        for (std::size_t k = 1; k < chain.columns.size(); ++k)
            sortByMean(chain, down ? k : chain.columns.size() - 1 - k, !down);
        if (chain.items.size() <= 3000)
            transpose(chain);
        const long count = crossingsIn(chain);
        if (count < least) {
            least = count;
            best = chain.columns;
        }
    }
    chain.columns = std::move(best);
}

/// Heights nearest to the wishes that keep the order, the distances and the frame: blocks that touch move as one to the
/// mean of their wishes (pool adjacent violators).
void settleColumn(const std::vector<int> &column, std::vector<Item> &items, const std::vector<double> &wish, double height)
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
        const double weight = items[column[i]].node >= 0 ? 1.0 : 0.7;
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
            settleColumn(chain.columns[c], chain.items, wish, height);
        }
    }
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
    order(chain, progress);
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
