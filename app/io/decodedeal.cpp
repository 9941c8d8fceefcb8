// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/decode.h"

#include "io/utf8.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace dealscape::io {

namespace {

void readValue(Reading &reading, Node &node, Deal &deal)
{
    Members value(reading, node);
    readRange(value, deal.value, Bounds::Stated);
    value.optional("paid", deal.paid);
    value.optional("currency", deal.currency);
    value.optional("asAnnounced", deal.asAnnounced);
    value.optional("estimates", deal.estimates);
    Node *currency = value.find("currency");
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (currency && currency->kind == Kind::Text &&
        !(deal.currency.size() == 3 && std::all_of(deal.currency.begin(), deal.currency.end(), capital)))
        reading.warning(*currency, quotation(deal.currency) + " is no currency code of three capital letters");
    if (deal.paid && deal.value.high && *deal.paid > *deal.value.high)
        reading.fault(*value.find("paid"), "paid is more than the high value");
}

void checkParts(const Reading &reading, const Node &parts, const Deal &deal)
{
    for (Bound bound : {Bound::Low, Bound::High}) {
        Money sum;
        for (const CertaintyPart &part : deal.parts)
            if (sum <= Money::maximum())
                sum += part.value.at(bound);
        const Money whole = deal.value.at(bound);
        if (sum != whole) {
            const char *name = bound == Bound::Low ? "low" : "high";
            const Money shown = std::min(sum, Money::maximum());
            reading.fault(parts,
                          std::string("the parts add up to ") + (shown < sum ? "more than " : "") + std::to_string(shown.dollars()) +
                              " at the " + name + " bound, the value is " + std::to_string(whole.dollars()));
            return;
        }
    }
}

void checkParties(const Reading &reading, Members &deal, const Deal &read)
{
    if (!read.supplier.empty() && read.supplier == read.customer)
        reading.error(*deal.find("customer"), "supplier and customer are the same organisation");
    if (read.payer && read.payer == read.payee)
        reading.error(*deal.find("payee"), "payer and payee are the same organisation");
}

} // namespace

void readSources(Members &members, std::vector<SourceId> &sources, std::string_view owner)
{
    Node *list = members.require("sources");
    if (!list)
        return;
    const Reading &reading = members.reading();
    read(members.reading(), *list, sources);
    if (list->kind == Kind::List && list->span == 1)
        reading.fault(*list, std::string(owner) + " needs at least one source");
    if (list->kind != Kind::List)
        return;
    std::unordered_set<std::string_view> seen;
    for (const Node &source : children(*list))
        if (source.kind == Kind::Text && !seen.insert(source.text).second)
            reading.warning(source, "source " + quotation(source.text) + " is named twice");
}

void read(Reading &reading, Node &node, Estimate &estimate)
{
    Members members(reading, node);
    members.optional("label", estimate.label);
    readRange(members, estimate.value, Bounds::Optional);
    members.optional("source", estimate.source);
}

void read(Reading &reading, Node &node, CertaintyPart &part)
{
    Members members(reading, node);
    members.required("certainty", part.certainty);
    readRange(members, part.value, Bounds::Optional);
}

void read(Reading &reading, Node &node, PowerStatement &statement)
{
    Members members(reading, node);
    members.required("megawatts", statement.capacity);
    members.required("layer", statement.layer);
}

void read(Reading &reading, Node &node, Term &term)
{
    Members members(reading, node);
    int year = 0;
    const auto bound = [&](std::string_view key, std::optional<int> &out) {
        year = 0;
        members.optional(key, Whole{year, firstYear, lastYear, "a year"});
        if (year)
            out = year;
    };
    bound("start", term.start);
    bound("end", term.end);
    if (term.start && term.end && *term.end < *term.start)
        reading.fault(*members.find("end"), "the term ends before it starts");
}

void read(Reading &reading, Node &node, Overlap &overlap)
{
    Members members(reading, node);
    members.optional("group", overlap.group);
    members.optional("role", overlap.role);
    members.optional("counted", overlap.counted);
    members.optional("supersededBy", overlap.supersededBy);
}

void read(Reading &reading, Node &node, Reported &reported)
{
    Members members(reading, node);
    members.optional("stated", reported.stated);
    members.nullable("value", reported.value);
    members.optional("differs", reported.differs);
    members.optional("explanation", reported.explanation);
}

void read(Reading &reading, Node &node, Deal &deal)
{
    const std::size_t errors = reading.report.errorCount();
    Members members(reading, node, deal.extras);
    members.required("id", deal.id);
    members.optional("draft", deal.draft);
    reading.draft = deal.draft;
    members.optional("headline", deal.headline);
    members.required("supplier", deal.supplier);
    members.required("customer", deal.customer);
    members.stated("payer", deal.payer);
    members.stated("payee", deal.payee);
    members.required("kind", deal.kind);
    members.required("flowClass", deal.flow);
    if (Node *value = members.require("value"))
        readValue(reading, *value, deal);
    members.optional("parts", deal.parts);
    members.optional("power", deal.power);
    members.required("announced", deal.announced);
    members.optional("term", deal.term);
    members.required("status", deal.status);
    members.optional("statusDetail", deal.statusDetail);
    members.optional("commitment", deal.commitment);
    members.required("certainty", deal.certainty);
    members.optional("confidence", deal.confidence);
    members.optional("note", deal.note);
    members.optional("tier", Whole{deal.tier, 1, lastTier, "a tier"});
    members.optional("overlap", deal.overlap);
    members.optional("reported", deal.reported);
    const bool sound = reading.report.errorCount() == errors;
    readSources(members, deal.sources, "a deal");
    members.optional("unsourced", deal.unsourced);

    checkParties(reading, members, deal);
    if (sound && deal.overlap.counted && deal.overlap.role != OverlapRole::Component)
        reading.warning(*members.find("overlap"),
                        "only a component counts, a deal of the role \"" + std::string(word(deal.overlap.role)) + "\" does not");
    if (sound && !deal.parts.empty())
        checkParts(reading, *members.find("parts"), deal);
}

} // namespace dealscape::io
