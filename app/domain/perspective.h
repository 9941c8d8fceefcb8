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
    /// Organisations of these layers and countries, and organisations by themselves: a deal stays when both of its ends, or either of
    /// them, are such.
    std::set<LayerId> layers;
    Ends layerEnds = Ends::Both;
    std::set<std::string> countries;
    Ends countryEnds = Ends::Both;
    std::set<OrganizationId> organizations;
    Ends organizationEnds = Ends::Either;
    /// Deals whose weakest source was consulted in one of these ways; deals without a source do not pass.
    std::set<SourceBasis> weakestSources;
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

/// A walk along payments that stands out while the rest fades: payer, payee, payee's payee and so on. A closed one goes on
/// from the last to the first, as a loop does; an open one is a path. Holds at least two organisations.
struct Trail {
    std::vector<OrganizationId> organizations;
    bool closed = false;

    friend bool operator==(const Trail &, const Trail &) = default;
};

/// Everything that decides what a picture of a dataset shows, apart from its size, theme and camera.
struct Perspective {
    Lens lens = Lens::Value;
    LayoutKind layout = LayoutKind::Web;
    Filter filter;
    std::optional<Focus> focus;
    /// Organisations whose neighbours are shown beside those of the focus, and those whose neighbours are folded away as far
    /// as nothing else shows them.
    std::set<OrganizationId> expanded;
    std::set<OrganizationId> collapsed;
    std::optional<Trail> trail;
    /// Show the edges of the founding article as it reported them, in place of the deals.
    bool asReported = false;
    /// Lay out what passes the filter alone. Otherwise filters hide and move nothing, but for tier, what is counted and what is published.
    bool arrangeShown = false;

    friend bool operator==(const Perspective &, const Perspective &) = default;
};

} // namespace dealscape
