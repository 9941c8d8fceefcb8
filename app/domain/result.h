// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace dealscape {

/// A value, or a sentence for people that says what went wrong, with what, and what was expected.
template <class T>
using Result = tl::expected<T, std::string>;

using Failure = tl::unexpected<std::string>;

} // namespace dealscape
