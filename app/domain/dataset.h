// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/claim.h"
#include "domain/date.h"
#include "domain/deal.h"
#include "domain/extras.h"
#include "domain/group.h"
#include "domain/id.h"
#include "domain/organization.h"
#include "domain/perspective.h"
#include "domain/source.h"
#include "domain/story.h"

#include <optional>
#include <string>
#include <unordered_map>
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
    std::vector<Layer> layers;
    std::vector<Organization> organizations;
    std::vector<Deal> deals;
    std::vector<OverlapGroup> groups;
    std::vector<Source> sources;
    std::vector<Claim> claims;
    /// The article the dataset was founded on, item by item; empty for most datasets.
    std::vector<ArticleItem> article;
    std::optional<SourceId> articleSource;
    std::vector<Story> stories;
    std::vector<std::string> notes;
    Extras extras;

    friend bool operator==(const Dataset &, const Dataset &) = default;
};

/// The eight layers used when a file declares none, in supply-chain order.
std::vector<Layer> defaultLayers();

/// Positions by id over one dataset, which must outlive it and not change. Building is linear, each look-up constant.
class Index {
public:
    explicit Index(const Dataset &dataset);

    const Dataset &dataset() const { return m_dataset; }

    /// Null when there is no such id.
    const Organization *organization(const OrganizationId &id) const;
    const Deal *deal(const DealId &id) const;
    const Source *source(const SourceId &id) const;
    const OverlapGroup *group(const GroupId &id) const;
    const Claim *claim(const ClaimId &id) const;
    const Layer *layer(const LayerId &id) const;

    /// Position in dataset().organizations, or -1.
    int position(const OrganizationId &id) const;

private:
    const Dataset &m_dataset;
    std::unordered_map<OrganizationId, int> m_organizations;
    std::unordered_map<DealId, int> m_deals;
    std::unordered_map<SourceId, int> m_sources;
    std::unordered_map<GroupId, int> m_groups;
    std::unordered_map<ClaimId, int> m_claims;
    std::unordered_map<LayerId, int> m_layers;
};

} // namespace dealscape
