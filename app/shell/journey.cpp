// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/journey.h"

#include "document/lookup.h"
#include "document/wording.h"
#include "io/perspectivetext.h"
#include "panels/parts.h"
#include "shell/mainwindow.h"

namespace dealscape::shell {

Q_LOGGING_CATEGORY(journey, "dealscape.journey", QtWarningMsg)

namespace {

struct SelectionLine {
    QString operator()(std::monostate) const { return QStringLiteral("nothing"); }
    QString operator()(const OrganizationId &id) const { return QStringLiteral("organisation ") + document::text(id.text()); }
    QString operator()(const DealId &id) const { return QStringLiteral("deal ") + document::text(id.text()); }
    QString operator()(const document::EdgeKey &key) const
    {
        return QStringLiteral("edge %1 %2 %3")
            .arg(document::text(key.tail.text()), document::text(key.head.text()), document::text(word(key.family)));
    }
};

void write(const char *kind, const QString &name, QPoint global)
{
    qCInfo(journey).noquote() << kind << name << "at" << global.x() << global.y();
}

} // namespace

JourneyLog::JourneyLog(MainWindow &window) : QObject(&window), m_window(window)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(100);
    connect(&m_settled, &QTimer::timeout, this, &JourneyLog::writePlaces);
    connect(&window.document(), &document::Document::changed, this, &JourneyLog::documentChanged);
    connect(&window.diagram(), &diagram::DiagramView::sightChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&window.diagram(), &diagram::DiagramView::firstPainted, this, [] { qCInfo(journey) << "first frame"; });
}

void JourneyLog::documentChanged(document::Changes what)
{
    using document::Change;
    const document::Document &document = m_window.document();
    if (what.testFlag(Change::Report) && document.report().refused)
        qCInfo(journey).noquote() << "refused" << document.report().path;
    if (what.testFlag(Change::Dataset))
        qCInfo(journey).noquote() << "opened" << document.name();
    if (what.testFlag(Change::Selected))
        qCInfo(journey).noquote() << "selected" << std::visit(SelectionLine(), document.selection());
    if (what.testFlag(Change::Perspective))
        qCInfo(journey).noquote() << "view" << QString::fromStdString(io::perspectiveText(document.perspective()));
    m_settled.start();
}

void JourneyLog::writePlaces()
{
    const diagram::DiagramView &diagram = m_window.diagram();
    if (diagram.stage().empty() || !diagram.isVisible())
        return;
    const document::Placed &placed = *diagram.stage().placed();
    for (int i = 0; i < static_cast<int>(placed.network.nodes.size()); ++i)
        write("node", document::text(document::organizationOf(*placed.snapshot, placed.network, i).text()),
              diagram.mapToGlobal(diagram.stage().screenOf(i).toPoint()));
    for (const panels::DealRow *row : m_window.findChildren<panels::DealRow *>())
        if (!row->visibleRegion().isEmpty())
            write("row", row->objectName(), row->mapToGlobal(row->visibleRegion().boundingRect().center()));
}

} // namespace dealscape::shell
