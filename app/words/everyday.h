// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace dealscape::words {

/// The name of a country for its code, "United Arab Emirates" for "AE"; a code that stands for no country as it is.
QString countryName(std::string_view code);

/// A word of the dataset's own as a person would write it: "ai-lab" is "AI lab".
QString everyday(std::string_view word);

} // namespace dealscape::words
