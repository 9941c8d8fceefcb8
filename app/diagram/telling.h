// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/drawing.h"

#include <QObject>
#include <QPointF>
#include <QTimer>

namespace dealscape::diagram {

class DiagramView;

/// Tells of the disc or ribbon on which the pointer has rested for 400 ms, in two lines of plain text beside it, until the pointer leaves
/// it, a button is pressed or a wheel turned.
class Telling : public QObject {
    Q_OBJECT

public:
    explicit Telling(DiagramView &diagram);

    static constexpr int delay = 400;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pointAt(QPointF position);
    void tell();
    void stop();

    DiagramView &m_diagram;
    QTimer m_timer;
    drawing::Target m_target;
    QPointF m_position;
};

} // namespace dealscape::diagram
