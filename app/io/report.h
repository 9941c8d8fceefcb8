// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/issue.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dealscape::io {

/// Gathers issues by byte offset while a document is read, up to a limit, errors before warnings.
/// Offsets become lines and columns at the end, in one pass over the bytes up to the last issue.
class Report {
public:
    explicit Report(std::size_t limit) : m_limit(limit) {}

    void error(std::size_t offset, std::string text, std::string pointer) { add(m_errors, {offset, std::move(text), std::move(pointer)}); }
    void warning(std::size_t offset, std::string text, std::string pointer)
    {
        add(m_warnings, {offset, std::move(text), std::move(pointer)});
    }
    /// Counts an issue that is not worth its words and its place, because it would not be kept.
    void error() { ++m_errors.count; }
    void warning() { ++m_warnings.count; }

    /// Errors so far, including those beyond the limit.
    std::size_t errorCount() const { return m_errors.count; }
    /// Whether no other error, or warning, would be kept.
    bool full() const { return m_errors.kept.size() >= m_limit; }
    bool fullOfWarnings() const { return m_warnings.kept.size() >= m_limit || full(); }
    /// True when issues() leaves something out.
    bool truncated() const { return m_errors.count + m_warnings.count > m_limit; }
    void clear();

    /// All issues kept, in the order of the file.
    std::vector<Issue> issues(std::string_view bytes, const std::string &fileName) const;

private:
    struct Located {
        std::size_t offset;
        std::string text;
        std::string pointer;
    };
    struct Kept {
        std::vector<Located> kept;
        std::size_t count = 0;
    };

    void add(Kept &list, Located located);

    std::size_t m_limit;
    Kept m_errors;
    Kept m_warnings;
};

} // namespace dealscape::io
