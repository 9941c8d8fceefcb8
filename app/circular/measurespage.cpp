// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/measurespage.h"

#include "analysis/select.h"
#include "circular/controls.h"
#include "circular/measurerow.h"
#include "document/wording.h"
#include "network/network.h"
#include "panels/parts.h"
#include "style/text.h"
#include "words/numbers.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <functional>

namespace dealscape::circular {

using document::Change;
using panels::label;
using panels::Tone;
using style::FontRole;

namespace {

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

MeasuresPage::MeasuresPage(document::Document &document, QWidget *parent)
    : QScrollArea(parent), m_document(document), m_countries(new models::CountryTable(this))
{
    auto *body = new QWidget;
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(margin, 12, margin, 16);
    m_column->setSpacing(6);
    makeProgress();
    m_partySlot = makeSlot();
    m_networkSlot = makeSlot();
    makeCut();
    makeCountries();
    m_stateSlot = makeSlot();
    m_column->addStretch(1);
    body->setBackgroundRole(QPalette::AlternateBase);
    dressPage(*this, body);
    setAccessibleName(tr("Measures"));
    connect(&document, &document::Document::changed, this, &MeasuresPage::documentChanged);
    connect(&m_background, &document::Background::started, this, [this] { m_progress->setValue(0); });
    connect(&m_background, &document::Background::advanced, this, [this](double share) {
        m_waiting->show();
        m_progress->setValue(static_cast<int>(100 * share));
    });
    connect(&m_background, &document::Background::ended, m_waiting, &QWidget::hide);
}

QVBoxLayout *MeasuresPage::makeSlot()
{
    auto *slot = new QVBoxLayout;
    slot->setSpacing(2);
    m_column->addLayout(slot);
    return slot;
}

void MeasuresPage::makeProgress()
{
    m_waiting = new QWidget(m_column->parentWidget());
    auto *row = new QHBoxLayout(m_waiting);
    row->setContentsMargins(0, 0, 0, 0);
    m_progress = new QProgressBar(m_waiting);
    m_progress->setAccessibleName(tr("Measuring"));
    auto *cancel = new QPushButton(tr("Cancel"), m_waiting);
    connect(cancel, &QPushButton::clicked, &m_background, &document::Background::cancel);
    row->addWidget(m_progress, 1);
    row->addWidget(cancel);
    m_waiting->hide();
    m_column->addWidget(m_waiting);
}

void MeasuresPage::makeCut()
{
    QWidget *body = m_column->parentWidget();
    m_column->addWidget(label(tr("Between two parties"), FontRole::BodyBold, Tone::Text, body));
    auto *row = new QHBoxLayout;
    const auto choice = [&](const QString &name) {
        auto *box = new QComboBox(body);
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        connect(box, &QComboBox::currentIndexChanged, this, &MeasuresPage::showCut);
        row->addWidget(box, 1);
        return box;
    };
    m_from = choice(tr("Money from"));
    row->addWidget(secondLabel(tr("to"), body));
    m_to = choice(tr("Money to"));
    m_column->addLayout(row);
    m_cutSlot = makeSlot();
}

void MeasuresPage::makeCountries()
{
    QWidget *body = m_column->parentWidget();
    m_column->addWidget(label(tr("Across borders"), FontRole::BodyBold, Tone::Text, body));
    auto *row = new QHBoxLayout;
    QLabel *words = secondLabel(tr("Rows pay, columns are paid:"), body);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    m_flow = new QComboBox(body);
    m_flow->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_flow->setMinimumContentsLength(10);
    m_flow->setAccessibleName(tr("Flow class"));
    for (const auto &flow : vocabulary<FlowClass>())
        m_flow->addItem(document::text(flow.label), static_cast<int>(flow.value));
    m_flow->setCurrentIndex(m_flow->findData(static_cast<int>(FlowClass::Capital)));
    connect(m_flow, &QComboBox::currentIndexChanged, this, &MeasuresPage::showCountries);
    row->addWidget(m_flow, 1);
    m_column->addLayout(row);
    m_borders = changingLabel(FontRole::Small, Tone::Second, body);
    m_column->addWidget(m_borders);
    m_matrix = new QTableView(body);
    m_matrix->setModel(m_countries);
    dressTable(*m_matrix);
    m_matrix->horizontalHeader()->show();
    m_matrix->verticalHeader()->show();
    m_matrix->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_matrix->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_matrix->setAccessibleName(tr("Payments between countries"));
    connect(m_matrix, &QTableView::clicked, this, [this](const QModelIndex &index) {
        const auto &payer = m_countries->headerData(index.row(), Qt::Vertical).toString();
        const auto &payee = m_countries->headerData(index.column(), Qt::Horizontal).toString();
        for (const analysis::CountryFlow &flow : m_countries->matrix().flows)
            if (models::CountryTable::nameOf(flow.from) == payer && models::CountryTable::nameOf(flow.to) == payee)
                m_document.select(m_document.dataset().deals[static_cast<std::size_t>(flow.deals.front())].id);
    });
    m_column->addWidget(m_matrix);
}

std::optional<OrganizationId> MeasuresPage::subject() const
{
    if (const auto *id = std::get_if<OrganizationId>(&m_document.selection()))
        return *id;
    return std::nullopt;
}

void MeasuresPage::documentChanged(document::Changes what)
{
    if (isVisible() && (what & (document::Changes(Change::Dataset) | Change::Perspective | Change::Selected)))
        measure();
}

void MeasuresPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    measure();
}

void MeasuresPage::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    Q_EMIT told({});
}

void MeasuresPage::measure()
{
    fillCombos();
    showCountries();
    const Ground ground = Ground::of(m_document);
    m_background.run<Found>(
        [ground, party = subject(), known = ground == m_measured](const Progress &progress) {
            const Perspective perspective = ground.perspective();
            Found found;
            const auto part = [&](double from) {
                return Progress{[&progress, from](double share) { progress(from + share / 2); }, progress.cancelled};
            };
            if (!known) {
                found.network = reports::networkMeasures(ground.snapshot->index(), perspective, part(0));
                found.states = reports::stateMeasures(ground.snapshot->index(), perspective);
            }
            if (party && !progress.stop())
                found.party = reports::partyMeasures(ground.snapshot->index(), perspective, *party, part(0.5));
            return found;
        },
        [this, ground](const Found &found) {
            clear(m_partySlot);
            if (found.party)
                list(m_partySlot, *found.party, found.party->measures.empty() ? tr("It has no deal in this filter.") : QString());
            if (found.network)
                list(m_networkSlot, *found.network,
                     tr("Firm counted deals in this filter, high bound. Letters of intent and rumours are left out."));
            if (found.states)
                list(m_stateSlot, *found.states,
                     found.states->measures.empty() ? tr("No state and no state-backed party in this filter.") : QString());
            m_measured = ground;
        });
}

void MeasuresPage::list(QVBoxLayout *slot, const reports::MeasureGroup &group, const QString &note)
{
    clear(slot);
    QWidget *body = m_column->parentWidget();
    slot->addWidget(label(group.title, FontRole::BodyBold, Tone::Text, body));
    if (!note.isEmpty())
        slot->addWidget(label(note, FontRole::Small, Tone::Second, body));
    for (const reports::Measure &measure : group.measures) {
        auto *row = new MeasureRow(measure, body);
        connect(row, &MeasureRow::told, this, &MeasuresPage::told);
        slot->addWidget(row);
    }
}

void MeasuresPage::fillCombos()
{
    std::vector<std::pair<QString, QString>> parties;
    std::vector<network::NetworkNode> nodes = m_document.network().nodes;
    std::ranges::stable_sort(nodes, std::greater<>(), [](const network::NetworkNode &node) { return node.turnover.value_or(Money()); });
    for (const network::NetworkNode &node : nodes) {
        const OrganizationId &id = m_document.dataset().organizations[static_cast<std::size_t>(node.organization)].id;
        parties.emplace_back(document::nameOf(*m_document.snapshot(), id), QString::fromStdString(id.text()));
    }
    const auto largest = parties;
    std::ranges::sort(parties, [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    m_filling = true;
    std::size_t rank = 0;
    for (QComboBox *box : {m_from, m_to}) {
        const QString before = box->currentData().toString();
        box->clear();
        for (const auto &[name, id] : parties)
            box->addItem(name, id);
        const int kept = box->findData(before);
        const bool any = rank < largest.size();
        box->setCurrentIndex(kept >= 0 ? kept : any ? box->findData(largest[rank].second) : box->count() - 1);
        ++rank;
    }
    m_filling = false;
    showCut();
}

void MeasuresPage::showCut()
{
    if (m_filling)
        return;
    const auto idOf = [](const QComboBox *box) { return OrganizationId(box->currentData().toString().toStdString()); };
    clear(m_cutSlot);
    auto *row = new MeasureRow(reports::cutBetween(m_document.snapshot()->index(), m_document.perspective(), idOf(m_from), idOf(m_to)),
                               m_column->parentWidget());
    connect(row, &MeasureRow::told, this, &MeasuresPage::told);
    m_cutSlot->addWidget(row);
}

void MeasuresPage::showCountries()
{
    const auto flow = static_cast<FlowClass>(m_flow->currentData().toInt());
    const std::vector<int> deals = analysis::measured(m_document.snapshot()->index(), m_document.perspective());
    m_countries->setMatrix(analysis::countryMatrix(m_document.snapshot()->index(), deals, flow));
    const analysis::CountryMatrix &matrix = m_countries->matrix();
    const auto spoken = [](const analysis::Sum &sum) { return words::money(analysis::rangeOf(sum), u"–"); };
    m_borders->setText(
        matrix.flows.empty()
            ? tr("Nothing of this kind in this filter.")
            : tr("%1 across borders, %2 within one country%3.")
                  .arg(spoken(matrix.crossBorder), spoken(matrix.domestic),
                       matrix.unknown.empty() ? QString() : tr(", %1 where a country is not named").arg(spoken(matrix.unknown))));
    m_matrix->setVisible(!matrix.flows.empty());
    m_matrix->resizeColumnsToContents();
    const int bar = m_matrix->horizontalHeader()->length() > m_matrix->viewport()->width() ? 12 : 0;
    m_matrix->setFixedHeight(m_matrix->horizontalHeader()->sizeHint().height() + rowHeight * m_countries->rowCount() + 2 + bar);
}

} // namespace dealscape::circular

#include "moc_measurespage.cpp"
