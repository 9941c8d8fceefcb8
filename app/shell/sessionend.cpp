// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sessionend.h"

#include "shell/keeping.h"
#include "shell/mainwindow.h"
#include "shell/saving.h"

#include <QGuiApplication>
#include <QSessionManager>

namespace dealscape::shell {

SessionEnd::SessionEnd(MainWindow &window) : QObject(&window), m_window(window)
{
    // The desktop waits for the answer.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &SessionEnd::commit, Qt::DirectConnection);
    connect(qGuiApp, &QGuiApplication::saveStateRequest, this, &SessionEnd::remember, Qt::DirectConnection);
}

bool SessionEnd::mayEnd(Manners manners)
{
    if (!m_window.saving().modified())
        return true;
    if (manners == Manners::MayAsk && !m_window.saving().mayLeave())
        return false;
    if (manners == Manners::MustNotAsk && m_window.keeping().recovery().flush())
        m_window.keeping().recovery().leaveBehind();
    m_window.saving().agree();
    return true;
}

QStringList SessionEnd::restartCommand() const
{
    QStringList command{QCoreApplication::applicationFilePath()};
    if (!m_window.document().path().isEmpty())
        command << m_window.document().path();
    return command;
}

void SessionEnd::commit(QSessionManager &desktop)
{
    const bool asks = m_window.saving().modified() && desktop.allowsInteraction();
    if (!mayEnd(asks ? Manners::MayAsk : Manners::MustNotAsk))
        desktop.cancel();
    if (asks)
        desktop.release();
}

void SessionEnd::remember(QSessionManager &desktop)
{
    desktop.setRestartCommand(restartCommand());
}

} // namespace dealscape::shell

#include "moc_sessionend.cpp"
