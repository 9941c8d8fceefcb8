// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/minimap.h"
#include "diagram/morph.h"
#include "diagram/stage.h"
#include "diagram/tracing.h"
#include "document/dragging.h"
#include "document/picturejob.h"
#include "paint/pancache.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

#include <optional>
#include <vector>

namespace dealscape::diagram {

class ArrangeOffer;
class EmptyState;

/// Whether things move on their way to a new place, or are there at once.
enum class Motion { Full, None };

/// The canvas: paints the stage and turns gestures and keys into changes of the document, which come back as its change signal.
///
/// Mouse: drag pans, or moves a node and pins it, or from the rim of a node draws a deal to another; wheel and pinch zoom at the pointer;
/// click selects, double click focuses a node, opens a ribbon or asks for an organisation; a click on a row of the legend hides or shows
/// its category. Whatever changes the network ends a gesture first; Escape gives a dragged node back.
/// Keys: with something selected up and down turn through the edges of a node, right crosses to the partner, left goes back;
/// with nothing selected, or with Shift, arrows pan. Enter focuses or opens, digits set the depth, Escape steps out.
class DiagramView : public QWidget {
    Q_OBJECT

public:
    DiagramView(document::Document &document, document::PictureJob &job, QWidget *parent = nullptr);
    ~DiagramView() override;

    const Stage &stage() const { return m_stage; }
    const document::Document &document() const { return m_document; }
    void setTheme(style::ThemeKind theme);
    void setLabels(drawing::LabelChoice labels);
    void setMotion(Motion motion) { m_motion = motion; }
    /// Selects what a mark stands for, or switches a category of the legend. The picture shows a selection at once, panels after it.
    void activate(drawing::Target target);
    drawing::Target hovered() const { return m_hovered; }
    drawing::Target selected() const;
    /// Lights a mark as the pointer would.
    void hover(drawing::Target target);
    /// Lights the ribbons of deals that something else points at, by their positions in the dataset; none for nothing.
    void lightDeals(const std::vector<int> &deals);
    /// Lights these organisations and what runs between them until told otherwise; none lights everything. No part of the history.
    void setSpotlight(const std::vector<OrganizationId> &lit);
    /// Runs a line along a ribbon once, from payer to payee; nothing without motion.
    void trace(const document::EdgeKey &ribbon);
    bool moving() const { return m_morph.has_value(); }
    /// Milliseconds that a change of the layout takes with motion.
    static constexpr int layoutTime() { return 400; }
    void finishMotion();

    QSize sizeHint() const override { return {1504, 904}; }
    QSize minimumSizeHint() const override { return {480, 320}; }

public Q_SLOTS:
    /// Steps that Back undoes, unlike wheel and hand.
    void zoomIn() { zoomAt(rectCentre(), 1.25, document::Step::New); }
    void zoomOut() { zoomAt(rectCentre(), 0.8, document::Step::New); }
    void fit();
    /// Drops the lit path, or else leaves the focus, or else drops the selection.
    void stepOut();

Q_SIGNALS:
    /// The picture reached the screen for the first time.
    void firstPainted();
    void sightChanged();
    void openRequested();
    void embeddedRequested();
    /// A double click on free canvas asks for an organisation, a line drawn from the rim of one disc to another for a deal.
    void additionWanted();
    void dealWanted(const dealscape::OrganizationId &payer, const dealscape::OrganizationId &payee);
    /// The pointer rests on something: its sentence, or nothing.
    void pointed(const QString &text);
    /// The pill that counts labels without room was clicked.
    void hiddenLabelsWanted();
    void contextMenuWanted(dealscape::drawing::Target target, QPoint globalPosition);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Gesture { None, Press, Pan, DragNode, DragMap, Join };

    void documentChanged(document::Changes what);
    void placedAnew();
    void stageChanged();
    void showSelection();
    void say(drawing::Target target);
    paint::Emphasis light() const;
    QPointF rectCentre() const;
    void zoomAt(QPointF screen, double factor, document::Step step = document::Step::Continued);
    void panBy(QPointF delta);
    void lookFrom(const ViewTransform &sight, document::Step step = document::Step::Continued);
    void paintStage(QPainter &painter);
    void rest();
    void moveMap(QPointF screen);
    void beginDrag();
    bool onRim(int node, QPointF screen) const;
    void join(drawing::Target target);
    void endDrag();
    void leaveGesture();
    void toggleCategory(drawing::Target target);
    void open(drawing::Target target);
    bool walk(int key);
    bool setDepth(int key);
    void turn(int step);
    void cross();
    void goHome();
    int standing() const;
    void placeEmptyState();

    document::Document &m_document;
    document::PictureJob &m_job;
    Stage m_stage;
    Minimap m_minimap;
    EmptyState *m_emptyState;
    ArrangeOffer *m_offer;
    Motion m_motion = Motion::Full;
    drawing::Target m_hovered, m_shownSelection;
    std::vector<int> m_lit;
    Gesture m_gesture = Gesture::None;
    Qt::MouseButton m_button = Qt::NoButton; ///< The one that the gesture began with.
    QPointF m_pressed;
    QPointF m_last;
    drawing::Target m_pressedTarget;
    std::optional<document::Dragging> m_dragging;
    std::optional<Morph> m_morph;
    Tracing m_tracing;
    std::vector<OrganizationId> m_spotlight;
    QElapsedTimer m_morphClock;
    int m_morphTime = 1;
    QBasicTimer m_frames;
    QBasicTimer m_resting; ///< Runs while somebody pans or zooms, and a little longer.
    paint::PanCache m_panCache;
    std::optional<OrganizationId> m_base; ///< The node that a walk by keys turns round.
    bool m_painted = false;
    bool m_byKey = false; ///< The keyboard came here by a key, so its place is shown.
};

} // namespace dealscape::diagram
