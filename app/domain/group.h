// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/extras.h"
#include "domain/id.h"

#include <optional>
#include <string>
#include <vector>

namespace dealscape {

/// A hull drawn round organisations whose deals lie inside one umbrella figure.
struct Umbrella {
    DealId deal;
    std::string label;
    std::vector<OrganizationId> encloses;

    friend bool operator==(const Umbrella &, const Umbrella &) = default;
};

/// Deals that describe, wholly or partly, the same money. Membership is stated by each deal.
struct OverlapGroup {
    GroupId id;
    std::string explanation;
    std::optional<Umbrella> umbrella;
    Extras extras;

    friend bool operator==(const OverlapGroup &, const OverlapGroup &) = default;
};

} // namespace dealscape
