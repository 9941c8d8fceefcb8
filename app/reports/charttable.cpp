// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/chartground.h"

#include "analysis/amounts.h"
#include "analysis/select.h"
#include "network/network.h"
#include "network/sentence.h"
#include "reports/csv.h"
#include "reports/parts.h"
#include "words/plain.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <set>

namespace dealscape::reports {

namespace {

using words::qt;

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

QString number(const std::optional<std::int64_t> &value)
{
    return value ? QString::number(*value) : QString();
}

QString unitName(ChartUnit unit)
{
    switch (unit) {
    case ChartUnit::Megawatts:
        return QStringLiteral("megawatts");
    case ChartUnit::DollarsPerGigawatt:
        return QStringLiteral("US dollars per gigawatt");
    case ChartUnit::Dollars:
        break;
    }
    return QStringLiteral("US dollars");
}

bool hasCertainties(ChartKind kind)
{
    return kind != ChartKind::Plausibility;
}

QStringList header(const ChartTable &table)
{
    QStringList names = {QStringLiteral("group"), QStringLiteral("key"), QStringLiteral("label"),
                         QStringLiteral("unit"),  QStringLiteral("low"), QStringLiteral("high")};
    if (hasCertainties(table.kind))
        for (const auto &entry : vocabulary<Certainty>())
            for (const char *end : {" low", " high"})
                names += qt(entry.word) + QLatin1String(end);
    names += {QStringLiteral("deals"), QStringLiteral("unpublished"), QStringLiteral("text")};
    if (table.kind == ChartKind::Plausibility)
        names += {QStringLiteral("counted"), QStringLiteral("note")};
    if (table.kind == ChartKind::Concentration)
        names += {QStringLiteral("share"), QStringLiteral("index")};
    if (table.kind == ChartKind::Reconciliation)
        names += {QStringLiteral("stated low"), QStringLiteral("stated high"), QStringLiteral("gross low"),
                  QStringLiteral("gross high"), QStringLiteral("difference"),  QStringLiteral("note")};
    names += {QStringLiteral("counts"), QStringLiteral("filter"), QStringLiteral("standing")};
    return names;
}

QStringList fields(const ChartTable &table, const ChartGroup &group, const ChartRow &row)
{
    QStringList list = {group.title, row.key, row.label, unitName(table.unit), number(row.amount.low), number(row.amount.high)};
    if (hasCertainties(table.kind))
        for (const auto &entry : vocabulary<Certainty>()) {
            const auto segment = std::ranges::find(row.segments, entry.value, &ChartSegment::certainty);
            const bool found = segment != row.segments.end();
            list += found ? QString::number(segment->low) : QString();
            list += found ? QString::number(segment->high) : QString();
        }
    list += {QString::number(row.deals.size()), QString::number(row.unpublished), row.text};
    if (table.kind == ChartKind::Plausibility)
        list += {row.counted ? QStringLiteral("yes") : QStringLiteral("no"), row.note};
    if (table.kind == ChartKind::Concentration)
        list += {row.share ? QString::number(*row.share, 'f', 6) : QString(), group.note};
    if (table.kind == ChartKind::Reconciliation)
        list += {number(row.stated.low), number(row.stated.high), number(row.gross.low), number(row.gross.high), row.difference, row.note};
    list += {table.counts, table.filter, table.standing};
    return list;
}

template <class E>
bool admitOnly(std::set<E> &admitted, const QString &key)
{
    const std::string text = key.toStdString();
    for (const auto &entry : vocabulary<E>())
        if (entry.word == text) {
            admitted = {entry.value};
            return true;
        }
    return false;
}

/// A filter admits a deal by its layers and countries when both of its ends pass, so the subject's own is admitted as well.
bool narrow(const Index &index, Perspective &perspective, ChartKind kind, const QString &key, const Organization *subject)
{
    Filter &filter = perspective.filter;
    switch (kind) {
    case ChartKind::Partner: {
        const OrganizationId id(key.toStdString());
        perspective.focus = Focus{id, 1};
        return index.organization(id) != nullptr;
    }
    case ChartKind::Kind:
        return admitOnly(filter.kinds, key);
    case ChartKind::Certainty:
        return admitOnly(filter.certainties, key);
    case ChartKind::Layer:
        filter.layerEnds = Ends::Both;
        if (subject)
            filter.layers = {LayerId(key.toStdString()), subject->layer};
        return subject && index.layer(LayerId(key.toStdString()));
    case ChartKind::Country:
        filter.countryEnds = Ends::Both;
        if (subject)
            filter.countries = {key.toStdString(), subject->country};
        return subject && key.size() == 2;
    case ChartKind::Schedule:
    case ChartKind::Timeline:
    case ChartKind::Plausibility:
    case ChartKind::Reconciliation:
    case ChartKind::Concentration:
        break;
    }
    return false;
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
    return QStringLiteral("Filter: ") + network::filterSentence({ground.index(), asked, network::Network()});
}

/// A picture as the article reports it has other figures than the deals that charts rest on.
QString countsOf(const ChartGround &ground, const ChartTable &table)
{
    if (!ground.perspective().asReported || table.kind == ChartKind::Reconciliation)
        return table.counts;
    return QStringLiteral("From the deals, not from the article\u2019s figures. ") + table.counts;
}

} // namespace

ChartTable chartTable(const ChartGround &ground, const ChartQuestion &question)
{
    ChartQuestion asked = question;
    if (asked.lens == Lens::Deals)
        asked.lens = Lens::Value;
    ChartTable table = answer(ground, asked);
    table.counts = countsOf(ground, table);
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

QString csv(const ChartTable &table)
{
    QString text = csvRecord(header(table));
    for (const ChartGroup &group : table.groups)
        for (const ChartRow &row : group.rows)
            text += csvRecord(fields(table, group, row));
    return text;
}

std::optional<Perspective> narrowed(const Index &index, const Perspective &perspective, const std::optional<OrganizationId> &subject,
                                    const ChartTable &table, int group, int row)
{
    const ChartGroup &from = table.groups[static_cast<std::size_t>(group)];
    Perspective next = perspective;
    const Organization *whose = subject ? index.organization(*subject) : nullptr;
    if (!narrow(index, next, table.kind, from.rows[static_cast<std::size_t>(row)].key, whose))
        return std::nullopt;
    if (const auto *flow = std::get_if<FlowClass>(&from.measure))
        next.filter.families = {familyOf(*flow)};
    return next;
}

} // namespace dealscape::reports

namespace dealscape {

template <>
std::span<const Word<reports::ChartKind>> vocabulary()
{
    using enum reports::ChartKind;
    static constexpr Word<reports::ChartKind> words[] = {{Partner, "partner", "By partner"},
                                                         {Kind, "kind", "By kind"},
                                                         {Layer, "layer", "By layer"},
                                                         {Certainty, "certainty", "By certainty"},
                                                         {Country, "country", "By country"},
                                                         {Timeline, "time", "Over time"},
                                                         {Schedule, "schedule", "By year of term"},
                                                         {Plausibility, "plausibility", "Price of a gigawatt"},
                                                         {Reconciliation, "reconciliation", "Do the headlines add up?"},
                                                         {Concentration, "concentration", "On whom it rests"}};
    return words;
}

} // namespace dealscape
