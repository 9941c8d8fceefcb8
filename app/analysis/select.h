// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/perspective.h"

#include <optional>
#include <set>
#include <span>
#include <vector>

namespace dealscape::analysis {

/// Positions in dataset().deals, ascending, of the deals that pass every part of the filter.
/// - A deal passes by certainty when any part of its value has an admitted certainty.
/// - Layers, countries and organisations are those of the ends of the deal's edge (Deal::tail and head), as admitsEnds() decides.
/// - The weakest source of a deal is the one consulted worst, in the order of SourceBasis.
/// - Dates compare by Date::firstDay, so "2025-10" passes from "2025-10-01" but not from "2025-10-02"; `until` includes
///   everything that may lie in the month or year it names.
/// - Text is looked for in the names of all parties, the headline and the note, without regard to case.
/// Linear in the dataset.
std::vector<int> select(const Index &index, const Filter &filter);

/// Whether an edge between two organisations has the ends that a filter asks for by layer, country and organisation.
bool admitsEnds(const Index &index, const Filter &filter, const OrganizationId &tail, const OrganizationId &head);

/// How the weakest source of a deal was consulted; nothing where it has none. Linear in its sources.
std::optional<SourceBasis> weakestSource(const Index &index, const Deal &deal);

/// Those of the deals whose both ends lie within focus.depth steps of the focus, walking the deals in any direction.
/// Nothing when the organisation is unknown or the depth is below 1. Order is kept.
std::vector<int> neighbourhood(const Index &index, std::span<const int> deals, const Focus &focus);

/// Those of the deals whose both ends the focus, the expanded and the collapsed organisations of a perspective keep in view,
/// as reach() decides; its filter is not looked at. Order is kept.
std::vector<int> inReach(const Index &index, std::span<const int> deals, const Perspective &perspective);

/// What a perspective shows: select() narrowed by inReach(). asReported is left to whoever draws.
std::vector<int> visible(const Index &index, const Perspective &perspective);

/// What is measured of a perspective: what it shows, with the deals that it hides only because they publish nothing.
std::vector<int> measured(const Index &index, Perspective perspective);

/// A deal of which only the parts of some certainties are looked at: they make its value, what is paid of it and its certainty. The deal as
/// it is when it has no parts, or none or all of them are asked for; no certainties ask for all.
Deal withParts(Deal deal, const std::set<Certainty> &certainties);

/// The dataset as a filter by certainty shows it, every deal by withParts(), so that whatever is drawn, listed or added up of it agrees to
/// the dollar. Nothing when no deal is changed, as under the standard filter. Linear; positions stay.
std::optional<Dataset> withParts(const Dataset &dataset, const std::set<Certainty> &certainties);

/// Every tier, every certainty, counted or not, published or not.
Filter everything();

/// Whether a deal is firm enough to carry money round a loop: counted, neither cancelled nor rumoured nor potential nor a
/// letter of intent, with payer and payee known. An unpublished value is kept and makes an unknown leg.
bool firmEnough(const Deal &deal);

/// The firm ones among the deals, in order; firm(index, select(index, everything())) is the usual ground for loops.
std::vector<int> firm(const Index &index, std::span<const int> deals);

} // namespace dealscape::analysis
