// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/reading.h"

#include <algorithm>

namespace dealscape::sheets {

namespace {

bool holds(std::string_view text, std::string_view word)
{
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

} // namespace

FileKind kindOf(std::string_view bytes)
{
    using namespace std::string_view_literals;
    const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
    if (starts("PK\3\4"sv) || starts("PK\5\6"sv)) {
        if (bytes.substr(0, 200).find("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"sv) != std::string_view::npos)
            return FileKind::Ods;
        if (bytes.find("xl/workbook"sv) != std::string_view::npos || bytes.find("[Content_Types].xml"sv) != std::string_view::npos)
            return FileKind::Xlsx;
        return bytes.find("content.xml"sv) != std::string_view::npos ? FileKind::Ods : FileKind::Zip;
    }
    if (starts("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv))
        return FileKind::OldXls;
    if (starts("\x89PNG"sv))
        return FileKind::Png;
    if (starts("%PDF"sv))
        return FileKind::Pdf;
    std::string_view head = bytes.substr(0, 4096);
    if (head.substr(0, 3) == "\xEF\xBB\xBF"sv)
        head.remove_prefix(3);
    const std::size_t first = head.find_first_not_of(" \t\r\n"sv);
    if (first == std::string_view::npos)
        return FileKind::Text;
    head.remove_prefix(first);
    const char second = head.size() > 1 ? head[1] : ' ';
    const bool tag = (second >= 'a' && second <= 'z') || (second >= 'A' && second <= 'Z') || second == '?' || second == '!';
    if (head.front() == '<' && tag) {
        if (head.find("office:document"sv) != std::string_view::npos)
            return FileKind::FlatOds;
        const std::string_view start = head.substr(0, 256);
        return holds(start, "<html"sv) || holds(start, "<table"sv) || holds(start, "<!doctype html"sv) ? FileKind::Html : FileKind::Xml;
    }
    return head.front() == '{' ? FileKind::Json : FileKind::Text;
}

namespace {

/// Presentations and texts are packed as workbooks are.
Result<Workbook> withSheets(Result<Workbook> book)
{
    if (book && book->tables.empty())
        return Failure("it is an office document without a sheet");
    return book;
}

} // namespace

Result<Workbook> readSheets(std::string_view bytes, const std::string &fileName, const ReadOptions &options, const Progress &progress)
{
    switch (kindOf(bytes)) {
    case FileKind::Xlsx:
        return withSheets(readXlsx(bytes, options, progress));
    case FileKind::Ods:
    case FileKind::FlatOds:
        return withSheets(readOds(bytes, options, progress));
    case FileKind::Html:
        return readHtml(bytes, fileName, options, progress);
    case FileKind::OldXls:
        return Failure("it is a workbook of the old .xls kind or locked with a password; save it as .xlsx without one");
    case FileKind::Png:
        return Failure("it is a picture; expected a table or a graph");
    case FileKind::Pdf:
        return Failure("it is a PDF; expected a table or a graph");
    case FileKind::Zip:
        return Failure("it is a packed file, but no spreadsheet");
    case FileKind::Xml:
        return Failure("it is XML, but neither GraphML nor GEXF nor a flat spreadsheet");
    case FileKind::Json:
        return Failure("it is JSON, but no list of nodes and links");
    case FileKind::Text:
        break;
    }
    return readText(bytes, fileName, options, progress);
}

} // namespace dealscape::sheets
