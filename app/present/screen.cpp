// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/screen.h"

#include "drawing/drawing.h"
#include "slides/slide.h"
#include "style/text.h"
#include "style/theme.h"

#include <QCursor>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace dealscape::present {

namespace {

constexpr int frameTime = 16;
constexpr int idleTime = 2500;
constexpr double zoomStep = 1.25;
constexpr double spotRadius = 0.16;
const QColor shade(0, 0, 0, 150);

} // namespace

Screen::Screen(const PlayState &state, Motion motion, QWidget *parent) : QWidget(parent), m_state(state), m_motion(motion)
{
    setWindowTitle(tr("Presentation"));
    setObjectName(QStringLiteral("audience"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    m_idle.start(idleTime, this);
}

void Screen::show(const PreparedPointer &scene)
{
    if (scene == m_scene)
        return;
    m_asked.start();
    m_fresh = true;
    m_still = {};
    const bool alike = m_scene && m_scene->slide.size == scene->slide.size;
    if (alike && m_motion == Motion::Full && isVisible()) {
        m_transition.emplace(m_scene, scene);
        m_clock.start();
        m_frames.start(frameTime, Qt::PreciseTimer, this);
    } else {
        finishMotion();
    }
    m_scene = scene;
    setAccessibleName(scene->slide.words.empty() && scene->chart.isNull() ? QString() : tr("Scene %1").arg(m_state.scene() + 1));
    update();
}

void Screen::finishMotion()
{
    m_frames.stop();
    m_transition.reset();
    update();
}

void Screen::stateChanged()
{
    if (m_state.zoomSteps() == 0)
        m_middle = {0.5, 0.5};
    if (m_state.spotlight())
        m_pointer = mapFromGlobal(QCursor::pos());
    update();
}

QTransform Screen::fitting() const
{
    const QSizeF slide = m_scene->slide.size;
    const double scale = std::min(width() / slide.width(), height() / slide.height());
    QTransform transform;
    transform.translate((width() - slide.width() * scale) / 2, (height() - slide.height() * scale) / 2);
    return transform.scale(scale, scale);
}

QTransform Screen::sight() const
{
    const double zoom = std::pow(zoomStep, m_state.zoomSteps());
    const double free = 0.5 / zoom;
    const QPointF middle(std::clamp(m_middle.x(), free, 1 - free) * width(), std::clamp(m_middle.y(), free, 1 - free) * height());
    QTransform glass;
    glass.translate(width() / 2.0, height() / 2.0);
    glass.scale(zoom, zoom);
    glass.translate(-middle.x(), -middle.y());
    return fitting() * glass;
}

void Screen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_state.cover() == Cover::End) {
        paintEnd(painter);
        return;
    }
    if (m_state.cover() != Cover::None || !m_scene) {
        painter.fillRect(rect(), m_state.cover() == Cover::White ? Qt::white : Qt::black);
        return;
    }
    paintScene(painter);
    painter.resetTransform();
    if (m_state.spotlight())
        paintSpot(painter);
    paintDigits(painter);
    if (panelOpen())
        paintPanel(painter);
    if (std::exchange(m_fresh, false))
        Q_EMIT painted(static_cast<double>(m_asked.nsecsElapsed()) / 1e6);
}

void Screen::paintScene(QPainter &painter)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (!m_transition && m_state.zoomSteps() == 0) {
        paintStill(painter);
        return;
    }
    painter.fillRect(rect(), style::theme(m_scene->slide.theme).canvas);
    painter.setTransform(sight());
    if (m_transition)
        m_transition->paint(painter, std::min(1.0, static_cast<double>(m_clock.elapsed()) / transitionTime()));
    else
        paint(painter, *m_scene);
}

void Screen::paintStill(QPainter &painter)
{
    if (m_still.size() != pixels()) {
        m_still = QImage(pixels(), QImage::Format_RGB32);
        m_still.setDevicePixelRatio(devicePixelRatioF());
        m_still.fill(style::theme(m_scene->slide.theme).canvas);
        QPainter still(&m_still);
        still.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        still.setTransform(fitting());
        paint(still, *m_scene);
    }
    painter.drawImage(QPointF(), m_still);
}

void Screen::paintSpot(QPainter &painter) const
{
    const double radius = spotRadius * height();
    QPainterPath dark;
    dark.addRect(rect());
    dark.addEllipse(m_pointer, radius, radius);
    painter.fillPath(dark, shade);
    painter.setPen(QPen(style::theme(m_scene->slide.theme).accent, 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(m_pointer, radius, radius);
}

void Screen::paintDigits(QPainter &painter) const
{
    if (m_state.digits().isEmpty())
        return;
    const style::Theme &colours = style::theme(m_scene->slide.theme);
    QFont large = style::font(style::FontRole::Title);
    large.setPixelSize(std::max(14, height() / 30));
    painter.setFont(large);
    const QString text = tr("Go to %1").arg(m_state.digits());
    const QRectF words = QFontMetricsF(large).boundingRect(text).adjusted(-24, -12, 24, 12);
    QRectF box(QPointF(), words.size());
    box.moveCenter({width() / 2.0, height() * 0.88});
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.field);
    painter.drawRoundedRect(box, 12, 12);
    painter.setPen(colours.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void Screen::setPanel(Panel panel)
{
    m_panel = std::move(panel);
    setAccessibleDescription((QStringList{m_panel.heading, m_panel.facts} + m_panel.lines).join(u'\n'));
    update();
}

int Screen::nodeAt(QPointF point) const
{
    if (!m_scene || m_transition)
        return -1;
    const slides::SlideLayer &picture = m_scene->slide.picture;
    const QPointF there = sight().inverted().map(point) / picture.magnification;
    for (const drawing::NodeMark &mark : picture.drawing.nodes)
        if (QLineF(mark.centre, there).length() <= mark.radius)
            return mark.node;
    return -1;
}

void Screen::paintPanel(QPainter &painter) const
{
    const style::Theme &colours = style::theme(m_scene->slide.theme);
    const double unit = std::min(width() / 1920.0, height() / 1080.0);
    const QRectF box(width() / 2.0 - 640 * unit, height() / 2.0 - 400 * unit, 1280 * unit, 800 * unit);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), shade);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.field);
    painter.drawRoundedRect(box, 16 * unit, 16 * unit);
    QRectF room = box.adjusted(48 * unit, 40 * unit, -48 * unit, -40 * unit);
    const auto write = [&](const QString &text, style::FontRole role, double size, const QColor &colour, double after) {
        QFont letters = style::font(role);
        letters.setPixelSize(std::max(8, static_cast<int>(std::lround(size * unit))));
        painter.setFont(letters);
        painter.setPen(colour);
        constexpr int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
        const double high = QFontMetricsF(letters).boundingRect(room, flags, text).height();
        if (high > room.height())
            return false;
        painter.drawText(room, flags, text);
        room.setTop(room.top() + high + after * unit);
        return true;
    };
    write(m_panel.heading, style::FontRole::Title, 44, colours.text, m_panel.facts.isEmpty() ? 28 : 8);
    if (!m_panel.facts.isEmpty())
        write(m_panel.facts, style::FontRole::Body, 28, colours.textSecond, 28);
    const double foot = 44 * unit;
    room.setBottom(room.bottom() - foot);
    qsizetype told = 0;
    while (told < m_panel.lines.size() && write(m_panel.lines[told], style::FontRole::Body, 28, colours.text, 14))
        ++told;
    room.setBottom(room.bottom() + foot);
    if (told < m_panel.lines.size())
        write(tr("and %1 more").arg(m_panel.lines.size() - told), style::FontRole::Body, 28, colours.textSecond, 0);
}

void Screen::paintEnd(QPainter &painter) const
{
    painter.fillRect(rect(), Qt::black);
    QFont letters = style::font(style::FontRole::Body);
    letters.setPixelSize(std::max(12, height() / 36));
    painter.setFont(letters);
    painter.setPen(QColor(200, 200, 200));
    painter.drawText(rect().adjusted(0, height() / 12, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                     tr("End of the story. Escape closes it, Page Up goes back."));
}

void Screen::resizeEvent(QResizeEvent *)
{
    m_transition.reset();
    m_still = {};
    Q_EMIT resized();
}

void Screen::keyPressEvent(QKeyEvent *event)
{
    Q_EMIT keyPressed(event->key());
}

void Screen::mousePressEvent(QMouseEvent *event)
{
    const bool left = event->button() == Qt::LeftButton;
    const int node = left && m_state.cover() == Cover::None ? nodeAt(event->position()) : -1;
    if (left && (panelOpen() || node >= 0))
        Q_EMIT nodeClicked(panelOpen() ? -1 : node);
    else if (left || event->button() == Qt::ForwardButton)
        Q_EMIT forwardAsked();
    else if (event->button() == Qt::RightButton || event->button() == Qt::BackButton)
        Q_EMIT backAsked();
}

void Screen::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    unsetCursor();
    m_idle.start(idleTime, this);
    if (m_state.zoomSteps() > 0)
        m_middle = {m_pointer.x() / std::max(1, width()), m_pointer.y() / std::max(1, height())};
    if (m_state.spotlight() || m_state.zoomSteps() > 0)
        update();
}

void Screen::wheelEvent(QWheelEvent *event)
{
    m_middle = {event->position().x() / std::max(1, width()), event->position().y() / std::max(1, height())};
    if (event->angleDelta().y() != 0)
        Q_EMIT zoomAsked(event->angleDelta().y() > 0 ? 1 : -1);
}

void Screen::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_idle.timerId()) {
        m_idle.stop();
        setCursor(Qt::BlankCursor);
        return;
    }
    if (!m_transition || m_clock.elapsed() >= transitionTime())
        finishMotion();
    else
        update();
}

void Screen::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

} // namespace dealscape::present

#include "moc_screen.cpp"
