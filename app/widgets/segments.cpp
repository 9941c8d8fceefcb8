// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/segments.h"

#include "style/text.h"

#include <QAction>
#include <QBoxLayout>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace dealscape::widgets {

namespace {

constexpr int edge = 32;
constexpr int padding = 12;
constexpr int iconEdge = 16;
constexpr int gap = 6;
constexpr double radius = 6;

/// A box whose outer corners are round.
QPainterPath outline(const QRectF &box, SegmentButton::Place place)
{
    using Place = SegmentButton::Place;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(box, radius, radius);
    if (place == Place::First || place == Place::Middle)
        path.addRect(box.adjusted(box.width() / 2, 0, 0, 0));
    if (place == Place::Last || place == Place::Middle)
        path.addRect(box.adjusted(0, 0, -box.width() / 2, 0));
    return path.simplified();
}

QString plain(QString text)
{
    text.remove(u'&');
    if (text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text;
}

} // namespace

SegmentButton::SegmentButton(QAction *action, Place place, QWidget *parent) : QToolButton(parent), m_place(place)
{
    setDefaultAction(action);
    setAccessibleName(plain(action->text()));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize SegmentButton::minimumSizeHint() const
{
    return {2 * padding + iconEdge, edge};
}

int SegmentButton::fullWidth() const
{
    const int text = QFontMetrics(style::font(style::FontRole::BodyBold)).horizontalAdvance(plain(defaultAction()->text()));
    return minimumSizeHint().width() + gap + text;
}

void SegmentButton::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

void SegmentButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool joined = m_place == Place::First || m_place == Place::Middle;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, joined ? 0.5 : -0.5, -0.5);
    const QPainterPath shape = outline(box, m_place);
    const QPalette &colours = palette();
    painter.fillPath(shape, colours.color(isChecked() || isDown() ? QPalette::Highlight : QPalette::Base));
    painter.setPen(colours.color(QPalette::Mid));
    painter.drawPath(shape);
    if (isChecked())
        painter.fillRect(QRectF(box.left(), edge - 2, box.width(), 2), colours.color(QPalette::Link));
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    painter.setPen(colours.color(group, QPalette::Text));
    painter.setFont(style::font(isChecked() ? style::FontRole::BodyBold : style::FontRole::Body));
    defaultAction()->icon().paint(&painter, QRect(padding, (edge - iconEdge) / 2, iconEdge, iconEdge), Qt::AlignCenter,
                                  isEnabled() ? QIcon::Normal : QIcon::Disabled);
    if (!m_compact)
        painter.drawText(QRect(padding + iconEdge + gap, 0, width(), edge - 1), Qt::AlignVCenter | Qt::AlignLeft,
                         plain(defaultAction()->text()));
    if (hasFocus()) {
        painter.setPen(QPen(colours.color(QPalette::Link), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), radius - 2, radius - 2);
    }
}

Segments::Segments(const QString &name, const std::vector<QAction *> &actions, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(name);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (std::size_t i = 0; i < actions.size(); ++i) {
        using Place = SegmentButton::Place;
        const Place place = i == 0 ? Place::First : i + 1 == actions.size() ? Place::Last : Place::Middle;
        row->addWidget(new SegmentButton(actions[i], place, this));
    }
}

} // namespace dealscape::widgets

#include "moc_segments.cpp"
