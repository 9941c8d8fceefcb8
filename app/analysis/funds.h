// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <optional>

namespace dealscape::analysis {

/// What an organisation is known to have to pay with, as its newest claims state it: the kinds `cash`, `operating-cash` and
/// `revenue` of data/README.md. Amounts at the high bound of the claim, or the low one where it states no other.
struct DisclosedFunds {
    const Claim *cash = nullptr;
    /// In dollars a year: operating cash flow, or revenue where that is all that is known.
    const Claim *yearly = nullptr;

    bool known() const { return cash || yearly; }
};

/// The claims stay those of the dataset. Linear in the claims.
DisclosedFunds disclosedFunds(const Dataset &dataset, const OrganizationId &organization);

/// Whether claims of the kind say what a party has to pay with, so that no deals add up to them.
bool tellsFunds(const Claim &claim);

/// What a claim in dollars or dollars a year states at the high end, or at the low one; zero without either, and between zero and the
/// largest amount of a record.
Money statedHigh(const Claim &claim);
Money statedLow(const Claim &claim);

} // namespace dealscape::analysis
