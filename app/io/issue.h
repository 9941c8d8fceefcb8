// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace dealscape::io {

enum class Severity { Error, Warning };

/// Something wrong at one place of a file. An error refuses the file, a warning lets it open.
/// Lines and columns count from 1, columns in code points; a problem with the file as a whole stands at 1:1.
struct Issue {
    Severity severity = Severity::Error;
    std::string file;
    int line = 1;
    int column = 1;
    std::string text;
    /// RFC 6901 pointer to the value the issue is about; empty for the whole document.
    std::string pointer;

    friend bool operator==(const Issue &, const Issue &) = default;
};

/// "file:line:column: error: text [pointer]", the form compilers use, so that editors can jump to it.
std::string describe(const Issue &issue);

} // namespace dealscape::io
