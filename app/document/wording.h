// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "document/viewpoint.h"
#include "drawing/drawing.h"
#include "network/network.h"

#include <QString>

#include <string_view>
#include <vector>

namespace dealscape::document {

/// What things are called in plain sentences: in the status bar, in window titles and for screen readers. The result is
/// plain text, whatever a file put into a name.

/// Text of a file as it is shown; see words::plain().
QString text(std::string_view utf8);

/// The name that diagrams use, told apart from others of that name; the id when the dataset does not know it.
QString nameOf(const Snapshot &snapshot, const OrganizationId &id);

/// The name in full, told apart likewise.
QString fullNameOf(const Snapshot &snapshot, const Organization &organization);

/// What something is and its figures, each to stand in a line of its own.
struct Told {
    QString what;
    QString facts;
};

/// "OpenAI, AI models" and "24 deals, compute $745B, capital $120B, 1 more": of the deals in view.
Told tellNode(const Snapshot &snapshot, const network::Network &network, int node);
/// "OpenAI pays Oracle" and "$300B, 4.5 GW, compute, binding, 1 deal"; "with" in place of "pays" where no payer is known.
Told tellEdge(const Snapshot &snapshot, const network::Network &network, int edge);
/// "OpenAI pays Oracle" and "$300B, 4.5 GW, binding, 2027 to 2032".
Told tellDeal(const Snapshot &snapshot, const Deal &deal);

/// "OpenAI, AI models: 24 deals".
QString describeNode(const Snapshot &snapshot, const network::Network &network, int node);

/// "OpenAI pays Oracle: $300B, 4.5 GW, binding, 1 deal"; "with" in place of "pays" where no payer is known.
QString describeEdge(const Snapshot &snapshot, const network::Network &network, int edge);

/// "OpenAI pays Oracle: $300B, 4.5 GW, binding, 2027 to 2032".
QString describeDeal(const Snapshot &snapshot, const Deal &deal);

/// What the hull of an overlap group is called, or else its id as a person would write it.
QString groupNameOf(const OverlapGroup &group);

/// "2027 to 2032", "from 2027", "until 2032", or nothing.
QString describeTerm(const Term &term);

/// "OpenAI", "OpenAI to Oracle", the deal's headline, or nothing.
QString titleOf(const Snapshot &snapshot, const Selection &selection);

/// "compute $120B, capital $45–60B, 1 more": the counted amounts of deals, summed inside one flow class only; the largest `most`
/// of them and how many more there are. Empty where none publishes a value.
QString describeSums(const Snapshot &snapshot, const std::vector<int> &deals, std::size_t most);

/// "Capital: 20 deals, capital $249–293B" for the row of a legend that stands for a family, certainty or layer; empty for
/// other targets. A layer's deals are those with an end in it.
QString describeCategory(const Snapshot &snapshot, const network::Network &network, drawing::Target target);

/// The longer sentence for whatever is selected; empty for nothing.
QString describe(const Snapshot &snapshot, const network::Network &network, const Selection &selection);

} // namespace dealscape::document
