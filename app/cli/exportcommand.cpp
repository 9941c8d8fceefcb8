// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/exportoptions.h"

#include <QFileInfo>

#include <ostream>

namespace dealscape::cli {

namespace {

void declare(QCommandLineParser &parser)
{
    declareFile(parser);
    declarePicture(parser);
    declareExport(parser);
    parser.addOption({{QStringLiteral("o"), QStringLiteral("output")},
                      QStringLiteral("File to write: OUT.png, OUT.svg or OUT.pdf. Say it more than once for several files of one picture."),
                      QStringLiteral("OUT")});
}

int exportPicture(Call &call)
{
    const QStringList paths = call.parser.values(QStringLiteral("output"));
    if (paths.isEmpty())
        return misuse(call, QStringLiteral("say where to write: -o OUT.png"));
    for (const QString &path : paths)
        if (!exporting::formatOf(path))
            return misuse(call, QStringLiteral("the output's name ends in .png, .svg or .pdf, not '%1'").arg(QFileInfo(path).fileName()));
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const auto request = exportRequest(call, *dataset);
    if (!request)
        return Usage;
    const Index index(*dataset);
    exporting::Exhibit exhibit(index, request->options, request->sight);
    const QSize pixels = request->options.extent().pixels();
    for (const QString &path : paths) {
        if (const auto written = exhibit.write(path); !written) {
            call.err << "dealscape: " << written.error() << '\n';
            return CannotWrite;
        }
        call.out << path.toStdString() << ": " << pixels.width() << 'x' << pixels.height() << ", " << exhibit.picture().network.nodes.size()
                 << " organisations, " << exhibit.picture().network.deals.size() << " deals\n";
    }
    return Ok;
}

} // namespace

const Command exportCommand = {"export", "write the diagram as PNG, SVG or PDF", declare, exportPicture};

} // namespace dealscape::cli
