// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace dealscape::io {

/// The version of the native format that this program writes.
inline constexpr int currentVersion = 1;

/// Rewrites a document of one version as the next. Works on text, so that a step never changes once it is published:
/// it does not see the domain's present types.
struct Migration {
    int from;
    std::string (*apply)(std::string_view document);
};

/// The steps known, by version; none as long as there is only one version.
std::span<const Migration> migrations();

/// A document of version `from` as one of version `to`, through every version between. The error says which step is
/// missing. Issues found in a migrated document are located in the migrated text.
tl::expected<std::string, std::string> migrate(std::string document, int from, int to = currentVersion,
                                               std::span<const Migration> steps = migrations());

} // namespace dealscape::io
