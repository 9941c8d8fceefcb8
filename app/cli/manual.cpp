// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "export/filing.h"
#include "export/svg.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <ostream>
#include <span>
#include <sstream>
#include <vector>

namespace dealscape::cli {

namespace {

const QString outputOption = QStringLiteral("output");
const QString markdownOption = QStringLiteral("markdown");

/// An option as the help of a command lists it.
struct OptionEntry {
    /// "-o", "--output".
    QStringList names;
    /// What stands for its value; empty for one that takes none.
    QString value;
    QString description;
};

/// The options of a command in the order of its help.
std::vector<OptionEntry> optionsOf(const Command &command)
{
    std::ostringstream nowhere;
    Call call{{}, nowhere, nowhere};
    command.declare(call.parser);
    // Options begin two blanks from the left, and their text goes on in a column further right.
    static const QRegularExpression start(QStringLiteral("^  (-[^<]*?)(?: <([^>]+)>)?(?:  +(.*))?$"));
    static const QRegularExpression more(QStringLiteral("^   +(\\S.*)$"));
    std::vector<OptionEntry> options{{{QStringLiteral("-h"), QStringLiteral("--help")}, {}, QStringLiteral("Show this help.")}};
    bool listing = false;
    for (const QString &line : call.parser.helpText().split(u'\n')) {
        if (line.endsWith(u':') && !line.startsWith(u' ')) {
            listing = line.startsWith(QLatin1String("Options"));
        } else if (const auto begun = start.match(line); listing && begun.hasMatch()) {
            options.push_back({begun.captured(1).trimmed().split(QStringLiteral(", ")), begun.captured(2), begun.captured(3)});
        } else if (const auto goesOn = more.match(line); listing && goesOn.hasMatch()) {
            QString &text = options.back().description;
            text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + goesOn.captured(1);
        }
    }
    return options;
}

/// Text as roff takes it: no line begins with a control character, and no dash or quote becomes another.
QString roff(QString text)
{
    text.replace(u'\\', QStringLiteral("\\e")).replace(u'-', QStringLiteral("\\-"));
    text.replace(QChar(0x2013), QStringLiteral("\\(en")).replace(u'\'', QStringLiteral("\\(aq"));
    if (text.startsWith(u'.'))
        text.prepend(QStringLiteral("\\&"));
    return text;
}

QString roffOption(const OptionEntry &option)
{
    QStringList names;
    for (const QString &name : option.names)
        names += QStringLiteral("\\fB%1\\fR").arg(roff(name));
    const QString value = option.value.isEmpty() ? QString() : QStringLiteral(" \\fI%1\\fR").arg(roff(option.value));
    return QStringLiteral(".TP\n%1%2\n%3\n").arg(names.join(QStringLiteral(", ")), value, roff(option.description));
}

QString sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// Plain text as Markdown that shows it.
QString marked(QString text)
{
    for (const QChar sign : {u'\\', u'*', u'_', u'<', u'[', u'`'})
        text.replace(sign, QStringLiteral("\\") + sign);
    return text;
}

QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QStringList namesOf(const Command &command)
{
    QStringList names;
    for (const OptionEntry &option : optionsOf(command))
        names += option.names;
    return names;
}

QString bash(std::span<const Command *const> commands)
{
    QStringList names;
    QString cases;
    for (const Command *command : commands) {
        names += QString::fromLatin1(command->name);
        cases += QStringLiteral("        %1) words='%2' ;;\n").arg(QString::fromLatin1(command->name), namesOf(*command).join(u' '));
    }
    return QStringLiteral("# Completion of dealscape for bash.\n"
                          "_dealscape() {\n"
                          "    local word=${COMP_WORDS[COMP_CWORD]} words=''\n"
                          "    case ${COMP_WORDS[1]:-} in\n%1    esac\n"
                          "    if [[ $COMP_CWORD -eq 1 ]]; then\n"
                          "        words='%2 --new --help --version'\n"
                          "    fi\n"
                          "    if [[ $word == -* || $COMP_CWORD -eq 1 ]]; then\n"
                          "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
                          "    fi\n"
                          "    if [[ $word != -* ]]; then\n"
                          "        local file\n"
                          "        while IFS= read -r file; do COMPREPLY+=(\"$file\"); done < <(compgen -f -- \"$word\")\n"
                          "    fi\n"
                          "}\n"
                          "complete -o filenames -F _dealscape dealscape\n")
        .arg(cases, names.join(u' '));
}

QString zsh(std::span<const Command *const> commands)
{
    const auto described = [](QString text) {
        return text.replace(u':', QStringLiteral("\\:")).replace(u'[', QStringLiteral("\\[")).replace(u']', QStringLiteral("\\]"));
    };
    QString list;
    QString cases;
    for (const Command *command : commands) {
        const QString name = QString::fromLatin1(command->name);
        list += QStringLiteral("        %1\n").arg(shellQuoted(name + u':' + QString::fromUtf8(command->summary)));
        QString options;
        for (const OptionEntry &option : optionsOf(*command))
            for (const QString &each : option.names)
                options +=
                    QStringLiteral(" \\\n                %1")
                        .arg(shellQuoted(
                            QStringLiteral("*%1[%2]%3")
                                .arg(each, described(option.description),
                                     option.value.isEmpty() ? QString() : u':' + described(option.value) + QStringLiteral(":_files"))));
        cases += QStringLiteral("            (%1) _arguments%2 '*:file:_files' ;;\n").arg(name, options);
    }
    return QStringLiteral("#compdef dealscape\n"
                          "# Completion of dealscape for zsh.\n"
                          "_dealscape() {\n"
                          "    local -a commands\n"
                          "    commands=(\n%1    )\n"
                          "    if (( CURRENT == 2 )); then\n"
                          "        _describe command commands\n"
                          "        _files\n"
                          "    else\n"
                          "        local command=$words[2]\n"
                          "        shift words\n"
                          "        (( CURRENT-- ))\n"
                          "        case $command in\n%2            (*) _files ;;\n        esac\n"
                          "    fi\n"
                          "}\n"
                          "_dealscape \"$@\"\n")
        .arg(list, cases);
}

QString fish(std::span<const Command *const> commands)
{
    QString text = QStringLiteral("# Completion of dealscape for fish.\n");
    for (const Command *command : commands) {
        const QString name = QString::fromLatin1(command->name);
        text += QStringLiteral("complete -c dealscape -n __fish_use_subcommand -a %1 -d %2\n")
                    .arg(name, shellQuoted(QString::fromUtf8(command->summary)));
        for (const OptionEntry &option : optionsOf(*command)) {
            QString names;
            for (const QString &each : option.names)
                names += each.startsWith(QLatin1String("--")) ? QStringLiteral(" -l ") + each.mid(2) : QStringLiteral(" -s ") + each.mid(1);
            text += QStringLiteral("complete -c dealscape -n '__fish_seen_subcommand_from %1'%2%3 -d %4\n")
                        .arg(name, names, option.value.isEmpty() ? QString() : QStringLiteral(" -r"), shellQuoted(option.description));
        }
    }
    return text;
}

/// The manual page, section 1, as roff.
QString manualPage(std::span<const Command *const> commands)
{
    QString text = QStringLiteral(".TH DEALSCAPE 1 2026-11-28 \"Dealscape %1\"\n"
                                  ".SH NAME\ndealscape \\- explorer of deal networks\n"
                                  ".SH SYNOPSIS\n.B dealscape\n.RI [ FILE ]\n.br\n.B dealscape \\-\\-new\n.br\n.B dealscape\n.I "
                                  "COMMAND\n.RI [ OPTIONS ]\n.RI [ FILE ]\n"
                                  ".SH DESCRIPTION\nOpens a window on\n.IR FILE ,\nor on the built\\-in dataset, or with\n.B \\-\\-new\non "
                                  "an empty one. Commands need no display, but for presenting.\n"
                                  "For a command,\n.I FILE\nis the built\\-in dataset when left out, and\n.B \\-\nis standard input.\n"
                                  ".SH COMMANDS\n")
                       .arg(roff(QCoreApplication::applicationVersion()));
    for (const Command *command : commands) {
        text += QStringLiteral(".SS %1\n%2.\n").arg(roff(QString::fromLatin1(command->name)), roff(QString::fromUtf8(command->summary)));
        for (const OptionEntry &option : optionsOf(*command))
            text += roffOption(option);
    }
    return text +
        QStringLiteral(".SH EXIT STATUS\n.TP\n.B 0\nDone.\n.TP\n.B 1\nDone, with findings.\n.TP\n.B 2\nMisuse.\n.TP\n.B 3\n"
                       "The input cannot be read.\n.TP\n.B 4\nThe output cannot be written.\n");
}

/// The page on the command line of the manual that the window shows, as Markdown.
QString markdownPage(std::span<const Command *const> commands)
{
    QString text =
        QStringLiteral("# Command line\n\n"
                       "Everything the window draws can be had without it, and without a display:\n\n"
                       "    dealscape validate mine.json\n"
                       "    dealscape export mine.json --size 1920x1080 -o picture.png\n"
                       "    dealscape export --tier 3 -o network.html\n"
                       "    dealscape present --export deck.pptx\n"
                       "    dealscape loops --json\n\n"
                       "`dealscape FILE` opens a window on a file, `dealscape --new` one on an empty dataset. For a command, the "
                       "built-in dataset is used when no file is named, and `-` is standard input. Exit codes: 0 done, 1 findings, "
                       "2 misuse, 3 cannot read, 4 cannot write.\n\n"
                       "`man dealscape` says the same where the package is installed, and `dealscape completion bash` (or `zsh`, "
                       "`fish`) prints what completes all of it in a shell.\n");
    for (const Command *command : commands) {
        text += QStringLiteral("\n## dealscape %1\n\n%2.\n\n")
                    .arg(QString::fromLatin1(command->name), sentence(QString::fromUtf8(command->summary)));
        for (const OptionEntry &option : optionsOf(*command)) {
            const QString value = option.value.isEmpty() ? QString() : u' ' + option.value;
            text += QStringLiteral("- `%1%2`: %3\n").arg(option.names.join(QStringLiteral("`, `")), value, marked(option.description));
        }
    }
    return text;
}

/// Completes commands, options and file names in bash, zsh or fish. Nothing for another shell.
QString completionFor(const QString &shell, std::span<const Command *const> commands)
{
    if (shell == QLatin1String("bash"))
        return bash(commands);
    if (shell == QLatin1String("zsh"))
        return zsh(commands);
    return shell == QLatin1String("fish") ? fish(commands) : QString();
}

void declareOutput(QCommandLineParser &parser)
{
    parser.addOption(
        {{QStringLiteral("o"), outputOption}, QStringLiteral("Write to a file in place of the standard output."), QStringLiteral("FILE")});
}

int deliver(Call &call, const QString &text)
{
    if (!call.parser.isSet(outputOption)) {
        call.out << text.toStdString();
        return Ok;
    }
    if (const auto written = exporting::writeFile(call.parser.value(outputOption), text.toUtf8()); !written) {
        call.err << "dealscape: " << written.error() << '\n';
        return CannotWrite;
    }
    return Ok;
}

void declareCompletion(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("SHELL"), QStringLiteral("bash, zsh or fish."));
    declareOutput(parser);
}

int completion(Call &call)
{
    const QString shell = call.parser.positionalArguments().value(1);
    const QString text = completionFor(shell, allCommands());
    return text.isEmpty() ? misuse(call, QStringLiteral("the shell is bash, zsh or fish, not '%1'").arg(shell)) : deliver(call, text);
}

void declareManual(QCommandLineParser &parser)
{
    declareOutput(parser);
    parser.addOption({markdownOption, QStringLiteral("As the page of the manual in the window, in Markdown.")});
}

int man(Call &call)
{
    return deliver(call, call.parser.isSet(markdownOption) ? markdownPage(allCommands()) : manualPage(allCommands()));
}

} // namespace

const Command completionCommand = {"completion", "print what completes this program's commands in a shell", declareCompletion, completion};
const Command manCommand = {"man", "print the manual page", declareManual, man};

} // namespace dealscape::cli
