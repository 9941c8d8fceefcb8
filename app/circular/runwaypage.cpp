// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/runwaypage.h"

#include "analysis/select.h"
#include "charts/coverchart.h"
#include "circular/controls.h"
#include "document/wording.h"
#include "panels/parts.h"
#include "style/text.h"
#include "words/numbers.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <cmath>
#include <utility>

namespace dealscape::circular {

using document::Change;
using panels::label;
using panels::Tone;
using style::FontRole;

namespace {

double billions(Money amount)
{
    return amount.inBillions();
}

} // namespace

RunwayPage::RunwayPage(document::Document &document, QWidget *parent)
    : QScrollArea(parent), m_document(document), m_funds(new models::FundsTable(this))
{
    auto *body = new QWidget;
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(margin, 12, margin, 16);
    m_column->setSpacing(8);
    makeMoney();
    makePower();
    m_column->addStretch(1);
    body->setBackgroundRole(QPalette::AlternateBase);
    dressPage(*this, body);
    setAccessibleName(tr("How long it can be paid for"));
    connect(&document, &document::Document::changed, this, &RunwayPage::documentChanged);
    connect(m_funds, &QAbstractItemModel::dataChanged, this, &RunwayPage::showMoney);
    connect(m_funds, &QAbstractItemModel::modelReset, this, &RunwayPage::showMoney);
    recolour();
}

charts::CoverChart *RunwayPage::makeChart()
{
    auto *chart = new charts::CoverChart(m_column->parentWidget());
    chart->setFixedHeight(200);
    m_column->addWidget(chart);
    return chart;
}

void RunwayPage::makeMoney()
{
    QWidget *body = m_column->parentWidget();
    m_column->addWidget(label(tr("How long can it be paid for?"), FontRole::BodyBold, Tone::Text, body));
    m_party = new QComboBox(body);
    m_party->setAccessibleName(tr("Who is to pay"));
    m_party->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_column->addWidget(m_party);
    connect(m_party, &QComboBox::currentIndexChanged, this, &RunwayPage::chooseParty);
    m_verdict = changingLabel(FontRole::Body, Tone::Text, body);
    m_column->addWidget(m_verdict);
    m_money = makeChart();
    m_gap = makeChart();
    auto *left = new QWidget(body);
    auto *row = new QHBoxLayout(left);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(secondLabel(tr("Money left over is"), left));
    m_surplus = new ChoiceRow({tr("Spent"), tr("Carried over")}, left);
    connect(m_surplus, &ChoiceRow::chosen, m_funds, [this](int choice) { m_funds->setSurplus(static_cast<analysis::Surplus>(choice)); });
    row->addWidget(m_surplus);
    auto *suggest = new QPushButton(tr("Suggested path"), body);
    suggest->setToolTip(tr("Take what comes in and funding from the dataset again"));
    connect(suggest, &QPushButton::clicked, m_funds, &models::FundsTable::suggest);
    m_column->addWidget(new Pair(left, suggest, body));
    m_growth = makeSpin(tr("What comes in grows by, assumed"), tr("Each year after the one of its source"), 0);
    m_growth->setRange(-90, 300);
    m_growth->setSingleStep(10);
    m_growth->setSuffix(tr(" % a year"));
    m_term =
        makeSpin(tr("Contracts without a full term run, assumed"), tr("Spread over so many years from the one they were announced in"), 0);
    m_term->setDecimals(0);
    m_term->setRange(0, 30);
    m_term->setSingleStep(1);
    m_term->setSuffix(tr(" years"));
    m_term->setSpecialValueText(tr("left out"));
    for (const QDoubleSpinBox *spin : {m_growth, m_term})
        connect(spin, &QDoubleSpinBox::valueChanged, this, &RunwayPage::assume);
    m_column->addWidget(label(tr("In billions of dollars. Double click what comes in or funding to set your own (*)."), FontRole::Small,
                              Tone::Second, body));
    m_table = new QTableView(body);
    m_table->setModel(m_funds);
    dressTable(*m_table);
    m_table->horizontalHeader()->show();
    m_table->setAccessibleName(tr("Years"));
    m_column->addWidget(m_table);
    m_missing = changingLabel(FontRole::Small, Tone::Second, body);
    m_column->addWidget(m_missing);
    m_sources = changingLabel(FontRole::Small, Tone::Second, body);
    m_column->addWidget(m_sources);
}

QDoubleSpinBox *RunwayPage::makeSpin(const QString &name, const QString &tip, double value)
{
    QWidget *body = m_column->parentWidget();
    auto *row = new QHBoxLayout;
    QLabel *words = secondLabel(name, body);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    auto *spin = new QDoubleSpinBox(body);
    spin->setRange(0, 1000);
    spin->setDecimals(1);
    spin->setSingleStep(0.5);
    spin->setSuffix(QStringLiteral(" GW"));
    spin->setValue(value);
    spin->setAccessibleName(name);
    spin->setToolTip(tip);
    row->addWidget(spin);
    m_column->addLayout(row);
    return spin;
}

void RunwayPage::makePower()
{
    QWidget *body = m_column->parentWidget();
    m_column->addSpacing(8);
    m_column->addWidget(label(tr("Can the power be built?"), FontRole::BodyBold, Tone::Text, body));
    m_layer = new QComboBox(body);
    m_layer->setAccessibleName(tr("Where capacity is stated"));
    for (const auto &layer : vocabulary<PowerLayer>())
        if (layer.value != PowerLayer::Context)
            m_layer->addItem(document::text(layer.label), static_cast<int>(layer.value));
    m_layer->setCurrentIndex(m_layer->findData(static_cast<int>(PowerLayer::Cloud)));
    connect(m_layer, &QComboBox::currentIndexChanged, this, &RunwayPage::showPower);
    m_column->addWidget(m_layer);
    m_running = makeSpin(tr("Running before, assumed"), tr("Capacity that runs before the first year shown"), 0);
    m_built = makeSpin(tr("Can be built a year, assumed"), tr("Capacity that can be added each year"), 2);
    for (const QDoubleSpinBox *spin : {m_running, m_built})
        connect(spin, &QDoubleSpinBox::valueChanged, this, &RunwayPage::showPower);
    m_powerVerdict = changingLabel(FontRole::Body, Tone::Text, body);
    m_column->addWidget(m_powerVerdict);
    m_power = makeChart();
}

QString RunwayPage::verdict() const
{
    return m_verdict->text();
}

void RunwayPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    ground();
    follow();
}

void RunwayPage::documentChanged(document::Changes what)
{
    if (!(what & (document::Changes(Change::Dataset) | Change::Perspective | Change::Selected)))
        return;
    if (!isVisible())
        return;
    ground();
    follow();
}

void RunwayPage::follow()
{
    if (std::exchange(m_followed, m_document.selection()) == m_document.selection())
        return;
    if (const auto *id = std::get_if<OrganizationId>(&m_document.selection()))
        if (const int row = m_party->findData(QString::fromStdString(id->text())); row >= 0)
            m_party->setCurrentIndex(row);
}

void RunwayPage::ground()
{
    if (Ground::of(m_document) == m_ground)
        return;
    m_ground = Ground::of(m_document);
    const document::SnapshotPointer &snapshot = m_document.snapshot();
    m_deals = analysis::measured(snapshot->index(), m_document.perspective());
    const QString before = m_party->currentData().toString();
    m_filling = true;
    m_party->clear();
    for (const int payer : models::payersWithTerms(*snapshot, m_deals)) {
        const OrganizationId &id = snapshot->dataset().organizations[static_cast<std::size_t>(payer)].id;
        m_party->addItem(document::nameOf(*snapshot, id), QString::fromStdString(id.text()));
    }
    m_party->setCurrentIndex(std::max(0, m_party->findData(before)));
    m_filling = false;
    chooseParty();
}

void RunwayPage::chooseParty()
{
    if (m_filling)
        return;
    const OrganizationId party(m_party->currentData().toString().toStdString());
    m_funds->setParty(m_document.snapshot(), m_deals, party);
    showPower();
}

void RunwayPage::assume()
{
    m_funds->setAssumptions({m_growth->value() / 100, static_cast<int>(m_term->value())});
}

void RunwayPage::showMoney()
{
    const analysis::Runway &runway = m_funds->runway();
    charts::CoverTable due;
    due.title = tr("To pay each year, by the terms");
    due.unit = tr("$ billion, low to high bound");
    due.coverName = tr("what comes in, and funding");
    charts::CoverTable gap;
    gap.title = tr("Missing, all years until then together");
    gap.unit = due.unit;
    for (const analysis::RunwayYear &year : runway.years) {
        const QString name = QString::number(year.year);
        const QString range = words::money(MoneyRange{year.obligations.low, year.obligations.high});
        due.columns.push_back({name, billions(year.obligations.low), billions(year.obligations.high), billions(year.funds),
                               tr("%1: to pay %2, funds %3").arg(name, range, words::money(year.funds))});
        const Money low = std::max(Money(), year.gapLow);
        const Money high = std::max(Money(), year.gapHigh);
        gap.columns.push_back(
            {name, billions(low), billions(high), 0, tr("Until %1: %2 missing").arg(name, words::money(MoneyRange{low, high}))});
        if (runway.firstShortHigh == year.year)
            due.marked = gap.marked = static_cast<int>(due.columns.size()) - 1;
    }
    const QString name = m_party->currentText();
    if (runway.years.empty())
        m_verdict->setText(tr("Nobody in this filter has payments with an amount and a term."));
    else if (!runway.firstShortHigh)
        m_verdict->setText(tr("On this path %1 can pay what its contracts ask in every year.").arg(name));
    else
        m_verdict->setText(tr("On this path %1 first falls short in %2%3. By %4 it lacks %5.")
                               .arg(name, QString::number(*runway.firstShortHigh),
                                    runway.firstShortLow == runway.firstShortHigh ? QString()
                                        : runway.firstShortLow                    ? tr(" (%1 at the low bound)").arg(*runway.firstShortLow)
                                                                                  : tr(" (never at the low bound)"),
                                    QString::number(runway.years.back().year),
                                    words::money(MoneyRange{std::max(Money(), runway.years.back().gapLow),
                                                            std::max(Money(), runway.years.back().gapHigh)})));
    m_money->setTable(std::move(due));
    m_gap->setTable(std::move(gap));
    const QString left = models::leftOut(*m_document.snapshot(), runway);
    const QString assumed = models::assumedTerms(*m_document.snapshot(), runway);
    m_missing->setText((left.isEmpty() ? QString() : tr("Left out of every year: %1. ").arg(left)) +
                       (assumed.isEmpty() ? QString() : tr("Taken in: %1. ").arg(assumed)) +
                       tr("Each contract is spread evenly over its term, which is an assumption."));
    const QStringList sources = m_funds->sources();
    m_sources->setText(sources.isEmpty() ? tr("Neither revenue, cash nor funding is in the dataset: set your own.")
                                         : tr("Where the path comes from") + u'\n' + sources.join(u'\n'));
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rowHeight * m_funds->rowCount() + 2);
    fitColumns(*m_table);
}

void RunwayPage::showPower()
{
    const auto layer = static_cast<PowerLayer>(m_layer->currentData().toInt());
    const analysis::Party party{m_funds->party(), analysis::Direction::Out};
    const auto megawatts = [](const QDoubleSpinBox *spin) { return Power(std::llround(spin->value() * 1000)); };
    const auto runway =
        analysis::powerRunway(m_document.snapshot()->index(), m_deals, layer, party, megawatts(m_running), megawatts(m_built));
    charts::CoverTable table;
    table.title = tr("Power needed at the end of each year");
    table.unit = tr("GW");
    table.coverName = tr("running and built, assumed");
    for (const analysis::PowerYear &year : runway.years) {
        const double needed = year.needed.inGigawatts();
        const QString name = QString::number(year.year);
        if (runway.firstShort == year.year)
            table.marked = static_cast<int>(table.columns.size());
        table.columns.push_back({name, needed, needed, year.available.inGigawatts(),
                                 tr("%1: %2 needed, %3 there").arg(name, words::power(year.needed), words::power(year.available))});
    }
    m_powerVerdict->setText(runway.years.empty()    ? tr("No contract of it states a capacity of this kind with a term.")
                                : runway.firstShort ? tr("On these assumptions the power falls short in %1.").arg(*runway.firstShort)
                                                    : tr("On these assumptions the power is there in time."));
    m_power->setVisible(!runway.years.empty());
    m_power->setTable(std::move(table));
}

void RunwayPage::recolour()
{
    for (charts::CoverChart *chart : {m_money, m_gap, m_power})
        chart->setTheme(panels::themeOf(*this).kind, palette().color(QPalette::AlternateBase));
}

void RunwayPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

} // namespace dealscape::circular

#include "moc_runwaypage.cpp"
