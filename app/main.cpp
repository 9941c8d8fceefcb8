// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"
#include "settings/settings.h"
#include "shell/application.h"
#include "shell/earlystart.h"
#include "widgets/look.h"

#include <QApplication>
#include <QGuiApplication>

#include <cstdio>
#include <exception>
#include <iostream>
#include <new>
#include <optional>

namespace {

/// Nothing for arguments that are no text here: what they name could not be found again under the text that they become.
std::optional<QStringList> argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
        if (arguments.last().toLocal8Bit() != argv[i])
            return std::nullopt;
    }
    return arguments;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("Dealscape"));
    QCoreApplication::setOrganizationName(QStringLiteral("Dealscape"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.dealscape.dealscape"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DEALSCAPE_VERSION));
}

/// Qt's own remarks, on a missing folder or a script that no typeface has, say nothing about the command that was asked for.
void keepQuiet(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const bool ours = QLatin1String(context.category).startsWith(QLatin1String("dealscape"));
    if (ours || type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, text)));
}

/// No subcommand needs a display, whatever the environment prefers for windows.
void doWithoutDisplay()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (!platform.startsWith("offscreen") && !platform.startsWith("minimal"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("QT_LOGGING_RULES") && qEnvironmentVariableIsEmpty("QT_FATAL_WARNINGS"))
        qInstallMessageHandler(keepQuiet);
}

int start(int argc, char **argv)
{
    nameProgram();
    const auto given = argumentsOf(argc, argv);
    if (!given) {
        std::cerr << "dealscape: an argument is no text in the encoding of this locale; rename the file\n";
        return dealscape::cli::Usage;
    }
    const QStringList &arguments = *given;
    if (dealscape::cli::handles(arguments)) {
        doWithoutDisplay();
        if (dealscape::cli::drawsCharts(arguments)) {
            const QApplication application(argc, argv);
            return dealscape::cli::run(arguments, std::cout, std::cerr);
        }
        const QGuiApplication application(argc, argv);
        return dealscape::cli::run(arguments, std::cout, std::cerr);
    }
    if (!dealscape::shell::displayPresent())
        return dealscape::cli::Usage;
    const dealscape::settings::Settings settings;
    dealscape::shell::applyTextSize(settings);
    std::optional<dealscape::shell::EarlyStart> early;
    if (arguments.isEmpty() && dealscape::shell::fileToReturnTo(settings).isEmpty())
        early.emplace();
    QApplication::setStyle(new dealscape::widgets::Look);
    dealscape::shell::Application application(argc, argv);
    return dealscape::shell::run(application, early ? &*early : nullptr);
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return start(argc, argv);
    } catch (const std::bad_alloc &) {
        std::cerr << "dealscape: there is not enough memory\n";
    } catch (const std::exception &error) {
        std::cerr << "dealscape: a fault in Dealscape ended it: " << error.what() << '\n';
    }
    return dealscape::cli::CannotRead;
}
