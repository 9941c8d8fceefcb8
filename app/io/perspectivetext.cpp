// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/perspectivetext.h"

#include "io/decode.h"
#include "io/encode.h"
#include "io/json.h"
#include "io/jsontext.h"
#include "io/utf8.h"

#include <utility>

namespace dealscape::io {

namespace {

constexpr std::string_view before = "{\"perspective\":";

/// A document whose one member is a perspective.
class PerspectiveReceiver : public Receiver {
public:
    PerspectiveReceiver(std::string_view bytes, Report &report) : m_bytes(bytes), m_report(report) {}

    int list(std::string_view) const override { return -1; }
    bool element(int, std::size_t, Tree &) override { return false; }
    bool member(Tree &tree) override
    {
        Node &root = tree.nodes.front();
        Reading reading{.report = m_report, .bytes = m_bytes, .prefix = {}};
        if (std::exchange(m_seen, true))
            reading.error(root, "more follows after its end");
        else
            read(reading, root, m_perspective);
        return true;
    }

    Perspective take() { return std::move(m_perspective); }

private:
    std::string_view m_bytes;
    Report &m_report;
    Perspective m_perspective;
    bool m_seen = false;
};

Failure failure(const Issue &issue)
{
    return Failure("not a perspective: " + issue.text + (issue.pointer.empty() ? std::string() : " [" + issue.pointer + ']'));
}

} // namespace

void writePerspective(Output &out, const Perspective &perspective)
{
    const Perspective standard;
    const Filter &filter = perspective.filter;
    out.unless(standard.lens, "lens", perspective.lens);
    out.unless(standard.layout, "layout", perspective.layout);
    out.unless(standard.filter.maximumTier, "tier", filter.maximumTier);
    out.unless(standard.filter.countedOnly, "countedOnly", filter.countedOnly);
    out.unless(standard.filter.publishedOnly, "publishedOnly", filter.publishedOnly);
    if (filter.certainties != standard.filter.certainties)
        out.list("certainties", filter.certainties, JsonText::Presence::Always);
    out.list("families", filter.families);
    out.list("kinds", filter.kinds);
    out.list("layers", filter.layers);
    out.unless(standard.filter.layerEnds, "layerEnds", filter.layerEnds);
    out.list("countries", filter.countries);
    out.unless(standard.filter.countryEnds, "countryEnds", filter.countryEnds);
    out.list("organizations", filter.organizations);
    out.unless(standard.filter.organizationEnds, "organizationEnds", filter.organizationEnds);
    out.list("weakestSources", filter.weakestSources);
    out.known("from", filter.from);
    out.known("until", filter.until);
    out.known("atLeast", filter.atLeast);
    out.text("text", filter.text);
    if (perspective.focus) {
        out.always("focus", perspective.focus->organization);
        out.always("depth", perspective.focus->depth);
    }
    out.list("expanded", perspective.expanded);
    out.list("collapsed", perspective.collapsed);
    if (perspective.trail)
        out.object("trail", [&] {
            out.list("organizations", perspective.trail->organizations, JsonText::Presence::Always);
            out.unless(false, "closed", perspective.trail->closed);
        });
    out.unless(standard.asReported, "asReported", perspective.asReported);
    out.unless(standard.arrangeShown, "arrangeShown", perspective.arrangeShown);
}

std::string perspectiveText(const Perspective &perspective)
{
    Output out;
    out.record({}, [&] { writePerspective(out, perspective); });
    return compact(out.take());
}

Result<Perspective> readPerspective(std::string_view json)
{
    if (firstInvalid(json) < json.size())
        return Failure("not a perspective: it is not UTF-8");
    const std::string document = std::string(before) + std::string(json) + '}';
    Report report(1);
    PerspectiveReceiver receiver(document, report);
    parseDocument(document, {}, ReadLimits(), report, receiver);
    if (report.errorCount() > 0)
        return failure(report.issues(document, {}).front());
    return receiver.take();
}

} // namespace dealscape::io
