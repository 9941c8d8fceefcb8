// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/select.h"

#include "analysis/fold.h"
#include "analysis/reach.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

namespace dealscape::analysis {

namespace {

template <class Set, class Key>
bool admits(const Set &set, const Key &key)
{
    return set.empty() || set.contains(key);
}

int lastDay(const Date &date)
{
    namespace c = std::chrono;
    if (date.day)
        return date.firstDay();
    if (date.month) {
        const c::year_month_day_last last{c::year(date.year), c::month_day_last(c::month(static_cast<unsigned>(date.month)))};
        return static_cast<int>(c::sys_days(last).time_since_epoch().count());
    }
    return Date{date.year, 12, 31}.firstDay();
}

/// Which of a filter's conditions on organisations one of them meets.
struct Met {
    bool layer = false;
    bool country = false;
    bool itself = false;
};

Met met(const Filter &filter, const Organization &organization)
{
    return {admits(filter.layers, organization.layer), admits(filter.countries, organization.country),
            admits(filter.organizations, organization.id)};
}

bool atEnds(Ends ends, bool tail, bool head)
{
    return ends == Ends::Both ? tail && head : tail || head;
}

bool metAtEnds(const Filter &filter, const Met &tail, const Met &head)
{
    return atEnds(filter.layerEnds, tail.layer, head.layer) && atEnds(filter.countryEnds, tail.country, head.country) &&
        atEnds(filter.organizationEnds, tail.itself, head.itself);
}

bool asksForEnds(const Filter &filter)
{
    return !filter.layers.empty() || !filter.countries.empty() || !filter.organizations.empty();
}

/// A filter made ready for many deals: dates as days, text folded, organisations judged once.
class Sieve {
public:
    Sieve(const Index &index, const Filter &filter) : m_index(index), m_filter(filter), m_text(fold(filter.text))
    {
        if (filter.from)
            m_from = filter.from->firstDay();
        if (filter.until)
            m_until = lastDay(*filter.until);
        const auto &organizations = index.dataset().organizations;
        for (const Organization &organization : organizations) {
            m_met.push_back(met(filter, organization));
            m_named.push_back(!m_text.empty() &&
                              (containsFolded(organization.name, m_text) || containsFolded(organization.shortName, m_text)));
        }
    }

    bool passes(const Deal &deal) const
    {
        return (m_filter.maximumTier == 0 || deal.tier <= m_filter.maximumTier) && (!m_filter.countedOnly || deal.overlap.counted) &&
            published(deal) && admits(m_filter.kinds, deal.kind) && admits(m_filter.families, familyOf(deal.flow)) && certain(deal) &&
            dated(deal) && large(deal) && placed(deal) && sourced(deal) && mentions(deal);
    }

private:
    bool published(const Deal &deal) const
    {
        return !m_filter.publishedOnly || deal.draft || deal.value.published() || (deal.power && deal.power->layer != PowerLayer::Context);
    }

    bool certain(const Deal &deal) const
    {
        if (m_filter.certainties.empty())
            return true;
        if (deal.parts.empty() || !deal.value.published())
            return m_filter.certainties.contains(deal.certainty);
        for (const CertaintyPart &part : deal.parts)
            if (m_filter.certainties.contains(part.certainty))
                return true;
        return false;
    }

    bool dated(const Deal &deal) const
    {
        if (!m_from && !m_until)
            return true;
        const int day = deal.announced.firstDay();
        return (!m_from || day >= *m_from) && (!m_until || day <= *m_until);
    }

    bool large(const Deal &deal) const
    {
        return !m_filter.atLeast || (deal.value.published() && deal.value.at(Bound::High) >= *m_filter.atLeast);
    }

    bool flagged(const std::vector<bool> &flags, const OrganizationId &id) const
    {
        const int position = m_index.position(id);
        return position >= 0 && flags[static_cast<std::size_t>(position)];
    }

    bool placed(const Deal &deal) const { return !asksForEnds(m_filter) || metAtEnds(m_filter, metBy(deal.tail()), metBy(deal.head())); }

    Met metBy(const OrganizationId &id) const
    {
        const int position = m_index.position(id);
        return position < 0 ? Met() : m_met[static_cast<std::size_t>(position)];
    }

    bool sourced(const Deal &deal) const
    {
        if (m_filter.weakestSources.empty())
            return true;
        const auto weakest = weakestSource(m_index, deal);
        return weakest && m_filter.weakestSources.contains(*weakest);
    }

    bool mentions(const Deal &deal) const
    {
        if (m_text.empty())
            return true;
        if (flagged(m_named, deal.supplier) || flagged(m_named, deal.customer) || (deal.payer && flagged(m_named, *deal.payer)) ||
            (deal.payee && flagged(m_named, *deal.payee)))
            return true;
        return containsFolded(deal.headline, m_text) || containsFolded(deal.note, m_text);
    }

    const Index &m_index;
    const Filter &m_filter;
    std::string m_text;
    std::optional<int> m_from;
    std::optional<int> m_until;
    std::vector<Met> m_met;
    std::vector<bool> m_named;
};

} // namespace

std::vector<int> select(const Index &index, const Filter &filter)
{
    const Sieve sieve(index, filter);
    const auto &deals = index.dataset().deals;
    std::vector<int> chosen;
    for (std::size_t i = 0; i < deals.size(); ++i)
        if (sieve.passes(deals[i]))
            chosen.push_back(static_cast<int>(i));
    return chosen;
}

bool admitsEnds(const Index &index, const Filter &filter, const OrganizationId &tail, const OrganizationId &head)
{
    const Organization *from = index.organization(tail);
    const Organization *to = index.organization(head);
    return !asksForEnds(filter) || metAtEnds(filter, from ? met(filter, *from) : Met(), to ? met(filter, *to) : Met());
}

std::optional<SourceBasis> weakestSource(const Index &index, const Deal &deal)
{
    std::optional<SourceBasis> weakest;
    for (const SourceId &id : deal.sources)
        if (const Source *source = index.source(id))
            weakest = std::max(weakest.value_or(source->basis), source->basis);
    return weakest;
}

std::vector<int> inReach(const Index &index, std::span<const int> deals, const Perspective &perspective)
{
    if (!perspective.focus && perspective.collapsed.empty())
        return {deals.begin(), deals.end()};
    const std::vector<Join> joins = joinsOf(index, deals);
    const Reach within = reach(index, joins, perspective);
    std::vector<int> chosen;
    for (std::size_t i = 0; i < deals.size(); ++i)
        if (within.keeps(joins[i]))
            chosen.push_back(deals[i]);
    return chosen;
}

std::vector<int> neighbourhood(const Index &index, std::span<const int> deals, const Focus &focus)
{
    Perspective perspective;
    perspective.focus = focus;
    return inReach(index, deals, perspective);
}

std::vector<int> visible(const Index &index, const Perspective &perspective)
{
    return inReach(index, select(index, perspective.filter), perspective);
}

std::vector<int> measured(const Index &index, Perspective perspective)
{
    perspective.filter.publishedOnly = false;
    return visible(index, perspective);
}

Deal withParts(Deal deal, const std::set<Certainty> &certainties)
{
    std::vector<CertaintyPart> kept;
    for (const CertaintyPart &part : deal.parts)
        if (admits(certainties, part.certainty))
            kept.push_back(part);
    if (kept.empty() || kept.size() == deal.parts.size())
        return deal;
    MoneyRange value{Money(), Money()};
    Money paid;
    std::optional<Certainty> weakest;
    for (const CertaintyPart &part : kept) {
        *value.low += part.value.at(Bound::Low);
        *value.high += part.value.at(Bound::High);
        if (part.certainty == Certainty::Paid)
            paid += part.value.at(Bound::High);
        else if (part.certainty == Certainty::Potential)
            continue;
        weakest = std::max(weakest.value_or(part.certainty), part.certainty);
    }
    if (value.low == Money() && value.high > Money())
        value.low.reset();
    deal.value = value;
    deal.paid = paid > Money() ? std::optional(paid) : std::nullopt;
    deal.certainty = weakest.value_or(Certainty::Potential);
    deal.parts = kept.size() > 1 ? std::move(kept) : std::vector<CertaintyPart>();
    return deal;
}

std::optional<Dataset> withParts(const Dataset &dataset, const std::set<Certainty> &certainties)
{
    std::optional<Dataset> changed;
    for (std::size_t i = 0; i < dataset.deals.size(); ++i) {
        if (dataset.deals[i].parts.empty())
            continue;
        Deal part = withParts(dataset.deals[i], certainties);
        if (part.parts == dataset.deals[i].parts)
            continue;
        if (!changed)
            changed = dataset;
        changed->deals[i] = std::move(part);
    }
    return changed;
}

Filter everything()
{
    Filter filter;
    filter.countedOnly = false;
    filter.publishedOnly = false;
    filter.certainties.clear();
    return filter;
}

bool firmEnough(const Deal &deal)
{
    switch (deal.status) {
    case DealStatus::LetterOfIntent:
    case DealStatus::Potential:
    case DealStatus::Rumoured:
    case DealStatus::Cancelled:
        return false;
    default:
        return deal.counted() && deal.moneyDirectionKnown();
    }
}

std::vector<int> firm(const Index &index, std::span<const int> deals)
{
    std::vector<int> chosen;
    for (const int deal : deals)
        if (firmEnough(dealAt(index, deal)))
            chosen.push_back(deal);
    return chosen;
}

} // namespace dealscape::analysis
