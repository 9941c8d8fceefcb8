// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/application.h"

#include "resources/embedded.h"
#include "shell/desktop.h"
#include "shell/earlystart.h"
#include "shell/fileclaim.h"
#include "shell/hints.h"
#include "shell/keeping.h"
#include "shell/mainwindow.h"
#include "shell/opening.h"
#include "shell/presenting.h"
#include "shell/sidedock.h"
#include "style/text.h"
#include "widgets/look.h"

#include <QApplication>
#include <QDBusConnection>
#include <QFileInfo>
#include <QIcon>
#include <QMessageBox>
#include <QScreen>
#include <QThreadPool>

#include <cstdio>
#include <exception>
#include <new>
#include <utility>

namespace dealscape::shell {

namespace {

constexpr QSize largestWindow(1920, 1080);
const QString newArgument = QStringLiteral("--new");

/// What a desktop draws round a window, where nothing is known of it yet.
constexpr QSize frame(8, 40);

/// What bars, tabs, status and dock take of a window of that width that was never seen before.
QSize furniture(int width)
{
    return {(width < SideDock::roomyWindow ? SideDock::railWidth : SideDock::firstWidth(width)) + 1, 176};
}

QSize firstSize(const QApplication &application)
{
    return (application.primaryScreen()->availableSize() - frame).boundedTo(largestWindow);
}

void openFirst(MainWindow &window, const QString &path, EarlyStart *early)
{
    if (path == newArgument)
        window.document().startNew();
    else if (!path.isEmpty())
        window.open(path);
    else if (early && early->snapshot())
        window.document().adopt(QString(), early->snapshot(), early->issues());
    else
        window.document().openEmbedded();
    window.keeping().offerRemains();
}

/// What is to be opened at first: what the arguments name, or the last file where the user wants that.
QString firstPath(const QStringList &arguments, const settings::Settings &settings)
{
    const QString named = arguments.value(1);
    return named.isEmpty() ? fileToReturnTo(settings) : named;
}

/// Has the window look as the desktop does from now on, and be the only one that has its file open.
void joinDesktop(MainWindow &window, settings::Settings &settings)
{
    if (!Desktop::busPresent())
        return;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const DesktopLook known{settings.desktopDark() || widgets::isDark(QApplication::palette())};
    auto *desktop = new Desktop(known, bus, &window);
    window.follow(known);
    QObject::connect(desktop, &Desktop::changed, &window, [&window, &settings](const DesktopLook &look) {
        settings.setDesktopDark(look.dark);
        window.follow(look);
    });
    auto *claim = new FileClaim(window, window.document(), bus, &window);
    QObject::connect(&window, &MainWindow::closed, claim, &FileClaim::release);
    window.opening().setElsewhere([bus](const QString &path) { return FileClaim::raise(path, bus); });
}

/// Waits, once the window is gone, for threads that still make a picture: they take fonts, which go with the application.
struct Rest {
    Rest() = default;
    Rest(const Rest &) = delete;
    Rest &operator=(const Rest &) = delete;
    ~Rest()
    {
        QThreadPool::globalInstance()->clear();
        QThreadPool::globalInstance()->waitForDone();
    }
};

} // namespace

bool Application::notify(QObject *receiver, QEvent *event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::bad_alloc &) {
        tell(tr("There is not enough memory."));
    } catch (const std::exception &error) {
        tell(tr("Because of a fault in Dealscape: %1.").arg(QString::fromUtf8(error.what())));
    }
    return true;
}

void Application::tell(const QString &what)
{
    std::fprintf(stderr, "dealscape: %s\n", qPrintable(what));
    if (std::exchange(m_telling, true))
        return;
    // The box comes when the event that failed is over.
    QMetaObject::invokeMethod(
        this,
        [this, what] {
            QMessageBox box(QMessageBox::Critical, tr("Not done"), tr("What you asked for was not done."));
            box.setTextFormat(Qt::PlainText);
            box.setInformativeText(what);
            box.exec();
            m_telling = false;
        },
        Qt::QueuedConnection);
}

QString fileToReturnTo(const settings::Settings &settings)
{
    const QString last = settings.opensLast() ? settings.recent().paths().value(0) : QString();
    return QFileInfo::exists(last) ? last : QString();
}

void applyTextSize(const settings::Settings &settings)
{
    if (settings.textSize() == 100)
        return;
    bool given = false;
    const double factor = qEnvironmentVariable("QT_SCALE_FACTOR").toDouble(&given);
    qputenv("QT_SCALE_FACTOR", QByteArray::number((given && factor > 0 ? factor : 1) * settings.textSize() / 100));
}

bool displayPresent()
{
#ifdef Q_OS_LINUX
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    const bool x = !qEnvironmentVariableIsEmpty("DISPLAY");
    const bool wayland = !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    const bool named = platform.isEmpty() ? x || wayland : platform.startsWith("xcb") ? x : platform.startsWith("wayland") ? wayland : true;
    if (!named)
        std::fputs("dealscape: no display to open a window on (DISPLAY and WAYLAND_DISPLAY are unset); "
                   "'dealscape export -o picture.png' works without one\n",
                   stderr);
    return named;
#else
    return true;
#endif
}

int run(QApplication &application, EarlyStart *early)
{
    int exitCode = 0;
    const auto presents = presentArguments(application.arguments(), exitCode);
    if (exitCode != 0)
        return exitCode;
    resources::loadTypeface();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/dealscape.svg")));
    QApplication::setFont(style::font(style::FontRole::Body));
    settings::Settings settings;
    if (early) {
        const QSize known = settings.canvas();
        const QSize hints(0, settings.hintsDismissed() ? 0 : Hints::rowHeight);
        early->placeFor(known.isValid() ? known : firstSize(application) - furniture(firstSize(application).width()) - hints,
                        settings.perspective(QString()));
    }
    const QString path = presents ? presents->path : firstPath(application.arguments(), settings);
    if (!presents && !path.isEmpty() && Desktop::busPresent() && FileClaim::raise(path, QDBusConnection::sessionBus()))
        return 0;
    const Rest rest;
    MainWindow window(settings);
    joinDesktop(window, settings);
    openFirst(window, path, early);
    if (!window.restoreGeometry(settings.geometry()))
        window.resize(firstSize(application));
    window.restore();
    window.show();
    if (early)
        if (auto known = early->known())
            window.pictureJob().seed(std::move(*known));
    if (presents && window.opening().running())
        QObject::connect(
            &window.opening(), &Opening::ended, &window, [&window, presents] { window.presenting().play(*presents); },
            Qt::SingleShotConnection);
    else if (presents)
        window.presenting().play(*presents);
    return application.exec();
}

} // namespace dealscape::shell
