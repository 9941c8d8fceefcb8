// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "compare/difference.h"
#include "compare/merge.h"
#include "compare/together.h"
#include "export/png.h"
#include "io/reader.h"
#include "io/writer.h"
#include "picture/news.h"
#include "words/numbers.h"

#include <QFile>
#include <QJsonArray>

#include <ostream>

namespace dealscape::cli {

namespace {

/// A file named among the arguments, whose issues are printed.
std::optional<Dataset> datasetAt(Call &call, const QString &path, int &exitCode)
{
    io::ReadResult read = io::readFile(path.toStdString());
    for (const io::Issue &issue : read.issues)
        if (issue.severity == io::Severity::Error || !read.dataset)
            call.err << io::describe(issue) << '\n';
    if (!read.dataset)
        exitCode = CannotRead;
    return std::move(read.dataset);
}

std::string_view wordOf(compare::Fate fate)
{
    switch (fate) {
    case compare::Fate::Added:
        return "added";
    case compare::Fate::Removed:
        return "removed";
    default:
        return "changed";
    }
}

QJsonArray fieldsJson(const std::vector<compare::FieldChange> &fields)
{
    QJsonArray array;
    for (const compare::FieldChange &field : fields)
        array += QJsonObject{{QStringLiteral("member"), qt(field.pointer)},
                             {QStringLiteral("before"), qt(field.before)},
                             {QStringLiteral("after"), qt(field.after)}};
    return array;
}

QJsonObject differenceJson(const compare::Difference &difference)
{
    QJsonObject lists;
    for (const compare::ListChange &change : difference.lists) {
        QJsonArray records;
        for (const compare::RecordChange &record : change.records) {
            QJsonObject object{{QStringLiteral("id"), qt(record.id)},
                               {QStringLiteral("name"), qt(record.name)},
                               {QStringLiteral("fate"), qt(wordOf(record.fate))}};
            if (!record.oldId.empty())
                object[QStringLiteral("oldId")] = qt(record.oldId);
            if (!record.fields.empty())
                object[QStringLiteral("members")] = fieldsJson(record.fields);
            records += object;
        }
        lists[qt(change.list)] = records;
    }
    QJsonArray sums;
    for (const compare::SumChange &sum : difference.sums) {
        const auto range = [](Money low, Money high) {
            return QJsonObject{{QStringLiteral("low"), static_cast<double>(low.dollars())},
                               {QStringLiteral("high"), static_cast<double>(high.dollars())}};
        };
        sums += QJsonObject{{QStringLiteral("flowClass"), qt(word(sum.flow))},
                            {QStringLiteral("certainty"), qt(word(sum.certainty))},
                            {QStringLiteral("before"), range(sum.lowBefore, sum.highBefore)},
                            {QStringLiteral("after"), range(sum.lowAfter, sum.highAfter)}};
    }
    return {
        {QStringLiteral("members"), fieldsJson(difference.members)}, {QStringLiteral("records"), lists}, {QStringLiteral("sums"), sums}};
}

/// One line however long the value is.
std::string inLine(const std::string &value)
{
    constexpr qsizetype longest = 60;
    QString line = qt(value).simplified();
    if (line.size() > longest)
        line = line.left(longest - 1) + QChar(0x2026);
    return line.isEmpty() ? "nothing" : line.toStdString();
}

void printFields(std::ostream &out, const std::vector<compare::FieldChange> &fields)
{
    for (const compare::FieldChange &field : fields)
        out << "      " << field.pointer.substr(1) << ": " << inLine(field.before) << " -> " << inLine(field.after) << '\n';
}

void printDifference(std::ostream &out, const compare::Difference &difference)
{
    if (!difference.members.empty()) {
        out << "the dataset itself\n";
        printFields(out, difference.members);
    }
    for (const compare::ListChange &change : difference.lists) {
        out << change.list << '\n';
        for (const compare::RecordChange &record : change.records) {
            const char sign = record.fate == compare::Fate::Added ? '+' : record.fate == compare::Fate::Removed ? '-' : '~';
            out << "  " << sign << ' ' << record.id << (record.oldId.empty() ? "" : " (was " + record.oldId + ')') << ": "
                << inLine(record.name) << '\n';
            printFields(out, record.fields);
        }
    }
    bool head = false;
    for (const compare::SumChange &sum : difference.sums) {
        if (!sum.changed())
            continue;
        if (!head)
            out << "sums, counted once\n";
        head = true;
        out << "  " << word(sum.flow) << ", " << word(sum.certainty) << ": " << words::money({sum.lowBefore, sum.highBefore}).toStdString()
            << " -> " << words::money({sum.lowAfter, sum.highAfter}).toStdString() << '\n';
    }
}

void declareDiff(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("OLD"), QStringLiteral("The earlier dataset."));
    parser.addPositionalArgument(QStringLiteral("NEW"), QStringLiteral("The later one."));
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON: money in whole US dollars.")});
    parser.addOption({{QStringLiteral("o"), QStringLiteral("output")},
                      QStringLiteral("Write a picture of both to OUT.png: new with a green rim, gone grey and dashed, changed amounts."),
                      QStringLiteral("OUT")});
    parser.addOption({QStringLiteral("tier"), QStringLiteral("Tier of the picture; 0 for all."), QStringLiteral("TIER")});
}

/// Draws both as the later one opens, or says why not.
Result<void> drawDifference(const Call &call, const Dataset &before, const Dataset &after, const QString &path)
{
    picture::PictureRequest request;
    request.perspective = after.opening;
    if (call.parser.isSet(QStringLiteral("tier")))
        request.perspective.filter.maximumTier = call.parser.value(QStringLiteral("tier")).toInt();
    const compare::Together both = compare::together(before, after);
    const QImage image = picture::render(picture::newsPicture(Index(both.dataset), both.news, request), request);
    if (image.isNull())
        return Failure("there is not enough memory for the picture");
    return exporting::writePng(path, image, {});
}

int runDiff(Call &call)
{
    const QStringList arguments = call.parser.positionalArguments().mid(1);
    if (arguments.size() != 2)
        return misuse(call, QStringLiteral("diff takes two files, OLD and NEW, but got %1").arg(arguments.size()));
    const QString output = call.parser.value(QStringLiteral("output"));
    if (!output.isEmpty() && !output.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive))
        return misuse(call, QStringLiteral("the picture of a difference is a PNG, but %1 does not end in .png").arg(output));
    bool number = true;
    const QString tier = call.parser.value(QStringLiteral("tier"));
    if (!tier.isEmpty() && (output.isEmpty() || tier.toInt(&number) < 0 || tier.toInt() > 9 || !number))
        return misuse(call, QStringLiteral("--tier goes with -o and takes 0 to 9, but got %1").arg(tier));
    int exitCode = Ok;
    const auto before = datasetAt(call, arguments[0], exitCode);
    const auto after = datasetAt(call, arguments[1], exitCode);
    if (!before || !after)
        return exitCode;
    const compare::Difference difference = compare::difference(*before, *after);
    if (call.parser.isSet(QStringLiteral("json")))
        print(call.out, differenceJson(difference));
    else
        printDifference(call.out, difference);
    if (!output.isEmpty())
        if (const auto drawn = drawDifference(call, *before, *after, output); !drawn) {
            call.err << "dealscape: " << drawn.error() << '\n';
            return CannotWrite;
        }
    return difference.empty() ? Ok : Findings;
}

void declareMerge(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("BASE"), QStringLiteral("The dataset that both sides began with."));
    parser.addPositionalArgument(QStringLiteral("MINE"), QStringLiteral("One side, which is kept where the two conflict."));
    parser.addPositionalArgument(QStringLiteral("THEIRS"), QStringLiteral("The other side."));
    parser.addOption({{QStringLiteral("o"), QStringLiteral("output")}, QStringLiteral("Write the result to OUT."), QStringLiteral("OUT")});
}

int runMerge(Call &call)
{
    const QStringList arguments = call.parser.positionalArguments().mid(1);
    const QString output = call.parser.value(QStringLiteral("output"));
    if (arguments.size() != 3)
        return misuse(call, QStringLiteral("merge takes three files, BASE, MINE and THEIRS, but got %1").arg(arguments.size()));
    if (output.isEmpty())
        return misuse(call, QStringLiteral("merge needs -o OUT"));
    int exitCode = Ok;
    const auto base = datasetAt(call, arguments[0], exitCode);
    const auto mine = datasetAt(call, arguments[1], exitCode);
    const auto theirs = datasetAt(call, arguments[2], exitCode);
    if (!base || !mine || !theirs)
        return exitCode;
    const compare::Merge merged = compare::merge(*base, *mine, *theirs);
    for (const compare::Conflict &conflict : merged.conflicts)
        call.err << "conflict at " << conflict.place << ": base " << inLine(conflict.base) << ", mine " << inLine(conflict.mine)
                 << ", theirs " << inLine(conflict.theirs) << '\n';
    if (!merged.dataset) {
        for (const io::Issue &issue : merged.issues)
            call.err << io::describe(issue) << '\n';
        call.err << "dealscape: the two sides together are no sound dataset, so nothing was written\n";
        return Findings;
    }
    if (const auto saved = io::saveFile(QFile::encodeName(output).toStdString(), *merged.dataset); !saved) {
        call.err << io::describe(saved.error()) << '\n';
        return CannotWrite;
    }
    return merged.conflicts.empty() ? Ok : Findings;
}

} // namespace

const Command diffCommand{"diff", "compare two datasets, record by record", declareDiff, runDiff};
const Command mergeCommand{"merge", "bring two changed copies of a dataset together", declareMerge, runMerge};

} // namespace dealscape::cli
