// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/drawing.h"

#include <QElapsedTimer>
#include <QPointF>

class QPainter;

namespace dealscape::diagram {

/// A line that runs along one ribbon from payer to payee once, to show which way its money goes.
class Tracing {
public:
    static constexpr int milliseconds = 400;

    /// Nothing runs for a target that is no ribbon.
    void start(drawing::Target ribbon);
    void stop() { m_ribbon = {}; }
    bool running() const { return m_ribbon.kind != drawing::TargetKind::None && m_clock.elapsed() < milliseconds; }

    /// Over a drawing that was just painted with that offset.
    void paint(QPainter &painter, const drawing::Drawing &drawing, QPointF offset) const;

    /// The part of the line that is drawn after a share of the time, from 0 to 1.
    static QPolygonF drawn(const QPolygonF &line, double share);

private:
    drawing::Target m_ribbon;
    QElapsedTimer m_clock;
};

} // namespace dealscape::diagram
