// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/diagramview.h"

#include "diagram/arrangeoffer.h"
#include "diagram/emptystate.h"
#include "diagram/legendrest.h"
#include "diagram/lighting.h"
#include "diagram/pins.h"
#include "diagram/spokendiagram.h"
#include "diagram/telling.h"
#include "diagram/touched.h"
#include "diagram/waiting.h"
#include "document/filtering.h"
#include "document/lookup.h"

#include <QEasingCurve>
#include <QPaintEvent>
#include <QPainter>
#include <QTimerEvent>
#include <QWindow>

#include <utility>

namespace dealscape::diagram {

namespace {

using drawing::Target;
using drawing::TargetKind;

/// Within one layout a change of filter is at rest a quarter of a second after it was asked for.
constexpr int filterMilliseconds = 150;
constexpr int frameMilliseconds = 16;
/// Without a step for this long, panning and zooming have come to rest.
constexpr int restMilliseconds = 120;
/// Larger networks jump to their places, as a frame of them takes too long to move smoothly.
constexpr std::size_t largestMorph = 1500;

} // namespace

DiagramView::DiagramView(document::Document &document, document::PictureJob &job, QWidget *parent)
    : QWidget(parent), m_document(document), m_job(job), m_emptyState(new EmptyState(this)), m_offer(new ArrangeOffer(document, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    setAccessibleName(tr("Deal network"));
    installSpokenDiagram();
    m_emptyState->hide();
    new LegendRest(*this);
    new Telling(*this);
    new Waiting(document, job, this);
    connect(&document, &document::Document::changed, this, &DiagramView::documentChanged);
    connect(&job, &document::PictureJob::placedAnew, this, &DiagramView::placedAnew);
    connect(m_emptyState, &EmptyState::openRequested, this, &DiagramView::openRequested);
    connect(m_emptyState, &EmptyState::embeddedRequested, this, &DiagramView::embeddedRequested);
    connect(m_emptyState, &EmptyState::additionWanted, this, &DiagramView::additionWanted);
    connect(m_emptyState, &EmptyState::filtersDropped, this, [this] {
        Perspective everything = m_document.perspective();
        everything.filter = Filter();
        everything.focus.reset();
        everything.expanded.clear();
        everything.collapsed.clear();
        everything.arrangeShown = false;
        m_document.setPerspective(everything);
    });
}

DiagramView::~DiagramView() = default;

void DiagramView::setTheme(style::ThemeKind theme)
{
    m_stage.setTheme(theme);
    m_emptyState->setGround(style::theme(theme).canvas);
    stageChanged();
}

void DiagramView::setLabels(drawing::LabelChoice labels)
{
    m_stage.setLabels(labels);
    stageChanged();
}

Target DiagramView::selected() const
{
    if (m_stage.empty())
        return {};
    std::set<int> opened;
    for (const document::EdgeKey &key : m_document.viewpoint().opened)
        opened.insert(document::edgeOf(*m_stage.placed()->snapshot, m_stage.placed()->network, key));
    return targetOf(*m_stage.placed(), m_document.selection(), opened);
}

void DiagramView::documentChanged(document::Changes what)
{
    using document::Change;
    m_emptyState->reflect(m_document);
    placeEmptyState();
    if (what & (document::Changes(Change::Dataset) | Change::Perspective))
        m_hovered = {};
    if (what.testFlag(Change::Opened))
        m_stage.setOpened(m_document.viewpoint().opened);
    const ViewTransform before = m_stage.sight();
    if (what.testFlag(Change::Camera) && !m_job.running())
        m_stage.setCamera(m_document.viewpoint().camera);
    if (what.testFlag(Change::Opened) || !near(before, m_stage.sight()))
        stageChanged();
    if (what.testFlag(Change::Selected)) {
        m_panCache.clear();
        spokenFocusChanged(this);
        showSelection();
    }
}

void DiagramView::showSelection()
{
    const Target before = std::exchange(m_shownSelection, selected());
    if (m_stage.empty() || m_resting.isActive()) {
        update();
        return;
    }
    const QPointF offset = m_stage.sight().offset;
    QRegion area = touched(m_stage.drawing(), before, offset) + touched(m_stage.drawing(), m_shownSelection, offset);
    if (fadesBeside(*m_stage.placed(), before) || fadesBeside(*m_stage.placed(), m_shownSelection))
        area = rect();
    update(area);
    QMetaObject::invokeMethod(
        this, [this, area] { repaint(area); }, Qt::QueuedConnection);
}

void DiagramView::placedAnew()
{
    leaveGesture();
    const document::PlacedPointer before = m_stage.placed();
    const layout::Placement seen = m_stage.placement();
    m_hovered = {};
    m_stage.setPlaced(m_job.placed());
    m_stage.setOpened(m_document.viewpoint().opened);
    m_stage.setCamera(m_document.viewpoint().camera);
    m_morph.reset();
    m_tracing.stop();
    const bool small = m_job.placed()->network.nodes.size() <= largestMorph;
    const bool related = before && before->snapshot == m_job.placed()->snapshot;
    if (m_motion == Motion::Full && related && small && isVisible()) {
        Morph morph(*before, seen, m_job.placed(), m_stage.fitting());
        if (morph.needed()) {
            m_stage.setPlacement(morph.at(0));
            m_morph = std::move(morph);
            m_morphTime = before->perspective.layout == m_job.placed()->perspective.layout ? filterMilliseconds : layoutTime();
            m_morphClock.start();
            m_frames.start(frameMilliseconds, Qt::PreciseTimer, this);
        }
    }
    spokenNetworkChanged(this);
    stageChanged();
}

void DiagramView::finishMotion()
{
    if (!m_morph)
        return;
    m_stage.setPlacement(m_morph->at(1));
    m_stage.settle();
    m_morph.reset();
    if (!m_dragging)
        m_frames.stop();
    m_stage.setCamera(m_document.viewpoint().camera);
    stageChanged();
}

void DiagramView::stageChanged()
{
    m_panCache.clear();
    m_minimap.reset();
    m_shownSelection = selected();
    placeEmptyState();
    m_offer->reflect(m_stage.placed(), m_stage.plot());
    update();
    Q_EMIT sightChanged();
}

void DiagramView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_resting.timerId()) {
        rest();
        return;
    }
    if (event->timerId() != m_frames.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    if (m_morph) {
        const double share = static_cast<double>(m_morphClock.elapsed()) / m_morphTime;
        if (share >= 1) {
            finishMotion();
            return;
        }
        m_stage.setPlacement(m_morph->at(QEasingCurve(QEasingCurve::InOutCubic).valueForProgress(share)));
    } else if (m_tracing.running()) {
        update();
        return;
    } else if (m_dragging && m_dragging->relax()) {
        m_stage.setPlacement(m_dragging->placement());
    } else {
        m_frames.stop();
        update();
        return;
    }
    stageChanged();
}

void DiagramView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.fillRect(rect(), style::theme(m_stage.theme()).canvas);
    paintStage(painter);
    painter.setClipping(false);
    if (m_stage.placed())
        m_tracing.paint(painter, m_stage.drawing(), m_stage.sight().offset);
    paintPins(painter, m_stage, m_document.arrangement(m_document.perspective().layout));
    if (const paint::Shot shot = m_stage.shot(); Minimap::needed(m_stage.drawing(), shot))
        m_minimap.paint(painter, m_stage.drawing(), shot);
    if (m_gesture == Gesture::Join) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(style::theme(m_stage.theme()).accent, 2, Qt::DashLine));
        painter.drawLine(m_stage.screenOf(m_pressedTarget.index), m_last);
    }
    if (hasFocus() && m_byKey) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style::theme(m_stage.theme()).accent, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (!m_painted) {
        m_painted = true;
        Q_EMIT firstPainted();
    }
}

void DiagramView::paintStage(QPainter &painter)
{
    const drawing::Drawing &drawing = m_stage.drawing();
    if (!m_stage.placed()) {
        paint::paint(painter, drawing);
        return;
    }
    if (m_resting.isActive())
        m_panCache.show(painter, drawing, m_stage.shot(), light());
    else
        paint::paint(painter, drawing, m_stage.sight().offset, light());
}

/// Ends a pan or a zoom: what it passed over is drawn for the sight it came to.
void DiagramView::rest()
{
    if (!m_resting.isActive())
        return;
    m_resting.stop();
    m_stage.settle();
    stageChanged();
}

paint::Emphasis DiagramView::light() const
{
    if (!m_spotlight.empty() && m_hovered.kind == TargetKind::None)
        return spotlight(*m_stage.placed(), m_spotlight, selected());
    paint::Emphasis light = emphasis(*m_stage.placed(), m_hovered, selected());
    diagram::lightDeals(light, *m_stage.placed(), m_lit);
    return light;
}

void DiagramView::setSpotlight(const std::vector<OrganizationId> &lit)
{
    m_spotlight = lit;
    m_panCache.clear();
    update();
}

void DiagramView::trace(const document::EdgeKey &ribbon)
{
    if (m_motion == Motion::None || m_stage.empty() || !isVisible())
        return;
    const int edge = document::edgeOf(*m_stage.placed()->snapshot, m_stage.placed()->network, ribbon);
    if (edge < 0)
        return;
    m_tracing.start({TargetKind::Edge, edge});
    m_frames.start(frameMilliseconds, Qt::PreciseTimer, this);
}

/// Sizes that the window has on its way to the screen are not worth a layout, and the first picture on the screen has the network in it.
void DiagramView::showEvent(QShowEvent *)
{
    QWindow *handle = window()->windowHandle();
    handle->installEventFilter(this);
    if (handle->isExposed())
        m_job.setCanvas(size());
}

bool DiagramView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Expose && isVisible() && window()->windowHandle()->isExposed())
        m_job.setCanvas(size());
    return QWidget::eventFilter(watched, event);
}

void DiagramView::resizeEvent(QResizeEvent *)
{
    m_stage.setSize(size());
    if (isVisible() && !m_job.canvas().isEmpty())
        m_job.setCanvas(size());
    m_stage.setCamera(m_document.viewpoint().camera);
    stageChanged();
}

void DiagramView::placeEmptyState()
{
    const QRect plot = m_stage.plot().toRect().intersected(rect());
    const QSize size(std::min(plot.width(), 720), std::min(plot.height(), 480));
    m_emptyState->setGeometry(QRect(plot.center() - QPoint(size.width() / 2, size.height() / 2), size));
}

QPointF DiagramView::rectCentre() const
{
    return m_stage.plot().center();
}

void DiagramView::lookFrom(const ViewTransform &sight, document::Step step)
{
    if (m_stage.empty())
        return;
    const drawing::Drawing *before = &m_stage.drawing();
    m_document.setCamera(m_stage.setSight(sight, Pace::OnTheWay), step);
    m_resting.start(restMilliseconds, this);
    if (&m_stage.drawing() != before)
        m_panCache.clear();
    update();
    Q_EMIT sightChanged();
}

void DiagramView::zoomAt(QPointF screen, double factor, document::Step step)
{
    lookFrom(zoomedAt(m_stage.sight(), m_stage.plot(), screen, factor), step);
}

void DiagramView::panBy(QPointF delta)
{
    lookFrom({m_stage.sight().zoom, m_stage.sight().offset + delta});
}

void DiagramView::fit()
{
    m_document.setCamera({document::Fit::Shown, 1, {}}, document::Step::New);
}

void DiagramView::moveMap(QPointF screen)
{
    lookFrom({m_stage.sight().zoom, Minimap::offsetFor(m_stage.drawing(), m_stage.shot(), screen)});
}

void DiagramView::lightDeals(const std::vector<int> &deals)
{
    if (deals == m_lit)
        return;
    m_lit = deals;
    m_panCache.clear();
    update();
}

void DiagramView::hover(Target target)
{
    if (target == m_hovered)
        return;
    const Target before = std::exchange(m_hovered, target);
    m_panCache.clear();
    setCursor(target.kind == TargetKind::None || target.kind == TargetKind::Hull ? Qt::ArrowCursor : Qt::PointingHandCursor);
    const bool fading = fades(before) || fades(target) || (!m_stage.empty() && fadesBeside(*m_stage.placed(), selected()));
    if (m_stage.empty() || m_resting.isActive() || !m_lit.empty() || !m_spotlight.empty() || fading)
        update();
    else
        update(touched(m_stage.drawing(), before, m_stage.sight().offset) + touched(m_stage.drawing(), target, m_stage.sight().offset));
    say(target);
}

void DiagramView::activate(Target target)
{
    switch (target.kind) {
    case TargetKind::Layer:
    case TargetKind::Family:
    case TargetKind::Certainty:
        toggleCategory(target);
        break;
    case TargetKind::Hull: {
        const auto &hull = m_stage.placed()->network.hulls[static_cast<std::size_t>(target.index)];
        const auto &group = m_stage.placed()->snapshot->dataset().groups[static_cast<std::size_t>(hull.group)];
        if (group.umbrella)
            m_document.select(group.umbrella->deal);
        break;
    }
    case TargetKind::HiddenLabels:
        Q_EMIT hiddenLabelsWanted();
        break;
    case TargetKind::None:
        m_document.select(std::monostate());
        break;
    default:
        m_document.select(selectionOf(*m_stage.placed(), target));
        break;
    }
}

void DiagramView::toggleCategory(Target target)
{
    Perspective next = m_document.perspective();
    if (target.kind == TargetKind::Layer)
        next.filter = document::toggled(next.filter, m_document.dataset(), m_document.dataset().layers.at(at(target.index)).id);
    else if (target.kind == TargetKind::Family)
        next.filter = document::toggled(next.filter, static_cast<Family>(target.index));
    else
        next.filter = document::toggled(next.filter, static_cast<Certainty>(target.index));
    m_document.setPerspective(next);
}

void DiagramView::open(Target target)
{
    if (target.kind == TargetKind::Node)
        m_document.focus(Focus{document::organizationOf(*m_stage.placed()->snapshot, m_stage.placed()->network, target.index), 1});
    else if (target.kind == TargetKind::Edge)
        m_document.toggleOpened(document::keyOf(*m_stage.placed()->snapshot, m_stage.placed()->network, target.index));
    else if (target.kind == TargetKind::Deal)
        if (const int edge = document::edgeOfDeal(m_stage.placed()->network, target.index); edge >= 0)
            open({TargetKind::Edge, edge});
}

} // namespace dealscape::diagram

#include "moc_diagramview.cpp"
