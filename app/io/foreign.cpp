// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/foreign.h"

#include "io/utf8.h"

#include <algorithm>

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

} // namespace

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

} // namespace dealscape::io
