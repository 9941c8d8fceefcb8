// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "domain/dataset.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dealscape::analysis {

/// Money of one flow class that is paid from one country to another, or within one.
struct CountryFlow {
    /// Codes of the dataset; empty where it names none.
    std::string from;
    std::string to;
    Sum sum;
    std::vector<int> deals;

    friend bool operator==(const CountryFlow &, const CountryFlow &) = default;
};

/// Who pays whom between countries. For what has an end in a country, either end, see breakdown() by country.
struct CountryMatrix {
    /// Every country of a payer or payee, ascending.
    std::vector<std::string> countries;
    /// The cells that hold a deal, by from and to.
    std::vector<CountryFlow> flows;
    Sum domestic;
    Sum crossBorder;
    /// An end has no country: neither domestic nor across a border.
    Sum unknown;
};

/// Over the counted deals of one flow class whose payer and payee are known.
CountryMatrix countryMatrix(const Index &index, std::span<const int> deals, FlowClass flow);

/// How a party is linked to a state.
enum class StateLink {
    /// A government: of the government layer, or of a kind that begins with "government".
    Government,
    /// Owned or backed by a state: its kind begins with "sovereign" or "state-", whatever its layer.
    StateBacked,
    /// A parent, direct or not, is one of the above.
    Subsidiary
};

/// Absent for a party without any such link that the dataset states. Parents that lead in a circle end the search.
std::optional<StateLink> stateLink(const Index &index, const OrganizationId &organization);

/// What part a state-linked party plays in a deal.
enum class StateRole { Support, Licence, Capital, Guarantee, Buyer, Seller };

struct StateDeal {
    int deal = 0;
    /// The linked party, by position; a deal between two linked parties is listed for each.
    int organization = 0;
    StateLink link = StateLink::Government;
    StateRole role = StateRole::Support;

    friend bool operator==(const StateDeal &, const StateDeal &) = default;
};

struct StateExposure {
    /// In the order of the deals.
    std::vector<StateDeal> deals;
    /// Counted money with a state-linked party at an end, each deal once, by slot(flow class). Never added.
    std::array<Sum, flowCount> byFlow;
};

/// Looks at the ends of every deal given; counted or not, it is listed, and only counted ones are summed.
StateExposure stateExposure(const Index &index, std::span<const int> deals);

} // namespace dealscape::analysis
