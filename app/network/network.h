// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/perspective.h"

#include <compare>
#include <optional>
#include <tuple>
#include <vector>

namespace dealscape::network {

/// An organisation in the picture.
struct NetworkNode {
    /// Position in Dataset::organizations.
    int organization = 0;
    LayerLook look;
    int column = 0;
    /// Money in and out at the high bound over the counted deals that pass the filter, whatever the focus; absent when none of
    /// them publishes a value.
    std::optional<Money> turnover;
    int deals = 0;
};

/// All deals of one family that run from one organisation to another, drawn as one ribbon. Its amounts are those of its counted
/// deals; where none is counted, those of its largest record alone, so that no ribbon holds the same money twice.
struct NetworkEdge {
    int from = 0;
    int to = 0;
    Family family = Family::Capital;
    /// Positions in Dataset::deals, oldest first. Empty for an edge of the founding article.
    std::vector<int> deals;
    /// Sum over the deals that publish a value. An absent low bound adds nothing to the low one, an absent high bound leaves the
    /// sum open upwards, and parts that are only potential count at the high bound when others are firmer.
    MoneyRange value;
    Money paid;
    /// Sum over the capacities of one power layer, Context left out: the layer with the largest sum, since the same electricity
    /// may be stated at several. Absent when there is none.
    std::optional<Power> power;
    int withoutValue = 0;
    int withoutPower = 0;
    /// The weakest unconditional part of the deals; Cancelled only when all are.
    Certainty certainty = Certainty::Announced;
    /// False where no payer is known: drawn without a head.
    bool directed = true;
};

/// An edge by what it joins, so that it outlives filters, layouts and new revisions of the dataset.
struct EdgeKey {
    OrganizationId tail;
    OrganizationId head;
    Family family = Family::Capital;

    friend auto operator<=>(const EdgeKey &, const EdgeKey &) = default;
};

/// What an edge joins, by positions in the dataset, and its family: the same in every network of a dataset.
using EdgeName = std::tuple<int, int, Family>;

/// Organisations standing inside one umbrella figure that counts once.
struct NetworkHull {
    /// Position in Dataset::groups.
    int group = 0;
    std::vector<int> members;
};

/// What a perspective shows of a dataset: the input of layout and drawing. Nodes are in the dataset's order.
struct Network {
    /// Those of the dataset.
    Scales scales;
    std::vector<NetworkNode> nodes;
    std::vector<NetworkEdge> edges;
    std::vector<NetworkHull> hulls;
    /// Positions of the deals in view.
    std::vector<int> deals;
    /// Counted deals that pass the filter but publish neither value nor capacity, and so are not drawn.
    int unpublished = 0;
    /// Number of distinct sources of the deals in view.
    int sources = 0;

    /// Position in nodes of an organisation of the dataset, or -1.
    int nodeOf(int organization) const;
    EdgeName nameOf(const NetworkEdge &edge) const
    {
        return {nodes[at(edge.from)].organization, nodes[at(edge.to)].organization, edge.family};
    }
};

/// A network with the dataset and the perspective that it shows. It owns none of them and lives no longer than they do.
struct View {
    const Index &index;
    const Perspective &perspective;
    const Network &network;

    /// The organisation at a position in nodes.
    const Organization &organizationOf(int node) const { return index.dataset().organizations[at(network.nodes[at(node)].organization)]; }
    /// Position in nodes of an organisation, or -1 where it is not in view.
    int nodeOf(const OrganizationId &organization) const { return network.nodeOf(index.position(organization)); }
    EdgeKey keyOf(const NetworkEdge &edge) const { return {organizationOf(edge.from).id, organizationOf(edge.to).id, edge.family}; }
};

/// Linear in the deals.
Network network(const Index &index, const Perspective &perspective);

} // namespace dealscape::network
