// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_set>

namespace dealscape::view {

/// What stands out in a picture for itself, whoever looks at it: the rest fades and loses its labels. By position in the network.
struct Light {
    std::unordered_set<int> nodes;
    std::unordered_set<int> edges;
    /// Edges with a halo in the accent: the smallest leg of a lit trail.
    std::unordered_set<int> haloed;

    static constexpr double fadedEdge = 0.16;
    static constexpr double fadedNode = 0.30;
    /// What is left of everything beside a selection's neighbourhood, which stays for longer: its labels stay too.
    static constexpr double beside = 0.45;
};

} // namespace dealscape::view
