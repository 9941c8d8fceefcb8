// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/result.h"
#include "domain/vocabulary.h"
#include "exchange/amounts.h"
#include "exchange/dates.h"
#include "exchange/roles.h"
#include "sheets/workbook.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dealscape::exchange {

/// What one column means, and how its cells are read where that is not clear from each by itself.
struct ColumnMap {
    std::string header;
    Role role = Role::Extra;
    Mark mark = Mark::Unknown;
    DayOrder order = DayOrder::Unknown;
    /// Power of ten for numbers without a unit.
    int scale = 0;
    std::array<char, 3> currency = {};
    /// Why it is read so: "1.234,50 in 31 cells".
    std::string evidence;
    /// True where nothing decides and a person should.
    bool asks = false;
};

struct TableMap {
    enum class Use : std::uint8_t { Ignored, Deals, Organizations };
    Use use = Use::Ignored;
    /// Position of the header in the table's rows, or -1 when there is none; rows above it are no records.
    int header = -1;
    std::vector<ColumnMap> columns;
};

/// US dollars for one unit of a currency, from a date on where one is given.
struct Rate {
    std::string currency;
    double dollars = 0;
    std::optional<Date> from;
};

/// A name that is written into another.
struct Merge {
    std::string other;
    std::string keep;

    friend bool operator==(const Merge &, const Merge &) = default;
};

/// Everything that a person decides about an import.
struct Choices {
    std::vector<Rate> rates;
    std::vector<Merge> merges;
    /// Whether a negative amount turns payer and payee round; otherwise it is told and the amount stays unpublished.
    bool turnNegative = false;
    /// Whether a row that repeats an earlier one is kept.
    bool keepRepeats = false;
    /// For deals without a date.
    std::optional<Date> date;
    PowerLayer powerLayer = PowerLayer::Context;
};

/// The maps of the tables of an import, in their order, and the choices.
struct Mapping {
    std::vector<TableMap> tables;
    Choices choices;
};

/// What a table most likely means: where its header is, what its columns say, and how their numbers and dates are written. Linear.
TableMap guess(const sheets::Table &table);

/// Finds out anew how numbers and dates of the columns are written, as their roles ask for; what is set already stays.
void findEvidence(const sheets::Table &table, TableMap &map);

/// A mapping as a file, and back. Columns go by their headers, so that it fits every table with the same ones.
std::string writeMapping(const Mapping &mapping);
Result<Mapping> readMapping(std::string_view json);

/// Lays what a mapping says over guesses: each table takes the entry whose headers are all among its own, most of them first.
/// Gives the number of tables that took one.
int apply(const Mapping &remembered, Mapping &guessed);

/// The headers of a table in one text, by which a mapping is remembered.
std::string signature(const TableMap &map);

} // namespace dealscape::exchange
