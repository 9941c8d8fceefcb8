// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>

#include <functional>

class QAbstractButton;
class QMimeData;

namespace dealscape::widgets {

/// Lets what a button stands for be pulled out of it with the mouse and dropped on another program. A click still clicks.
class PullOut : public QObject {
    Q_OBJECT

public:
    /// Makes what is carried, when pulling begins; null for nothing.
    using Carrier = std::function<QMimeData *()>;
    PullOut(QAbstractButton &button, Carrier carrier);

    /// Carries it until it is dropped: by the window system, or by what a test puts in its place, which takes it over.
    using Hauler = std::function<void(QMimeData *)>;
    void setHauler(Hauler hauler) { m_hauler = std::move(hauler); }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractButton &m_button;
    Carrier m_carrier;
    Hauler m_hauler;
    QPoint m_pressed;
    bool m_ready = false;
};

} // namespace dealscape::widgets
