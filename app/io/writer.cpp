// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/writer.h"

#include "io/encode.h"
#include "io/migrate.h"
#include "io/output.h"

namespace dealscape::io {

namespace {

void writeRange(Output &out, const MoneyRange &range)
{
    out.known("low", range.low);
    out.known("high", range.high);
}

void writeLayer(Output &out, const Layer &layer)
{
    out.always("id", layer.id);
    out.always("label", layer.label);
    out.always("style", layer.style);
    out.always("column", layer.column);
    out.known("icon", layer.icon);
    out.known("colour", layer.colour);
}

void writeOrganization(Output &out, const Organization &organization)
{
    out.always("id", organization.id);
    out.always("name", organization.name);
    out.text("shortName", organization.shortName);
    out.text("kind", organization.kind);
    out.always("layer", organization.layer);
    out.text("country", organization.country);
    out.known("parent", organization.parent);
    out.object("listing", [&] {
        out.text("status", organization.listing.status);
        out.text("ticker", organization.listing.ticker);
        out.text("exchange", organization.listing.exchange);
    });
    out.text("wikidata", organization.wikidata);
    if (const auto &valuation = organization.valuation)
        out.object("valuation", [&] {
            out.always("usd", valuation->value);
            out.text("kind", valuation->kind);
            out.always("asOf", valuation->asOf);
            out.always("confidence", valuation->confidence);
            out.text("basis", valuation->basis);
            out.known("source", valuation->source);
        });
    out.text("note", organization.note);
}

void writeReported(Output &out, const std::optional<Reported> &reported)
{
    if (!reported)
        return;
    out.object(
        "reported",
        [&] {
            out.text("stated", reported->stated);
            out.known("value", reported->value);
            out.unless(false, "differs", reported->differs);
            out.text("explanation", reported->explanation);
        },
        JsonText::Presence::Always);
}

void writeValue(Output &out, const Deal &deal)
{
    out.stated("low", deal.value.low);
    out.stated("high", deal.value.high);
    out.known("paid", deal.paid);
    out.unless(Deal().currency, "currency", deal.currency);
    out.text("asAnnounced", deal.asAnnounced);
    out.objects("estimates", deal.estimates, [&](const Estimate &estimate) {
        out.text("label", estimate.label);
        writeRange(out, estimate.value);
        out.known("source", estimate.source);
    });
}

void writeOverlap(Output &out, const Overlap &overlap)
{
    const Overlap standard;
    if (!overlap.group.empty())
        out.always("group", overlap.group);
    out.unless(standard.role, "role", overlap.role);
    out.unless(standard.counted, "counted", overlap.counted);
    out.known("supersededBy", overlap.supersededBy);
}

void writeDeal(Output &out, const Deal &deal)
{
    out.always("id", deal.id);
    out.text("headline", deal.headline);
    out.unless(false, "draft", deal.draft);
    out.always("supplier", deal.supplier);
    out.always("customer", deal.customer);
    out.stated("payer", deal.payer);
    out.stated("payee", deal.payee);
    out.always("kind", deal.kind);
    out.always("flowClass", deal.flow);
    out.object("value", [&] { writeValue(out, deal); });
    out.objects("parts", deal.parts, [&](const CertaintyPart &part) {
        out.always("certainty", part.certainty);
        writeRange(out, part.value);
    });
    if (deal.power)
        out.object("power", [&] {
            out.always("megawatts", deal.power->capacity);
            out.always("layer", deal.power->layer);
        });
    out.always("announced", deal.announced);
    out.object("term", [&] {
        out.known("start", deal.term.start);
        out.known("end", deal.term.end);
    });
    out.always("status", deal.status);
    out.text("statusDetail", deal.statusDetail);
    out.text("commitment", deal.commitment);
    out.always("certainty", deal.certainty);
    out.always("confidence", deal.confidence);
    out.text("note", deal.note);
    out.always("tier", deal.tier);
    out.object("overlap", [&] { writeOverlap(out, deal.overlap); });
    writeReported(out, deal.reported);
    out.list("sources", deal.sources, JsonText::Presence::Always);
    out.list("unsourced", deal.unsourced);
}

void writeGroup(Output &out, const OverlapGroup &group)
{
    out.always("id", group.id);
    out.text("explanation", group.explanation);
    if (group.umbrella)
        out.object("umbrella", [&] {
            out.always("deal", group.umbrella->deal);
            out.text("label", group.umbrella->label);
            out.list("encloses", group.umbrella->encloses);
        });
}

void writeSource(Output &out, const Source &source)
{
    out.always("id", source.id);
    out.always("publisher", source.publisher);
    out.always("title", source.title);
    out.known("date", source.date);
    out.text("url", source.url);
    out.always("basis", source.basis);
}

void writeClaim(Output &out, const Claim &claim)
{
    out.always("id", claim.id);
    out.text("kind", claim.kind);
    out.known("subject", claim.subject);
    out.always("statement", claim.statement);
    out.known("low", claim.low);
    out.known("high", claim.high);
    out.always("unit", claim.unit);
    out.always("date", claim.date);
    out.always("confidence", claim.confidence);
    out.text("note", claim.note);
    writeReported(out, claim.reported);
    out.list("deals", claim.deals);
    out.list("flowClasses", claim.flows);
    out.list("sources", claim.sources, JsonText::Presence::Always);
}

void writeArticleItem(Output &out, const ArticleItem &item)
{
    out.always("label", item.label);
    out.known("statedValue", item.statedValue);
    out.known("statedMegawatts", item.statedPower);
    out.unless(false, "itemised", item.itemised);
    out.list("mapsTo", item.mapsTo);
    out.text("verdict", item.verdict);
    out.text("corrected", item.corrected);
    out.objects("edges", item.edges, [&](const ReportedEdge &edge) {
        out.always("payer", edge.payer);
        out.always("payee", edge.payee);
        out.always("flowClass", edge.flow);
        writeRange(out, edge.value);
        out.known("megawatts", edge.power);
    });
}

void writePlace(Output &out, const KeptPlace &place)
{
    out.always("organization", place.organization);
    out.always("x", place.x);
    out.always("y", place.y);
    out.unless(true, "pinned", place.pinned);
}

void writeScene(Output &out, const Scene &scene)
{
    out.text("name", scene.name);
    out.text("caption", scene.caption);
    out.text("notes", scene.notes);
    out.object("perspective", [&] { writePerspective(out, scene.perspective); });
    out.list("highlighted", scene.highlighted);
    out.list("frame", scene.frame);
    out.objects("places", scene.places, [&](const KeptPlace &place) { writePlace(out, place); });
    out.text("chart", scene.chart);
    out.text("compare", scene.compare);
}

void writeMembers(Output &out, const Dataset &dataset)
{
    const auto with = [&](auto write) { return [&out, write](const auto &item) { write(out, item); }; };
    out.always("format", std::string("dealscape"));
    out.always("version", currentVersion);
    out.text("title", dataset.title);
    out.text("description", dataset.description);
    out.unless(false, "example", dataset.example);
    out.known("asOf", dataset.asOf);
    out.object("opening", [&] { writePerspective(out, dataset.opening); });
    out.object("scales", [&] {
        const auto thresholds = [&](std::string_view key, const auto &fixed) {
            if (fixed)
                out.list(key, *fixed);
        };
        thresholds("value", dataset.scales.value);
        thresholds("power", dataset.scales.power);
        out.known("area", dataset.scales.area);
    });
    if (dataset.layers != defaultLayers())
        out.records("layers", dataset.layers, with(writeLayer), JsonText::Presence::Always);
    out.records("organizations", dataset.organizations, with(writeOrganization));
    out.records("deals", dataset.deals, with(writeDeal));
    out.records("overlapGroups", dataset.groups, with(writeGroup));
    out.records("sources", dataset.sources, with(writeSource));
    out.records("claims", dataset.claims, with(writeClaim));
    out.known("articleSource", dataset.articleSource);
    out.records("article", dataset.article, with(writeArticleItem));
    out.records("stories", dataset.stories, [&](const Story &story) {
        out.always("id", story.id);
        out.always("title", story.title);
        out.records("scenes", story.scenes, with(writeScene));
    });
    out.objects("arrangements", dataset.arrangements, [&](const KeptArrangement &arrangement) {
        out.always("layout", arrangement.layout);
        out.objects("places", arrangement.places, [&](const KeptPlace &place) { writePlace(out, place); });
    });
    out.list("notes", dataset.notes);
}

} // namespace

std::string writeDataset(const Dataset &dataset)
{
    Output out;
    out.record(dataset.extras, [&] { writeMembers(out, dataset); });
    return out.take();
}

} // namespace dealscape::io
