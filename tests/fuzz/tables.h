// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "exchange/importing.h"
#include "io/reader.h"
#include "io/writer.h"
#include "sheets/encoding.h"
#include "sheets/reading.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace dealscape::fuzz {

[[noreturn]] inline void fail(const std::string &what)
{
    std::fprintf(stderr, "%s\n", what.c_str());
    std::abort();
}

/// Bounds small enough that a file at one of them takes no second.
inline sheets::ReadOptions options()
{
    sheets::ReadOptions options;
    options.limits.cells = 5'000;
    options.limits.columns = 200;
    options.limits.tables = 20;
    options.limits.text = 20'000;
    options.limits.unpacked = std::size_t(1) << 20;
    return options;
}

/// Bytes are refused with a sentence, or are tables within their bounds, in UTF-8, that can be imported: what comes of them keeps every
/// rule of the native format, and the mapping comes back from its file.
inline void check(Result<sheets::Workbook> book)
{
    if (!book) {
        if (book.error().empty())
            fail("refused without a sentence");
        return;
    }
    for (const sheets::Table &table : book->tables)
        for (const sheets::Row &row : table.rows) {
            if (row.cells.size() > table.columns || row.cells.size() > options().limits.columns)
                fail("a row is longer than its table");
            for (const sheets::Cell &cell : row.cells)
                if (!sheets::isUtf8(cell.text))
                    fail("a cell is not in UTF-8");
        }
    const std::vector<exchange::Input> inputs = {{"fuzz", std::move(*book), {}}};
    const exchange::Mapping mapping = exchange::guessAll(inputs);
    if (const auto again = exchange::readMapping(exchange::writeMapping(mapping)); !again)
        fail("the mapping does not come back: " + again.error());
    const exchange::Plan plan = exchange::plan(inputs, mapping);
    for (const exchange::Finding &finding : plan.findings)
        exchange::describe(finding, inputs);
    const io::ReadResult result = io::readDataset(io::writeDataset(plan.dataset), "import.json");
    for (const io::Issue &issue : result.issues)
        if (issue.severity == io::Severity::Error)
            fail(io::describe(issue));
}

} // namespace dealscape::fuzz
