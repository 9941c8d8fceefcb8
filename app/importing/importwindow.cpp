// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importing/importwindow.h"

#include "export/filing.h"
#include "picture/picture.h"
#include "style/theme.h"
#include "widgets/look.h"
#include "widgets/parts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace dealscape::importing {

namespace {

using exchange::Role;
using Use = exchange::TableMap::Use;

constexpr QSize pictureSize(420, 280);
constexpr std::size_t mostDrawn = 400;

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// What comes of the rows, small, without words around it.
QImage pictureOf(const Dataset &dataset, style::ThemeKind theme, const Progress &progress)
{
    if (dataset.deals.empty() || dataset.organizations.size() > mostDrawn)
        return {};
    const Index index(dataset);
    picture::PictureRequest request;
    request.perspective = dataset.opening;
    request.theme = theme;
    request.pixels = pictureSize * 2;
    request.magnification = 1;
    request.parts = {};
    return picture::render(picture::picture(index, request, progress), request, progress);
}

QTableView *listView(QAbstractItemModel *model, QWidget *parent)
{
    auto *view = new QTableView(parent);
    view->setModel(model);
    view->verticalHeader()->hide();
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->verticalHeader()->setDefaultSectionSize(24);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setDefaultSectionSize(90);
    view->horizontalHeader()->setStretchLastSection(true);
    return view;
}

} // namespace

ImportWindow::ImportWindow(std::vector<exchange::Input> inputs, exchange::Mapping mapping, document::SnapshotPointer open, QWidget *parent,
                           Recall recall)
    : QDialog(parent),
      m_open(std::move(open)),
      m_recall(std::move(recall)),
      m_table(new ImportTable(m_state, this)),
      m_issues(new ImportIssues(m_state, this)),
      m_names(new ImportNames(m_state, this))
{
    setWindowTitle(tr("Import"));
    m_state.inputs = std::make_shared<std::vector<exchange::Input>>(std::move(inputs));
    m_state.mapping = std::move(mapping);
    m_view = new QTableView(this);
    m_view->setModel(m_table);
    m_view->setAccessibleName(tr("Rows of the table"));
    m_view->setWordWrap(false);
    m_view->verticalHeader()->setDefaultSectionSize(24);
    m_view->horizontalHeader()->setSectionsClickable(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setMaximumSectionSize(280);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, &ImportWindow::showRoles);
    connect(m_table, &ImportTable::decided, this, &ImportWindow::recompute);
    connect(m_names, &ImportNames::decided, this, &ImportWindow::recompute);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_view);
    splitter->addWidget(makeSide());
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    auto *all = new QVBoxLayout(this);
    all->addWidget(makeTop());
    all->addWidget(splitter, 1);
    all->addWidget(makeBottom());
    resize(QSize(1280, 760).boundedTo(screen()->availableSize() - QSize(40, 60)));
    int first = 0;
    while (first + 1 < static_cast<int>(m_state.tables()) && m_state.mapping.tables[static_cast<std::size_t>(first)].use != Use::Deals)
        ++first;
    m_which->setCurrentIndex(first);
    showTable(first);
    recompute();
}

QWidget *ImportWindow::makeWays(QWidget *parent)
{
    auto *ways = new QWidget(parent);
    auto *row = new QHBoxLayout(ways);
    row->setContentsMargins(0, 0, 0, 0);
    m_encoding = new QComboBox(ways);
    m_encoding->setAccessibleName(tr("Encoding of the text"));
    m_encoding->addItem(QString());
    for (const char *name : {"UTF-8", "UTF-16", "Windows-1252", "Windows-1250", "Windows-1251", "ISO-8859-15", "IBM850", "macintosh",
                             "Shift_JIS", "GB18030", "Big5"})
        m_encoding->addItem(QString::fromLatin1(name), QString::fromLatin1(name));
    m_delimiter = new QComboBox(ways);
    m_delimiter->setAccessibleName(tr("Character between columns"));
    m_delimiter->addItem(QString(), QChar());
    for (const auto &[text, sign] : std::initializer_list<std::pair<QString, char16_t>>{
             {tr("Comma ,"), u','}, {tr("Semicolon ;"), u';'}, {tr("Tab"), u'\t'}, {tr("Bar |"), u'|'}})
        m_delimiter->addItem(text, QChar(sign));
    m_cells = new QLineEdit(ways);
    m_cells->setAccessibleName(tr("Cells to use"));
    m_cells->setPlaceholderText(tr("All cells, or B3:F40"));
    m_cells->setToolTip(tr("Which cells hold the table: B3:F40, the columns B:F, the rows 3:40, or B3 for what begins there"));
    m_cells->setFixedWidth(170);
    for (QWidget *each : std::initializer_list<QWidget *>{m_encoding, m_delimiter, m_cells})
        row->addWidget(each);
    const auto again = [this] { readAs(m_encoding->currentData().toString(), m_delimiter->currentData().toChar().toLatin1()); };
    connect(m_encoding, &QComboBox::activated, this, again);
    connect(m_delimiter, &QComboBox::activated, this, again);
    connect(m_cells, &QLineEdit::editingFinished, this, [this] {
        if (!chooseCells(m_cells->text()))
            m_reading->setText(tr("\"%1\" is no range of cells: write B3:F40, B:F, 3:40 or B3").arg(m_cells->text().left(40)));
    });
    return ways;
}

QWidget *ImportWindow::makeTop()
{
    auto *top = new QWidget(this);
    auto *all = new QVBoxLayout(top);
    all->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    all->addLayout(row);
    m_which = new QComboBox(top);
    m_which->setAccessibleName(tr("Table"));
    for (std::size_t i = 0; i < m_state.tables(); ++i)
        m_which->addItem(m_state.nameOf(i));
    m_which->setVisible(m_state.tables() > 1);
    m_use = new QComboBox(top);
    m_use->setAccessibleName(tr("What the table holds"));
    m_use->addItems({tr("Leave this table out"), tr("Holds deals"), tr("Holds organisations")});
    m_reading = widgets::plainLabel({}, top, style::FontRole::Body);
    m_reading->setWordWrap(true);
    row->addWidget(m_which);
    row->addWidget(m_use);
    row->addWidget(makeWays(top));
    row->addStretch(1);
    all->addWidget(m_reading);
    connect(m_which, &QComboBox::activated, this, &ImportWindow::showTable);
    connect(m_use, &QComboBox::activated, this, [this](int use) {
        exchange::TableMap &map = m_state.mapping.tables[m_table->shown()];
        map.use = static_cast<Use>(use);
        for (exchange::ColumnMap &column : map.columns)
            column.role =
                exchange::guess(column.header, map.use == Use::Organizations ? exchange::Of::Organizations : exchange::Of::Deals).role;
        change();
    });
    return top;
}

QWidget *ImportWindow::makeSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    m_picture = new QLabel(side);
    m_picture->setTextFormat(Qt::PlainText);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setFixedHeight(pictureSize.height());
    m_picture->setMinimumWidth(pictureSize.width());
    m_picture->setAccessibleName(tr("Picture of what will be made"));
    m_summary = widgets::plainLabel({}, side, style::FontRole::Body);
    m_summary->setWordWrap(true);
    m_tabs = new QTabWidget(side);
    auto *issues = listView(m_issues, m_tabs);
    issues->setAccessibleName(tr("What to know of rows and cells"));
    issues->setColumnWidth(0, 56);
    connect(issues, &QTableView::activated, this, [this](const QModelIndex &index) { goTo(index.row()); });
    connect(issues, &QTableView::clicked, this, [this](const QModelIndex &index) { goTo(index.row()); });
    auto *names = listView(m_names, m_tabs);
    names->setAccessibleName(tr("Names that may mean one organisation"));
    names->setColumnWidth(0, 170);
    names->setColumnWidth(1, 150);
    m_rates = new QWidget(m_tabs);
    m_rateForm = new QFormLayout(m_rates);
    m_tabs->addTab(issues, tr("Issues"));
    m_tabs->addTab(names, tr("Names"));
    m_tabs->addTab(m_rates, tr("Rates and dates"));
    column->addWidget(m_picture);
    column->addWidget(m_summary);
    column->addWidget(m_tabs, 1);
    refreshRates();
    return side;
}

QWidget *ImportWindow::makeBottom()
{
    auto *bottom = new QWidget(this);
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(0, 0, 0, 0);
    m_new = new QRadioButton(tr("Open as a new dataset"), bottom);
    m_add = new QRadioButton(tr("Add to what is open"), bottom);
    m_add->setEnabled(m_open != nullptr);
    m_new->setChecked(true);
    connect(m_add, &QRadioButton::toggled, this, &ImportWindow::recompute);
    auto *save = new QPushButton(tr("Save column meanings\u2026"), bottom);
    save->setAutoDefault(false);
    connect(save, &QPushButton::clicked, this, &ImportWindow::saveMapping);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, bottom);
    m_accept = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_accept->setEnabled(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    row->addWidget(m_new);
    row->addWidget(m_add);
    row->addStretch(1);
    row->addWidget(save);
    row->addWidget(buttons);
    return bottom;
}

ImportWindow::Goal ImportWindow::goal() const
{
    return m_add->isChecked() ? Goal::Add : Goal::New;
}

void ImportWindow::showTable(int flat)
{
    const auto shown = static_cast<std::size_t>(flat);
    m_table->show(shown);
    m_use->setCurrentIndex(static_cast<int>(m_state.mapping.tables[shown].use));
    m_view->resizeColumnsToContents();
    m_view->setColumnWidth(0, 130);
    for (int section = 1; section < m_table->columnCount(); ++section)
        m_view->setColumnHidden(section, static_cast<std::size_t>(ImportTable::fileColumn(section)) < m_state.table(shown).firstColumn);
    refreshWays();
    refreshReading();
}

/// What can be said of how the shown table is read, as it is now.
void ImportWindow::refreshWays()
{
    const std::size_t flat = m_table->shown();
    const exchange::Input &input = (*m_state.inputs)[m_state.place(flat).first];
    const bool again = input.book.delimiter != 0 && input.bytes;
    m_encoding->setVisible(again);
    m_delimiter->setVisible(again);
    m_cells->setVisible(m_state.table(flat).holds == sheets::Holds::Anything);
    const auto range = m_state.ranges.find(flat);
    m_cells->setText(range == m_state.ranges.end() ? QString() : QString::fromStdString(sheets::rangeText(range->second)));
    if (!again)
        return;
    const bool foundEncoding = m_saidEncoding.isEmpty();
    m_encoding->setItemText(0, foundEncoding ? tr("%1 (found)").arg(QString::fromStdString(input.book.encoding)) : tr("Find out"));
    m_encoding->setCurrentIndex(foundEncoding ? 0 : std::max(0, m_encoding->findData(m_saidEncoding)));
    const int mine = m_delimiter->findData(QChar(QLatin1Char(input.book.delimiter)));
    const QString sign = mine > 0 ? m_delimiter->itemText(mine) : QString(QLatin1Char(input.book.delimiter));
    m_delimiter->setItemText(0, m_saidDelimiter ? tr("Find out") : tr("%1 (found)").arg(sign));
    m_delimiter->setCurrentIndex(m_saidDelimiter ? std::max(0, mine) : 0);
}

bool ImportWindow::chooseCells(const QString &text)
{
    const std::size_t flat = m_table->shown();
    const auto range = text.trimmed().isEmpty() ? std::optional(sheets::Range()) : sheets::parseRange(text.toStdString());
    if (!range)
        return false;
    const auto now = m_state.ranges.find(flat);
    if (now == m_state.ranges.end() ? *range == sheets::Range() : now->second == *range)
        return true;
    m_state.choose(flat, *range);
    if (m_recall)
        m_recall(m_state.mapping.tables[flat]);
    exchange::findEvidence(m_state.table(flat), m_state.mapping.tables[flat]);
    showTable(static_cast<int>(flat));
    recompute();
    return true;
}

void ImportWindow::readAs(const QString &encoding, char delimiter)
{
    using Read = Result<exchange::Input>;
    const std::size_t flat = m_table->shown();
    const std::size_t which = m_state.place(flat).first;
    const exchange::Input &input = (*m_state.inputs)[which];
    if (!input.bytes)
        return;
    sheets::ReadOptions options;
    options.encoding = encoding.toStdString();
    if (delimiter)
        options.delimiter = delimiter;
    m_background.cancel();
    m_accept->setEnabled(false);
    m_summary->setText(tr("Reading\u2026"));
    std::function<Read(const Progress &)> read = [bytes = input.bytes, name = input.name, options](const Progress &progress) -> Read {
        auto book = sheets::readText(*bytes, name, options, progress);
        if (!book)
            return Failure(book.error());
        return exchange::Input{name, std::move(*book), bytes};
    };
    m_rereading.run<Read>(std::move(read), [this, flat, which, encoding, delimiter](Read again) {
        if (!again) {
            refreshWays();
            recompute();
            m_reading->setText(QString::fromStdString(again.error()));
            return;
        }
        m_saidEncoding = encoding;
        m_saidDelimiter = delimiter;
        m_state.replace(which, std::move(*again));
        if (m_recall)
            m_recall(m_state.mapping.tables[flat]);
        exchange::findEvidence(m_state.table(flat), m_state.mapping.tables[flat]);
        showTable(static_cast<int>(flat));
        recompute();
    });
}

void ImportWindow::refreshReading()
{
    const exchange::Input &input = (*m_state.inputs)[m_state.place(m_table->shown()).first];
    QStringList texts = {QString::fromStdString(input.book.format)};
    if (!input.book.encoding.empty())
        texts += QString::fromStdString(input.book.encoding);
    texts += tr("%L1 rows").arg(m_state.table(m_table->shown()).rows.size());
    for (const exchange::ColumnMap &column : m_state.mapping.tables[m_table->shown()].columns)
        if (!column.evidence.empty())
            texts +=
                QString::fromStdString(column.header).left(40) + QStringLiteral(": ") + QString::fromStdString(column.evidence).left(120);
    m_reading->setText(texts.join(QStringLiteral("  \u00B7  ")));
}

void ImportWindow::showRoles(int section)
{
    const int column = ImportTable::fileColumn(section);
    if (column < 0)
        return;
    QMenu menu(this);
    addChoices(menu, column);
    const QHeaderView *header = m_view->horizontalHeader();
    menu.exec(header->viewport()->mapToGlobal(QPoint(header->sectionViewportPosition(section), header->height())));
}

void ImportWindow::addChoices(QMenu &menu, int fileColumn)
{
    exchange::ColumnMap &map = m_state.mapping.tables[m_table->shown()].columns[static_cast<std::size_t>(fileColumn)];
    const exchange::Of of =
        m_state.mapping.tables[m_table->shown()].use == Use::Organizations ? exchange::Of::Organizations : exchange::Of::Deals;
    const auto add = [&](QMenu &into, const QString &text, bool checked, auto run) {
        QAction *action = into.addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this, run);
    };
    QMenu *more = nullptr;
    int shown = 0;
    for (const exchange::RoleInfo &role : exchange::roles()) {
        if (role.of != of && role.of != exchange::Of::Both)
            continue;
        if (++shown == 31)
            more = menu.addMenu(tr("More"));
        add(more ? *more : menu, latin(role.label), role.role == map.role,
            [this, fileColumn, chosen = role.role] { setRole(fileColumn, chosen); });
    }
    using exchange::DayOrder;
    using exchange::Mark;
    const auto set = [this, fileColumn](auto member, auto value) {
        return [this, fileColumn, member, value] {
            m_state.mapping.tables[m_table->shown()].columns[static_cast<std::size_t>(fileColumn)].*member = value;
            change();
        };
    };
    menu.addSeparator();
    QMenu *numbers = menu.addMenu(tr("Numbers"));
    add(*numbers, tr("1,234.5: decimal point"), map.mark == Mark::Point, set(&exchange::ColumnMap::mark, Mark::Point));
    add(*numbers, tr("1.234,5: decimal comma"), map.mark == Mark::Comma, set(&exchange::ColumnMap::mark, Mark::Comma));
    numbers->addSeparator();
    for (const auto &[power, text] : std::initializer_list<std::pair<int, QString>>{
             {0, tr("as they are")}, {3, tr("thousands")}, {6, tr("millions")}, {9, tr("billions")}, {7, tr("crore")}})
        add(*numbers, text, map.scale == power, set(&exchange::ColumnMap::scale, power));
    QMenu *dates = menu.addMenu(tr("Dates"));
    add(*dates, tr("Day first: 31/12/2025"), map.order == DayOrder::DayFirst, set(&exchange::ColumnMap::order, DayOrder::DayFirst));
    add(*dates, tr("Month first: 12/31/2025"), map.order == DayOrder::MonthFirst, set(&exchange::ColumnMap::order, DayOrder::MonthFirst));
}

void ImportWindow::setRole(int fileColumn, Role role)
{
    auto &columns = m_state.mapping.tables[m_table->shown()].columns;
    const bool once = role != Role::Extra && role != Role::Note && role != Role::Ignored;
    for (exchange::ColumnMap &column : columns)
        if (once && column.role == role)
            column.role = Role::Extra;
    columns[static_cast<std::size_t>(fileColumn)].role = role;
    change();
}

void ImportWindow::change()
{
    exchange::findEvidence(m_state.table(m_table->shown()), m_state.mapping.tables[m_table->shown()]);
    m_table->refresh();
    refreshReading();
    recompute();
}

void ImportWindow::recompute()
{
    m_accept->setEnabled(false);
    m_summary->setText(tr("Computing\u2026"));
    const document::SnapshotPointer open = goal() == Goal::Add ? m_open : nullptr;
    std::function<Planned(const Progress &)> compute = [inputs = m_state.inputs, mapping = m_state.mapping, rows = m_state.rows,
                                                        open](const Progress &progress) {
        return std::make_shared<const exchange::Plan>(exchange::plan(*inputs, mapping, open ? open->dataset() : Dataset(), rows, progress));
    };
    m_background.run<Planned>(std::move(compute), [this](Planned plan) { take(std::move(plan)); });
}

void ImportWindow::draw()
{
    const auto theme = widgets::isDark(palette()) ? style::ThemeKind::Dark : style::ThemeKind::Light;
    const Dataset &dataset = m_state.plan->dataset;
    if (dataset.deals.empty())
        m_picture->setText(tr("No deals yet: say in the headers which columns hold the parties."));
    else if (dataset.organizations.size() > mostDrawn)
        m_picture->setText(tr("%L1 organisations are too many for a small picture.").arg(dataset.organizations.size()));
    else
        m_drawing.run<QImage>([plan = m_state.plan, theme](const Progress &progress) { return pictureOf(plan->dataset, theme, progress); },
                              [this](const QImage &picture) { showPicture(picture); });
}

void ImportWindow::showPicture(const QImage &picture)
{
    QPixmap pixmap = QPixmap::fromImage(picture.scaled(pictureSize * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(pixmap);
}

void ImportWindow::take(Planned result)
{
    m_state.plan = std::move(result);
    const exchange::Plan &plan = *m_state.plan;
    draw();
    QStringList lines;
    for (const std::string &line : exchange::summary(plan))
        lines += QString::fromStdString(line);
    m_summary->setText(lines.join(QLatin1Char('\n')));
    m_table->refresh();
    m_issues->refresh();
    m_names->refresh();
    m_tabs->setTabText(0, tr("Issues (%1)").arg(plan.findings.size() + plan.untold));
    m_tabs->setTabText(1, tr("Names (%1)").arg(m_names->rowCount()));
    refreshRates();
    m_accept->setEnabled(plan.dealsMade + plan.organizationsMade + plan.count(exchange::Outcome::Updated) > 0);
    Q_EMIT computed();
}

void ImportWindow::refreshRates()
{
    QStringList wanted;
    for (const exchange::Rate &rate : m_state.mapping.choices.rates)
        if (!rate.from)
            wanted += QString::fromStdString(rate.currency);
    if (m_state.plan)
        for (const auto &[currency, count] : m_state.plan->withoutRate)
            wanted += QString::fromStdString(currency);
    wanted.removeDuplicates();
    if (m_rates->property("currencies").toStringList() == wanted && m_date)
        return;
    m_rates->setProperty("currencies", wanted);
    while (m_rateForm->rowCount() > 0)
        m_rateForm->removeRow(0);
    m_date = new QLineEdit(m_rates);
    if (m_state.mapping.choices.date)
        m_date->setText(QString::fromStdString(m_state.mapping.choices.date->iso()));
    connect(m_date, &QLineEdit::editingFinished, this, [this] {
        const auto date = Date::parse(m_date->text().toStdString());
        if (date && date != m_state.mapping.choices.date) {
            m_state.mapping.choices.date = date;
            recompute();
        } else if (!date && m_state.mapping.choices.date) {
            m_date->setText(QString::fromStdString(m_state.mapping.choices.date->iso()));
        }
    });
    m_rateForm->addRow(tr("Date of deals without one"), m_date);
    for (const QString &currency : std::as_const(wanted)) {
        auto *field = new QLineEdit(m_rates);
        field->setAccessibleName(tr("US dollars for 1 %1").arg(currency));
        field->setPlaceholderText(tr("no rate: amounts stay as announced"));
        for (const exchange::Rate &rate : m_state.mapping.choices.rates)
            if (!rate.from && QString::fromStdString(rate.currency) == currency)
                field->setText(QLocale::c().toString(rate.dollars, 'g', 12));
        connect(field, &QLineEdit::editingFinished, this, [this, field, currency] {
            auto &rates = m_state.mapping.choices.rates;
            const double dollars = QLocale::c().toDouble(field->text().replace(u',', u'.'));
            const auto mine = std::find_if(rates.begin(), rates.end(), [&](const exchange::Rate &rate) {
                return !rate.from && rate.currency == currency.toStdString();
            });
            if ((mine == rates.end() && !(dollars > 0)) || (mine != rates.end() && mine->dollars == dollars))
                return;
            if (mine != rates.end())
                rates.erase(mine);
            if (dollars > 0)
                rates.push_back({currency.toStdString(), dollars, {}});
            recompute();
        });
        m_rateForm->addRow(tr("US dollars for 1 %1").arg(currency), field);
    }
}

void ImportWindow::goTo(int issue)
{
    if (!m_state.plan || issue < 0)
        return;
    const exchange::Finding &finding = m_issues->at(issue);
    std::size_t flat = finding.table;
    for (std::size_t i = 0; i < finding.input; ++i)
        flat += (*m_state.inputs)[i].book.tables.size();
    if (flat >= m_state.tables() || !finding.row)
        return;
    if (flat != m_table->shown()) {
        m_which->setCurrentIndex(static_cast<int>(flat));
        showTable(static_cast<int>(flat));
    }
    const auto &rows = m_state.table(flat).rows;
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (rows[static_cast<std::size_t>(row)].number == finding.row) {
            m_view->setCurrentIndex(m_table->index(row, static_cast<int>(finding.column)));
            m_view->scrollTo(m_view->currentIndex());
            return;
        }
}

void ImportWindow::saveMapping()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save what the columns mean"), QStringLiteral("mapping.json"), tr("Mappings (*.json)"));
    if (path.isEmpty())
        return;
    const auto written = exporting::writeFile(path, QByteArray::fromStdString(exchange::writeMapping(m_state.mapping)));
    if (!written)
        widgets::warn(this, tr("Not saved"), QString::fromStdString(written.error()));
}

} // namespace dealscape::importing

#include "moc_importwindow.cpp"
