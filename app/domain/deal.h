// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/extras.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/power.h"
#include "domain/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace dealscape {

/// A part of a deal's value that is firmer or weaker than the rest.
struct CertaintyPart {
    Certainty certainty = Certainty::Announced;
    MoneyRange value;

    friend bool operator==(const CertaintyPart &, const CertaintyPart &) = default;
};

/// A figure somebody else puts on the deal. Shown beside the deal, never counted.
struct Estimate {
    std::string label;
    MoneyRange value;
    std::optional<SourceId> source;

    friend bool operator==(const Estimate &, const Estimate &) = default;
};

/// What the founding article said of this deal, and how better sources differ.
struct Reported {
    std::string stated;
    std::optional<Money> value;
    bool differs = false;
    std::string explanation;

    friend bool operator==(const Reported &, const Reported &) = default;
};

/// Calendar years in which performance starts and ends, both inclusive, where known.
struct Term {
    std::optional<int> start;
    std::optional<int> end;

    friend bool operator==(const Term &, const Term &) = default;
};

/// How a deal stands to others that describe the same money. Only counted records enter totals.
struct Overlap {
    GroupId group;
    OverlapRole role = OverlapRole::Component;
    bool counted = true;
    std::optional<DealId> supersededBy;

    friend bool operator==(const Overlap &, const Overlap &) = default;
};

/// One agreement between two parties. supplier and customer say which way goods, compute or capital move;
/// payer and payee say which way money moves, and are absent where no payment is known.
struct Deal {
    DealId id;
    OrganizationId supplier;
    OrganizationId customer;
    std::optional<OrganizationId> payer;
    std::optional<OrganizationId> payee;
    DealKind kind = DealKind::Other;
    FlowClass flow = FlowClass::Capital;
    MoneyRange value;
    std::optional<Money> paid;
    /// ISO 4217 code of the currency of the announcement; value is always in US dollars.
    std::string currency = "USD";
    std::string asAnnounced;
    std::vector<Estimate> estimates;
    std::optional<PowerStatement> power;
    Date announced;
    Term term;
    DealStatus status = DealStatus::Announced;
    std::string statusDetail;
    /// The nature of the commitment in the dataset's own words ("contract", "non-binding").
    std::string commitment;
    /// Certainty of the whole, or of its weakest unconditional part when parts are given.
    Certainty certainty = Certainty::Announced;
    /// Empty when the whole value has one certainty; otherwise the parts add up to value at both bounds.
    std::vector<CertaintyPart> parts;
    Confidence confidence = Confidence::Medium;
    std::string headline;
    std::string note;
    int tier = 1;
    /// Not finished: it may break rules that a deal must keep, and enters no sum.
    bool draft = false;
    Overlap overlap;
    std::optional<Reported> reported;
    std::vector<SourceId> sources;
    /// Details that rest on background knowledge rather than on a source ("day", "term end").
    std::vector<std::string> unsourced;
    Extras extras;

    /// Whether it enters totals.
    bool counted() const { return overlap.counted && !draft; }
    bool moneyDirectionKnown() const { return payer && payee; }
    /// Ends of the edge in a diagram: payer to payee, or supplier to customer where no payment is known.
    const OrganizationId &tail() const { return moneyDirectionKnown() ? *payer : supplier; }
    const OrganizationId &head() const { return moneyDirectionKnown() ? *payee : customer; }

    friend bool operator==(const Deal &, const Deal &) = default;
};

/// The value of a deal split by certainty: its parts, or the whole as one part.
/// Empty when the value is not published.
std::vector<CertaintyPart> partsOf(const Deal &deal);

} // namespace dealscape
