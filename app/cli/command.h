// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/cli.h"
#include "domain/dataset.h"
#include "domain/vocabulary.h"
#include "io/reader.h"
#include "picture/picture.h"
#include "words/phrases.h"

#include <QCommandLineParser>
#include <QJsonObject>

#include <iosfwd>
#include <optional>
#include <span>
#include <string>

namespace dealscape::cli {

using words::qt;

/// One run of a subcommand: its options as they are declared and read, and where it speaks.
struct Call {
    QCommandLineParser parser;
    std::ostream &out;
    std::ostream &err;
};

/// A subcommand. declare() adds its options and describes it, run() does it with parsed options.
struct Command {
    const char *name;
    const char *summary;
    void (*declare)(QCommandLineParser &);
    int (*run)(Call &);
};

extern const Command validateCommand;
extern const Command summaryCommand;
extern const Command exportCommand;
extern const Command geometryCommand;
extern const Command chartCommand;
extern const Command loopsCommand;
extern const Command metricsCommand;
extern const Command scheduleCommand;
extern const Command presentCommand;
extern const Command whatIfCommand;
extern const Command diffCommand;
extern const Command mergeCommand;
extern const Command importCommand;
extern const Command dataCommand;
extern const Command completionCommand;
extern const Command manCommand;

/// All of them, in the order of the help.
std::span<const Command *const> allCommands();

/// Declares the optional FILE argument.
void declareFile(QCommandLineParser &parser);

/// What reading FILE, or the built-in dataset when there is none, gave; readable is false when there is no such file.
struct Reading {
    io::ReadResult result;
    bool readable = true;
};

/// Misuse is reported and gives nothing.
std::optional<Reading> read(Call &call, int &exitCode);

/// The dataset alone. Problems are printed as file:line:column lines; on an error nothing is returned and exitCode says why.
std::optional<Dataset> readInput(Call &call, int &exitCode);

/// Whether an output is another file than the dataset that is read; misuse is reported.
bool apart(Call &call, const QString &output);

/// Declares --tier alone, --size and --theme alone, or every option that decides what a picture shows.
void declareTier(QCommandLineParser &parser);
void declareSize(QCommandLineParser &parser);
void declarePicture(QCommandLineParser &parser);

/// The tier asked for, 0 for all; the fallback where none is. An unusable value is reported and gives nothing.
std::optional<int> tier(Call &call, int fallback);

/// What one asks of the deals as a whole: every deal of the tiers asked for, counted or not, as a perspective and as the deals that it
/// shows, or nothing after misuse.
std::optional<Perspective> perspectiveAsked(Call &call);
std::optional<std::vector<int>> dealsAsked(Call &call, const Index &index);

/// The picture asked for, on top of what the dataset opens on or of another perspective. An unusable value is reported and
/// gives nothing.
std::optional<picture::PictureRequest> pictureRequest(Call &call, const Dataset &dataset);
std::optional<picture::PictureRequest> pictureRequest(Call &call, const Dataset &dataset, const Perspective &base);

/// Reads a size such as that of --size, and --theme, where they are given; an unusable value is reported and gives false.
bool readSize(Call &call, const QString &option, QSize &size);
bool readTheme(Call &call, style::ThemeKind &theme);

/// Reports misuse in one line and returns Usage.
int misuse(Call &call, const QString &text);

/// The words of an enumeration, with commas between.
template <class E>
QString wordsOf()
{
    QStringList list;
    for (const auto &entry : vocabulary<E>())
        list += qt(entry.word);
    return list.join(QStringLiteral(", "));
}

/// Reads an option whose values are the words of an enumeration, where it is given; an unknown word is reported and gives false.
template <class E>
bool readWord(Call &call, const QString &option, E &value)
{
    if (!call.parser.isSet(option))
        return true;
    const QString asked = call.parser.value(option);
    const auto known = parseWord<E>(asked.toStdString());
    if (known)
        value = *known;
    else
        misuse(call, QStringLiteral("--%1 is one of %2, not '%3'").arg(option, wordsOf<E>(), asked));
    return known.has_value();
}

/// Reads the organisation that an option names, where it is given; one that the dataset does not have is reported and gives false.
bool readParty(Call &call, const Index &index, const QString &option, std::optional<OrganizationId> &party);

/// Prints an object with two spaces of indentation and a final line feed.
void print(std::ostream &out, const QJsonObject &object);

/// A share of 1 with one decimal: "45.0 %".
QString percent(double share);

} // namespace dealscape::cli
