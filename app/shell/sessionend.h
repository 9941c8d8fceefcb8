// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QSessionManager;

namespace dealscape::shell {

class MainWindow;

/// Stands between the end of a desktop's session and unsaved changes: asks where the desktop allows it, and otherwise keeps them where the
/// next start offers them. Tells the desktop how to come back to the file that is open.
class SessionEnd : public QObject {
    Q_OBJECT

public:
    explicit SessionEnd(MainWindow &window);

    enum class Manners { MayAsk, MustNotAsk };
    /// Whether the session may end; unsaved changes are saved, discarded by the user, or kept.
    bool mayEnd(Manners manners);
    /// What starts the program as it is now.
    QStringList restartCommand() const;

private:
    void commit(QSessionManager &desktop);
    void remember(QSessionManager &desktop);

    MainWindow &m_window;
};

} // namespace dealscape::shell
