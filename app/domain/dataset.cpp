// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/dataset.h"

#include <algorithm>
#include <bit>
#include <type_traits>

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

} // namespace

Index::Index(const Dataset &dataset)
    : m_dataset(dataset),
      m_organizations(positionsOf(dataset.organizations)),
      m_deals(positionsOf(dataset.deals)),
      m_sources(positionsOf(dataset.sources)),
      m_groups(positionsOf(dataset.groups)),
      m_claims(positionsOf(dataset.claims)),
      m_layers(positionsOf(dataset.layers))
{}

Index::Index(const Dataset &dataset, const Index &before)
    : m_dataset(dataset),
      m_organizations(Positions::after(before.m_organizations, before.m_dataset.organizations, dataset.organizations)),
      m_deals(Positions::after(before.m_deals, before.m_dataset.deals, dataset.deals)),
      m_sources(Positions::after(before.m_sources, before.m_dataset.sources, dataset.sources)),
      m_groups(Positions::after(before.m_groups, before.m_dataset.groups, dataset.groups)),
      m_claims(Positions::after(before.m_claims, before.m_dataset.claims, dataset.claims)),
      m_layers(positionsOf(dataset.layers))
{}

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

} // namespace dealscape
