// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartset.h"

#include "charts/chartview.h"

namespace dealscape::charts {

ChartSet::ChartSet(int most, QWidget *parent) : QWidget(parent), m_fewest(most), m_most(most) {}

ChartSet::~ChartSet() = default;

ChartView *ChartSet::add(QWidget *parent)
{
    auto *chart = new ChartView(parent);
    m_charts.push_back(chart);
    connect(chart, &ChartView::dealsActivated, this, &ChartSet::dealsActivated);
    connect(chart, &ChartView::dealsHovered, this, &ChartSet::dealsHovered);
    connect(chart, &ChartView::menuWanted, this, [this, chart](int mark, QPoint place) { Q_EMIT menuWanted(chart, mark, place); });
    connect(chart, &ChartView::othersOpened, this, [this] {
        m_most = 0;
        rebuild();
    });
    return chart;
}

void ChartSet::look(std::shared_ptr<const Dataset> dataset, const Perspective &perspective, const std::optional<OrganizationId> &subject)
{
    const bool sameDataset = dataset == m_dataset;
    if (sameDataset && perspective == m_perspective && subject == m_subject)
        return;
    m_most = m_fewest;
    if (!sameDataset) {
        m_ground.reset();
        m_dataset = std::move(dataset);
        m_index = std::make_unique<Index>(*m_dataset);
        m_chosen.clear();
        setLit({});
    }
    if (!sameDataset || perspective != m_perspective) {
        m_perspective = perspective;
        m_ground.emplace(*m_index, m_perspective);
    }
    m_subject = subject;
    rebuild();
}

reports::ChartQuestion ChartSet::asked(std::size_t chart) const
{
    reports::ChartQuestion asked = question(chart);
    asked.subject = m_subject;
    asked.most = m_most;
    return asked;
}

void ChartSet::rebuild()
{
    if (!m_ground)
        return;
    for (std::size_t i = 0; i < m_charts.size(); ++i)
        m_charts[i]->setTable(reports::chartTable(*m_ground, asked(i)));
    showParts();
    arrange();
}

void ChartSet::setChosen(const std::vector<int> &deals)
{
    if (deals == m_chosen)
        return;
    m_chosen = deals;
    showParts();
}

void ChartSet::showParts()
{
    if (!m_ground)
        return;
    const reports::ChartGround part = m_ground->only(m_chosen);
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        reports::ChartQuestion question = asked(i);
        question.most = 0;
        const bool bars = question.kind <= reports::ChartKind::Country || question.kind == reports::ChartKind::Schedule;
        m_charts[i]->setChosen(m_chosen, bars && !m_chosen.empty() ? reports::chartTable(part, question) : reports::ChartTable());
    }
}

void ChartSet::setLit(const std::vector<int> &deals)
{
    for (ChartView *chart : m_charts)
        chart->setLit(deals);
}

} // namespace dealscape::charts

#include "moc_chartset.cpp"
