// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv.h"
#include "reports/parts.h"

#include <algorithm>

namespace dealscape::reports {

namespace {

using words::qt;

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

} // namespace

QString csv(const ChartTable &table)
{
    QString text = csvRecord(header(table));
    for (const ChartGroup &group : table.groups)
        for (const ChartRow &row : group.rows)
            text += csvRecord(fields(table, group, row));
    return text;
}

} // namespace dealscape::reports
