// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/builder.h"

#include "io/jsontext.h"
#include "io/migrate.h"
#include "io/suggest.h"
#include "io/utf8.h"

#include <algorithm>
#include <array>

namespace dealscape::io {

namespace {

enum List { Organizations, Deals, Groups, Sources, Claims };
constexpr std::array<std::string_view, 19> memberNames = {
    "format",  "version", "title", "description",   "example", "asOf",          "opening", "layers", "articleSource", "scales",
    "article", "stories", "notes", "organizations", "deals",   "overlapGroups", "sources", "claims", "arrangements"};
constexpr std::array<std::string_view, 5> listNames = {"organizations", "deals", "overlapGroups", "sources", "claims"};

template <class T>
void append(Reading &reading, Tree &tree, RecordList<T> &items)
{
    const std::size_t before = reading.report.errorCount();
    read(reading, tree.nodes.front(), items.emplace_back());
    if (reading.forgets(before))
        items.pop_back();
}

bool isInner(const std::pair<std::string, std::string> &extra)
{
    return extra.first.starts_with('/') && extra.first.find('/', 1) != std::string::npos;
}

} // namespace

int Builder::list(std::string_view member) const
{
    const auto found = std::find(listNames.begin(), listNames.end(), member);
    return found == listNames.end() ? -1 : static_cast<int>(found - listNames.begin());
}

Reading Builder::reading(std::string prefix)
{
    return {.report = m_report, .bytes = m_bytes, .prefix = std::move(prefix)};
}

bool Builder::element(int list, std::size_t index, Tree &tree)
{
    const std::string_view name = listNames[static_cast<std::size_t>(list)];
    const Node &root = tree.nodes.front();
    m_places.addRecord(name, root.begin);
    if (index == 0)
        m_seen.emplace(name);
    Reading here = reading('/' + std::string(name) + '/' + std::to_string(index));
    switch (list) {
    case Organizations:
        append(here, tree, m_dataset.organizations);
        break;
    case Deals:
        append(here, tree, m_dataset.deals);
        break;
    case Groups:
        append(here, tree, m_dataset.groups);
        break;
    case Sources:
        append(here, tree, m_dataset.sources);
        break;
    case Claims:
        append(here, tree, m_dataset.claims);
        break;
    }
    return go(root.end);
}

bool Builder::go(std::size_t offset)
{
    constexpr std::size_t pause = 512;
    if (++m_elements % pause == 0) {
        m_progress(static_cast<double>(offset) / static_cast<double>(m_bytes.size()));
        m_cancelled = m_progress.stop();
    }
    return !m_cancelled;
}

bool Builder::member(Tree &tree)
{
    Node &root = tree.nodes.front();
    const std::string name(root.key);
    m_places.addMember(name, root.begin);
    m_seen.insert(name);
    Reading here = reading(pointerStep(name));
    const auto whole = [&](auto &out) {
        read(here, root, out);
        return true;
    };
    const auto keeping = [&](auto &out) {
        here.extras = &m_dataset.extras;
        here.path = pointerStep(name);
        return whole(out);
    };
    if (name == "format")
        return format(tree);
    if (name == "version")
        return version(tree);
    if (name == "title")
        return whole(m_dataset.title);
    if (name == "description")
        return whole(m_dataset.description);
    if (name == "example")
        return whole(m_dataset.example);
    if (name == "asOf")
        return whole(m_dataset.asOf);
    if (name == "opening")
        return keeping(m_dataset.opening);
    if (name == "scales")
        return keeping(m_dataset.scales);
    if (name == "layers") {
        m_layersSeen = true;
        return whole(m_dataset.layers);
    }
    if (name == "articleSource")
        return whole(m_dataset.articleSource);
    if (name == "article")
        return whole(m_dataset.article);
    if (name == "stories")
        return whole(m_dataset.stories);
    if (name == "arrangements")
        return keeping(m_dataset.arrangements);
    if (name == "notes")
        return whole(m_dataset.notes);
    if (list(name) >= 0) {
        expect(here, root, Kind::List);
        return true;
    }
    m_strangers.emplace_back(name, root.begin);
    std::string key = name.starts_with('/') ? pointerStep(name) : name;
    m_dataset.extras.emplace_back(std::move(key), compact(m_bytes.substr(root.begin, root.end - root.begin)));
    return true;
}

bool Builder::format(Tree &tree)
{
    const Node &root = tree.nodes.front();
    m_formatSeen = true;
    if (root.kind == Kind::Text && root.text == "dealscape")
        return true;
    m_report.clear();
    m_report.error(root.begin, "this is no Dealscape file: its format must be \"dealscape\"", "/format");
    return false;
}

bool Builder::version(Tree &tree)
{
    Node &root = tree.nodes.front();
    m_versionSeen = true;
    if (root.kind == Kind::Integer && root.integer == currentVersion)
        return true;
    m_report.clear();
    if (root.kind == Kind::Integer && root.integer < currentVersion)
        m_olderVersion = static_cast<int>(std::max<std::int64_t>(root.integer, -1));
    else if (root.kind == Kind::Integer)
        m_report.error(root.begin,
                       "made by a newer version of Dealscape: format version " + std::to_string(root.integer) + ", this one reads up to " +
                           std::to_string(currentVersion),
                       "/version");
    else
        expect(reading("/version"), root, Kind::Integer);
    return false;
}

/// A member that is nearly one that the document could have and has not was hardly meant as it stands.
void Builder::warnOfStrangers()
{
    if (m_strangers.empty())
        return;
    std::vector<std::string_view> missing;
    for (std::string_view name : memberNames)
        if (!m_seen.contains(name))
            missing.push_back(name);
    for (const auto &[name, offset] : m_strangers)
        if (const std::string meant = didYouMean(name, missing); !meant.empty())
            m_report.warning(offset, "unknown member " + quotation(name) + ", kept as it is" + meant, pointerStep(name));
}

void Builder::finish()
{
    warnOfStrangers();
    if (!m_formatSeen)
        m_report.error(0, "this is no Dealscape file: missing member \"format\"", "");
    else if (!m_versionSeen)
        m_report.error(0, "missing member \"version\"", "");
    if (!m_layersSeen)
        m_dataset.layers = defaultLayers();
    // The writer puts unknown members at the end, so those inside known ones come first.
    std::stable_partition(m_dataset.extras.begin(), m_dataset.extras.end(), isInner);
}

} // namespace dealscape::io
