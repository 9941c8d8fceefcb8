// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "analysis/party.h"
#include "domain/dataset.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dealscape::analysis {

/// What the rows of a breakdown stand for.
enum class By { Partner, Kind, Layer, Certainty, Country };

/// A breakdown's question. Without a subject it is about the whole selection and direction is ignored.
struct Question {
    By by = By::Partner;
    Direction direction = Direction::Both;
    std::optional<OrganizationId> subject;
};

/// One bar: an id or word, what people read, and the amounts. total is the sum of byCertainty, but for `deals`, which
/// counts a deal in several parts once. deals lists positions in dataset().deals, unpublished ones included.
template <class Amount>
struct BreakdownRow {
    std::string key;
    std::string label;
    ByCertainty<Amount> byCertainty;
    SumOf<Amount> total;
    std::vector<int> deals;

    friend bool operator==(const BreakdownRow &, const BreakdownRow &) = default;
};

/// The counted records among the deals, in one flow class or one power layer, gathered into rows: largest high bound
/// first, then largest low bound, then by label. Rows whose deals are all unpublished come last. Certainties come firmest first, whatever
/// their size.
///
/// With a subject, only its deals enter (as payer, as payee, or both; where no payment is known it is at the supplier's
/// or customer's end of the edge and only Direction::Both finds it), and Partner, Layer and Country are those of the
/// other end. Without one, Partner, Layer and Country are those of both ends: a deal is in two rows unless
/// its ends share the row, so those rows do not add up to the total. By certainty a deal in parts is in several rows,
/// each holding its part only. Linear, plus sorting the rows.
std::vector<BreakdownRow<Money>> breakdown(const Index &index, std::span<const int> deals, FlowClass flow, const Question &question);
std::vector<BreakdownRow<Power>> breakdown(const Index &index, std::span<const int> deals, PowerLayer layer, const Question &question);

} // namespace dealscape::analysis
