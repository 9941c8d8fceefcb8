// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/middle.h"

#include <QKeyEvent>

namespace dealscape::shell {

Middle::Middle(document::Document &document, diagram::DiagramView &diagram, QWidget *parent)
    : QStackedWidget(parent), m_diagram(diagram), m_link(document, diagram)
{
    setAccessibleName(tr("Picture, or charts in its place"));
    addWidget(&m_diagram);
}

bool Middle::chartsShown() const
{
    return m_page && currentWidget() == m_page;
}

void Middle::showCharts(bool shown)
{
    if (shown == chartsShown())
        return;
    if (shown && !m_page) {
        m_page = new charts::ChartsPage(this);
        addWidget(m_page);
        m_link.tie(*m_page);
    }
    setCurrentWidget(shown ? static_cast<QWidget *>(m_page) : &m_diagram);
    currentWidget()->setFocus();
    Q_EMIT chartsChanged(shown);
}

void Middle::showChart(const charts::ChartsPage::Named &chart)
{
    showCharts(true);
    m_page->open(chart);
}

void Middle::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !chartsShown())
        return QStackedWidget::keyPressEvent(event);
    if (!m_link.drop())
        showCharts(false);
}

} // namespace dealscape::shell

#include "moc_middle.cpp"
