// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/deal.h"

#include <string>
#include <string_view>

namespace dealscape::entry {

/// The value of a deal as people type it: "300b", "$1.2bn", "20-30 bn", "up to 5bn", "at least 5bn", "undisclosed", "EUR 4bn at 1.08",
/// where the rate is in US dollars for one unit of the currency.
struct TypedAmount {
    MoneyRange value;
    std::string currency = "USD";
    /// The text, for an amount in another currency.
    std::string asAnnounced;
    /// What is wrong and what was expected; empty when the text was understood.
    std::string fault;
};

TypedAmount readAmount(std::string_view text);

/// A text that readAmount() reads as the value of the deal.
std::string amountText(const Deal &deal);
std::string amountText(const MoneyRange &value);

/// Power as people type it: "4.5 GW", "300 MW". Nothing for an empty text.
struct TypedPower {
    std::optional<Power> power;
    std::string fault;
};
TypedPower readPower(std::string_view text);
std::string powerText(const Power &power);

/// Parts of a value by certainty: "15bn paid, up to 35bn potential". Nothing for an empty text.
struct TypedParts {
    std::vector<CertaintyPart> parts;
    std::string fault;
};
TypedParts readParts(std::string_view text);
std::string partsText(const std::vector<CertaintyPart> &parts);

/// The years of a term: "2027-2032", "2027", "from 2027", "until 2032". Nothing for an empty text.
struct TypedTerm {
    Term term;
    std::string fault;
};
TypedTerm readTerm(std::string_view text);
std::string termText(const Term &term);

} // namespace dealscape::entry
