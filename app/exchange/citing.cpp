// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/citing.h"

#include "exchange/words.h"
#include "io/jsontext.h"
#include "io/utf8.h"

#include <algorithm>
#include <utility>

namespace dealscape::exchange {

namespace {

/// What makes two sources the same source.
std::string citationOf(const Source &source)
{
    return source.publisher + '\x1F' + source.title + '\x1F' + source.url + '\x1F' + (source.date ? source.date->iso() : "");
}

} // namespace

Citing::Citing(const std::vector<Input> &inputs, Plan &plan, Rows &rows) : m_inputs(inputs), m_plan(plan), m_in(rows)
{
    for (const Source &source : std::as_const(plan.dataset.sources)) {
        m_sources.insert(source.id.text());
        m_written.emplace(citationOf(source), source.id);
    }
}

void Citing::cite(Deal &deal, Rows::Line &line)
{
    const bool any = m_in.has(Role::SourceIds) || m_in.has(Role::Publisher) || m_in.has(Role::Title) || m_in.has(Role::Address);
    std::vector<SourceId> found;
    if (m_in.has(Role::SourceIds) && !m_in.text(line, Role::SourceIds).empty())
        found = listed(line);
    else if (any)
        if (const auto one = single(line))
            found.push_back(*one);
    if (!found.empty())
        deal.sources = found;
    if (deal.sources.empty()) {
        deal.sources.push_back(fileSource(line));
        setExtra(deal.extras, "importedFrom",
                 "{\"file\": " + io::stringLiteral(m_inputs[line.place->input].name) +
                     ", \"table\": " + io::stringLiteral(line.place->table->name) + ", \"row\": " + std::to_string(line.row->number) + '}');
    }
}

std::vector<SourceId> Citing::listed(const Rows::Line &line)
{
    std::vector<SourceId> found;
    const auto list = [&](Role role) { return unbarred(m_in.plainText(m_in.cell(line, role))); };
    const auto ids = list(Role::SourceIds);
    const auto publishers = list(Role::Publisher);
    const auto titles = list(Role::Title);
    const auto dates = list(Role::SourceDate);
    const auto addresses = list(Role::Address);
    const auto bases = list(Role::SourceBasis);
    const auto at = [](const std::vector<std::string> &texts, std::size_t i) { return i < texts.size() ? texts[i] : std::string(); };
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i].empty())
            continue;
        Source source;
        source.id = SourceId(ids[i]);
        source.publisher = at(publishers, i).empty() ? "Unknown" : at(publishers, i);
        source.title = at(titles, i).empty() ? "[no title]" : at(titles, i);
        source.date = Date::parse(at(dates, i));
        source.url = io::webAddress(at(addresses, i)) ? at(addresses, i) : "";
        source.basis = basisOf(at(bases, i)).value_or(SourceBasis::Cited);
        add(source);
        if (std::find(found.begin(), found.end(), source.id) == found.end())
            found.push_back(source.id);
    }
    return found;
}

std::optional<SourceId> Citing::single(Rows::Line &line)
{
    Source source;
    source.publisher = tidyName(m_in.text(line, Role::Publisher));
    source.title = tidyName(m_in.text(line, Role::Title));
    source.url = m_in.text(line, Role::Address);
    if (source.publisher.empty() && source.title.empty() && source.url.empty())
        return std::nullopt;
    if (!source.url.empty() && !io::webAddress(source.url)) {
        m_in.tell(Finding::Weight::Doubt, line, Role::Address, "is no address of the web; it is kept as it is");
        m_in.keepCell(line, Role::Address);
        source.url.clear();
    }
    if (io::webAddress(source.publisher) && source.url.empty())
        std::swap(source.publisher, source.url);
    if (source.publisher.empty()) {
        const std::size_t host = source.url.find("//");
        source.publisher = host == std::string::npos ? "Unknown" : source.url.substr(host + 2, source.url.find('/', host + 2) - host - 2);
    }
    if (source.title.empty())
        source.title = "[no title]";
    source.date = m_in.date(line, Role::SourceDate);
    source.basis = basisOf(m_in.text(line, Role::SourceBasis)).value_or(SourceBasis::Cited);
    if (const auto found = m_written.find(citationOf(source)); found != m_written.end())
        return found->second;
    const std::string base = slug(source.publisher + ' ' + source.title, "source");
    std::string id = base;
    for (int &next = m_suffixes[base]; m_sources.contains(id); id = base + '-' + std::to_string(next + 1))
        ++next;
    source.id = SourceId(id);
    add(source);
    return source.id;
}

SourceId Citing::fileSource(const Rows::Line &line)
{
    if (!m_fileSource.empty())
        return m_fileSource;
    Source source;
    source.publisher = m_inputs[line.place->input].name;
    const bool only = m_inputs[line.place->input].book.tables.size() == 1 || m_in.graph();
    source.title = only ? "[imported file]" : "[imported file, sheet \"" + line.place->table->name + "\"]";
    source.basis = SourceBasis::Copy;
    const std::string base = slug("import " + source.publisher + (only ? "" : ' ' + line.place->table->name), "import");
    std::string id = base;
    for (int i = 2; m_sources.contains(id); ++i) {
        const auto &sources = std::as_const(m_plan.dataset.sources);
        const auto same = std::find_if(sources.begin(), sources.end(), [&](const Source &each) { return each.id.text() == id; });
        if (same != sources.end() && (*same).publisher == source.publisher && (*same).title == source.title)
            break;
        id = base + '-' + std::to_string(i);
    }
    source.id = SourceId(id);
    add(source);
    m_fileSource = source.id;
    return m_fileSource;
}

void Citing::add(const Source &source)
{
    if (m_sources.insert(source.id.text()).second) {
        m_written.emplace(citationOf(source), source.id);
        m_plan.dataset.sources.push_back(source);
        ++m_plan.sourcesMade;
    }
}

void Citing::take(const Accompanying &with)
{
    for (const Source &source : with.sources) {
        if (!source.extras.empty() && m_sources.contains(source.id.text()))
            for (Source &each : m_plan.dataset.sources)
                if (each.id == source.id && each.extras.empty())
                    each.extras = source.extras;
        add(source);
    }
}

} // namespace dealscape::exchange
