// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fundstable.h"

#include "document/wording.h"
#include "models/outcometable.h"
#include "words/numbers.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace dealscape::models {

namespace {

using document::text;

bool editable(int column)
{
    return column == FundsTable::RevenueColumn || column == FundsTable::FundingColumn;
}

/// "$250B to Microsoft", the largest first.
QStringList sumsByPayee(const document::Snapshot &snapshot, const std::map<std::string, analysis::Sum> &sums)
{
    std::vector<std::pair<std::string, analysis::Sum>> bySize(sums.begin(), sums.end());
    std::ranges::stable_sort(bySize, std::greater(), [](const auto &entry) { return entry.second.high; });
    QStringList parts;
    for (const auto &[payee, sum] : bySize)
        parts << FundsTable::tr("%1 to %2")
                     .arg(words::money(MoneyRange{sum.low, sum.high}), document::nameOf(snapshot, OrganizationId(payee)));
    return parts;
}

} // namespace

QString claimText(const document::Snapshot &snapshot, const ClaimId &id)
{
    const Claim *claim = snapshot.index().claim(id);
    if (!claim)
        return {};
    QString line = text(claim->statement);
    if (!claim->sources.empty())
        if (const Source *source = snapshot.index().source(claim->sources.front()))
            line += QStringLiteral(" (%1, %2)").arg(text(source->publisher), text(claim->date.spoken()));
    return line;
}

QString leftOut(const document::Snapshot &snapshot, const analysis::Runway &runway)
{
    std::map<std::string, analysis::Sum> termless;
    std::map<std::string, int> unpublished;
    for (const analysis::Unscheduled &left : runway.unscheduled) {
        const Deal &deal = snapshot.dataset().deals[static_cast<std::size_t>(left.deal)];
        if (left.why == analysis::WhyUnscheduled::NoTerm && deal.value.published())
            termless[deal.payee->text()] += analysis::moneyOf(deal);
        else
            ++unpublished[deal.payee->text()];
    }
    const QStringList sums = sumsByPayee(snapshot, termless);
    QStringList names;
    int deals = 0;
    for (const auto &[payee, count] : unpublished) {
        names << document::nameOf(snapshot, OrganizationId(payee));
        deals += count;
    }
    QStringList parts;
    if (!sums.isEmpty())
        parts << FundsTable::tr("%1 without a full term").arg(words::listed(sums));
    if (deals > 0)
        parts << FundsTable::tr("%1 without an amount (%2)")
                     .arg(words::counted(deals, FundsTable::tr("deal"), FundsTable::tr("deals")), names.join(QStringLiteral(", ")));
    return words::listed(parts);
}

QString assumedTerms(const document::Snapshot &snapshot, const analysis::Runway &runway)
{
    std::map<std::string, analysis::Sum> sums;
    for (const int position : runway.assumed) {
        const Deal &deal = snapshot.dataset().deals[static_cast<std::size_t>(position)];
        sums[deal.payee->text()] += analysis::moneyOf(deal);
    }
    return sums.empty() ? QString() : FundsTable::tr("%1 over assumed terms").arg(words::listed(sumsByPayee(snapshot, sums)));
}

std::vector<int> payersWithTerms(const document::Snapshot &snapshot, std::span<const int> deals)
{
    std::map<int, Money> sums;
    for (const int position : deals) {
        const Deal &deal = snapshot.dataset().deals[static_cast<std::size_t>(position)];
        const Family family = familyOf(deal.flow);
        const bool payment = family == Family::Compute || family == Family::Hardware || family == Family::Energy;
        if (payment && deal.counted() && deal.moneyDirectionKnown() && deal.term.start && deal.term.end && deal.value.published())
            sums[snapshot.index().position(*deal.payer)] += deal.value.at(Bound::High);
    }
    std::vector<int> payers;
    for (const auto &[payer, sum] : sums)
        payers.push_back(payer);
    std::ranges::stable_sort(payers, std::greater(), [&](int payer) { return sums[payer]; });
    return payers;
}

void FundsTable::setParty(document::SnapshotPointer snapshot, std::vector<int> deals, const OrganizationId &party)
{
    m_snapshot = std::move(snapshot);
    m_deals = std::move(deals);
    m_party = party;
    suggest();
}

void FundsTable::suggest()
{
    if (!m_snapshot)
        return;
    beginResetModel();
    m_funds = analysis::suggestedFunds(m_snapshot->index(), m_deals, m_party, Bound::High, m_assumptions);
    follow();
    endResetModel();
}

void FundsTable::follow()
{
    m_runway = analysis::runway(m_snapshot->index(), m_deals, m_party, m_funds, m_surplus, m_assumptions);
}

void FundsTable::setAssumptions(const analysis::Assumptions &assumptions)
{
    if (assumptions == m_assumptions)
        return;
    m_assumptions = assumptions;
    if (!m_snapshot)
        return;
    beginResetModel();
    const std::vector<analysis::FundsYear> before =
        std::exchange(m_funds, analysis::suggestedFunds(m_snapshot->index(), m_deals, m_party, Bound::High, m_assumptions));
    for (analysis::FundsYear &year : m_funds) {
        const auto old = std::ranges::find(before, year.year, &analysis::FundsYear::year);
        if (old == before.end())
            continue;
        if (!old->revenueClaim && old->revenue > Money()) {
            year.revenue = old->revenue;
            year.revenueClaim.reset();
        }
        if (!old->cashClaim && old->fundingDeals.empty() && old->funding > Money()) {
            year.funding = old->funding;
            year.cashClaim.reset();
            year.fundingDeals.clear();
        }
    }
    follow();
    endResetModel();
}

void FundsTable::setSurplus(analysis::Surplus surplus)
{
    if (surplus == m_surplus)
        return;
    m_surplus = surplus;
    if (!m_snapshot || m_funds.empty())
        return;
    follow();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QStringList FundsTable::sources() const
{
    QStringList lines;
    std::set<std::string> seen;
    for (const analysis::FundsYear &year : m_funds)
        if (year.revenueClaim && seen.insert(year.revenueClaim->text()).second)
            lines << tr("Comes in: %1").arg(claimText(*m_snapshot, *year.revenueClaim));
    for (const analysis::FundsYear &year : m_funds)
        if (year.cashClaim)
            lines << tr("Cash, in %1: %2").arg(QString::number(year.year), claimText(*m_snapshot, *year.cashClaim));
    for (const analysis::FundsYear &year : m_funds)
        for (const int position : year.fundingDeals) {
            const Deal &deal = m_snapshot->dataset().deals[static_cast<std::size_t>(position)];
            if (seen.insert(deal.id.text()).second)
                lines << tr("Funding: %1").arg(document::titleOf(*m_snapshot, deal.id));
        }
    return lines;
}

int FundsTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::min(m_funds.size(), m_runway.years.size()));
}

int FundsTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags FundsTable::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() && editable(index.column()) ? base | Qt::ItemIsEditable : base;
}

QString FundsTable::textOf(const analysis::RunwayYear &year, const analysis::FundsYear &funds, int column) const
{
    const auto edited = [&](Money amount, bool suggested) {
        return amount > Money() || !suggested ? words::money(amount) + (suggested ? QString() : QStringLiteral(" *")) : QStringLiteral("–");
    };
    switch (column) {
    case YearColumn:
        return QString::number(year.year);
    case DueColumn:
        return words::money(analysis::rangeOf(year.obligations), u"–");
    case RevenueColumn:
        return edited(funds.revenue, funds.revenueClaim || funds.revenue == Money());
    case FundingColumn:
        return edited(funds.funding, funds.cashClaim || !funds.fundingDeals.empty() || funds.funding == Money());
    case GapColumn: {
        const Money low = std::max(Money(), year.gapLow);
        const Money high = std::max(Money(), year.gapHigh);
        return high > Money() ? words::money(MoneyRange{low, high}) : QStringLiteral("–");
    }
    default:
        return {};
    }
}

QString FundsTable::tipOf(const analysis::FundsYear &funds, int column) const
{
    if (column == RevenueColumn)
        return funds.revenueClaim ? claimText(*m_snapshot, *funds.revenueClaim) : tr("Assumed. Double click to change it.");
    if (column == FundingColumn) {
        QStringList titles;
        if (funds.cashClaim)
            titles << claimText(*m_snapshot, *funds.cashClaim);
        for (const int position : funds.fundingDeals)
            titles << document::titleOf(*m_snapshot, m_snapshot->dataset().deals[static_cast<std::size_t>(position)].id);
        return titles.isEmpty() ? tr("Assumed. Double click to change it.") : titles.join(u'\n');
    }
    return {};
}

QVariant FundsTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const analysis::FundsYear &funds = m_funds[row];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(m_runway.years[row], funds, index.column());
    case Qt::EditRole:
        return editable(index.column())
            ? QVariant(QString::number((index.column() == RevenueColumn ? funds.revenue : funds.funding).inBillions()))
            : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == YearColumn ? QVariant() : right();
    case Qt::ToolTipRole:
        return tipOf(funds, index.column());
    default:
        return {};
    }
}

bool FundsTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    Money amount;
    if (!index.isValid() || !editable(index.column()) || role != Qt::EditRole)
        return false;
    if (billionsOf(value.toString(), amount) == Typed::Nonsense)
        return false;
    analysis::FundsYear &funds = m_funds[static_cast<std::size_t>(index.row())];
    Money &cell = index.column() == RevenueColumn ? funds.revenue : funds.funding;
    if (cell == amount)
        return false;
    cell = amount;
    if (index.column() == RevenueColumn) {
        funds.revenueClaim.reset();
    } else {
        funds.fundingDeals.clear();
        funds.cashClaim.reset();
    }
    follow();
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, ColumnCount - 1));
    return true;
}

QVariant FundsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && section != YearColumn)
        return right();
    const QString titles[] = {tr("Year"), tr("Is to pay"), tr("Comes in"), tr("Funding"), tr("Missing so far")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace dealscape::models

#include "moc_fundstable.cpp"
