// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/result.h"
#include "graphs/writing.h"
#include "sheets/workbook.h"

#include <string>
#include <string_view>
#include <vector>

namespace dealscape::exchange {

/// Which records go out: positions in the lists of a dataset.
struct Extract {
    std::vector<int> deals;
    std::vector<int> organizations;
};

/// Everything of a dataset.
Extract everything(const Dataset &dataset);

/// Deals and organisations as tables with a header, in words that readInput() and plan() take back without loss: every figure in columns of
/// its own, sources as lists, the rest as JSON in the last column.
sheets::Table dealsTable(const Index &index, const Extract &extract);
sheets::Table organizationsTable(const Index &index, const Extract &extract);

/// Organisations as nodes and deals as edges from payer to payee, with the same columns as attributes. Looks are left empty.
graphs::Graph graphOf(const Index &index, const Extract &extract);

/// Entities of FollowTheMoney as JSON lines: companies and organisations, Payment for what is paid, Debt for loans, UnknownLink for the
/// rest.
std::string followTheMoney(const Index &index, const Extract &extract);

} // namespace dealscape::exchange
