// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/revision.h"

#include "domain/ascii.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

namespace dealscape {

namespace {

/// Changes every record for which concerned() holds, without touching the others.
template <class Records, class Concerned, class Change>
void changeWhere(Records &records, Concerned concerned, Change change)
{
    for (std::size_t i = 0; i < records.size(); ++i)
        if (concerned(std::as_const(records)[i]))
            change(records[i]);
}

template <class Records, class Concerned>
void eraseWhere(Records &records, Concerned concerned)
{
    for (std::size_t i = records.size(); i-- > 0;)
        if (concerned(std::as_const(records)[i]))
            records.erase(i);
}

template <class Items, class Item>
bool holds(const Items &items, const Item &item)
{
    return std::ranges::find(items, item) != items.end();
}

/// Applies a change to the opening and to every scene, each perspective with its scene or null.
template <class Change>
void changeSights(Dataset &dataset, Change change)
{
    change(dataset.opening, static_cast<Scene *>(nullptr));
    for (Story &story : dataset.stories)
        for (Scene &scene : story.scenes)
            change(scene.perspective, &scene);
}

void forget(Perspective &perspective, const OrganizationId &id)
{
    if (perspective.focus && perspective.focus->organization == id)
        perspective.focus.reset();
    perspective.expanded.erase(id);
    perspective.filter.organizations.erase(id);
    perspective.collapsed.erase(id);
    if (perspective.trail && holds(perspective.trail->organizations, id))
        perspective.trail.reset();
}

void forgetPlace(std::vector<KeptPlace> &places, const OrganizationId &id)
{
    std::erase_if(places, [&](const KeptPlace &place) { return place.organization == id; });
}

template <class T>
void rename(T &id, const T &from, const T &to)
{
    if (id == from)
        id = to;
}

template <class T>
void rename(std::optional<T> &id, const T &from, const T &to)
{
    if (id == from)
        id = to;
}

/// Puts one id for another in a list in which it may stand once.
template <class T>
void renameIn(std::vector<T> &ids, const T &from, const T &to)
{
    if (!holds(ids, from))
        return;
    if (holds(ids, to))
        std::erase(ids, from);
    else
        std::ranges::replace(ids, from, to);
}

template <class T>
void renameIn(std::set<T> &ids, const T &from, const T &to)
{
    if (ids.erase(from))
        ids.insert(to);
}

void renameIn(Perspective &perspective, const OrganizationId &from, const OrganizationId &to)
{
    if (perspective.focus)
        rename(perspective.focus->organization, from, to);
    renameIn(perspective.expanded, from, to);
    renameIn(perspective.filter.organizations, from, to);
    renameIn(perspective.collapsed, from, to);
    if (perspective.trail && holds(perspective.trail->organizations, from))
        perspective.trail.reset();
}

bool takesPart(const Deal &deal, const OrganizationId &id)
{
    return deal.supplier == id || deal.customer == id || deal.payer == id || deal.payee == id;
}

void dropUnusedGroups(Dataset &dataset, const std::unordered_set<GroupId> &touched)
{
    if (touched.empty())
        return;
    std::unordered_set<GroupId> unused = touched;
    for (const Deal &deal : std::as_const(dataset.deals))
        unused.erase(deal.overlap.group);
    eraseWhere(dataset.groups, [&](const OverlapGroup &group) { return unused.contains(group.id); });
}

void removeDeals(Dataset &dataset, const std::unordered_set<DealId> &gone)
{
    if (gone.empty())
        return;
    std::unordered_set<GroupId> touched;
    eraseWhere(dataset.deals, [&](const Deal &deal) {
        if (!gone.contains(deal.id))
            return false;
        if (!deal.overlap.group.empty())
            touched.insert(deal.overlap.group);
        return true;
    });
    changeWhere(
        dataset.deals, [&](const Deal &deal) { return deal.overlap.supersededBy && gone.contains(*deal.overlap.supersededBy); },
        [](Deal &deal) { deal.overlap.supersededBy.reset(); });
    changeWhere(
        dataset.groups, [&](const OverlapGroup &group) { return group.umbrella && gone.contains(group.umbrella->deal); },
        [](OverlapGroup &group) { group.umbrella.reset(); });
    dropUnusedGroups(dataset, touched);
    const auto isGone = [&](const DealId &id) { return gone.contains(id); };
    changeWhere(
        dataset.claims, [&](const Claim &claim) { return std::ranges::any_of(claim.deals, isGone); },
        [&](Claim &claim) { std::erase_if(claim.deals, isGone); });
    const Index index(dataset);
    const auto leadsNowhere = [&](const std::string &text) {
        return gone.contains(DealId(text)) && !index.organization(OrganizationId(text)) && !index.claim(ClaimId(text));
    };
    for (ArticleItem &item : dataset.article)
        std::erase_if(item.mapsTo, leadsNowhere);
    changeSights(dataset, [&](Perspective &, Scene *scene) {
        if (scene)
            std::erase_if(scene->highlighted, leadsNowhere);
    });
}

/// An organisation that came to stand above itself loses its parent.
void breakCircle(Dataset &dataset, const OrganizationId &id)
{
    const Index index(dataset);
    const Organization *above = index.organization(id);
    for (std::size_t steps = 0; above && above->parent && steps <= dataset.organizations.size(); ++steps) {
        if (above->parent == id) {
            dataset.organizations[static_cast<std::size_t>(index.position(id))].parent.reset();
            return;
        }
        above = index.organization(*above->parent);
    }
}

/// Words of letters and digits in lower case; bytes beyond ASCII belong to words.
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words(1);
    for (const char raw : name) {
        const char c = lowered(raw);
        if ((c >= 'a' && c <= 'z') || digit(c) || static_cast<unsigned char>(c) >= 0x80)
            words.back() += c;
        else if (c != '.' && c != '\'' && !words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::vector<std::string> tellingWords(std::string_view name)
{
    static constexpr std::array<std::string_view, 30> idle = {
        "inc", "corp",    "corporation", "co",        "company", "ltd",          "limited",    "llc", "lp",           "plc",
        "ag",  "se",      "sa",          "spa",       "nv",      "bv",           "gmbh",       "kg",  "oy",           "ab",
        "as",  "holding", "holdings",    "platforms", "group",   "technologies", "technology", "the", "incorporated", "international"};
    std::vector<std::string> words = wordsOf(name);
    std::erase_if(words, [](const std::string &word) { return std::ranges::find(idle, word) != idle.end(); });
    return words;
}

} // namespace

void removeOrganization(Dataset &dataset, OrganizationId id)
{
    const auto found = std::ranges::find(std::as_const(dataset.organizations), id, &Organization::id);
    if (found == std::as_const(dataset.organizations).end())
        return;
    dataset.organizations.erase(static_cast<std::size_t>(found - std::as_const(dataset.organizations).begin()));
    std::unordered_set<DealId> gone;
    for (const Deal &deal : std::as_const(dataset.deals))
        if (deal.supplier == id || deal.customer == id)
            gone.insert(deal.id);
    removeDeals(dataset, gone);
    changeWhere(
        dataset.deals, [&](const Deal &deal) { return takesPart(deal, id); },
        [](Deal &deal) {
            deal.payer.reset();
            deal.payee.reset();
        });
    changeWhere(
        dataset.organizations, [&](const Organization &other) { return other.parent == id; },
        [](Organization &other) { other.parent.reset(); });
    changeWhere(
        dataset.groups, [&](const OverlapGroup &group) { return group.umbrella && holds(group.umbrella->encloses, id); },
        [&](OverlapGroup &group) { std::erase(group.umbrella->encloses, id); });
    changeWhere(
        dataset.claims, [&](const Claim &claim) { return claim.subject == id; }, [](Claim &claim) { claim.subject.reset(); });
    for (ArticleItem &item : dataset.article)
        std::erase_if(item.edges, [&](const ReportedEdge &edge) { return edge.payer == id || edge.payee == id; });
    const bool alsoDeal =
        std::ranges::find(std::as_const(dataset.deals), DealId(id.text()), &Deal::id) != std::as_const(dataset.deals).end();
    changeSights(dataset, [&](Perspective &perspective, Scene *scene) {
        forget(perspective, id);
        if (!scene)
            return;
        if (!alsoDeal)
            std::erase(scene->highlighted, id.text());
        std::erase(scene->frame, id);
        forgetPlace(scene->places, id);
    });
    for (KeptArrangement &arrangement : dataset.arrangements)
        forgetPlace(arrangement.places, id);
}

void removeDeal(Dataset &dataset, DealId id)
{
    if (std::ranges::find(std::as_const(dataset.deals), id, &Deal::id) != std::as_const(dataset.deals).end())
        removeDeals(dataset, {id});
}

void removeSource(Dataset &dataset, SourceId id)
{
    eraseWhere(dataset.sources, [&](const Source &source) { return source.id == id; });
    changeWhere(
        dataset.deals,
        [&](const Deal &deal) {
            return holds(deal.sources, id) || std::ranges::any_of(deal.estimates, [&](const Estimate &e) { return e.source == id; });
        },
        [&](Deal &deal) {
            std::erase(deal.sources, id);
            deal.draft = deal.draft || deal.sources.empty();
            for (Estimate &estimate : deal.estimates)
                if (estimate.source == id)
                    estimate.source.reset();
        });
    std::vector<ClaimId> unfounded;
    changeWhere(
        dataset.claims, [&](const Claim &claim) { return holds(claim.sources, id); },
        [&](Claim &claim) {
            std::erase(claim.sources, id);
            if (claim.sources.empty())
                unfounded.push_back(claim.id);
        });
    for (const ClaimId &claim : unfounded)
        removeClaim(dataset, claim);
    changeWhere(
        dataset.organizations, [&](const Organization &o) { return o.valuation && o.valuation->source == id; },
        [](Organization &o) { o.valuation->source.reset(); });
    if (dataset.articleSource == id)
        dataset.articleSource.reset();
}

void removeClaim(Dataset &dataset, ClaimId id)
{
    const std::size_t before = dataset.claims.size();
    eraseWhere(dataset.claims, [&](const Claim &claim) { return claim.id == id; });
    if (dataset.claims.size() == before)
        return;
    const bool alsoDeal =
        std::ranges::find(std::as_const(dataset.deals), DealId(id.text()), &Deal::id) != std::as_const(dataset.deals).end();
    if (!alsoDeal)
        for (ArticleItem &item : dataset.article)
            std::erase(item.mapsTo, id.text());
}

void removeGroup(Dataset &dataset, GroupId id)
{
    eraseWhere(dataset.groups, [&](const OverlapGroup &group) { return group.id == id; });
    changeWhere(
        dataset.deals, [&](const Deal &deal) { return !id.empty() && deal.overlap.group == id; },
        [](Deal &deal) { deal.overlap.group = GroupId(); });
}

void removeLayer(Dataset &dataset, LayerId id, LayerId heir)
{
    if (id == heir || std::ranges::find(dataset.layers, heir, &Layer::id) == dataset.layers.end())
        return;
    std::erase_if(dataset.layers, [&](const Layer &layer) { return layer.id == id; });
    changeWhere(
        dataset.organizations, [&](const Organization &o) { return o.layer == id; }, [&](Organization &o) { o.layer = heir; });
    changeSights(dataset, [&](Perspective &perspective, Scene *) { perspective.filter.layers.erase(id); });
}

void mergeOrganizations(Dataset &dataset, OrganizationId kept, OrganizationId gone)
{
    const auto positionOf = [&](const OrganizationId &id) {
        return static_cast<std::size_t>(std::ranges::find(std::as_const(dataset.organizations), id, &Organization::id) -
                                        std::as_const(dataset.organizations).begin());
    };
    if (kept == gone || positionOf(kept) == dataset.organizations.size() || positionOf(gone) == dataset.organizations.size())
        return;
    const Organization other = std::as_const(dataset.organizations)[positionOf(gone)];
    Organization &one = dataset.organizations[positionOf(kept)];
    const auto fill = [](std::string &text, const std::string &with) {
        if (text.empty())
            text = with;
    };
    fill(one.kind, other.kind);
    fill(one.country, other.country);
    fill(one.wikidata, other.wikidata);
    fill(one.note, other.note);
    if (!one.parent && other.parent != kept)
        one.parent = other.parent;
    if (one.listing == Listing())
        one.listing = other.listing;
    if (!one.valuation)
        one.valuation = other.valuation;

    std::unordered_set<DealId> between;
    for (const Deal &deal : std::as_const(dataset.deals)) {
        const auto ofThese = [&](const OrganizationId &id) { return id == kept || id == gone; };
        if ((ofThese(deal.supplier) && ofThese(deal.customer)) ||
            (deal.payer && deal.payee && ofThese(*deal.payer) && ofThese(*deal.payee)))
            between.insert(deal.id);
    }
    removeDeals(dataset, between);
    changeWhere(
        dataset.deals, [&](const Deal &deal) { return takesPart(deal, gone); },
        [&](Deal &deal) {
            rename(deal.supplier, gone, kept);
            rename(deal.customer, gone, kept);
            rename(deal.payer, gone, kept);
            rename(deal.payee, gone, kept);
        });
    changeWhere(
        dataset.organizations, [&](const Organization &o) { return o.parent == gone; },
        [&](Organization &o) {
            if (o.id == kept)
                o.parent.reset();
            else
                o.parent = kept;
        });
    changeWhere(
        dataset.groups, [&](const OverlapGroup &group) { return group.umbrella && holds(group.umbrella->encloses, gone); },
        [&](OverlapGroup &group) { renameIn(group.umbrella->encloses, gone, kept); });
    changeWhere(
        dataset.claims, [&](const Claim &claim) { return claim.subject == gone; }, [&](Claim &claim) { claim.subject = kept; });
    for (ArticleItem &item : dataset.article) {
        for (ReportedEdge &edge : item.edges) {
            rename(edge.payer, gone, kept);
            rename(edge.payee, gone, kept);
        }
        std::erase_if(item.edges, [](const ReportedEdge &edge) { return edge.payer == edge.payee; });
    }
    changeSights(dataset, [&](Perspective &perspective, Scene *scene) {
        renameIn(perspective, gone, kept);
        if (!scene)
            return;
        renameIn(scene->highlighted, gone.text(), kept.text());
        renameIn(scene->frame, gone, kept);
    });
    removeOrganization(dataset, gone);
    breakCircle(dataset, kept);
}

Perspective soundPerspective(const Index &index, Perspective perspective)
{
    const auto unknown = [&](const OrganizationId &id) { return !index.organization(id); };
    if (perspective.focus && unknown(perspective.focus->organization))
        perspective.focus.reset();
    std::erase_if(perspective.expanded, unknown);
    std::erase_if(perspective.collapsed, unknown);
    if (perspective.trail && std::ranges::any_of(perspective.trail->organizations, unknown))
        perspective.trail.reset();
    std::erase_if(perspective.filter.layers, [&](const LayerId &id) { return !index.layer(id); });
    std::erase_if(perspective.filter.organizations, unknown);
    return perspective;
}

bool namesAlike(std::string_view a, std::string_view b)
{
    const auto first = tellingWords(a);
    return !first.empty() && first == tellingWords(b);
}

std::string idFrom(std::string_view name)
{
    std::string id;
    for (const std::string &word : wordsOf(name)) {
        std::string plain;
        std::ranges::copy_if(word, std::back_inserter(plain), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (!plain.empty())
            id += (id.empty() ? "" : "-") + plain;
    }
    return id.empty() ? "new" : id;
}

} // namespace dealscape
