// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/progress.h"
#include "files/stamp.h"
#include "io/issue.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealscape::io {

/// Bounds that keep a hostile or damaged file from taking the program down.
struct ReadLimits {
    /// Issues kept; further ones only set ReadResult::truncated. Errors are kept before warnings.
    std::size_t issues = 100;
    /// Size of the file in bytes; at most 4 GiB, since positions are kept in 32 bits.
    std::size_t bytes = std::size_t(512) << 20;
    /// Objects and lists open at once.
    std::size_t depth = 64;
    /// Values inside one record (an organisation, a deal, ...) or one member of the document.
    std::size_t recordValues = 1'000'000;
};

struct ReadResult {
    /// Present when there is no error. Every id in it resolves.
    std::optional<Dataset> dataset = {};
    /// In the order of the file.
    std::vector<Issue> issues = {};
    /// True when there were more issues than the limit allows.
    bool truncated = false;
    /// What the file was when it was read, for files::changedSince(); nothing for what is no regular file.
    std::optional<files::Stamp> stamp = {};
};

/// Reads a document of the native JSON format and checks everything about it in one pass over the bytes: syntax,
/// types, vocabulary, ranges and, once the end is reached, every id. fileName only names the file in issues.
/// A syntax error ends the pass; problems before it are still reported, references are then not checked.
/// Time is linear in the bytes, memory is the dataset's plus one record's. progress reports the share of bytes
/// read; a cancelled reading returns neither dataset nor issues. Does not throw: lack of memory is an issue. May run in any thread.
ReadResult readDataset(std::string_view bytes, std::string fileName, const ReadLimits &limits = {}, const Progress &progress = {});

/// Reads a file of the native format. A file that is missing, unreadable, a folder or too large gives one error.
ReadResult readFile(const std::string &path, const ReadLimits &limits = {}, const Progress &progress = {});

} // namespace dealscape::io
