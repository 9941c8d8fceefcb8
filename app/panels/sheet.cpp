// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sheet.h"

#include "document/lookup.h"
#include "document/revealing.h"
#include "document/unfolding.h"
#include "document/wording.h"
#include "models/partysums.h"
#include "view/numbers.h"
#include "view/unwritable.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>

#include <algorithm>
#include <map>

namespace dealscape::panels {

using document::text;
using view::FontRole;

namespace {

constexpr int factWidth = 96;
constexpr std::size_t mostRows = 40;

QString sumText(const analysis::Sum &sum)
{
    QString amount = sum.deals > 0 ? view::money({sum.low, sum.high}) : QStringLiteral("–");
    if (sum.unpublished > 0)
        amount += Sheet::tr(" and %1 unpublished").arg(sum.unpublished);
    return amount;
}

QString sumText(const analysis::PowerSum &sum)
{
    QString amount = sum.deals > 0 ? view::power(sum.high) : QStringLiteral("–");
    if (sum.unpublished > 0)
        amount += Sheet::tr(" and %1 unpublished").arg(sum.unpublished);
    return amount;
}

/// Each source once, in the order in which the deals name them.
std::vector<SourceId> sourcesOf(const document::Snapshot &snapshot, const std::vector<int> &deals)
{
    std::vector<SourceId> ids;
    for (const int position : deals)
        for (const SourceId &id : snapshot.dataset().deals[static_cast<std::size_t>(position)].sources)
            if (std::ranges::count(ids, id) == 0)
                ids.push_back(id);
    return ids;
}

} // namespace

LineLook lineOf(const Deal &deal)
{
    return {familyOf(deal.flow), deal.certainty, deal.moneyDirectionKnown()};
}

QString amountOf(const Deal &deal)
{
    if (!deal.power)
        return view::money(deal.value);
    const QString power = view::power(deal.power->capacity);
    return deal.value.published() ? view::money(deal.value) + QStringLiteral(" · ") + power : power;
}

Sheet::Sheet(document::Document &document, Unfolded &unfolded, QWidget *parent)
    : QWidget(parent), m_document(document), m_snapshot(document.snapshot()), m_unfolded(unfolded), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(4);
    m_column->setAlignment(Qt::AlignTop);
}

void Sheet::heading(const QString &text, const QString &aside)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 12, 0, 2);
    row->addWidget(label(text, FontRole::SmallBold, Tone::Text, this), 1);
    if (!aside.isEmpty()) {
        QLabel *at = label(aside, FontRole::Small, Tone::Second, this);
        at->setWordWrap(false);
        row->addWidget(at);
    }
    m_column->addLayout(row);
}

void Sheet::rule()
{
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(9);
    m_column->addWidget(line);
}

void Sheet::fact(const QString &name, QWidget *value)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    QLabel *title = label(name, FontRole::Small, Tone::Second, this);
    title->setFixedWidth(factWidth);
    title->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    title->setContentsMargins(0, 2, 0, 0);
    row->addWidget(title, 0, Qt::AlignTop);
    row->addWidget(value, 1);
    m_column->addLayout(row);
}

void Sheet::fact(const QString &name, const QString &text)
{
    if (!text.isEmpty())
        fact(name, label(text, FontRole::Body, Tone::Text, this));
}

void Sheet::paragraph(const QString &text, Tone tone)
{
    if (text.isEmpty())
        return;
    QLabel *words = label(text, FontRole::Small, tone, this);
    words->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("Copy text"), words);
    connect(copy, &QAction::triggered, words, [text] { QGuiApplication::clipboard()->setText(text); });
    words->addAction(copy);
    m_column->addWidget(words);
}

QWidget *Sheet::link(const OrganizationId &id, FontRole font)
{
    auto *button = new LinkButton(document::nameOf(*m_snapshot, id), font, this);
    connect(button, &QAbstractButton::clicked, &m_document, [this, id] { m_document.select(id); });
    return button;
}

LayerStyle Sheet::styleOf(const OrganizationId &id) const
{
    const Organization *organization = m_snapshot->index().organization(id);
    const Layer *layer = organization ? m_snapshot->index().layer(organization->layer) : nullptr;
    return layer ? layer->style : LayerStyle::Models;
}

void Sheet::parties(const OrganizationId &tail, const OrganizationId &head, const LineLook &look, const QString &aside)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(new LayerMark(styleOf(tail), this));
    row->addWidget(link(tail, FontRole::BodyBold));
    row->addWidget(new LineSample(look, this));
    row->addWidget(new LayerMark(styleOf(head), this));
    row->addWidget(link(head, FontRole::BodyBold));
    row->addStretch(1);
    m_column->addLayout(row);
    paragraph(aside, Tone::Second);
}

void Sheet::figure(const QString &large, const QString &small, const QString &aside)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    for (const auto &[words, font, tone] : {std::tuple(large, FontRole::Title, Tone::Text), std::tuple(small, FontRole::Body, Tone::Text),
                                            std::tuple(aside, FontRole::Small, Tone::Second)})
    {
        if (words.isEmpty())
            continue;
        QLabel *part = label(words, font, tone, this);
        part->setWordWrap(false);
        row->addWidget(part, 0, Qt::AlignBottom);
    }
    row->addStretch(1);
    m_column->addLayout(row);
}

void Sheet::dealRow(const Deal &deal, const QString &name, QVBoxLayout &column)
{
    auto *row = new DealRow(lineOf(deal), name, amountOf(deal), this);
    row->setAccessibleName(document::describeDeal(*m_snapshot, deal));
    row->setToolTip(text(deal.headline));
    row->setObjectName(text(deal.id.text()));
    connect(row, &QAbstractButton::clicked, &m_document, [this, id = deal.id] { m_document.select(id); });
    column.addWidget(row);
}

void Sheet::dealRows(const QString &title, const std::vector<int> &positions)
{
    if (positions.empty())
        return;
    heading(title, QString::number(positions.size()));
    for (const int position : positions) {
        const Deal &d = m_snapshot->dataset().deals[static_cast<std::size_t>(position)];
        dealRow(d, document::titleOf(*m_snapshot, d.id), *m_column);
    }
}

void Sheet::dealGroups(const std::vector<int> &positions, const Organization &o, const QString &where)
{
    for (const models::DealGroup &group : models::dealGroups(*m_snapshot, positions, o.id)) {
        heading(where.isEmpty() ? models::title(group.way) : tr("%1, %2").arg(models::title(group.way), where),
                view::counted(group.deals, tr("deal"), tr("deals")));
        auto *column = new QVBoxLayout;
        column->setSpacing(m_column->spacing());
        m_column->addLayout(column);
        partnerRows(group.partners, 0, o.id, *column);
    }
}

/// So many at a time: an organisation may have thousands of partners.
void Sheet::partnerRows(const std::vector<models::PartnerDeals> &partners, std::size_t from, const OrganizationId &organization,
                        QVBoxLayout &column)
{
    const std::size_t end = std::min(partners.size(), from + mostRows);
    for (std::size_t i = from; i < end; ++i)
        partnerRow(partners[i], organization, column);
    if (end == partners.size())
        return;
    auto *more = new LinkButton(tr("%1 more partners").arg(partners.size() - end), FontRole::Small, this);
    column.addWidget(more);
    connect(more, &QAbstractButton::clicked, this, [this, more, partners, end, organization, &column] {
        more->hide();
        more->deleteLater();
        partnerRows(partners, end, organization, column);
    });
}

void Sheet::partnerRow(const models::PartnerDeals &partner, const OrganizationId &organization, QVBoxLayout &column)
{
    const QString name = document::nameOf(*m_snapshot, partner.partner);
    const auto &deals = m_snapshot->dataset().deals;
    if (partner.deals.size() == 1) {
        const Deal &d = deals[static_cast<std::size_t>(partner.deals.front())];
        const QString headline = text(d.headline);
        dealRow(d, headline.isEmpty() ? name : name + QStringLiteral(": ") + headline, column);
        return;
    }
    auto *row = new PartnerRow(name, view::counted(static_cast<int>(partner.deals.size()), tr("deal"), tr("deals")), partner.sums, this);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(18, 0, 0, 4);
    inside->setSpacing(m_column->spacing());
    column.addWidget(row);
    column.addLayout(inside);
    const std::pair key(organization, partner.partner);
    connect(row, &QAbstractButton::toggled, this, [this, inside, partner, key, name](bool open) {
        if (open)
            m_unfolded.insert(key);
        else
            m_unfolded.erase(key);
        while (QLayoutItem *item = inside->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        const std::size_t shown = open ? std::min(partner.deals.size(), mostRows) : 0;
        for (std::size_t i = 0; i < shown; ++i) {
            const Deal &d = m_snapshot->dataset().deals[static_cast<std::size_t>(partner.deals[i])];
            const QString headline = text(d.headline);
            dealRow(d, headline.isEmpty() ? name : headline, *inside);
        }
        if (open && shown < partner.deals.size())
            inside->addWidget(
                label(tr("%1 more in the table of deals").arg(partner.deals.size() - shown), FontRole::Small, Tone::Third, this));
    });
    row->setChecked(m_unfolded.contains(key));
}

void Sheet::hidden(const document::Selection &selection)
{
    const auto revealed = document::revealing(*m_snapshot, m_document.perspective(), selection);
    if (!revealed)
        return;
    auto *row = new QHBoxLayout;
    row->addWidget(label(revealed->reasons.isEmpty() ? tr("Not in the picture: outside the filter")
                                                     : tr("Not in the picture: %1").arg(revealed->reasons.join(QStringLiteral(", "))),
                         FontRole::Small, Tone::Second, this),
                   1);
    auto *show = new LinkButton(tr("Show it"), FontRole::SmallBold, this);
    show->setToolTip(tr("Widens the filter as far as it takes; Back undoes it"));
    connect(show, &QAbstractButton::clicked, &m_document, [this, next = revealed->next] { m_document.setPerspective(next); });
    row->addWidget(show, 0, Qt::AlignTop);
    m_column->addLayout(row);
}

void Sheet::withoutDeals()
{
    std::vector<OrganizationId> alone;
    for (const Organization &o : m_snapshot->dataset().organizations)
        if (m_snapshot->index().dealsOf(o.id).empty())
            alone.push_back(o.id);
    if (alone.empty())
        return;
    auto *more =
        new LinkButton(tr("%1 without a deal").arg(view::counted(static_cast<int>(alone.size()), tr("organisation"), tr("organisations"))),
                       FontRole::Small, this);
    m_column->addWidget(more);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 0, 0, 0);
    m_column->addLayout(column);
    connect(more, &QAbstractButton::clicked, this, [this, more, alone, column] {
        more->setEnabled(false);
        const std::size_t shown = std::min(alone.size(), mostRows);
        for (std::size_t i = 0; i < shown; ++i)
            column->addWidget(link(alone[i], FontRole::Small));
        if (shown < alone.size())
            column->addWidget(label(tr("and %1 more").arg(alone.size() - shown), FontRole::Small, Tone::Third, this));
    });
}

void Sheet::claims(const Organization &o)
{
    std::vector<const Claim *> about;
    std::vector<SourceId> ids;
    for (const Claim &claim : m_snapshot->dataset().claims)
        if (claim.subject == o.id) {
            about.push_back(&claim);
            ids.insert(ids.end(), claim.sources.begin(), claim.sources.end());
        }
    if (about.empty())
        return;
    heading(tr("Statements about it"), QString::number(about.size()));
    for (const Claim *claim : about) {
        paragraph(text(claim->statement));
        paragraph(tr("%1, confidence %2").arg(text(claim->date.spoken()), text(dealscape::label(claim->confidence)).toLower()),
                  Tone::Third);
        paragraph(text(claim->note), Tone::Second);
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    sources(ids);
}

void Sheet::ribbonSums(const std::vector<int> &deals)
{
    fact(tr("Together"), document::describeSums(*m_snapshot, deals, 3));
    std::map<Certainty, MoneyRange> sums;
    for (const int position : deals)
        for (const CertaintyPart &part : partsOf(m_snapshot->dataset().deals[static_cast<std::size_t>(position)])) {
            if (!part.value.published())
                continue;
            const auto [sum, fresh] = sums.try_emplace(part.certainty, part.value);
            if (fresh)
                continue;
            const auto low = sum->second.at(Bound::Low).dollars() + part.value.at(Bound::Low).dollars();
            const auto high = sum->second.at(Bound::High).dollars() + part.value.at(Bound::High).dollars();
            sum->second = MoneyRange{Money(low), Money(high)};
        }
    for (const auto &[certainty, sum] : sums)
        fact(text(dealscape::label(certainty)), view::money(sum));
}

void Sheet::nothing()
{
    const view::Network &network = m_document.network();
    m_column->addWidget(label(tr("Nothing selected"), FontRole::BodyBold, Tone::Text, this));
    paragraph(tr("Click an organisation or a ribbon in the picture, or find one with Ctrl+F."), Tone::Second);
    if (!m_document.open())
        return;
    rule();
    paragraph(text(m_snapshot->dataset().description));
    fact(tr("In view"),
         tr("%1 and %2")
             .arg(view::counted(static_cast<int>(network.nodes.size()), tr("organisation"), tr("organisations")),
                  view::counted(static_cast<int>(network.deals.size()), tr("deal"), tr("deals"))));
    if (m_snapshot->dataset().asOf)
        fact(tr("As of"), text(m_snapshot->dataset().asOf->spoken()));
    withoutDeals();
    paragraph(view::unwritableSentence(m_snapshot->index()), Tone::Second);
    if (m_snapshot->dataset().notes.empty())
        return;
    auto *notes = new LinkButton(tr("Notes on the data"), FontRole::Small, this);
    m_column->addWidget(notes);
    connect(notes, &QAbstractButton::clicked, this, [this, notes] {
        notes->hide();
        for (const std::string &note : m_snapshot->dataset().notes)
            paragraph(text(note), Tone::Second);
    });
}

void Sheet::valuation(const Organization &o)
{
    if (!o.valuation)
        return;
    const Valuation &v = *o.valuation;
    figure(view::money(v.value), {}, tr("%1, %2").arg(text(v.kind), text(v.asOf.spoken())));
    if (v.source)
        if (const Source *source = m_snapshot->index().source(*v.source))
            paragraph(tr("%1: %2").arg(text(source->publisher), text(source->title)), Tone::Third);
}

void Sheet::partners(const Organization &o)
{
    const document::Neighbours partners = document::neighboursOf(*m_snapshot, m_document.perspective(), o.id);
    if (partners.hidden == 0 || m_document.perspective().asReported)
        return;
    auto *value = new QWidget(this);
    auto *row = new QHBoxLayout(value);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label(tr("%1 of %2 in view").arg(partners.all - partners.hidden).arg(partners.all), FontRole::Body, Tone::Text, value),
                   1);
    if (const auto next = document::expanded(m_document.perspective(), o.id)) {
        auto *more = new LinkButton(tr("Show +%1").arg(partners.hidden), FontRole::Body, value);
        connect(more, &QAbstractButton::clicked, &m_document, [this, next] { m_document.setPerspective(*next); });
        row->addWidget(more);
    }
    fact(tr("Partners"), value);
}

void Sheet::flows(const Organization &o)
{
    const auto &deals = m_document.network().deals;
    for (const models::FlowRow &row : models::flowsOf(*m_snapshot, deals, o.id)) {
        heading(text(label(row.flow)), tr("counted once, in view"));
        if (!row.pays.empty())
            fact(tr("Pays"), sumText(row.pays));
        if (!row.receives.empty())
            fact(tr("Receives"), sumText(row.receives));
    }
    for (const models::PowerRow &row : models::powerOf(*m_snapshot, deals, o.id)) {
        heading(tr("Power, %1").arg(text(label(row.layer)).toLower()), tr("layers are not added"));
        if (!row.supplies.empty())
            fact(tr("Supplies"), sumText(row.supplies));
        if (!row.takes.empty())
            fact(tr("Takes"), sumText(row.takes));
    }
}

void Sheet::organization(const Organization &o)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new LayerMark(styleOf(o.id), this));
    head->addWidget(label(document::fullNameOf(*m_snapshot, o), FontRole::BodyBold, Tone::Text, this), 1);
    m_column->addLayout(head);
    const Layer *layer = m_snapshot->index().layer(o.layer);
    QStringList parts = {layer ? text(layer->label) : text(o.layer.text()), document::countryOf(o.country), document::everyday(o.kind)};
    if (!o.listing.ticker.empty())
        parts << tr("%1 on %2").arg(text(o.listing.ticker), text(o.listing.exchange));
    parts.removeAll(QString());
    paragraph(parts.join(QStringLiteral(" · ")), Tone::Second);
    hidden(o.id);
    valuation(o);
    if (o.parent)
        fact(tr("Part of"), link(*o.parent, FontRole::Body));
    partners(o);
    rule();
    flows(o);

    const auto &inView = m_document.network().deals;
    std::vector<int> shown;
    std::vector<int> outside;
    for (const int position : m_snapshot->index().dealsOf(o.id))
        (std::ranges::binary_search(inView, position) ? shown : outside).push_back(position);
    dealGroups(shown, o, {});
    dealGroups(outside, o, tr("outside the filters"));
    if (shown.empty() && outside.empty())
        paragraph(tr("No deal of this organisation is on record."), Tone::Second);
    if (!o.note.empty()) {
        heading(tr("Note"));
        paragraph(text(o.note));
    }
    claims(o);
}

void Sheet::edge(const document::EdgeKey &key)
{
    const std::vector<int> all = document::dealsOf(*m_snapshot, key);
    std::vector<int> counted;
    std::vector<int> uncounted;
    for (const int position : all)
        (m_snapshot->dataset().deals[static_cast<std::size_t>(position)].counted() ? counted : uncounted).push_back(position);
    if (counted.size() == 1) {
        deal(m_snapshot->dataset().deals[static_cast<std::size_t>(counted.front())]);
    } else {
        const LineLook look{key.family, Certainty::Binding, true};
        parties(
            key.tail, key.head, look,
            tr("%1, %2 not counted").arg(view::counted(static_cast<int>(counted.size()), tr("deal"), tr("deals"))).arg(uncounted.size()));
        hidden(key);
        ribbonSums(counted);
        dealRows(tr("Deals"), counted);
    }
    dealRows(tr("Also on record, not counted"), uncounted);
    if (counted.size() != 1)
        sources(sourcesOf(*m_snapshot, counted));
}

} // namespace dealscape::panels
