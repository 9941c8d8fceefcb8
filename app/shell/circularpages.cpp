// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/circularpages.h"

#include "diagram/diagramview.h"
#include "shell/journey.h"
#include "shell/sidedock.h"

#include <QAction>

namespace dealscape::shell {

using circular::CircularPanel;
using circular::PageId;

CircularPages::CircularPages(document::Document &document, SideDock &dock, diagram::DiagramView &diagram, const Actions &actions,
                             QObject *parent)
    : QObject(parent), m_document(document), m_dock(dock), m_diagram(diagram), m_capture(actions[ActionId::CaptureScene])
{
    dock.addPage(tr("Loops"), style::Icon::Loop, [this] { return make(); });
    for (const auto &[action, page] :
         {std::pair(ActionId::ShowLoops, PageId::Loops), std::pair(ActionId::ShowScenario, PageId::Scenario),
          std::pair(ActionId::ShowRunway, PageId::Runway), std::pair(ActionId::ShowMeasures, PageId::Measures)})
        connect(actions[action], &QAction::triggered, this, [this, page = page] { open(page); });
}

CircularPanel *CircularPages::make()
{
    m_panel = new CircularPanel(m_document);
    connect(m_panel, &CircularPanel::legStepped, &m_diagram, &diagram::DiagramView::trace);
    connect(m_panel, &CircularPanel::told, &m_diagram, &diagram::DiagramView::setSpotlight);
    connect(m_panel, &CircularPanel::dealsWanted, this, &CircularPages::dealsWanted);
    connect(m_panel, &CircularPanel::sceneWanted, m_capture, &QAction::trigger);
    connect(m_panel, &CircularPanel::scenarioTold, this, &CircularPages::scenarioTold);
    connect(m_panel, &CircularPanel::scenarioTold, this, [](const QString &words) { qCInfo(journey).noquote() << "scenario" << words; });
    connect(m_panel, &CircularPanel::wrote, this, &CircularPages::wrote);
    return m_panel;
}

void CircularPages::open(PageId page)
{
    m_dock.showPage(tr("Loops"));
    if (!m_panel)
        return;
    m_panel->open(page);
    const auto *chosen = std::get_if<OrganizationId>(&m_document.selection());
    if (page == PageId::Scenario && chosen)
        m_panel->fail(*chosen);
}

void CircularPages::endScenario()
{
    if (m_panel)
        m_panel->endScenario();
}

} // namespace dealscape::shell

#include "moc_circularpages.cpp"
