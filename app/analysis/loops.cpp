// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/loops.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace dealscape::analysis {

namespace {

constexpr std::int64_t stepsBetweenQuestions = 1 << 14;

/// Arcs by rank, from the largest amount to the smallest and unknown ones last; ties in the graph's order.
std::vector<int> ranked(const FlowGraph &graph, Bound bound)
{
    std::vector<int> order(graph.arcs().size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](int a, int b) {
        const Arc &left = graph.arc(a);
        const Arc &right = graph.arc(b);
        return left.known() != right.known() ? left.known() : left.at(bound) > right.at(bound);
    });
    return order;
}

/// The search of one graph. Works on the arcs admitted so far, which lie within strong components.
class Search {
public:
    Search(const FlowGraph &graph, const LoopOptions &options, const Progress &progress)
        : m_graph(graph),
          m_options(options),
          m_progress(progress),
          m_out(at(graph.size())),
          m_in(at(graph.size())),
          m_distance(at(graph.size()), unreached),
          m_onPath(at(graph.size()))
    {}

    Completion run(std::vector<std::vector<int>> &found)
    {
        const std::vector<int> components = strongComponents(m_graph);
        const std::vector<int> order = ranked(m_graph, m_options.bound);
        m_found = &found;
        for (std::size_t i = 0; i < order.size() && m_completion == Completion::Complete; ++i) {
            const Arc &arc = m_graph.arc(order[i]);
            if (components[at(arc.from)] == components[at(arc.to)])
                admit(order[i]);
            if (i % 256 == 0)
                m_progress(static_cast<double>(i) / static_cast<double>(order.size()));
        }
        return m_completion;
    }

private:
    /// One arc seen from one of its ends.
    struct Step {
        int to;
        int arc;
    };

    static constexpr int unreached = std::numeric_limits<int>::max();

    /// Closes all cycles of which the arc is the smallest leg, then lets later searches use it.
    void admit(int position)
    {
        const Arc &arc = m_graph.arc(position);
        m_target = arc.from;
        approach();
        m_path = {position};
        m_onPath[at(arc.from)] = true;
        if (m_reached.size() > 1 && worthwhile(arc.to, m_options.maximumLength - 1))
            extend(arc.to, m_options.maximumLength - 1);
        m_onPath[at(arc.from)] = false;
        for (const int organization : m_reached)
            m_distance[at(organization)] = unreached;
        m_reached.clear();
        m_out[at(arc.from)].push_back({arc.to, position});
        m_in[at(arc.to)].push_back({arc.from, position});
    }

    /// Steps to the target, for organisations within half of the longest way.
    void approach()
    {
        m_horizon = m_options.maximumLength / 2;
        m_distance[at(m_target)] = 0;
        m_reached.push_back(m_target);
        for (std::size_t i = 0; i < m_reached.size(); ++i) {
            const int here = m_reached[i];
            if (m_distance[at(here)] == m_horizon)
                break;
            for (const Step &back : m_in[at(here)]) {
                if (!step())
                    return;
                if (m_distance[at(back.to)] != unreached)
                    continue;
                m_distance[at(back.to)] = m_distance[at(here)] + 1;
                m_reached.push_back(back.to);
            }
        }
    }

    /// Walks on from an organisation with so many legs left, at least one. Recursion is as deep as a loop is long.
    void extend(int here, int left)
    {
        m_onPath[at(here)] = true;
        for (const Step &forth : m_out[at(here)]) {
            if (!step())
                break;
            if (forth.to != m_target && (m_onPath[at(forth.to)] || !worthwhile(forth.to, left - 1)))
                continue;
            m_path.push_back(forth.arc);
            if (forth.to == m_target)
                close();
            else
                extend(forth.to, left - 1);
            m_path.pop_back();
        }
        m_onPath[at(here)] = false;
    }

    /// Whether the target may be reached with so many legs left; certain only within the horizon.
    bool worthwhile(int here, int left) const { return left > m_horizon || m_distance[at(here)] <= left; }

    void close()
    {
        const auto touches = [&](int position) { return m_graph.arc(position).from == *m_options.through; };
        if (m_options.through && std::ranges::none_of(m_path, touches))
            return;
        if (m_found->size() == m_options.limit) {
            m_completion = Completion::LimitReached;
            return;
        }
        m_found->push_back(m_path);
    }

    /// Counts one step; false when the search is over.
    bool step()
    {
        ++m_steps;
        if (m_steps > m_options.maximumSteps)
            m_completion = Completion::StepsExhausted;
        else if (m_steps % stepsBetweenQuestions == 0 && m_progress.stop())
            m_completion = Completion::Cancelled;
        return m_completion == Completion::Complete;
    }

    const FlowGraph &m_graph;
    const LoopOptions &m_options;
    const Progress &m_progress;
    std::vector<std::vector<Step>> m_out;
    std::vector<std::vector<Step>> m_in;
    std::vector<int> m_distance;
    std::vector<char> m_onPath;
    std::vector<int> m_reached;
    std::vector<int> m_path;
    std::vector<std::vector<int>> *m_found = nullptr;
    int m_target = 0;
    int m_horizon = 0;
    std::int64_t m_steps = 0;
    Completion m_completion = Completion::Complete;
};

DateOrder dateOrder(const FlowGraph &graph, const std::vector<int> &legs)
{
    bool forwards = true;
    bool backwards = true;
    for (std::size_t i = 1; i < legs.size(); ++i) {
        const Arc &before = graph.arc(legs[i - 1]);
        const Arc &after = graph.arc(legs[i]);
        forwards = forwards && before.latest <= after.earliest;
        backwards = backwards && before.earliest >= after.latest;
    }
    return forwards ? DateOrder::Forwards : backwards ? DateOrder::Backwards : DateOrder::Mixed;
}

struct Extremes {
    Money smallest;
    Money largest;

    std::optional<double> closure() const
    {
        if (largest <= Money())
            return std::nullopt;
        return static_cast<double>(smallest.dollars()) / static_cast<double>(largest.dollars());
    }
};

Extremes extremes(const FlowGraph &graph, const std::vector<int> &legs, Bound bound)
{
    const auto amount = [&](int leg) { return graph.arc(leg).at(bound); };
    const auto [least, most] = std::ranges::minmax(legs, {}, amount);
    return {amount(least), amount(most)};
}

/// The legs begin with the smallest, as the search leaves them.
Loop describe(const FlowGraph &graph, std::vector<int> legs, Bound bound)
{
    Loop loop;
    for (const int leg : legs) {
        const Arc &arc = graph.arc(leg);
        loop.organizations.push_back(arc.from);
        loop.unknownLegs += !arc.known();
        loop.weakest = std::max(loop.weakest, arc.weakestAt(bound));
    }
    loop.dates = dateOrder(graph, legs);
    if (loop.unknownLegs == 0) {
        const Extremes low = extremes(graph, legs, Bound::Low);
        const Extremes high = extremes(graph, legs, Bound::High);
        loop.smallestLow = low.smallest;
        loop.smallestHigh = high.smallest;
        loop.closureLow = low.closure();
        loop.closureHigh = high.closure();
    }
    loop.legs = std::move(legs);
    return loop;
}

bool ranksBefore(const Loop &a, const Loop &b, Bound bound)
{
    const auto key = [bound](const Loop &loop) {
        return std::tuple(loop.unknownLegs, -loop.smallest(bound).value_or(Money()).dollars(), loop.legs.size(),
                          -loop.closure(bound).value_or(0));
    };
    const auto left = key(a);
    const auto right = key(b);
    return left != right ? left < right : a.organizations < b.organizations;
}

} // namespace

LoopSearch findLoops(const FlowGraph &graph, const LoopOptions &options, const Progress &progress)
{
    LoopSearch result;
    result.maximumLength = options.maximumLength;
    result.bound = options.bound;
    if (options.maximumLength < 2)
        return result;
    std::vector<std::vector<int>> found;
    result.completion = Search(graph, options, progress).run(found);
    result.loops.reserve(found.size());
    for (std::vector<int> &legs : found)
        result.loops.push_back(describe(graph, std::move(legs), options.bound));
    std::ranges::sort(result.loops, [&](const Loop &a, const Loop &b) { return ranksBefore(a, b, options.bound); });
    if (result.completion == Completion::Complete)
        progress(1);
    return result;
}

} // namespace dealscape::analysis
