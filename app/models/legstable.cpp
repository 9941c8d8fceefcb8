// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/legstable.h"

#include "document/wording.h"
#include "words/numbers.h"
#include "words/phrases.h"

namespace dealscape::models {

void LegsTable::setLegs(document::SnapshotPointer snapshot, std::vector<reports::LoopLeg> legs)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_legs = std::move(legs);
    endResetModel();
}

int LegsTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_legs.size());
}

int LegsTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LegsTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const reports::LoopLeg &leg = m_legs[static_cast<std::size_t>(index.row())];
    if (role == FamilyRole)
        return static_cast<int>(leg.family);
    if (role == CertaintyRole)
        return static_cast<int>(leg.certainty);
    if (role == Qt::TextAlignmentRole && index.column() == AmountColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    const QString name = tr("%1 to %2").arg(document::nameOf(*m_snapshot, leg.payer), document::nameOf(*m_snapshot, leg.payee));
    const QString amount = leg.value.published() ? words::money(leg.value) : QStringLiteral("?");
    const QString certainty = document::text(word(leg.certainty));
    const QString family = document::text(word(leg.family));
    const QString date = leg.first == leg.last ? words::shortDate(leg.first)
                                               : words::shortDate(leg.first) + QStringLiteral(" – ") + words::shortDate(leg.last);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return tr("%1: %2, %3, %4, %5").arg(name, leg.kind, date, certainty, leg.value.published() ? amount : tr("amount not published"));
    if (role != Qt::DisplayRole)
        return {};
    const QString texts[] = {
        name, words::capitalised(family), leg.first == leg.last ? date : words::shortDate({leg.last.year, leg.last.month, 0}), {}, amount};
    return texts[index.column()];
}

QVariant LegsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("Leg"), tr("Kind"), tr("Date"), tr("Certainty"), tr("Amount")};
    return titles[section];
}

} // namespace dealscape::models

#include "moc_legstable.cpp"
