// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/progress.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace dealscape::analysis {

/// What holds the network together, whichever way money runs and whatever the amounts: every deal given ties its two ends,
/// counted or not, payer known or not.
struct Structure {
    /// Organisations without which the network would fall apart, ascending (Hopcroft and Tarjan 1973).
    std::vector<int> articulationPoints;
    /// Pairs whose tie is the only one between two parts, each with its smaller position first, ascending.
    std::vector<std::pair<int, int>> bridges;
    /// Parts that no deal ties together, and the organisations that have a deal.
    int components = 0;
    int organizations = 0;
};

/// Linear, but for sorting.
Structure structure(const Index &index, std::span<const int> deals);

/// For each organisation of the dataset, the share of shortest ways between two others that pass through it, from 0 to 1
/// (Freeman 1977, by Brandes 2001), over the same ties and normalised over the organisations that have one; 0 without.
/// Takes time in proportion to organisations times ties: tens of seconds for 10,000 and 30,000.
std::vector<double> betweenness(const Index &index, std::span<const int> deals);

/// The same with word of its progress, once for each organisation done. Nothing when cancelled.
std::optional<std::vector<double>> betweenness(const Index &index, std::span<const int> deals, const Progress &progress);

} // namespace dealscape::analysis
