// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/scenario.h"
#include "domain/dataset.h"
#include "domain/perspective.h"
#include "domain/progress.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace dealscape::reports {

/// How the failure of a party is followed: to those it deals with, or through everybody's payments or equity.
enum class Spread { Direct, Clearing, DebtRank };

/// One scenario: everything in it is assumed by whoever asks. Shares run from 0 to 1.
struct WhatIf {
    std::optional<OrganizationId> failed;
    /// The part of what it is to pay that the failed party still pays.
    double recovery = 0;
    Spread spread = Spread::Clearing;
    /// Deals whose milestones fail: of them only what has been paid remains.
    std::set<DealId> failing;
    double announced = 1;
    double potential = 1;
    /// Inputs set by hand, in place of those suggested.
    std::map<OrganizationId, analysis::PartyInputs> inputs;

    bool changesDeals() const { return !failing.empty() || announced < 1 || potential < 1; }
    friend bool operator==(const WhatIf &, const WhatIf &) = default;
};

/// One line of before and after. `lost` orders the rows and is drawn as a bar: a share from 0 to 1.
struct OutcomeRow {
    QString name;
    std::optional<OrganizationId> party;
    QString before;
    QString after;
    double lost = 0;
    QString note;
};

/// One step of contagion: who is hit for the first time, and the share of all that is lost by then, from 0 to 1.
struct OutcomeRound {
    int step = 0;
    std::vector<OrganizationId> newly;
    double lost = 0;
};

/// What one party is taken to have, to be looked over and changed.
struct InputRow {
    OrganizationId party;
    analysis::PartyInputs inputs;
    /// Its payments in the network at the high bound.
    Money pays;
    Money receives;
};

struct Outcome {
    /// What follows, in one sentence; empty where nothing is asked.
    QString verdict;
    /// What the two columns of figures mean.
    QString measure;
    /// What is assumed, in sentences.
    QStringList assumptions;
    /// Figures of the whole network before and after, then those of the parties, the hardest hit first.
    std::vector<OutcomeRow> network;
    std::vector<OutcomeRow> parties;
    std::vector<OutcomeRound> rounds;
    /// What the customers of the failed party go without: contracts and capacity, the largest first.
    std::vector<OutcomeRow> undelivered;
    /// Parties without the input that the method needs: they have no result.
    std::vector<OrganizationId> withoutInput;
    /// Every party with payments among the deals, the largest first.
    std::vector<InputRow> inputs;
};

/// Plays a scenario over the firm deals that the perspective shows, with those it hides only because they publish nothing. Money is
/// taken at the high bound. Any thread may call it.
Outcome play(const Index &index, const Perspective &perspective, const WhatIf &question, const Progress &progress = {});

} // namespace dealscape::reports
