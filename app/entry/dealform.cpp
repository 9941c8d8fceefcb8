// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/dealform.h"

#include "document/editing.h"
#include "document/wording.h"
#include "domain/certainty.h"
#include "entry/amounttext.h"
#include "panels/parts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace dealscape::entry {

using document::text;

namespace {

QString sourceLine(const Source &source)
{
    const QString date = source.date ? text(source.date->iso()) : QString();
    QStringList words{text(source.publisher), text(source.title), date};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

} // namespace

std::optional<Source> readSource(const QString &typed)
{
    Source source;
    QStringList words;
    for (const QString &raw : typed.split(u',')) {
        const QString part = raw.trimmed();
        if (part.isEmpty())
            continue;
        if (part.startsWith(QStringLiteral("https://")) || part.startsWith(QStringLiteral("http://")))
            source.url = part.toStdString();
        else if (const auto date = Date::parse(part.toStdString()); date && !source.date)
            source.date = date;
        else
            words << part;
    }
    if (words.isEmpty() && source.url.empty())
        return std::nullopt;
    const QString host = QUrl(text(source.url)).host();
    source.publisher = (words.isEmpty() ? host : words.takeFirst()).toStdString();
    source.title = words.isEmpty() ? "[" + (host.isEmpty() ? source.publisher : host.toStdString()) + "]"
                                   : words.join(QStringLiteral(", ")).toStdString();
    return source;
}

DealForm::DealForm(document::Document &document, DealId id, QWidget *parent) : Form(document, parent), m_id(std::move(id))
{
    buildShort();
    beginMore();
    buildMore();
    reflect();
    check();
}

QStringList DealForm::parties() const
{
    QStringList names{tr("not known")};
    for (const Organization &organization : m_document.dataset().organizations)
        names << document::nameOf(*m_document.snapshot(), organization.id);
    return names;
}

void DealForm::buildShort()
{
    m_headline = line(tr("Headline"), QStringLiteral("/headline"), tr("what the deal is, in one line"));
    m_amount = line(tr("Amount"), QStringLiteral("/value"), tr("300b, 20-30bn, up to 5bn, EUR 4bn at 1.08"));
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_sourceRows = new QWidget(box);
    auto *rows = new QVBoxLayout(m_sourceRows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_newSource = new QLineEdit(box);
    m_newSource->setObjectName(QStringLiteral("newSource"));
    m_newSource->setAccessibleName(tr("Add a source"));
    m_newSource->setPlaceholderText(tr("Publisher, title, date, address"));
    QStringList known;
    for (const Source &source : m_document.dataset().sources)
        known << sourceLine(source);
    auto *completer = new QCompleter(known, m_newSource);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_newSource->setCompleter(completer);
    column->addWidget(m_sourceRows);
    column->addWidget(m_newSource);
    m_sources = new Field(tr("Sources"), QStringLiteral("/sources"), box, this);
    keepField(m_sources);
    box->setFocusProxy(m_newSource);
    connect(m_newSource, &QLineEdit::editingFinished, this, &DealForm::takeSource);
    m_payer = choice(tr("Payer"), QStringLiteral("/payer"), parties());
    m_payee = choice(tr("Payee"), QStringLiteral("/payee"), parties());
    m_kind = choice(tr("Deal kind"), QStringLiteral("/kind"), phrases<DealKind>());
    m_power = line(tr("Power"), QStringLiteral("/power"), tr("4.5 GW"));
    m_announced = line(tr("Announced"), QStringLiteral("/announced"), tr("2025-10-07"));
    m_term = line(tr("Term"), QStringLiteral("/term"), tr("2027-2032"));
    m_status = choice(tr("Status"), QStringLiteral("/status"), phrases<DealStatus>());
    m_certainty = choice(tr("Certainty"), QStringLiteral("/certainty"), phrases<Certainty>());
    m_parts = line(tr("Parts"), QStringLiteral("/parts"), tr("15bn paid, up to 35bn potential"));
}

void DealForm::buildMore()
{
    QStringList groups{tr("none")};
    for (const OverlapGroup &group : m_document.dataset().groups)
        groups << document::text(group.id.text());
    QStringList successors{tr("none")};
    if (const Deal *own = m_document.snapshot()->index().deal(m_id))
        for (const Deal &deal : m_document.dataset().deals) {
            const bool alike = (deal.tail() == own->tail() && deal.head() == own->head()) ||
                (deal.tail() == own->head() && deal.head() == own->tail()) || deal.id == own->overlap.supersededBy;
            if (!alike || deal.id == m_id)
                continue;
            m_successors.push_back(deal.id);
            successors << document::text(deal.headline.empty() ? deal.id.text() : deal.headline);
        }
    m_supplier = choice(tr("Supplier"), QStringLiteral("/supplier"), parties());
    m_customer = choice(tr("Customer"), QStringLiteral("/customer"), parties());
    m_flow = choice(tr("What flows"), QStringLiteral("/flowClass"), phrases<FlowClass>());
    m_powerLayer = choice(tr("Power at"), QStringLiteral("/power/layer"), phrases<PowerLayer>());
    m_paid = line(tr("Paid so far"), QStringLiteral("/value/paid"), tr("15bn"));
    m_confidence = choice(tr("Confidence"), QStringLiteral("/confidence"), phrases<Confidence>());
    m_tier = choice(tr("Tier"), QStringLiteral("/tier"),
                    {tr("1, the core"), tr("2"), tr("3"), tr("4"), tr("5"), tr("6"), tr("7"), tr("8"), tr("9")});
    m_statusDetail = line(tr("Status detail"), QStringLiteral("/statusDetail"));
    m_commitment = line(tr("Commitment"), QStringLiteral("/commitment"), tr("contract, non-binding …"));
    m_group = choice(tr("Overlap group"), QStringLiteral("/overlap/group"), groups);
    m_role = choice(tr("Role in it"), QStringLiteral("/overlap/role"), phrases<OverlapRole>());
    m_counted = choice(tr("Counted"), QStringLiteral("/overlap/counted"), {tr("no"), tr("yes")});
    m_supersededBy = choice(tr("Superseded by"), QStringLiteral("/overlap/supersededBy"), successors);
    m_unsourced = line(tr("Unsourced"), QStringLiteral("/unsourced"), tr("day, term end"));
    m_note = Form::text(tr("Note"), QStringLiteral("/note"));
}

bool DealForm::alive() const
{
    return m_document.snapshot()->index().deal(m_id);
}

void DealForm::showParty(Field *field, const std::optional<OrganizationId> &id)
{
    auto *box = static_cast<QComboBox *>(field->editor());
    const QStringList names = parties();
    if (box->count() != names.size()) {
        box->clear();
        box->addItems(names);
    }
    show(field, id ? m_document.snapshot()->index().position(*id) + 1 : 0);
}

void DealForm::reflect()
{
    const Index &index = m_document.snapshot()->index();
    const Deal *d = index.deal(m_id);
    if (!d)
        return;
    show(m_headline, document::text(d->headline));
    showParty(m_payer, d->payer);
    showParty(m_payee, d->payee);
    show(m_kind, static_cast<int>(d->kind));
    show(m_amount, document::text(amountText(*d)));
    show(m_power, d->power ? document::text(powerText(d->power->capacity)) : QString());
    show(m_powerLayer, static_cast<int>(d->power ? d->power->layer : PowerLayer::Cloud));
    show(m_announced, document::text(d->announced.iso()));
    show(m_term, document::text(termText(d->term)));
    show(m_status, static_cast<int>(d->status));
    show(m_certainty, static_cast<int>(d->certainty));
    show(m_parts, document::text(partsText(d->parts)));
    showParty(m_supplier, d->supplier);
    showParty(m_customer, d->customer);
    show(m_flow, static_cast<int>(d->flow));
    show(m_paid, d->paid ? document::text(amountText(MoneyRange::exactly(*d->paid))) : QString());
    show(m_confidence, static_cast<int>(d->confidence));
    show(m_tier, d->tier - 1);
    show(m_statusDetail, document::text(d->statusDetail));
    show(m_commitment, document::text(d->commitment));
    show(m_group, d->overlap.group.empty() ? 0 : index.position(d->overlap.group) + 1);
    show(m_role, static_cast<int>(d->overlap.role));
    show(m_counted, d->overlap.counted ? 1 : 0);
    const auto successor = std::ranges::find_if(m_successors, [&](const DealId &id) { return id == d->overlap.supersededBy; });
    show(m_supersededBy, successor == m_successors.end() ? 0 : static_cast<int>(successor - m_successors.begin()) + 1);
    QStringList unsourced;
    for (const std::string &detail : d->unsourced)
        unsourced << document::text(detail);
    show(m_unsourced, unsourced.join(QStringLiteral(", ")));
    show(m_note, document::text(d->note));
    showSources(*d);
    const CertaintyRule rule = certaintyBy(d->status, d->overlap.role);
    m_certainty->setHint(
        rule.certainty == d->certainty
            ? tr("by the rule: %1").arg(document::text(rule.reason))
            : tr("The rule says %1: %2").arg(document::text(label(rule.certainty)).toLower(), document::text(rule.reason)));
    check();
}

void DealForm::showSources(const Deal &deal)
{
    if (deal.sources == m_shownSources && m_sourceRows->layout()->count() > 0)
        return;
    m_shownSources = deal.sources;
    QLayout *rows = m_sourceRows->layout();
    while (QLayoutItem *item = rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const SourceId &id : deal.sources) {
        const Source *source = m_document.snapshot()->index().source(id);
        if (!source)
            continue;
        auto *row = new QWidget(m_sourceRows);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(panels::label(sourceLine(*source), view::FontRole::Small, panels::Tone::Text, row), 1);
        auto *drop = new QToolButton(row);
        drop->setText(QStringLiteral("×"));
        drop->setAutoRaise(true);
        drop->setToolTip(tr("Name this source no more"));
        drop->setAccessibleName(tr("Name %1 no more").arg(sourceLine(*source)));
        line->addWidget(drop, 0, Qt::AlignTop);
        connect(drop, &QToolButton::clicked, this, [this, id] {
            const Deal *d = m_document.snapshot()->index().deal(m_id);
            if (!d)
                return;
            Deal next = *d;
            std::erase(next.sources, id);
            document::setRecord(m_document, next, tr("Take a source from %1").arg(document::titleOf(*m_document.snapshot(), m_id)));
        });
        rows->addWidget(row);
    }
}

void DealForm::takeSource()
{
    const QString typed = m_newSource->text().trimmed();
    if (typed.isEmpty() || !alive())
        return;
    const auto &sources = m_document.dataset().sources;
    const auto known = std::ranges::find_if(sources, [&](const Source &source) { return sourceLine(source) == typed; });
    const std::optional<Source> source = known == sources.end() ? readSource(typed) : std::optional(*known);
    if (!source)
        return;
    Source judged = *source;
    judged.id = SourceId("typed");
    const auto faults = io::faultsOf(m_document.snapshot()->index(), judged);
    if (known == sources.end() && io::faulty(faults)) {
        m_sources->setFault(document::text(faults.front().text));
        return;
    }
    m_newSource->clear();
    document::addSource(m_document, m_id, *source);
}

std::optional<OrganizationId> DealForm::party(const Field *field) const
{
    const int at = chosen(field) - 1;
    if (at < 0 || at >= static_cast<int>(m_document.dataset().organizations.size()))
        return std::nullopt;
    return m_document.dataset().organizations[static_cast<std::size_t>(at)].id;
}

Deal DealForm::candidate()
{
    const Index &index = m_document.snapshot()->index();
    const Deal before = *index.deal(m_id);
    Deal d = before;
    const auto plain = [](Field *field) { return typed(field).trimmed().toStdString(); };
    d.headline = plain(m_headline);
    d.payer = party(m_payer);
    d.payee = party(m_payee);
    d.kind = static_cast<DealKind>(chosen(m_kind));
    const TypedAmount amount = readAmount(plain(m_amount));
    refuse(m_amount, document::text(amount.fault));
    // An amount of another currency without a rate is shown in dollars, and is no amount in dollars for that.
    const bool touched = plain(m_amount) != amountText(before);
    if (touched && amount.fault.empty() && !(amount.value == before.value && amount.currency == before.currency)) {
        d.value = amount.value;
        d.currency = amount.currency;
        d.asAnnounced = amount.asAnnounced;
    }
    const TypedPower power = readPower(plain(m_power));
    refuse(m_power, document::text(power.fault));
    if (power.fault.empty())
        d.power = power.power ? std::optional(PowerStatement{*power.power, static_cast<PowerLayer>(chosen(m_powerLayer))}) : std::nullopt;
    const std::string day = plain(m_announced);
    const auto date = Date::parse(day);
    refuse(m_announced, date ? QString() : document::text(io::notADate(day)));
    if (date)
        d.announced = *date;
    const TypedTerm term = readTerm(plain(m_term));
    refuse(m_term, document::text(term.fault));
    if (term.fault.empty())
        d.term = term.term;
    d.status = static_cast<DealStatus>(chosen(m_status));
    d.certainty = static_cast<Certainty>(chosen(m_certainty));
    const TypedParts parts = readParts(plain(m_parts));
    refuse(m_parts, document::text(parts.fault));
    if (parts.fault.empty())
        d.parts = parts.parts;
    if (const auto supplier = party(m_supplier))
        d.supplier = *supplier;
    if (const auto customer = party(m_customer))
        d.customer = *customer;
    d.flow = static_cast<FlowClass>(chosen(m_flow));
    const TypedAmount paid = readAmount(plain(m_paid));
    const bool paidStated = paid.fault.empty() && paid.value.exact() && paid.currency == "USD";
    refuse(m_paid, plain(m_paid).empty() || paidStated ? QString() : tr("what was paid is one amount in US dollars, such as 15bn"));
    if (plain(m_paid).empty())
        d.paid.reset();
    else if (paidStated)
        d.paid = paid.value.low;
    d.confidence = static_cast<Confidence>(chosen(m_confidence));
    d.tier = chosen(m_tier) + 1;
    d.statusDetail = plain(m_statusDetail);
    d.commitment = plain(m_commitment);
    const auto &groups = m_document.dataset().groups;
    const int group = chosen(m_group) - 1;
    d.overlap.group = group >= 0 && group < static_cast<int>(groups.size()) ? groups[static_cast<std::size_t>(group)].id : GroupId();
    d.overlap.role = static_cast<OverlapRole>(chosen(m_role));
    d.overlap.counted = chosen(m_counted) == 1;
    const int successor = chosen(m_supersededBy) - 1;
    d.overlap.supersededBy = successor >= 0 && successor < static_cast<int>(m_successors.size())
        ? std::optional(m_successors[static_cast<std::size_t>(successor)])
        : std::nullopt;
    d.unsourced.clear();
    for (const QString &detail : typed(m_unsourced).split(u','))
        if (!detail.trimmed().isEmpty())
            d.unsourced.push_back(detail.trimmed().toStdString());
    d.note = typed(m_note).trimmed().toStdString();
    followParties(d, before);
    followStatus(d, before);
    return d;
}

void DealForm::followParties(Deal &d, const Deal &before) const
{
    const auto followed = [](const Deal &deal) {
        return deal.payer && deal.payee &&
            (customerPays(deal.kind) ? deal.customer == *deal.payer && deal.supplier == *deal.payee
                                     : deal.supplier == *deal.payer && deal.customer == *deal.payee);
    };
    const bool moved = d.payer != before.payer || d.payee != before.payee || d.kind != before.kind;
    if (moved && followed(before) && d.payer && d.payee) {
        d.supplier = customerPays(d.kind) ? *d.payee : *d.payer;
        d.customer = customerPays(d.kind) ? *d.payer : *d.payee;
    }
    if (d.kind != before.kind && before.flow == flowOf(before.kind))
        d.flow = flowOf(d.kind);
}

void DealForm::followStatus(Deal &d, const Deal &before) const
{
    const bool moved = d.status != before.status || d.overlap.role != before.overlap.role;
    if (moved && before.certainty == certaintyBy(before.status, before.overlap.role).certainty)
        d.certainty = certaintyBy(d.status, d.overlap.role).certainty;
}

void DealForm::check()
{
    if (!alive())
        return;
    showFaults(io::faultsOf(m_document.snapshot()->index(), candidate()));
}

void DealForm::commit(const QString &what)
{
    const Deal d = candidate();
    if (d.supplier == d.customer || (d.payer && d.payer == d.payee))
        return;
    document::setRecord(m_document, d, tr("Edit %1 of %2").arg(what, document::titleOf(*m_document.snapshot(), m_id)));
}

} // namespace dealscape::entry
