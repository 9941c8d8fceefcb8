// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/colour.h"
#include "domain/date.h"
#include "domain/extras.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/vocabulary.h"

#include <optional>
#include <string>

namespace dealscape {

struct Valuation {
    Money value;
    std::string kind;
    Date asOf;
    Confidence confidence = Confidence::Medium;
    /// "page" or "derived": whether the figure was stated or computed from stated ones.
    std::string basis;
    std::optional<SourceId> source;

    friend bool operator==(const Valuation &, const Valuation &) = default;
};

struct Listing {
    std::string status;
    std::string ticker;
    std::string exchange;

    friend bool operator==(const Listing &, const Listing &) = default;
};

/// A party to deals: a company, a fund, a government, or a group that stands for several.
struct Organization {
    OrganizationId id;
    std::string name;
    /// A shorter name for diagrams; empty when the name itself is short enough.
    std::string shortName;
    /// What it is, in the dataset's own words ("ai-lab", "utility"): shown, never interpreted.
    std::string kind;
    LayerId layer;
    /// ISO 3166-1 alpha-2, or empty when unknown.
    std::string country;
    std::optional<OrganizationId> parent;
    Listing listing;
    std::string wikidata;
    std::optional<Valuation> valuation;
    std::string note;
    Extras extras;

    const std::string &displayName() const { return shortName.empty() ? name : shortName; }

    friend bool operator==(const Organization &, const Organization &) = default;
};

/// How the organisations of a layer are drawn.
struct LayerLook {
    LayerStyle style = LayerStyle::Models;
    LayerIcon icon = LayerIcon::Spark;
    /// In place of the fill of the style.
    std::optional<Colour> colour = {};

    friend bool operator==(const LayerLook &, const LayerLook &) = default;
};

/// A group of organisations that play one part: colour, icon and column of the diagram follow it.
struct Layer {
    LayerId id;
    std::string label;
    LayerStyle style = LayerStyle::Models;
    /// Position from left to right in the supply chain, from 0; layers may share a column.
    int column = 0;
    /// In place of the icon and the fill of the style.
    std::optional<LayerIcon> icon = {};
    std::optional<Colour> colour = {};
    Extras extras = {};

    LayerLook look() const { return {style, icon.value_or(static_cast<LayerIcon>(style)), colour}; }

    friend bool operator==(const Layer &, const Layer &) = default;
};

} // namespace dealscape
