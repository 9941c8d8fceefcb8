// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/chartground.h"

#include "analysis/amounts.h"
#include "analysis/select.h"
#include "network/network.h"
#include "network/sentence.h"
#include "reports/parts.h"
#include "words/plain.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <set>

namespace dealscape::reports {

namespace {

/// Organisations at an end of a deal that the perspective shows; nothing when there is no focus to narrow it.
std::optional<std::vector<bool>> inView(const Index &index, const Perspective &perspective)
{
    if (!perspective.focus)
        return std::nullopt;
    std::vector<bool> touched(index.dataset().organizations.size());
    const auto touch = [&](const OrganizationId &id) {
        if (const int position = index.position(id); position >= 0)
            touched[static_cast<std::size_t>(position)] = true;
    };
    for (const int position : analysis::visible(index, perspective)) {
        touch(dealAt(index, position).tail());
        touch(dealAt(index, position).head());
    }
    return touched;
}

bool within(const Index &index, const std::vector<bool> &touched, const OrganizationId &id)
{
    const int position = index.position(id);
    return position >= 0 && touched[static_cast<std::size_t>(position)];
}

bool admitted(const Deal &deal, const std::set<Certainty> &certainties)
{
    if (certainties.empty() || (deal.parts.empty() && certainties.contains(deal.certainty)))
        return true;
    return std::ranges::any_of(deal.parts, [&](const CertaintyPart &part) { return certainties.contains(part.certainty); });
}

} // namespace

ChartGround::ChartGround(const Index &index, const Perspective &perspective) : m_index(index), m_perspective(perspective)
{
    Filter filter = perspective.filter;
    filter.countedOnly = false;
    filter.publishedOnly = false;
    if (filter.certainties == Filter().certainties)
        filter.certainties.clear();
    m_gross = analysis::select(index, filter);
    const auto touched = inView(index, perspective);
    for (const int position : m_gross) {
        const Deal &deal = dealAt(index, position);
        if (!deal.counted() || !admitted(deal, perspective.filter.certainties))
            continue;
        if (touched && (!within(index, *touched, deal.tail()) || !within(index, *touched, deal.head())))
            continue;
        m_counted.push_back(position);
        m_flows[analysis::slot(deal.flow)].push_back(position);
        if (deal.power)
            m_layers[analysis::slot(deal.power->layer)].push_back(position);
    }
}

ChartGround ChartGround::only(std::span<const int> deals) const
{
    const std::set<int> wanted(deals.begin(), deals.end());
    ChartGround part = *this;
    const auto narrow = [&](std::vector<int> &list) { std::erase_if(list, [&](int deal) { return !wanted.contains(deal); }); };
    narrow(part.m_gross);
    narrow(part.m_counted);
    std::ranges::for_each(part.m_flows, narrow);
    std::ranges::for_each(part.m_layers, narrow);
    return part;
}

bool ChartTable::empty() const
{
    return std::ranges::none_of(groups, [](const ChartGroup &group) {
        return std::ranges::any_of(group.rows, [](const ChartRow &row) { return row.amount.published() || row.stated.published(); });
    });
}

namespace {

ChartTable answer(const ChartGround &ground, const ChartQuestion &question)
{
    switch (question.kind) {
    case ChartKind::Timeline:
        return parts::timelineTable(ground, question);
    case ChartKind::Schedule:
        return parts::scheduleTable(ground, question);
    case ChartKind::Plausibility:
        return parts::plausibilityTable(ground, question);
    case ChartKind::Reconciliation:
        return parts::reconciliationTable(ground, question);
    case ChartKind::Concentration:
        return parts::concentrationTable(ground, question);
    case ChartKind::Partner:
    case ChartKind::Kind:
    case ChartKind::Layer:
    case ChartKind::Certainty:
    case ChartKind::Country:
        break;
    }
    return parts::breakdownTable(ground, question);
}

/// What the perspective's filter admits to this chart: charts count the unpublished in words, and some hold uncounted records.
QString filterOf(const ChartGround &ground, ChartKind kind)
{
    Perspective asked = ground.perspective();
    asked.asReported = false;
    asked.filter.publishedOnly = false;
    asked.filter.countedOnly = kind != ChartKind::Plausibility && kind != ChartKind::Reconciliation;
    if (kind == ChartKind::Reconciliation)
        asked.focus.reset();
    return QStringLiteral("Filter: ") + network::filterSentence(ground.index(), asked, network::Network());
}

} // namespace

ChartTable chartTable(const ChartGround &ground, const ChartQuestion &question)
{
    ChartQuestion asked = question;
    if (asked.lens == Lens::Deals)
        asked.lens = Lens::Value;
    ChartTable table = answer(ground, asked);
    table.filter = filterOf(ground, asked.kind);
    for (ChartGroup &group : table.groups)
        if (group.key.isEmpty())
            group.key = group.title;
    return table;
}

QString standingOf(const Index &index, const ChartTable &table)
{
    constexpr std::size_t most = 5;
    std::set<int> deals;
    for (const ChartGroup &group : table.groups)
        for (const ChartRow &row : group.rows)
            deals.insert(row.deals.begin(), row.deals.end());
    std::map<QString, int> publishers;
    for (const int deal : deals)
        for (const SourceId &id : dealAt(index, deal).sources)
            if (const Source *source = index.source(id))
                ++publishers[words::plain(source->publisher).simplified()];
    std::vector<std::pair<int, QString>> ranked;
    for (const auto &[name, count] : publishers)
        ranked.emplace_back(-count, name);
    std::ranges::sort(ranked);
    QStringList names;
    for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i)
        names << ranked[i].second;
    QStringList parts;
    if (const auto &date = index.dataset().asOf)
        parts << QStringLiteral("As of %1.").arg(words::plain(date->spoken()));
    if (!names.isEmpty())
        parts << QStringLiteral("Sources: %1%2.")
                     .arg(names.join(QStringLiteral(", ")),
                          ranked.size() > most ? QStringLiteral(" and %1 more").arg(ranked.size() - most) : QString());
    return parts.join(u' ');
}

} // namespace dealscape::reports
