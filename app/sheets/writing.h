// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "sheets/workbook.h"

#include <string>
#include <string_view>
#include <vector>

namespace dealscape::sheets {

/// A text that a spreadsheet program would take for a formula with an apostrophe before it, which numbers never get; and without that one.
std::string guarded(std::string_view text);
std::string_view unguarded(std::string_view text);

/// A field of delimited text (RFC 4180): in quotes where it holds one of the signs, or begins or ends with a blank.
std::string quoted(std::string_view text, std::string_view signs);

/// A table as delimited text for spreadsheet programs: UTF-8 with a mark, commas, CRLF, texts guarded.
std::string writeCsv(const Table &table);

/// Tables as the sheets of a workbook, the first row of each as a fixed header with filters. The same tables give the same bytes.
Result<std::string> writeXlsx(const std::vector<Table> &tables);
Result<std::string> writeOds(const std::vector<Table> &tables);

/// Text without the characters that XML cannot hold; each becomes U+FFFD.
std::string xmlText(std::string_view text);

/// Puts a ZIP file together; a part is packed unless it is stored as it is. The same parts give the same bytes.
class ZipWriter {
public:
    enum class Packing { Stored, Deflated, Smallest };
    void add(std::string_view name, std::string_view data, Packing packing = Packing::Deflated);
    std::string take();

private:
    std::string m_bytes;
    std::string m_directory;
    int m_count = 0;
};

} // namespace dealscape::sheets
