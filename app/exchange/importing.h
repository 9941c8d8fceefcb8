// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/progress.h"
#include "domain/result.h"
#include "exchange/mapping.h"
#include "exchange/names.h"
#include "sheets/reading.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dealscape::exchange {

/// A file, or pasted cells, as tables.
struct Input {
    std::string name;
    sheets::Workbook book;
    /// What it was read from, where somebody keeps it to read it in another way.
    std::shared_ptr<const std::string> bytes;
};

/// Any file that can be imported: delimited text, XLSX, ODS, GraphML, GEXF, node-link JSON. Else a sentence that says what it is.
Result<Input> readInput(std::string_view bytes, std::string name, const sheets::ReadOptions &options = {}, const Progress &progress = {});

/// A guess for every table of every input, in order.
Mapping guessAll(const std::vector<Input> &inputs);

/// What a row became. Kept ones are in the dataset.
enum class Outcome : std::uint8_t { None, Made, Updated, Unchanged, Skipped, LeftOut };

/// Something to know about one cell or row. Skips and losses count rows or values that are not taken as they stand.
struct Finding {
    enum class Weight : std::uint8_t { Remark, Doubt, Loss, Skip };
    Weight weight = Weight::Remark;
    std::size_t input = 0;
    std::size_t table = 0;
    /// As people count; 0 is the table as a whole.
    std::size_t row = 0;
    std::size_t column = 0;
    std::string value;
    std::string reason;
};

/// Tables by input and position; rows by position in the table.
using RowKey = std::pair<std::size_t, std::size_t>;

struct Plan {
    /// What was open, with everything that the rows make.
    Dataset dataset;
    /// By table (counted over all inputs) and row.
    std::vector<std::vector<Outcome>> outcomes;
    std::vector<Finding> findings;
    /// Remarks and doubts beyond the first 5000 are only counted.
    std::size_t untold = 0;
    std::array<std::size_t, 6> rows = {};
    std::size_t organizationsMade = 0;
    std::size_t organizationsUpdated = 0;
    std::size_t dealsMade = 0;
    std::size_t sourcesMade = 0;
    std::size_t blankRows = 0;
    std::size_t unpublished = 0;
    std::size_t undated = 0;
    /// Deals whose amount waits for a rate, by currency.
    std::map<std::string, std::size_t> withoutRate;
    std::vector<NamedParty> parties;
    std::vector<MergeOffer> offers;

    std::size_t count(Outcome outcome) const { return rows[static_cast<std::size_t>(outcome)]; }
};

/// Decisions about single rows, by table (counted over all inputs) and position.
struct RowChoices {
    std::set<RowKey> leftOut;
    /// Rows that are made although they repeat another.
    std::set<RowKey> kept;
};

/// Makes a dataset of tables, added to what is open. Every row that is no record, and every value that cannot be taken, is told. The same
/// rows imported again change nothing. The result keeps every rule of the native format. Linear but for the comparing of names.
Plan plan(const std::vector<Input> &inputs, const Mapping &mapping, const Dataset &into = {}, const RowChoices &rows = {},
          const Progress &progress = {});

/// "40 organisations, 160 deals and 3 sources made" and so on: one sentence for each thing to know, without the findings.
std::vector<std::string> summary(const Plan &plan);

/// "deals.xlsx, sheet Deals, row 12, column C: ...", or the CSV form "deals.csv:12: ...".
std::string describe(const Finding &finding, const std::vector<Input> &inputs);

} // namespace dealscape::exchange
