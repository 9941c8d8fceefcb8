// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "domain/perspective.h"
#include "network/network.h"

#include <QString>

#include <optional>

namespace dealscape::document {

/// The shortest way that money takes over the counted deals in view (analysis::moneyPath), or nothing.
std::optional<Trail> moneyPath(const Snapshot &snapshot, const network::Network &network, const OrganizationId &from,
                               const OrganizationId &to);

/// "SoftBank pays OpenAI pays Oracle", a closed one back to its first. Long ones are cut in the middle.
QString namesOf(const Snapshot &snapshot, const Trail &trail);

/// "SoftBank pays OpenAI pays Oracle: 2 steps, smallest leg $30B". Says which leg is not in view where one is not, and never
/// adds legs up.
QString describe(const Snapshot &snapshot, const network::Network &network, const Trail &trail);

/// "No money goes from Oracle to SoftBank in view", and whether it goes the other way.
QString describeNoPath(const Snapshot &snapshot, const network::Network &network, const OrganizationId &from, const OrganizationId &to);

} // namespace dealscape::document
