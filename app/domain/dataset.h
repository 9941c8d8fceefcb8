// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/arrangement.h"
#include "domain/claim.h"
#include "domain/date.h"
#include "domain/deal.h"
#include "domain/extras.h"
#include "domain/group.h"
#include "domain/id.h"
#include "domain/organization.h"
#include "domain/perspective.h"
#include "domain/recordlist.h"
#include "domain/scales.h"
#include "domain/source.h"
#include "domain/story.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dealscape {

/// A whole file: organisations, the deals between them and everything said about both.
/// Lists keep the file's order. A dataset that came from io::read holds no dangling id.
struct Dataset {
    std::string title;
    std::string description;
    /// True for invented data that shows how a file is made; such a dataset is marked wherever it is drawn.
    bool example = false;
    std::optional<Date> asOf;
    /// What the file wants to be opened on.
    Perspective opening;
    /// How amounts become widths and areas, where the file fixes it.
    FixedScales scales;
    std::vector<Layer> layers;
    RecordList<Organization> organizations;
    RecordList<Deal> deals;
    RecordList<OverlapGroup> groups;
    RecordList<Source> sources;
    RecordList<Claim> claims;
    /// The article the dataset was founded on, item by item; empty for most datasets.
    std::vector<ArticleItem> article;
    std::optional<SourceId> articleSource;
    std::vector<Story> stories;
    /// Where organisations stand because of somebody's hand, for each layout in which they were moved.
    std::vector<KeptArrangement> arrangements;
    std::vector<std::string> notes;
    Extras extras;

    friend bool operator==(const Dataset &, const Dataset &) = default;
};

/// The eight layers used when a file declares none, in supply-chain order.
std::vector<Layer> defaultLayers();

/// Positions of the records of one list by their ids: of several with one id, the first. An entry costs eight bytes and no memory of
/// its own, so that a copy is cheap. Ids stay in the list, which every call is given.
class Positions {
public:
    template <class Records>
    explicit Positions(const Records &records);

    /// -1 when there is no such id. Constant.
    template <class Records, class Key>
    int find(const Records &records, const Key &key) const;

    /// The positions after a change, where `before` are those of the earlier state. Shares them when every id stands where it stood; else
    /// takes a few nanoseconds a record, and a look-up for each record of the part that changed.
    template <class Records>
    static std::shared_ptr<const Positions> after(const std::shared_ptr<const Positions> &before, const Records &old, const Records &now);

private:
    template <class Records>
    void add(const Records &records, int position);
    template <class Records>
    void remove(const Records &records, int position);
    template <class Records>
    std::size_t home(const Records &records, int position) const;
    std::size_t next(std::size_t slot) const { return (slot + 1) & (m_slots.size() - 1); }

    /// A position or -1 each, found by going on from the hash of the id. A power of two, at least twice the number of records.
    std::vector<int> m_slots;
    bool m_unique = true;
};

/// Positions by id over one dataset, which must outlive it and not change. Building is linear, each look-up constant.
class Index {
public:
    explicit Index(const Dataset &dataset);
    /// The index of a later state of a dataset, made from that of an earlier one: what did not change is shared.
    Index(const Dataset &dataset, const Index &before);

    const Dataset &dataset() const { return m_dataset; }

    /// Null when there is no such id.
    const Organization *organization(const OrganizationId &id) const;
    const Deal *deal(const DealId &id) const;
    const Source *source(const SourceId &id) const;
    const OverlapGroup *group(const GroupId &id) const;
    const Claim *claim(const ClaimId &id) const;
    const Layer *layer(const LayerId &id) const;

    /// Position in the list of the dataset, or -1.
    int position(const OrganizationId &id) const { return m_organizations->find(m_dataset.organizations, id); }
    int position(const DealId &id) const { return m_deals->find(m_dataset.deals, id); }
    int position(const SourceId &id) const { return m_sources->find(m_dataset.sources, id); }
    int position(const GroupId &id) const { return m_groups->find(m_dataset.groups, id); }
    int position(const ClaimId &id) const { return m_claims->find(m_dataset.claims, id); }
    int position(const LayerId &id) const { return m_layers->find(m_dataset.layers, id); }

    /// The name to show for an organisation of this dataset, such that no other has it: what several are called is followed by
    /// what tells them apart, country, layer or id ("Alpha (US)"). A name of blanks alone is the id.
    std::string nameOf(const Organization &organization) const;
    /// What tells an organisation apart from others of its name; empty for one whose name is its own.
    const std::string &qualifierOf(const Organization &organization) const;

    /// Positions of the deals that an organisation takes part in as supplier, customer, payer or payee, in the order of the file.
    const std::vector<int> &dealsOf(const OrganizationId &id) const;

    /// How amounts become widths and areas in every picture of the dataset. Worked out when it is first asked for.
    const Scales &scales() const;

private:
    using Shared = std::shared_ptr<const Positions>;
    struct Names;
    struct Parties;
    struct Drawn;

    void tellApart(Names &names) const;
    void gatherDeals(Parties &parties) const;

    const Dataset &m_dataset;
    Shared m_organizations;
    Shared m_deals;
    Shared m_sources;
    Shared m_groups;
    Shared m_claims;
    Shared m_layers;
    /// Made when they are first asked for, in whatever thread, and shared with states in which they are the same.
    std::shared_ptr<Names> m_names;
    std::shared_ptr<Parties> m_parties;
    std::shared_ptr<Drawn> m_drawn;
};

template <class Records, class Key>
int Positions::find(const Records &records, const Key &key) const
{
    for (std::size_t slot = std::hash<Key>{}(key) & (m_slots.size() - 1); m_slots[slot] >= 0; slot = next(slot))
        if (records[static_cast<std::size_t>(m_slots[slot])].id == key)
            return m_slots[slot];
    return -1;
}

/// A position, as containers take it.
constexpr std::size_t at(int position)
{
    return static_cast<std::size_t>(position);
}

/// The deal at a position of the dataset, which must be one of its positions.
inline const Deal &dealAt(const Index &index, int position)
{
    return index.dataset().deals[at(position)];
}

} // namespace dealscape
