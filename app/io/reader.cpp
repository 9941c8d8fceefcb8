// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/reader.h"

#include "io/builder.h"
#include "io/check.h"
#include "io/migrate.h"
#include "io/utf8.h"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace dealscape::io {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t headBytes = std::size_t(64) << 10;

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::string_view withoutBlanks(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text = withoutBlanks(text.substr(end));
    return line;
}

/// Cells that the same sign keeps apart in the first two lines.
bool isTable(std::string_view text)
{
    const std::string_view first = takeLine(text);
    const std::string_view second = takeLine(text);
    return std::ranges::any_of("\t;,"sv, [&](char sign) {
        const auto count = [&](std::string_view line) { return std::ranges::count(line, sign); };
        return count(first) > 0 && count(second) > 0;
    });
}

std::string ofText(std::string_view text)
{
    if (text.starts_with('<')) {
        if (holds(text, "<graphml"))
            return "this is a GraphML file: import it";
        if (holds(text, "<gexf"))
            return "this is a GEXF file: import it";
        return holds(text, "office:document") ? "this is a spreadsheet (flat ODS): import it" : "this is an XML file, not a dataset";
    }
    if (text.starts_with('{')) {
        const bool graph = holds(text, "\"nodes\"") && (holds(text, "\"links\"") || holds(text, "\"edges\""));
        return graph && !holds(text, "\"organizations\"") && !holds(text, "\"dealscape\"")
            ? "this is a graph as networkx writes it (node-link JSON): import it"
            : "";
    }
    if (text.starts_with('[') || holds(text.substr(0, text.find_first_of("\r\n")), "\":"))
        return "";
    return isTable(text) ? "this is a CSV file: import it" : "";
}

/// What bytes that are no dataset seem to be, as a sentence that says what to do with them: "this is a CSV file: import it". Empty for what
/// has no sign of anything else. Looks at the first 64 KiB; meant for files that could not be read.
std::string foreignKind(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, headBytes);
    if (head.starts_with("PK\x03\x04"sv)) {
        if (holds(head, "application/vnd.oasis.opendocument"))
            return "this is a spreadsheet (ODS): import it";
        return holds(head, "[Content_Types].xml") || holds(head, "xl/") ? "this is a spreadsheet (XLSX): import it"
                                                                        : "this is a ZIP archive, not a dataset";
    }
    if (head.starts_with("\xD0\xCF\x11\xE0"sv))
        return "this is a spreadsheet of an old kind (XLS): save it as XLSX and import that";
    if (head.starts_with("\x89PNG"sv))
        return "this is a picture (PNG), not a dataset";
    if (head.starts_with("%PDF"sv))
        return "this is a PDF file, not a dataset";
    if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv))
        return "this is text in UTF-16: save it as UTF-8, or import it if it is a table";
    if (holds(head, "\0"sv))
        return "";
    return ofText(withoutBlanks(head.starts_with(byteOrderMark) ? head.substr(byteOrderMark.size()) : head));
}

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
