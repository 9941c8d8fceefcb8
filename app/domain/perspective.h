// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/vocabulary.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dealscape {

/// Which deals are in view. An empty set admits everything; filters never change the scales of the picture.
struct Filter {
    /// Deals of this tier or a lower one; 0 admits every tier.
    int maximumTier = 0;
    bool countedOnly = true;
    /// Leave out deals that publish neither a value nor a countable capacity.
    bool publishedOnly = true;
    std::set<Certainty> certainties = {Certainty::Paid, Certainty::Binding, Certainty::Announced, Certainty::Potential};
    std::set<Family> families;
    std::set<DealKind> kinds;
    /// Organisations of these layers and countries: a deal stays when both of its ends do.
    std::set<LayerId> layers;
    std::set<std::string> countries;
    std::optional<Date> from;
    std::optional<Date> until;
    /// Deals whose value at the high bound is at least this much; unpublished values do not pass.
    std::optional<Money> atLeast;
    /// Case-insensitive text in the names, the headline or the note.
    std::string text;

    friend bool operator==(const Filter &, const Filter &) = default;
};

/// The neighbourhood of one organisation: those reachable in at most depth steps over visible deals, in any direction.
struct Focus {
    OrganizationId organization;
    int depth = 1;

    friend bool operator==(const Focus &, const Focus &) = default;
};

/// Everything that decides what a picture of a dataset shows, apart from its size, theme and camera.
struct Perspective {
    Lens lens = Lens::Value;
    LayoutKind layout = LayoutKind::Web;
    Filter filter;
    std::optional<Focus> focus;
    /// Show the edges of the founding article as it reported them, in place of the deals.
    bool asReported = false;

    friend bool operator==(const Perspective &, const Perspective &) = default;
};

} // namespace dealscape
