// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/playstate.h"
#include "present/slides.h"
#include "present/transition.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QStringList>
#include <QWidget>

#include <optional>

namespace dealscape::present {

/// Whether scenes move into one another, or change at once.
enum class Motion : std::uint8_t { Full, None };

/// What is opened over a scene: the deals of a disc, or the keys.
struct Panel {
    QString heading;
    QString facts;
    QStringList lines;
};

/// What the audience sees: one scene, or the way between two, with cover, spotlight and magnification, and what is opened over it.
/// It takes no decision; keys and clicks go to the player.
class Screen : public QWidget {
    Q_OBJECT

public:
    static constexpr int transitionTime() { return 400; }

    Screen(const PlayState &state, Motion motion, QWidget *parent = nullptr);

    /// Shows a scene, moving there from the one before. A way that is not finished is cut short.
    void show(const PreparedPointer &scene);
    using QWidget::show;
    bool moving() const { return m_transition.has_value(); }
    void finishMotion();
    /// The state changed in something else than the scene.
    void stateChanged();
    /// Paints this over the scene while the state has something opened; plain text.
    void setPanel(Panel panel);
    /// The node of the scene's network whose disc is at this point of the widget, or -1.
    int nodeAt(QPointF point) const;
    /// Device pixels.
    QSize pixels() const { return size() * devicePixelRatioF(); }

Q_SIGNALS:
    void keyPressed(int key);
    void forwardAsked();
    void backAsked();
    void zoomAsked(int steps);
    /// A disc was clicked; or, with -1, beside what is opened.
    void nodeClicked(int node);
    void closed();
    void resized();
    /// The first frame of a scene was painted, so many milliseconds after show().
    void painted(double latency);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void paintScene(QPainter &painter);
    void paintStill(QPainter &painter);
    void paintSpot(QPainter &painter) const;
    void paintDigits(QPainter &painter) const;
    void paintPanel(QPainter &painter) const;
    void paintEnd(QPainter &painter) const;
    bool panelOpen() const { return m_state.help() || m_state.opened() >= 0; }
    /// From units of the slide to pixels of the widget.
    QTransform fitting() const;
    QTransform sight() const;

    const PlayState &m_state;
    Motion m_motion;
    PreparedPointer m_scene;
    Panel m_panel;
    std::optional<Transition> m_transition;
    QElapsedTimer m_clock;
    QElapsedTimer m_asked;
    bool m_fresh = false;
    QBasicTimer m_frames;
    QBasicTimer m_idle;
    QImage m_still;
    /// Where the magnifying glass looks, as a share of width and height.
    QPointF m_middle = {0.5, 0.5};
    QPointF m_pointer;
};

} // namespace dealscape::present
