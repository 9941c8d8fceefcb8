// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/flowgraph.h"

#include <optional>
#include <vector>

namespace dealscape::analysis {

/// The share of matched payments among all: sum over ordered pairs of min(w_ij, w_ji) over the total, from 0 to 1
/// (Squartini et al. 2013). Unknown amounts count as zero.
double reciprocity(const FlowGraph &graph, Bound bound);

/// How much of the system's throughput is money that has been through the same organisation before (Finn 1976, 1980).
/// Assumes that what an organisation gets and does not pay on leaves the network, what it pays and did not get comes
/// from outside, and that money mixes: every dollar that passes is paid on in the same proportions.
struct Cycling {
    /// For each organisation T_i = max(in, out), what passes through it.
    std::vector<Money> throughflow;
    /// For each organisation the share of its throughflow that comes back to it: (n_ii - 1) / n_ii with N = (I - B)^-1 and
    /// B_ij = w_ij / T_i; 1 where money can never leave again and n_ii has no bound.
    std::vector<double> cycled;
    /// The Finn cycling index: cycled, weighted by throughflow, from 0 to 1.
    double index = 0;

    /// n_ii, the visits a dollar pays to the organisation it is at; infinity where cycled is 1.
    double visits(int organization) const { return 1 / (1 - cycled[static_cast<std::size_t>(organization)]); }
};

/// The most organisations in one strong component for which cycling() inverts a matrix.
inline constexpr int largestComponent = 1500;

/// Cubic in the size of the largest strong component; nothing when that is above largestComponent, at which it takes 1.3 s. Eigen's
/// solver takes 1.1 s there and as long at 500, for one library more to be found wherever this is built.
std::optional<Cycling> cycling(const FlowGraph &graph, Bound bound);

} // namespace dealscape::analysis
