// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/loopspage.h"

#include "circular/controls.h"
#include "circular/looprows.h"
#include "document/lookup.h"
#include "document/wording.h"
#include "panels/parts.h"
#include "style/text.h"
#include "words/numbers.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>
#include <map>

namespace dealscape::circular {

using document::Change;
using panels::Tone;
using style::FontRole;

namespace {

/// What was found, in one sentence: how many and the one round which most can go.
QString foundIn(const Index &index, const reports::LoopFinding &finding)
{
    const reports::FoundLoop *largest = nullptr;
    int here = 0;
    for (const reports::FoundLoop &loop : finding.loops) {
        if (loop.place != reports::LoopPlace::Here)
            continue;
        ++here;
        if (loop.loop.unknownLegs == 0 && (!largest || largest->smallest().at(Bound::High) < loop.smallest().at(Bound::High)))
            largest = &loop;
    }
    if (here == 0)
        return {};
    const QString count = words::counted(here, LoopsPage::tr("loop"), LoopsPage::tr("loops"));
    if (!largest)
        return LoopsPage::tr("Money comes back in %1; no loop has an amount on every leg.").arg(count);
    return LoopsPage::tr("Money comes back in %1. Most goes round by %2: %3.")
        .arg(count, reports::nameOf(index, *largest, reports::Home::Named), words::money(largest->smallest()));
}

QString lengthsOf(const reports::LoopFinding &finding)
{
    std::map<std::size_t, int> lengths;
    for (const reports::FoundLoop &loop : finding.loops)
        if (loop.place != reports::LoopPlace::OtherTier)
            ++lengths[loop.legs.size()];
    QStringList parts;
    for (const auto &[steps, count] : lengths)
        parts << LoopsPage::tr("%1 of %2 steps").arg(count).arg(steps);
    QString text = parts.isEmpty() ? LoopsPage::tr("No money comes back within these steps in this filter.")
                                   : LoopsPage::tr("By length: %1; without letters of intent.").arg(parts.join(QStringLiteral(", ")));
    if (finding.completion == analysis::Completion::LimitReached)
        text += LoopsPage::tr(" There are more: only those with the largest smallest legs are kept.");
    if (finding.completion == analysis::Completion::StepsExhausted)
        text += LoopsPage::tr(" The search was cut off: those found have the largest smallest legs.");
    return text;
}

document::EdgeKey ribbonOf(const reports::LoopLeg &leg)
{
    return {leg.payer, leg.payee, leg.family};
}

/// The ribbon that is selected, or that a selected deal runs in.
std::optional<document::EdgeKey> selectedRibbon(const document::Document &document)
{
    if (const auto *key = std::get_if<document::EdgeKey>(&document.selection()))
        return *key;
    const auto *id = std::get_if<DealId>(&document.selection());
    const Deal *deal = id ? document.snapshot()->index().deal(*id) : nullptr;
    return deal ? std::optional(document::EdgeKey{deal->tail(), deal->head(), familyOf(deal->flow)}) : std::nullopt;
}

} // namespace

LoopsPage::LoopsPage(document::Document &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_list(new models::LoopList(this)), m_legs(new models::LegsTable(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeSearching());
    m_view = new QListView(this);
    m_view->setModel(m_list);
    m_view->setItemDelegate(new LoopRows(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setAccessibleName(tr("Loops"));
    m_view->setMinimumHeight(120);
    m_view->viewport()->setBackgroundRole(QPalette::AlternateBase);
    column->addWidget(m_view, 1);
    column->addWidget(makeDetail());
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!m_following && m_list->loopAt(current))
            choose(current);
    });
    connect(m_view, &QListView::clicked, m_list, &models::LoopList::openRest);
    connect(m_view, &QListView::activated, m_list, &models::LoopList::openRest);
    connect(m_list, &QAbstractItemModel::modelReset, this, &LoopsPage::follow);
    connect(&document, &document::Document::changed, this, &LoopsPage::documentChanged);
    connect(&m_background, &document::Background::started, this, [this] { m_progress->setValue(0); });
    connect(&m_background, &document::Background::advanced, this, [this](double share) {
        m_searching->show();
        m_progress->setValue(static_cast<int>(100 * share));
    });
    connect(&m_background, &document::Background::ended, m_searching, &QWidget::hide);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setMinimumWidth(320);
    showSubject();
}

QWidget *LoopsPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(margin, 12, margin, 10);
    column->setSpacing(8);
    m_found = changingLabel(FontRole::Body, Tone::Text, head);
    m_found->hide();
    column->addWidget(m_found);
    auto *rank = new QHBoxLayout;
    rank->addWidget(secondLabel(tr("Rank by"), head));
    auto *choices = new ChoiceRow({tr("Smallest leg"), tr("Closure"), tr("Steps")}, head);
    choices->setAccessibleName(tr("Rank loops by"));
    connect(choices, &ChoiceRow::chosen, m_list, [this](int choice) { m_list->setRank(static_cast<models::LoopRank>(choice)); });
    rank->addWidget(choices);
    rank->addStretch(1);
    column->addLayout(rank);

    auto *bounds = new QHBoxLayout;
    bounds->addWidget(secondLabel(tr("Up to"), head));
    m_length = new QSpinBox(head);
    m_length->setRange(2, 8);
    m_length->setValue(5);
    m_length->setSuffix(tr(" steps"));
    m_length->setAccessibleName(tr("Most steps of a loop"));
    connect(m_length, &QSpinBox::valueChanged, this, &LoopsPage::search);
    bounds->addWidget(m_length);
    bounds->addStretch(1);
    m_through = new QCheckBox(head);
    m_through->setMinimumWidth(margin);
    connect(m_through, &QCheckBox::toggled, this, &LoopsPage::search);
    bounds->addWidget(m_through);
    column->addLayout(bounds);
    m_lengths = changingLabel(FontRole::Small, Tone::Second, head);
    m_lengths->setToolTip(tr("Letters of intent, rumours and deals that are only potential carry no money round a loop."));
    column->addWidget(m_lengths);
    return head;
}

QWidget *LoopsPage::makeSearching()
{
    m_searching = new QWidget(this);
    auto *row = new QHBoxLayout(m_searching);
    row->setContentsMargins(margin, 0, margin, 8);
    m_progress = new QProgressBar(m_searching);
    m_progress->setAccessibleName(tr("Looking for loops"));
    auto *cancel = new QPushButton(tr("Cancel"), m_searching);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_searched = {};
        m_background.cancel();
    });
    row->addWidget(m_progress, 1);
    row->addWidget(cancel);
    m_searching->hide();
    return m_searching;
}

QWidget *LoopsPage::makeDetail()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(margin, 10, margin, 12);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    m_name = changingLabel(FontRole::SmallBold, Tone::Text, body);
    m_count = secondLabel(QString(), body);
    head->addWidget(m_name, 1);
    head->addWidget(m_count);
    column->addLayout(head);
    m_table = new QTableView(body);
    m_table->setModel(m_legs);
    dressTable(*m_table);
    m_table->horizontalHeader()->setMinimumSectionSize(24);
    m_table->viewport()->installEventFilter(this);
    m_table->setItemDelegateForColumn(models::LegsTable::SignColumn, new LegSigns(m_table));
    m_table->setAccessibleName(tr("Legs of the loop"));
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) { selectLeg(index.row()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { selectLeg(index.row()); });
    column->addWidget(m_table);
    column->addWidget(makeButtons());
    m_bars = new LegBars(body);
    column->addWidget(m_bars);
    m_order = changingLabel(FontRole::Small, Tone::Second, body);
    column->addWidget(m_order);
    body->setBackgroundRole(QPalette::AlternateBase);
    m_detail = new FitScroll(body, this);
    m_detail->hide();
    return m_detail;
}

QWidget *LoopsPage::makeButtons()
{
    auto *buttons = new Tiles;
    const auto add = [&](const QString &text, const QString &tip) {
        auto *button = new QPushButton(text, buttons);
        button->setToolTip(tip);
        return button;
    };
    connect(add(tr("Previous leg"), tr("Go back one payment")), &QPushButton::clicked, this, [this] { step(-1); });
    connect(add(tr("Next leg"), tr("Follow the money to the next payment")), &QPushButton::clicked, this, [this] { step(1); });
    m_ring = add(tr("Arrange as ring"), tr("Put its parties on a circle and the rest outside"));
    m_ring->setCheckable(true);
    connect(m_ring, &QPushButton::clicked, this, [this](bool on) { arrangeAs(on ? LayoutKind::Ring : LayoutKind::Web); });
    connect(add(tr("Show deals"), tr("List only the deals of the leg in the table below")), &QPushButton::clicked, this,
            &LoopsPage::wantDeals);
    connect(add(tr("Add as scene"), tr("Keep the lit loop as a scene of the story")), &QPushButton::clicked, this, &LoopsPage::sceneWanted);
    connect(add(tr("Put out"), tr("Light everything again")), &QPushButton::clicked, this, &LoopsPage::putOut);
    return buttons;
}

void LoopsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showSubject();
    search();
}

void LoopsPage::documentChanged(document::Changes what)
{
    if (what.testFlag(Change::Selected) || what.testFlag(Change::Dataset))
        showSubject();
    if (what & (document::Changes(Change::Dataset) | Change::Perspective | Change::Selected))
        search();
    if (what & (document::Changes(Change::Perspective) | Change::Selected))
        follow();
}

reports::LoopQuestion LoopsPage::question() const
{
    return {m_length->value(), m_through->isChecked() ? m_subject : std::nullopt};
}

void LoopsPage::search()
{
    if (!isVisible())
        return;
    const Ground ground = Ground::of(m_document);
    const reports::LoopQuestion asked = question();
    if (ground == m_searched && asked == m_asked)
        return;
    m_searched = ground;
    m_asked = asked;
    m_background.run<reports::LoopFinding>(
        [ground, asked](const Progress &progress) {
            return reports::findLoops(ground.snapshot->index(), ground.perspective(), asked, progress);
        },
        [this, snapshot = ground.snapshot](const reports::LoopFinding &finding) { found(finding, snapshot); });
}

void LoopsPage::found(const reports::LoopFinding &finding, const document::SnapshotPointer &snapshot)
{
    m_found->setText(foundIn(snapshot->index(), finding));
    m_found->setVisible(!m_found->text().isEmpty());
    m_lengths->setText(lengthsOf(finding));
    m_lengths->updateGeometry();
    m_list->setFinding(snapshot, std::make_shared<reports::LoopFinding>(finding));
}

void LoopsPage::choose(const QModelIndex &index)
{
    const reports::FoundLoop *loop = m_list->loopAt(index);
    if (!loop)
        return;
    Perspective next = m_document.perspective();
    next.trail = loop->trail();
    next.asReported = false;
    if (loop->place == reports::LoopPlace::OtherTier)
        next.filter.maximumTier = std::max(next.filter.maximumTier, loop->tier);
    if (loop->loop.unknownLegs > 0)
        next.filter.publishedOnly = false;
    m_leg = -1;
    m_document.setPerspective(next);
}

void LoopsPage::follow()
{
    m_following = true;
    const QModelIndex chosen = m_list->indexOf(m_document.perspective().trail);
    m_view->setCurrentIndex(chosen);
    if (chosen.isValid())
        m_view->scrollTo(chosen);
    else
        m_view->clearSelection();
    showLoop(m_list->loopAt(chosen));
    m_ring->setChecked(m_document.perspective().layout == LayoutKind::Ring);
    m_following = false;
}

void LoopsPage::showLoop(const reports::FoundLoop *loop)
{
    m_detail->setVisible(loop != nullptr);
    if (!loop)
        return;
    m_name->setText(nameOf(m_list->snapshot()->index(), *loop, reports::Home::Omitted));
    m_count->setText(words::counted(static_cast<int>(loop->legs.size()), tr("leg"), tr("legs")));
    m_legs->setLegs(m_list->snapshot(), loop->legs);
    m_table->setFixedHeight(rowHeight * static_cast<int>(loop->legs.size()) + 2);
    fitLegs();
    m_bars->setLoop(*loop);
    m_order->setText(orderSentence(m_list->snapshot()->index(), *loop));
    m_leg = -1;
    if (const auto key = selectedRibbon(m_document))
        for (std::size_t i = 0; i < loop->legs.size(); ++i)
            if (loop->legs[i].payer == key->tail && loop->legs[i].payee == key->head)
                m_leg = static_cast<int>(i);
    if (m_leg >= 0)
        m_table->selectRow(m_leg);
    else
        m_table->clearSelection();
    m_detail->updateGeometry();
}

void LoopsPage::fitLegs()
{
    constexpr int leastKind = 64;
    using Legs = models::LegsTable;
    const auto left = [this] {
        int room = m_table->viewport()->width();
        for (int column = 0; column < Legs::ColumnCount; ++column)
            if (column != Legs::KindColumn && !m_table->isColumnHidden(column)) {
                m_table->resizeColumnToContents(column);
                room -= m_table->columnWidth(column);
            }
        return room;
    };
    m_table->setColumnHidden(Legs::DateColumn, false);
    if (left() < leastKind)
        m_table->setColumnHidden(Legs::DateColumn, true);
    m_table->setColumnWidth(Legs::KindColumn, std::max(left(), 24));
}

bool LoopsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitLegs();
    return QWidget::eventFilter(watched, event);
}

void LoopsPage::showSubject()
{
    if (const auto *id = std::get_if<OrganizationId>(&m_document.selection()))
        m_subject = *id;
    if (m_subject && m_document.snapshot()->index().position(*m_subject) < 0)
        m_subject.reset();
    m_through->setEnabled(m_subject.has_value());
    if (!m_subject)
        m_through->setChecked(false);
    const QString text = m_subject ? tr("Through %1").arg(document::nameOf(*m_document.snapshot(), *m_subject)) : tr("Through selection");
    constexpr int taken = 192;
    QString shown = m_through->fontMetrics().elidedText(text, Qt::ElideRight, width() - taken);
    m_through->setToolTip(shown == text ? QString() : text);
    m_through->setAccessibleName(text);
    m_through->setText(shown.replace(u'&', QStringLiteral("&&")));
}

void LoopsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showSubject();
}

void LoopsPage::selectLeg(int leg)
{
    if (leg < 0 || leg >= m_legs->rowCount())
        return;
    const document::EdgeKey key = ribbonOf(m_legs->legs()[static_cast<std::size_t>(leg)]);
    m_leg = leg;
    m_document.select(key);
    Q_EMIT legStepped(key);
}

void LoopsPage::wantDeals()
{
    if (m_leg < 0)
        selectLeg(0);
    std::vector<panels::Listing> legs;
    for (const reports::LoopLeg &leg : m_legs->legs()) {
        panels::Listing &listing = legs.emplace_back(panels::Listing{ribbonOf(leg), {}});
        for (const int deal : leg.deals)
            listing.deals.push_back(m_list->snapshot()->dataset().deals[static_cast<std::size_t>(deal)].id);
    }
    Q_EMIT dealsWanted(legs);
}

void LoopsPage::step(int by)
{
    const int count = m_legs->rowCount();
    if (count > 0 && m_detail->isVisibleTo(this))
        selectLeg(m_leg < 0 ? (by > 0 ? 0 : count - 1) : (m_leg + by + count) % count);
}

void LoopsPage::arrangeAs(LayoutKind layout)
{
    Perspective next = m_document.perspective();
    next.layout = layout;
    m_document.setPerspective(next);
}

void LoopsPage::putOut()
{
    Perspective next = m_document.perspective();
    next.trail.reset();
    m_document.setPerspective(next);
}

} // namespace dealscape::circular

#include "moc_loopspage.cpp"
