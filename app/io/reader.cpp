// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/reader.h"

#include "io/builder.h"
#include "io/check.h"
#include "io/foreign.h"
#include "io/migrate.h"
#include "io/utf8.h"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <new>
#include <span>
#include <utility>

namespace dealscape::io {

namespace {

/// Bytes as UTF-8. Nothing is copied unless some are not: then the copy has "?" in their place, so that the rest can
/// still be checked, each value at its own offset.
class Encoding {
public:
    Encoding(std::string_view bytes, std::size_t limit) : m_text(bytes)
    {
        for (std::size_t at = firstInvalid(bytes), last = bytes.size(); at < bytes.size(); last = at, at = firstInvalid(bytes, at + 1)) {
            if (m_mended.empty())
                m_mended = bytes;
            m_mended[at] = '?';
            const bool newRun = last + 1 != at;
            if (newRun && m_stray.size() <= limit)
                m_stray.push_back(at);
        }
        if (!m_mended.empty())
            m_text = m_mended;
    }
    Encoding(const Encoding &) = delete;
    Encoding &operator=(const Encoding &) = delete;

    std::string_view text() const { return m_text; }
    /// Start of each run of bytes that are no UTF-8; one more than the limit at most.
    std::span<const std::size_t> stray() const { return m_stray; }

private:
    std::string m_mended;
    std::string_view m_text;
    std::vector<std::size_t> m_stray;
};

struct Attempt {
    std::optional<Dataset> dataset = {};
    std::optional<int> olderVersion = {};
    std::size_t versionOffset = 0;
    bool cancelled = false;
};

Attempt attempt(std::string_view bytes, const ReadLimits &limits, Report &report, const Progress &progress)
{
    const Encoding encoding(bytes, limits.issues);
    Builder builder(encoding.text(), report, progress);
    const Parsed parsed = parseDocument(encoding.text(), encoding.stray(), limits, report, builder);
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

ReadResult refused(const std::string &fileName, std::string text)
{
    return {.issues = {{Severity::Error, fileName, 1, 1, std::move(text), ""}}};
}

ReadResult readBytes(std::string_view bytes, const std::string &fileName, const ReadLimits &limits, const Progress &progress)
{
    const std::size_t largest = std::min<std::size_t>(limits.bytes, UINT32_MAX);
    if (bytes.size() > largest)
        return refused(fileName, "the file is larger than " + std::to_string(largest) + " bytes");
    if (bytes.starts_with(byteOrderMark))
        bytes.remove_prefix(byteOrderMark.size());

    Report report(limits.issues);
    std::string migrated;
    Attempt result = attempt(bytes, limits, report, progress);
    if (result.olderVersion) {
        auto current = migrate(std::string(bytes), *result.olderVersion);
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
    if (!result.dataset)
        if (std::string what = foreignKind(bytes); !what.empty())
            return refused(fileName, std::move(what));
    return {std::move(result.dataset), report.issues(bytes, fileName), report.truncated()};
}

} // namespace

ReadResult readDataset(std::string_view bytes, std::string fileName, const ReadLimits &limits, const Progress &progress)
{
    try {
        return readBytes(bytes, fileName, limits, progress);
    } catch (const std::bad_alloc &) {
        return refused(fileName, "there is not enough memory to read the file");
    } catch (const std::exception &) {
        return refused(fileName, "the file cannot be read, because of a fault in Dealscape");
    }
}

} // namespace dealscape::io
