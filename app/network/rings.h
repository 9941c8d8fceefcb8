// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/perspective.h"
#include "network/network.h"

#include <optional>
#include <vector>

namespace dealscape::network {

/// The loops to be drawn as rings, as positions in Network::nodes in the order of payment, no node in two of them: the closed
/// trail of the perspective where all of it is in view, otherwise the loops of three and more organisations whose
/// smallest legs are largest, or the leading loop of two where there are none. As costly as a search for loops of five legs.
std::vector<std::vector<int>> ringsOf(const View &view);

/// The loop on which a ring layout opens: the first of its rings; nothing where the network has no loop.
std::optional<Trail> leadingLoop(const Index &index, const Perspective &perspective);

} // namespace dealscape::network
