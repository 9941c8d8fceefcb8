// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "charts/printing.h"
#include "export/filing.h"
#include "reports/chartground.h"

#include <QApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <ostream>

namespace dealscape::cli {

namespace {

/// Bars of a picture; more could not be read, and CSV has them all.
constexpr int mostRows = 40;

constexpr std::array<const char *, 3> bounds = {"low", "range", "high"};

QString option(const char *name)
{
    return QString::fromLatin1(name);
}

void declareChart(QCommandLineParser &parser)
{
    declareFile(parser);
    declarePicture(parser);
    parser.addOption(
        {option("by"), QStringLiteral("What the chart shows: %1.").arg(wordsOf<reports::ChartKind>()), QStringLiteral("WHAT")});
    parser.addOption({option("of"), QStringLiteral("Only deals of organisation ID, seen from it."), QStringLiteral("ID")});
    parser.addOption({option("bound"), QStringLiteral("low, range or high; range when left out."), QStringLiteral("BOUND")});
    parser.addOption({option("csv"), QStringLiteral("Write the numbers as CSV, to the output or to -o FILE.csv.")});
    parser.addOption({{option("o"), option("output")},
                      QStringLiteral("File to write: .png, .svg, .pdf or .csv. Say it more than once for several files of one chart."),
                      QStringLiteral("OUT")});
}

std::optional<reports::ChartQuestion> question(Call &call, const Dataset &dataset, Lens lens)
{
    reports::ChartQuestion asked;
    asked.lens = lens;
    if (!readWord(call, option("by"), asked.kind))
        return std::nullopt;
    const QString bound = call.parser.isSet(option("bound")) ? call.parser.value(option("bound")) : option("range");
    const auto end = std::ranges::find_if(bounds, [&](const char *entry) { return bound == QLatin1String(entry); });
    if (end == bounds.end()) {
        misuse(call, QStringLiteral("--bound is one of low, range, high, not '%1'").arg(bound));
        return std::nullopt;
    }
    asked.bound = static_cast<reports::ChartBound>(end - bounds.begin());
    return readParty(call, Index(dataset), option("of"), asked.subject) ? std::optional(asked) : std::nullopt;
}

/// What to write, by --csv and the name of the output; misuse is reported and gives nothing.
std::optional<charts::FileKind> kindAsked(Call &call, const QString &path)
{
    const bool numbers = call.parser.isSet(option("csv"));
    if (path.isEmpty()) {
        if (numbers)
            return charts::FileKind::Csv;
        misuse(call, QStringLiteral("say where to write: -o OUT.png, or --csv"));
        return std::nullopt;
    }
    const auto kind = charts::fileKindOf(path);
    if (kind && (!numbers || kind == charts::FileKind::Csv))
        return kind;
    const QString ends = numbers ? QStringLiteral(".csv") : QStringLiteral(".png, .svg, .pdf or .csv");
    misuse(call, QStringLiteral("the output's name ends in %1, not '%2'").arg(ends, QFileInfo(path).fileName()));
    return std::nullopt;
}

QByteArray made(const Call &call, const reports::ChartTable &table, const picture::PictureRequest &request, charts::FileKind kind)
{
    if (kind == charts::FileKind::Csv)
        return reports::csv(table).toUtf8();
    const charts::PlotStyle style = charts::plotStyle(request.theme);
    return charts::fileOf(table, style, kind, call.parser.isSet(option("size")) ? request.pixels : charts::naturalSize(table, style));
}

/// A chart that leaves the program says of which day it is and on what it rests.
reports::ChartTable standing(const reports::ChartGround &ground, const reports::ChartQuestion &asked)
{
    reports::ChartTable table = reports::chartTable(ground, asked);
    table.standing = reports::standingOf(ground.index(), table);
    return table;
}

/// Writes a chart to one file.
bool put(Call &call, const reports::ChartGround &ground, reports::ChartQuestion asked, const picture::PictureRequest &request,
         const QString &path)
{
    const charts::FileKind kind = *charts::fileKindOf(path);
    asked.most = kind == charts::FileKind::Csv ? 0 : mostRows;
    const reports::ChartTable table = standing(ground, asked);
    if (const auto written = exporting::writeFile(path, made(call, table, request, kind)); !written) {
        call.err << "dealscape: " << written.error() << '\n';
        return false;
    }
    call.out << path.toStdString() << ": " << table.title.toStdString() << '\n';
    return true;
}

int chart(Call &call)
{
    const QStringList paths = call.parser.values(option("output"));
    bool numbers = true;
    for (const QString &path : paths.isEmpty() ? QStringList{QString()} : paths) {
        const auto kind = kindAsked(call, path);
        if (!kind || !apart(call, path))
            return Usage;
        numbers = numbers && kind == charts::FileKind::Csv;
    }
    if (!numbers && !qobject_cast<QApplication *>(QCoreApplication::instance()))
        return misuse(call, QStringLiteral("charts need the whole toolkit; run this through the program"));
    if (call.parser.value(option("lens")) == QLatin1String("deals"))
        return misuse(call, QStringLiteral("charts show value or power; --lens deals is for the diagram"));
    for (const char *other : {"layout", "as-reported"})
        if (call.parser.isSet(option(other)))
            return misuse(call, QStringLiteral("--%1 is for the diagram; a chart has none").arg(option(other)));
    int exitCode = Ok;
    const auto input = readInput(call, exitCode);
    if (!input)
        return exitCode;
    const auto request = pictureRequest(call, *input);
    if (!request)
        return Usage;
    const auto asked = question(call, *input, request->perspective.lens);
    if (!asked)
        return Usage;
    const Index index(*input);
    const reports::ChartGround ground(index, request->perspective);
    if (paths.isEmpty())
        call.out << reports::csv(standing(ground, *asked)).toStdString();
    return std::ranges::all_of(paths, [&](const QString &path) { return put(call, ground, *asked, *request, path); }) ? Ok : CannotWrite;
}

} // namespace

const Command chartCommand = {"chart", "draw a chart as PNG, SVG or PDF, or write its numbers as CSV", declareChart, chart};

} // namespace dealscape::cli
