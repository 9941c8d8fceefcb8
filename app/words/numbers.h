// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/power.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace dealscape::words {

/// Numbers as people say them, in plain text: "$300B", "$6.3B", "$0.38B", "$1.4T", "$13–33B", "≤$5B", "≥$1T", and
/// what is given for an amount that is not published. Three significant figures, at most one decimal from 10 up, billions from $0.1B.
/// Ranges share one unit; bounds less than half a percent apart read as one amount, the low one.
QString money(Money amount);
QString money(double dollars);
QString money(const MoneyRange &range, QStringView unpublished = u"?");

/// "4.5 GW", "0.75 GW", "44 MW" below 0.1 GW, "?" when absent.
QString power(Power capacity);
QString power(double megawatts);
QString power(const std::optional<Power> &capacity);

/// "9,833", "12.5": English digits whatever the locale, with commas between thousands and without zeros at the end.
QString grouped(double value, int decimals);

/// "1 deal", "3 deals": the count with the word in its number.
QString counted(int count, const QString &singular, const QString &plural);

} // namespace dealscape::words
