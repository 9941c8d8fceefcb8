// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opening.h"

#include "io/reader.h"
#include "io/suggest.h"
#include "io/utf8.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <vector>

namespace dealscape::cli {

namespace {

constexpr std::array toolkitFlags = {"reverse", "widgetcount", "nograb", "dograb", "sync"};
constexpr std::array toolkitValues = {"platform",
                                      "platformpluginpath",
                                      "platformtheme",
                                      "plugin",
                                      "style",
                                      "stylesheet",
                                      "geometry",
                                      "qwindowgeometry",
                                      "qwindowtitle",
                                      "title",
                                      "icon",
                                      "qwindowicon",
                                      "session",
                                      "display",
                                      "name",
                                      "fg",
                                      "bg",
                                      "fn",
                                      "foreground",
                                      "background",
                                      "font"};

template <class Names>
bool names(const Names &list, const QString &argument)
{
    const QString name = argument.mid(argument.startsWith(QLatin1String("--")) ? 2 : 1).section(u'=', 0, 0);
    return argument.startsWith(u'-') && std::ranges::any_of(list, [&](const char *each) { return name == QLatin1String(each); });
}

bool isOption(const QString &argument)
{
    return argument.startsWith(u'-') && argument.size() > 1;
}

bool isThere(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() && !file.isDir();
}

std::string quoted(const QString &text)
{
    return io::quotation(text.toStdString());
}

/// A word that could have been meant as a command, rather than as a path.
bool isWord(const QString &argument)
{
    return !argument.contains(u'/') && !argument.contains(u'.') && !argument.contains(u'\\');
}

int refuseName(const QString &name, std::span<const std::string_view> commands, std::ostream &err)
{
    if (name == QLatin1String("-")) {
        err << "dealscape: standard input, \"-\", goes with a command, not with a window\n";
        return Usage;
    }
    if (!QFileInfo::exists(name) && isWord(name)) {
        const std::string meant = io::didYouMean(name.toStdString(), commands);
        err << "dealscape: unknown command " << quoted(name)
            << (meant.empty() ? ", and there is no such file; 'dealscape --help' lists the commands" : meant) << '\n';
        return Usage;
    }
    for (const io::Issue &issue : io::readFile(QFile::encodeName(name).toStdString()).issues)
        err << io::describe(issue) << '\n';
    return CannotRead;
}

} // namespace

QStringList withoutToolkit(const QStringList &arguments)
{
    QStringList left;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (names(toolkitValues, argument))
            i += argument.contains(u'=') ? 0 : 1;
        else if (!names(toolkitFlags, argument))
            left += argument;
    }
    return left;
}

bool opensWindow(const QStringList &arguments)
{
    const QStringList left = withoutToolkit(arguments);
    return left.isEmpty() || (left.size() == 1 && left.first() == QLatin1String("--new")) ||
        (left.size() == 1 && !isOption(left.first()) && isThere(left.first()));
}

int refuse(const QStringList &arguments, std::span<const std::string_view> commands, std::ostream &err)
{
    const QStringList left = withoutToolkit(arguments);
    const auto late = std::find_if(left.begin(), left.end(), [&](const QString &argument) {
        return std::ranges::find(commands, argument.toStdString()) != commands.end();
    });
    const auto option = std::find_if(left.begin(), left.end(), isOption);
    const bool optionFirst = option == left.begin();
    if (late != left.end() && (optionFirst || isThere(left.first()))) {
        err << "dealscape: the command comes first: dealscape " << late->toStdString() << (optionFirst ? " [OPTIONS] [FILE]" : " FILE")
            << '\n';
        return Usage;
    }
    if (optionFirst || (option != left.end() && isThere(left.first()))) {
        constexpr std::array<std::string_view, 3> known = {"--help", "--new", "--version"};
        const std::string meant = io::didYouMean(option->toStdString(), known);
        err << "dealscape: unknown option " << quoted(*option)
            << (meant.empty() ? "; options go with a command, see 'dealscape --help'" : meant) << '\n';
        return Usage;
    }
    if (left.size() > 1 && isThere(left.first())) {
        err << "dealscape: one FILE at most, but also got " << quoted(left.at(1)) << '\n';
        return Usage;
    }
    return refuseName(left.value(0), commands, err);
}

QString unknownOption(const QString &name, const QString &help)
{
    static const QRegularExpression form(QStringLiteral("(?<=\\s)--[a-z][a-z-]*"));
    std::vector<std::string> known;
    for (auto match = form.globalMatch(help); match.hasNext();)
        known.push_back(match.next().captured().toStdString());
    const std::vector<std::string_view> candidates(known.begin(), known.end());
    const std::string text = (name.size() == 1 ? "-" : "--") + name.toStdString();
    return QString::fromStdString("unknown option " + io::quotation(text) + io::didYouMean(text, candidates));
}

} // namespace dealscape::cli
