// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/exportoptions.h"
#include "cli/patience.h"
#include "network/network.h"
#include "style/unwritable.h"
#include "words/numbers.h"

#include <QFileInfo>

#include <algorithm>
#include <ostream>

namespace dealscape::cli {

namespace {

const QString thumbnailOption = QStringLiteral("thumbnail");

void declarePictures(QCommandLineParser &parser)
{
    declareFile(parser);
    declarePicture(parser);
    declareExport(parser);
    parser.addOption(
        {{QStringLiteral("o"), QStringLiteral("output")},
         QStringLiteral(
             "File to write: OUT.png, OUT.svg, OUT.pdf, OUT.html or OUT.pptx. Say it more than once for several files of one picture."),
         QStringLiteral("OUT")});
    parser.addOption(
        {thumbnailOption, QStringLiteral("A PNG of N pixels each way for a file manager: the network alone."), QStringLiteral("N")});
}

constexpr int leastThumbnail = 16;
constexpr int largestThumbnail = 1024;

/// A square picture of the network alone, drawn larger and shrunk, whatever the output is called: file managers choose names.
int exportThumbnail(Call &call, const QStringList &paths)
{
    bool number = false;
    const int edge = call.parser.value(thumbnailOption).toInt(&number);
    if (!number || edge < leastThumbnail || edge > largestThumbnail)
        return misuse(call, QStringLiteral("--thumbnail is a number of pixels from %1 to %2").arg(leastThumbnail).arg(largestThumbnail));
    if (paths.size() > 1)
        return misuse(call, QStringLiteral("--thumbnail writes one picture, but there is more than one output"));
    for (const char *other : {"size", "preset", "mm", "dpi", "without"})
        if (call.parser.isSet(QLatin1String(other)))
            return misuse(call, QStringLiteral("--thumbnail says what the picture is like; leave --%1 out").arg(QLatin1String(other)));
    if (!apart(call, paths.front()))
        return Usage;
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const Index index(*dataset);
    auto request = exportRequest(call, index, exitCode);
    if (!request)
        return exitCode;
    const int drawn = std::clamp(2 * edge, 320, largestThumbnail);
    request->options.preset = exporting::Preset::Custom;
    request->options.custom = exporting::Extent::ofPixels({drawn, drawn});
    request->options.parts = {};
    exporting::Exhibit exhibit(index, request->options, request->sight);
    const QImage small = exhibit.image().scaled(edge, edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (const auto written = exporting::writePng(paths.front(), small, {}); !written) {
        call.err << "dealscape: " << written.error() << '\n';
        return CannotWrite;
    }
    return Ok;
}

/// What was drawn, in numbers. The founding article has edges and no deals.
QString contents(const network::Network &network, const Perspective &perspective)
{
    const auto number = [](const auto &list) { return static_cast<int>(list.size()); };
    return words::counted(number(network.nodes), QStringLiteral("organisation"), QStringLiteral("organisations")) + QStringLiteral(", ") +
        (perspective.asReported ? words::counted(number(network.edges), QStringLiteral("reported edge"), QStringLiteral("reported edges"))
                                : words::counted(number(network.deals), QStringLiteral("deal"), QStringLiteral("deals")));
}

int exportPicture(Call &call)
{
    const QStringList paths = call.parser.values(QStringLiteral("output"));
    if (paths.isEmpty())
        return misuse(call, QStringLiteral("say where to write: -o OUT.png"));
    if (call.parser.isSet(thumbnailOption))
        return exportThumbnail(call, paths);
    for (const QString &path : paths)
        if (!exporting::formatOf(path))
            return misuse(
                call,
                QStringLiteral("the output's name ends in .png, .svg, .pdf, .html or .pptx, not '%1'").arg(QFileInfo(path).fileName()));
    const auto anyIs = [&](exporting::Format format) {
        return std::ranges::any_of(paths, [&](const QString &path) { return exporting::formatOf(path) == format; });
    };
    for (const QString &path : paths)
        if (!apart(call, path))
            return Usage;
    if (call.parser.isSet(QStringLiteral("outlines")) && !anyIs(exporting::Format::Svg))
        return misuse(call, QStringLiteral("--outlines is for an SVG, and no output is one"));
    if (call.parser.isSet(QStringLiteral("author")) &&
        std::ranges::all_of(paths, [](const QString &path) { return exporting::formatOf(path) == exporting::Format::Svg; }))
        return misuse(call, QStringLiteral("--author is for any format but SVG, and every output is one"));
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const Index index(*dataset);
    const auto request = exportRequest(call, index, exitCode);
    if (!request)
        return exitCode;
    if (const QString boxes = style::unwritableSentence(index); !boxes.isEmpty())
        call.err << "dealscape: " << boxes.toStdString() << '\n';
    exporting::Exhibit exhibit(index, request->options, request->sight, patience(call.err));
    const QSize pixels = request->options.extent().pixels();
    const QString drawn = contents(exhibit.picture().network, request->sight.perspective);
    for (const QString &path : paths) {
        if (const auto written = exhibit.write(path); !written) {
            call.err << "dealscape: " << written.error() << '\n';
            return CannotWrite;
        }
        call.out << path.toStdString() << ": ";
        if (exporting::formatOf(path) != exporting::Format::Html && exporting::formatOf(path) != exporting::Format::Pptx)
            call.out << pixels.width() << 'x' << pixels.height() << ", ";
        call.out << drawn.toStdString() << '\n';
    }
    return Ok;
}

} // namespace

const Command exportCommand = {"export", "write the diagram as PNG, SVG, PDF, web page or PowerPoint slide", declarePictures,
                               exportPicture};

} // namespace dealscape::cli
