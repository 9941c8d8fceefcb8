// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/flowgraph.h"
#include "domain/progress.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dealscape::analysis {

/// How the dates of a loop's legs run, from its first leg on: each leg's deals no earlier than those before it, no
/// later, or neither.
enum class DateOrder { Forwards, Backwards, Mixed };

/// Money that comes back to where it started: a simple directed cycle. At most the amount of its smallest leg can go round
/// once; the legs are never added.
struct Loop {
    /// Positions in dataset().organizations in the order of payment, each once. Starts with the payer of the smallest leg;
    /// where a leg is unknown, with the payer of an unknown leg.
    std::vector<int> organizations;
    /// Legs as positions in FlowGraph::arcs(): legs[i] runs from organizations[i] to the next, the last one home.
    std::vector<int> legs;
    int unknownLegs = 0;
    /// The smallest leg at the low and at the high bound, which need not be the same leg; absent when a leg has no
    /// published value. smallest(bound) is what the loop is ranked by.
    std::optional<Money> smallestLow;
    std::optional<Money> smallestHigh;
    /// Smallest leg over largest leg at either bound, from 0 to 1; absent when a leg is unknown or all are zero.
    std::optional<double> closureLow;
    std::optional<double> closureHigh;
    DateOrder dates = DateOrder::Forwards;
    /// Of the weakest leg, at the bound of the search.
    Certainty weakest = Certainty::Paid;

    std::optional<Money> smallest(Bound bound) const { return bound == Bound::Low ? smallestLow : smallestHigh; }
    std::optional<double> closure(Bound bound) const { return bound == Bound::Low ? closureLow : closureHigh; }
};

struct LoopOptions {
    /// Most legs a loop may have, from 2.
    int maximumLength = 5;
    Bound bound = Bound::High;
    /// Only loops through this organisation.
    std::optional<int> through;
    /// Most loops kept: those of the largest smallest legs.
    std::size_t limit = 10'000;
    /// Most arcs looked at, which bounds the time whatever the network's shape.
    std::int64_t maximumSteps = 200'000'000;
};

/// Whether a search saw everything, and if not, why it ended.
enum class Completion { Complete, LimitReached, StepsExhausted, Cancelled };

struct LoopSearch {
    /// Largest smallest leg first; loops with an unknown leg last, those with fewest such legs first. Ties: fewer legs, larger
    /// closure, then the organisations' order.
    std::vector<Loop> loops;
    Completion completion = Completion::Complete;
    int maximumLength = 0;
    Bound bound = Bound::High;
};

/// Finds every simple directed cycle of at most maximumLength legs. Arcs are taken from the largest to the smallest, unknown ones
/// last, and each closes the cycles of which it is the smallest leg by a search of bounded depth among larger arcs inside
/// its strong component, met half way from the other side (after Johnson 1975, who has no bound). So loops come
/// out in their rank, and a search that ends early has found the best ones. Memory is bounded by the limit.
LoopSearch findLoops(const FlowGraph &graph, const LoopOptions &options = {}, const Progress &progress = {});

} // namespace dealscape::analysis
