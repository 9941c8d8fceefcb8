// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/telling.h"

#include "diagram/diagramview.h"
#include "diagram/lighting.h"
#include "words/plain.h"

#include <QMouseEvent>
#include <QToolTip>

namespace dealscape::diagram {

Telling::Telling(DiagramView &diagram) : QObject(&diagram), m_diagram(diagram), m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &Telling::tell);
    connect(&diagram, &DiagramView::sightChanged, this, &Telling::stop);
    diagram.installEventFilter(this);
}

bool Telling::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove: {
        const auto *moved = static_cast<QMouseEvent *>(event);
        moved->buttons() == Qt::NoButton ? pointAt(moved->position()) : stop();
        break;
    }
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::Leave:
    case QEvent::Hide:
        stop();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Telling::pointAt(QPointF position)
{
    const drawing::Target target = m_diagram.stage().at(position);
    m_position = position;
    if (target == m_target)
        return;
    stop();
    m_target = target;
    if (target.kind == drawing::TargetKind::Node || target.kind == drawing::TargetKind::Edge || target.kind == drawing::TargetKind::Deal)
        m_timer.start();
}

void Telling::tell()
{
    const document::PlacedPointer &placed = m_diagram.stage().placed();
    if (!placed || m_diagram.moving() || !(m_diagram.stage().at(m_position) == m_target))
        return;
    QToolTip::showText(m_diagram.mapToGlobal(m_position).toPoint(), words::asMarkup(tipOf(*placed, m_target)), &m_diagram);
}

void Telling::stop()
{
    m_timer.stop();
    if (m_target.kind != drawing::TargetKind::None)
        QToolTip::hideText();
    m_target = {};
}

} // namespace dealscape::diagram

#include "moc_telling.cpp"
