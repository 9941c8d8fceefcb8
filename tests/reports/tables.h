// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frozen.h"

#include "analysis/select.h"
#include "reports/chartground.h"

/// What the tests of chart tables ask with.
namespace dealscape::reports {

inline Perspective everythingOf(int tier)
{
    Perspective perspective;
    perspective.filter = analysis::everything();
    perspective.filter.maximumTier = tier;
    return perspective;
}

inline ChartTable ask(const Dataset &dataset, const ChartQuestion &question, const Perspective &perspective)
{
    const Index index(dataset);
    return chartTable(ChartGround(index, perspective), question);
}

inline ChartQuestion about(ChartKind kind, Lens lens = Lens::Value, const char *subject = nullptr)
{
    ChartQuestion question;
    question.kind = kind;
    question.lens = lens;
    if (subject)
        question.subject = OrganizationId(subject);
    return question;
}

/// "Oracle $300B" for every row of a group with a published amount.
inline QStringList lines(const ChartTable &table, const QString &title)
{
    QStringList list;
    for (const ChartGroup &group : table.groups)
        if (group.title == title)
            for (const ChartRow &row : group.rows)
                if (row.amount.published())
                    list += row.label + u' ' + row.text;
    return list;
}

struct Bounds {
    std::int64_t low = 0;
    std::int64_t high = 0;
};

inline Bounds added(const ChartGroup &group)
{
    Bounds sum;
    for (const ChartRow &row : group.rows) {
        sum.low += row.amount.low.value_or(0);
        sum.high += row.amount.high.value_or(0);
    }
    return sum;
}

} // namespace dealscape::reports
