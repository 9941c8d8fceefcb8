// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "document/snapshot.h"

#include <span>
#include <vector>

namespace dealscape::models {

/// Money of one flow class that one party pays and receives. Rows of different flow classes are never added.
struct FlowRow {
    FlowClass flow = FlowClass::Capital;
    analysis::Sum pays;
    analysis::Sum receives;

    friend bool operator==(const FlowRow &, const FlowRow &) = default;
};

/// Capacity of one power layer that one party supplies and takes. Rows of different layers are never added.
struct PowerRow {
    PowerLayer layer = PowerLayer::Chips;
    analysis::PowerSum supplies;
    analysis::PowerSum takes;

    friend bool operator==(const PowerRow &, const PowerRow &) = default;
};

/// Over the counted records among the deals (positions in the dataset) in which the organisation has a part; rows without
/// any are left out. Linear in the deals.
std::vector<FlowRow> flowsOf(const document::Snapshot &snapshot, std::span<const int> deals, const OrganizationId &party);
std::vector<PowerRow> powerOf(const document::Snapshot &snapshot, std::span<const int> deals, const OrganizationId &party);

} // namespace dealscape::models
