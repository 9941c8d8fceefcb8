// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dealscape::sheets {

enum class CellKind : std::uint8_t { Empty, Text, Number, Date, Truth, Error };

/// One cell as it was written. A number's text is its shortest spelling with a point; a date's is "2025-10-07", or "2025-10" and
/// "2025" where the cell shows no more; a truth's is "true" or "false". An error keeps its text ("#N/A"), and so does a formula whose
/// result is not stored ("=A1+B1").
struct Cell {
    CellKind kind = CellKind::Empty;
    /// ISO 4217 code that the number's format names, or zeros.
    std::array<char, 3> currency = {};
    double number = 0;
    std::string text;

    friend bool operator==(const Cell &, const Cell &) = default;
};

/// A row that is not blank; cells after the last one that holds something are left out.
struct Row {
    /// As a person counts in the file: the row of a sheet, or the line where the record starts, from 1.
    std::size_t number = 0;
    std::vector<Cell> cells;

    friend bool operator==(const Row &, const Row &) = default;
};

/// Whether a table is one of a graph's two.
enum class Holds : std::uint8_t { Anything, Nodes, Edges };

struct Table {
    std::string name;
    Holds holds = Holds::Anything;
    bool hidden = false;
    std::vector<Row> rows;
    /// Cells of the longest row.
    std::size_t columns = 0;
    /// Columns before this position are empty because only others were asked for.
    std::size_t firstColumn = 0;
    /// Blank rows between rows that are not.
    std::size_t blankRows = 0;

    const Cell &at(std::size_t row, std::size_t column) const;
    void add(Row row);
};

/// What a person should know of how a file was read. Row and column count from 1; 0 is the table or the file as a whole.
struct Notice {
    std::string table;
    std::size_t row = 0;
    std::size_t column = 0;
    std::string text;

    friend bool operator==(const Notice &, const Notice &) = default;
};

struct Workbook {
    /// "CSV", "XLSX", "ODS", "GraphML", "GEXF", "JSON".
    std::string format;
    /// How the text was understood: "UTF-8", "Windows-1252" ...; empty where the format leaves no choice.
    std::string encoding;
    /// The character between two fields of delimited text, or 0.
    char delimiter = 0;
    std::string title;
    std::vector<Table> tables;
    std::vector<Notice> notices;
};

/// "A", "Z", "AA": the letters of a column that counts from 0.
std::string columnLetters(std::size_t column);

Cell textCell(std::string text);
Cell numberCell(double number);
/// The text is what Date::iso gives.
Cell dateCell(std::string iso);
Cell truthCell(bool truth);

} // namespace dealscape::sheets
