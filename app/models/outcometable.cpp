// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outcometable.h"

#include "document/wording.h"
#include "models/fundstable.h"
#include "words/numbers.h"

#include <algorithm>
#include <cmath>

namespace dealscape::models {

namespace {

/// Where an input comes from, in words; funds name their claims.
QString basisOf(const document::Snapshot &snapshot, const analysis::Input &input, bool funds)
{
    switch (input.basis) {
    case analysis::InputBasis::Valuation:
        return InputTable::tr("its valuation in the dataset");
    case analysis::InputBasis::Disclosed: {
        QStringList claims;
        for (const ClaimId &id : input.claims)
            claims << claimText(snapshot, id);
        const QString all = claims.join(QStringLiteral("; "));
        return input.years > 0 ? InputTable::tr("as disclosed, what comes in taken over %1: %2")
                                     .arg(words::counted(input.years, InputTable::tr("year"), InputTable::tr("years")), all)
                               : InputTable::tr("as disclosed: %1").arg(all);
    }
    case analysis::InputBasis::Set:
        return InputTable::tr("set by hand");
    case analysis::InputBasis::None:
        break;
    }
    return funds ? InputTable::tr("not disclosed: taken to pay in full") : InputTable::tr("not known: no result is given");
}

} // namespace

Typed billionsOf(const QString &text, Money &amount)
{
    QString plain = text.trimmed();
    if (plain.startsWith(u'$'))
        plain.remove(0, 1);
    if (plain.endsWith(u'B', Qt::CaseInsensitive))
        plain.chop(1);
    plain = plain.trimmed();
    if (plain.isEmpty())
        return Typed::Nothing;
    bool number = false;
    const double billions = plain.toDouble(&number);
    if (!number || !(billions >= 0 && billions <= Money::maximum().inBillions()))
        return Typed::Nonsense;
    amount = Money(std::llround(billions * 1e9));
    return Typed::Amount;
}

void OutcomeTable::setRows(std::vector<reports::OutcomeRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int OutcomeTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OutcomeTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutcomeTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const reports::OutcomeRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto percent = std::lround(100 * row.lost);
    const QString lost =
        percent == 0 ? QStringLiteral("–") : QStringLiteral("%1%2 %").arg(QChar(percent > 0 ? u'−' : u'+')).arg(std::abs(percent));
    switch (role) {
    case Qt::DisplayRole: {
        const QString texts[] = {row.name, row.before, row.after, lost};
        return texts[index.column()];
    }
    case LostRole:
        return row.lost;
    case Qt::TextAlignmentRole:
        return index.column() == NameColumn ? QVariant() : right();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString all = tr("%1: before %2, after %3, %4").arg(row.name, row.before, row.after, lost);
        return row.note.isEmpty() ? all : all + QStringLiteral(". ") + row.note;
    }
    default:
        return {};
    }
}

QVariant OutcomeTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && section != NameColumn)
        return right();
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {{}, tr("Before"), tr("After"), tr("Change")};
    return titles[section];
}

void InputTable::setRows(document::SnapshotPointer snapshot, std::vector<reports::InputRow> rows)
{
    const bool same = m_snapshot == snapshot && std::ranges::equal(m_rows, rows, {}, &reports::InputRow::party, &reports::InputRow::party);
    m_snapshot = std::move(snapshot);
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int InputTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InputTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags InputTable::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() != NameColumn ? base | Qt::ItemIsEditable : base;
}

QVariant InputTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const reports::InputRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const QString name = document::nameOf(*m_snapshot, row.party);
    if (role == Qt::TextAlignmentRole)
        return index.column() == NameColumn ? QVariant() : right();
    if (index.column() == NameColumn) {
        if (role == Qt::ToolTipRole)
            return tr("%1 is to pay %2 and to receive %3 in this network").arg(name, words::money(row.pays), words::money(row.receives));
        return role == Qt::DisplayRole ? QVariant(name) : QVariant();
    }
    const analysis::Input &input = index.column() == OutsideColumn ? row.inputs.outside : row.inputs.equity;
    switch (role) {
    case Qt::DisplayRole:
        return input.amount ? words::money(*input.amount) + (input.basis == analysis::InputBasis::Set ? QStringLiteral(" *") : QString())
            : index.column() == OutsideColumn ? tr("enough")
                                              : QStringLiteral("?");
    case Qt::EditRole:
        return input.amount ? QString::number(input.amount->inBillions()) : QString();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3, %4")
            .arg(name, index.column() == OutsideColumn ? tr("funds from outside") : tr("own capital"),
                 input.amount ? words::money(*input.amount) : tr("none"), basisOf(*m_snapshot, input, index.column() == OutsideColumn));
    default:
        return {};
    }
}

bool InputTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() == NameColumn || role != Qt::EditRole)
        return false;
    Money amount;
    const Typed typed = billionsOf(value.toString(), amount);
    if (typed == Typed::Nonsense)
        return false;
    reports::InputRow &row = m_rows[static_cast<std::size_t>(index.row())];
    analysis::Input &input = index.column() == OutsideColumn ? row.inputs.outside : row.inputs.equity;
    const analysis::Input next = typed == Typed::Amount ? analysis::Input{amount, analysis::InputBasis::Set}
                                                        : analysis::Input{std::nullopt, analysis::InputBasis::None};
    if (next.amount == input.amount)
        return false;
    input = next;
    Q_EMIT dataChanged(index, index);
    Q_EMIT inputEdited(row.party, row.inputs);
    return true;
}

QVariant InputTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && section != NameColumn)
        return right();
    const QString titles[] = {tr("Party"), tr("From outside"), tr("Own capital")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace dealscape::models

#include "moc_outcometable.cpp"
