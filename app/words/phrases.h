// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <string_view>

namespace dealscape::words {

/// A text of the program in the user's language, for functions outside classes of their own.
inline QString tr(const char *source)
{
    return QCoreApplication::translate("Dealscape", source);
}

/// UTF-8 as Qt takes it.
inline QString qt(std::string_view utf8)
{
    return QString::fromUtf8(utf8);
}

/// A share of 1 as people say it: "45 %", one decimal below a tenth: "3.4 %".
inline QString percent(double share)
{
    return QStringLiteral("%1 %").arg(QString::number(100 * share, 'f', share > 0 && share < 0.1 ? 1 : 0));
}

/// The name that diagrams use, told apart from others of that name and on one line; the id when the dataset does not know it.
QString nameOf(const Index &index, const OrganizationId &id);

/// A text of a file in the middle of a sentence: shown as plain() does, in lower case.
QString lowered(std::string_view label);

/// With a capital at its beginning.
QString capitalised(const QString &text);

/// "a, b and c".
QString listed(const QStringList &items);

/// The word of a member of a vocabulary.
template <class E>
QString phrase(E value)
{
    return qt(label(value));
}

/// How firm one deal is, in words: "Binding"; "$10B paid, up to $15B potential" in parts, the firmest first; and of what is over
/// "Superseded", when another record took its place, or "Called off".
QString standing(const Deal &deal);

/// "27 Feb 2026", "Feb 2026" or "2026".
QString shortDate(const Date &date);

} // namespace dealscape::words
