// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/circularpanel.h"

#include "circular/controls.h"
#include "circular/loopspage.h"
#include "circular/measurespage.h"
#include "circular/runwaypage.h"
#include "circular/scenariopage.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace dealscape::circular {

CircularPanel::CircularPanel(document::Document &document, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_choices(new ChoiceRow({tr("Loops"), tr("What if"), tr("How long"), tr("Measures")}, this)),
      m_pages(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 16, 8);
    row->addWidget(m_choices);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_pages, 1);
    m_choices->setAccessibleName(tr("Questions on circular financing"));
    connect(m_choices, &ChoiceRow::chosen, this, [this](int choice) { open(static_cast<PageId>(choice)); });
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setMinimumWidth(320);
    open(PageId::Loops);
}

void CircularPanel::open(PageId page)
{
    QWidget *&made = m_made[static_cast<std::size_t>(page)];
    if (!made) {
        made = make(page);
        m_pages->addWidget(made);
    }
    m_choices->setChoice(static_cast<int>(page));
    m_pages->setCurrentWidget(made);
}

QWidget *CircularPanel::page() const
{
    return m_pages->currentWidget();
}

QWidget *CircularPanel::make(PageId page)
{
    switch (page) {
    case PageId::Loops: {
        auto *loops = new LoopsPage(m_document);
        connect(loops, &LoopsPage::legStepped, this, &CircularPanel::legStepped);
        connect(loops, &LoopsPage::dealsWanted, this, &CircularPanel::dealsWanted);
        connect(loops, &LoopsPage::sceneWanted, this, &CircularPanel::sceneWanted);
        return loops;
    }
    case PageId::Scenario: {
        auto *scenario = new ScenarioPage(m_document);
        connect(scenario, &ScenarioPage::roundShown, this, &CircularPanel::told);
        return scenario;
    }
    case PageId::Runway:
        return new RunwayPage(m_document);
    case PageId::Measures:
        break;
    }
    auto *measures = new MeasuresPage(m_document);
    connect(measures, &MeasuresPage::told, this, &CircularPanel::told);
    return measures;
}

} // namespace dealscape::circular
