// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dealscape::exchange {

/// The name as it is kept: blanks at the ends taken off, several in a row made one, letters composed (NFC). Names that are equal then are
/// the same name.
std::string tidyName(std::string_view name);

/// What is left of a name for comparing: letters and digits without case, accents, width and blanks, and without the legal form.
std::string fingerprint(std::string_view name);

/// A party to compare. What is empty is not known.
struct NamedParty {
    std::string name;
    std::string country;
    std::string ticker;
    /// Whether it was there before the import: such a one is what others are merged into.
    bool existing = false;
    /// Whether an id in the file tells it apart from every other with an id.
    bool identified = false;
};

/// Two names that may mean one party: positions in the list given, and how near they are, from 0 to 1.
struct MergeOffer {
    std::size_t keep = 0;
    std::size_t other = 0;
    double score = 0;
};

/// Pairs that differ in case, accents, width, blanks, signs or legal form, or by one typing error in eight letters, nearest first. Parties
/// whose ids, countries or tickers differ are never offered. Time is linear but for names that share all but one letter.
std::vector<MergeOffer> mergeOffers(const std::vector<NamedParty> &parties, std::size_t most = 500);

/// An id made of a name: small letters and digits, words joined by hyphens; the fallback where nothing is left.
std::string slug(std::string_view name, std::string_view fallback);

} // namespace dealscape::exchange
