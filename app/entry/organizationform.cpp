// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/organizationform.h"

#include "document/editing.h"
#include "document/wording.h"
#include "entry/amounttext.h"

#include <QComboBox>

#include <utility>

namespace dealscape::entry {

using document::text;

OrganizationForm::OrganizationForm(document::Document &document, OrganizationId id, QWidget *parent)
    : Form(document, parent), m_id(std::move(id))
{
    QStringList layers;
    for (const Layer &layer : document.dataset().layers)
        layers << document::text(layer.label);
    QStringList organizations{tr("none")};
    for (const Organization &organization : document.dataset().organizations)
        organizations << document::text(organization.name);
    m_name = line(tr("Name"), QStringLiteral("/name"));
    m_layer = choice(tr("Layer"), QStringLiteral("/layer"), layers);
    m_country = line(tr("Country"), QStringLiteral("/country"), tr("two letters, such as US"));
    beginMore();
    m_shortName = line(tr("Short name"), QStringLiteral("/shortName"), tr("for the diagram"));
    m_kind = line(tr("Kind"), QStringLiteral("/kind"), tr("ai-lab, utility …"));
    m_parent = choice(tr("Parent"), QStringLiteral("/parent"), organizations);
    m_valuation = line(tr("Valuation"), QStringLiteral("/valuation"), tr("500bn"));
    m_valuedAs = line(tr("Valued as"), QStringLiteral("/valuation/kind"), tr("market cap, post-money …"));
    m_valuedOn = line(tr("Valued on"), QStringLiteral("/valuation/asOf"), tr("2025-10-07"));
    m_listing = line(tr("Listing"), QStringLiteral("/listing/status"), tr("listed, private …"));
    m_ticker = line(tr("Ticker"), QStringLiteral("/listing/ticker"));
    m_exchange = line(tr("Exchange"), QStringLiteral("/listing/exchange"));
    m_wikidata = line(tr("Wikidata"), QStringLiteral("/wikidata"), tr("Q21708200"));
    m_note = Form::text(tr("Note"), QStringLiteral("/note"));
    reflect();
    check();
}

bool OrganizationForm::alive() const
{
    return m_document.snapshot()->index().organization(m_id);
}

void OrganizationForm::reflect()
{
    const Organization *o = m_document.snapshot()->index().organization(m_id);
    if (!o)
        return;
    const Index &index = m_document.snapshot()->index();
    show(m_name, document::text(o->name));
    show(m_layer, index.position(o->layer));
    show(m_country, document::text(o->country));
    show(m_shortName, document::text(o->shortName));
    show(m_kind, document::text(o->kind));
    show(m_parent, o->parent ? index.position(*o->parent) + 1 : 0);
    show(m_valuation, o->valuation ? document::text(amountText(MoneyRange::exactly(o->valuation->value))) : QString());
    show(m_valuedAs, o->valuation ? document::text(o->valuation->kind) : QString());
    show(m_valuedOn, o->valuation ? document::text(o->valuation->asOf.iso()) : QString());
    show(m_listing, document::text(o->listing.status));
    show(m_ticker, document::text(o->listing.ticker));
    show(m_exchange, document::text(o->listing.exchange));
    show(m_wikidata, document::text(o->wikidata));
    show(m_note, document::text(o->note));
}

Organization OrganizationForm::candidate()
{
    const Index &index = m_document.snapshot()->index();
    Organization o = *index.organization(m_id);
    const auto plain = [](Field *field) { return typed(field).trimmed().toStdString(); };
    const std::string name = plain(m_name);
    refuse(m_name, name.empty() ? tr("must not be empty") : QString());
    if (!name.empty())
        o.name = name;
    if (const int layer = chosen(m_layer); layer >= 0 && layer < static_cast<int>(m_document.dataset().layers.size()))
        o.layer = m_document.dataset().layers[static_cast<std::size_t>(layer)].id;
    o.country = typed(m_country).trimmed().toUpper().toStdString();
    o.shortName = plain(m_shortName);
    o.kind = plain(m_kind);
    const int parent = chosen(m_parent) - 1;
    if (parent >= 0 && parent < static_cast<int>(m_document.dataset().organizations.size()))
        o.parent = m_document.dataset().organizations[static_cast<std::size_t>(parent)].id;
    else
        o.parent.reset();
    o.listing = {plain(m_listing), plain(m_ticker), plain(m_exchange)};
    o.wikidata = plain(m_wikidata);
    o.note = typed(m_note).trimmed().toStdString();
    const TypedAmount amount = readAmount(plain(m_valuation));
    const std::string day = plain(m_valuedOn);
    const auto date = Date::parse(day);
    const bool figure = amount.fault.empty() && amount.value.exact() && amount.currency == "USD";
    const bool none = plain(m_valuation).empty();
    refuse(m_valuation, none || figure ? QString() : tr("a valuation is one amount in US dollars, such as 500bn"));
    refuse(m_valuedOn, none || date ? QString() : document::text(io::notADate(day)));
    if (none)
        o.valuation.reset();
    else if (figure && date) {
        Valuation valuation = o.valuation.value_or(Valuation());
        valuation.value = *amount.value.low;
        valuation.kind = plain(m_valuedAs);
        valuation.asOf = *date;
        o.valuation = valuation;
    }
    return o;
}

void OrganizationForm::check()
{
    const Organization o = candidate();
    showFaults(io::faultsOf(m_document.snapshot()->index(), o));
}

void OrganizationForm::commit(const QString &what)
{
    const Organization o = candidate();
    const auto faults = io::faultsOf(m_document.snapshot()->index(), o);
    if (!io::faulty(faults))
        document::setRecord(m_document, o, tr("Edit %1 of %2").arg(what, document::text(o.displayName())));
}

} // namespace dealscape::entry
