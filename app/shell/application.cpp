// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/application.h"

#include "resources/embedded.h"
#include "shell/look.h"
#include "shell/mainwindow.h"
#include "view/painter.h"

#include <QApplication>
#include <QScreen>

#include <cstdio>
#include <future>

namespace dealscape::shell {

namespace {

std::future<io::ReadResult> &reading()
{
    static std::future<io::ReadResult> result;
    return result;
}

io::ReadResult readEmbedded()
{
    return io::readDataset(resources::defaultDataset(), "built-in dataset");
}

} // namespace

void beginReading()
{
    reading() = std::async(std::launch::async, readEmbedded);
}

bool displayPresent()
{
#ifdef Q_OS_LINUX
    const bool named = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
        !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
    if (!named)
        std::fputs("dealscape: no display to open a window on (DISPLAY and WAYLAND_DISPLAY are unset); "
                   "'dealscape export -o picture.png' works without one\n",
                   stderr);
    return named;
#else
    return true;
#endif
}

int run(QApplication &application)
{
    resources::loadTypeface();
    QApplication::setFont(view::font(view::FontRole::Body));
    Settings settings;
    MainWindow window(settings);
    const QStringList arguments = application.arguments();
    if (arguments.size() > 1)
        window.open(arguments.at(1));
    else
        window.openEmbedded(reading().valid() ? reading().get() : readEmbedded());
    if (!window.restoreGeometry(settings.geometry()))
        window.resize(application.primaryScreen()->availableSize().boundedTo({1920, 1080}));
    window.restoreState(settings.docks());
    window.show();
    return application.exec();
}

} // namespace dealscape::shell
