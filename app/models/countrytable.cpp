// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/countrytable.h"

#include "document/wording.h"
#include "words/everyday.h"
#include "words/numbers.h"

#include <algorithm>
#include <set>
#include <utility>

namespace dealscape::models {

namespace {

QString amountOf(const analysis::Sum &sum)
{
    return words::money(analysis::rangeOf(sum));
}

} // namespace

QString CountryTable::nameOf(const std::string &country)
{
    return country.empty() ? tr("Unnamed") : words::countryName(country);
}

void CountryTable::setMatrix(analysis::CountryMatrix matrix)
{
    beginResetModel();
    m_matrix = std::move(matrix);
    std::set<std::string> payers;
    std::set<std::string> payees;
    for (const analysis::CountryFlow &flow : m_matrix.flows) {
        payers.insert(flow.from);
        payees.insert(flow.to);
    }
    m_payers.assign(payers.begin(), payers.end());
    m_payees.assign(payees.begin(), payees.end());
    // In the order in which they are read; whoever is not named comes first.
    for (std::vector<std::string> *countries : {&m_payers, &m_payees})
        std::ranges::stable_sort(*countries, {}, [](const std::string &code) { return std::pair(!code.empty(), nameOf(code)); });
    endResetModel();
}

const analysis::CountryFlow *CountryTable::flowAt(const QModelIndex &index) const
{
    const std::string &from = m_payers[static_cast<std::size_t>(index.row())];
    const std::string &to = m_payees[static_cast<std::size_t>(index.column())];
    const auto found =
        std::ranges::find_if(m_matrix.flows, [&](const analysis::CountryFlow &flow) { return flow.from == from && flow.to == to; });
    return found == m_matrix.flows.end() ? nullptr : &*found;
}

int CountryTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_payers.size());
}

int CountryTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_payees.size());
}

QVariant CountryTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const analysis::CountryFlow *flow = flowAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return flow ? amountOf(flow->sum) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString ends =
            tr("%1 to %2")
                .arg(nameOf(m_payers[static_cast<std::size_t>(index.row())]), nameOf(m_payees[static_cast<std::size_t>(index.column())]));
        return flow ? tr("%1: %2, %3, %4 without a price")
                          .arg(ends, amountOf(flow->sum), words::counted(static_cast<int>(flow->deals.size()), tr("deal"), tr("deals")),
                               QString::number(flow->sum.unpublished))
                    : tr("%1: nothing").arg(ends);
    }
    default:
        return {};
    }
}

QVariant CountryTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto &names = orientation == Qt::Vertical ? m_payers : m_payees;
    if (section < 0 || static_cast<std::size_t>(section) >= names.size())
        return {};
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(nameOf(names[static_cast<std::size_t>(section)])) : QVariant();
}

} // namespace dealscape::models

#include "moc_countrytable.cpp"
