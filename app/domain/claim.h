// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/deal.h"
#include "domain/extras.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/power.h"

#include <optional>
#include <string>
#include <vector>

namespace dealscape {

/// A statement about an aggregate that no single deal carries: a headline total, a plan, a market forecast.
struct Claim {
    ClaimId id;
    std::string kind;
    std::optional<OrganizationId> subject;
    std::string statement;
    /// In the unit; a share runs from 0 to 1.
    std::optional<double> low;
    std::optional<double> high;
    ClaimUnit unit = ClaimUnit::Dollars;
    Date date;
    Confidence confidence = Confidence::Medium;
    std::string note;
    std::optional<Reported> reported;
    /// What the statement adds up, where that can be said: these deals, or else all deals of the subject in these flow
    /// classes. Both together: these deals, as far as they are in these flow classes. Neither: it is not known.
    std::vector<DealId> deals;
    std::vector<FlowClass> flows;
    std::vector<SourceId> sources;
    Extras extras;

    friend bool operator==(const Claim &, const Claim &) = default;
};

/// One money edge as an article draws it, right or wrong.
struct ReportedEdge {
    OrganizationId payer;
    OrganizationId payee;
    FlowClass flow = FlowClass::Capital;
    MoneyRange value;
    std::optional<Power> power;

    friend bool operator==(const ReportedEdge &, const ReportedEdge &) = default;
};

/// One statement of the article a dataset was founded on, beside what better sources say.
struct ArticleItem {
    std::string label;
    std::optional<Money> statedValue;
    std::optional<Power> statedPower;
    /// Whether the value is one of the deals the article itemises, as against a total, a valuation or a forecast.
    bool itemised = false;
    /// Deals and claims that carry the corrected figures, by id.
    std::vector<std::string> mapsTo;
    std::string verdict;
    std::string corrected;
    std::vector<ReportedEdge> edges;
    Extras extras;

    friend bool operator==(const ArticleItem &, const ArticleItem &) = default;
};

} // namespace dealscape
