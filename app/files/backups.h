// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <string>

namespace dealscape::files {

/// How many earlier states of a file may be kept beside it.
inline constexpr int mostBackups = 3;

/// Copies what a file holds now to FILE~1, after FILE~1 has become FILE~2 and so on up to FILE~`count`; the last is forgotten. Copies
/// have the permissions of the file. Nothing for a count of 0 and where there is no regular file. The error is a reason; the file
/// is not touched, and the earlier copies are all there unless the copy itself was made. May be used in any thread.
Result<void> keepBackup(const std::string &path, int count);

} // namespace dealscape::files
