// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"

#include "cli/command.h"
#include "io/reader.h"
#include "io/suggest.h"
#include "io/utf8.h"
#include "resources/embedded.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <ostream>
#include <span>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dealscape::cli {

namespace {

/// A stream to another one that lets nothing through which a terminal would obey: control characters other than line breaks and
/// tabs, those from U+007F to U+009F too, become U+FFFD. So whatever a command says about a file can be looked at. Flushed at
/// the end of its scope.
class PlainStream : private std::streambuf, public std::ostream {
public:
    explicit PlainStream(std::ostream &to) : std::ostream(static_cast<std::streambuf *>(this)), m_to(to) {}
    ~PlainStream() override { sync(); }

protected:
    int overflow(int c) override;
    std::streamsize xsputn(const char *text, std::streamsize size) override;
    int sync() override;

private:
    void put(unsigned char c);

    std::ostream &m_to;
    std::string m_text;
    /// What waits for the byte after it: a carriage return, or the first byte of U+0080 to U+00BF.
    unsigned char m_waiting = 0;
};

constexpr const char *instead = "\xEF\xBF\xBD";
constexpr unsigned char upperControls = 0xC2;

void PlainStream::put(unsigned char c)
{
    const unsigned char before = std::exchange(m_waiting, static_cast<unsigned char>(0));
    if (before == '\r')
        m_text += c == '\n' ? "\r" : instead;
    if (before == upperControls && c >= 0x80 && c < 0xA0) {
        m_text += instead;
        return;
    }
    if (before == upperControls)
        m_text += static_cast<char>(before);
    if (c == '\r' || c == upperControls)
        m_waiting = c;
    else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F)
        m_text += instead;
    else
        m_text += static_cast<char>(c);
}

int PlainStream::overflow(int c)
{
    using Traits = std::char_traits<char>;
    if (Traits::eq_int_type(c, Traits::eof()))
        return Traits::not_eof(c);
    const char one = Traits::to_char_type(c);
    return xsputn(&one, 1) == 1 ? c : Traits::eof();
}

std::streamsize PlainStream::xsputn(const char *text, std::streamsize size)
{
    for (std::streamsize i = 0; i < size; ++i)
        put(static_cast<unsigned char>(text[i]));
    m_to << std::exchange(m_text, {});
    return m_to ? size : 0;
}

int PlainStream::sync()
{
    if (m_waiting == '\r')
        m_to << instead;
    m_waiting = 0;
    return m_to.flush() ? 0 : -1;
}

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

/// Arguments without those that the toolkit takes for itself, such as "-platform offscreen".
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

/// Whether a window can be opened with these arguments, which name no command: nothing, --new, or one file that is there.
/// What the file holds is the window's to tell.
bool opensWindow(const QStringList &arguments)
{
    const QStringList left = withoutToolkit(arguments);
    return left.isEmpty() || (left.size() == 1 && left.first() == QLatin1String("--new")) ||
        (left.size() == 1 && !isOption(left.first()) && isThere(left.first()));
}

/// Says why arguments that neither name a command nor open a window are of no use: an unknown command or option, a command that
/// comes too late, one file too many (Usage), or no file at all (CannotRead).
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

/// `unknown option "--jsn"; did you mean "--json"?`, looking among the options that the help of a command lists.
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
