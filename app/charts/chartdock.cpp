// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartdock.h"

#include "charts/chartview.h"

#include <QPainter>
#include <QVBoxLayout>

namespace dealscape::charts {

ChartDock::ChartDock(QWidget *parent) : QWidget(parent), m_value(new ChartView(this)), m_power(new ChartView(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(8);
    for (ChartView *chart : {m_value, m_power}) {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        chart->setSizePolicy(policy);
        column->addWidget(chart);
        connect(chart, &ChartView::dealsActivated, this, &ChartDock::dealsActivated);
        connect(chart, &ChartView::dealsHovered, this, &ChartDock::dealsHovered);
        connect(chart, &ChartView::othersOpened, this, [this] {
            m_most = 0;
            rebuild();
        });
    }
    column->addStretch(1);
    setTheme(view::ThemeKind::Light);
}

void ChartDock::look(std::shared_ptr<const Dataset> dataset, const Perspective &perspective, const std::optional<OrganizationId> &subject)
{
    if (dataset == m_dataset && perspective == m_perspective && subject == m_subject)
        return;
    constexpr int most = 8;
    m_most = most;
    m_dataset = std::move(dataset);
    m_perspective = perspective;
    m_subject = subject;
    rebuild();
}

void ChartDock::rebuild()
{
    if (!m_dataset)
        return;
    const Index index(*m_dataset);
    const view::ChartGround ground(index, m_perspective);
    view::ChartQuestion question;
    question.subject = m_subject;
    question.most = m_most;
    m_value->setTable(view::chartTable(ground, question));
    question.lens = Lens::Power;
    m_power->setTable(view::chartTable(ground, question));
    arrange();
}

void ChartDock::arrange()
{
    for (ChartView *chart : {m_value, m_power})
        chart->setMinimumHeight(chart->heightForWidth(width()));
}

void ChartDock::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChartDock::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), view::theme(m_theme).dock);
}

void ChartDock::setChosen(const std::vector<int> &deals)
{
    m_value->setChosen(deals);
    m_power->setChosen(deals);
}

void ChartDock::setTheme(view::ThemeKind theme)
{
    m_theme = theme;
    const PlotStyle style{theme, view::theme(theme).dock, Density::Dock};
    m_value->setPlotStyle(style);
    m_power->setPlotStyle(style);
    update();
}

} // namespace dealscape::charts
