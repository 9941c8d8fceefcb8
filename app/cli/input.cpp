// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "analysis/select.h"
#include "io/reader.h"
#include "resources/embedded.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <iostream>
#include <ostream>
#include <string>

namespace dealscape::cli {

QString percent(double share)
{
    return QString::number(share * 100, 'f', 1) + QStringLiteral(" %");
}

void print(std::ostream &out, const QJsonObject &object)
{
    // Qt escapes the control characters below U+0020 alone; a terminal obeys those from U+007F to U+009F too.
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
    QString escaped;
    escaped.reserve(text.size());
    for (const QChar c : text)
        if (c.unicode() >= 0x7F && c.unicode() < 0xA0)
            escaped += QStringLiteral("\\u%1").arg(static_cast<int>(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            escaped += c;
    out << escaped.toStdString();
}

void declareFile(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("Dataset to read, - for standard input; the built-in one when left out."),
                                 QStringLiteral("[FILE]"));
}

namespace {

/// Standard input to its end, or to one byte more than a dataset may have.
std::string standardInput()
{
    constexpr std::streamsize piece = std::streamsize(1) << 16;
    const std::size_t limit = io::ReadLimits().bytes;
    std::string bytes;
    std::string buffer(piece, '\0');
    while (bytes.size() <= limit && (std::cin.read(buffer.data(), piece) || std::cin.gcount() > 0))
        bytes.append(buffer, 0, static_cast<std::size_t>(std::cin.gcount()));
    return bytes;
}

} // namespace

std::optional<Reading> read(Call &call, int &exitCode)
{
    const QStringList arguments = call.parser.positionalArguments();
    if (arguments.size() > 2) {
        exitCode = misuse(call, QStringLiteral("one FILE at most, but also got '%1'").arg(arguments.at(2)));
        return std::nullopt;
    }
    if (arguments.size() < 2)
        return Reading{io::readDataset(resources::defaultDataset(), "ai-infrastructure.json"), true};
    if (arguments.at(1) == QLatin1String("-"))
        return Reading{io::readDataset(standardInput(), "standard input"), true};
    const QFileInfo file(arguments.at(1));
    return Reading{io::readFile(QFile::encodeName(arguments.at(1)).toStdString()), file.isReadable() && !file.isDir()};
}

std::optional<Dataset> readInput(Call &call, int &exitCode)
{
    auto reading = read(call, exitCode);
    if (!reading)
        return std::nullopt;
    for (const io::Issue &issue : reading->result.issues)
        call.err << io::describe(issue) << '\n';
    if (!reading->result.dataset)
        exitCode = CannotRead;
    return std::move(reading->result.dataset);
}

bool apart(Call &call, const QString &output)
{
    const QFileInfo input(call.parser.positionalArguments().value(1));
    const QFileInfo file(output);
    if (!input.exists() || !file.exists() || input.canonicalFilePath() != file.canonicalFilePath())
        return true;
    misuse(call, QStringLiteral("the output is the dataset itself: %1").arg(output));
    return false;
}

bool readParty(Call &call, const Index &index, const QString &option, std::optional<OrganizationId> &party)
{
    if (!call.parser.isSet(option))
        return true;
    const QString asked = call.parser.value(option);
    party = OrganizationId(asked.toStdString());
    if (index.organization(*party))
        return true;
    misuse(call, QStringLiteral("--%1 names no organisation of the dataset: '%2'").arg(option, asked));
    return false;
}

std::optional<Perspective> perspectiveAsked(Call &call)
{
    const auto maximumTier = tier(call, 0);
    if (!maximumTier)
        return std::nullopt;
    Perspective perspective;
    perspective.filter = analysis::everything();
    perspective.filter.maximumTier = *maximumTier;
    return perspective;
}

std::optional<std::vector<int>> dealsAsked(Call &call, const Index &index)
{
    const auto perspective = perspectiveAsked(call);
    return perspective ? std::optional(analysis::visible(index, *perspective)) : std::nullopt;
}

} // namespace dealscape::cli
