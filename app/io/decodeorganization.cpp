// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/decode.h"

#include "io/utf8.h"

#include <algorithm>

namespace dealscape::io {

namespace {

constexpr int lastColumn = 63;

bool capitalPair(std::string_view text)
{
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return text.size() == 2 && capital(text[0]) && capital(text[1]);
}

/// An address to show and to hand to a browser: nothing but the web's own schemes, with a host and no blanks.
} // namespace

void read(Reading &reading, Node &node, Layer &layer)
{
    Members members(reading, node, layer.extras);
    members.required("id", layer.id);
    members.required("label", layer.label);
    members.required("style", layer.style);
    members.optional("column", Whole{layer.column, 0, lastColumn, "a column"});
    members.optional("icon", layer.icon);
    members.optional("colour", layer.colour);
}

void read(Reading &reading, Node &node, Listing &listing)
{
    Members members(reading, node);
    members.optional("status", listing.status);
    members.optional("ticker", listing.ticker);
    members.optional("exchange", listing.exchange);
}

void read(Reading &reading, Node &node, Valuation &valuation)
{
    Members members(reading, node);
    members.required("usd", valuation.value);
    members.optional("kind", valuation.kind);
    members.required("asOf", valuation.asOf);
    members.optional("confidence", valuation.confidence);
    members.optional("basis", valuation.basis);
    members.optional("source", valuation.source);
}

void read(Reading &reading, Node &node, Organization &organization)
{
    Members members(reading, node, organization.extras);
    members.required("id", organization.id);
    if (Node *name = members.require("name"))
        readName(reading, *name, organization.name);
    members.optional("shortName", organization.shortName);
    members.optional("kind", organization.kind);
    members.required("layer", organization.layer);
    members.optional("country", organization.country);
    members.optional("parent", organization.parent);
    members.optional("listing", organization.listing);
    members.optional("wikidata", organization.wikidata);
    members.optional("valuation", organization.valuation);
    members.optional("note", organization.note);
    if (!organization.country.empty() && !capitalPair(organization.country))
        reading.warning(*members.find("country"), quotation(organization.country) + " is no country code of two capital letters");
}

void read(Reading &reading, Node &node, Umbrella &umbrella)
{
    Members members(reading, node);
    members.required("deal", umbrella.deal);
    members.optional("label", umbrella.label);
    members.optional("encloses", umbrella.encloses);
}

void read(Reading &reading, Node &node, OverlapGroup &group)
{
    Members members(reading, node, group.extras);
    members.required("id", group.id);
    members.optional("explanation", group.explanation);
    members.optional("umbrella", group.umbrella);
}

void read(Reading &reading, Node &node, Source &source)
{
    Members members(reading, node, source.extras);
    members.required("id", source.id);
    members.required("publisher", source.publisher);
    members.required("title", source.title);
    members.optional("date", source.date);
    members.optional("url", source.url);
    members.optional("basis", source.basis);
    if (!source.url.empty() && !webAddress(source.url))
        reading.error(*members.find("url"), "an address must start with https:// or http:// and hold no blanks");
    else if (source.url.starts_with("http://"))
        reading.warning(*members.find("url"), "the address is not https");
}

} // namespace dealscape::io
