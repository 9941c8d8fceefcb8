// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "models/recordsorter.h"
#include "models/recordtable.h"

#include <QStackedWidget>
#include <QVariantMap>

#include <array>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QTableView;

namespace dealscape::panels {

class ChipButton;

enum class TableId { Deals, Organizations, Sources, Claims, Issues };
inline constexpr int tableCount = static_cast<int>(TableId::Issues) + 1;

/// Deals that are listed together while the ribbon, or one of them, is selected.
struct Listing {
    document::EdgeKey ribbon;
    std::vector<DealId> deals;
};

/// One table with a field that filters it: sorted by a click on a header, columns chosen from the menu of header or rows, rows
/// copied as text and saved as CSV. Choosing a row selects its record in the document, and the other way round.
class RecordView : public QWidget {
    Q_OBJECT

public:
    RecordView(document::Document &document, QAbstractItemModel *model, QWidget *parent = nullptr);

    QTableView &table() { return *m_table; }
    /// Chooses the rows of these deals, where there are any in the table; what the document has selected when there are none.
    void hold(const std::vector<DealId> &deals);
    /// Lists the deals of one of these alone, and says so in a pill, while it is selected; whatever else is selected by hand, by Back
    /// or by Forward brings every row. A click on the pill ends it, and so does an empty list.
    void narrow(const std::vector<Listing> &listings);
    /// Rows chosen together, and among them the current one, as records of the dataset.
    std::vector<document::RecordKey> chosenRecords() const;
    /// The chosen rows, or all of them, in the order shown and with the columns shown.
    QString csv() const;
    QString plainText() const;
    /// Which columns are shown, in which order and width, and what sorts the rows; for setColumns() of a table of the same kind.
    /// One of another number of columns is ignored.
    QByteArray columns() const;
    void setColumns(const QByteArray &columns);
    /// Asks for the path of a file, given a name for it; empty for none.
    using Chooser = std::function<QString(QWidget *parent, const QString &name)>;
    void setChooser(Chooser chooser) { m_chooser = std::move(chooser); }

Q_SIGNALS:
    /// A file was written, by its absolute path.
    void wrote(const QStringList &paths);
    /// Somebody wants the form of a row's record.
    void recordWanted(const dealscape::document::RecordKey &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void copyRows();
    void fillColumns(QMenu &menu);
    void headerMenu(QPoint at);
    void rowMenu(QPoint at);
    void saveCsv();
    void chosen();
    void follow();
    void narrowToSelected();
    void keepChosen();
    void restoreChosen();
    void showPill(const QString &name, int listed);
    void sayNothing();
    QList<int> shownColumns() const;
    QList<int> chosenRows() const;

    document::Document &m_document;
    models::RecordTable *m_records;
    models::RecordSorter *m_sorter;
    QBoxLayout *m_head;
    QLineEdit *m_filter;
    QTableView *m_table;
    /// Says why no row is there.
    QLabel *m_nothing;
    Chooser m_chooser;
    ChipButton *m_pill = nullptr;
    std::vector<Listing> m_listings;
    bool m_following = false;
    /// What was chosen when the rows were about to be made anew, and the column of the current one.
    std::vector<document::RecordKey> m_kept;
    std::optional<document::RecordKey> m_keptCurrent;
    int m_keptColumn = 0;
};

/// All tables of the document, each made when it is first shown.
class TablesPanel : public QStackedWidget {
    Q_OBJECT

public:
    explicit TablesPanel(document::Document &document, QWidget *parent = nullptr);

    void open(TableId id);
    RecordView *current() const;
    /// The columns of every table that was ever shown, by a name that stays the same; for the next run.
    QVariantMap columns() const;
    void setColumns(const QVariantMap &columns);
    /// Deals that are chosen together elsewhere, by their positions: their rows are chosen too, now or when the table is opened.
    void hold(const std::vector<int> &deals);
    /// Opens the deals and lists those of the one of these that is selected; see RecordView::narrow().
    void narrow(const std::vector<Listing> &listings);
    QSize sizeHint() const override { return {800, 280}; }

Q_SIGNALS:
    /// A table is shown for the first time.
    void made(dealscape::panels::RecordView *view);
    void wrote(const QStringList &paths);

private:
    document::Document &m_document;
    std::array<RecordView *, tableCount> m_views{};
    QVariantMap m_columns;
    std::vector<DealId> m_held;
};

/// How many records a table has now, without making it.
int recordCount(const document::Document &document, TableId id);
QString tableName(TableId id);

} // namespace dealscape::panels
