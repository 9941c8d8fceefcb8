// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"

#include "cli/command.h"
#include "cli/opening.h"
#include "cli/plainstream.h"
#include "resources/embedded.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <ostream>

namespace dealscape::cli {

namespace {

constexpr std::array commands = {&validateCommand, &summaryCommand, &exportCommand,     &geometryCommand, &loopsCommand,  &metricsCommand,
                                 &scheduleCommand, &whatIfCommand,  &chartCommand,      &presentCommand,  &importCommand, &dataCommand,
                                 &diffCommand,     &mergeCommand,   &completionCommand, &manCommand};

const Command *find(const QString &name)
{
    for (const Command *command : commands)
        if (name == QLatin1String(command->name))
            return command;
    return nullptr;
}

bool asksForHelp(const QString &argument)
{
    return argument == QLatin1String("--help") || argument == QLatin1String("-h") || argument == QLatin1String("help");
}

bool asksForVersion(const QString &argument)
{
    return argument == QLatin1String("--version") || argument == QLatin1String("-v");
}

/// Presenting itself takes a window; writing the scenes and saying how to do it take none.
bool presentsToFiles(const QStringList &arguments)
{
    return std::ranges::any_of(arguments, [](const QString &argument) {
        return argument == QLatin1String("--export") || argument.startsWith(QLatin1String("--export=")) || asksForHelp(argument);
    });
}

void printHelp(std::ostream &out)
{
    out << "Usage: dealscape [FILE]            open a window on FILE, or on the built-in dataset\n"
           "       dealscape --new             open a window on an empty dataset\n"
           "       dealscape COMMAND [OPTIONS] [FILE]\n\n"
           "Commands, none of which but presenting needs a display; FILE is the built-in dataset when left out,\n"
           "and '-' is standard input:\n";
    for (const Command *command : commands)
        out << "  " << std::string(command->name) << std::string(12 - std::string_view(command->name).size(), ' ') << command->summary
            << '\n';
    out << "\n'dealscape COMMAND --help' lists the options of a command.\n"
           "Exit codes: 0 done, 1 findings, 2 misuse, 3 cannot read, 4 cannot write.\n";
}

int dispatch(const QStringList &arguments, std::ostream &out, std::ostream &err)
{
    if (arguments.isEmpty() || asksForHelp(arguments.first())) {
        printHelp(out);
        return Ok;
    }
    if (asksForVersion(arguments.first())) {
        out << "dealscape " << QCoreApplication::applicationVersion().toStdString() << '\n';
        return Ok;
    }
    const Command *command = find(arguments.first());
    if (!command) {
        std::array<std::string_view, commands.size()> names;
        std::ranges::transform(commands, names.begin(), &Command::name);
        return refuse(arguments, names, err);
    }
    Call call{{}, out, err};
    call.parser.setApplicationDescription(QString::fromUtf8(command->summary));
    call.parser.addPositionalArgument(QStringLiteral("command"), QString::fromUtf8(command->name), QString::fromUtf8(command->name));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help."));
    call.parser.addOption(help);
    command->declare(call.parser);
    if (!call.parser.parse(QStringList{QStringLiteral("dealscape")} + arguments)) {
        const QStringList unknown = call.parser.unknownOptionNames();
        return misuse(call, unknown.isEmpty() ? call.parser.errorText() : unknownOption(unknown.first(), call.parser.helpText()));
    }
    if (call.parser.isSet(help)) {
        out << call.parser.helpText().toStdString();
        return Ok;
    }
    resources::loadTypeface();
    return command->run(call);
}

} // namespace

std::span<const Command *const> allCommands()
{
    return commands;
}

bool handles(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return false;
    if (find(arguments.first()) == &presentCommand)
        return presentsToFiles(arguments);
    return find(arguments.first()) || asksForHelp(arguments.first()) || asksForVersion(arguments.first()) || !opensWindow(arguments);
}

bool drawsCharts(const QStringList &arguments)
{
    return !arguments.isEmpty() && (find(arguments.first()) == &chartCommand || find(arguments.first()) == &presentCommand);
}

int run(const QStringList &arguments, std::ostream &out, std::ostream &err)
{
    PlainStream plainOut(out);
    PlainStream plainErr(err);
    int code = Ok;
    try {
        code = dispatch(arguments, plainOut, plainErr);
    } catch (const std::bad_alloc &) {
        plainErr << "dealscape: there is not enough memory\n";
        code = CannotRead;
    } catch (const std::exception &error) {
        plainErr << "dealscape: a fault in Dealscape ended the command: " << error.what() << '\n';
        code = CannotRead;
    }
    if (plainOut.flush() && out.flush())
        return code;
    err << "dealscape: cannot write the output\n";
    return CannotWrite;
}

int misuse(Call &call, const QString &text)
{
    call.err << "dealscape: " << text.toStdString() << '\n';
    return Usage;
}

} // namespace dealscape::cli
