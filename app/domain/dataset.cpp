// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/dataset.h"

namespace dealscape {

namespace {

template <class Item, class Key>
void fill(std::unordered_map<Key, int> &map, const std::vector<Item> &items)
{
    map.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        map.emplace(items[i].id, static_cast<int>(i));
}

template <class Item, class Key>
const Item *find(const std::unordered_map<Key, int> &map, const std::vector<Item> &items, const Key &key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &items[static_cast<std::size_t>(found->second)];
}

} // namespace

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

Index::Index(const Dataset &dataset) : m_dataset(dataset)
{
    fill(m_organizations, dataset.organizations);
    fill(m_deals, dataset.deals);
    fill(m_sources, dataset.sources);
    fill(m_groups, dataset.groups);
    fill(m_claims, dataset.claims);
    fill(m_layers, dataset.layers);
}

const Organization *Index::organization(const OrganizationId &id) const
{
    return find(m_organizations, m_dataset.organizations, id);
}

const Deal *Index::deal(const DealId &id) const
{
    return find(m_deals, m_dataset.deals, id);
}

const Source *Index::source(const SourceId &id) const
{
    return find(m_sources, m_dataset.sources, id);
}

const OverlapGroup *Index::group(const GroupId &id) const
{
    return find(m_groups, m_dataset.groups, id);
}

const Claim *Index::claim(const ClaimId &id) const
{
    return find(m_claims, m_dataset.claims, id);
}

const Layer *Index::layer(const LayerId &id) const
{
    return find(m_layers, m_dataset.layers, id);
}

int Index::position(const OrganizationId &id) const
{
    const auto found = m_organizations.find(id);
    return found == m_organizations.end() ? -1 : found->second;
}

} // namespace dealscape
