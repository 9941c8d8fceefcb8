// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "domain/perspective.h"

#include <optional>

namespace dealscape::document {

/// The perspective with the neighbours of an organisation shown: unfolded where they were folded away, or else beside those
/// of the focus. Nothing where that changes nothing.
std::optional<Perspective> expanded(const Perspective &perspective, const OrganizationId &id);

/// The perspective with the neighbours of an organisation no longer shown beside the focus, or else folded away. Nothing
/// where that changes nothing.
std::optional<Perspective> collapsed(const Perspective &perspective, const OrganizationId &id);

/// Neighbours of an organisation over the deals that pass the filter: all of them, and those that are not in view.
struct Neighbours {
    int all = 0;
    int hidden = 0;
};
Neighbours neighboursOf(const Snapshot &snapshot, const Perspective &perspective, const OrganizationId &id);

} // namespace dealscape::document
