// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/preferring.h"

#include "settings/preferences.h"
#include "settings/settings.h"
#include "shell/manual.h"
#include "shell/sessionend.h"
#include "widgets/parts.h"

#include <QProcess>

namespace dealscape::shell {

namespace {

bool askReset(QWidget *parent)
{
    return widgets::ask(parent, QMessageBox::Question, Preferring::tr("Reset"), Preferring::tr("Everything as at the first start?"),
                        Preferring::tr("Colours, sizes, panels and what was dismissed go back. Your files, the list of those opened "
                                       "before, and how you looked at them stay."),
                        {{Preferring::tr("Reset"), QMessageBox::DestructiveRole}}) == 0;
}

} // namespace

Preferring::Preferring(settings::Settings &settings, const SessionEnd &sessionEnd, QWidget *window)
    : QObject(window),
      m_settings(settings),
      m_sessionEnd(sessionEnd),
      m_window(window),
      m_textSize(settings.textSize()),
      m_starter([](const QString &program, const QStringList &arguments) { return QProcess::startDetached(program, arguments); }),
      m_asker(askReset)
{}

settings::Preferences *Preferring::dialog() const
{
    return m_dialog;
}

void Preferring::open()
{
    if (!m_dialog) {
        m_dialog = new settings::Preferences(m_settings, m_textSize, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        Manual::offerIn(*m_dialog);
        connect(m_dialog, &settings::Preferences::changed, this, &Preferring::changed);
        connect(m_dialog, &settings::Preferences::restartWanted, this, &Preferring::restart);
        connect(m_dialog, &settings::Preferences::resetWanted, this, &Preferring::reset);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void Preferring::restart()
{
    QStringList command = m_sessionEnd.restartCommand();
    if (!m_window->close())
        return;
    const QString program = command.takeFirst();
    m_starter(program, command);
}

void Preferring::reset()
{
    if (!m_asker(m_dialog))
        return;
    m_settings.reset();
    Q_EMIT wasReset();
    if (m_dialog)
        m_dialog->refresh();
}

} // namespace dealscape::shell

#include "moc_preferring.cpp"
