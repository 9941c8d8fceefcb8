// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/issue.h"

#include "io/utf8.h"

namespace dealscape::io {

std::string describe(const Issue &issue)
{
    const char *severity = issue.severity == Severity::Error ? "error" : "warning";
    return printable(issue.file + ':' + std::to_string(issue.line) + ':' + std::to_string(issue.column) + ": " + severity + ": " +
                     issue.text + " [" + issue.pointer + ']');
}

} // namespace dealscape::io
