// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordtable.h"

#include "document/lookup.h"
#include "document/wording.h"
#include "network/network.h"
#include "words/everyday.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <cmath>
#include <set>

namespace dealscape::models {

namespace {

using document::Snapshot;
using document::text;

constexpr Qt::Alignment toRight = Qt::AlignRight;
constexpr Qt::Alignment left = Qt::AlignLeft;

using words::tr;

const Deal &deal(const Snapshot &snapshot, int position)
{
    return snapshot.dataset().deals[at(position)];
}

const Organization &organization(const Snapshot &snapshot, int position)
{
    return snapshot.dataset().organizations[at(position)];
}

QVariant sortValue(const MoneyRange &range)
{
    return range.published() ? QVariant::fromValue(static_cast<qlonglong>(range.at(Bound::High).dollars())) : QVariant();
}

QVariant sortValue(const Date &date)
{
    return date.firstDay();
}

/// Columns made from a function over the record.
template <class Record, class Function>
auto over(Record record, Function function)
{
    return [record, function](const Snapshot &snapshot, int position) { return function(record(snapshot, position), snapshot); };
}

template <class Function>
auto ofDeal(Function function)
{
    return over(deal, function);
}

template <class Function>
auto ofOrganization(Function function)
{
    return over(organization, function);
}

template <class E>
Column wordColumn(const QString &title, E Deal::*member, const char *pointer)
{
    return {title,
            left,
            ofDeal([member](const Deal &d, const Snapshot &) { return text(label(d.*member)); }),
            ofDeal([member](const Deal &d, const Snapshot &) { return QVariant(static_cast<int>(d.*member)); }),
            {},
            pointer};
}

std::vector<int> range(std::size_t count)
{
    std::vector<int> all(count);
    for (std::size_t i = 0; i < count; ++i)
        all[i] = static_cast<int>(i);
    return all;
}

std::vector<int> organizationsInView(const document::Document &document)
{
    std::vector<int> rows;
    for (const network::NetworkNode &node : document.network().nodes)
        rows.push_back(node.organization);
    return rows;
}

std::vector<int> sourcesInView(const document::Document &document)
{
    std::set<SourceId> used;
    for (const int position : document.network().deals) {
        const Deal &d = deal(*document.snapshot(), position);
        used.insert(d.sources.begin(), d.sources.end());
    }
    std::vector<int> rows;
    const auto &sources = document.dataset().sources;
    for (std::size_t i = 0; i < sources.size(); ++i)
        if (used.contains(sources[i].id))
            rows.push_back(static_cast<int>(i));
    return rows;
}

QString counts(const Deal &d)
{
    return d.draft ? tr("draft") : d.overlap.counted ? tr("yes") : text(label(d.overlap.role));
}

int dealCount(const Snapshot &snapshot, const OrganizationId &id)
{
    return static_cast<int>(snapshot.index().dealsOf(id).size());
}

QString claimFigure(const Claim &claim, const std::optional<double> &value)
{
    if (!value)
        return {};
    switch (claim.unit) {
    case ClaimUnit::Dollars:
    case ClaimUnit::DollarsPerYear:
    case ClaimUnit::DollarsPerGigawatt:
        return words::money(*value);
    case ClaimUnit::Gigawatts:
        return words::power(*value * 1000);
    case ClaimUnit::Share:
        return QStringLiteral("%1 %").arg(*value * 100, 0, 'g', 3);
    }
    return {};
}

QString valuationText(const Organization &o)
{
    return o.valuation ? words::money(o.valuation->value) : QString();
}

} // namespace

Recipe dealsRecipe()
{
    const auto name = [](const OrganizationId &id, const Snapshot &s) { return document::nameOf(s, id); };
    Recipe recipe;
    recipe.name = tr("Deals");
    recipe.columns = {
        {tr("Announced"),
         left,
         ofDeal([](const Deal &d, const Snapshot &) { return text(d.announced.iso()); }),
         ofDeal([](const Deal &d, const Snapshot &) { return sortValue(d.announced); }),
         {},
         "/announced"},
        {tr("Payer"),
         left,
         ofDeal([name](const Deal &d, const Snapshot &s) {
             return d.moneyDirectionKnown() ? name(d.tail(), s) : tr("%1 (supplier)").arg(name(d.tail(), s));
         }),
         {},
         {},
         "/payer"},
        {tr("Payee"),
         left,
         ofDeal([name](const Deal &d, const Snapshot &s) {
             return d.moneyDirectionKnown() ? name(d.head(), s) : tr("%1 (customer)").arg(name(d.head(), s));
         }),
         {},
         {},
         "/payee"},
        {tr("Amount"), toRight, ofDeal([](const Deal &d, const Snapshot &) { return words::money(d.value); }),
         ofDeal([](const Deal &d, const Snapshot &) { return sortValue(d.value); }),
         ofDeal([](const Deal &d, const Snapshot &) { return text(d.asAnnounced); }), "/value"},
        {tr("Power"),
         toRight,
         ofDeal([](const Deal &d, const Snapshot &) { return d.power ? words::power(d.power->capacity) : QString(); }),
         ofDeal([](const Deal &d, const Snapshot &) {
             return d.power ? QVariant::fromValue(static_cast<qlonglong>(d.power->capacity.megawatts())) : QVariant();
         }),
         {},
         "/power"},
        {tr("Certainty"),
         left,
         ofDeal([](const Deal &d, const Snapshot &) { return words::standing(d); }),
         ofDeal([](const Deal &d, const Snapshot &) { return QVariant(static_cast<int>(d.certainty)); }),
         {},
         "/certainty"},
        wordColumn(tr("Status"), &Deal::status, "/status"),
        wordColumn(tr("Kind"), &Deal::kind, "/kind"),
        {tr("Term"),
         left,
         ofDeal([](const Deal &d, const Snapshot &) { return document::describeTerm(d.term); }),
         ofDeal([](const Deal &d, const Snapshot &) { return d.term.start ? QVariant(*d.term.start) : QVariant(); }),
         {},
         "/term"},
        {tr("Counted"), left, ofDeal([](const Deal &d, const Snapshot &) { return counts(d); }), {}, {}, "/overlap/counted"},
        {tr("Tier"),
         toRight,
         ofDeal([](const Deal &d, const Snapshot &) { return QString::number(d.tier); }),
         ofDeal([](const Deal &d, const Snapshot &) { return QVariant(d.tier); }),
         {},
         "/tier"},
        {tr("Sources"),
         toRight,
         ofDeal([](const Deal &d, const Snapshot &) { return QString::number(d.sources.size()); }),
         ofDeal([](const Deal &d, const Snapshot &) { return QVariant(static_cast<int>(d.sources.size())); }),
         {}},
        {tr("Deal"),
         left,
         ofDeal([](const Deal &d, const Snapshot &) { return text(d.headline); }),
         {},
         ofDeal([](const Deal &d, const Snapshot &) { return text(d.note); }),
         "/headline"},
    };
    recipe.rows = [](const document::Document &document) { return document.network().deals; };
    recipe.selection = [](const Snapshot &s, int position) { return document::Selection(deal(s, position).id); };
    recipe.key = [](const Snapshot &s, int position) { return document::RecordKey(deal(s, position).id); };
    recipe.follows = document::Change::Perspective;
    return recipe;
}

Recipe organizationsRecipe()
{
    Recipe recipe;
    recipe.name = tr("Organisations");
    recipe.columns = {
        {tr("Name"),
         left,
         ofOrganization([](const Organization &o, const Snapshot &s) { return document::fullNameOf(s, o); }),
         {},
         {},
         "/name"},
        {tr("Layer"),
         left,
         ofOrganization([](const Organization &o, const Snapshot &s) {
             const Layer *layer = s.index().layer(o.layer);
             return text(layer ? layer->label : o.layer.text());
         }),
         {},
         {},
         "/layer"},
        {tr("Kind"),
         left,
         ofOrganization([](const Organization &o, const Snapshot &) { return words::capitalised(words::everyday(o.kind)); }),
         {},
         {},
         "/kind"},
        {tr("Country"),
         left,
         ofOrganization([](const Organization &o, const Snapshot &) { return words::countryName(o.country); }),
         {},
         {},
         "/country"},
        {tr("Listing"),
         left,
         ofOrganization([](const Organization &o, const Snapshot &) {
             return o.listing.ticker.empty() ? words::capitalised(words::everyday(o.listing.status)) : text(o.listing.ticker);
         }),
         {},
         ofOrganization([](const Organization &o, const Snapshot &) { return text(o.listing.exchange); })},
        {tr("Valuation"),
         toRight,
         ofOrganization([](const Organization &o, const Snapshot &) { return valuationText(o); }),
         ofOrganization([](const Organization &o, const Snapshot &) {
             return o.valuation ? QVariant::fromValue(static_cast<qlonglong>(o.valuation->value.dollars())) : QVariant();
         }),
         {},
         "/valuation"},
        {tr("As of"),
         left,
         ofOrganization([](const Organization &o, const Snapshot &) { return o.valuation ? text(o.valuation->asOf.iso()) : QString(); }),
         ofOrganization([](const Organization &o, const Snapshot &) { return o.valuation ? sortValue(o.valuation->asOf) : QVariant(); }),
         {},
         "/valuation/asOf"},
        {tr("Deals"),
         toRight,
         ofOrganization([](const Organization &o, const Snapshot &s) { return QString::number(dealCount(s, o.id)); }),
         ofOrganization([](const Organization &o, const Snapshot &s) { return QVariant(dealCount(s, o.id)); }),
         {}},
        {tr("Note"),
         left,
         ofOrganization([](const Organization &o, const Snapshot &) { return text(o.note); }),
         {},
         ofOrganization([](const Organization &o, const Snapshot &) { return text(o.note); }),
         "/note"},
    };
    recipe.rows = organizationsInView;
    recipe.selection = [](const Snapshot &s, int position) { return document::Selection(organization(s, position).id); };
    recipe.key = [](const Snapshot &s, int position) { return document::RecordKey(organization(s, position).id); };
    recipe.follows = document::Change::Perspective;
    return recipe;
}

Recipe sourcesRecipe()
{
    const auto source = [](const Snapshot &s, int position) -> const Source & { return s.dataset().sources[at(position)]; };
    Recipe recipe;
    recipe.name = tr("Sources");
    recipe.columns = {
        {tr("Publisher"), left, over(source, [](const Source &x, const Snapshot &) { return text(x.publisher); }), {}, {}, "/publisher"},
        {tr("Title"), left, over(source, [](const Source &x, const Snapshot &) { return text(x.title); }), {}, {}, "/title"},
        {tr("Date"),
         left,
         over(source, [](const Source &x, const Snapshot &) { return x.date ? text(x.date->iso()) : QString(); }),
         over(source, [](const Source &x, const Snapshot &) { return x.date ? sortValue(*x.date) : QVariant(); }),
         {},
         "/date"},
        {tr("Basis"), left, over(source, [](const Source &x, const Snapshot &) { return text(label(x.basis)); }), {}, {}, "/basis"},
        {tr("Address"), left, over(source, [](const Source &x, const Snapshot &) { return text(x.url); }), {}, {}, "/url"},
    };
    recipe.rows = sourcesInView;
    recipe.key = [source](const Snapshot &s, int position) { return document::RecordKey(source(s, position).id); };
    recipe.follows = document::Change::Perspective;
    return recipe;
}

Recipe claimsRecipe()
{
    const auto claim = [](const Snapshot &s, int position) -> const Claim & { return s.dataset().claims[at(position)]; };
    const auto real = [](const std::optional<double> &value) { return value ? QVariant(*value) : QVariant(); };
    Recipe recipe;
    recipe.name = tr("Claims");
    recipe.columns = {
        {tr("About"),
         left,
         over(claim, [](const Claim &x, const Snapshot &s) { return x.subject ? document::nameOf(s, *x.subject) : QString(); }),
         {},
         {},
         "/subject"},
        {tr("Statement"),
         left,
         over(claim, [](const Claim &x, const Snapshot &) { return text(x.statement); }),
         {},
         over(claim, [](const Claim &x, const Snapshot &) { return text(x.note); }),
         "/statement"},
        {tr("Low"),
         toRight,
         over(claim, [](const Claim &x, const Snapshot &) { return claimFigure(x, x.low); }),
         over(claim, [real](const Claim &x, const Snapshot &) { return real(x.low); }),
         {},
         "/low"},
        {tr("High"),
         toRight,
         over(claim, [](const Claim &x, const Snapshot &) { return claimFigure(x, x.high); }),
         over(claim, [real](const Claim &x, const Snapshot &) { return real(x.high); }),
         {},
         "/high"},
        {tr("Unit"), left, over(claim, [](const Claim &x, const Snapshot &) { return text(label(x.unit)); }), {}, {}, "/unit"},
        {tr("Date"),
         left,
         over(claim, [](const Claim &x, const Snapshot &) { return text(x.date.iso()); }),
         over(claim, [](const Claim &x, const Snapshot &) { return sortValue(x.date); }),
         {},
         "/date"},
        {tr("Confidence"),
         left,
         over(claim, [](const Claim &x, const Snapshot &) { return text(label(x.confidence)); }),
         over(claim, [](const Claim &x, const Snapshot &) { return QVariant(static_cast<int>(x.confidence)); }),
         {},
         "/confidence"},
    };
    recipe.rows = [](const document::Document &document) { return range(document.dataset().claims.size()); };
    recipe.key = [claim](const Snapshot &s, int position) { return document::RecordKey(claim(s, position).id); };
    recipe.selection = [claim](const Snapshot &s, int position) {
        const Claim &x = claim(s, position);
        return x.subject ? document::Selection(*x.subject) : document::Selection();
    };
    return recipe;
}

} // namespace dealscape::models
