// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/network.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dealscape::network {

/// One payment of a lit walk: everything that its payer pays its payee in the network.
struct TrailLeg {
    /// Positions in Network::nodes.
    int from = 0;
    int to = 0;
    /// Positions in Network::edges, the largest first: one for each family that runs this way. Where money runs the other way
    /// only, those edges.
    std::vector<int> edges;
    /// Positions in Dataset::deals behind the amount, oldest first: those firm enough to carry money, or, where none is, all.
    std::vector<int> deals;
    /// Their sum; not published when none of them publishes a value.
    MoneyRange value;
    /// The least firm of them.
    Certainty certainty = Certainty::Announced;
};

/// The trail of a perspective as far as the network shows it. Legs are compared and never added.
struct LitTrail {
    std::vector<TrailLeg> legs;
    /// Ends in a ring that leads back to its start, with every leg in view.
    bool closed = false;
    /// Position in legs of the leg with the least high bound; -1 while a leg is out of view or publishes nothing.
    int smallest = -1;
};

/// Nothing without a trail, or when no leg of it is in view. Linear in the edges.
std::optional<LitTrail> litTrail(const View &view);

/// "Nvidia puts $30B into OpenAI, OpenAI is to pay Oracle $300B.": the legs in order, in the words of their certainty.
QString trailSentence(const Index &index, const Network &network, const LitTrail &trail);

/// The same in one line, without verbs: "Nvidia › OpenAI $30B › Oracle $300B".
QString trailLine(const Index &index, const Network &network, const LitTrail &trail);

/// What can be said of the legs together: that the smallest bounds what goes round, or that a leg has no price. Legs are not added.
QString trailNote(const LitTrail &trail);

/// "Equity investment" and "paid, 27 Feb 2026", or "3 deals" and "announced, 2024–2026".
QStringList legFacts(const Index &index, const TrailLeg &leg);

} // namespace dealscape::network
