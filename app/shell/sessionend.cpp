// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sessionend.h"

#include "document/recovery.h"
#include "shell/saving.h"

#include <QGuiApplication>
#include <QSessionManager>

namespace dealscape::shell {

SessionEnd::SessionEnd(const document::Document &document, Saving &saving, document::Recovery &recovery, QObject *parent)
    : QObject(parent), m_document(document), m_saving(saving), m_recovery(recovery)
{
    // The desktop waits for the answer.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &SessionEnd::commit, Qt::DirectConnection);
    connect(qGuiApp, &QGuiApplication::saveStateRequest, this, &SessionEnd::remember, Qt::DirectConnection);
}

bool SessionEnd::mayEnd(Manners manners)
{
    if (!m_saving.modified())
        return true;
    if (manners == Manners::MayAsk && !m_saving.mayLeave())
        return false;
    if (manners == Manners::MustNotAsk && m_recovery.flush())
        m_recovery.leaveBehind();
    m_saving.agree();
    return true;
}

QStringList SessionEnd::restartCommand() const
{
    QStringList command{QCoreApplication::applicationFilePath()};
    if (!m_document.path().isEmpty())
        command << m_document.path();
    return command;
}

void SessionEnd::commit(QSessionManager &desktop)
{
    const bool asks = m_saving.modified() && desktop.allowsInteraction();
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
