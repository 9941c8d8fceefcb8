// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dealscape::exchange {

/// What a column of a table says. Extra keeps its cells as members of the record, Note adds them to its note, Ignored leaves them out.
// clang-format off
enum class Role : std::uint8_t {
    Extra, Note, Ignored,
    DealId, Headline, Payer, Payee, PayerId, PayeeId, Supplier, Customer, SupplierId, CustomerId,
    Source, Target, Organisation, Partner, Direction, Directed,
    Amount, Low, High, Paid, Currency, Unit, AsAnnounced, Rate,
    Kind, FlowClass, Status, StatusDetail, Commitment, Certainty, Confidence,
    Announced, Start, End, Gigawatts, Megawatts, PowerLayer, Tier,
    SourceIds, Publisher, Title, Address, SourceDate, SourceBasis,
    Group, GroupText, OverlapRole, Counted, SupersededBy, More,
    PayerCountry, PayeeCountry, PayerLayer, PayeeLayer, PayerTicker, PayeeTicker,
    OrganizationId, Name, ShortName, OrganizationKind, Layer, Country, Parent, Listing, Ticker, Exchange, Wikidata,
    Valuation, ValuationDate, OrganizationNote, OrganizationMore
};
// clang-format on

enum class Of : std::uint8_t { Both, Deals, Organizations };

struct RoleInfo {
    Role role;
    /// As mappings and graph files spell it.
    std::string_view word;
    /// As people and exported sheets read it.
    std::string_view label;
    Of of;
    /// Headers, normalized, that mean it; in six languages, separated by bars.
    std::string_view headers;
};

/// In the order of the enumeration.
std::span<const RoleInfo> roles();
const RoleInfo &info(Role role);
/// Deals and organisations share some words.
std::optional<Role> roleByWord(std::string_view word, Of of);

/// A header in small letters without accents and signs, words apart by one blank.
std::string normalized(std::string_view header);

/// What a header says of the numbers below it.
struct Hints {
    /// Power of ten the numbers are multiplied with, when a unit is named.
    std::optional<int> scale;
    std::array<char, 3> currency = {};
    bool gigawatts = false;
    bool megawatts = false;
};

struct HeaderGuess {
    Role role = Role::Extra;
    /// 3 a word of our own or the label, 2 a known header, 1 one that contains a known word, 0 nothing known.
    int strength = 0;
    Hints hints;
};

/// The role that a header suggests in a table of deals or organisations.
HeaderGuess guess(std::string_view header, Of of);

} // namespace dealscape::exchange
