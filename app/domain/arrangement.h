// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/vocabulary.h"

#include <vector>

namespace dealscape {

/// Where somebody's hand put an organisation, in a picture 1250 wide and 720 high: dragged, it is pinned and stays put; not pinned, it made
/// room for another and keeps that place. Everything else stands where the layout puts it.
struct KeptPlace {
    OrganizationId organization;
    double x = 0;
    double y = 0;
    bool pinned = true;

    friend bool operator==(const KeptPlace &, const KeptPlace &) = default;
};

/// In the order of their ids, as they are written; of several places of one organisation the last. O(n log n).
std::vector<KeptPlace> inOrder(std::vector<KeptPlace> places);

/// The places that a file keeps for one layout. A file holds at most one for each.
struct KeptArrangement {
    LayoutKind layout = LayoutKind::Web;
    std::vector<KeptPlace> places;

    friend bool operator==(const KeptArrangement &, const KeptArrangement &) = default;
};

} // namespace dealscape
