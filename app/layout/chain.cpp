// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/chain.h"

#include <algorithm>
#include <map>

namespace dealscape::layout {

namespace {

constexpr std::size_t MostPasses = 6000;

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

} // namespace

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

void order(Chain &chain, const Progress &progress)
{
    auto best = chain.columns;
    long least = crossingsIn(chain);
    const int rounds = chain.items.size() > ManyItems ? 6 : 24;
    for (int round = 0; round < rounds && least > 0 && !progress.stop(); ++round) {
        const bool down = round % 2 == 0;
        for (std::size_t k = 1; k < chain.columns.size(); ++k)
            sortByMean(chain, down ? k : chain.columns.size() - 1 - k, !down);
        if (chain.items.size() <= ManyItems)
            transpose(chain);
        const long count = crossingsIn(chain);
        if (count < least) {
            least = count;
            best = chain.columns;
        }
    }
    chain.columns = std::move(best);
}

namespace {

/// Crossings, and for each edge inside a column what it costs not to be straight: it crosses the ribbons of those between.
double priceOf(const Chain &chain, const std::vector<std::pair<int, int>> &inside)
{
    constexpr double bulge = 6;
    constexpr double step = 0.5;
    const std::vector<int> rank = ranksOf(chain);
    double price = static_cast<double>(crossingsIn(chain));
    for (const auto &[a, b] : inside)
        if (const int apart = std::abs(rank[a] - rank[b]); apart > 1)
            price += bulge + step * apart;
    return price;
}

} // namespace

void gatherPairs(Chain &chain, const Graph &graph)
{
    std::vector<std::pair<int, int>> inside;
    for (const Edge &edge : graph.edges)
        if (graph.nodes[edge.from].column == graph.nodes[edge.to].column)
            inside.emplace_back(edge.from, edge.to);
    constexpr std::size_t most = 200;
    if (inside.empty() || inside.size() > most)
        return;
    double least = priceOf(chain, inside);
    bool better = true;
    constexpr int rounds = 4;
    for (int round = 0; round < rounds && better; ++round) {
        better = false;
        for (const auto &pair : inside)
            for (const auto &[moved, still] : {pair, std::pair(pair.second, pair.first)}) {
                const auto column = std::find_if(chain.columns.begin(), chain.columns.end(), [item = moved](const std::vector<int> &each) {
                    return std::find(each.begin(), each.end(), item) != each.end();
                });
                std::vector<int> before = *column;
                for (const std::ptrdiff_t beyond : {0, 1}) {
                    column->erase(std::find(column->begin(), column->end(), moved));
                    column->insert(std::find(column->begin(), column->end(), still) + beyond, moved);
                    if (const double price = priceOf(chain, inside); price < least - 1e-9) {
                        least = price;
                        before = *column;
                        better = true;
                    } else {
                        *column = before;
                    }
                }
            }
    }
}

void gatherHulls(Chain &chain, const Graph &graph)
{
    for (const auto &members : graph.hulls)
        for (auto &column : chain.columns) {
            const auto isMember = [&](int item) { return std::find(members.begin(), members.end(), item) != members.end(); };
            const auto bounds = [&] {
                const auto first = std::find_if(column.begin(), column.end(), isMember);
                const auto last = std::find_if(column.rbegin(), column.rend(), isMember).base();
                return std::pair(first - column.begin(), last - column.begin());
            };
            for (auto [at, last] = bounds(); at < last;) {
                const int item = column[static_cast<std::size_t>(at)];
                if (chain.items[item].node < 0 || isMember(item)) {
                    ++at;
                    continue;
                }
                std::vector<int> above = column;
                above.erase(above.begin() + at);
                std::vector<int> below = above;
                above.insert(above.begin() + bounds().first, item);
                below.insert(below.begin() + last - 1, item);
                column = above;
                const long over = crossingsIn(chain);
                column = below;
                if (over < crossingsIn(chain)) {
                    column = above;
                    ++at;
                } else {
                    --last;
                }
            }
        }
}

} // namespace dealscape::layout
