// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "export/png.h"

#include <QFileInfo>

#include <ostream>

namespace dealscape::cli {

namespace {

void declare(QCommandLineParser &parser)
{
    declareFile(parser);
    declarePicture(parser);
    parser.addOption({{QStringLiteral("o"), QStringLiteral("output")}, QStringLiteral("PNG file to write."), QStringLiteral("OUT.png")});
}

int exportPicture(Call &call)
{
    if (!call.parser.isSet(QStringLiteral("output")))
        return misuse(call, QStringLiteral("say where to write: -o OUT.png"));
    const QString path = call.parser.value(QStringLiteral("output"));
    if (QFileInfo(path).suffix().toLower() != QLatin1String("png"))
        return misuse(call, QStringLiteral("the output's name ends in .png, not '%1'").arg(QFileInfo(path).fileName()));
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const auto request = pictureRequest(call, *dataset);
    if (!request)
        return Usage;
    const Index index(*dataset);
    const view::Picture picture = view::picture(index, *request);
    if (const auto written = exporting::writePng(path, view::render(picture, *request), {}); !written) {
        call.err << "dealscape: " << written.error() << '\n';
        return CannotWrite;
    }
    call.out << path.toStdString() << ": " << request->pixels.width() << 'x' << request->pixels.height() << ", "
             << picture.network.nodes.size() << " organisations, " << picture.network.deals.size() << " deals\n";
    return Ok;
}

} // namespace

const Command exportCommand = {"export", "write the diagram as a PNG", declare, exportPicture};

} // namespace dealscape::cli
