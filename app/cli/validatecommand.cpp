// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "words/numbers.h"

#include <ostream>

namespace dealscape::cli {

namespace {

void declareValidate(QCommandLineParser &parser)
{
    declareFile(parser);
}

int validate(Call &call)
{
    int exitCode = Ok;
    const auto reading = read(call, exitCode);
    if (!reading)
        return exitCode;
    const auto &[result, readable] = *reading;
    for (const io::Issue &issue : result.issues)
        call.out << io::describe(issue) << '\n';
    if (result.truncated)
        call.out << "more problems are not shown\n";
    if (!readable)
        return CannotRead;
    if (!result.dataset || !result.issues.empty())
        return Findings;
    const auto number = [](const auto &list, const char *singular, const char *plural) {
        return words::counted(static_cast<int>(list.size()), QString::fromLatin1(singular), QString::fromLatin1(plural)).toStdString();
    };
    call.out << "valid: " << number(result.dataset->organizations, "organisation", "organisations") << ", "
             << number(result.dataset->deals, "deal", "deals") << ", " << number(result.dataset->sources, "source", "sources") << '\n';
    return Ok;
}

} // namespace

const Command validateCommand = {"validate", "check a dataset and list every problem with its place", declareValidate, validate};

} // namespace dealscape::cli
