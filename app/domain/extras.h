// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace dealscape {

/// Members of a file's object that this version does not know: key and value as JSON text, in the file's order.
/// They are kept so that a round trip loses nothing, and are never interpreted.
using Extras = std::vector<std::pair<std::string, std::string>>;

} // namespace dealscape
