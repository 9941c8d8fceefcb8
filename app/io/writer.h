// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "io/issue.h"

#include <optional>
#include <string>

namespace dealscape::io {

/// The dataset as a document of the native JSON format: UTF-8, indented by two, members in the order the format lists them,
/// absent where they hold their default, unknown ones at the end of their object. The same dataset always gives the
/// same bytes, and reading them gives the same dataset. Linear.
std::string writeDataset(const Dataset &dataset);

/// Replaces a file by the dataset, or makes it. The new content is written beside it and moved over it, so that whatever
/// happens either the old or the new file is there whole. Follows links, keeps permissions. Gives the error, if any.
std::optional<Issue> saveFile(const std::string &path, const Dataset &dataset);

} // namespace dealscape::io
