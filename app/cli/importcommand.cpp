// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "exchange/importing.h"
#include "export/filing.h"
#include "io/reader.h"
#include "io/utf8.h"
#include "io/writer.h"
#include "sheets/range.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <iostream>
#include <ostream>
#include <span>
#include <string>
#include <vector>

namespace dealscape::cli {

namespace {

void declareImport(QCommandLineParser &parser)
{
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        QStringLiteral("Tables (CSV, TSV, XLSX, ODS) or graphs (GraphML, GEXF, node-link JSON) to import together."),
        QStringLiteral("FILE..."));
    const auto add = [&](const QStringList &names, const char *text, const char *value) {
        parser.addOption({names, QString::fromUtf8(text), QString::fromLatin1(value)});
    };
    add({QStringLiteral("o"), QStringLiteral("output")}, "Dataset to write.", "OUT.json");
    add({QStringLiteral("into")}, "Dataset that the import is added to; it is only read.", "DATASET.json");
    add({QStringLiteral("map")}, "What columns mean, as --save-map wrote it.", "MAP.json");
    add({QStringLiteral("save-map")}, "Write what columns mean to a file, to be changed and given to --map.", "MAP.json");
    add({QStringLiteral("sheet")}, "Only the sheet of this name; say it more than once for several.", "NAME");
    add({QStringLiteral("range")},
        "Only these cells of the sheets that are read: B3:F40, columns B:F, rows 3:40, or B3 for what begins there.", "CELLS");
    add({QStringLiteral("encoding")}, "Encoding of the text instead of the one found out, such as windows-1251.", "NAME");
    add({QStringLiteral("delimiter")}, "Character between fields instead of the one found out; 'tab' for a tab.", "C");
    add({QStringLiteral("rate")},
        "US dollars for one unit of a currency: EUR=1.08, or from a date on EUR=1.08@2025-01-01. For several currencies more than once.",
        "C=N");
    add({QStringLiteral("date")}, "Date of deals that have none; the day the file was last changed when left out.", "DATE");
    add({QStringLiteral("merge")}, "Write one name into another: \"Acme Inc.=Acme\". More than once for several.", "FROM=INTO");
    parser.addOption({QStringLiteral("turn-negative"), QStringLiteral("A negative amount turns payer and payee round.")});
    parser.addOption({QStringLiteral("keep-repeats"), QStringLiteral("Keep rows that repeat an earlier row.")});
    parser.addOption({QStringLiteral("dry-run"), QStringLiteral("Only say what would be made, skipped and doubted.")});
}

std::optional<std::string> bytesOf(Call &call, const QString &path)
{
    if (path == QLatin1String("-"))
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    QFile file(path);
    const std::string name = io::printable(path.toStdString());
    if (QFileInfo(path).isDir()) {
        call.err << name << ":1:1: error: cannot read the file: it is a folder\n";
    } else if (!file.open(QIODevice::ReadOnly)) {
        call.err << name << ":1:1: error: cannot open the file: " << file.errorString().toStdString() << '\n';
    } else if (file.size() > static_cast<qint64>(sheets::Limits().bytes)) {
        call.err << name << ":1:1: error: the file is larger than " << sheets::Limits().bytes << " bytes\n";
    } else {
        return file.readAll().toStdString();
    }
    return std::nullopt;
}

std::optional<Date> changed(const QString &path)
{
    const QDateTime time = QFileInfo(path).lastModified();
    const QDateTime used = time.isValid() ? time : QDateTime::currentDateTime();
    return Date::parse(used.toUTC().date().toString(Qt::ISODate).toStdString());
}

bool readRates(Call &call, exchange::Choices &choices)
{
    for (const QString &text : call.parser.values(QStringLiteral("rate"))) {
        const QString from = text.section(u'@', 1);
        const QString number = text.section(u'=', 1).section(u'@', 0, 0);
        bool sound = false;
        exchange::Rate rate{text.section(u'=', 0, 0).toUpper().toStdString(), QLocale::c().toDouble(number, &sound),
                            Date::parse(from.toStdString())};
        if (!sound || rate.currency.size() != 3 || rate.dollars <= 0 || (!from.isEmpty() && !rate.from)) {
            misuse(call, QStringLiteral("--rate is EUR=1.08 or EUR=1.08@2025-01-01, not '%1'").arg(text));
            return false;
        }
        choices.rates.push_back(rate);
    }
    return true;
}

bool readChoices(Call &call, exchange::Choices &choices)
{
    if (!readRates(call, choices))
        return false;
    for (const QString &text : call.parser.values(QStringLiteral("merge"))) {
        if (text.count(u'=') != 1) {
            misuse(call, QStringLiteral("--merge is \"FROM=INTO\", not '%1'").arg(text));
            return false;
        }
        choices.merges.push_back({text.section(u'=', 0, 0).toStdString(), text.section(u'=', 1).toStdString()});
    }
    if (call.parser.isSet(QStringLiteral("date"))) {
        choices.date = Date::parse(call.parser.value(QStringLiteral("date")).toStdString());
        if (!choices.date) {
            misuse(call, QStringLiteral("--date is 2025, 2025-10 or 2025-10-07, not '%1'").arg(call.parser.value(QStringLiteral("date"))));
            return false;
        }
    }
    choices.turnNegative = choices.turnNegative || call.parser.isSet(QStringLiteral("turn-negative"));
    choices.keepRepeats = choices.keepRepeats || call.parser.isSet(QStringLiteral("keep-repeats"));
    return true;
}

std::optional<sheets::ReadOptions> readOptions(Call &call)
{
    sheets::ReadOptions options;
    options.encoding = call.parser.value(QStringLiteral("encoding")).toStdString();
    const QString delimiter = call.parser.value(QStringLiteral("delimiter"));
    if (delimiter == QLatin1String("tab"))
        options.delimiter = '\t';
    else if (delimiter.size() == 1 && delimiter[0].unicode() < 128)
        options.delimiter = delimiter[0].toLatin1();
    else if (!delimiter.isEmpty()) {
        misuse(call, QStringLiteral("--delimiter is one character or 'tab', not '%1'").arg(delimiter));
        return std::nullopt;
    }
    return options;
}

std::optional<std::vector<exchange::Input>> readInputs(Call &call, const QStringList &paths, const sheets::ReadOptions &options,
                                                       int &exitCode)
{
    std::vector<exchange::Input> inputs;
    for (const QString &path : paths) {
        exitCode = CannotRead;
        const auto bytes = bytesOf(call, path);
        if (!bytes)
            return std::nullopt;
        const std::string name = path == QLatin1String("-") ? "standard input" : QFileInfo(path).fileName().toStdString();
        auto input = exchange::readInput(*bytes, name, options);
        if (!input) {
            call.err << io::printable(path.toStdString()) << ":1:1: error: " << io::printable(input.error()) << '\n';
            return std::nullopt;
        }
        inputs.push_back(std::move(*input));
    }
    exitCode = Ok;
    return inputs;
}

/// Leaves only the sheets asked for in use.
bool chooseSheets(Call &call, const std::vector<exchange::Input> &inputs, exchange::Mapping &mapping)
{
    const QStringList names = call.parser.values(QStringLiteral("sheet"));
    std::vector<bool> found(static_cast<std::size_t>(names.size()), false);
    std::size_t flat = 0;
    for (const exchange::Input &input : inputs)
        for (const sheets::Table &table : input.book.tables) {
            const auto at = names.indexOf(qt(table.name));
            if (at >= 0)
                found[static_cast<std::size_t>(at)] = true;
            else if (!names.isEmpty())
                mapping.tables[flat].use = exchange::TableMap::Use::Ignored;
            ++flat;
        }
    for (qsizetype i = 0; i < names.size(); ++i)
        if (!found[static_cast<std::size_t>(i)]) {
            misuse(call, QStringLiteral("there is no sheet '%1'").arg(names.at(i)));
            return false;
        }
    return true;
}

/// Leaves only the cells asked for.
bool chooseCells(Call &call, std::vector<exchange::Input> &inputs)
{
    if (!call.parser.isSet(QStringLiteral("range")))
        return true;
    const QString text = call.parser.value(QStringLiteral("range"));
    const auto range = sheets::parseRange(text.toStdString());
    if (!range) {
        misuse(call, QStringLiteral("--range is B3:F40, B:F, 3:40 or B3, not '%1'").arg(text));
        return false;
    }
    for (exchange::Input &input : inputs)
        for (sheets::Table &table : input.book.tables)
            if (table.holds == sheets::Holds::Anything)
                table = sheets::cut(table, *range);
    return true;
}

void printMapping(std::ostream &out, const std::vector<exchange::Input> &inputs, const exchange::Mapping &mapping)
{
    std::size_t flat = 0;
    for (const exchange::Input &input : inputs)
        for (const sheets::Table &table : input.book.tables) {
            const exchange::TableMap &map = mapping.tables[flat++];
            using Use = exchange::TableMap::Use;
            out << io::printable(input.name);
            if (input.book.tables.size() > 1)
                out << " [" << io::printable(table.name) << ']';
            out << ": " << input.book.format << (input.book.encoding.empty() ? "" : ", " + input.book.encoding) << ", "
                << (map.use == Use::Deals               ? "deals"
                        : map.use == Use::Organizations ? "organisations"
                                                        : "not used")
                << '\n';
            if (map.use == Use::Ignored)
                continue;
            for (const exchange::ColumnMap &column : std::span(map.columns).subspan(std::min(table.firstColumn, map.columns.size())))
                out << "  " << io::printable(column.header) << " = " << exchange::info(column.role).label
                    << (column.evidence.empty() ? ""
                            : column.asks       ? " (unclear: "
                                                : " (")
                    << io::printable(column.evidence) << (column.evidence.empty() ? "" : ")") << '\n';
        }
}

void printFindings(std::ostream &err, const exchange::Plan &plan, const std::vector<exchange::Input> &inputs)
{
    constexpr std::size_t most = 200;
    for (std::size_t i = 0; i < std::min(plan.findings.size(), most); ++i)
        err << exchange::describe(plan.findings[i], inputs) << '\n';
    if (const std::size_t rest = plan.findings.size() - std::min(plan.findings.size(), most) + plan.untold)
        err << "and " << rest << " more\n";
}

void printOffers(std::ostream &out, const exchange::Plan &plan)
{
    for (std::size_t i = 0; i < std::min<std::size_t>(plan.offers.size(), 20); ++i) {
        const exchange::MergeOffer &offer = plan.offers[i];
        out << "  " << static_cast<int>(100 * offer.score) << " %: --merge "
            << io::quotation(plan.parties[offer.other].name + "=" + plan.parties[offer.keep].name) << '\n';
    }
}

std::optional<Dataset> datasetToAddTo(Call &call)
{
    if (!call.parser.isSet(QStringLiteral("into")))
        return Dataset();
    auto result = io::readFile(call.parser.value(QStringLiteral("into")).toStdString());
    for (const io::Issue &issue : result.issues)
        call.err << io::describe(issue) << '\n';
    return std::move(result.dataset);
}

int writeImport(Call &call, const exchange::Plan &plan, const QString &path)
{
    if (path == QLatin1String("-")) {
        call.out << io::writeDataset(plan.dataset);
        return Ok;
    }
    if (const auto saved = io::saveFile(QFile::encodeName(path).toStdString(), plan.dataset); !saved) {
        call.err << io::describe(saved.error()) << '\n';
        return CannotWrite;
    }
    return Ok;
}

int saveMap(Call &call, const exchange::Mapping &mapping)
{
    const QString path = call.parser.value(QStringLiteral("save-map"));
    const auto written = exporting::writeFile(path, QByteArray::fromStdString(exchange::writeMapping(mapping)));
    if (written)
        return Ok;
    call.err << "dealscape: " << io::printable(written.error()) << '\n';
    return CannotWrite;
}

std::optional<exchange::Mapping> mappingFor(Call &call, const std::vector<exchange::Input> &inputs, int &exitCode)
{
    exchange::Mapping mapping = exchange::guessAll(inputs);
    exitCode = Usage;
    if (!chooseSheets(call, inputs, mapping) || !readChoices(call, mapping.choices))
        return std::nullopt;
    if (!call.parser.isSet(QStringLiteral("map")))
        return mapping;
    const QString path = call.parser.value(QStringLiteral("map"));
    exitCode = CannotRead;
    const auto bytes = bytesOf(call, path);
    if (!bytes)
        return std::nullopt;
    const auto remembered = exchange::readMapping(*bytes);
    if (!remembered) {
        call.err << io::printable(path.toStdString()) << ":1:1: error: " << io::printable(remembered.error()) << '\n';
        return std::nullopt;
    }
    if (exchange::apply(*remembered, mapping) == 0 && !remembered->tables.empty()) {
        call.err << io::printable(path.toStdString()) << ":1:1: error: no table has the headers that it names\n";
        return std::nullopt;
    }
    std::size_t flat = 0;
    for (const exchange::Input &input : inputs)
        for (const sheets::Table &table : input.book.tables)
            exchange::findEvidence(table, mapping.tables[flat++]);
    return mapping;
}

int importFiles(Call &call)
{
    const QStringList paths = call.parser.positionalArguments().mid(1);
    const QString output = call.parser.value(QStringLiteral("output"));
    const bool dry = call.parser.isSet(QStringLiteral("dry-run"));
    if (paths.isEmpty())
        return misuse(call, QStringLiteral("say what to import: dealscape import FILE... -o OUT.json"));
    if (output.isEmpty() == !dry && !call.parser.isSet(QStringLiteral("save-map")))
        return misuse(call, QStringLiteral("say where to write, -o OUT.json, or --dry-run"));
    const auto options = readOptions(call);
    if (!options)
        return Usage;
    int exitCode = Ok;
    auto inputs = readInputs(call, paths, *options, exitCode);
    if (!inputs)
        return exitCode;
    if (!chooseCells(call, *inputs))
        return Usage;
    auto mapping = mappingFor(call, *inputs, exitCode);
    if (!mapping)
        return exitCode;
    if (call.parser.isSet(QStringLiteral("save-map")) && saveMap(call, *mapping) != Ok)
        return CannotWrite;
    const auto into = datasetToAddTo(call);
    if (!into)
        return CannotRead;
    if (!mapping->choices.date)
        mapping->choices.date = changed(paths.first());
    const exchange::Plan plan = exchange::plan(*inputs, *mapping, *into);
    std::ostream &out = output == QLatin1String("-") ? call.err : call.out;
    printMapping(out, *inputs, *mapping);
    printFindings(call.err, plan, *inputs);
    for (const std::string &line : exchange::summary(plan))
        out << line << '\n';
    printOffers(out, plan);
    if (!output.isEmpty() && !dry)
        if (const int code = writeImport(call, plan, output); code != Ok)
            return code;
    const bool lost = std::any_of(plan.findings.begin(), plan.findings.end(), [](const exchange::Finding &finding) {
        return finding.weight == exchange::Finding::Weight::Skip || finding.weight == exchange::Finding::Weight::Loss;
    });
    return lost ? Findings : Ok;
}

} // namespace

const Command importCommand = {"import", "make a dataset of sheets and graphs, and say what is skipped and why", declareImport,
                               importFiles};

} // namespace dealscape::cli
