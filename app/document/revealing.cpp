// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/revealing.h"

#include "analysis/select.h"
#include "document/lookup.h"
#include "document/wording.h"
#include "network/network.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <vector>

namespace dealscape::document {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("Revealing", source);
}

/// One part of a filter: what it keeps out by itself, how it makes room for a deal, and what it is called there.
struct Part {
    std::function<void(const Filter &, Filter &)> take;
    std::function<void(Filter &, const Snapshot &, const Deal &)> admit;
    std::function<QString(const Filter &, const Snapshot &, const Deal &)> name;
};

QString layersOf(const Filter &filter, const Snapshot &snapshot, const Deal &deal)
{
    QStringList outside;
    for (const OrganizationId *id : {&deal.tail(), &deal.head()})
        if (const Organization *o = snapshot.index().organization(*id); o && !filter.layers.contains(o->layer))
            if (const Layer *layer = snapshot.index().layer(o->layer))
                outside << text(layer->label);
    outside.removeDuplicates();
    return outside.join(QStringLiteral(", "));
}

QString countriesOf(const Filter &filter, const Snapshot &snapshot, const Deal &deal)
{
    QStringList outside;
    for (const OrganizationId *id : {&deal.tail(), &deal.head()})
        if (const Organization *o = snapshot.index().organization(*id); o && !filter.countries.contains(o->country))
            outside << (o->country.empty() ? words("no country") : text(o->country));
    outside.removeDuplicates();
    return outside.join(QStringLiteral(", "));
}

/// The ends that must be let in: both, or the one with fewer deals where either is enough, so that little else comes along.
std::vector<const Organization *> endsToAdmit(Ends ends, const Snapshot &snapshot, const Deal &deal)
{
    const Index &index = snapshot.index();
    std::vector<const Organization *> found;
    for (const OrganizationId *id : {&deal.tail(), &deal.head()})
        if (const Organization *organization = index.organization(*id))
            found.push_back(organization);
    if (ends == Ends::Either && found.size() == 2)
        found.erase(found.begin() + (index.dealsOf(found[0]->id).size() <= index.dealsOf(found[1]->id).size() ? 1 : 0));
    return found;
}

QString organizationsOf(const Filter &filter, const Snapshot &snapshot, const Deal &deal)
{
    QStringList outside;
    for (const OrganizationId *id : {&deal.tail(), &deal.head()})
        if (!filter.organizations.contains(*id))
            outside << nameOf(snapshot, *id);
    return words("not asked for: %1").arg(outside.join(QStringLiteral(", ")));
}

QString sourceOf(const Filter & /*filter*/, const Snapshot &snapshot, const Deal &deal)
{
    const auto weakest = analysis::weakestSource(snapshot.index(), deal);
    return weakest ? words("weakest source %1").arg(words::lowered(label(*weakest))) : words("without a source");
}

using Admit = void (*)(Filter &, const Snapshot &, const Deal &);
using NameOf = QString (*)(const Filter &, const Snapshot &, const Deal &);

template <class Member>
Part part(Member member, Admit admit, NameOf name)
{
    return {[member](const Filter &from, Filter &to) { to.*member = from.*member; }, admit, name};
}

template <class Member>
Part endsPart(Member member, Ends Filter::*ends, Admit admit, NameOf name)
{
    return {[member, ends](const Filter &from, Filter &to) {
                to.*member = from.*member;
                to.*ends = from.*ends;
            },
            admit, name};
}

QString announcedOn(const Filter & /*filter*/, const Snapshot & /*snapshot*/, const Deal &deal)
{
    return words("announced %1").arg(text(deal.announced.spoken()));
}

/// What a filter asks of one end of a deal or of both.
void addEnds(std::vector<Part> &all)
{
    using F = Filter;
    using S = Snapshot;
    all.push_back(endsPart(
        &F::layers, &F::layerEnds,
        [](F &f, const S &s, const Deal &d) {
            for (const Organization *o : endsToAdmit(f.layerEnds, s, d))
                f.layers.insert(o->layer);
        },
        layersOf));
    all.push_back(endsPart(
        &F::countries, &F::countryEnds,
        [](F &f, const S &s, const Deal &d) {
            for (const Organization *o : endsToAdmit(f.countryEnds, s, d))
                f.countries.insert(o->country);
        },
        countriesOf));
    all.push_back(endsPart(
        &F::organizations, &F::organizationEnds,
        [](F &f, const S &s, const Deal &d) {
            for (const Organization *o : endsToAdmit(f.organizationEnds, s, d))
                f.organizations.insert(o->id);
        },
        organizationsOf));
}

std::vector<Part> filterParts()
{
    using F = Filter;
    using S = Snapshot;
    std::vector<Part> all;
    all.push_back(part(
        &F::maximumTier, [](F &f, const S &, const Deal &d) { f.maximumTier = std::max(f.maximumTier, d.tier); },
        [](const F &, const S &, const Deal &d) { return words("tier %1").arg(d.tier); }));
    all.push_back(part(
        &F::countedOnly, [](F &f, const S &, const Deal &) { f.countedOnly = false; },
        [](const F &, const S &, const Deal &) { return words("not counted"); }));
    all.push_back(part(
        &F::publishedOnly, [](F &f, const S &, const Deal &) { f.publishedOnly = false; },
        [](const F &, const S &, const Deal &) { return words("without a published value"); }));
    all.push_back(part(
        &F::certainties, [](F &f, const S &, const Deal &d) { f.certainties.insert(d.certainty); },
        [](const F &, const S &, const Deal &d) { return words::lowered(label(d.certainty)); }));
    all.push_back(part(
        &F::families, [](F &f, const S &, const Deal &d) { f.families.insert(familyOf(d.flow)); },
        [](const F &, const S &, const Deal &d) { return words::lowered(label(familyOf(d.flow))); }));
    all.push_back(part(
        &F::kinds, [](F &f, const S &, const Deal &d) { f.kinds.insert(d.kind); },
        [](const F &, const S &, const Deal &d) { return words::lowered(label(d.kind)); }));
    addEnds(all);
    all.push_back(part(
        &F::weakestSources,
        [](F &f, const S &s, const Deal &d) {
            if (const auto weakest = analysis::weakestSource(s.index(), d))
                f.weakestSources.insert(*weakest);
            else
                f.weakestSources.clear();
        },
        sourceOf));
    all.push_back(part(
        &F::from, [](F &f, const S &, const Deal &d) { f.from = d.announced; }, announcedOn));
    all.push_back(part(
        &F::until, [](F &f, const S &, const Deal &d) { f.until = d.announced; }, announcedOn));
    all.push_back(part(
        &F::atLeast, [](F &f, const S &, const Deal &) { f.atLeast.reset(); },
        [](const F &f, const S &, const Deal &) { return words("below %1").arg(words::money(*f.atLeast)); }));
    all.push_back(part(
        &F::text, [](F &f, const S &, const Deal &) { f.text.clear(); },
        [](const F &f, const S &, const Deal &) { return words("without “%1”").arg(text(f.text)); }));
    return all;
}

const std::vector<Part> &parts()
{
    static const std::vector<Part> all = filterParts();
    return all;
}

/// An organisation is drawn at the ends of its deals' edges, not where it only takes part.
std::vector<int> drawnAt(const Snapshot &snapshot, const OrganizationId &id)
{
    std::vector<int> deals = snapshot.index().dealsOf(id);
    std::erase_if(deals, [&](int position) {
        const Deal &deal = snapshot.dataset().deals[static_cast<std::size_t>(position)];
        return deal.tail() != id && deal.head() != id;
    });
    return deals;
}

std::vector<int> dealsFor(const Snapshot &snapshot, const Selection &selection)
{
    if (const auto *id = std::get_if<OrganizationId>(&selection))
        return drawnAt(snapshot, *id);
    if (const auto *key = std::get_if<EdgeKey>(&selection))
        return dealsOf(snapshot, *key);
    const auto *id = std::get_if<DealId>(&selection);
    const int position = id ? positionOf(snapshot, *id) : -1;
    return position < 0 ? std::vector<int>() : std::vector<int>{position};
}

bool inView(const Snapshot &snapshot, const Perspective &perspective, const std::vector<int> &deals)
{
    const std::vector<int> shown = analysis::visible(snapshot.index(), perspective);
    return std::ranges::any_of(deals, [&](int deal) { return std::ranges::binary_search(shown, deal); });
}

/// Whether an organisation stands in the picture as the article reported it.
bool reportedIn(const Snapshot &snapshot, const Perspective &perspective, const Selection &selection)
{
    const auto *id = std::get_if<OrganizationId>(&selection);
    return id && perspective.asReported && nodeOf(snapshot, network::network(snapshot.index(), perspective), *id) >= 0;
}

/// For each part of the filter which of the deals it keeps out.
std::vector<std::vector<bool>> keptOut(const Snapshot &snapshot, const Filter &filter, const std::vector<int> &deals)
{
    std::vector<std::vector<bool>> out;
    for (const Part &part : parts()) {
        Filter alone = analysis::everything();
        part.take(filter, alone);
        std::vector<bool> &row = out.emplace_back(deals.size(), false);
        if (alone == analysis::everything())
            continue;
        const std::vector<int> passed = analysis::select(snapshot.index(), alone);
        for (std::size_t i = 0; i < deals.size(); ++i)
            row[i] = !std::ranges::binary_search(passed, deals[i]);
    }
    return out;
}

} // namespace

std::optional<Revealed> revealing(const Snapshot &snapshot, const Perspective &perspective, const Selection &selection)
{
    const std::vector<int> deals = dealsFor(snapshot, selection);
    if (deals.empty() || (!perspective.asReported && inView(snapshot, perspective, deals)) || reportedIn(snapshot, perspective, selection))
        return std::nullopt;
    const auto out = keptOut(snapshot, perspective.filter, deals);
    const auto &all = snapshot.dataset().deals;
    const auto cost = [&](std::size_t i) { return std::ranges::count_if(out, [i](const auto &row) { return row[i]; }); };
    std::size_t best = 0;
    for (std::size_t i = 1; i < deals.size(); ++i) {
        const auto a = cost(i);
        const auto b = cost(best);
        const MoneyRange &here = all[static_cast<std::size_t>(deals[i])].value;
        const MoneyRange &there = all[static_cast<std::size_t>(deals[best])].value;
        if (a < b || (a == b && here.published() && (!there.published() || here.at(Bound::High) > there.at(Bound::High))))
            best = i;
    }
    const Deal &deal = all[static_cast<std::size_t>(deals[best])];
    Revealed revealed{perspective, {}};
    if (perspective.asReported) {
        revealed.next.asReported = false;
        revealed.reasons << words("not an edge of the article");
    }
    for (std::size_t part = 0; part < out.size(); ++part) {
        if (!out[part][best])
            continue;
        revealed.reasons << parts()[part].name(perspective.filter, snapshot, deal);
        parts()[part].admit(revealed.next.filter, snapshot, deal);
    }
    const std::vector<int> wanted = {deals[best]};
    if (!inView(snapshot, revealed.next, wanted)) {
        revealed.reasons << (perspective.focus ? words("not near %1").arg(nameOf(snapshot, perspective.focus->organization))
                                               : words("folded away"));
        revealed.next.collapsed.clear();
        if (!inView(snapshot, revealed.next, wanted)) {
            revealed.next.focus.reset();
            revealed.next.expanded.clear();
        }
    }
    return inView(snapshot, revealed.next, wanted) ? std::optional(std::move(revealed)) : std::nullopt;
}

} // namespace dealscape::document
