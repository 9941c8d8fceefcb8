// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/clearing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dealscape::analysis {

namespace {

constexpr int mostSteps = 200'000;
/// Payments have settled when a step changes them by less than this part of all that is owed.
constexpr double settled = 1e-14;

class Passing {
public:
    Passing(const FlowGraph &graph, std::span<const PartyInputs> inputs, Bound bound, std::optional<int> failed, double recovery)
        : m_graph(graph), m_inputs(inputs), m_bound(bound), m_failed(failed), m_recovery(std::clamp(recovery, 0.0, 1.0))
    {
        for (int organization = 0; organization < graph.size(); ++organization)
            m_owed.push_back(amount(graph.outflow(organization, bound)));
        m_paid = m_owed;
    }

    Clearing run(const Progress &progress)
    {
        Clearing result;
        result.rounds.push_back({0, m_paid, {}});
        std::vector<bool> wasShort(m_owed.size());
        const double enough = settled * total();
        int step = 0;
        std::vector<int> fresh;
        while (!result.converged && step < mostSteps && !progress.stop()) {
            ++step;
            result.converged = pass() <= enough;
            for (std::size_t i = 0; i < m_paid.size(); ++i) {
                if (wasShort[i] || m_paid[i] >= m_owed[i] * (1 - 1e-12))
                    continue;
                wasShort[i] = true;
                fresh.push_back(static_cast<int>(i));
            }
            if (!fresh.empty() && result.rounds.size() < mostClearingRounds)
                result.rounds.push_back({step, m_paid, std::exchange(fresh, {})});
        }
        if (result.rounds.back().paid != m_paid || !fresh.empty())
            result.rounds.push_back({step, m_paid, std::move(fresh)});
        describe(result);
        return result;
    }

private:
    bool known(int organization) const
    {
        return m_failed == organization || (at(organization) < m_inputs.size() && m_inputs[at(organization)].outside.amount);
    }

    double total() const
    {
        double sum = 0;
        for (const double owed : m_owed)
            sum += owed;
        return sum;
    }

    std::vector<double> received() const
    {
        std::vector<double> sums(m_owed.size());
        for (const Arc &arc : m_graph.arcs())
            if (m_owed[at(arc.from)] > 0)
                sums[at(arc.to)] += amount(arc.at(m_bound)) / m_owed[at(arc.from)] * m_paid[at(arc.from)];
        return sums;
    }

    double payable(int organization, double got) const
    {
        const double owed = m_owed[at(organization)];
        if (m_failed == organization)
            return owed * m_recovery;
        if (!known(organization))
            return owed;
        return std::min(owed, amount(*m_inputs[at(organization)].outside.amount) + got);
    }

    /// Passes payments on once; the largest change.
    double pass()
    {
        const std::vector<double> got = received();
        double change = 0;
        for (std::size_t i = 0; i < m_paid.size(); ++i) {
            const double next = std::min(m_paid[i], payable(static_cast<int>(i), got[i]));
            change = std::max(change, m_paid[i] - next);
            m_paid[i] = next;
        }
        return change;
    }

    void describe(Clearing &result) const
    {
        const std::vector<double> got = received();
        for (int organization = 0; organization < m_graph.size(); ++organization) {
            const std::size_t i = at(organization);
            if (m_owed[i] <= 0)
                continue;
            if (!known(organization))
                result.withoutInput.push_back(organization);
            else
                result.results.push_back(
                    {organization, m_owed[i], m_paid[i], got[i], i < m_inputs.size() ? m_inputs[i].outside.basis : InputBasis::None});
        }
    }

    const FlowGraph &m_graph;
    std::span<const PartyInputs> m_inputs;
    Bound m_bound;
    std::optional<int> m_failed;
    double m_recovery;
    std::vector<double> m_owed;
    std::vector<double> m_paid;
};

} // namespace

Clearing clear(const FlowGraph &graph, std::span<const PartyInputs> inputs, Bound bound, std::optional<int> failed, double recovery,
               const Progress &progress)
{
    return Passing(graph, inputs, bound, failed, recovery).run(progress);
}

Failure clearFailure(const FlowGraph &graph, std::span<const PartyInputs> inputs, Bound bound, int failed, double recovery,
                     const Progress &progress)
{
    return {clear(graph, inputs, bound, {}, 0, progress), clear(graph, inputs, bound, failed, recovery, progress)};
}

} // namespace dealscape::analysis
