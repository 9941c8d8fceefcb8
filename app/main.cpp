// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"
#include "shell/application.h"
#include "shell/earlystart.h"
#include "shell/look.h"

#include <QApplication>
#include <QGuiApplication>

#include <iostream>
#include <optional>

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("Dealscape"));
    QCoreApplication::setOrganizationName(QStringLiteral("Dealscape"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DEALSCAPE_VERSION));
}

} // namespace

int main(int argc, char **argv)
{
    nameProgram();
    const QStringList arguments = argumentsOf(argc, argv);
    if (dealscape::cli::handles(arguments)) {
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        if (dealscape::cli::drawsCharts(arguments)) {
            const QApplication application(argc, argv);
            return dealscape::cli::run(arguments, std::cout, std::cerr);
        }
        const QGuiApplication application(argc, argv);
        return dealscape::cli::run(arguments, std::cout, std::cerr);
    }
    if (!dealscape::shell::displayPresent())
        return 1;
    std::optional<dealscape::shell::EarlyStart> early;
    if (arguments.isEmpty())
        early.emplace();
    QApplication::setStyle(new dealscape::shell::Look);
    QApplication application(argc, argv);
    return dealscape::shell::run(application, early ? &*early : nullptr);
}
