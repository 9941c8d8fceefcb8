// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/algorithms.h"

#include "layout/ascending.h"
#include "layout/chain.h"
#include "layout/lanes.h"

#include <map>
#include <numeric>

namespace dealscape::layout {

namespace {

/// Heights nearest to the wishes that keep the order, the distances and the frame. A pass weighs less than a node, which weighs 1.
void settleColumn(const std::vector<int> &column, std::vector<Item> &items, const std::vector<double> &wish, double height, double pass)
{
    if (column.empty())
        return;
    std::vector<double> offset(column.size(), 0);
    for (std::size_t i = 1; i < column.size(); ++i)
        offset[i] = offset[i - 1] + items[column[i - 1]].below + items[column[i]].above;
    std::vector<Wish> wishes;
    for (std::size_t i = 0; i < column.size(); ++i)
        wishes.push_back({wish[column[i]] - offset[i], items[column[i]].node >= 0 ? 1.0 : pass});
    const std::vector<double> settled = ascending(wishes);
    const double low = items[column.front()].above;
    const double high = std::max(low, height - items[column.back()].below - offset.back());
    for (std::size_t i = 0; i < column.size(); ++i)
        items[column[i]].y = std::min(std::max(settled[i], low), high) + offset[i];
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

/// Distances in a column: between the discs of partners that stand side by side, and what room to spare adds between nodes and lanes.
constexpr double PairGap = 22;
constexpr double MostPairSpare = 20;
constexpr double UsualNodeSpare = 10;
constexpr double MostNodeSpare = 34;
constexpr double MostLaneSpare = 5;
/// Height that a lane needs for an amount on it that no other lane touches.
constexpr double WrittenLane = 21;

/// The places of the nodes' names, and all of what they need of a picture at one scale.
struct Sizes {
    std::vector<Room> rooms;
    std::vector<NameSpot> spots;
    bool fits = true;
};

/// Width of each item's lane at a scale.
std::vector<double> laneWidths(const Chain &chain, const Graph &graph, double scale)
{
    std::vector<double> widths(chain.items.size(), 0);
    for (std::size_t e = 0; e < graph.edges.size(); ++e)
        for (const int pass : chain.passes[e])
            widths[pass] = laneWidth(graph.edges[e], scale);
    return widths;
}

bool among(const std::vector<std::pair<int, int>> &pairs, int one, int other)
{
    return std::binary_search(pairs.begin(), pairs.end(), std::pair<int, int>(std::minmax(one, other)));
}

/// Nodes joined by an edge that are neighbours in a column, in order.
std::vector<std::pair<int, int>> straightPairs(const Chain &chain, const Graph &graph)
{
    std::vector<std::pair<int, int>> neighbours;
    for (const auto &column : chain.columns)
        for (std::size_t i = 1; i < column.size(); ++i)
            neighbours.emplace_back(std::minmax(column[i - 1], column[i]));
    std::sort(neighbours.begin(), neighbours.end());
    std::vector<std::pair<int, int>> pairs;
    for (const Edge &edge : graph.edges)
        if (among(neighbours, edge.from, edge.to))
            pairs.emplace_back(std::minmax(edge.from, edge.to));
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// Which edges join neighbours in a column.
std::vector<char> straightIn(const Chain &chain, const Graph &graph)
{
    const auto pairs = straightPairs(chain, graph);
    std::vector<char> straight;
    for (const Edge &edge : graph.edges)
        straight.push_back(static_cast<char>(among(pairs, edge.from, edge.to)));
    return straight;
}

/// What is added to the least that each of a column's parts needs.
struct Share {
    double node = 0;
    double pair = 0;
    double lane = 0;
};

/// What the columns of a picture need at one scale.
class Need {
public:
    Need(const Chain &chain, const Graph &graph, double scale)
        : m_chain(chain),
          m_rooms(namedRooms(graph, scale)),
          m_widths(laneWidths(chain, graph, scale)),
          m_straight(straightPairs(chain, graph)),
          m_gap(2 * LaneRim * nameFactor(scale))
    {}

    /// At the least, with names beside the discs or below.
    double heightOf(const std::vector<int> &column, const std::vector<NameSpot> &spots) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < column.size(); ++i)
            sum += above(column, i, spots, {}) + below(column, i, spots, {});
        return sum;
    }
    /// What the item at a place of a column needs above and below its middle, where nodes and lanes have so much to spare.
    double above(const std::vector<int> &column, std::size_t i, const std::vector<NameSpot> &spots, const Share &share) const
    {
        if (m_chain.items[column[i]].node < 0)
            return (laneOf(column[i]) + share.lane) / 2;
        return roomAt(m_rooms[column[i]], spots[column[i]]).above() + apart(column, i, i - 1, share) / 2;
    }
    double below(const std::vector<int> &column, std::size_t i, const std::vector<NameSpot> &spots, const Share &share) const
    {
        if (m_chain.items[column[i]].node < 0)
            return (laneOf(column[i]) + share.lane) / 2;
        return roomAt(m_rooms[column[i]], spots[column[i]]).below() + apart(column, i, i + 1, share) / 2;
    }
    const std::vector<Room> &rooms() const { return m_rooms; }
    double pairsIn(const std::vector<int> &column) const
    {
        double count = 0;
        for (std::size_t i = 1; i < column.size(); ++i)
            count += isPair(column[i - 1], column[i]);
        return count;
    }
    double laneOf(int pass) const { return (m_widths[pass] + LaneGap) * m_squeeze; }
    /// Presses lanes together that would take more than a share of the height.
    void squeeze(const std::vector<int> &column, double height)
    {
        constexpr double share = 0.35;
        m_squeeze = 1;
        double lanes = 0;
        for (const int item : column)
            lanes += m_chain.items[item].node < 0 ? laneOf(item) : 0;
        m_squeeze = lanes > share * height ? share * height / lanes : 1;
    }

private:
    bool isPair(int one, int other) const { return among(m_straight, one, other); }
    double apart(const std::vector<int> &column, std::size_t i, std::size_t other, const Share &share) const
    {
        if (other >= column.size())
            return 0;
        const bool pair = isPair(column[i], column[other]);
        return pair ? std::max(PairGap, m_gap + share.node) + share.pair : m_gap + share.node;
    }

    const Chain &m_chain;
    std::vector<Room> m_rooms;
    std::vector<double> m_widths;
    std::vector<std::pair<int, int>> m_straight;
    double m_gap;
    double m_squeeze = 1;
};

/// Lets lanes be wide enough for the amounts of their edges, the widest edges first, each in the column with the most height to spare.
void writeLanes(Chain &chain, const Graph &graph, std::vector<double> spare)
{
    std::vector<int> columnOf(chain.items.size(), 0);
    for (std::size_t c = 0; c < chain.columns.size(); ++c)
        for (const int item : chain.columns[c])
            columnOf[item] = static_cast<int>(c);
    std::vector<int> order;
    for (std::size_t e = 0; e < graph.edges.size(); ++e)
        if (graph.edges[e].labelWidth > 0 && !chain.passes[e].empty())
            order.push_back(static_cast<int>(e));
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return graph.edges[a].width > graph.edges[b].width; });
    for (const int edge : order) {
        const auto &passes = chain.passes[edge];
        const int pass =
            *std::max_element(passes.begin(), passes.end(), [&](int a, int b) { return spare[columnOf[a]] < spare[columnOf[b]]; });
        const double more = std::max(0.0, WrittenLane - chain.items[pass].above - chain.items[pass].below);
        if (more > spare[columnOf[pass]])
            continue;
        spare[columnOf[pass]] -= more;
        chain.items[pass].above += more / 2;
        chain.items[pass].below += more / 2;
    }
}

/// Room to spare is shared out, or left to what was there before.
/// Sizes of the items at a scale: names stand below where the column has room for them, else beside. Spare room goes to nodes, to amounts
/// on lanes, and to lanes.
Sizes size(Chain &chain, const Graph &graph, double scale, double height)
{
    Need need(chain, graph, scale);
    const std::vector<NameSpot> open = openSides(graph, straightIn(chain, graph));
    Sizes sizes{need.rooms(), std::vector<NameSpot>(graph.nodes.size(), NameSpot::Below), true};
    std::vector<double> left;
    for (const auto &column : chain.columns) {
        need.squeeze(column, height);
        double needed = need.heightOf(column, sizes.spots);
        constexpr double easy = 0.86;
        if (needed > easy * height) {
            for (const int item : column)
                if (chain.items[item].node >= 0)
                    sizes.spots[item] = open[item];
            needed = need.heightOf(column, sizes.spots);
        }
        sizes.fits = sizes.fits && needed <= height;
        const double spare = std::max(0.0, height - needed);
        const auto nodes =
            static_cast<double>(std::count_if(column.begin(), column.end(), [&](int item) { return chain.items[item].node >= 0; }));
        const double lanes = static_cast<double>(column.size()) - nodes;
        auto shareOut = [rest = spare](double count, double most, double part) mutable {
            const double each = count > 0 ? std::min(most, part * rest / count) : 0;
            rest -= count * each;
            return std::pair(each, rest);
        };
        Share share;
        share.node = shareOut(nodes, UsualNodeSpare, 0.97).first;
        share.pair = shareOut(need.pairsIn(column), MostPairSpare, 0.5).first;
        share.node += shareOut(nodes, MostNodeSpare - UsualNodeSpare, lanes > 0 ? 0.3 : 0.7).first;
        const auto [lane, rest] = shareOut(lanes, MostLaneSpare, 0.2);
        share.lane = lane;
        for (std::size_t i = 0; i < column.size(); ++i) {
            chain.items[column[i]].above = need.above(column, i, sizes.spots, share);
            chain.items[column[i]].below = need.below(column, i, sizes.spots, share);
        }
        constexpr double free = 0.85;
        left.push_back(free * rest);
    }
    writeLanes(chain, graph, std::move(left));
    return sizes;
}

double widthOf(const std::vector<Reach> &columns)
{
    double sum = 0;
    for (const Reach &reach : columns)
        sum += reach.left + reach.right;
    return sum;
}

/// How far each column reaches to both sides with discs and names; less where all would take too much of the width.
std::vector<Reach> reaches(const Chain &chain, const Sizes &sizes, double width)
{
    std::vector<Reach> result(chain.columns.size());
    for (std::size_t c = 0; c < result.size(); ++c)
        for (const int item : chain.columns[c])
            if (const int node = chain.items[item].node; node >= 0) {
                const Reach reach = reachAt(sizes.rooms[node], sizes.spots[node]);
                result[c].left = std::max(result[c].left, reach.left);
                result[c].right = std::max(result[c].right, reach.right);
            }
    constexpr double share = 0.55;
    const double inside = widthOf(result) - (result.empty() ? 0 : result.front().left + result.back().right);
    if (const double factor = share * width / std::max(1e-9, inside); factor < 1)
        for (std::size_t c = 0; c < result.size(); ++c) {
            result[c].left *= c > 0 ? factor : 1;
            result[c].right *= c + 1 < result.size() ? factor : 1;
        }
    return result;
}

/// Centres of the used columns, room for names kept at both ends. Columns stand further apart where many edges run from one to the next,
/// whose amounts find room only there; the two halves of a column nearer to each other.
std::vector<double> spread(const Chain &chain, const std::vector<Reach> &columns, double width)
{
    constexpr double near = 0.5;
    std::vector<double> own(columns.size(), 0);
    double all = 0;
    for (std::size_t c = 1; c < columns.size(); ++c)
        for (const int item : chain.columns[c])
            for (const int other : chain.items[item].left)
                own[c] += chain.items[item].node >= 0 && chain.items[other].node >= 0;
    for (const double each : own)
        all += each;
    std::vector<double> share(columns.size(), 0);
    double shares = 0;
    for (std::size_t c = 1; c < columns.size(); ++c)
        shares += share[c] = (chain.keys[c] / 2 == chain.keys[c - 1] / 2 ? near : 1) +
            (all > 0 ? own[c] * static_cast<double>(columns.size() - 1) / all : 0);
    const double gap = shares > 0 ? (width - widthOf(columns)) / shares : 0;
    std::vector<double> x(columns.size(), width / 2);
    double at = 0;
    for (std::size_t c = 0; c < columns.size() && columns.size() > 1; ++c) {
        x[c] = at + share[c] * gap + columns[c].left;
        at = x[c] + columns[c].right;
    }
    return x;
}

/// What discs with their names below take of the width.
double nodeWidth(const Chain &chain, const std::vector<Room> &rooms)
{
    double sum = 0;
    for (const auto &column : chain.columns) {
        double most = 0;
        for (const int item : column)
            most = std::max(most, chain.items[item].node >= 0 ? 2 * rooms[item].halfWidth() : 0);
        sum += most;
    }
    return sum;
}

/// A graph whose columns have even numbers, or are folded into two halves, put in order and sized.
struct Folded {
    Graph graph;
    Chain chain;
    Sizes sizes;
    std::vector<Reach> columns;
    double scale = 1;
};

/// Scale at which a picture is large enough not to fold columns for it.
constexpr double LargeEnough = 0.67;

/// As large as the height allows, and no larger than `most`.
Folded arranged(Graph graph, const Request &request, double most, const Progress &progress)
{
    const Frame frame(request.width, request.height);
    const double width = request.width - 2 * frame.margin;
    const double height = request.height - 2 * frame.margin;
    Folded result;
    result.chain = chainOf(graph);
    order(result.chain, progress);
    if (result.chain.items.size() <= ManyItems) {
        gatherPairs(result.chain, graph);
        gatherHulls(result.chain, graph);
    }
    result.scale = std::min(most, legibleScale(graph, request.width, request.height));
    for (int attempt = 0; attempt < 160; ++attempt) {
        result.sizes = size(result.chain, graph, result.scale, height);
        result.columns = reaches(result.chain, result.sizes, width);
        if (result.sizes.fits && nodeWidth(result.chain, result.sizes.rooms) <= 0.8 * width)
            break;
        result.scale *= 0.96;
    }
    result.graph = std::move(graph);
    return result;
}

/// Moves every other of the nodes to the half on the right: those whose ribbons all go to the right rather than others, and so that as many
/// edges as can be among the nodes run from half to half.
void fold(Graph &graph, const std::vector<int> &nodes)
{
    const int key = graph.nodes[nodes.front()].column;
    std::vector<int> place(graph.nodes.size(), -1);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        place[nodes[i]] = static_cast<int>(i);
    std::vector<char> left(nodes.size(), 0);
    std::vector<char> right(nodes.size(), 0);
    std::vector<std::vector<int>> partners(nodes.size());
    for (const Edge &edge : graph.edges)
        for (const auto &[node, other] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)}) {
            if (place[node] < 0)
                continue;
            if (place[other] >= 0)
                partners[place[node]].push_back(place[other]);
            else
                (graph.nodes[other].column < key ? left : right)[place[node]] = 1;
        }
    std::vector<int> order(nodes.size());
    std::iota(order.begin(), order.end(), 0);
    const auto lean = [&](int i) { return left[i] == right[i] ? 0 : left[i] ? -1 : 1; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return lean(a) < lean(b); });
    std::vector<int> half(nodes.size(), 0);
    for (std::size_t i = order.size() / 2; i < order.size(); ++i)
        half[order[i]] = 1;
    // What is gained when a node changes its half.
    const auto gain = [&](int i) {
        double sum = half[i] == 0 ? 0.4 * lean(i) : -0.4 * lean(i);
        for (const int other : partners[i])
            sum += half[other] == half[i] ? 1 : -1;
        return sum;
    };
    constexpr int rounds = 20;
    constexpr std::size_t most = 150;
    bool better = nodes.size() <= most;
    for (int round = 0; round < rounds && better; ++round) {
        better = false;
        for (std::size_t i = 0; i < half.size(); ++i)
            for (std::size_t k = 0; k < half.size(); ++k) {
                if (half[i] == half[k])
                    continue;
                const auto joined = static_cast<double>(std::count(partners[i].begin(), partners[i].end(), static_cast<int>(k)));
                if (gain(static_cast<int>(i)) + gain(static_cast<int>(k)) + 2 * joined > 1e-9) {
                    std::swap(half[i], half[k]);
                    better = true;
                }
            }
    }
    for (std::size_t i = 0; i < nodes.size(); ++i)
        graph.nodes[nodes[i]].column = key + half[i];
}

/// Folds the fullest column of more than a few nodes that is still whole; nothing where there is none.
std::optional<Graph> foldFullest(const Folded &drawn, double height)
{
    constexpr std::size_t few = 8;
    constexpr double larger = 1.25;
    const Need need(drawn.chain, drawn.graph, drawn.scale * larger);
    const std::vector<NameSpot> open = openSides(drawn.graph, straightIn(drawn.chain, drawn.graph));
    double most = height;
    std::vector<int> fullest;
    for (std::size_t c = 0; c < drawn.chain.columns.size(); ++c) {
        const int key = drawn.chain.keys[c];
        const bool whole = key % 2 == 0 && !std::binary_search(drawn.chain.keys.begin(), drawn.chain.keys.end(), key + 1);
        std::vector<int> nodes;
        for (const int item : drawn.chain.columns[c])
            if (drawn.chain.items[item].node >= 0)
                nodes.push_back(item);
        const double needed = need.heightOf(drawn.chain.columns[c], open);
        if (whole && nodes.size() > few && needed > most) {
            most = needed;
            fullest = std::move(nodes);
        }
    }
    if (fullest.empty())
        return std::nullopt;
    Graph graph = drawn.graph;
    std::sort(fullest.begin(), fullest.end());
    fold(graph, fullest);
    return graph;
}

/// The graph with its columns numbered by twos, folded as they are where most of it is pinned.
Graph unfolded(const Graph &graph)
{
    std::vector<Point> before;
    for (const Node &node : graph.nodes)
        before.push_back(node.pinned.value_or(Point{-1, 0}));
    return foldedAsStanding(graph, before);
}

} // namespace

Placement placeSupplyChain(const Graph &graph, const Request &request, const Progress &progress)
{
    const Frame frame(request.width, request.height);
    const double width = request.width - 2 * frame.margin;
    const double height = request.height - 2 * frame.margin;
    Folded drawn = arranged(unfolded(graph), request, 1, progress);
    const bool crowded = drawn.scale < LargeEnough;
    while (crowded && !progress.stop()) {
        const auto further = foldFullest(drawn, height);
        if (!further)
            break;
        Folded other = arranged(*further, request, LargeEnough, progress);
        constexpr double larger = 1.04;
        constexpr double calmer = 0.9;
        const bool fewer = other.scale >= drawn.scale &&
            static_cast<double>(crossingsIn(other.chain)) < calmer * static_cast<double>(crossingsIn(drawn.chain));
        if (other.scale < drawn.scale * larger && !fewer)
            break;
        drawn = std::move(other);
    }
    Placement placement;
    placement.scale = drawn.scale;
    placement.nodes.resize(graph.nodes.size());
    Chain &chain = drawn.chain;
    setHeights(chain, height, progress);
    for (Item &item : chain.items)
        item.y += frame.margin;
    std::vector<double> xs = spread(chain, drawn.columns, width);
    for (double &x : xs)
        x += frame.margin;
    for (std::size_t c = 0; c < xs.size(); ++c)
        for (const int item : chain.columns[c])
            if (chain.items[item].node >= 0)
                placement.nodes[chain.items[item].node] = {xs[c], chain.items[item].y};
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (graph.nodes[i].pinned)
            placement.nodes[i] = *graph.nodes[i].pinned;

    std::map<int, std::pair<double, double>> centres;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto found = std::lower_bound(chain.keys.begin(), chain.keys.end(), drawn.graph.nodes[i].column);
        const double x = xs[static_cast<std::size_t>(found - chain.keys.begin())];
        auto &[low, high] = centres.emplace(graph.nodes[i].column, std::pair(x, x)).first->second;
        low = std::min(low, x);
        high = std::max(high, x);
    }
    for (int key = 0; key < graph.columns; ++key) {
        auto found = centres.upper_bound(key);
        found = found == centres.begin() ? found : std::prev(found);
        placement.columns.push_back((found->second.first + found->second.second) / 2);
    }
    LaneWishes wishes(graph.edges.size());
    for (std::size_t e = 0; e < wishes.size(); ++e)
        for (const int pass : chain.passes[e])
            wishes[e].push_back(chain.items[pass].y);
    placement.routes = laneRoutes(drawn.graph, placement.nodes, placement.scale, wishes, drawn.sizes.spots);
    return placement;
}

} // namespace dealscape::layout
