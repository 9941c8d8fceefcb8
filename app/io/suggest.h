// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace dealscape::io {

/// Edits that turn one text into the other: a byte inserted, dropped, replaced, or two neighbours swapped
/// (optimal string alignment). O(|a| |b|).
std::size_t editDistance(std::string_view a, std::string_view b);

/// The candidate nearest to the text, if it is near enough to be meant: at most a third of the text's length away,
/// one edit being always allowed. Empty otherwise. The first of equals wins.
std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates);

/// `; did you mean "x"?` for the nearest candidate, or nothing.
std::string didYouMean(std::string_view text, std::span<const std::string_view> candidates);

} // namespace dealscape::io
