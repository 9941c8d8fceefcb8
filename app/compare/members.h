// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dealscape::compare {

using Json = nlohmann::ordered_json;

/// The lists of the format whose records have ids.
inline constexpr std::array<std::string_view, 7> recordLists = {"layers",  "organizations", "deals",  "overlapGroups",
                                                                "sources", "claims",        "stories"};

/// A dataset in the members of its format.
Json membersOf(const Dataset &dataset);

/// Records of a list by their ids; none where the list is absent.
std::unordered_map<std::string, const Json *> byId(const Json &dataset, std::string_view list);

const Json &listOf(const Json &dataset, std::string_view list);

std::string idOf(const Json &record);

/// A text as it is, anything else as JSON; empty for what is not there.
std::string shown(const Json *value);

} // namespace dealscape::compare
