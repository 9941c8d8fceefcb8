// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "sheets/workbook.h"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace dealscape::sheets {

/// Bounds that keep a hostile or damaged file from taking the program down; beyond one the file is refused with a sentence.
struct Limits {
    std::size_t bytes = std::size_t(512) << 20;
    /// Bytes that one packed part may unpack to, and how often its packed size once it is larger than a mebibyte.
    std::size_t unpacked = std::size_t(1) << 30;
    std::size_t ratio = 400;
    /// Bytes of one text.
    std::size_t text = std::size_t(4) << 20;
    /// Cells of all tables, with the gaps between them.
    std::size_t cells = 12'000'000;
    std::size_t columns = 16'384;
    std::size_t tables = 1'000;
};

/// Cells taken of those that are allowed. One too many is told in the error, which ends the reading; true while there is none.
class CellCount {
public:
    explicit CellCount(const Limits &limits) : m_most(limits.cells) {}

    bool take(std::size_t cells, std::string &error)
    {
        m_taken += cells;
        if (m_taken > m_most)
            error = "it has more than " + std::to_string(m_most) + " cells";
        return error.empty();
    }

private:
    std::size_t m_most;
    std::size_t m_taken = 0;
};

struct ReadOptions {
    /// A name that Qt's converters know ("windows-1251"); empty finds out.
    std::string encoding;
    std::optional<char> delimiter;
    /// Rows of each table after which reading stops, for previews.
    std::size_t rows = std::numeric_limits<std::size_t>::max();
    Limits limits;
};

enum class FileKind { Text, Xlsx, Ods, FlatOds, Html, Xml, Json, OldXls, Png, Pdf, Zip };

/// What the first bytes of a file say it is. Anything without a sign is text.
FileKind kindOf(std::string_view bytes);

/// Delimited text: encoding, delimiter and line ends are found out, quotes may hold all of them. The unclosed quote is named with its line
/// and taken as a letter. Linear in the bytes; a cancelled reading gives a failure.
Result<Workbook> readText(std::string_view bytes, std::string name, const ReadOptions &options = {}, const Progress &progress = {});

/// The sheets of an Office Open XML workbook.
Result<Workbook> readXlsx(std::string_view bytes, const ReadOptions &options = {}, const Progress &progress = {});

/// The sheets of an OpenDocument spreadsheet, packed or flat.
Result<Workbook> readOds(std::string_view bytes, const ReadOptions &options = {}, const Progress &progress = {});

/// The tables of a page, as spreadsheet programs put cells on the clipboard. Figures come from what LibreOffice (sdval), Excel (x:num) and
/// Google Sheets write beside the text that is shown, so that they keep all their digits; else cells are texts. Nothing that the page
/// refers to is followed. Linear.
Result<Workbook> readHtml(std::string_view bytes, const std::string &name, const ReadOptions &options = {}, const Progress &progress = {});

/// Any of the above by its first bytes. What is no table is refused with a sentence that says what it is.
Result<Workbook> readSheets(std::string_view bytes, const std::string &fileName, const ReadOptions &options = {},
                            const Progress &progress = {});

} // namespace dealscape::sheets
