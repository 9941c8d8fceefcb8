// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <string>
#include <vector>

namespace dealscape::exchange {

/// What a record holds beyond its plain columns, as one line of JSON, empty when that is nothing: of a deal its parts, estimates, what the
/// article reported, what is unsourced, members unknown to this version, and the umbrella that it is; of an organisation the rest of its
/// valuation and its unknown members. Sources that only they name are in it whole.
std::string moreOf(const Deal &deal, const Index &index);
std::string moreOf(const Organization &organization, const Index &index);

/// What came with a record and belongs to the dataset.
struct Accompanying {
    std::vector<Source> sources;
    std::optional<Umbrella> umbrella;
};

/// Puts it back. False when the text is no such JSON; what is not understood in it is left out.
bool takeMore(const std::string &json, Deal &deal, Accompanying &with);
bool takeMore(const std::string &json, Organization &organization, Accompanying &with);

/// Texts in one: parted by bars, a bar within one behind a backslash.
std::string barred(const std::vector<std::string> &texts);
std::vector<std::string> unbarred(std::string_view text);

} // namespace dealscape::exchange
