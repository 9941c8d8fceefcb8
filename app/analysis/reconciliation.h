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

/// How a stated figure stands to what is itemised, range against range.
enum class Gap { NothingItemised, Short, Within, Over };

/// The name of the difference: what the statement has beyond the items, or the items beyond the statement, between the
/// nearest ends of the two ranges; zero when the ranges meet.
template <class Amount>
struct Difference {
    Gap gap = Gap::NothingItemised;
    Amount amount;

    friend bool operator==(const Difference &, const Difference &) = default;
};

/// What the dataset itemises for a statement in one flow class or power layer, and one direction. Lines of a row are never
/// added: capital that pays for compute is the same dollar twice, and one gigawatt appears at several layers.
template <class Amount, class Measured>
struct ItemisedLine {
    Measured measure{};
    /// Seen from the statement's subject; Both when it has none, or when the deals were named one by one.
    Direction direction = Direction::Both;
    ByCertainty<Amount> byCertainty;
    SumOf<Amount> counted;
    /// Only what had been announced by the date of the statement.
    SumOf<Amount> countedThen;
    SumOf<Amount> gross;
    std::vector<int> deals;
    /// The statement against `counted`.
    Difference<Amount> difference;
};

using MoneyLine = ItemisedLine<Money, FlowClass>;
using PowerLine = ItemisedLine<Power, PowerLayer>;

enum class StatementKind { ArticleTotal, ArticleItem, ArticleContext, Claim };

/// Why the lines of a row are beside its statement: the file names the deals; it names the flow classes and the lines hold
/// all deals of the subject in them; it names neither, so the lines are all there are and most may have nothing to do with
/// it; or the statement is no sum of deals, and lines in the flow classes it names only give the scale.
enum class Basis { NamedDeals, NamedFlows, Anything, NotASum };

/// One statement beside what the dataset itemises for it.
struct Reconciliation {
    StatementKind kind = StatementKind::Claim;
    Basis basis = Basis::Anything;
    std::string label;
    MoneyRange statedMoney;
    std::optional<Power> statedPowerLow;
    std::optional<Power> statedPowerHigh;
    std::optional<OrganizationId> subject;
    std::optional<Date> date;
    /// The claims that carry the corrected figures; for an ArticleTotal, first the one that repeats it, which then has no row of its own.
    std::vector<ClaimId> claims;
    /// What the article itself says of its items, added as it adds them; only for an ArticleTotal.
    std::optional<Sum> itemisedByArticle;
    Difference<Money> articleDifference;
    /// From the article's item: how good the statement is, and what better sources say.
    std::string verdict;
    std::string corrected;
    /// What the claim itself has to be read with.
    std::string note;
    std::vector<MoneyLine> money;
    std::vector<PowerLine> power;
    /// Counted deals that belong to it and are not among the given ones; any that the file names by its id.
    int notGiven = 0;
};

/// Every statement about an aggregate beside the given deals: first the article's total (the statement that is not
/// itemised and maps to an aggregate claim), then its items and context in their order, then the other claims in dollars or
/// gigawatts, oldest first. Valuations, what a party has to pay with, prices per gigawatt, yearly figures and shares stay out.
///
/// An article's item is set against the deals it maps to, or if it maps to none as the first claim that it maps to. A claim is set against
/// the deals it names; or else against those of its subject in the flow classes it names, in each class in the direction whose sum is
/// nearest; or else against all deals of its subject in either direction; without a subject against everybody's. Claims of the kinds that
/// data/README.md lists as no sums are set against nothing unless they name something; flow classes only give their scale. Give uncounted
/// records too, so that gross is gross.
std::vector<Reconciliation> reconcile(const Index &index, std::span<const int> deals);

} // namespace dealscape::analysis
