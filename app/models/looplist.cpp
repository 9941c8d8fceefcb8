// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/looplist.h"

#include "document/wording.h"
#include "words/numbers.h"

#include <algorithm>
#include <numeric>

namespace dealscape::models {

namespace {

/// Rows shown of a place before its rest is opened.
constexpr int firstRows = 3;

std::size_t slot(reports::LoopPlace place)
{
    return static_cast<std::size_t>(place);
}

double rankOf(const reports::FoundLoop &found, LoopRank rank)
{
    if (rank == LoopRank::Closure)
        return found.loop.closureHigh.value_or(-1);
    return rank == LoopRank::Steps ? -static_cast<double>(found.legs.size()) : 0;
}

} // namespace

LoopList::LoopList(QObject *parent) : QAbstractListModel(parent), m_finding(std::make_shared<reports::LoopFinding>())
{
    arrange();
}

void LoopList::setFinding(document::SnapshotPointer snapshot, std::shared_ptr<const reports::LoopFinding> finding)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_finding = std::move(finding);
    m_open = {true, false, false};
    arrange();
    endResetModel();
}

void LoopList::setRank(LoopRank rank)
{
    if (rank == m_rank)
        return;
    beginResetModel();
    m_rank = rank;
    arrange();
    endResetModel();
}

void LoopList::openRest(const QModelIndex &more)
{
    if (!more.isValid() || m_rows[static_cast<std::size_t>(more.row())].kind != RowKind::More)
        return;
    const reports::LoopPlace place = m_rows[static_cast<std::size_t>(more.row())].place;
    beginResetModel();
    m_open[slot(place)] = true;
    arrange();
    endResetModel();
}

void LoopList::arrange()
{
    m_rows.clear();
    for (const reports::LoopPlace place : {reports::LoopPlace::Here, reports::LoopPlace::WithoutPrice, reports::LoopPlace::OtherTier})
        if (place == reports::LoopPlace::Here || m_finding->count(place) > 0)
            list(place);
}

void LoopList::list(reports::LoopPlace place)
{
    const auto &loops = m_finding->loops;
    m_rows.push_back({RowKind::Heading, place, -1, 0});
    std::vector<int> order;
    for (std::size_t i = 0; i < loops.size(); ++i)
        if (loops[i].place == place)
            order.push_back(static_cast<int>(i));
    std::ranges::stable_sort(order, std::greater(), [&](int i) { return rankOf(loops[static_cast<std::size_t>(i)], m_rank); });
    const int all = static_cast<int>(order.size());
    const int shown = m_open[slot(place)] || all <= firstRows + 1 ? all : firstRows;
    for (int i = 0; i < shown; ++i)
        m_rows.push_back({RowKind::Loop, place, order[static_cast<std::size_t>(i)], i + 1});
    if (shown < all)
        m_rows.push_back({RowKind::More, place, -1, all - shown});
}

const reports::FoundLoop *LoopList::loopAt(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[static_cast<std::size_t>(index.row())].loop < 0)
        return nullptr;
    return &m_finding->loops[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(index.row())].loop)];
}

QModelIndex LoopList::indexOf(const std::optional<Trail> &trail) const
{
    if (trail)
        for (int row = 0; row < rowCount(); ++row)
            if (const reports::FoundLoop *found = loopAt(index(row)); found && found->walks(*trail))
                return index(row);
    return {};
}

int LoopList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags LoopList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_rows[static_cast<std::size_t>(index.row())].kind == RowKind::Heading)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString LoopList::headingOf(reports::LoopPlace place) const
{
    switch (place) {
    case reports::LoopPlace::Here:
        return tr("In this filter, up to %1 steps").arg(m_finding->maximumLength);
    case reports::LoopPlace::WithoutPrice:
        return tr("A leg has no price, not drawn");
    case reports::LoopPlace::OtherTier:
        break;
    }
    return tr("Other tiers");
}

QString LoopList::countOf(reports::LoopPlace place) const
{
    const int all = m_finding->count(place);
    if (place == reports::LoopPlace::OtherTier)
        return tr("%1 of %2 with a value on every leg").arg(m_finding->priced(place)).arg(all);
    return words::counted(all, tr("loop"), tr("loops"));
}

QVariant LoopList::dataOf(const reports::FoundLoop &found, const Row &row, int role) const
{
    const bool priced = found.loop.unknownLegs == 0;
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(m_snapshot->index(), found, found.place == reports::LoopPlace::Here ? reports::Home::Named : reports::Home::Omitted);
    case NumberRole:
        return row.number;
    case LoopRole:
        return row.loop;
    case AmountRole:
        return priced ? words::money(found.smallest()) : QStringLiteral("?");
    case ClosureRole:
        return closureText(found);
    case OrderRole:
        return orderWord(found);
    case CertaintyRole:
        return static_cast<int>(found.loop.weakest);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: smallest leg %2, %3, weakest leg %4, dates %5, %6")
            .arg(nameOf(m_snapshot->index(), found, reports::Home::Named), priced ? words::money(found.smallest()) : tr("unknown"),
                 closureText(found).toLower(), document::text(word(found.loop.weakest)), orderWord(found),
                 found.tier > 1 ? tr("tier %1").arg(found.tier) : tr("tier 1"));
    default:
        return {};
    }
}

QVariant LoopList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == KindRole)
        return static_cast<int>(row.kind);
    if (role == PlaceRole)
        return static_cast<int>(row.place);
    if (const reports::FoundLoop *found = loopAt(index))
        return dataOf(*found, row, role);
    if (row.kind == RowKind::More)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(tr("%1 more").arg(row.number)) : QVariant();
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return headingOf(row.place);
    return role == AmountRole ? QVariant(countOf(row.place)) : QVariant();
}

} // namespace dealscape::models

#include "moc_looplist.cpp"
