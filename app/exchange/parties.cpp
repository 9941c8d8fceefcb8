// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/parties.h"

#include "exchange/names.h"
#include "exchange/roles.h"
#include "exchange/words.h"

#include <algorithm>
#include <utility>

namespace dealscape::exchange {

namespace {

constexpr std::string_view unclassified = "unclassified";
constexpr std::size_t mostLayers = 24;

} // namespace

Parties::Parties(Dataset &dataset, const std::vector<Merge> &merges) : m_dataset(dataset), m_existing(dataset.organizations.size())
{
    for (const Merge &merge : merges)
        if (std::string keep = tidyName(merge.keep); !keep.empty())
            m_merges[tidyName(merge.other)] = std::move(keep);
    if (m_dataset.layers.empty())
        m_dataset.layers = defaultLayers();
    for (const Layer &layer : m_dataset.layers) {
        m_layers.emplace(normalized(layer.id.text()), layer.id);
        m_layers.emplace(normalized(layer.label), layer.id);
    }
    for (std::size_t i = 0; i < m_existing; ++i)
        add(static_cast<int>(i));
}

void Parties::add(int position)
{
    const Organization &organization = std::as_const(m_dataset.organizations)[static_cast<std::size_t>(position)];
    m_byId.emplace(organization.id.text(), position);
    m_byName[tidyName(organization.name)].push_back(position);
    if (!organization.shortName.empty() && organization.shortName != organization.name)
        m_byName[tidyName(organization.shortName)].push_back(position);
}

int Parties::byId(const std::string &id) const
{
    if (const auto alias = m_aliases.find(id); alias != m_aliases.end())
        return alias->second;
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? -1 : found->second;
}

int Parties::find(const std::string &name, const Mention &mention)
{
    const bool plain = mention.id.empty() && mention.country.empty() && mention.ticker.empty() && mention.layer.empty();
    if (plain)
        if (const auto found = m_plain.find(name); found != m_plain.end())
            return found->second;
    int position = mention.id.empty() ? -1 : byId(mention.id);
    std::string tidy = tidyName(name);
    for (int steps = 0; steps < 8; ++steps) {
        const auto merge = m_merges.find(tidy);
        if (merge == m_merges.end() || merge->second == tidy)
            break;
        tidy = merge->second;
    }
    if (position < 0) {
        const auto same = m_byName.find(tidy);
        if (same != m_byName.end())
            for (const int candidate : same->second) {
                const Organization &organization = std::as_const(m_dataset.organizations)[static_cast<std::size_t>(candidate)];
                const auto differ = [](const std::string &a, const std::string &b) { return !a.empty() && !b.empty() && a != b; };
                const bool another = !mention.id.empty() && m_identified.contains(organization.id.text());
                if (!another && !differ(organization.country, mention.country) && !differ(organization.listing.ticker, mention.ticker)) {
                    position = candidate;
                    break;
                }
            }
        if (position >= 0 && !mention.id.empty()) {
            alias(mention.id, position);
            m_identified.insert(std::as_const(m_dataset.organizations)[static_cast<std::size_t>(position)].id.text());
        }
    }
    if (position < 0)
        position = make(tidy.empty() ? mention.id : tidy, mention);
    if (!plain) {
        const bool fresh = static_cast<std::size_t>(position) >= m_existing;
        Organization &organization = m_dataset.organizations[static_cast<std::size_t>(position)];
        if (organization.country.empty())
            organization.country = mention.country;
        if (organization.listing.ticker.empty())
            organization.listing.ticker = mention.ticker;
        if (!mention.layer.empty() && fresh && organization.layer.text() == unclassified)
            organization.layer = layerOf(mention.layer);
    } else {
        m_plain.emplace(name, position);
    }
    return position;
}

int Parties::make(const std::string &name, const Mention &mention)
{
    Organization organization;
    const bool taken = mention.id.empty() || m_byId.contains(mention.id);
    organization.id = OrganizationId(taken ? freeId(slug(name, "organization")) : mention.id);
    if (!mention.id.empty()) {
        m_identified.insert(organization.id.text());
        if (taken)
            alias(mention.id, static_cast<int>(m_dataset.organizations.size()));
    }
    organization.name = name;
    organization.layer = LayerId(std::string(unclassified));
    m_dataset.organizations.push_back(std::move(organization));
    const int position = static_cast<int>(m_dataset.organizations.size()) - 1;
    add(position);
    return position;
}

std::string Parties::freeId(const std::string &wanted)
{
    std::string id = wanted;
    for (int &next = m_suffixes[wanted]; m_byId.contains(id); id = wanted + '-' + std::to_string(next + 1))
        ++next;
    return id;
}

LayerId Parties::layerOf(const std::string &text)
{
    const std::string key = normalized(text);
    if (key.empty())
        return LayerId(std::string(unclassified));
    if (const auto found = m_layers.find(key); found != m_layers.end())
        return found->second;
    if (m_dataset.layers.size() >= mostLayers)
        return LayerId(std::string(unclassified));
    const auto styles = vocabulary<LayerStyle>();
    Layer layer;
    layer.id = LayerId(slug(text, "layer"));
    for (int i = 2; std::any_of(m_dataset.layers.begin(), m_dataset.layers.end(), [&](const Layer &each) { return each.id == layer.id; });
         ++i)
        layer.id = LayerId(slug(text, "layer") + '-' + std::to_string(i));
    layer.label = tidyName(text);
    layer.style = styles[m_dataset.layers.size() % styles.size()].value;
    layer.column = static_cast<int>(m_dataset.layers.size() % 6);
    m_dataset.layers.push_back(layer);
    m_layers.emplace(key, layer.id);
    return layer.id;
}

std::vector<NamedParty> Parties::named() const
{
    std::vector<NamedParty> parties;
    const auto &organizations = std::as_const(m_dataset.organizations);
    for (std::size_t i = 0; i < organizations.size(); ++i)
        parties.push_back({organizations[i].name, organizations[i].country, organizations[i].listing.ticker, i < m_existing,
                           m_identified.contains(organizations[i].id.text())});
    return parties;
}

void Parties::finish()
{
    const auto &organizations = std::as_const(m_dataset.organizations);
    const bool used =
        std::any_of(organizations.begin(), organizations.end(), [](const Organization &each) { return each.layer.text() == unclassified; });
    const bool there =
        std::any_of(m_dataset.layers.begin(), m_dataset.layers.end(), [](const Layer &each) { return each.id.text() == unclassified; });
    if (used && !there)
        m_dataset.layers.push_back({LayerId(std::string(unclassified)), "Not classified", LayerStyle::Capital, 0, {}});
}

} // namespace dealscape::exchange
