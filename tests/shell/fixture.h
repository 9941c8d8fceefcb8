// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testmain.h"

#include "shell/mainwindow.h"
#include "shell/opening.h"
#include "widgets/look.h"

#include <QAction>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <memory>

namespace dealscape::shell {

/// For what has no end of its own, in milliseconds: longer than the slowest machine needs under sanitizers.
constexpr int patience = 120'000;

/// The application as main() makes it.
struct StyledApplication {
    StyledApplication(int &argc, char **argv) : application((QApplication::setStyle(new widgets::Look), argc), argv) {}
    /// Threads that still make a picture take fonts, which go with the application.
    ~StyledApplication() { QThreadPool::globalInstance()->waitForDone(); }
    QApplication application;
};

/// A window on the embedded dataset, shown and painted, with settings of its own: without motion and hints.
struct ShownWindow {
    explicit ShownWindow(QSize size = {1280, 720}) : settings(folder.filePath("settings.ini"))
    {
        settings.setReducedMotion(true);
        settings.setHintsDismissed(true);
        window = std::make_unique<MainWindow>(settings);
        window->document().openEmbedded();
        window->resize(size);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("the window was not shown");
        window->grab();
    }

    /// Opens a file or picture and waits until it is there, or was refused.
    void open(const QString &path)
    {
        window->open(path);
        if (!QTest::qWaitFor([this] { return !window->opening().running(); }, 60000))
            qFatal("the file was not opened");
    }

    document::Document &document() { return window->document(); }
    QAction &action(ActionId id) { return *window->actions()[id]; }

    QTemporaryDir folder;
    settings::Settings settings;
    std::unique_ptr<MainWindow> window;
};

} // namespace dealscape::shell
