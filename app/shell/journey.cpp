// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/journey.h"

#include "diagram/diagramview.h"
#include "document/lookup.h"
#include "document/wording.h"
#include "io/perspectivetext.h"
#include "panels/parts.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPainterPath>

#include <utility>

namespace dealscape::shell {

Q_LOGGING_CATEGORY(journey, "dealscape.journey", QtWarningMsg)

namespace {

QString edgeWords(const document::EdgeKey &key)
{
    return QStringLiteral("%1 %2 %3")
        .arg(document::text(key.tail.text()), document::text(key.head.text()), document::text(word(key.family)));
}

struct SelectionLine {
    QString operator()(std::monostate) const { return QStringLiteral("nothing"); }
    QString operator()(const OrganizationId &id) const { return QStringLiteral("organisation ") + document::text(id.text()); }
    QString operator()(const DealId &id) const { return QStringLiteral("deal ") + document::text(id.text()); }
    QString operator()(const document::EdgeKey &key) const { return QStringLiteral("edge ") + edgeWords(key); }
};

/// The word of a row of the legend; empty for other parts of the chrome.
QString legendRow(const Dataset &dataset, drawing::Target target)
{
    switch (target.kind) {
    case drawing::TargetKind::Certainty:
        return QStringLiteral("certainty ") + document::text(word(static_cast<Certainty>(target.index)));
    case drawing::TargetKind::Family:
        return QStringLiteral("family ") + document::text(word(static_cast<Family>(target.index)));
    case drawing::TargetKind::Layer:
        return QStringLiteral("layer ") + document::text(dataset.layers.at(at(target.index)).id.text());
    default:
        return {};
    }
}

/// A point of a ribbon that nothing else covers, looked for from its middle outwards.
std::optional<QPointF> openPlace(const diagram::Stage &stage, const drawing::EdgeMark &mark)
{
    constexpr int places = 40;
    QPainterPath line;
    line.addPolygon(mark.centreLine);
    for (int step = 0; step < places; ++step) {
        const int away = (step + 1) / 2;
        const double share = 0.5 + (step % 2 ? away : -away) / static_cast<double>(places);
        const QPointF at = line.pointAtPercent(share) + stage.sight().offset;
        if (stage.at(at) == drawing::Target{drawing::TargetKind::Edge, mark.edge})
            return at;
    }
    return std::nullopt;
}

void write(const char *kind, const QString &name, QPoint global)
{
    qCInfo(journey).noquote() << kind << name << "at" << global.x() << global.y();
}

template <class Row>
void writeRows(const char *kind, const QWidget &window)
{
    for (const Row *row : window.findChildren<Row *>())
        if (!row->visibleRegion().isEmpty())
            write(kind, row->objectName(), row->mapToGlobal(row->visibleRegion().boundingRect().center()));
}

} // namespace

JourneyLog::JourneyLog(document::Document &document, diagram::DiagramView &diagram, QMainWindow &window)
    : QObject(&window), m_document(document), m_diagram(diagram), m_window(window)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(100);
    connect(&m_settled, &QTimer::timeout, this, &JourneyLog::writePlaces);
    qApp->installEventFilter(this);
    connect(&document, &document::Document::changed, this, &JourneyLog::documentChanged);
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (std::exchange(m_edited, false))
            qCInfo(journey).noquote() << "edited" << m_document.undoStack().undoText();
    });
    connect(&diagram, &diagram::DiagramView::sightChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&diagram, &diagram::DiagramView::firstPainted, this, [] { qCInfo(journey) << "first frame"; });
}

/// Menus say where their entries are when they open.
bool JourneyLog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        if (auto *menu = qobject_cast<QMenu *>(watched))
            QTimer::singleShot(0, menu, [menu] {
                for (QAction *action : menu->actions())
                    if (!action->isSeparator() && action->isVisible())
                        write("entry", action->text().section(u'\t', 0, 0).remove(u'&'),
                              menu->mapToGlobal(menu->actionGeometry(action).center()));
                qCInfo(journey) << "menu open";
            });
    return QObject::eventFilter(watched, event);
}

void JourneyLog::documentChanged(document::Changes what)
{
    using document::Change;
    if (what.testFlag(Change::Report) && m_document.report().refused)
        qCInfo(journey).noquote() << "refused" << m_document.report().path;
    m_edited = m_edited || what.testFlag(Change::Edited);
    if (what.testFlag(Change::Edited))
        m_settled.start();
    else if (what.testFlag(Change::Dataset))
        qCInfo(journey).noquote() << "opened" << m_document.name();
    if (what.testFlag(Change::Selected))
        qCInfo(journey).noquote() << "selected" << std::visit(SelectionLine(), m_document.selection());
    if (what.testFlag(Change::Opened))
        qCInfo(journey) << "opened ribbons" << m_document.viewpoint().opened.size();
    if (what.testFlag(Change::History))
        qCInfo(journey) << "step" << m_document.history().position() << "deals" << m_document.network().deals.size();
    if (what.testFlag(Change::Perspective))
        qCInfo(journey).noquote() << "view" << QString::fromStdString(io::perspectiveText(m_document.perspective()));
    m_settled.start();
}

void JourneyLog::writePlaces()
{
    if (m_diagram.stage().empty() || !m_diagram.isVisible())
        return;
    const document::Placed &placed = *m_diagram.stage().placed();
    for (int i = 0; i < static_cast<int>(placed.network.nodes.size()); ++i)
        write("node", document::text(document::organizationOf(*placed.snapshot, placed.network, i).text()),
              m_diagram.mapToGlobal(m_diagram.stage().screenOf(i).toPoint()));
    for (const drawing::EdgeMark &mark : m_diagram.stage().drawing().edges)
        if (const auto at = mark.deal < 0 ? openPlace(m_diagram.stage(), mark) : std::nullopt)
            write("edge", edgeWords(document::keyOf(*placed.snapshot, placed.network, mark.edge)), m_diagram.mapToGlobal(at->toPoint()));
    for (const drawing::ChromeMark &mark : m_diagram.stage().drawing().chrome)
        if (const QString row = legendRow(placed.snapshot->dataset(), mark.target); !row.isEmpty() && !mark.hitBox.isEmpty())
            write("legend", row, m_diagram.mapToGlobal(mark.hitBox.center().toPoint()));
    for (const QAbstractButton *button : m_window.findChildren<QAbstractButton *>())
        if (!button->visibleRegion().isEmpty() && button->objectName().isEmpty())
            write("button", button->text().remove(u'&'), button->mapToGlobal(button->visibleRegion().boundingRect().center()));
    const QMenuBar &bar = *m_window.menuBar();
    for (QAction *action : bar.actions())
        write("menu", action->text().remove(u'&'), bar.mapToGlobal(bar.actionGeometry(action).center()));
    writeRows<panels::DealRow>("row", m_window);
    writeRows<panels::SourceRow>("source", m_window);
    qCInfo(journey) << "settled";
}

} // namespace dealscape::shell

#include "moc_journey.cpp"
