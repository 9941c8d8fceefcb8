// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/vocabulary.h"

#include <vector>

namespace dealscape {

/// Where somebody's hand put an organisation, in a picture 1250 wide and 720 high. One that is not pinned made room for another.
struct KeptPlace {
    OrganizationId organization;
    double x = 0;
    double y = 0;
    bool pinned = true;

    friend bool operator==(const KeptPlace &, const KeptPlace &) = default;
};

/// The places that a file keeps for one layout. A file holds at most one for each.
struct KeptArrangement {
    LayoutKind layout = LayoutKind::Web;
    std::vector<KeptPlace> places;

    friend bool operator==(const KeptArrangement &, const KeptArrangement &) = default;
};

} // namespace dealscape
