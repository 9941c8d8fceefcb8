// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/check.h"

#include "io/references.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace dealscape::io {

namespace {

std::string step(std::string_view member)
{
    return '/' + std::string(member);
}

std::string step(std::size_t index)
{
    return '/' + std::to_string(index);
}

/// Whether a date lies wholly after another, as far as both are known.
bool later(const Date &date, const Date &than)
{
    if (date.year != than.year)
        return date.year > than.year;
    if (!date.month || !than.month || date.month != than.month)
        return date.month && than.month && date.month > than.month;
    return date.day && than.day && date.day > than.day;
}

template <class Pointer>
void checkDate(References &references, const std::optional<Date> &date, Pointer pointer)
{
    const auto &asOf = references.dataset().asOf;
    if (date && asOf && later(*date, *asOf))
        references.warning("dated " + date->iso() + ", after the dataset itself (" + asOf->iso() + ')', pointer());
}

void checkIds(References &references)
{
    const Dataset &dataset = references.dataset();
    references.unique("layers", dataset.layers);
    references.unique("organizations", dataset.organizations);
    references.unique("deals", dataset.deals);
    references.unique("overlapGroups", dataset.groups);
    references.unique("sources", dataset.sources);
    references.unique("claims", dataset.claims);
    std::unordered_set<StoryId> stories;
    for (std::size_t i = 0; i < dataset.stories.size(); ++i) {
        const StoryId &id = dataset.stories[i].id;
        if (!id.empty() && !stories.insert(id).second)
            references.error("duplicate story " + quotation(id.text()), "/stories" + step(i) + "/id");
    }
}

/// Two organisations of one name are nearly always one, entered twice, or need something that tells them apart.
void checkNames(References &references)
{
    const auto &organizations = references.dataset().organizations;
    std::unordered_map<std::string_view, std::size_t> first;
    for (std::size_t i = 0; i < organizations.size(); ++i) {
        const auto [place, fresh] = first.try_emplace(organizations[i].name, i);
        if (!fresh && !organizations[i].name.empty())
            references.warning("has the name of " + quotation(organizations[place->second].id.text()) + ", already at /organizations" +
                                   step(place->second),
                               "/organizations" + step(i) + "/name");
    }
}

void checkOrganization(References &references, const Organization &organization, const std::string &here)
{
    references.need(organization.layer, [&] { return here + "/layer"; });
    references.need(organization.parent, [&] { return here + "/parent"; });
    if (organization.valuation) {
        references.need(organization.valuation->source, [&] { return here + "/valuation/source"; });
        checkDate(references, organization.valuation->asOf, [&] { return here + "/valuation/asOf"; });
    }
}

void checkDeal(References &references, const Deal &deal, const std::string &here)
{
    references.need(deal.supplier, [&] { return here + "/supplier"; });
    references.need(deal.customer, [&] { return here + "/customer"; });
    references.need(deal.payer, [&] { return here + "/payer"; });
    references.need(deal.payee, [&] { return here + "/payee"; });
    references.need(deal.overlap.group, [&] { return here + "/overlap/group"; });
    references.need(deal.overlap.supersededBy, [&] { return here + "/overlap/supersededBy"; });
    references.needAll(deal.sources, [&] { return here + "/sources"; });
    for (std::size_t i = 0; i < deal.estimates.size(); ++i)
        references.need(deal.estimates[i].source, [&] { return here + "/value/estimates" + step(i) + "/source"; });
    checkDate(references, deal.announced, [&] { return here + "/announced"; });
}

void checkGroup(References &references, const OverlapGroup &group, const std::string &here)
{
    if (!group.umbrella)
        return;
    references.need(group.umbrella->deal, [&] { return here + "/umbrella/deal"; });
    references.needAll(group.umbrella->encloses, [&] { return here + "/umbrella/encloses"; });
}

void checkClaim(References &references, const Claim &claim, const std::string &here)
{
    references.need(claim.subject, [&] { return here + "/subject"; });
    references.needAll(claim.deals, [&] { return here + "/deals"; });
    references.needAll(claim.sources, [&] { return here + "/sources"; });
    checkDate(references, claim.date, [&] { return here + "/date"; });
}

void checkArticle(References &references, const ArticleItem &item, const std::string &here)
{
    for (std::size_t i = 0; i < item.mapsTo.size(); ++i)
        references.needEither<DealId, ClaimId>(item.mapsTo[i], [&] { return here + "/mapsTo" + step(i); });
    for (std::size_t i = 0; i < item.edges.size(); ++i) {
        references.need(item.edges[i].payer, [&] { return here + "/edges" + step(i) + "/payer"; });
        references.need(item.edges[i].payee, [&] { return here + "/edges" + step(i) + "/payee"; });
    }
}

void checkPerspective(References &references, const Perspective &perspective, const std::string &here)
{
    // Sets forgot the order of the file, so an unknown id in one is reported at the list.
    for (const LayerId &layer : perspective.filter.layers)
        references.need(layer, [&] { return here + "/layers"; });
    for (const OrganizationId &id : perspective.filter.organizations)
        references.need(id, [&] { return here + "/organizations"; });
    if (perspective.focus)
        references.need(perspective.focus->organization, [&] { return here + "/focus"; });
    for (const OrganizationId &id : perspective.expanded)
        references.need(id, [&] { return here + "/expanded"; });
    for (const OrganizationId &id : perspective.collapsed)
        references.need(id, [&] { return here + "/collapsed"; });
    if (perspective.trail)
        references.needAll(perspective.trail->organizations, [&] { return here + "/trail/organizations"; });
}

void checkPlaces(References &references, const std::vector<KeptPlace> &places, const std::string &here)
{
    std::unordered_set<OrganizationId> seen;
    for (std::size_t i = 0; i < places.size(); ++i) {
        references.need(places[i].organization, [&] { return here + step(i) + "/organization"; });
        if (!places[i].organization.empty() && !seen.insert(places[i].organization).second)
            references.error("organisation " + quotation(places[i].organization.text()) + " stands at two places",
                             here + step(i) + "/organization");
    }
}

void checkArrangements(References &references)
{
    const auto &arrangements = references.dataset().arrangements;
    for (std::size_t i = 0; i < arrangements.size(); ++i) {
        const std::string here = "/arrangements" + step(i);
        checkPlaces(references, arrangements[i].places, here + "/places");
        for (std::size_t j = 0; j < i; ++j)
            if (arrangements[j].layout == arrangements[i].layout)
                references.error("a second arrangement of the layout " + quotation(word(arrangements[i].layout)), here + "/layout");
    }
}

void checkStory(References &references, const Story &story, const std::string &here)
{
    for (std::size_t i = 0; i < story.scenes.size(); ++i) {
        const Scene &scene = story.scenes[i];
        const std::string sceneHere = here + "/scenes" + step(i);
        checkPerspective(references, scene.perspective, sceneHere + "/perspective");
        for (std::size_t j = 0; j < scene.highlighted.size(); ++j)
            references.needEither<OrganizationId, DealId>(scene.highlighted[j], [&] { return sceneHere + "/highlighted" + step(j); });
        references.needAll(scene.frame, [&] { return sceneHere + "/frame"; });
        checkPlaces(references, scene.places, sceneHere + "/places");
    }
}

/// Calls found(i) for one thing on each circle, where next(i) is the thing that i leads to, or -1.
template <class Next, class Found>
void findCircles(std::size_t count, Next next, Found found)
{
    // The start of the walk that came by first: meeting one's own start again closes a circle.
    constexpr std::size_t unseen = static_cast<std::size_t>(-1);
    std::vector<std::size_t> walk(count, unseen);
    for (std::size_t start = 0; start < count; ++start) {
        int at = static_cast<int>(start);
        while (at >= 0 && walk[static_cast<std::size_t>(at)] == unseen) {
            walk[static_cast<std::size_t>(at)] = start;
            at = next(static_cast<std::size_t>(at));
        }
        if (at >= 0 && walk[static_cast<std::size_t>(at)] == start)
            found(static_cast<std::size_t>(at));
    }
}

void checkCircles(References &references)
{
    const auto &organizations = references.dataset().organizations;
    findCircles(
        organizations.size(),
        [&](std::size_t i) { return organizations[i].parent ? references.index().position(*organizations[i].parent) : -1; },
        [&](std::size_t i) { references.error("an organisation cannot be above itself", "/organizations" + step(i) + "/parent"); });
    const auto &deals = references.dataset().deals;
    findCircles(
        deals.size(),
        [&](std::size_t i) { return deals[i].overlap.supersededBy ? references.index().position(*deals[i].overlap.supersededBy) : -1; },
        [&](std::size_t i) { references.error("a deal cannot supersede itself", "/deals" + step(i) + "/overlap/supersededBy"); });
}

/// What the counted members of an overlap group are worth at least. Sums stay within one flow class and one power layer.
struct GroupSums {
    std::array<Money, static_cast<std::size_t>(FlowClass::Policy) + 1> dollars;
    std::array<Power, static_cast<std::size_t>(PowerLayer::Context)> capacity;

    void add(const Deal &deal)
    {
        dollars[static_cast<std::size_t>(deal.flow)] += deal.value.at(Bound::Low);
        if (deal.power && deal.power->layer != PowerLayer::Context)
            capacity[static_cast<std::size_t>(deal.power->layer)] += deal.power->capacity;
    }
};

void checkUmbrella(References &references, const Deal &umbrella, const GroupSums &members, const std::string &here)
{
    const Money most = *std::max_element(members.dollars.begin(), members.dollars.end());
    if (umbrella.value.high && most > *umbrella.value.high)
        references.warning("the umbrella is smaller than its counted members, worth at least " + std::to_string(most.dollars()),
                           here + "/value");
    if (!umbrella.power || umbrella.power->layer == PowerLayer::Context)
        return;
    const Power capacity = members.capacity[static_cast<std::size_t>(umbrella.power->layer)];
    if (capacity > umbrella.power->capacity)
        references.warning("the umbrella is smaller than its counted members of " + std::to_string(capacity.megawatts()) + " megawatts",
                           here + "/power");
}

/// Adds up amounts, each within Money::maximum(), as long as every sum over them fits into 64 bits with room to spare.
class Sum {
public:
    static constexpr Money most = Money(Money::maximum().dollars() * 4000);

    /// False once it is too much.
    bool add(Money amount)
    {
        if (m_money <= most)
            m_money += amount;
        return m_money <= most;
    }

private:
    Money m_money;
};

/// Refuses amounts that no sum over them could hold; only nonsense adds up to four million trillion dollars.
bool checkSums(References &references)
{
    const auto refuse = [&](const std::string &pointer) {
        references.error("all amounts up to here add up to more than " + std::to_string(Sum::most.dollars()) +
                             " dollars, which is beyond belief",
                         pointer);
        return false;
    };
    const Dataset &dataset = references.dataset();
    Sum deals;
    for (std::size_t i = 0; i < dataset.deals.size(); ++i)
        if (!deals.add(std::max(dataset.deals[i].value.at(Bound::High), dataset.deals[i].paid.value_or(Money()))))
            return refuse("/deals" + step(i) + "/value");
    Sum edges;
    for (std::size_t i = 0; i < dataset.article.size(); ++i)
        for (std::size_t j = 0; j < dataset.article[i].edges.size(); ++j)
            if (!edges.add(dataset.article[i].edges[j].value.at(Bound::High)))
                return refuse("/article" + step(i) + "/edges" + step(j));
    return true;
}

void checkUmbrellas(References &references)
{
    const auto &deals = references.dataset().deals;
    std::unordered_map<GroupId, GroupSums> sums;
    for (const Deal &deal : deals)
        if (deal.counted() && deal.overlap.role != OverlapRole::Umbrella && !deal.overlap.group.empty())
            sums[deal.overlap.group].add(deal);
    for (std::size_t i = 0; i < deals.size(); ++i) {
        const auto members = sums.find(deals[i].overlap.group);
        if (deals[i].overlap.role == OverlapRole::Umbrella && members != sums.end())
            checkUmbrella(references, deals[i], members->second, "/deals" + step(i));
    }
}

} // namespace

void checkDataset(const Dataset &dataset, const Places &places, Report &report)
{
    References references(dataset, places, report);
    checkIds(references);
    checkNames(references);
    const auto each = [&](std::string_view list, const auto &items, auto check) {
        std::string here;
        for (std::size_t i = 0; i < items.size(); ++i) {
            here = step(list) + step(i);
            check(references, items[i], here);
        }
    };
    each("organizations", dataset.organizations, checkOrganization);
    each("deals", dataset.deals, checkDeal);
    each("overlapGroups", dataset.groups, checkGroup);
    each("sources", dataset.sources,
         [](References &to, const Source &source, const std::string &here) { checkDate(to, source.date, [&] { return here + "/date"; }); });
    each("claims", dataset.claims, checkClaim);
    each("article", dataset.article, checkArticle);
    references.need(dataset.articleSource, [] { return std::string("/articleSource"); });
    checkPerspective(references, dataset.opening, "/opening");
    each("stories", dataset.stories, checkStory);
    checkArrangements(references);
    checkCircles(references);
    if (checkSums(references))
        checkUmbrellas(references);
}

} // namespace dealscape::io
