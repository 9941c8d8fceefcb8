// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "files/stamp.h"
#include "io/issue.h"

#include <tl/expected.hpp>

#include <string>

namespace dealscape::io {

/// The dataset as a document of the native JSON format: UTF-8, indented by two, members in the order the format lists them,
/// absent where they hold their default, unknown ones at the end of their object. The same dataset always gives the
/// same bytes, and reading them gives the same dataset. Linear.
std::string writeDataset(const Dataset &dataset);

/// What the file is once it is saved, or why it was not.
using Saved = tl::expected<files::Stamp, Issue>;

/// Replaces a file by the dataset, or makes it, in the way of files::Replacement: whatever happens either the old or the new file is
/// there whole.
Saved saveFile(const std::string &path, const Dataset &dataset);

} // namespace dealscape::io
