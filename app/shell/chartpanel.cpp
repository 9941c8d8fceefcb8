// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/chartpanel.h"

#include "charts/chartdock.h"
#include "shell/chartlink.h"
#include "widgets/segments.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace dealscape::shell {

ChartPanel::ChartPanel(ChartLink &link, QAction *all, Rows rows, QWidget *parent)
    : QWidget(parent), m_dock(new charts::ChartDock(rows == Rows::Few ? 4 : 8))
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_dock);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (rows == Rows::Many) {
        auto *head = new QHBoxLayout;
        head->setContentsMargins(12, 8, 12, 0);
        head->addWidget(new widgets::SegmentButton(all, widgets::SegmentButton::Place::Alone, this));
        head->addStretch(1);
        column->addLayout(head);
    }
    column->addWidget(scroll, 1);
    link.tie(*m_dock);
}

} // namespace dealscape::shell

#include "moc_chartpanel.cpp"
