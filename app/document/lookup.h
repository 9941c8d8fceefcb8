// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "document/viewpoint.h"
#include "network/network.h"

#include <vector>

namespace dealscape::document {

/// Between the ids that a viewpoint keeps and the positions that a network and its drawing use. Positions are -1 when
/// the thing is not in view. Each is linear in the network at most.

EdgeKey keyOf(const Snapshot &snapshot, const network::Network &network, int edge);
int edgeOf(const Snapshot &snapshot, const network::Network &network, const EdgeKey &key);
/// The ribbon that a deal, by its position in the dataset, is drawn in.
int edgeOfDeal(const network::Network &network, int deal);
int nodeOf(const Snapshot &snapshot, const network::Network &network, const OrganizationId &id);
/// Position in Dataset::deals.
int positionOf(const Snapshot &snapshot, const DealId &id);
const OrganizationId &organizationOf(const Snapshot &snapshot, const network::Network &network, int node);

/// Positions of all deals of the dataset between the ends of a key and of its family, in view or not, oldest first.
std::vector<int> dealsOf(const Snapshot &snapshot, const EdgeKey &key);
/// Positions of all deals of the dataset that an organisation takes part in as supplier, customer, payer or payee.
std::vector<int> dealsOf(const Snapshot &snapshot, const OrganizationId &id);

/// Positions of all deals of the dataset that name a source, oldest first. Linear.
std::vector<int> dealsCiting(const Snapshot &snapshot, const SourceId &id);

/// Positions in Dataset::article of the items that draw an edge of this ribbon, or an edge at this organisation, in order. Linear.
std::vector<int> articleItemsOf(const Snapshot &snapshot, const EdgeKey &key);
std::vector<int> articleItemsOf(const Snapshot &snapshot, const OrganizationId &id);

/// The ribbon of a selected edge or deal in view, or -1.
int selectedEdge(const Snapshot &snapshot, const network::Network &network, const Selection &selection);

/// Drops from a viewpoint what the dataset does not know.
void keepSound(const Snapshot &snapshot, Viewpoint &viewpoint);

/// Whether the dataset still knows what is selected.
bool exists(const Snapshot &snapshot, const Selection &selection);

} // namespace dealscape::document
