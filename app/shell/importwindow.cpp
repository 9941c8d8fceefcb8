// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/importwindow.h"

#include "export/filing.h"
#include "view/picture.h"
#include "view/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace dealscape::shell {

namespace {

using exchange::Role;
using Use = exchange::TableMap::Use;

constexpr QSize pictureSize(420, 280);
constexpr std::size_t mostDrawn = 400;

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// What comes of the rows, small, without words around it.
QImage pictureOf(const Dataset &dataset, view::ThemeKind theme, const Progress &progress)
{
    if (dataset.deals.empty() || dataset.organizations.size() > mostDrawn)
        return {};
    const Index index(dataset);
    view::PictureRequest request;
    request.perspective = dataset.opening;
    request.theme = theme;
    request.pixels = pictureSize * 2;
    request.magnification = 1;
    request.parts = {};
    return view::render(view::picture(index, request, progress), request, progress);
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

ImportWindow::ImportWindow(std::vector<exchange::Input> inputs, exchange::Mapping mapping, document::SnapshotPointer open, QWidget *parent)
    : QDialog(parent),
      m_open(std::move(open)),
      m_table(new ImportTable(m_state, this)),
      m_issues(new ImportIssues(m_state, this)),
      m_names(new ImportNames(m_state, this))
{
    setWindowTitle(tr("Import"));
    m_state.inputs = std::make_shared<std::vector<exchange::Input>>(std::move(inputs));
    m_state.mapping = std::move(mapping);
    m_view = new QTableView(this);
    m_view->setModel(m_table);
    m_view->setAccessibleName(tr("First rows of the table"));
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
    resize(1280, 760);
    int first = 0;
    while (first + 1 < static_cast<int>(m_state.tables()) && m_state.mapping.tables[static_cast<std::size_t>(first)].use != Use::Deals)
        ++first;
    m_which->setCurrentIndex(first);
    showTable(first);
    recompute();
}

QWidget *ImportWindow::makeTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    m_which = new QComboBox(top);
    m_which->setAccessibleName(tr("Table"));
    for (std::size_t i = 0; i < m_state.tables(); ++i)
        m_which->addItem(m_state.nameOf(i));
    m_which->setVisible(m_state.tables() > 1);
    m_use = new QComboBox(top);
    m_use->setAccessibleName(tr("What the table holds"));
    m_use->addItems({tr("Leave this table out"), tr("Holds deals"), tr("Holds organisations")});
    m_reading = plainLabel(QString(), top);
    m_reading->setWordWrap(false);
    row->addWidget(m_which);
    row->addWidget(m_use);
    row->addWidget(m_reading, 1);
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
    m_summary = plainLabel(QString(), side);
    m_tabs = new QTabWidget(side);
    auto *issues = listView(m_issues, m_tabs);
    issues->setAccessibleName(tr("What to know of rows and cells"));
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
    m_table->show(static_cast<std::size_t>(flat));
    m_use->setCurrentIndex(static_cast<int>(m_state.mapping.tables[static_cast<std::size_t>(flat)].use));
    m_view->resizeColumnsToContents();
    m_view->setColumnWidth(0, 130);
    refreshReading();
}

void ImportWindow::refreshReading()
{
    std::size_t flat = m_table->shown();
    const exchange::Input *input = &m_state.inputs->front();
    for (const exchange::Input &each : *m_state.inputs) {
        input = &each;
        if (flat < each.book.tables.size())
            break;
        flat -= each.book.tables.size();
    }
    QStringList texts = {QString::fromStdString(input->book.format)};
    if (!input->book.encoding.empty())
        texts += QString::fromStdString(input->book.encoding);
    const sheets::Table &table = m_state.table(m_table->shown());
    texts += table.rows.size() > static_cast<std::size_t>(ImportTable::shownRows())
        ? tr("the first %1 of %L2 rows").arg(ImportTable::shownRows()).arg(table.rows.size())
        : tr("%L1 rows").arg(table.rows.size());
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
    const auto theme = palette().window().color().lightness() < 128 ? view::ThemeKind::Dark : view::ThemeKind::Light;
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
    if (!written) {
        QMessageBox box(QMessageBox::Warning, tr("Not saved"), QString::fromStdString(written.error()), QMessageBox::Ok, this);
        box.setTextFormat(Qt::PlainText);
        box.exec();
    }
}

} // namespace dealscape::shell
