// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importing/importtables.h"

#include <QFont>
#include <QPalette>

#include <algorithm>

namespace dealscape::importing {

namespace {

using exchange::Finding;
using exchange::Outcome;

QString fromFile(const std::string &text)
{
    return QString::fromStdString(text);
}

/// One line of a text of any length.
QString oneLine(const std::string &text)
{
    QString line = fromFile(text).left(300);
    for (QChar &c : line)
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    return line;
}

} // namespace

std::pair<std::size_t, std::size_t> ImportState::place(std::size_t flat) const
{
    for (std::size_t i = 0; i < inputs->size(); ++i) {
        const std::size_t count = (*inputs)[i].book.tables.size();
        if (flat < count)
            return {i, flat};
        flat -= count;
    }
    return {0, 0};
}

const sheets::Table &ImportState::table(std::size_t flat) const
{
    const auto [input, index] = place(flat);
    return (*inputs)[input].book.tables[index];
}

QString ImportState::nameOf(std::size_t flat) const
{
    const auto [input, index] = place(flat);
    const exchange::Input &file = (*inputs)[input];
    return file.book.tables.size() == 1 ? oneLine(file.name)
                                        : oneLine(file.name) + QStringLiteral(", ") + oneLine(file.book.tables[index].name);
}

bool ImportState::setCell(std::size_t flat, std::size_t row, std::size_t column, const std::string &text)
{
    if (table(flat).at(row, column).text == text)
        return false;
    const auto put = [&](sheets::Row &into) {
        if (into.cells.size() <= column)
            into.cells.resize(column + 1);
        into.cells[column] = sheets::textCell(text);
    };
    auto changed = std::make_shared<std::vector<exchange::Input>>(*inputs);
    const auto [input, index] = place(flat);
    sheets::Row &mine = (*changed)[input].book.tables[index].rows[row];
    put(mine);
    if (const auto all = whole.find(flat); all != whole.end())
        for (sheets::Row &each : all->second.rows)
            if (each.number == mine.number)
                put(each);
    inputs = std::move(changed);
    return true;
}

void ImportState::choose(std::size_t flat, const sheets::Range &range)
{
    const auto [input, index] = place(flat);
    auto changed = std::make_shared<std::vector<exchange::Input>>(*inputs);
    sheets::Table &mine = (*changed)[input].book.tables[index];
    const sheets::Table &all = whole.try_emplace(flat, mine).first->second;
    mine = sheets::cut(all, range);
    ranges[flat] = range;
    inputs = std::move(changed);
    renew(flat);
}

void ImportState::replace(std::size_t input, exchange::Input read)
{
    std::size_t first = 0;
    for (std::size_t i = 0; i < input; ++i)
        first += (*inputs)[i].book.tables.size();
    auto changed = std::make_shared<std::vector<exchange::Input>>(*inputs);
    const std::size_t count = (*changed)[input].book.tables.size();
    (*changed)[input] = std::move(read);
    inputs = std::move(changed);
    for (std::size_t flat = first; flat < first + count; ++flat) {
        whole.erase(flat);
        ranges.erase(flat);
        renew(flat);
    }
}

void ImportState::renew(std::size_t flat)
{
    mapping.tables[flat] = exchange::guess(table(flat));
    for (auto *decided : {&rows.leftOut, &rows.kept})
        std::erase_if(*decided, [flat](const exchange::RowKey &key) { return key.first == flat; });
}

ImportTable::ImportTable(ImportState &state, QObject *parent) : QAbstractTableModel(parent), m_state(state) {}

void ImportTable::show(std::size_t flat)
{
    beginResetModel();
    m_flat = flat;
    endResetModel();
}

void ImportTable::refresh()
{
    if (rowCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int ImportTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_state.tables() ? 0 : static_cast<int>(m_state.table(m_flat).rows.size());
}

int ImportTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_state.tables() ? 0 : static_cast<int>(m_state.table(m_flat).columns) + 1;
}

Outcome ImportTable::outcome(int row) const
{
    if (!m_state.plan || m_flat >= m_state.plan->outcomes.size() || static_cast<std::size_t>(row) >= m_state.plan->outcomes[m_flat].size())
        return Outcome::None;
    return m_state.plan->outcomes[m_flat][static_cast<std::size_t>(row)];
}

bool ImportTable::isHeader(int row) const
{
    return row <= m_state.mapping.tables[m_flat].header;
}

QVariant ImportTable::data(const QModelIndex &index, int role) const
{
    const Outcome became = outcome(index.row());
    const bool used = became == Outcome::Made || became == Outcome::Updated || became == Outcome::Unchanged;
    if (index.column() == 0) {
        if (role == Qt::CheckStateRole && !isHeader(index.row()) && became != Outcome::None)
            return used ? Qt::Checked : Qt::Unchecked;
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        switch (became) {
        case Outcome::Made:
            return tr("made");
        case Outcome::Updated:
            return tr("changes a record");
        case Outcome::Unchanged:
            return tr("there already");
        case Outcome::Skipped:
            return tr("skipped");
        case Outcome::LeftOut:
            return tr("left out");
        case Outcome::None:
            break;
        }
        if (index.row() == m_state.mapping.tables[m_flat].header)
            return tr("header");
        return isHeader(index.row()) ? tr("above the header") : QString();
    }
    const sheets::Cell &cell =
        m_state.table(m_flat).at(static_cast<std::size_t>(index.row()), static_cast<std::size_t>(fileColumn(index.column())));
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(cell.text);
    case Qt::EditRole:
        return fromFile(cell.text);
    case Qt::TextAlignmentRole:
        return cell.kind == sheets::CellKind::Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
        return used || (became == Outcome::None && !isHeader(index.row())) ? QVariant()
                                                                           : QVariant(QPalette().brush(QPalette::Disabled, QPalette::Text));
    case Qt::FontRole: {
        QFont font;
        font.setBold(index.row() == m_state.mapping.tables[m_flat].header);
        return font;
    }
    default:
        return {};
    }
}

QVariant ImportTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool tip = role == Qt::ToolTipRole && orientation == Qt::Horizontal && section > 0;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && !tip)
        return {};
    if (orientation == Qt::Vertical)
        return static_cast<int>(m_state.table(m_flat).rows[static_cast<std::size_t>(section)].number);
    if (section == 0)
        return tr("Becomes");
    const exchange::ColumnMap &column = m_state.mapping.tables[m_flat].columns[static_cast<std::size_t>(fileColumn(section))];
    if (tip)
        return oneLine(column.evidence);
    const QString meaning =
        QString::fromLatin1(exchange::info(column.role).label.data(), static_cast<qsizetype>(exchange::info(column.role).label.size()));
    return oneLine(column.header) + QLatin1Char('\n') + meaning + (column.asks ? QStringLiteral(" ? \u25BE") : QStringLiteral(" \u25BE"));
}

Qt::ItemFlags ImportTable::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == 0 && !isHeader(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() > 0 && !isHeader(index.row()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ImportTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const exchange::RowKey key{m_flat, static_cast<std::size_t>(index.row())};
    if (role == Qt::CheckStateRole && index.column() == 0) {
        if (value.toInt() == Qt::Checked) {
            m_state.rows.leftOut.erase(key);
            m_state.rows.kept.insert(key);
        } else {
            m_state.rows.kept.erase(key);
            m_state.rows.leftOut.insert(key);
        }
    } else if (role == Qt::EditRole && index.column() > 0) {
        if (!m_state.setCell(m_flat, static_cast<std::size_t>(index.row()), static_cast<std::size_t>(fileColumn(index.column())),
                             value.toString().toStdString()))
            return false;
    } else {
        return false;
    }
    Q_EMIT dataChanged(index, index);
    Q_EMIT decided();
    return true;
}

ImportIssues::ImportIssues(const ImportState &state, QObject *parent) : QAbstractTableModel(parent), m_state(state) {}

void ImportIssues::refresh()
{
    beginResetModel();
    m_order.clear();
    if (m_state.plan) {
        for (std::size_t i = 0; i < m_state.plan->findings.size(); ++i)
            m_order.push_back(i);
        std::stable_sort(m_order.begin(), m_order.end(), [this](std::size_t a, std::size_t b) {
            return m_state.plan->findings[a].weight > m_state.plan->findings[b].weight;
        });
    }
    endResetModel();
}

int ImportIssues::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QVariant ImportIssues::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Finding &finding = at(index.row());
    if (role == Qt::ToolTipRole && index.column() < 2)
        return oneLine(finding.value);
    if (index.column() == 0) {
        const QString column = finding.column ? fromFile(sheets::columnLetters(finding.column - 1)) : QString();
        return finding.row ? column + QString::number(finding.row) : tr("file");
    }
    if (index.column() == 1)
        return oneLine(finding.value);
    const QString reason = oneLine(finding.reason);
    switch (finding.weight) {
    case Finding::Weight::Skip:
        return tr("Skipped: %1").arg(reason);
    case Finding::Weight::Loss:
        return tr("Not taken: %1").arg(reason);
    case Finding::Weight::Doubt:
        return tr("Doubtful: %1").arg(reason);
    case Finding::Weight::Remark:
        break;
    }
    return reason;
}

QVariant ImportIssues::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Cell") : section == 1 ? tr("Value") : tr("What to know");
}

ImportNames::ImportNames(ImportState &state, QObject *parent) : QAbstractTableModel(parent), m_state(state) {}

void ImportNames::refresh()
{
    beginResetModel();
    m_pairs.clear();
    for (const exchange::Merge &merge : m_state.mapping.choices.merges)
        m_pairs.push_back({merge, 1, true});
    if (m_state.plan)
        for (const exchange::MergeOffer &offer : m_state.plan->offers)
            m_pairs.push_back({{m_state.plan->parties[offer.other].name, m_state.plan->parties[offer.keep].name}, offer.score, false});
    endResetModel();
}

int ImportNames::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

QVariant ImportNames::data(const QModelIndex &index, int role) const
{
    const Pair &pair = m_pairs[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == 0)
        return pair.taken ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 2)
        return pair.taken ? tr("merged") : tr("%1 % alike").arg(static_cast<int>(100 * pair.score));
    return oneLine(index.column() == 0 ? pair.merge.other : pair.merge.keep);
}

QVariant ImportNames::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Merge") : section == 1 ? tr("into") : tr("How alike");
}

Qt::ItemFlags ImportNames::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (index.column() == 0 ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

bool ImportNames::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != 0)
        return false;
    Pair &pair = m_pairs[static_cast<std::size_t>(index.row())];
    auto &merges = m_state.mapping.choices.merges;
    std::erase(merges, pair.merge);
    pair.taken = value.toInt() == Qt::Checked;
    if (pair.taken)
        merges.push_back(pair.merge);
    Q_EMIT dataChanged(index, index);
    Q_EMIT decided();
    return true;
}

} // namespace dealscape::importing

#include "moc_importtables.cpp"
