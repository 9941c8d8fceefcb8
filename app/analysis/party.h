// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/deal.h"

#include <optional>

namespace dealscape::analysis {

/// Which way money moves, seen from the subject.
enum class Direction { Out, In, Both };

/// Whose deals a computation is about: those of one organisation, or of everybody when there is no subject.
struct Party {
    std::optional<OrganizationId> subject;
    Direction direction = Direction::Both;
};

/// Whether the deal is one of the party's: paid by it, paid to it, or either. Where no payment is known the subject is
/// at an end of the edge and only Direction::Both finds it. Everything concerns a party without a subject.
bool concerns(const Deal &deal, const Party &party);

} // namespace dealscape::analysis
