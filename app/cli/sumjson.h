// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "cli/command.h"
#include "words/numbers.h"

#include <QJsonObject>

/// Sums as JSON, for the commands that print many: money in whole US dollars, power in megawatts; and in words.
namespace dealscape::cli {

inline qint64 plain(Money amount)
{
    return amount.dollars();
}

inline qint64 plain(Power capacity)
{
    return capacity.megawatts();
}

inline QString spoken(const analysis::Sum &sum)
{
    return words::money(MoneyRange{sum.low, sum.high});
}

inline QString spoken(const analysis::PowerSum &sum)
{
    return words::power(sum.high);
}

template <class Amount>
QJsonObject sumJson(const analysis::SumOf<Amount> &sum)
{
    return {{QStringLiteral("low"), plain(sum.low)},
            {QStringLiteral("high"), plain(sum.high)},
            {QStringLiteral("deals"), sum.deals},
            {QStringLiteral("unpublished"), sum.unpublished}};
}

template <class Amount>
QJsonObject sumJson(const analysis::ByCertainty<Amount> &sums)
{
    QJsonObject certainties;
    for (const auto &entry : vocabulary<Certainty>())
        certainties[qt(entry.word)] = sumJson(sums[analysis::slot(entry.value)]);
    return certainties;
}

} // namespace dealscape::cli
