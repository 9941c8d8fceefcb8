// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/scenariopage.h"

#include "analysis/select.h"
#include "charts/coverchart.h"
#include "circular/controls.h"
#include "document/wording.h"
#include "network/network.h"
#include "panels/parts.h"
#include "style/text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <set>

namespace dealscape::circular {

using document::Change;
using panels::label;
using panels::Tone;
using style::FontRole;

namespace {

constexpr int mostRows = 12;

QString namesOf(const document::Snapshot &snapshot, const std::vector<OrganizationId> &parties)
{
    QStringList names;
    for (const OrganizationId &party : parties)
        names << document::nameOf(snapshot, party);
    return names.join(QStringLiteral(", "));
}

void setHeight(QTableView &table)
{
    const int rows = std::min(mostRows, table.model()->rowCount());
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() + rows * rowHeight + 2);
    fitColumns(table);
}

} // namespace

ScenarioPage::ScenarioPage(document::Document &document, QWidget *parent)
    : QScrollArea(parent),
      m_document(document),
      m_network(new models::OutcomeTable(this)),
      m_parties(new models::OutcomeTable(this)),
      m_undelivered(new models::OutcomeTable(this)),
      m_inputs(new models::InputTable(this))
{
    auto *body = new QWidget;
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(margin, 12, margin, 16);
    m_column->setSpacing(8);
    makeEvents();
    makeRounds();
    makeTables();
    body->setBackgroundRole(QPalette::AlternateBase);
    dressPage(*this, body);
    setAccessibleName(tr("Scenario"));
    setMinimumWidth(320);
    connect(&document, &document::Document::changed, this, &ScenarioPage::documentChanged);
    connect(m_inputs, &models::InputTable::inputEdited, this, [this](const OrganizationId &party, const analysis::PartyInputs &inputs) {
        m_question.inputs[party] = inputs;
        play();
    });
    recolour();
    fillChoices();
}

void ScenarioPage::makeEvents()
{
    QWidget *body = m_column->parentWidget();
    m_column->addWidget(label(tr("Scenario: what if …"), FontRole::BodyBold, Tone::Text, body));
    m_verdict = changingLabel(FontRole::Body, Tone::Text, body);
    m_column->addWidget(m_verdict);
    const auto choice = [&](const QString &name) {
        auto *row = new QHBoxLayout;
        QLabel *title = secondLabel(name, body);
        title->setFixedWidth(112);
        auto *box = new QComboBox(body);
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        title->setBuddy(box);
        row->addWidget(title);
        row->addWidget(box, 1);
        m_column->addLayout(row);
        return box;
    };
    m_failed = choice(tr("A party fails"));
    m_milestone = choice(tr("A milestone fails"));
    connect(m_failed, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (m_filling)
            return;
        m_question.failed.reset();
        if (index > 0)
            m_question.failed = OrganizationId(m_failed->itemData(index).toString().toStdString());
        play();
    });
    connect(m_milestone, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (m_filling)
            return;
        m_question.failing.clear();
        if (index > 0)
            m_question.failing.insert(DealId(m_milestone->itemData(index).toString().toStdString()));
        play();
    });
    makeSlider(tr("Recovery"), tr("The part of what it is to pay that the failed party still pays"), 0, &reports::WhatIf::recovery);
    makeSlider(tr("Announced"), tr("The part of announced money that comes true"), 100, &reports::WhatIf::announced);
    makeSlider(tr("Potential"), tr("The part of potential money that comes true"), 100, &reports::WhatIf::potential);
    m_spread = new ChoiceRow({tr("Direct loss"), tr("Clearing"), tr("DebtRank")}, body);
    m_spread->setAccessibleName(tr("How a failure is followed"));
    m_spread->setChoice(static_cast<int>(m_question.spread));
    connect(m_spread, &ChoiceRow::chosen, this, [this](int chosen) {
        m_question.spread = static_cast<reports::Spread>(chosen);
        play();
    });
    m_column->addWidget(m_spread, 0, Qt::AlignLeft);
    m_assumptions = changingLabel(FontRole::Small, Tone::Second, body);
    m_column->addWidget(m_assumptions);
}

QSlider *ScenarioPage::makeSlider(const QString &name, const QString &tip, int value, double reports::WhatIf::*share)
{
    QWidget *body = m_column->parentWidget();
    auto *row = new QHBoxLayout;
    QLabel *title = secondLabel(name, body);
    title->setFixedWidth(112);
    auto *slider = new QSlider(Qt::Horizontal, body);
    slider->setRange(0, 100);
    slider->setPageStep(10);
    slider->setValue(value);
    slider->setAccessibleName(name);
    slider->setToolTip(tip);
    QLabel *figure = secondLabel(tr("%1 %").arg(value), body);
    figure->setFixedWidth(44);
    figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(title);
    row->addWidget(slider, 1);
    row->addWidget(figure);
    m_column->addLayout(row);
    m_sliders.emplace_back(slider, share);
    connect(slider, &QSlider::valueChanged, this, [this, figure, share](int percent) {
        figure->setText(tr("%1 %").arg(percent));
        m_question.*share = percent / 100.0;
        if (!m_filling)
            play();
    });
    return slider;
}

void ScenarioPage::makeRounds()
{
    m_rounds = new QWidget(m_column->parentWidget());
    auto *column = new QVBoxLayout(m_rounds);
    column->setContentsMargins(0, 8, 0, 0);
    auto *row = new QHBoxLayout;
    const auto add = [&](const QString &text, const QString &tip, int by) {
        auto *button = new QPushButton(text, m_rounds);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, [this, by] { showRound(m_round + by); });
        row->addWidget(button);
    };
    add(tr("Previous round"), tr("Go back one step of the scenario"), -1);
    add(tr("Next round"), tr("See who is hit next"), 1);
    row->addStretch(1);
    column->addLayout(row);
    m_roundText = changingLabel(FontRole::Small, Tone::Text, m_rounds);
    column->addWidget(m_roundText);
    m_chart = new charts::CoverChart(m_rounds);
    m_chart->setFixedHeight(180);
    connect(m_chart, &charts::CoverChart::columnChosen, this, &ScenarioPage::showRound);
    column->addWidget(m_chart);
    m_rounds->hide();
    m_column->addWidget(m_rounds);
}

QTableView *ScenarioPage::makeTable(QAbstractItemModel *model, const QString &name)
{
    auto *table = new QTableView(m_column->parentWidget());
    table->setModel(model);
    dressTable(*table);
    table->horizontalHeader()->show();
    table->horizontalHeader()->setHighlightSections(false);
    table->setAccessibleName(name);
    m_column->addWidget(table);
    return table;
}

void ScenarioPage::makeTables()
{
    QWidget *body = m_column->parentWidget();
    m_networkHead = label(tr("The network, before and after"), FontRole::SmallBold, Tone::Text, body);
    m_column->addWidget(m_networkHead);
    m_networkView = makeTable(m_network, tr("The network before and after"));
    m_partiesHead = label(tr("Who is hit"), FontRole::SmallBold, Tone::Text, body);
    m_column->addWidget(m_partiesHead);
    m_partiesNote = changingLabel(FontRole::Small, Tone::Second, body);
    m_column->addWidget(m_partiesNote);
    m_partiesView = makeTable(m_parties, tr("Parties before and after"));
    connect(m_partiesView, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (const auto &party = m_parties->rows()[static_cast<std::size_t>(index.row())].party)
            m_document.select(*party);
    });
    m_undeliveredHead = label(tr("Who goes without what it delivers"), FontRole::SmallBold, Tone::Text, body);
    m_column->addWidget(m_undeliveredHead);
    m_undeliveredNote = changingLabel(FontRole::Small, Tone::Second, body);
    m_column->addWidget(m_undeliveredNote);
    m_undeliveredView = makeTable(m_undelivered, tr("Not delivered"));
    connect(m_undeliveredView, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (const auto &party = m_undelivered->rows()[static_cast<std::size_t>(index.row())].party)
            m_document.select(*party);
    });
    m_column->addWidget(label(tr("Inputs, assumed"), FontRole::SmallBold, Tone::Text, body));
    m_column->addWidget(label(tr("In billions of dollars. Double click an amount to set your own (*); empty it to leave it unknown."),
                              FontRole::Small, Tone::Second, body));
    m_inputsView = makeTable(m_inputs, tr("Inputs"));
    auto *reset = new QPushButton(tr("Suggested inputs"), body);
    reset->setToolTip(tr("Drop every input set by hand"));
    connect(reset, &QPushButton::clicked, this, [this] {
        m_question.inputs.clear();
        play();
    });
    m_column->addWidget(reset, 0, Qt::AlignLeft);
    m_column->addStretch(1);
}

void ScenarioPage::fillChoices()
{
    m_filling = true;
    const document::SnapshotPointer &snapshot = m_document.snapshot();
    const Perspective &perspective = m_document.perspective();
    m_failed->clear();
    m_milestone->clear();
    m_failed->addItem(tr("Nobody"));
    m_milestone->addItem(tr("None"));
    std::vector<std::pair<QString, std::string>> parties;
    const auto add = [&](const OrganizationId &id) { parties.emplace_back(document::nameOf(*snapshot, id), id.text()); };
    bool failedInView = !m_question.failed;
    for (const network::NetworkNode &node : m_document.network().nodes) {
        const OrganizationId &id = snapshot->dataset().organizations[static_cast<std::size_t>(node.organization)].id;
        failedInView = failedInView || id == m_question.failed;
        add(id);
    }
    if (!failedInView)
        add(*m_question.failed);
    std::ranges::sort(parties, [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    for (const auto &[name, id] : parties)
        m_failed->addItem(name, QString::fromStdString(id));
    std::set<DealId> others = m_question.failing;
    const auto offer = [&](const DealId &id) { m_milestone->addItem(document::titleOf(*snapshot, id), QString::fromStdString(id.text())); };
    for (const int position : analysis::firm(snapshot->index(), analysis::visible(snapshot->index(), perspective))) {
        const DealId &id = snapshot->dataset().deals[static_cast<std::size_t>(position)].id;
        others.erase(id);
        offer(id);
    }
    std::ranges::for_each(others, offer);
    m_failed->setCurrentIndex(m_question.failed ? m_failed->findData(QString::fromStdString(m_question.failed->text())) : 0);
    m_milestone->setCurrentIndex(
        m_question.failing.empty() ? 0 : m_milestone->findData(QString::fromStdString(m_question.failing.begin()->text())));
    for (const auto &[slider, share] : m_sliders)
        slider->setValue(static_cast<int>(std::lround(100 * m_question.*share)));
    m_spread->setChoice(static_cast<int>(m_question.spread));
    m_filling = false;
}

void ScenarioPage::ask(const reports::WhatIf &question)
{
    m_question = question;
    fillChoices();
    play();
}

void ScenarioPage::documentChanged(document::Changes what)
{
    if (what.testFlag(Change::Edited)) {
        const Index &index = m_document.snapshot()->index();
        if (m_question.failed && index.position(*m_question.failed) < 0)
            m_question.failed.reset();
        std::erase_if(m_question.failing, [&](const DealId &id) { return !index.deal(id); });
    } else if (what.testFlag(Change::Dataset)) {
        m_question = {};
    }
    if (isVisible() && Ground::of(m_document) != m_ground) {
        fillChoices();
        play();
    }
}

void ScenarioPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    fillChoices();
    play();
}

void ScenarioPage::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    Q_EMIT roundShown({});
    Q_EMIT scenarioTold({});
}

void ScenarioPage::tellScenario()
{
    const document::Snapshot &snapshot = *m_document.snapshot();
    QStringList words;
    if (m_question.failed)
        words << tr("%1 fails").arg(document::nameOf(snapshot, *m_question.failed));
    for (const DealId &id : m_question.failing)
        words << tr("milestone fails: %1").arg(document::titleOf(snapshot, id));
    if (m_question.announced < 1)
        words << tr("%1 % of what is announced").arg(std::lround(100 * m_question.announced));
    if (m_question.potential < 1)
        words << tr("%1 % of what is potential").arg(std::lround(100 * m_question.potential));
    if (!words.isEmpty() && m_round >= 0)
        words << tr("round %1 of %2").arg(m_round + 1).arg(m_outcome.rounds.size());
    Q_EMIT scenarioTold(isVisible() ? words.join(QStringLiteral(", ")) : QString());
}

void ScenarioPage::play()
{
    m_ground = Ground::of(m_document);
    m_background.run<reports::Outcome>(
        [ground = m_ground, question = m_question](const Progress &progress) {
            return reports::play(ground.snapshot->index(), ground.perspective(), question, progress);
        },
        [this](reports::Outcome outcome) { played(std::move(outcome)); });
}

void ScenarioPage::played(reports::Outcome outcome)
{
    m_outcome = std::move(outcome);
    m_verdict->setText(m_outcome.verdict);
    m_verdict->setVisible(!m_outcome.verdict.isEmpty());
    m_assumptions->setText(m_outcome.assumptions.join(u'\n'));
    m_network->setRows(m_outcome.network);
    m_parties->setRows(m_outcome.parties);
    m_undelivered->setRows(m_outcome.undelivered);
    m_inputs->setRows(m_document.snapshot(), m_outcome.inputs);
    showTables();
    m_rounds->setVisible(!m_outcome.rounds.empty());
    if (m_outcome.rounds.empty()) {
        m_round = -1;
        Q_EMIT roundShown({});
        tellScenario();
    } else {
        showRound(static_cast<int>(m_outcome.rounds.size()) - 1);
    }
}

void ScenarioPage::showTables()
{
    const bool changed = !m_outcome.network.empty();
    m_networkHead->setVisible(changed);
    m_networkView->setVisible(changed);
    const bool failed = m_question.failed.has_value();
    for (QWidget *part : std::initializer_list<QWidget *>{m_partiesHead, m_partiesNote, m_partiesView})
        part->setVisible(failed);
    QString note = m_outcome.measure + u'.';
    if (m_outcome.parties.empty())
        note += tr(" Nobody falls short.");
    if (!m_outcome.withoutInput.empty())
        note += (m_question.spread == reports::Spread::Clearing ? tr(" Taken to pay in full, since their funds are not disclosed: %1.")
                                                                : tr(" No result for want of an input: %1."))
                    .arg(namesOf(*m_document.snapshot(), m_outcome.withoutInput));
    m_partiesNote->setText(note);
    const bool supplies = !m_outcome.undelivered.empty();
    for (QWidget *part : std::initializer_list<QWidget *>{m_undeliveredHead, m_undeliveredNote, m_undeliveredView})
        part->setVisible(supplies);
    m_undeliveredNote->setText(tr("Contracts that are not fulfilled and need not be paid, and capacity, layer by layer: what was to come; "
                                  "what still comes."));
    for (QTableView *table : {m_networkView, m_partiesView, m_undeliveredView, m_inputsView})
        setHeight(*table);
}

void ScenarioPage::showRound(int round)
{
    const int count = static_cast<int>(m_outcome.rounds.size());
    if (round < 0 || round >= count)
        return;
    m_round = round;
    const reports::OutcomeRound &shown = m_outcome.rounds[static_cast<std::size_t>(round)];
    const QString newly = shown.newly.empty() ? tr("nobody new") : namesOf(*m_document.snapshot(), shown.newly);
    m_roundText->setText(tr("Round %1 of %2, step %3: %4. %5 % lost by then.")
                             .arg(round + 1)
                             .arg(count)
                             .arg(shown.step)
                             .arg(newly)
                             .arg(QString::number(100 * shown.lost, 'f', 1)));
    showChart();
    std::vector<OrganizationId> hit;
    for (int i = 0; i <= round; ++i) {
        const auto &newlyHit = m_outcome.rounds[static_cast<std::size_t>(i)].newly;
        hit.insert(hit.end(), newlyHit.begin(), newlyHit.end());
    }
    if (m_question.failed && std::ranges::find(hit, *m_question.failed) == hit.end())
        hit.insert(hit.begin(), *m_question.failed);
    // By the last round those who go without what it delivers are hit as well.
    if (round + 1 == count)
        for (const reports::OutcomeRow &row : m_outcome.undelivered)
            if (row.party && std::ranges::find(hit, *row.party) == hit.end())
                hit.push_back(*row.party);
    Q_EMIT roundShown(isVisible() ? hit : std::vector<OrganizationId>());
    tellScenario();
}

void ScenarioPage::showChart()
{
    charts::CoverTable table;
    table.title = tr("Lost by each round");
    table.unit = tr("% of all that is at stake");
    table.counts = m_outcome.measure;
    table.marked = m_round;
    for (const reports::OutcomeRound &round : m_outcome.rounds) {
        const double lost = 100 * round.lost;
        const QString words =
            tr("Step %1: %2 % lost, newly hit: %3")
                .arg(round.step)
                .arg(QString::number(lost, 'f', 1), round.newly.empty() ? tr("nobody") : namesOf(*m_document.snapshot(), round.newly));
        table.columns.push_back({QString::number(round.step), lost, lost, 0, words});
    }
    m_chart->setTable(std::move(table));
}

void ScenarioPage::recolour()
{
    m_chart->setTheme(panels::themeOf(*this).kind, palette().color(QPalette::AlternateBase));
}

void ScenarioPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

} // namespace dealscape::circular

#include "moc_scenariopage.cpp"
