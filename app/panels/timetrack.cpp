// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/timetrack.h"

#include "style/text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dealscape::panels {

namespace {

constexpr double sideRoom = 10;
constexpr double topRoom = 6;
constexpr double yearRoom = 22;
constexpr double knob = 6;

} // namespace

TimeTrack::TimeTrack(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(sizeHint().height());
}

void TimeTrack::setMonths(const Date &first, std::vector<int> deals)
{
    m_first = first;
    m_deals = std::move(deals);
    setRange(0, std::max(static_cast<int>(m_deals.size()) - 1, 0));
    setPageStep(12);
    update();
}

double TimeTrack::positionOf(double month) const
{
    const double room = width() - 2 * sideRoom;
    return sideRoom + (maximum() > 0 ? room * month / maximum() : room);
}

void TimeTrack::paintBars(QPainter &painter) const
{
    const double bottom = height() - yearRoom;
    const int most = m_deals.empty() ? 1 : std::max(1, *std::max_element(m_deals.begin(), m_deals.end()));
    const double wide = std::clamp((positionOf(1) - positionOf(0)) * 0.6, 1.0, 8.0);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_deals.size(); ++i) {
        if (m_deals[i] == 0)
            continue;
        const double high = std::max(2.0, (bottom - topRoom) * m_deals[i] / most);
        const bool past = static_cast<int>(i) <= value();
        painter.setBrush(palette().color(past && isEnabled() ? QPalette::Dark : QPalette::Mid));
        painter.drawRect(QRectF(positionOf(static_cast<double>(i)) - wide / 2, bottom - high, wide, high));
    }
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawLine(QPointF(sideRoom, bottom), QPointF(width() - sideRoom, bottom));
}

void TimeTrack::paintYears(QPainter &painter) const
{
    painter.setFont(style::font(style::FontRole::Small));
    painter.setPen(palette().color(QPalette::Dark));
    const double bottom = height() - yearRoom;
    double free = 0;
    for (int i = 0; i < static_cast<int>(m_deals.size()); ++i) {
        const int month = m_first.month - 1 + i;
        if (month % 12 != 0)
            continue;
        const QString year = QString::number(m_first.year + month / 12);
        const double wide = QFontMetricsF(painter.font()).horizontalAdvance(year);
        const double x = std::clamp(positionOf(i) - wide / 2, sideRoom, width() - sideRoom - wide);
        if (x < free)
            continue;
        painter.drawText(QRectF(x, bottom + 4, wide + 1, yearRoom - 7), Qt::AlignCenter, year);
        free = x + wide + 12;
    }
}

void TimeTrack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBars(painter);
    paintYears(painter);
    if (!isEnabled())
        return;
    const QPalette &colours = palette();
    const double bottom = height() - yearRoom;
    const QPointF at(positionOf(value()), bottom);
    painter.setPen(QPen(colours.color(QPalette::Link), 2));
    painter.drawLine(QPointF(sideRoom, bottom), at);
    painter.drawLine(QPointF(at.x(), topRoom - 2), at);
    painter.setBrush(colours.color(QPalette::Base));
    painter.drawEllipse(at, knob, knob);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.color(QPalette::Link), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void TimeTrack::moveTo(double x)
{
    const double room = width() - 2 * sideRoom;
    setValue(room > 0 ? static_cast<int>(std::lround((x - sideRoom) / room * maximum())) : maximum());
}

void TimeTrack::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    moveTo(event->position().x());
}

void TimeTrack::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        moveTo(event->position().x());
}

void TimeTrack::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

void TimeTrack::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QSlider::keyPressEvent(event);
}

} // namespace dealscape::panels

#include "moc_timetrack.cpp"
