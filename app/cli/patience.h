// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"

#include <iosfwd>

namespace dealscape::cli {

/// For commands that may take long: says on the stream how far they are, not before the third second and then every five. Told from the
/// thread that computes, which must be the one that writes to the stream.
Progress patience(std::ostream &err);

} // namespace dealscape::cli
