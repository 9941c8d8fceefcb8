// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

namespace dealscape::settings {
class Preferences;
class Settings;
} // namespace dealscape::settings

namespace dealscape::shell {

class SessionEnd;

/// Opens the preferences of a window and does at once what is chosen there.
class Preferring : public QObject {
    Q_OBJECT

public:
    Preferring(settings::Settings &settings, const SessionEnd &sessionEnd, QWidget *window);

    /// Null while it is closed.
    settings::Preferences *dialog() const;
    void open();
    /// Closes the window, unless the user wants to stay with unsaved changes, and starts the program again on the same file.
    void restart();

    /// Starts a program with arguments: by the system, or by what a test puts in its place.
    using Starter = std::function<bool(const QString &program, const QStringList &arguments)>;
    void setStarter(Starter starter) { m_starter = std::move(starter); }
    /// Asks whether to reset: by a box, or by what a test puts in its place.
    using Asker = std::function<bool(QWidget *parent)>;
    void setAsker(Asker asker) { m_asker = std::move(asker); }

Q_SIGNALS:
    /// Something was chosen, which the window is to do.
    void changed();
    /// Everything is as at the first start, where the panels stand too.
    void wasReset();

private:
    void reset();

    settings::Settings &m_settings;
    const SessionEnd &m_sessionEnd;
    QWidget *m_window;
    /// What the program was started with.
    int m_textSize;
    QPointer<settings::Preferences> m_dialog;
    Starter m_starter;
    Asker m_asker;
};

} // namespace dealscape::shell
