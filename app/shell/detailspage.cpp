// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/detailspage.h"

#include "document/document.h"
#include "panels/detailspanel.h"
#include "shell/chartpanel.h"

#include <algorithm>

namespace dealscape::shell {

DetailsPage::DetailsPage(document::Document &document, ChartLink &link, QAction *allCharts, QWidget *parent)
    : QSplitter(Qt::Vertical, parent), m_document(document), m_details(new panels::DetailsPanel(document))
{
    addWidget(m_details);
    addWidget(new ChartPanel(link, allCharts, ChartPanel::Rows::Few));
    setHandleWidth(5);
    connect(m_details, &panels::DetailsPanel::notesWanted, this, &DetailsPage::notesWanted);
    connect(m_details, &panels::DetailsPanel::rebuilt, this, &DetailsPage::share);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_shared = true; });
}

void DetailsPage::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    share();
}

void DetailsPage::share()
{
    if (m_shared || height() < 1)
        return;
    // Sources stand below the facts of what is selected.
    const int most = std::holds_alternative<std::monostate>(m_document.selection()) ? 45 : 65;
    const int facts = std::min(m_details->contentHeight(), height() * most / 100);
    setSizes({facts, height() - facts - handleWidth()});
}

} // namespace dealscape::shell

#include "moc_detailspage.cpp"
