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

namespace dealscape::charts {

namespace {

constexpr int gutter = 24;

} // namespace

ChartsPage::ChartsPage(QWidget *parent) : QWidget(parent), m_head(new PageHead(this)), m_scroll(new QScrollArea(this)), m_cards(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_scroll, 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_cards);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_cards->setAutoFillBackground(false);
    for (ChartView *&chart : m_charts) {
        chart = new ChartView(m_cards);
        connect(chart, &ChartView::dealsActivated, this, &ChartsPage::dealsActivated);
        connect(chart, &ChartView::dealsHovered, this, &ChartsPage::dealsHovered);
        connect(chart, &ChartView::exportAsked, this, &ChartsPage::exportAsked);
        connect(chart, &ChartView::othersOpened, this, [this] {
            m_most = 0;
            rebuild();
        });
    }
    connect(m_head, &PageHead::byChosen, this, &ChartsPage::setBy);
    connect(m_head, &PageHead::boundChosen, this, &ChartsPage::setBound);
    setTheme(view::ThemeKind::Light);
}

ChartsPage::~ChartsPage() = default;

void ChartsPage::look(std::shared_ptr<const Dataset> dataset, const Perspective &perspective, const std::optional<OrganizationId> &subject)
{
    if (dataset == m_dataset && perspective == m_perspective && subject == m_subject)
        return;
    constexpr int most = 10;
    m_most = most;
    m_dataset = std::move(dataset);
    m_perspective = perspective;
    m_subject = subject;
    rebuild();
}

void ChartsPage::setChosen(const std::vector<int> &deals)
{
    for (ChartView *chart : m_charts)
        chart->setChosen(deals);
}

void ChartsPage::setTheme(view::ThemeKind theme)
{
    m_theme = theme;
    m_head->setTheme(theme);
    for (ChartView *chart : m_charts)
        chart->setPlotStyle(plotStyle(theme));
    update();
}

void ChartsPage::setBy(view::ChartKind by)
{
    m_by = by;
    m_head->setBy(by);
    rebuild();
}

void ChartsPage::setBound(view::ChartBound bound)
{
    m_bound = bound;
    m_head->setBound(bound);
    rebuild();
}

std::vector<ChartView *> ChartsPage::charts() const
{
    return {m_charts.begin(), m_charts.end()};
}

view::ChartQuestion ChartsPage::question(Card card) const
{
    view::ChartQuestion question;
    question.subject = m_subject;
    question.bound = m_bound;
    question.most = m_most;
    switch (card) {
    case Value:
    case Power:
        question.kind = m_by;
        break;
    case Price:
        question.kind = view::ChartKind::Plausibility;
        break;
    case Time:
    case TimePower:
        question.kind = view::ChartKind::Timeline;
        break;
    case Years:
    case YearsPower:
        question.kind = view::ChartKind::Schedule;
        break;
    case Shares:
        question.kind = view::ChartKind::Concentration;
        break;
    case Headlines:
    case CardCount:
        question.kind = view::ChartKind::Reconciliation;
        break;
    }
    if (card == Power || card == TimePower || card == YearsPower)
        question.lens = Lens::Power;
    return question;
}

void ChartsPage::rebuild()
{
    if (!m_dataset)
        return;
    const Index index(*m_dataset);
    const view::ChartGround ground(index, m_perspective);
    for (int card = 0; card < CardCount; ++card)
        m_charts[static_cast<std::size_t>(card)]->setTable(view::chartTable(ground, question(static_cast<Card>(card))));
    const Organization *subject = m_subject ? index.organization(*m_subject) : nullptr;
    m_head->setSubject(QString::fromStdString(subject ? subject->displayName() : m_dataset->title).simplified());
    arrange();
}

void ChartsPage::arrange()
{
    layout()->activate();
    const int width = m_scroll->width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int room = width - 2 * gutter;
    const int perRow = room >= 1200 ? 3 : room >= 760 ? 2 : 1;
    const std::vector<std::vector<Card>> rows = perRow == 3
        ? std::vector<std::vector<Card>>{{Value, Power, Price}, {Time, TimePower}, {Headlines}, {Years, YearsPower}, {Shares}}
        : perRow == 2
        ? std::vector<std::vector<Card>>{{Value, Power}, {Price, Time}, {Headlines}, {TimePower, Years}, {YearsPower, Shares}}
        : std::vector<std::vector<Card>>{{Value}, {Power}, {Price}, {Time}, {Headlines}, {TimePower}, {Years}, {YearsPower}, {Shares}};
    int y = 0;
    for (const auto &row : rows) {
        const int count = static_cast<int>(row.size());
        const int cardWidth = (room - gutter * (count - 1)) / count;
        int height = 0;
        for (const Card card : row)
            height = std::max(height, m_charts[card]->heightForWidth(cardWidth));
        for (int i = 0; i < count; ++i)
            m_charts[row[static_cast<std::size_t>(i)]]->setGeometry(gutter + i * (cardWidth + gutter), y, cardWidth, height);
        y += height + gutter;
    }
    m_cards->resize(width, y);
}

void ChartsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChartsPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), view::theme(m_theme).chrome);
}

} // namespace dealscape::charts
