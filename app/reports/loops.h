// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/loops.h"
#include "domain/dataset.h"
#include "domain/perspective.h"
#include "domain/progress.h"

#include <QString>

#include <optional>
#include <vector>

namespace dealscape::reports {

/// One payment of a loop with what is needed to show and to open it.
struct LoopLeg {
    OrganizationId payer;
    OrganizationId payee;
    /// Of the largest deal; the ribbon to select.
    Family family = Family::Capital;
    /// "Equity investment", or "3 deals".
    QString kind;
    /// When the first of its deals was announced, and the last.
    Date first;
    Date last;
    Certainty certainty = Certainty::Announced;
    /// Not published when none of its deals publishes a value.
    MoneyRange value;
    /// Positions in Dataset::deals, oldest first.
    std::vector<int> deals;
};

/// Where a loop stands to the picture: drawn in full, hidden in part because a leg has no price, or among other tiers.
enum class LoopPlace { Here, WithoutPrice, OtherTier };

struct FoundLoop {
    LoopPlace place = LoopPlace::Here;
    analysis::Loop loop;
    std::vector<LoopLeg> legs;
    /// The highest tier of its deals.
    int tier = 1;

    /// The smallest leg at both bounds; not published when a leg is unknown.
    MoneyRange smallest() const { return {loop.smallestLow, loop.smallestHigh}; }
    Trail trail() const;
    /// The same ring from whichever party it is started.
    bool walks(const Trail &other) const;
};

/// Whether loops of other tiers than those of the filter are looked for too, at the price of a second search.
enum class Elsewhere { Listed, LeftOut };

struct LoopQuestion {
    /// Most legs, from 2.
    int maximumLength = 5;
    /// Only loops through this organisation.
    std::optional<OrganizationId> through;
    Elsewhere elsewhere = Elsewhere::Listed;

    friend bool operator==(const LoopQuestion &, const LoopQuestion &) = default;
};

struct LoopFinding {
    /// Here first, then without price, then of other tiers; each by its smallest leg.
    std::vector<FoundLoop> loops;
    analysis::Completion completion = analysis::Completion::Complete;
    int maximumLength = 5;

    int count(LoopPlace place) const;
    /// How many of a place have a value on every leg.
    int priced(LoopPlace place) const;
};

/// Loops of the firm deals that pass the perspective's filter and focus, with those that it hides only because they publish nothing
/// (LoopPlace::WithoutPrice) and those of other tiers. Any thread may call it; what stopped the search is in completion.
LoopFinding findLoops(const Index &index, const Perspective &perspective, const LoopQuestion &question, const Progress &progress = {});

/// Loops of at most five legs that stand in the picture (LoopPlace::Here), the largest smallest leg first. The search is bounded to a
/// fraction of a second whatever the network's shape; cut off, it has found the first ones.
std::vector<FoundLoop> leadingLoops(const Index &index, const Perspective &perspective);

/// "Nvidia › OpenAI › Oracle", ending where it started when `home` asks for it.
enum class Home { Omitted, Named };
QString nameOf(const Index &index, const FoundLoop &loop, Home home);

/// "in order", "in reverse order", "in mixed order": how the dates run along the legs.
QString orderWord(const FoundLoop &loop);

/// How the dates run along the legs, and what the certainty of its weakest leg is, in plain sentences.
QString orderSentence(const Index &index, const FoundLoop &loop);

/// "Closure 11–36 %": smallest leg over largest; an en dash where a leg is unknown.
QString closureText(const FoundLoop &loop);

} // namespace dealscape::reports
