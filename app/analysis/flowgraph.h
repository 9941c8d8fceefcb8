// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/money.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace dealscape::analysis {

/// All money that one organisation pays another, over every flow class. Legs are compared and bounded by one another, never
/// added to something else.
struct Arc {
    /// Positions in dataset().organizations.
    int from = 0;
    int to = 0;
    /// Sums over the deals that publish a value, at either bound.
    Money low;
    Money high;
    /// Positions in dataset().deals, by date announced.
    std::vector<int> deals;
    int unpublished = 0;
    /// Days since 1970 of the first and the last announcement.
    int earliest = 0;
    int latest = 0;
    /// The weakest certainty of any part of the deals that adds to the sum at the low and at the high bound; that of the
    /// deal where none is published.
    std::array<Certainty, 2> weakest = {Certainty::Paid, Certainty::Paid};

    /// Whether any deal publishes a value; otherwise the amount is unknown, which is not zero.
    bool known() const { return unpublished < static_cast<int>(deals.size()); }
    Money at(Bound bound) const { return bound == Bound::Low ? low : high; }
    Certainty weakestAt(Bound bound) const { return weakest[bound == Bound::Low ? 0 : 1]; }
};

/// Which money an arc holds: all of its deals, or what is still to be paid, which leaves out what is paid or cancelled and
/// instruments and guarantees, which carry no payment.
enum class Dues { All, Outstanding };

/// Whether deals of a flow class move no money by themselves.
bool carriesNoPayment(FlowClass flow);

/// Who pays whom: the matrix W of payments, one arc for each ordered pair of organisations, over the counted deals
/// given whose payer and payee are known and differ. A value, independent of the index once built; reading it from several
/// threads is safe. Building is linear but for a sort; look-ups are constant or logarithmic.
class FlowGraph {
public:
    FlowGraph(const Index &index, std::span<const int> deals, Dues dues = Dues::All);

    /// Number of organisations in the dataset, with or without arcs.
    int size() const { return static_cast<int>(m_outStart.size()) - 1; }

    /// Ordered by payer, then payee.
    const std::vector<Arc> &arcs() const { return m_arcs; }
    const Arc &arc(int position) const { return m_arcs[static_cast<std::size_t>(position)]; }
    /// Position of the arc between two organisations, or -1.
    int find(int from, int to) const;

    /// Positions of the arcs that leave or enter an organisation.
    std::span<const int> out(int organization) const;
    std::span<const int> in(int organization) const;

    Money outflow(int organization, Bound bound) const;
    Money inflow(int organization, Bound bound) const;
    Money total(Bound bound) const;

private:
    void connect(int organizations);

    std::vector<Arc> m_arcs;
    std::vector<int> m_outStart;
    std::vector<int> m_outArcs;
    std::vector<int> m_inStart;
    std::vector<int> m_inArcs;
};

/// The strong component of each organisation, numbered from 0: two organisations share one when money can pass from each to the
/// other (Tarjan 1972). With a bound, only arcs that carry money at it count; without, unknown ones do too. Linear.
std::vector<int> strongComponents(const FlowGraph &graph, std::optional<Bound> carrying = {});

} // namespace dealscape::analysis
