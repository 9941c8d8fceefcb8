// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "export/pdf.h"
#include "export/png.h"
#include "export/svg.h"

#include <QFileInfo>

#include <ostream>

namespace dealscape::cli {

namespace {

void declare(QCommandLineParser &parser)
{
    declareFile(parser);
    declarePicture(parser);
    parser.addOption({{QStringLiteral("o"), QStringLiteral("output")},
                      QStringLiteral("File to write: OUT.png, OUT.svg or OUT.pdf."),
                      QStringLiteral("OUT")});
}

Result<void> write(const QString &path, const Index &index, const view::Picture &picture, const view::PictureRequest &request)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("svg"))
        return exporting::writeSvg(path, index, picture.network, picture.drawing, {.magnification = picture.magnification});
    if (suffix == QLatin1String("pdf"))
        return exporting::writePdf(path, picture.drawing, {.title = qt(index.dataset().title)});
    return exporting::writePng(path, view::render(picture, request), {});
}

int exportPicture(Call &call)
{
    if (!call.parser.isSet(QStringLiteral("output")))
        return misuse(call, QStringLiteral("say where to write: -o OUT.png"));
    const QString path = call.parser.value(QStringLiteral("output"));
    static const QStringList suffixes{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
    if (!suffixes.contains(QFileInfo(path).suffix().toLower()))
        return misuse(call, QStringLiteral("the output's name ends in .png, .svg or .pdf, not '%1'").arg(QFileInfo(path).fileName()));
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const auto request = pictureRequest(call, *dataset);
    if (!request)
        return Usage;
    const Index index(*dataset);
    const view::Picture picture = view::picture(index, *request);
    if (const auto written = write(path, index, picture, *request); !written) {
        call.err << "dealscape: " << written.error() << '\n';
        return CannotWrite;
    }
    call.out << path.toStdString() << ": " << request->pixels.width() << 'x' << request->pixels.height() << ", "
             << picture.network.nodes.size() << " organisations, " << picture.network.deals.size() << " deals\n";
    return Ok;
}

} // namespace

const Command exportCommand = {"export", "write the diagram as PNG, SVG or PDF", declare, exportPicture};

} // namespace dealscape::cli
