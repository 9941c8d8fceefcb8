// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"

#include <QString>

#include <span>
#include <vector>

namespace dealscape::models {

/// The deals of one organisation with one of its partners, the largest first.
struct PartnerDeals {
    OrganizationId partner;
    std::vector<int> deals;
    /// "capital $30B, compute $5B": counted once, within one flow class each; the largest two.
    QString sums;
};

/// Which way the money of a list of deals goes, seen from one organisation.
enum class Way { IsPaid, Pays, Other };
inline constexpr int wayCount = 3;

/// Deals seen from one organisation: one way, partner by partner, those with the largest amount first.
struct DealGroup {
    Way way = Way::Other;
    std::vector<PartnerDeals> partners;
    int deals = 0;
};

/// "Is paid by", "Pays", "No payment known, or takes part".
QString title(Way way);

/// The deals at these positions, all of them deals of the organisation, in groups that are not empty. Linear, plus sorting.
std::vector<DealGroup> dealGroups(const document::Snapshot &snapshot, std::span<const int> deals, const OrganizationId &organization);

} // namespace dealscape::models
