// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/tracing.h"

#include "drawing/polyline.h"
#include "style/theme.h"

#include <QEasingCurve>
#include <QPainter>

#include <algorithm>

namespace dealscape::diagram {

void Tracing::start(drawing::Target ribbon)
{
    m_ribbon = ribbon.kind == drawing::TargetKind::Edge ? ribbon : drawing::Target();
    m_clock.start();
}

QPolygonF Tracing::drawn(const QPolygonF &line, double share)
{
    const drawing::Polyline way(line);
    const double eased = QEasingCurve(QEasingCurve::InOutQuad).valueForProgress(std::clamp(share, 0.0, 1.0));
    return way.isEmpty() ? QPolygonF() : way.slice(0, eased * way.length());
}

void Tracing::paint(QPainter &painter, const drawing::Drawing &drawing, QPointF offset) const
{
    if (!running())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(drawing.plot);
    painter.translate(offset);
    painter.setPen(QPen(style::theme(drawing.theme).accent, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const drawing::EdgeMark &edge : drawing.edges)
        if (edge.edge == m_ribbon.index)
            painter.drawPolyline(drawn(edge.centreLine, static_cast<double>(m_clock.elapsed()) / milliseconds));
    painter.restore();
}

} // namespace dealscape::diagram
