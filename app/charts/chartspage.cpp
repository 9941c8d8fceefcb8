// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartspage.h"

#include "charts/chartview.h"
#include "charts/pagehead.h"

#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace dealscape::charts {

namespace {

constexpr int gutter = 24;

} // namespace

ChartsPage::ChartsPage(QWidget *parent)
    : ChartSet(10, parent), m_head(new PageHead(this)), m_scroll(new QScrollArea(this)), m_cards(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_scroll, 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_cards);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_cards->setAutoFillBackground(false);
    for (int card = 0; card < CardCount; ++card) {
        ChartView *chart = add(m_cards);
        connect(chart, &ChartView::focused, this, [this, chart] { reveal(chart); });
    }
    connect(m_head, &PageHead::byChosen, this, &ChartsPage::setBy);
    connect(m_head, &PageHead::boundChosen, this, &ChartsPage::setBound);
    setTheme(style::ThemeKind::Light);
}

std::vector<ChartsPage::Named> ChartsPage::names()
{
    std::vector<Named> names;
    for (const auto &[by, name] : PageHead::waysApart()) {
        names.push_back({tr("By %1, dollars").arg(name.toLower()), Value, by});
        names.push_back({tr("By %1, gigawatts").arg(name.toLower()), Power, by});
    }
    names.push_back({tr("Price of a gigawatt"), Price, {}});
    names.push_back({tr("Over time, dollars"), Time, {}});
    names.push_back({tr("Over time, gigawatts"), TimePower, {}});
    names.push_back({tr("By year of term, dollars"), Years, {}});
    names.push_back({tr("By year of term, gigawatts"), YearsPower, {}});
    names.push_back({tr("On whom it rests: shares of the largest"), Shares, {}});
    names.push_back({tr("Do the headlines add up?"), Headlines, {}});
    return names;
}

void ChartsPage::open(const Named &named)
{
    if (named.by)
        setBy(*named.by);
    ChartView *chart = charts()[named.chart];
    chart->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureVisible(0, chart->y() + chart->height(), 0, gutter);
    m_scroll->ensureVisible(0, chart->y(), 0, gutter);
}

void ChartsPage::setTheme(style::ThemeKind theme)
{
    m_theme = theme;
    m_head->setTheme(theme);
    for (ChartView *chart : charts())
        chart->setPlotStyle(plotStyle(theme));
    update();
}

void ChartsPage::setBy(reports::ChartKind by)
{
    m_by = by;
    m_head->setBy(by);
    rebuild();
}

void ChartsPage::setBound(reports::ChartBound bound)
{
    m_bound = bound;
    m_head->setBound(bound);
    rebuild();
}

void ChartsPage::reveal(ChartView *chart)
{
    const QRect at = chart->currentArea().translated(chart->pos());
    m_scroll->ensureVisible(at.center().x(), at.center().y(), 0, at.height() / 2 + gutter);
}

reports::ChartQuestion ChartsPage::question(std::size_t chart) const
{
    reports::ChartQuestion question;
    question.bound = m_bound;
    const auto card = static_cast<Card>(chart);
    const auto kindOf = [&] {
        switch (card) {
        case Value:
        case Power:
            return m_by;
        case Price:
            return reports::ChartKind::Plausibility;
        case Time:
        case TimePower:
            return reports::ChartKind::Timeline;
        case Years:
        case YearsPower:
            return reports::ChartKind::Schedule;
        case Shares:
            return reports::ChartKind::Concentration;
        case Headlines:
        case CardCount:
            break;
        }
        return reports::ChartKind::Reconciliation;
    };
    question.kind = kindOf();
    if (card == Power || card == TimePower || card == YearsPower)
        question.lens = Lens::Power;
    if (card == Shares || card == Headlines)
        question.lens = perspective().lens;
    return question;
}

std::vector<std::vector<ChartsPage::Card>> ChartsPage::rows(int room) const
{
    const bool power = perspective().lens == Lens::Power;
    const auto [first, second] = power ? std::pair(Power, Value) : std::pair(Value, Power);
    const auto [time, otherTime] = power ? std::pair(TimePower, Time) : std::pair(Time, TimePower);
    const auto [years, otherYears] = power ? std::pair(YearsPower, Years) : std::pair(Years, YearsPower);
    if (room >= 1200)
        return {{first, second, Price}, {time, otherTime}, {Headlines}, {years, otherYears}, {Shares}};
    if (room >= 760)
        return {{first, second}, {Price, time}, {Headlines}, {otherTime, years}, {otherYears, Shares}};
    return {{first}, {second}, {Price}, {time}, {Headlines}, {otherTime}, {years}, {otherYears}, {Shares}};
}

void ChartsPage::arrange()
{
    const Organization *chosen = nullptr;
    if (dataset() && subject())
        for (const Organization &organization : dataset()->organizations)
            if (organization.id == *subject())
                chosen = &organization;
    if (dataset())
        m_head->setSubject(QString::fromStdString(chosen ? chosen->displayName() : dataset()->title).simplified());
    layout()->activate();
    const int width = m_scroll->width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int room = width - 2 * gutter;
    int y = 0;
    ChartView *before = nullptr;
    for (const auto &row : rows(room)) {
        const int count = static_cast<int>(row.size());
        const int cardWidth = (room - gutter * (count - 1)) / count;
        int height = 0;
        for (const Card card : row)
            height = std::max(height, charts()[card]->heightForWidth(cardWidth));
        int x = gutter;
        for (const Card card : row) {
            ChartView *chart = charts()[card];
            chart->setGeometry(x, y, cardWidth, height);
            if (before)
                QWidget::setTabOrder(before, chart);
            else
                setFocusProxy(chart);
            before = chart;
            x += cardWidth + gutter;
        }
        y += height + gutter;
    }
    m_cards->resize(width, y);
}

void ChartsPage::resizeEvent(QResizeEvent *event)
{
    ChartSet::resizeEvent(event);
    arrange();
}

void ChartsPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), style::theme(m_theme).chrome);
}

} // namespace dealscape::charts

#include "moc_chartspage.cpp"
