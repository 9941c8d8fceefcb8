// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/timerow.h"

#include "panels/timebar.h"
#include "panels/timetrack.h"
#include "shell/journey.h"

#include <QAction>

namespace dealscape::shell {

TimeRow::TimeRow(document::Document &document, QAction &toggle, QWidget *window)
    : QToolBar(tr("Time"), window), m_document(document), m_toggle(toggle)
{
    setObjectName(QStringLiteral("time"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    connect(&toggle, &QAction::triggered, this, &TimeRow::toggled);
    connect(this, &QToolBar::visibilityChanged, &toggle, [this] { m_toggle.setChecked(!isHidden()); });
    hide();
}

void TimeRow::setStill(bool still)
{
    m_pace = still ? 1000 : 500;
    if (m_bar)
        m_bar->setPace(m_pace);
}

void TimeRow::toggled(bool shown)
{
    const bool keyboardHere = m_bar && m_bar->isAncestorOf(window()->focusWidget());
    setVisible(shown);
    if (shown)
        m_bar->track().setFocus(Qt::ShortcutFocusReason);
    else if (keyboardHere)
        window()->setFocus(Qt::OtherFocusReason);
    qCInfo(journey) << "time bar" << (shown ? "open" : "closed");
}

void TimeRow::showEvent(QShowEvent *event)
{
    if (!m_bar) {
        m_bar = new panels::TimeBar(m_document, this);
        m_bar->setPace(m_pace);
        connect(m_bar, &panels::TimeBar::closeRequested, &m_toggle, &QAction::trigger);
        addWidget(m_bar);
    }
    QToolBar::showEvent(event);
}

} // namespace dealscape::shell

#include "moc_timerow.cpp"
