// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/importing.h"
#include "io/utf8.h"

namespace dealscape::exchange {

namespace {

std::string counted(std::size_t count, const char *one, const char *many)
{
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

} // namespace

std::vector<std::string> summary(const Plan &plan)
{
    std::vector<std::string> lines;
    lines.push_back(counted(plan.organizationsMade, "organisation", "organisations") + ", " + counted(plan.dealsMade, "deal", "deals") +
                    " and " + counted(plan.sourcesMade, "source", "sources") + " made");
    const auto tell = [&](std::size_t count, const char *one, const char *many) {
        if (count)
            lines.push_back(counted(count, one, many));
    };
    tell(plan.count(Outcome::Updated), "row changes a record that was there", "rows change records that were there");
    tell(plan.count(Outcome::Unchanged), "row was there already", "rows were there already");
    tell(plan.count(Outcome::Skipped), "row is skipped", "rows are skipped");
    tell(plan.count(Outcome::LeftOut), "row is left out on request", "rows are left out on request");
    tell(plan.blankRows, "blank row", "blank rows");
    tell(plan.unpublished, "deal publishes no amount", "deals publish no amount");
    tell(plan.undated, "deal has no date of its own", "deals have no date of their own");
    for (const auto &[currency, count] : plan.withoutRate)
        lines.push_back(counted(count, "amount in ", "amounts in ") + currency + " without a rate");
    tell(plan.offers.size(), "pair of names may mean one organisation", "pairs of names may mean one organisation each");
    return lines;
}

std::string describe(const Finding &finding, const std::vector<Input> &inputs)
{
    const Input &input = inputs[finding.input];
    std::string where = io::printable(input.name);
    const bool graph = finding.table < input.book.tables.size() && input.book.tables[finding.table].holds != sheets::Holds::Anything;
    if (input.book.tables.size() > 1 && finding.table < input.book.tables.size() && !graph)
        where += " [" + io::printable(input.book.tables[finding.table].name) + ']';
    if (finding.row)
        where += ':' + std::to_string(finding.row);
    if (finding.column)
        where += ':' + sheets::columnLetters(finding.column - 1);
    const char *weight = finding.weight == Finding::Weight::Skip ? "skipped"
        : finding.weight == Finding::Weight::Loss                ? "not taken"
        : finding.weight == Finding::Weight::Doubt               ? "doubtful"
                                                                 : "note";
    return where + ": " + weight + ": " + (finding.value.empty() ? "" : io::quotation(finding.value) + ' ') + finding.reason;
}

} // namespace dealscape::exchange
