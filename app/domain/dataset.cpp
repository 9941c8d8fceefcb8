// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/dataset.h"

#include <algorithm>
#include <array>
#include <bit>
#include <mutex>
#include <set>
#include <string_view>
#include <type_traits>
#include <unordered_map>

namespace dealscape {

std::vector<Layer> defaultLayers()
{
    constexpr std::pair<LayerStyle, int> order[] = {{LayerStyle::Models, 5},  {LayerStyle::Cloud, 4},     {LayerStyle::DataCentre, 3},
                                                    {LayerStyle::Chips, 1},   {LayerStyle::Systems, 2},   {LayerStyle::Energy, 3},
                                                    {LayerStyle::Capital, 0}, {LayerStyle::Government, 0}};
    std::vector<Layer> layers;
    for (const auto &[style, column] : order)
        layers.push_back({LayerId(std::string(word(style))), std::string(label(style)), style, column, {}});
    return layers;
}

template <class Records>
Positions::Positions(const Records &records) : m_slots(std::bit_ceil(std::max<std::size_t>(4, 2 * records.size())), -1)
{
    for (std::size_t i = 0; i < records.size(); ++i)
        add(records, static_cast<int>(i));
}

template <class Records>
std::size_t Positions::home(const Records &records, int position) const
{
    const auto &id = records[static_cast<std::size_t>(position)].id;
    return std::hash<std::remove_cvref_t<decltype(id)>>{}(id) & (m_slots.size() - 1);
}

template <class Records>
void Positions::add(const Records &records, int position)
{
    const auto &id = records[static_cast<std::size_t>(position)].id;
    std::size_t slot = home(records, position);
    for (; m_slots[slot] >= 0; slot = next(slot))
        if (records[static_cast<std::size_t>(m_slots[slot])].id == id) {
            m_unique = false;
            return;
        }
    m_slots[slot] = position;
}

template <class Records>
void Positions::remove(const Records &records, int position)
{
    std::size_t gap = home(records, position);
    while (m_slots[gap] >= 0 && m_slots[gap] != position)
        gap = next(gap);
    if (m_slots[gap] < 0)
        return;
    // Those behind the gap that could not be reached over it move into it.
    for (std::size_t slot = next(gap); m_slots[slot] >= 0; slot = next(slot)) {
        const std::size_t mask = m_slots.size() - 1;
        const std::size_t wanted = home(records, m_slots[slot]);
        if (((slot - wanted) & mask) < ((slot - gap) & mask))
            continue;
        m_slots[gap] = m_slots[slot];
        gap = slot;
    }
    m_slots[gap] = -1;
}

template <class Records>
std::shared_ptr<const Positions> Positions::after(const std::shared_ptr<const Positions> &before, const Records &old, const Records &now)
{
    auto [first, end, oldEnd] = now.changeSince(old);
    while (first < end && first < oldEnd && now[first].id == old[first].id)
        ++first;
    while (first < end && first < oldEnd && now[end - 1].id == old[oldEnd - 1].id) {
        --end;
        --oldEnd;
    }
    if (first == end && first == oldEnd)
        return before;
    const bool few = oldEnd - first < 1 + old.size() / 4 && end - first < 1 + now.size() / 4;
    // Of an id that stands twice only the first place is known, so that a patch could not find the second.
    if (!few || !before->m_unique || 2 * now.size() > before->m_slots.size())
        return std::make_shared<const Positions>(now);
    auto positions = std::make_shared<Positions>(*before);
    for (std::size_t i = first; i < oldEnd; ++i)
        positions->remove(old, static_cast<int>(i));
    const auto shift = static_cast<int>(end) - static_cast<int>(oldEnd);
    if (shift != 0)
        for (int &position : positions->m_slots)
            if (position >= static_cast<int>(oldEnd))
                position += shift;
    for (std::size_t i = first; i < end; ++i)
        positions->add(now, static_cast<int>(i));
    return positions->m_unique ? positions : std::make_shared<const Positions>(now);
}

namespace {

template <class Records>
std::shared_ptr<const Positions> positionsOf(const Records &records)
{
    return std::make_shared<const Positions>(records);
}

template <class Records>
auto recordAt(const Records &records, int position)
{
    return position < 0 ? nullptr : &records[static_cast<std::size_t>(position)];
}

/// Whether two states of a list share all their records.
template <class Records>
bool same(const Records &now, const Records &old)
{
    const auto [first, end, oldEnd] = now.changeSince(old);
    return first == end && first == oldEnd;
}

} // namespace

struct Index::Names {
    std::once_flag made;
    std::unordered_map<OrganizationId, std::string> qualifiers;
};

struct Index::Parties {
    std::once_flag made;
    std::vector<std::vector<int>> deals;
};

struct Index::Drawn {
    std::once_flag made;
    Scales scales;
};

Index::Index(const Dataset &dataset)
    : m_dataset(dataset),
      m_organizations(positionsOf(dataset.organizations)),
      m_deals(positionsOf(dataset.deals)),
      m_sources(positionsOf(dataset.sources)),
      m_groups(positionsOf(dataset.groups)),
      m_claims(positionsOf(dataset.claims)),
      m_layers(positionsOf(dataset.layers)),
      m_names(std::make_shared<Names>()),
      m_parties(std::make_shared<Parties>()),
      m_drawn(std::make_shared<Drawn>())
{}

Index::Index(const Dataset &dataset, const Index &before)
    : m_dataset(dataset),
      m_organizations(Positions::after(before.m_organizations, before.m_dataset.organizations, dataset.organizations)),
      m_deals(Positions::after(before.m_deals, before.m_dataset.deals, dataset.deals)),
      m_sources(Positions::after(before.m_sources, before.m_dataset.sources, dataset.sources)),
      m_groups(Positions::after(before.m_groups, before.m_dataset.groups, dataset.groups)),
      m_claims(Positions::after(before.m_claims, before.m_dataset.claims, dataset.claims)),
      m_layers(positionsOf(dataset.layers)),
      m_names(before.m_names),
      m_parties(before.m_parties),
      m_drawn(before.m_drawn)
{
    const bool sameParties = same(dataset.organizations, before.m_dataset.organizations);
    if (!sameParties || dataset.layers != before.m_dataset.layers)
        m_names = std::make_shared<Names>();
    const bool sameDeals = same(dataset.deals, before.m_dataset.deals);
    if (!sameParties || !sameDeals)
        m_parties = std::make_shared<Parties>();
    if (!sameDeals || !(dataset.scales == before.m_dataset.scales))
        m_drawn = std::make_shared<Drawn>();
}

const Organization *Index::organization(const OrganizationId &id) const
{
    return recordAt(m_dataset.organizations, position(id));
}

const Deal *Index::deal(const DealId &id) const
{
    return recordAt(m_dataset.deals, position(id));
}

const Source *Index::source(const SourceId &id) const
{
    return recordAt(m_dataset.sources, position(id));
}

const OverlapGroup *Index::group(const GroupId &id) const
{
    return recordAt(m_dataset.groups, position(id));
}

const Claim *Index::claim(const ClaimId &id) const
{
    return recordAt(m_dataset.claims, position(id));
}

const Layer *Index::layer(const LayerId &id) const
{
    return recordAt(m_dataset.layers, position(id));
}

void Index::tellApart(Names &names) const
{
    std::unordered_map<std::string_view, std::vector<const Organization *>> called;
    called.reserve(m_dataset.organizations.size());
    for (const Organization &o : m_dataset.organizations)
        called[o.displayName()].push_back(&o);
    for (const auto &[name, namesakes] : called) {
        if (namesakes.size() < 2)
            continue;
        std::array<std::vector<std::string>, 3> ways;
        for (const Organization *o : namesakes) {
            const Layer *known = layer(o->layer);
            ways[0].push_back(o->country);
            ways[1].push_back(known ? known->label : o->layer.text());
            ways[2].push_back(o->id.text());
        }
        const auto tells = [](const std::vector<std::string> &words) {
            const std::set<std::string_view> different(words.begin(), words.end());
            return different.size() == words.size() && !different.contains(std::string_view());
        };
        const auto chosen = std::find_if(ways.begin(), ways.end() - 1, tells);
        for (std::size_t i = 0; i < namesakes.size(); ++i)
            names.qualifiers.emplace(namesakes[i]->id, (*chosen)[i]);
    }
}

void Index::gatherDeals(Parties &parties) const
{
    parties.deals.resize(m_dataset.organizations.size());
    for (std::size_t i = 0; i < m_dataset.deals.size(); ++i) {
        const Deal &deal = m_dataset.deals[i];
        const auto join = [&](const OrganizationId &id) {
            const int party = position(id);
            if (party < 0)
                return;
            std::vector<int> &deals = parties.deals[static_cast<std::size_t>(party)];
            if (deals.empty() || deals.back() != static_cast<int>(i))
                deals.push_back(static_cast<int>(i));
        };
        join(deal.supplier);
        join(deal.customer);
        if (deal.payer)
            join(*deal.payer);
        if (deal.payee)
            join(*deal.payee);
    }
}

std::string Index::nameOf(const Organization &organization) const
{
    const std::string &shown = organization.displayName();
    if (shown.find_first_not_of(" \t\r\n") == std::string::npos)
        return organization.id.text();
    const std::string &qualifier = qualifierOf(organization);
    return qualifier.empty() ? shown : shown + " (" + qualifier + ')';
}

const std::string &Index::qualifierOf(const Organization &organization) const
{
    static const std::string none;
    std::call_once(m_names->made, [this] { tellApart(*m_names); });
    const auto found = m_names->qualifiers.find(organization.id);
    return found == m_names->qualifiers.end() ? none : found->second;
}

const std::vector<int> &Index::dealsOf(const OrganizationId &id) const
{
    static const std::vector<int> none;
    std::call_once(m_parties->made, [this] { gatherDeals(*m_parties); });
    const int party = position(id);
    return party < 0 ? none : m_parties->deals[static_cast<std::size_t>(party)];
}

const Scales &Index::scales() const
{
    std::call_once(m_drawn->made, [this] { m_drawn->scales = scalesOf(m_dataset); });
    return m_drawn->scales;
}

} // namespace dealscape
