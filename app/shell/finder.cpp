// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/finder.h"

#include "document/lookup.h"
#include "shell/journey.h"
#include "shell/picklist.h"

#include <QEvent>
#include <QLineEdit>
#include <QtConcurrentRun>

namespace dealscape::shell {

Finder::Finder(document::Document &document, QLineEdit &field, QWidget *window)
    : QObject(window), m_document(document), m_field(field), m_list(new PickList(field, window))
{
    field.installEventFilter(this);
    connect(&m_making, &QFutureWatcherBase::finished, this, [this] {
        m_index = m_making.result();
        if (!m_field.text().isEmpty())
            search(m_field.text());
    });
    connect(&field, &QLineEdit::textEdited, this, &Finder::search);
    connect(m_list, &PickList::picked, this, &Finder::pick);
    connect(m_list, &PickList::closed, this, [this] {
        m_field.clear();
        Q_EMIT found();
    });
}

Finder::~Finder()
{
    m_making.waitForFinished();
}

bool Finder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        prepare();
    return QObject::eventFilter(watched, event);
}

bool Finder::prepare()
{
    const document::SnapshotPointer snapshot = m_document.snapshot();
    if (m_index && m_index->snapshot() == snapshot)
        return true;
    if (m_making.isRunning())
        return false;
    const auto make = [snapshot]() -> IndexPointer { return std::make_shared<models::SearchIndex>(snapshot); };
    if (snapshot->dataset().deals.size() > immediateDeals()) {
        m_making.setFuture(QtConcurrent::run(make));
        return false;
    }
    m_index = make();
    return true;
}

void Finder::search(const QString &text)
{
    if (!prepare()) {
        m_hits.clear();
        m_list->offer({{tr("Reading names and notes…"), {}, false}});
        return;
    }
    m_hits = m_index->find(text);
    qCInfo(journey) << "results" << m_hits.size();
    std::vector<Pick> picks;
    for (const models::Hit &hit : m_hits)
        picks.push_back({models::titleOf(*m_index->snapshot(), hit), models::detailOf(*m_index->snapshot(), hit)});
    if (picks.empty() && !text.trimmed().isEmpty())
        picks.push_back({tr("Nothing found for “%1”").arg(text.trimmed()), {}, false});
    m_list->offer(picks);
}

void Finder::pick(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_hits.size())
        return;
    const models::Hit hit = m_hits[static_cast<std::size_t>(row)];
    qCInfo(journey).noquote() << "found" << models::titleOf(*m_index->snapshot(), hit);
    m_list->hide();
    m_field.clear();
    m_document.select(models::selectionOf(*m_index->snapshot(), hit));
    Q_EMIT found();
}

} // namespace dealscape::shell
