// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "export/datafiles.h"
#include "words/numbers.h"

#include <ostream>

namespace dealscape::cli {

namespace {

QString dataWords()
{
    QStringList words;
    for (const auto &each : exporting::dataFormats())
        words += QLatin1String(each.word);
    return words.join(QStringLiteral(", "));
}

void declareData(QCommandLineParser &parser)
{
    declareFile(parser);
    declarePicture(parser);
    parser.addOption({QStringLiteral("to"), QStringLiteral("Format: %1.").arg(dataWords()), QStringLiteral("FORMAT")});
    parser.addOption({QStringLiteral("in-view"), QStringLiteral("Only what the picture shows; everything when left out.")});
    parser.addOption({{QStringLiteral("o"), QStringLiteral("output")},
                      QStringLiteral("File to write. CSV writes the organisations to a second one beside it."),
                      QStringLiteral("OUT")});
}

int exportData(Call &call)
{
    const QString word = call.parser.value(QStringLiteral("to"));
    const QString path = call.parser.value(QStringLiteral("output"));
    const auto format = exporting::dataFormat(word);
    if (!format)
        return misuse(call,
                      word.isEmpty() ? QStringLiteral("say the format: --to %1").arg(dataWords())
                                     : QStringLiteral("--to is one of %1, not '%2'").arg(dataWords(), word));
    if (path.isEmpty())
        return misuse(call, QStringLiteral("say where to write: -o OUT"));
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const auto request = pictureRequest(call, *dataset);
    if (!request)
        return Usage;
    const Index index(*dataset);
    std::optional<picture::Picture> picture;
    if (call.parser.isSet(QStringLiteral("in-view")) || exporting::showsPicture(*format))
        picture = picture::picture(index, *request);
    const auto extract =
        call.parser.isSet(QStringLiteral("in-view")) ? exporting::inView(picture->network) : exchange::everything(*dataset);
    const auto written = exporting::writeData(index, extract, *format, path, picture ? &*picture : nullptr);
    if (!written) {
        call.err << "dealscape: " << written.error() << '\n';
        return CannotWrite;
    }
    for (const QString &name : *written)
        call.out << name.toStdString() << ": "
                 << words::counted(static_cast<int>(extract.organizations.size()), QStringLiteral("organisation"),
                                   QStringLiteral("organisations"))
                        .toStdString()
                 << ", "
                 << words::counted(static_cast<int>(extract.deals.size()), QStringLiteral("deal"), QStringLiteral("deals")).toStdString()
                 << '\n';
    return Ok;
}

} // namespace

const Command dataCommand = {"data", "write the data as CSV, XLSX, ODS, GraphML, GEXF, DOT, node-link JSON, FollowTheMoney", declareData,
                             exportData};

} // namespace dealscape::cli
