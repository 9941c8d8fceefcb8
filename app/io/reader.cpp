// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/reader.h"

#include "io/builder.h"
#include "io/check.h"
#include "io/migrate.h"
#include "io/utf8.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace dealscape::io {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Reports every place where the bytes are no UTF-8. Nothing is copied unless there is one: then the copy has
/// "?" there, so that the rest can still be checked, each value at its own offset.
std::string_view checkEncoding(std::string_view bytes, Report &report, std::string &copy)
{
    for (std::size_t at = firstInvalid(bytes); at < bytes.size(); at = firstInvalid(bytes, at + 1)) {
        if (copy.empty())
            copy = bytes;
        copy[at] = '?';
        const bool continues = at > 0 && copy[at - 1] == '?' && bytes[at - 1] != '?';
        if (!continues)
            report.error(at, "invalid UTF-8", "");
    }
    return copy.empty() ? bytes : std::string_view(copy);
}

struct Attempt {
    std::optional<Dataset> dataset = {};
    std::optional<int> olderVersion = {};
    std::size_t versionOffset = 0;
    bool cancelled = false;
};

Attempt attempt(std::string_view text, const ReadLimits &limits, Report &report, const Progress &progress)
{
    Builder builder(text, report, progress);
    const Parsed parsed = parseDocument(text, limits, report, builder);
    if (parsed == Parsed::Whole) {
        builder.finish();
        checkDataset(builder.dataset(), builder.places(), report);
        if (report.errorCount() == 0)
            return {.dataset = std::move(builder.dataset())};
    }
    return {.olderVersion = builder.olderVersion(),
            .versionOffset = builder.olderVersion() ? builder.places().offsetOf("/version") : 0,
            .cancelled = builder.cancelled()};
}

} // namespace

ReadResult readDataset(std::string_view bytes, std::string fileName, const ReadLimits &limits, const Progress &progress)
{
    const std::size_t largest = std::min<std::size_t>(limits.bytes, UINT32_MAX);
    if (bytes.size() > largest)
        return {
            {}, {{Severity::Error, std::move(fileName), 1, 1, "the file is larger than " + std::to_string(largest) + " bytes", ""}}, false};
    if (bytes.starts_with(byteOrderMark))
        bytes.remove_prefix(byteOrderMark.size());

    Report report(limits.issues);
    std::string repaired;
    std::string migrated;
    std::string_view text = checkEncoding(bytes, report, repaired);
    Attempt result = attempt(text, limits, report, progress);
    if (result.olderVersion) {
        auto current = migrate(std::string(text), *result.olderVersion);
        if (current) {
            migrated = std::move(*current);
            bytes = migrated;
            result = attempt(bytes, limits, report, progress);
        } else {
            report.error(result.versionOffset, current.error(), "/version");
        }
    }
    if (result.cancelled)
        return {};
    return {std::move(result.dataset), report.issues(bytes, fileName), report.truncated()};
}

} // namespace dealscape::io
