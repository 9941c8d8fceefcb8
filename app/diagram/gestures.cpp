// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/diagramview.h"

#include "diagram/lighting.h"
#include "diagram/spokendiagram.h"
#include "diagram/walk.h"
#include "document/lookup.h"
#include "document/wording.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QGesture>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <cmath>

namespace dealscape::diagram {

namespace {

using drawing::Target;
using drawing::TargetKind;

constexpr double panStep = 48;

} // namespace

bool DiagramView::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(gesture->position(), 1 + gesture->value());
            return true;
        }
    }
    if (event->type() == QEvent::Gesture) {
        if (auto *pinch = static_cast<QPinchGesture *>(static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture))) {
            zoomAt(mapFromGlobal(pinch->hotSpot()), pinch->scaleFactor());
            return true;
        }
    }
    return QWidget::event(event);
}

void DiagramView::mousePressEvent(QMouseEvent *event)
{
    if (m_gesture != Gesture::None || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
        return;
    m_button = event->button();
    finishMotion();
    rest();
    m_pressed = m_last = event->position();
    m_pressedTarget = m_stage.at(m_pressed);
    const drawing::Drawing &drawing = m_stage.drawing();
    if (Minimap::needed(drawing, m_stage.shot()) && Minimap::area(drawing).contains(m_pressed)) {
        m_gesture = Gesture::DragMap;
        moveMap(m_pressed);
    } else {
        m_gesture = Gesture::Press;
    }
}

void DiagramView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    if (m_gesture == Gesture::None) {
        rest();
        hover(m_stage.at(position));
        return;
    }
    const bool far = (position - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_gesture == Gesture::Press && far) {
        const bool node = m_pressedTarget.kind == TargetKind::Node && event->buttons().testFlag(Qt::LeftButton) && !m_job.running();
        const bool rim = node && onRim(m_pressedTarget.index, m_pressed);
        m_gesture = rim ? Gesture::Join : node ? Gesture::DragNode : Gesture::Pan;
        if (m_gesture == Gesture::DragNode)
            beginDrag();
        setCursor(rim ? Qt::CrossCursor : Qt::ClosedHandCursor);
    }
    if (m_gesture == Gesture::Join) {
        hover(m_stage.at(position));
        update();
    }
    if (m_gesture == Gesture::Pan)
        panBy(position - m_last);
    else if (m_gesture == Gesture::DragMap)
        moveMap(position);
    else if (m_gesture == Gesture::DragNode) {
        m_dragging->moveTo(m_stage.fitting().outOf(toPlaced(m_stage.sight(), m_stage.plot(), position)));
        m_stage.setPlacement(m_dragging->placement());
        m_frames.start(16, Qt::PreciseTimer, this);
        stageChanged();
    }
    m_last = position;
}

void DiagramView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_gesture != Gesture::None && event->button() != m_button)
        return;
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    if (gesture == Gesture::DragNode)
        endDrag();
    else if (gesture == Gesture::Join)
        join(m_stage.at(event->position()));
    else if (gesture == Gesture::Press && event->button() == Qt::LeftButton)
        activate(m_stage.at(event->position()) == m_pressedTarget ? m_pressedTarget : Target());
    const Target under = m_stage.at(event->position());
    under == m_hovered ? say(under) : hover(under);
}

void DiagramView::say(Target target)
{
    Q_EMIT pointed(m_stage.placed() ? sentenceOf(*m_stage.placed(), target) : QString());
}

/// The outer fifth of a disc that is large enough to be told from its middle.
bool DiagramView::onRim(int node, QPointF screen) const
{
    constexpr double least = 10;
    constexpr double inner = 0.8;
    const double radius = m_stage.radiusOf(node);
    const QPointF from = screen - m_stage.screenOf(node);
    return radius >= least && std::hypot(from.x(), from.y()) >= inner * radius;
}

void DiagramView::join(Target target)
{
    setCursor(Qt::ArrowCursor);
    update();
    if (target.kind != TargetKind::Node || target.index == m_pressedTarget.index)
        return;
    const auto organization = [&](int node) {
        return document::organizationOf(*m_stage.placed()->snapshot, m_stage.placed()->network, node);
    };
    Q_EMIT dealWanted(organization(m_pressedTarget.index), organization(target.index));
}

void DiagramView::beginDrag()
{
    m_dragging.emplace(m_stage.placed(), m_document.arrangement(m_stage.placed()->perspective.layout), m_pressedTarget.index);
}

void DiagramView::endDrag()
{
    const std::vector<KeptPlace> after = m_dragging->arrangement();
    const OrganizationId &id = document::organizationOf(*m_stage.placed()->snapshot, m_stage.placed()->network, m_dragging->node());
    m_frames.stop();
    m_dragging.reset();
    const document::Camera camera = m_stage.setSight(m_stage.sight());
    m_document.setCamera(camera);
    m_document.arrange(m_stage.placed()->perspective.layout, after, tr("Move %1").arg(document::nameOf(*m_stage.placed()->snapshot, id)));
}

/// The network is about to be another one: what is in the hand refers to the one before. A node that was dragged stays where it was
/// let go, as far as its layout is still the one shown and its dataset the one that is open.
void DiagramView::leaveGesture()
{
    if (m_gesture == Gesture::Press || m_gesture == Gesture::DragNode || m_gesture == Gesture::Join) {
        m_gesture = Gesture::None;
        setCursor(Qt::ArrowCursor);
    }
    if (!m_dragging)
        return;
    const document::Placed &held = m_dragging->placed();
    const LayoutKind layout = held.perspective.layout;
    const bool rearranged = m_document.arrangement(layout) != m_dragging->before();
    const OrganizationId id = document::organizationOf(*held.snapshot, held.network, m_dragging->node());
    const QString words = tr("Move %1").arg(document::nameOf(*held.snapshot, id));
    const bool kept = m_document.snapshot() == held.snapshot && m_document.perspective().layout == layout && !rearranged;
    const std::vector<KeptPlace> after = m_dragging->arrangement();
    m_dragging.reset();
    if (kept)
        QMetaObject::invokeMethod(
            this,
            [this, layout, after, words, snapshot = m_document.snapshot()] {
                if (m_document.snapshot() == snapshot)
                    m_document.arrange(layout, after, words);
            },
            Qt::QueuedConnection);
}

void DiagramView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Target target = m_stage.at(event->position());
    const drawing::Drawing &drawing = m_stage.drawing();
    const bool map = Minimap::needed(drawing, m_stage.shot()) && Minimap::area(drawing).contains(event->position());
    if (target.kind == TargetKind::None && !map)
        Q_EMIT additionWanted();
    else
        open(target);
}

void DiagramView::wheelEvent(QWheelEvent *event)
{
    const bool touchpad = event->phase() != Qt::NoScrollPhase && !event->pixelDelta().isNull();
    if (touchpad && !event->modifiers().testFlag(Qt::ControlModifier)) {
        panBy(event->pixelDelta());
    } else if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        const QPoint delta = event->angleDelta();
        panBy(QPointF(delta.x() + delta.y(), 0) / 120.0 * panStep);
    } else {
        zoomAt(event->position(), std::pow(1.2, event->angleDelta().y() / 120.0));
    }
    event->accept();
}

void DiagramView::leaveEvent(QEvent *)
{
    hover({});
}

void DiagramView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    m_byKey = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    spokenFocusChanged(this);
    update();
}

void DiagramView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void DiagramView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        Q_EMIT contextMenuWanted(m_stage.at(QPointF(event->pos())), event->globalPos());
        return;
    }
    const Target target = selected();
    const QPointF at = target.kind == TargetKind::Node ? m_stage.screenOf(target.index) : rectCentre();
    Q_EMIT contextMenuWanted(target, mapToGlobal(at.toPoint()));
}

void DiagramView::keyPressEvent(QKeyEvent *event)
{
    if (m_dragging && event->key() == Qt::Key_Escape) {
        m_gesture = Gesture::None;
        m_dragging.reset();
        m_stage.setPlacement(m_stage.placed()->placement);
        m_stage.settle();
        setCursor(Qt::ArrowCursor);
        stageChanged();
        return;
    }
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool nothing = selected().kind == TargetKind::None;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (nothing || shift) {
            const bool along = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
            const double step = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? panStep : -panStep;
            panBy(along ? QPointF(step, 0) : QPointF(0, step));
        } else {
            walk(event->key());
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (nothing && !m_stage.empty())
            activate({TargetKind::Node, largest(m_stage.placed()->network)});
        else
            open(selected());
        return;
    case Qt::Key_Escape:
        stepOut();
        return;
    case Qt::Key_Home:
    case Qt::Key_F:
        fit();
        return;
    default:
        if (!setDepth(event->key()))
            QWidget::keyPressEvent(event);
    }
}

bool DiagramView::setDepth(int key)
{
    constexpr int deepest = 9;
    const std::optional<Focus> &focus = m_document.perspective().focus;
    const bool grow = key == Qt::Key_Plus || key == Qt::Key_Equal;
    if (grow || key == Qt::Key_Minus) {
        if (focus)
            m_document.focus(Focus{focus->organization, std::clamp(focus->depth + (grow ? 1 : -1), 1, deepest)});
        else
            grow ? zoomIn() : zoomOut();
        return true;
    }
    if (key < Qt::Key_1 || key > Qt::Key_9)
        return false;
    const auto *chosen = std::get_if<OrganizationId>(&m_document.selection());
    if (focus)
        m_document.focus(Focus{focus->organization, key - Qt::Key_0});
    else if (chosen)
        m_document.focus(Focus{*chosen, key - Qt::Key_0});
    return focus || chosen;
}

void DiagramView::stepOut()
{
    if (m_document.perspective().trail) {
        Perspective next = m_document.perspective();
        next.trail.reset();
        m_document.setPerspective(next);
    } else if (m_document.perspective().focus)
        m_document.focus(std::nullopt);
    else
        m_document.select(std::monostate());
}

bool DiagramView::walk(int key)
{
    if (key == Qt::Key_Up || key == Qt::Key_Down)
        turn(key == Qt::Key_Down ? 1 : -1);
    else if (key == Qt::Key_Right)
        cross();
    else
        goHome();
    return true;
}

int DiagramView::standing() const
{
    const Target target = selected();
    if (target.kind == TargetKind::Node)
        return target.index;
    const network::Network &network = m_stage.placed()->network;
    const int edge = document::selectedEdge(*m_stage.placed()->snapshot, network, m_document.selection());
    const int base = m_base ? document::nodeOf(*m_stage.placed()->snapshot, network, *m_base) : -1;
    if (edge < 0)
        return base;
    const network::NetworkEdge &e = network.edges[static_cast<std::size_t>(edge)];
    return base == e.from || base == e.to ? base : e.from;
}

void DiagramView::turn(int step)
{
    const int node = standing();
    if (node < 0)
        return;
    const network::Network &network = m_stage.placed()->network;
    m_base = document::organizationOf(*m_stage.placed()->snapshot, network, node);
    const int edge = document::selectedEdge(*m_stage.placed()->snapshot, network, m_document.selection());
    if (const int next = turned(edgesByAngle(network, m_stage.placement(), node), edge, step); next >= 0)
        activate({TargetKind::Edge, next});
}

void DiagramView::cross()
{
    const int edge = document::selectedEdge(*m_stage.placed()->snapshot, m_stage.placed()->network, m_document.selection());
    if (edge < 0)
        turn(1);
    else
        activate({TargetKind::Node, partner(m_stage.placed()->network, edge, standing())});
}

void DiagramView::goHome()
{
    if (selected().kind == TargetKind::Node)
        turn(-1);
    else if (const int node = standing(); node >= 0)
        activate({TargetKind::Node, node});
}

} // namespace dealscape::diagram
