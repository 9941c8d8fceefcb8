// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/tablespanel.h"

#include "document/wording.h"
#include "files/replacement.h"
#include "models/issuestable.h"
#include "panels/filterbar.h"
#include "panels/parts.h"
#include "style/text.h"
#include "widgets/parts.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelection>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>

#include <algorithm>
#include <set>

namespace dealscape::panels {

namespace {

void dress(QTableView &table)
{
    table.setFont(style::font(style::FontRole::Figure));
    table.setSortingEnabled(true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    table.setAlternatingRowColors(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(26);
    table.horizontalHeader()->setFont(style::font(style::FontRole::SmallBold));
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setStretchLastSection(true);
    table.horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
}

QString keyOf(TableId id)
{
    static constexpr const char *keys[] = {"deals", "organizations", "sources", "claims", "issues"};
    return QString::fromLatin1(keys[static_cast<std::size_t>(id)]);
}

QString askForCsv(QWidget *parent, const QString &name)
{
    return QFileDialog::getSaveFileName(parent, RecordView::tr("Save the table"), QDir::home().filePath(name),
                                        RecordView::tr("CSV tables (*.csv)"));
}

void widen(QTableView &table)
{
    constexpr int widest = 320;
    table.resizeColumnsToContents();
    for (int column = 0; column < table.model()->columnCount(); ++column)
        table.setColumnWidth(column, std::min(table.columnWidth(column) + 12, widest));
}

} // namespace

RecordView::RecordView(document::Document &document, QAbstractItemModel *model, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_records(qobject_cast<models::RecordTable *>(model)),
      m_sorter(new models::RecordSorter(this)),
      m_head(new QHBoxLayout),
      m_filter(new QLineEdit(this)),
      m_table(new QTableView(this)),
      m_nothing(widgets::plainLabel({}, m_table->viewport(), style::FontRole::Body, QPalette::PlaceholderText)),
      m_chooser(askForCsv)
{
    model->setParent(this);
    m_sorter->setSourceModel(model);
    m_table->setModel(m_sorter);
    dress(*m_table);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    widen(*m_table);
    m_filter->setPlaceholderText(tr("Filter this table"));
    m_filter->setAccessibleName(tr("Filter this table"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(320);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 0, 0);
    column->setSpacing(8);
    m_head->setSpacing(8);
    m_head->addWidget(m_filter, 1);
    m_head->addStretch();
    auto *save = new LinkButton(tr("Save as CSV…"), style::FontRole::Small, this);
    save->setToolTip(tr("Write the rows and columns that are shown, for a spreadsheet"));
    m_head->addWidget(save);
    m_head->addSpacing(16);
    connect(save, &QAbstractButton::clicked, this, &RecordView::saveCsv);
    column->addLayout(m_head);
    column->addWidget(m_table, 1);

    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setAttribute(Qt::WA_TransparentForMouseEvents);
    (new QVBoxLayout(m_table->viewport()))->addWidget(m_nothing);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_sorter, signal, this, &RecordView::sayNothing);
    connect(m_sorter, &QAbstractItemModel::modelReset, this, &RecordView::sayNothing);
    connect(m_sorter, &QAbstractItemModel::layoutChanged, this, &RecordView::sayNothing);

    m_table->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_sorter->setWords(words);
        sayNothing();
    });
    sayNothing();
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this, &RecordView::headerMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RecordView::rowMenu);
    m_table->setAccessibleName(m_records ? m_records->name() : tableName(TableId::Issues));
    if (!m_records)
        return;
    connect(m_records, &QAbstractItemModel::modelAboutToBeReset, this, &RecordView::keepChosen);
    connect(m_sorter, &QAbstractItemModel::modelReset, this, &RecordView::restoreChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RecordView::chosen);
    connect(&document, &document::Document::changed, this, [this](document::Changes what) {
        if (what & (document::Changes(document::Change::Selected) | document::Change::Perspective | document::Change::Dataset))
            follow();
    });
    follow();
}

/// The window has a shortcut of these keys for the picture, and of two shortcuts neither would run.
bool RecordView::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_table && event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2 &&
        m_table->currentIndex().flags().testFlag(Qt::ItemIsEditable))
    {
        event->accept();
        return true;
    }
    if (watched != m_table || !key || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        copyRows();
    return true;
}

void RecordView::copyRows()
{
    QGuiApplication::clipboard()->setText(plainText());
}

void RecordView::chosen()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_following || !current.isValid())
        return;
    const document::Selection selection = m_records->selectionAt(m_sorter->mapToSource(current).row());
    if (!std::holds_alternative<std::monostate>(selection))
        m_document.select(selection);
}

void RecordView::narrow(const std::vector<Listing> &listings)
{
    m_listings = listings;
    follow();
}

void RecordView::narrowToSelected()
{
    const document::Selection &selection = m_document.selection();
    const auto *deal = std::get_if<DealId>(&selection);
    const auto chosen = std::ranges::find_if(m_listings, [&](const Listing &listing) {
        return deal ? std::ranges::count(listing.deals, *deal) > 0 : selection == document::Selection(listing.ribbon);
    });
    std::set<int> listed;
    if (chosen != m_listings.end())
        for (int row = 0; row < m_records->rowCount(); ++row)
            if (const document::Selection here = m_records->selectionAt(row); std::ranges::count(chosen->deals, std::get<DealId>(here)) > 0)
                listed.insert(m_records->index(row, 0).data(models::RecordTable::PositionRole).toInt());
    const int count = static_cast<int>(listed.size());
    showPill(count > 0 ? document::titleOf(*m_document.snapshot(), chosen->ribbon) : QString(), count);
    m_sorter->setOnly(count > 0 ? std::optional(std::move(listed)) : std::nullopt);
}

void RecordView::showPill(const QString &name, int listed)
{
    if (m_pill)
        m_pill->deleteLater();
    m_pill = nullptr;
    if (name.isEmpty())
        return;
    const int all = m_records->rowCount();
    m_pill = new ChipButton(
        tr("Only"), tr("%1 · %2 of %3").arg(name, QString::number(listed), QString::number(all)),
        [all] { return tr("lists all %1 deals in view").arg(all); }, ChipButton::Body::Removes, this);
    connect(m_pill, &ChipButton::removed, this, [this] { narrow({}); });
    m_head->insertWidget(1, m_pill);
}

void RecordView::sayNothing()
{
    m_nothing->setVisible(m_sorter->rowCount() == 0);
    if (m_nothing->isHidden())
        return;
    if (m_sorter->sourceModel()->rowCount() > 0)
        m_nothing->setText(tr("No row holds “%1”").arg(m_filter->text().simplified()));
    else if (!m_records)
        m_nothing->setText(tr("No issues"));
    else if (m_document.perspective().asReported && m_records->name() == tableName(TableId::Deals))
        m_nothing->setText(
            tr("As reported, the picture shows what the article said, and no deals. Click an edge to read which deals correct it."));
    else
        m_nothing->setText(tr("No %1 in view").arg(m_records->name().toLower()));
}

void RecordView::follow()
{
    m_following = true;
    narrowToSelected();
    const QModelIndex row = m_sorter->mapFromSource(m_records->index(m_records->rowOf(m_document.selection()), 0));
    const QModelIndex current = m_table->currentIndex();
    const document::Selection here =
        current.isValid() ? m_records->selectionAt(m_sorter->mapToSource(current).row()) : document::Selection();
    // Several rows may stand for one selection, as claims about one organisation do.
    if (current.isValid() && !std::holds_alternative<std::monostate>(here) && here == m_document.selection() &&
        m_table->selectionModel()->isRowSelected(current.row()))
    {
        m_following = false;
        return;
    }
    if (!row.isValid()) {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    } else if (row.row() != current.row()) {
        m_table->selectRow(row.row());
        m_table->scrollTo(row);
    }
    m_following = false;
}

void RecordView::hold(const std::vector<DealId> &deals)
{
    if (!m_records)
        return;
    if (deals.empty()) {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        follow();
        return;
    }
    m_following = true;
    const std::set<DealId> wanted(deals.begin(), deals.end());
    QItemSelection rows;
    for (int row = 0; row < m_sorter->rowCount(); ++row) {
        const QModelIndex index = m_sorter->index(row, 0);
        const document::Selection here = m_records->selectionAt(m_sorter->mapToSource(index).row());
        if (const auto *deal = std::get_if<DealId>(&here); deal && wanted.contains(*deal))
            rows.select(index, index);
    }
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    if (!chosen.isEmpty())
        m_table->scrollTo(*std::min_element(chosen.begin(), chosen.end()));
    m_following = false;
}

std::vector<document::RecordKey> RecordView::chosenRecords() const
{
    std::vector<document::RecordKey> keys;
    for (const int row : chosenRows())
        if (const QVariant key = m_sorter->index(row, 0).data(models::RecordTable::KeyRole); key.isValid())
            keys.push_back(key.value<document::RecordKey>());
    return keys;
}

void RecordView::keepChosen()
{
    m_kept = chosenRecords();
    const QModelIndex current = m_table->currentIndex();
    const QVariant key = current.data(models::RecordTable::KeyRole);
    m_keptCurrent = key.isValid() ? std::optional(key.value<document::RecordKey>()) : std::nullopt;
    m_keptColumn = current.column();
}

/// One row alone is chosen again by what the document has selected.
void RecordView::restoreChosen()
{
    if (!m_keptCurrent)
        return;
    m_following = true;
    QItemSelection rows;
    for (int row = 0; row < m_sorter->rowCount(); ++row) {
        const QModelIndex index = m_sorter->index(row, 0);
        const auto key = index.data(models::RecordTable::KeyRole).value<document::RecordKey>();
        if (key == *m_keptCurrent)
            m_table->selectionModel()->setCurrentIndex(index.siblingAtColumn(m_keptColumn), QItemSelectionModel::NoUpdate);
        if (std::ranges::find(m_kept, key) != m_kept.end())
            rows.select(index, index);
    }
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_following = false;
}

QList<int> RecordView::shownColumns() const
{
    QList<int> columns;
    const QHeaderView &header = *m_table->horizontalHeader();
    for (int place = 0; place < header.count(); ++place)
        if (!header.isSectionHidden(header.logicalIndex(place)))
            columns << header.logicalIndex(place);
    return columns;
}

QList<int> RecordView::chosenRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

QString RecordView::csv() const
{
    return models::asCsv(*m_sorter, {}, shownColumns());
}

QString RecordView::plainText() const
{
    return models::asText(*m_sorter, chosenRows(), shownColumns());
}

QByteArray RecordView::columns() const
{
    return QByteArray::number(m_sorter->columnCount()) + ' ' + m_table->horizontalHeader()->saveState();
}

void RecordView::setColumns(const QByteArray &columns)
{
    const qsizetype end = columns.indexOf(' ');
    if (end > 0 && columns.left(end).toInt() == m_sorter->columnCount())
        m_table->horizontalHeader()->restoreState(columns.mid(end + 1));
}

void RecordView::fillColumns(QMenu &menu)
{
    for (int column = 0; column < m_sorter->columnCount(); ++column) {
        QAction *entry = menu.addAction(m_sorter->headerData(column, Qt::Horizontal).toString());
        entry->setCheckable(true);
        entry->setChecked(!m_table->isColumnHidden(column));
        entry->setEnabled(m_table->isColumnHidden(column) || shownColumns().size() > 1);
        connect(entry, &QAction::toggled, this, [this, column](bool shown) { m_table->setColumnHidden(column, !shown); });
    }
}

void RecordView::headerMenu(QPoint at)
{
    QMenu menu(this);
    fillColumns(menu);
    menu.exec(m_table->horizontalHeader()->mapToGlobal(at));
}

void RecordView::rowMenu(QPoint at)
{
    QMenu menu(this);
    const QModelIndex current = m_table->currentIndex();
    if (const QVariant key = current.data(models::RecordTable::KeyRole); key.isValid()) {
        const auto rows = static_cast<int>(chosenRows().size());
        const QString cell = m_sorter->headerData(current.column(), Qt::Horizontal).toString();
        QAction *edit = menu.addAction(rows > 1 ? tr("Set “%1” of %2 rows").arg(cell, QString::number(rows)) : tr("Edit “%1”").arg(cell));
        edit->setEnabled(current.flags().testFlag(Qt::ItemIsEditable));
        connect(edit, &QAction::triggered, this, [this, index = QPersistentModelIndex(current)] { m_table->edit(index); });
        connect(menu.addAction(tr("Edit record…")), &QAction::triggered, this,
                [this, key] { Q_EMIT recordWanted(key.value<document::RecordKey>()); });
        menu.addSeparator();
    }
    connect(menu.addAction(tr("Copy rows")), &QAction::triggered, this, &RecordView::copyRows);
    connect(menu.addAction(tr("Copy table as CSV")), &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(csv()); });
    connect(menu.addAction(tr("Save table as CSV…")), &QAction::triggered, this, &RecordView::saveCsv);
    fillColumns(*menu.addMenu(tr("Columns")));
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

void RecordView::saveCsv()
{
    const QString name = m_records ? m_records->name().toLower() : tr("issues");
    const QString path = m_chooser(this, name + QStringLiteral(".csv"));
    if (path.isEmpty())
        return;
    const auto written = files::replace(QFile::encodeName(path).toStdString(), csv().toStdString());
    if (written) {
        Q_EMIT wrote({QFileInfo(path).absoluteFilePath()});
        return;
    }
    widgets::warn(this, tr("Not saved"), tr("%1 could not be written: %2").arg(path, QString::fromStdString(written.error())));
}

TablesPanel::TablesPanel(document::Document &document, QWidget *parent) : QStackedWidget(parent), m_document(document)
{
    setBackgroundRole(QPalette::AlternateBase);
    setAccessibleName(tr("Tables of records"));
}

void TablesPanel::open(TableId id)
{
    RecordView *&view = m_views[static_cast<std::size_t>(id)];
    if (!view) {
        static constexpr models::Recipe (*recipes[])() = {models::dealsRecipe, models::organizationsRecipe, models::sourcesRecipe,
                                                          models::claimsRecipe};
        QAbstractItemModel *model = id == TableId::Issues ? static_cast<QAbstractItemModel *>(new models::IssuesTable(m_document))
                                                          : new models::RecordTable(m_document, recipes[static_cast<std::size_t>(id)]());
        view = new RecordView(m_document, model, this);
        addWidget(view);
        view->setColumns(m_columns.value(keyOf(id)).toByteArray());
        if (!m_held.empty())
            view->hold(m_held);
        connect(view, &RecordView::wrote, this, &TablesPanel::wrote);
        Q_EMIT made(view);
    }
    setCurrentWidget(view);
}

QVariantMap TablesPanel::columns() const
{
    QVariantMap columns = m_columns;
    for (int id = 0; id < tableCount; ++id)
        if (const RecordView *view = m_views[static_cast<std::size_t>(id)])
            columns.insert(keyOf(static_cast<TableId>(id)), view->columns());
    return columns;
}

void TablesPanel::setColumns(const QVariantMap &columns)
{
    m_columns = columns;
    for (int id = 0; id < tableCount; ++id)
        if (RecordView *view = m_views[static_cast<std::size_t>(id)])
            view->setColumns(m_columns.value(keyOf(static_cast<TableId>(id))).toByteArray());
}

void TablesPanel::hold(const std::vector<int> &deals)
{
    std::vector<DealId> held;
    for (const int deal : deals)
        held.push_back(m_document.dataset().deals[static_cast<std::size_t>(deal)].id);
    if (held == m_held)
        return;
    m_held = std::move(held);
    for (RecordView *view : m_views)
        if (view)
            view->hold(m_held);
}

void TablesPanel::narrow(const std::vector<Listing> &listings)
{
    open(TableId::Deals);
    current()->narrow(listings);
}

RecordView *TablesPanel::current() const
{
    return qobject_cast<RecordView *>(currentWidget());
}

int recordCount(const document::Document &document, TableId id)
{
    switch (id) {
    case TableId::Deals:
        return static_cast<int>(document.network().deals.size());
    case TableId::Organizations:
        return static_cast<int>(document.network().nodes.size());
    case TableId::Sources:
        return document.network().sources;
    case TableId::Claims:
        return static_cast<int>(document.dataset().claims.size());
    case TableId::Issues:
        return static_cast<int>(document.report().issues.size());
    }
    return 0;
}

QString tableName(TableId id)
{
    const QString names[] = {TablesPanel::tr("Deals"), TablesPanel::tr("Organisations"), TablesPanel::tr("Sources"),
                             TablesPanel::tr("Claims"), TablesPanel::tr("Issues")};
    return names[static_cast<std::size_t>(id)];
}

} // namespace dealscape::panels

#include "moc_tablespanel.cpp"
