// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/phrases.h"

#include "words/numbers.h"
#include "words/plain.h"

#include <algorithm>
#include <vector>

namespace dealscape::words {

namespace {

/// "$10B paid", "up to $15B potential".
QString partOf(const CertaintyPart &part)
{
    const QString word = qt(dealscape::word(part.certainty));
    const bool ceiling = part.value.high && part.value.at(Bound::Low) == Money();
    return (ceiling ? QStringLiteral("up to %1 ").arg(money(*part.value.high)) : money(part.value) + u' ') + word;
}

} // namespace

QString nameOf(const Index &index, const OrganizationId &id)
{
    const Organization *organization = index.organization(id);
    return plain(organization ? index.nameOf(*organization) : id.text()).simplified();
}

QString lowered(std::string_view label)
{
    return plain(label).toLower();
}

QString capitalised(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

QString listed(const QStringList &items)
{
    return items.size() < 2 ? items.join(QString())
                            : tr("%1 and %2").arg(items.mid(0, items.size() - 1).join(QStringLiteral(", ")), items.last());
}

QString standing(const Deal &deal)
{
    if (deal.certainty == Certainty::Cancelled)
        return deal.overlap.role == OverlapRole::Superseded ? QStringLiteral("Superseded") : QStringLiteral("Called off");
    if (deal.parts.size() < 2)
        return qt(label(deal.certainty));
    std::vector<CertaintyPart> parts = deal.parts;
    std::ranges::stable_sort(parts, {}, &CertaintyPart::certainty);
    QStringList words;
    for (const CertaintyPart &part : parts)
        words << partOf(part);
    return words.join(QStringLiteral(", "));
}

QString shortDate(const Date &date)
{
    const QString spoken = QString::fromStdString(date.spoken());
    if (date.month == 0)
        return spoken;
    const QStringList words = spoken.split(u' ');
    const qsizetype month = date.day > 0 ? 1 : 0;
    QStringList shorter = words;
    shorter[month] = words[month].left(3);
    return shorter.join(u' ');
}

} // namespace dealscape::words
