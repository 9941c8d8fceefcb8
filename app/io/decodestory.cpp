// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/decode.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace dealscape::io {

namespace {

constexpr int deepestFocus = 99;
constexpr std::size_t longestSearch = 2000;
/// Far above any amount in any unit, far below where doubles lose whole numbers of it.
constexpr double largestFigure = 1e15;
constexpr double farthestPlace = 1e6;

/// Whether a path leads nowhere but into a folder: it is relative, with no step upwards.
bool belowFolder(std::string_view path)
{
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (end == begin || path.substr(begin, end - begin) == "..")
            return false;
        begin = end + 1;
    }
    return path.empty() || (path.back() != '/' && path.find_first_of(std::string_view("\\:\0", 3)) == std::string_view::npos);
}

void checkFigures(const Reading &reading, Members &members, const Claim &claim)
{
    for (const auto &[key, figure] : {std::pair("low", claim.low), std::pair("high", claim.high)}) {
        if (!figure)
            continue;
        if (*figure < 0)
            reading.error(*members.find(key), "negative figure");
        else if (claim.unit == ClaimUnit::Share && *figure > 1)
            reading.error(*members.find(key), "a share must be between 0 and 1");
        else if (*figure > largestFigure)
            reading.error(*members.find(key), "a figure above 1e15 is beyond belief");
    }
    if (claim.low && claim.high && *claim.low > *claim.high)
        reading.error(*members.find("low"), "low is more than high");
}

} // namespace

void read(Reading &reading, Node &node, Claim &claim)
{
    Members members(reading, node, claim.extras);
    members.required("id", claim.id);
    members.optional("kind", claim.kind);
    members.optional("subject", claim.subject);
    members.required("statement", claim.statement);
    members.nullable("low", claim.low);
    members.nullable("high", claim.high);
    members.required("unit", claim.unit);
    members.required("date", claim.date);
    members.optional("confidence", claim.confidence);
    members.optional("note", claim.note);
    members.optional("reported", claim.reported);
    members.optional("deals", claim.deals);
    members.optional("flowClasses", claim.flows);
    readSources(members, claim.sources, "a claim");
    checkFigures(reading, members, claim);
}

void read(Reading &reading, Node &node, ReportedEdge &edge)
{
    Members members(reading, node);
    members.required("payer", edge.payer);
    members.required("payee", edge.payee);
    members.required("flowClass", edge.flow);
    readRange(members, edge.value, Bounds::Optional);
    members.optional("megawatts", edge.power);
    if (!edge.payer.empty() && edge.payer == edge.payee)
        reading.error(*members.find("payee"), "payer and payee are the same organisation");
}

void read(Reading &reading, Node &node, ArticleItem &item)
{
    Members members(reading, node, item.extras);
    members.required("label", item.label);
    members.nullable("statedValue", item.statedValue);
    members.nullable("statedMegawatts", item.statedPower);
    members.optional("itemised", item.itemised);
    members.optional("mapsTo", item.mapsTo);
    members.optional("verdict", item.verdict);
    members.optional("corrected", item.corrected);
    members.optional("edges", item.edges);
}

void read(Reading &reading, Node &node, Trail &trail)
{
    Members members(reading, node);
    members.required("organizations", trail.organizations);
    members.optional("closed", trail.closed);
    if (const Node *list = members.find("organizations"); list && list->kind == Kind::List && trail.organizations.size() < 2)
        reading.error(*list, "a trail needs at least two organisations");
}

void read(Reading &reading, Node &node, Perspective &perspective)
{
    Members members(reading, node);
    Filter &filter = perspective.filter;
    members.optional("lens", perspective.lens);
    members.optional("layout", perspective.layout);
    members.optional("tier", Whole{filter.maximumTier, 0, lastTier, "a tier"});
    members.optional("countedOnly", filter.countedOnly);
    members.optional("publishedOnly", filter.publishedOnly);
    members.optional("certainties", filter.certainties);
    members.optional("families", filter.families);
    members.optional("kinds", filter.kinds);
    members.optional("layers", filter.layers);
    members.optional("layerEnds", filter.layerEnds);
    members.optional("countries", filter.countries);
    members.optional("countryEnds", filter.countryEnds);
    members.optional("organizations", filter.organizations);
    members.optional("organizationEnds", filter.organizationEnds);
    members.optional("weakestSources", filter.weakestSources);
    members.optional("from", filter.from);
    members.optional("until", filter.until);
    members.optional("atLeast", filter.atLeast);
    members.optional("text", filter.text);
    if (Node *focus = members.find("focus")) {
        perspective.focus.emplace();
        read(reading, *focus, perspective.focus->organization);
    }
    Focus unused;
    members.optional("depth", Whole{perspective.focus ? perspective.focus->depth : unused.depth, 1, deepestFocus, "a depth"});
    members.optional("expanded", perspective.expanded);
    members.optional("collapsed", perspective.collapsed);
    members.optional("trail", perspective.trail);
    members.optional("asReported", perspective.asReported);
    members.optional("arrangeShown", perspective.arrangeShown);
    if (filter.text.size() > longestSearch)
        reading.error(*members.find("text"), "a text to look for is at most " + std::to_string(longestSearch) + " bytes long");
    if (filter.from && filter.until && filter.until->firstDay() < filter.from->firstDay())
        reading.error(*members.find("until"), "until is before from");
}

void read(Reading &reading, Node &node, KeptPlace &place)
{
    Members members(reading, node);
    members.required("organization", place.organization);
    members.required("x", place.x);
    members.required("y", place.y);
    members.optional("pinned", place.pinned);
    for (const auto &[key, value] : {std::pair("x", place.x), std::pair("y", place.y)})
        if (!(std::abs(value) <= farthestPlace))
            reading.error(*members.find(key), "a place must be between -1e6 and 1e6");
}

void read(Reading &reading, Node &node, KeptArrangement &arrangement)
{
    Members members(reading, node);
    members.required("layout", arrangement.layout);
    members.optional("places", arrangement.places);
}

void read(Reading &reading, Node &node, Scene &scene)
{
    Members members(reading, node, scene.extras);
    members.optional("name", scene.name);
    members.optional("caption", scene.caption);
    members.optional("notes", scene.notes);
    members.optional("perspective", scene.perspective);
    members.optional("highlighted", scene.highlighted);
    members.optional("frame", scene.frame);
    members.optional("places", scene.places);
    members.optional("chart", scene.chart);
    members.optional("compare", scene.compare);
    if (!belowFolder(scene.compare))
        reading.error(*members.find("compare"), "names a file in the folder of this one or below it, such as \"earlier.json\"");
}

void read(Reading &reading, Node &node, Story &story)
{
    Members members(reading, node, story.extras);
    members.required("id", story.id);
    members.required("title", story.title);
    members.optional("scenes", story.scenes);
}

} // namespace dealscape::io
