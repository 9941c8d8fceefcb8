// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartdock.h"

#include "charts/chartview.h"

#include <QPainter>
#include <QVBoxLayout>

namespace dealscape::charts {

ChartDock::ChartDock(int most, QWidget *parent) : ChartSet(most, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(8);
    for (int i = 0; i < 2; ++i) {
        ChartView *chart = add(this);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        chart->setSizePolicy(policy);
        column->addWidget(chart);
    }
    column->addStretch(1);
    setTheme(style::ThemeKind::Light);
}

reports::ChartQuestion ChartDock::question(std::size_t chart) const
{
    reports::ChartQuestion question;
    question.lens = chart == 0 ? Lens::Value : Lens::Power;
    return question;
}

void ChartDock::arrange()
{
    for (ChartView *chart : charts())
        chart->setMinimumHeight(chart->heightForWidth(width()));
}

void ChartDock::resizeEvent(QResizeEvent *event)
{
    ChartSet::resizeEvent(event);
    arrange();
}

void ChartDock::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), style::theme(m_theme).dock);
}

void ChartDock::setTheme(style::ThemeKind theme)
{
    m_theme = theme;
    for (ChartView *chart : charts())
        chart->setPlotStyle({theme, style::theme(theme).dock, Density::Dock});
    update();
}

} // namespace dealscape::charts

#include "moc_chartdock.cpp"
