// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dealscape::io {

/// What bytes that are no dataset seem to be, as a sentence that says what to do with them: "this is a CSV file: import it". Empty for what
/// has no sign of anything else. Looks at the first 64 KiB; meant for files that could not be read.
std::string foreignKind(std::string_view bytes);

} // namespace dealscape::io
