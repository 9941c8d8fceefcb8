// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/finder.h"

#include "document/lookup.h"
#include "shell/journey.h"
#include "widgets/picklist.h"

#include <QEvent>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace dealscape::shell {

namespace {

/// Organisations, deals, sources and claims together, the kind of the best hit first; within a kind the order stays.
void groupByKind(std::vector<models::Hit> &hits)
{
    std::vector<models::Found> order;
    for (const models::Hit &hit : hits)
        if (std::ranges::count(order, hit.kind) == 0)
            order.push_back(hit.kind);
    std::ranges::stable_sort(hits, {}, [&](const models::Hit &hit) { return std::ranges::find(order, hit.kind); });
}

QString headOf(models::Found kind)
{
    switch (kind) {
    case models::Found::Organization:
        return Finder::tr("Organisations");
    case models::Found::Deal:
        return Finder::tr("Deals");
    case models::Found::Source:
        return Finder::tr("Sources");
    case models::Found::Claim:
        return Finder::tr("Claims");
    }
    return {};
}

} // namespace

Finder::Finder(document::Document &document, QLineEdit &field, QWidget *window)
    : QObject(window), m_document(document), m_field(field), m_list(new widgets::PickList(field, window))
{
    field.installEventFilter(this);
    connect(&field, &QLineEdit::textEdited, this, &Finder::search);
    connect(m_list, &widgets::PickList::picked, this, &Finder::pick);
    connect(m_list, &widgets::PickList::closed, this, [this] {
        m_field.clear();
        Q_EMIT found();
    });
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
    if (m_making.running() && m_source == snapshot)
        return false;
    m_source = snapshot;
    const auto make = [snapshot] { return std::make_shared<const models::SearchIndex>(snapshot); };
    if (snapshot->dataset().deals.size() <= immediateDeals()) {
        m_making.cancel();
        m_index = make();
        return true;
    }
    m_making.run<IndexPointer>([make](const Progress &) { return make(); },
                               [this](IndexPointer index) {
                                   m_index = std::move(index);
                                   if (!m_field.text().isEmpty())
                                       search(m_field.text());
                               });
    return false;
}

void Finder::search(const QString &text)
{
    if (!prepare()) {
        m_hits.clear();
        m_rows.clear();
        m_list->offer({{tr("Reading names and notes…"), {}, false}});
        return;
    }
    m_hits = m_index->find(text);
    groupByKind(m_hits);
    qCInfo(journey) << "results" << m_hits.size();
    offer(text);
}

void Finder::offer(const QString &text)
{
    std::vector<widgets::Pick> picks;
    m_rows.clear();
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        if (i == 0 || m_hits[i].kind != m_hits[i - 1].kind) {
            picks.push_back({headOf(m_hits[i].kind), {}, true, true});
            m_rows.push_back(-1);
        }
        picks.push_back({models::titleOf(*m_index->snapshot(), m_hits[i]), asideOf(m_hits[i])});
        m_rows.push_back(static_cast<int>(i));
    }
    if (picks.empty() && !text.trimmed().isEmpty())
        picks.push_back({tr("Nothing found for “%1”").arg(text.trimmed()), {}, false});
    m_list->offer(picks);
}

QString Finder::asideOf(const models::Hit &hit) const
{
    const network::Network &network = m_document.network();
    const bool drawn = hit.kind == models::Found::Organization ? network.nodeOf(hit.position) >= 0
        : hit.kind == models::Found::Deal                      ? std::ranges::binary_search(network.deals, hit.position)
                                                               : true;
    QStringList parts{models::detailOf(*m_index->snapshot(), hit)};
    if (!drawn)
        parts << tr("outside the filter");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void Finder::pick(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size() || m_rows[static_cast<std::size_t>(row)] < 0)
        return;
    const models::Hit hit = m_hits[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])];
    qCInfo(journey).noquote() << "found" << models::titleOf(*m_index->snapshot(), hit);
    m_list->hide();
    m_field.clear();
    m_document.select(models::selectionOf(*m_index->snapshot(), hit));
    Q_EMIT found();
    if (hit.kind == models::Found::Claim)
        Q_EMIT claimWanted(m_index->snapshot()->dataset().claims[static_cast<std::size_t>(hit.position)].id);
}

} // namespace dealscape::shell

#include "moc_finder.cpp"
