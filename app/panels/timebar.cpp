// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/timebar.h"

#include "analysis/select.h"
#include "document/wording.h"
#include "panels/timetrack.h"
#include "style/icons.h"
#include "widgets/parts.h"
#include "words/numbers.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTimerEvent>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dealscape::panels {

namespace {

constexpr int wordsWidth = 384;
constexpr std::array speeds = {0.5, 1.0, 2.0, 4.0};

Date monthOf(const Date &date)
{
    return {date.year, std::max(date.month, 1), 0};
}

Date next(const Date &month)
{
    return month.month == 12 ? Date{month.year + 1, 1, 0} : Date{month.year, month.month + 1, 0};
}

QToolButton *button(QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setFixedSize(32, 32);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

void setIcon(QToolButton &button, style::Icon icon)
{
    const QColor colour = button.palette().color(QPalette::Text);
    button.setIcon(QIcon(QPixmap::fromImage(style::iconImage(icon, 16, colour, button.devicePixelRatioF()))));
}

} // namespace

std::vector<Date> monthsOf(const Dataset &dataset)
{
    std::vector<Date> months;
    if (dataset.deals.empty())
        return months;
    constexpr std::size_t few = 50;
    std::vector<Date> announced;
    for (const Deal &deal : dataset.deals)
        announced.push_back(monthOf(deal.announced));
    std::ranges::sort(announced);
    for (Date month = announced[(announced.size() - 1) / few]; month <= announced.back(); month = next(month))
        months.push_back(month);
    return months;
}

QString soFar(const document::Document &document, int all)
{
    constexpr std::size_t most = 2;
    const std::vector<int> &deals = document.network().deals;
    const QString sums = document::describeSums(*document.shown(), deals, most);
    const QString count = static_cast<int>(deals.size()) == all
        ? words::counted(all, TimeBar::tr("deal"), TimeBar::tr("deals"))
        : TimeBar::tr("%1 of %2").arg(deals.size()).arg(words::counted(all, TimeBar::tr("deal"), TimeBar::tr("deals")));
    return sums.isEmpty() ? count : count + QStringLiteral(": ") + sums;
}

TimeBar::TimeBar(document::Document &document, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_play(button(this)),
      m_back(button(this)),
      m_on(button(this)),
      m_speed(button(this)),
      m_track(new TimeTrack(this)),
      m_month(widgets::plainLabel({}, this, style::FontRole::BodyBold, QPalette::Text)),
      m_words(widgets::plainLabel({}, this, style::FontRole::Small, QPalette::Dark)),
      m_close(button(this))
{
    setFixedHeight(64);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Time"));
    m_track->setAccessibleName(tr("Deals announced until"));
    m_close->setAccessibleName(tr("Close the time bar"));
    m_close->setToolTip(m_close->accessibleName());
    for (QLabel *label : {m_month, m_words})
        label->setFixedWidth(wordsWidth);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(m_month);
    words->addWidget(m_words);
    words->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(12);
    for (QToolButton *part : {m_play, m_back, m_on, m_speed})
        row->addWidget(part);
    row->addWidget(m_track, 1);
    row->addLayout(words);
    row->addWidget(m_close);
    connect(m_play, &QToolButton::clicked, this, [this] { playing() ? pause() : play(); });
    m_back->setAccessibleName(tr("A month back"));
    m_on->setAccessibleName(tr("A month on"));
    for (QToolButton *part : {m_back, m_on})
        part->setToolTip(part->accessibleName());
    m_back->setObjectName(QStringLiteral("monthBack"));
    m_on->setObjectName(QStringLiteral("monthOn"));
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setToolTip(tr("Speed of playing"));
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_speed, &QToolButton::clicked, this, &TimeBar::changeSpeed);
    connect(m_close, &QToolButton::clicked, this, &TimeBar::closeRequested);
    connect(m_track, &QSlider::sliderPressed, this, &TimeBar::pause);
    connect(m_track, &QSlider::valueChanged, this, &TimeBar::moveTo);
    connect(&document, &document::Document::changed, this, &TimeBar::documentChanged);
    showPlaying();
}

void TimeBar::documentChanged(document::Changes what)
{
    using document::Change;
    if (m_moving)
        return;
    if (what.testFlag(Change::History))
        m_inSeries = false;
    if (what & (document::Changes(Change::Dataset) | Change::Perspective)) {
        pause();
        reflect();
    }
}

void TimeBar::countMonths()
{
    Perspective ground = m_document.perspective();
    ground.filter.until.reset();
    ground.trail.reset();
    if (m_counted == m_document.snapshot() && m_ground == ground)
        return;
    m_counted = m_document.snapshot();
    m_ground = ground;
    m_months = monthsOf(m_document.dataset());
    const std::vector<int> deals = ground.asReported ? std::vector<int>() : analysis::visible(m_counted->index(), ground);
    m_all = static_cast<int>(deals.size());
    std::vector<int> counts(m_months.size(), 0);
    for (const int position : deals) {
        const Date month = monthOf(m_document.dataset().deals[static_cast<std::size_t>(position)].announced);
        ++counts[static_cast<std::size_t>(std::lower_bound(m_months.begin(), m_months.end(), month) - m_months.begin())];
    }
    m_track->setMonths(m_months.empty() ? Date() : m_months.front(), std::move(counts));
    for (QWidget *part : std::initializer_list<QWidget *>{m_play, m_back, m_on, m_speed, m_track})
        part->setEnabled(m_months.size() > 1 && !ground.asReported);
}

void TimeBar::reflect()
{
    if (!isVisible())
        return;
    const bool before = std::exchange(m_moving, true);
    countMonths();
    const auto &until = m_document.perspective().filter.until;
    int month = m_track->maximum();
    if (until) {
        const Date last{until->year, until->month > 0 ? until->month : 12, 0};
        month = static_cast<int>(std::upper_bound(m_months.begin(), m_months.end(), last) - m_months.begin()) - 1;
    }
    m_track->setValue(std::clamp(month, 0, m_track->maximum()));
    m_moving = before;
    const bool dated = !m_document.perspective().asReported;
    const QString words = dated ? soFar(m_document, m_all) : tr("The article's own edges carry no dates");
    m_month->setText(until ? tr("Until %1").arg(document::text(until->spoken())) : tr("All dates"));
    m_words->setText(QFontMetrics(m_words->font()).elidedText(words, Qt::ElideRight, wordsWidth));
    m_words->setToolTip(words);
    m_track->setAccessibleDescription(m_month->text() + QStringLiteral(", ") + words);
}

void TimeBar::moveTo(int month)
{
    if (m_moving || m_months.empty())
        return;
    Perspective view = m_document.perspective();
    view.filter.until = month >= m_track->maximum() ? std::nullopt : std::optional(m_months[static_cast<std::size_t>(month)]);
    m_moving = true;
    m_document.setPerspective(view, m_inSeries ? document::Step::Continued : document::Step::New);
    m_moving = false;
    m_inSeries = true;
    reflect();
}

void TimeBar::play()
{
    if (!m_track->isEnabled())
        return;
    if (m_track->value() == m_track->maximum())
        m_track->setValue(0);
    m_ticks.start(static_cast<int>(std::lround(m_pace / speed())), this);
    showPlaying();
}

double TimeBar::speed() const
{
    return speeds[m_speedStep];
}

void TimeBar::changeSpeed()
{
    m_speedStep = (m_speedStep + 1) % speeds.size();
    if (playing())
        play();
    else
        showPlaying();
}

void TimeBar::step(int months)
{
    pause();
    m_track->setValue(m_track->value() + months);
}

void TimeBar::pause()
{
    m_ticks.stop();
    showPlaying();
}

void TimeBar::showPlaying()
{
    setIcon(*m_play, playing() ? style::Icon::Pause : style::Icon::Play);
    setIcon(*m_close, style::Icon::Close);
    setIcon(*m_back, style::Icon::Back);
    setIcon(*m_on, style::Icon::Forward);
    m_speed->setText(m_speedStep == 0 ? QStringLiteral("½×") : QStringLiteral("%1×").arg(speed()));
    m_speed->setAccessibleName(tr("Speed %1").arg(m_speed->text()));
    m_play->setAccessibleName(playing() ? tr("Pause") : tr("Play, month by month"));
    m_play->setToolTip(m_play->accessibleName() + tr(" (Space)"));
}

void TimeBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_ticks.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    int next = m_track->value() + 1;
    while (next < m_track->maximum() && m_track->dealsIn(next) == 0)
        ++next;
    m_track->setValue(next);
    if (next >= m_track->maximum())
        pause();
}

void TimeBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reflect();
}

void TimeBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    pause();
}

void TimeBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        playing() ? pause() : play();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void TimeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showPlaying();
}

void TimeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace dealscape::panels

#include "moc_timebar.cpp"
