// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/importing.h"

#include "exchange/more.h"
#include "exchange/parties.h"
#include "exchange/words.h"
#include "graphs/reading.h"
#include "io/jsontext.h"
#include "io/utf8.h"
#include "sheets/writing.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace dealscape::exchange {

namespace {

using sheets::Cell;
using sheets::CellKind;

constexpr std::size_t toldRemarks = 5000;

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string codeOf(const std::array<char, 3> &code)
{
    return code[0] ? std::string(code.data(), code.size()) : std::string();
}

std::optional<Money> dollars(long double amount)
{
    if (!(amount >= 0) || amount > static_cast<long double>(Money::maximum().dollars()))
        return std::nullopt;
    return Money(std::llroundl(amount));
}

bool webAddress(std::string_view url)
{
    const std::size_t host = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
    const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; };
    return host && url.size() > host && url[host] != '/' && std::none_of(url.begin(), url.end(), blank);
}

/// What makes two deals without ids the same deal.
std::string keyOf(const Deal &deal)
{
    std::string key;
    const auto add = [&](std::string_view text) {
        key += text;
        key += '\x1F';
    };
    const auto amount = [&](const std::optional<Money> &money) { add(money ? std::to_string(money->dollars()) : std::string()); };
    add(deal.supplier.text());
    add(deal.customer.text());
    add(deal.payer ? deal.payer->text() : std::string_view());
    add(deal.payee ? deal.payee->text() : std::string_view());
    amount(deal.value.low);
    amount(deal.value.high);
    add(deal.asAnnounced);
    add(deal.announced.iso());
    add(word(deal.kind));
    add(deal.headline);
    add(deal.note);
    for (const auto &[name, text] : deal.extras)
        if (name == "columns")
            add(text);
    return key;
}

void setExtra(Extras &extras, const std::string &key, std::string json)
{
    for (auto &[name, text] : extras)
        if (name == key) {
            text = std::move(json);
            return;
        }
    extras.emplace_back(key, std::move(json));
}

Plan started(const Dataset &into)
{
    Plan plan;
    plan.dataset = into;
    return plan;
}

class Planner {
public:
    Planner(const std::vector<Input> &inputs, const Mapping &mapping, const Dataset &into, const RowChoices &rows, const Progress &progress)
        : m_inputs(inputs),
          m_mapping(mapping),
          m_choices(rows),
          m_progress(progress),
          m_plan(started(into)),
          m_parties(m_plan.dataset, mapping.choices.merges)
    {
        m_fallback = mapping.choices.date ? *mapping.choices.date : into.asOf ? *into.asOf : Date{2000, 0, 0};
        const Dataset &dataset = m_plan.dataset;
        for (std::size_t i = 0; i < dataset.deals.size(); ++i) {
            m_deals.emplace(dataset.deals[i].id.text(), i);
            ++m_same[keyOf(dataset.deals[i])];
        }
        for (std::size_t i = 0; i < dataset.sources.size(); ++i)
            m_sources.insert(dataset.sources[i].id.text());
        for (std::size_t i = 0; i < dataset.groups.size(); ++i)
            m_groups.emplace(dataset.groups[i].id.text(), i);
    }

    Plan run()
    {
        collect();
        for (const auto pass : {TableMap::Use::Organizations, TableMap::Use::Deals})
            for (const Place &place : m_places)
                if (place.map->use == pass && !m_progress.stop())
                    read(place);
        for (const auto &[organization, parent] : m_parents)
            setParent(organization, parent);
        finish();
        return std::move(m_plan);
    }

private:
    struct Place {
        std::size_t input = 0;
        std::size_t index = 0;
        std::size_t flat = 0;
        const sheets::Table *table = nullptr;
        const TableMap *map = nullptr;
    };
    /// One row on its way: where it is, and what is kept of it as it is.
    struct Line {
        const Place *place = nullptr;
        const sheets::Row *row = nullptr;
        std::size_t position = 0;
        std::string kept;
    };

    void collect()
    {
        std::size_t flat = 0;
        std::size_t all = 0;
        for (std::size_t i = 0; i < m_inputs.size(); ++i) {
            for (const sheets::Notice &notice : m_inputs[i].book.notices)
                m_plan.findings.push_back(
                    {Finding::Weight::Remark, i, tableNamed(i, notice.table), notice.row, notice.column, "", notice.text});
            for (std::size_t j = 0; j < m_inputs[i].book.tables.size(); ++j, ++flat) {
                const sheets::Table &table = m_inputs[i].book.tables[j];
                m_plan.outcomes.emplace_back(table.rows.size(), Outcome::None);
                if (flat < m_mapping.tables.size())
                    m_places.push_back({i, j, flat, &table, &m_mapping.tables[flat]});
                all += table.rows.size();
            }
        }
        m_total = std::max<std::size_t>(all, 1);
        bool nodes = false;
        for (const Place &place : m_places)
            nodes = nodes || (place.table->holds == sheets::Holds::Nodes && place.map->use == TableMap::Use::Organizations);
        m_strict = nodes;
    }

    std::size_t tableNamed(std::size_t input, const std::string &name) const
    {
        const auto &tables = m_inputs[input].book.tables;
        for (std::size_t i = 0; i < tables.size(); ++i)
            if (tables[i].name == name)
                return i;
        return 0;
    }

    void index(const TableMap &map)
    {
        m_columns.fill(-1);
        m_notes.clear();
        m_kept.clear();
        for (std::size_t i = 0; i < map.columns.size(); ++i) {
            const Role role = map.columns[i].role;
            if (role == Role::Note || role == Role::OrganizationNote)
                m_notes.push_back(i);
            else if (role == Role::Extra)
                m_kept.push_back(i);
            else if (role == Role::Ignored)
                continue;
            else if (m_columns[static_cast<std::size_t>(role)] < 0)
                m_columns[static_cast<std::size_t>(role)] = static_cast<int>(i);
            else
                m_kept.push_back(i);
        }
        m_headers.clear();
        std::map<std::string, int> seen;
        for (const ColumnMap &column : map.columns) {
            const int count = ++seen[column.header];
            m_headers.push_back(count > 1 ? column.header + " (" + std::to_string(count) + ')' : column.header);
        }
    }

    bool has(Role role) const { return m_columns[static_cast<std::size_t>(role)] >= 0; }
    std::size_t column(Role role) const { return static_cast<std::size_t>(m_columns[static_cast<std::size_t>(role)]); }

    const Cell &cell(const Line &line, Role role) const
    {
        static const Cell nothing;
        if (!has(role) || column(role) >= line.row->cells.size())
            return nothing;
        return line.row->cells[column(role)];
    }

    std::string_view plainText(const Cell &cell) const
    {
        return m_guarded && cell.kind == CellKind::Text ? sheets::unguarded(cell.text) : std::string_view(cell.text);
    }

    std::string text(const Line &line, Role role) const { return std::string(trimmed(plainText(cell(line, role)))); }
    /// Blanks at the ends belong to a text of our own.
    std::string whole(const Line &line, Role role) const { return std::string(plainText(cell(line, role))); }

    const ColumnMap &mapOf(const Line &line, Role role) const { return line.place->map->columns[column(role)]; }

    void tell(Finding::Weight weight, const Line &line, std::optional<std::size_t> column, std::string value, std::string reason)
    {
        const bool light = weight == Finding::Weight::Remark || weight == Finding::Weight::Doubt;
        if (light && ++m_told > toldRemarks) {
            ++m_plan.untold;
            return;
        }
        m_plan.findings.push_back({weight, line.place->input, line.place->index, line.row->number, column ? *column + 1 : 0,
                                   std::move(value), std::move(reason)});
    }
    void tell(Finding::Weight weight, const Line &line, Role role, std::string reason)
    {
        tell(weight, line, has(role) ? std::optional(column(role)) : std::nullopt, text(line, role), std::move(reason));
    }

    void keep(Line &line, const std::string &header, std::string_view value)
    {
        line.kept += line.kept.empty() ? "{" : ", ";
        line.kept += io::stringLiteral(header) + ": " + io::stringLiteral(value);
    }
    void keepCell(Line &line, Role role) { keep(line, m_headers[column(role)], text(line, role)); }

    Outcome skip(const Line &line, Role role, std::string reason)
    {
        tell(Finding::Weight::Skip, line, role, std::move(reason));
        return Outcome::Skipped;
    }

    void read(const Place &place)
    {
        index(*place.map);
        const std::string &format = m_inputs[place.input].book.format;
        m_guarded = format == "CSV" || format == "TSV";
        m_graph = place.table->holds != sheets::Holds::Anything;
        m_plan.blankRows += place.table->blankRows;
        m_fileSource = {};
        m_rows.clear();
        const auto header = static_cast<std::size_t>(std::max(place.map->header, -1) + 1);
        for (std::size_t i = 0; i < place.table->rows.size(); ++i, ++m_done) {
            Line line{&place, &place.table->rows[i], i, {}};
            if (i < header) {
                if (i + 1 < header)
                    tell(Finding::Weight::Remark, line, std::nullopt, line.row->cells.front().text,
                         "stands above the header and was not read");
                continue;
            }
            const Outcome outcome = readRow(line);
            m_plan.outcomes[place.flat][i] = outcome;
            ++m_plan.rows[static_cast<std::size_t>(outcome)];
            if (i % 1024 == 0) {
                m_progress(static_cast<double>(m_done) / static_cast<double>(m_total));
                if (m_progress.stop())
                    return;
            }
        }
    }

    bool repeatsHeader(const Line &line) const
    {
        if (line.place->map->header < 0)
            return false;
        const sheets::Row &header = line.place->table->rows[static_cast<std::size_t>(line.place->map->header)];
        return !m_graph && header.cells.size() == line.row->cells.size() && header.cells == line.row->cells;
    }

    Outcome readRow(Line &line)
    {
        const RowKey key{line.place->flat, line.position};
        if (m_choices.leftOut.contains(key))
            return Outcome::LeftOut;
        if (repeatsHeader(line)) {
            tell(Finding::Weight::Skip, line, std::nullopt, line.row->cells.front().text, "repeats the header");
            return Outcome::Skipped;
        }
        if (!m_graph && line.place->map->use == TableMap::Use::Deals && !m_mapping.choices.keepRepeats && !m_choices.kept.contains(key)) {
            std::string all;
            for (const Cell &each : line.row->cells) {
                all += each.text;
                all += '\x1F';
            }
            const auto [first, fresh] = m_rows.try_emplace(std::move(all), line.row->number);
            if (!fresh) {
                tell(Finding::Weight::Skip, line, std::nullopt, line.row->cells.front().text,
                     "repeats row " + std::to_string(first->second));
                return Outcome::Skipped;
            }
        }
        for (const std::size_t i : m_kept)
            if (i < line.row->cells.size() && line.row->cells[i].kind != CellKind::Empty)
                keep(line, m_headers[i], plainText(line.row->cells[i]));
        return line.place->map->use == TableMap::Use::Organizations ? organizationRow(line) : dealRow(line);
    }

    // Organisations

    Outcome organizationRow(Line &line)
    {
        const std::string name = whole(line, Role::Name);
        Parties::Mention mention{text(line, Role::OrganizationId), country(line, Role::Country), text(line, Role::Ticker), {}};
        if (trimmed(name).empty() && mention.id.empty())
            return skip(line, has(Role::Name) ? Role::Name : Role::OrganizationId, "has no name");
        const std::size_t before = std::as_const(m_plan.dataset.organizations).size();
        const int position = m_parties.find(trimmed(name).empty() ? mention.id : name, mention);
        m_declared.insert(idAt(position).text());
        const bool fresh = static_cast<std::size_t>(position) >= before;
        Organization organization = std::as_const(m_plan.dataset.organizations)[static_cast<std::size_t>(position)];
        const Organization old = organization;
        fill(organization, line, fresh);
        if (!fresh && static_cast<std::size_t>(position) >= m_parties.existing() && !m_graph)
            tell(Finding::Weight::Remark, line, Role::Name, "names an organisation again, which takes what this row adds");
        if (organization == old && !fresh)
            return Outcome::Unchanged;
        if (!(organization == old))
            m_plan.dataset.organizations[static_cast<std::size_t>(position)] = std::move(organization);
        m_plan.organizationsUpdated += !fresh;
        return fresh ? Outcome::Made : Outcome::Updated;
    }

    void fill(Organization &organization, Line &line, bool fresh)
    {
        const auto set = [&](Role role, std::string &member) {
            if (std::string said = whole(line, role); !trimmed(said).empty())
                member = std::move(said);
        };
        if (const std::string name = tidyName(whole(line, Role::Name)); !name.empty())
            organization.name = name;
        set(Role::ShortName, organization.shortName);
        set(Role::OrganizationKind, organization.kind);
        set(Role::Listing, organization.listing.status);
        set(Role::Ticker, organization.listing.ticker);
        set(Role::Exchange, organization.listing.exchange);
        set(Role::Wikidata, organization.wikidata);
        if (const std::string layer = text(line, Role::Layer); !layer.empty()) {
            organization.layer = m_parties.layerOf(layer);
            if (organization.layer.text() == "unclassified" && layer != "unclassified")
                keepCell(line, Role::Layer);
        } else if (fresh && organization.layer.empty()) {
            organization.layer = m_parties.layerOf("");
        }
        if (const std::string code = country(line, Role::Country); !code.empty())
            organization.country = code;
        else if (!text(line, Role::Country).empty()) {
            tell(Finding::Weight::Doubt, line, Role::Country, "is no country that is known; it is kept as it is");
            keepCell(line, Role::Country);
        }
        if (const std::string parent = text(line, Role::Parent); !parent.empty())
            m_parents.emplace_back(organization.id, parent);
        note(organization.note, line);
        valuation(organization, line);
        if (const std::string more = whole(line, Role::OrganizationMore); !more.empty()) {
            Accompanying with;
            if (!takeMore(more, organization, with))
                tell(Finding::Weight::Loss, line, Role::OrganizationMore, "is not the JSON that an export writes here");
            take(with);
        }
        if (!line.kept.empty())
            setExtra(organization.extras, "columns", line.kept + '}');
    }

    void valuation(Organization &organization, Line &line)
    {
        const std::string said = text(line, Role::Valuation);
        if (said.empty())
            return;
        const Amount amount = parseAmount(said, rules(line, Role::Valuation));
        const auto value = amount.says == Amount::Says::Figure && amount.high ? dollars(*amount.high) : std::nullopt;
        if (!value || (amount.currency[0] && codeOf(amount.currency) != "USD")) {
            tell(Finding::Weight::Loss, line, Role::Valuation, "is no valuation in US dollars; it is kept as it is");
            keepCell(line, Role::Valuation);
            return;
        }
        Valuation valuation = organization.valuation.value_or(Valuation());
        valuation.value = *value;
        valuation.asOf = date(line, Role::ValuationDate).value_or(m_fallback);
        organization.valuation = valuation;
    }

    void setParent(const OrganizationId &child, const std::string &said)
    {
        int position = m_parties.byId(said);
        const auto &organizations = std::as_const(m_plan.dataset.organizations);
        if (position < 0)
            for (std::size_t i = 0; i < organizations.size() && position < 0; ++i)
                position = organizations[i].name == said ? static_cast<int>(i) : -1;
        const int mine = m_parties.byId(child.text());
        if (position < 0 || mine < 0 || position == mine)
            return;
        for (int above = position, steps = 0; above >= 0; ++steps) {
            const auto &parent = organizations[static_cast<std::size_t>(above)].parent;
            above = parent ? m_parties.byId(parent->text()) : -1;
            if (above == mine || steps > 10'000)
                return;
        }
        m_plan.dataset.organizations[static_cast<std::size_t>(mine)].parent = organizations[static_cast<std::size_t>(position)].id;
    }

    std::string country(const Line &line, Role role) const
    {
        const std::string said = text(line, role);
        return said.empty() ? said : countryOf(said);
    }

    // Deals

    std::optional<OrganizationId> party(const Line &line, Role byName, Role byId, Role byCountry, Role byTicker, Role byLayer)
    {
        const std::string name = whole(line, byName);
        Parties::Mention mention{text(line, byId), country(line, byCountry), text(line, byTicker), text(line, byLayer)};
        if (trimmed(name).empty() && mention.id.empty())
            return std::nullopt;
        return idAt(m_parties.find(trimmed(name).empty() ? mention.id : name, mention));
    }

    OrganizationId idAt(int position) const { return std::as_const(m_plan.dataset.organizations)[static_cast<std::size_t>(position)].id; }

    /// One end of an edge: the id of a node where there are nodes, else a name.
    std::optional<OrganizationId> end(const Line &line, Role role, std::string &missing)
    {
        const std::string said = text(line, role);
        if (said.empty())
            return std::nullopt;
        if (const int position = m_parties.byId(said); position >= 0 && (m_strict || m_graph))
            return idAt(position);
        if (m_strict && m_graph) {
            missing = said;
            return std::nullopt;
        }
        return idAt(m_parties.find(whole(line, role)));
    }

    struct Ends {
        std::optional<OrganizationId> payer, payee, supplier, customer;
        std::string missing;
        Role at = Role::Payer;
    };

    Ends ends(const Line &line)
    {
        using enum Role;
        Ends found;
        found.payer = party(line, Payer, PayerId, PayerCountry, PayerTicker, PayerLayer);
        found.payee = party(line, Payee, PayeeId, PayeeCountry, PayeeTicker, PayeeLayer);
        found.supplier = party(line, Supplier, SupplierId, Ignored, Ignored, Ignored);
        found.customer = party(line, Customer, CustomerId, Ignored, Ignored, Ignored);
        if (!found.payer && !found.payee && !found.supplier && !found.customer) {
            if (has(Source))
                edge(line, found);
            else if (has(Organisation))
                pair(line, found);
        }
        if (!found.supplier && found.customer && found.payer && !found.payee)
            found.supplier = found.payer == found.customer ? std::nullopt : found.payer;
        if (truthOf(text(line, Role::Directed)).value_or(true))
            complete(found);
        return found;
    }

    void edge(const Line &line, Ends &found)
    {
        const auto source = end(line, Role::Source, found.missing);
        const auto target = end(line, Role::Target, found.missing);
        const std::string said = text(line, Role::Directed);
        const bool directed = said.empty() || truthOf(said).value_or(true);
        if (!source || !target) {
            found.at = !source ? Role::Source : Role::Target;
            return;
        }
        if (directed) {
            found.payer = source;
            found.payee = target;
        } else {
            found.supplier = source;
            found.customer = target;
        }
    }

    void pair(const Line &line, Ends &found)
    {
        const auto mine = party(line, Role::Organisation, Role::Ignored, Role::Ignored, Role::Ignored, Role::Ignored);
        const auto other = party(line, Role::Partner, Role::Ignored, Role::Ignored, Role::Ignored, Role::Ignored);
        found.at = mine ? Role::Partner : Role::Organisation;
        const std::string said = text(line, Role::Direction);
        const auto out = outwards(said);
        if (!has(Role::Direction) || out.value_or(true)) {
            found.payer = mine;
            found.payee = other;
        } else {
            found.payer = other;
            found.payee = mine;
        }
        if (!said.empty() && !out) {
            found.supplier = mine;
            found.customer = other;
            found.payer = found.payee = std::nullopt;
        }
    }

    /// Goods run against the money: what is not said follows from what is.
    void complete(Ends &found) const
    {
        const bool moneyColumns = has(Role::Payer) || has(Role::PayerId);
        if (found.payer && found.payee) {
            if (!found.supplier)
                found.supplier = found.customer && *found.customer == *found.payee ? found.payer : found.payee;
            if (!found.customer)
                found.customer = *found.supplier == *found.payee ? found.payer : found.payee;
        } else if (found.supplier && found.customer && !moneyColumns && (has(Role::Supplier) || has(Role::SupplierId))) {
            found.payer = found.customer;
            found.payee = found.supplier;
        } else if (found.payer && found.supplier && !found.payee && !found.customer && *found.payer != *found.supplier) {
            found.payee = found.supplier;
            found.customer = found.payer;
        } else if (found.payee && found.customer && !found.payer && !found.supplier && *found.payee != *found.customer) {
            found.payer = found.customer;
            found.supplier = found.payee;
        }
    }

    Role missingParty(const Ends &found) const
    {
        using enum Role;
        if (has(Payer) && !found.payer)
            return Payer;
        if (has(Payee) && !found.payee)
            return Payee;
        if (has(Supplier) && !found.supplier)
            return Supplier;
        return has(Customer) && !found.customer ? Customer : found.at;
    }

    Outcome dealRow(Line &line)
    {
        const Ends found = ends(line);
        if (!found.missing.empty())
            return skip(line, found.at, "is no node of the graph");
        if (!found.supplier || !found.customer)
            return skip(line, missingParty(found), "a party is missing");
        if (*found.supplier == *found.customer || (found.payer && found.payer == found.payee)) {
            tell(Finding::Weight::Skip, line, std::nullopt, "", "both parties are the same organisation, " + nameOf(*found.supplier));
            return Outcome::Skipped;
        }
        Deal deal;
        const std::string id = text(line, Role::DealId);
        const auto known = m_deals.find(id);
        const bool again = !id.empty() && known != m_deals.end();
        const bool fromFile = again && known->second >= m_existingDeals();
        bool update = again && !fromFile && sameEnds(std::as_const(m_plan.dataset.deals)[known->second], found);
        if (update)
            deal = std::as_const(m_plan.dataset.deals)[known->second];
        const Deal old = deal;
        deal.supplier = *found.supplier;
        deal.customer = *found.customer;
        deal.payer = found.payer && found.payee ? found.payer : std::nullopt;
        deal.payee = deal.payer ? found.payee : std::nullopt;
        fill(deal, line);
        if (deal.id.empty() && !id.empty() && !again)
            deal.id = DealId(id);
        if (again && !update && !id.empty())
            tell(Finding::Weight::Remark, line, Role::DealId, "is the id of another deal; this one gets an id of its own");
        if (!deal.draft)
            mend(deal, line);
        if (update) {
            if (deal == old)
                return Outcome::Unchanged;
            m_plan.dataset.deals[known->second] = std::move(deal);
            return Outcome::Updated;
        }
        if (const auto same = m_same.find(keyOf(deal)); same != m_same.end() && same->second > 0) {
            --same->second;
            return Outcome::Unchanged;
        }
        if (deal.id.empty())
            deal.id = freeId(deal);
        m_deals.emplace(deal.id.text(), std::as_const(m_plan.dataset.deals).size());
        m_plan.unpublished += !deal.value.published();
        m_plan.dataset.deals.push_back(std::move(deal));
        ++m_plan.dealsMade;
        return Outcome::Made;
    }

    std::size_t m_existingDeals() const { return std::as_const(m_plan.dataset.deals).size() - m_plan.dealsMade; }

    static bool sameEnds(const Deal &deal, const Ends &found)
    {
        return deal.supplier == *found.supplier && deal.customer == *found.customer;
    }

    std::string nameOf(const OrganizationId &id) const
    {
        const int position = m_parties.byId(id.text());
        return position < 0 ? id.text() : std::as_const(m_plan.dataset.organizations)[static_cast<std::size_t>(position)].name;
    }

    DealId freeId(const Deal &deal)
    {
        std::string base =
            slug(deal.tail().text(), "deal") + '-' + slug(deal.head().text(), "deal") + '-' + std::to_string(deal.announced.year);
        std::string id = base;
        for (int &next = m_suffixes[base]; m_deals.contains(id); id = base + '-' + std::to_string(next + 1))
            ++next;
        return DealId(id);
    }

    void fill(Deal &deal, Line &line)
    {
        if (has(Role::Headline))
            deal.headline = whole(line, Role::Headline);
        if (has(Role::StatusDetail))
            deal.statusDetail = whole(line, Role::StatusDetail);
        if (has(Role::Commitment))
            deal.commitment = whole(line, Role::Commitment);
        words(deal, line);
        dates(deal, line);
        deal.value = has(Role::Amount) || has(Role::Low) || has(Role::High) ? MoneyRange() : deal.value;
        if (has(Role::AsAnnounced))
            deal.asAnnounced = whole(line, Role::AsAnnounced);
        amounts(deal, line);
        power(deal, line);
        note(deal.note, line);
        overlap(deal, line);
        if (has(Role::More)) {
            Accompanying with;
            const std::string more = whole(line, Role::More);
            if (!more.empty() && !takeMore(more, deal, with))
                tell(Finding::Weight::Loss, line, Role::More, "is not the JSON that an export writes here");
            take(with);
            if (with.umbrella && !deal.overlap.group.empty() && m_groups.contains(deal.overlap.group.text())) {
                with.umbrella->deal = DealId(text(line, Role::DealId));
                m_umbrellas.emplace_back(m_groups[deal.overlap.group.text()], *with.umbrella);
            }
        }
        sources(deal, line);
        if (!line.kept.empty())
            setExtra(deal.extras, "columns", line.kept + '}');
    }

    void note(std::string &note, const Line &line) const
    {
        if (m_notes.empty())
            return;
        std::string all;
        for (const std::size_t i : m_notes) {
            if (i >= line.row->cells.size() || line.row->cells[i].kind == CellKind::Empty)
                continue;
            all += all.empty() ? "" : "\n";
            if (m_notes.size() > 1)
                all += m_headers[i] + ": ";
            all += plainText(line.row->cells[i]);
        }
        note = all;
    }

    template <class Parse, class Value>
    bool take(Line &line, Role role, Parse parse, Value &value, const char *what)
    {
        const std::string said = text(line, role);
        if (said.empty())
            return false;
        if (const auto found = parse(said)) {
            value = *found;
            return true;
        }
        tell(Finding::Weight::Doubt, line, role, std::string("is no ") + what + " that is known; it is kept as it is");
        keepCell(line, role);
        return false;
    }

    void words(Deal &deal, Line &line)
    {
        const bool kind = take(
            line, Role::Kind, [](const std::string &text) { return kindOf(text); }, deal.kind, "kind of deal");
        const bool flow = take(
            line, Role::FlowClass, [](const std::string &text) { return flowOf(text); }, deal.flow, "flow class");
        if (kind && !flow && !has(Role::FlowClass))
            deal.flow = flowOf(deal.kind);
        const bool status = take(
            line, Role::Status, [](const std::string &text) { return statusOf(text); }, deal.status, "status");
        const bool sure = take(
            line, Role::Certainty, [](const std::string &text) { return certaintyOf(text); }, deal.certainty, "certainty");
        if (status && !sure && !has(Role::Certainty))
            deal.certainty = certaintyOf(deal.status);
        take(
            line, Role::Confidence, [](const std::string &text) { return confidenceOf(text); }, deal.confidence, "confidence");
        if (const std::string tier = text(line, Role::Tier); tier.size() == 1 && tier[0] >= '1' && tier[0] <= '9')
            deal.tier = tier[0] - '0';
    }

    std::optional<Date> date(const Line &line, Role role)
    {
        const Cell &said = cell(line, role);
        if (said.kind == CellKind::Empty)
            return std::nullopt;
        const DateReading read = parseDate(trimmed(said.text), has(role) ? mapOf(line, role).order : DayOrder::Unknown);
        if (!read.date) {
            tell(Finding::Weight::Doubt, line, role, "is no date; it is kept as it is");
        } else if (read.spoiltYear) {
            tell(Finding::Weight::Doubt, line, role, "lies in 1905: a year that a spreadsheet took for a day?");
        } else if (read.coarser) {
            tell(Finding::Weight::Remark, line, role, "is a part of a year; the year was kept");
        } else if (read.serial) {
            tell(Finding::Weight::Remark, line, role, "is a serial number of a spreadsheet, read as " + read.date->iso());
        } else if (read.ambiguous && mapOf(line, role).asks) {
            tell(Finding::Weight::Doubt, line, role, "may have the day or the month first; read as " + read.date->iso());
        }
        return read.date;
    }

    void dates(Deal &deal, Line &line)
    {
        if (const auto announced = date(line, Role::Announced)) {
            deal.announced = *announced;
        } else {
            if (!text(line, Role::Announced).empty())
                keepCell(line, Role::Announced);
            if (deal.announced.year == 0) {
                deal.announced = m_fallback;
                deal.unsourced.push_back("date");
                ++m_plan.undated;
            }
        }
        const auto year = [&](Role role, std::optional<int> &member) {
            if (!has(role))
                return;
            const auto read = date(line, role);
            member = read ? std::optional(read->year) : std::nullopt;
            if (!read && !text(line, role).empty())
                keepCell(line, role);
        };
        year(Role::Start, deal.term.start);
        year(Role::End, deal.term.end);
    }

    AmountRules rules(const Line &line, Role role) const
    {
        const ColumnMap &map = mapOf(line, role);
        AmountRules rules;
        rules.mark = cell(line, role).kind == CellKind::Number || map.mark == Mark::Unknown ? Mark::Point : map.mark;
        rules.scale = map.scale;
        rules.currency = cell(line, role).currency[0] ? cell(line, role).currency : map.currency;
        if (const std::string unit = text(line, Role::Unit); !unit.empty() && role != Role::Paid) {
            std::string plain = normalized(unit);
            if (const auto power = scaleOf(plain))
                rules.scale = *power;
        }
        if (const std::string currency = text(line, Role::Currency); !currency.empty() && role == Role::Amount) {
            const auto code = currencyCode(currency);
            if (code[0])
                rules.currency = code;
        }
        return rules;
    }

    static std::array<char, 3> currencyCode(std::string currency)
    {
        for (char &c : currency)
            c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        const Amount amount = parseAmount("1 " + currency, {});
        return amount.says == Amount::Says::Figure && amount.currency[0] ? amount.currency : parseAmount(currency + " 1", {}).currency;
    }

    /// Dollars for one unit at the time of the deal, from the row or from the choices.
    std::optional<double> rate(const Deal &deal, const Line &line, const std::string &currency) const
    {
        if (currency.empty() || currency == "USD")
            return 1;
        if (const auto said = parseNumber(text(line, Role::Rate), has(Role::Rate) ? mapOf(line, Role::Rate).mark : Mark::Point);
            said && *said > 0)
            return static_cast<double>(*said);
        const Rate *best = nullptr;
        for (const Rate &each : m_mapping.choices.rates) {
            const bool early = each.from && each.from->firstDay() > deal.announced.firstDay();
            if (each.currency == currency && !early && (!best || !best->from || (each.from && *each.from > *best->from)))
                best = &each;
        }
        return best ? std::optional(best->dollars) : std::nullopt;
    }

    void amounts(Deal &deal, Line &line)
    {
        if (const std::string said = text(line, Role::Currency); !said.empty()) {
            const auto code = currencyCode(said);
            if (code[0]) {
                deal.currency = codeOf(code);
            } else {
                tell(Finding::Weight::Doubt, line, Role::Currency, "is no currency that is known; it is kept as it is");
                keepCell(line, Role::Currency);
            }
        }
        if (has(Role::Low) || has(Role::High)) {
            bound(deal.value.low, line, Role::Low);
            bound(deal.value.high, line, Role::High);
            order(deal, line, Role::Low);
            if (!has(Role::AsAnnounced) && deal.currency != "USD")
                exchanged(deal, line);
        }
        if (has(Role::Paid)) {
            deal.paid.reset();
            bound(deal.paid, line, Role::Paid);
        }
        if (has(Role::Amount) && !text(line, Role::Amount).empty() && !deal.value.published())
            amount(deal, line);
    }

    void order(Deal &deal, const Line &line, Role role)
    {
        if (!deal.value.low || !deal.value.high || !(*deal.value.high < *deal.value.low))
            return;
        tell(Finding::Weight::Doubt, line, role, "the low bound is above the high one; they were changed round");
        std::swap(deal.value.low, deal.value.high);
    }

    void exchanged(Deal &deal, Line &line)
    {
        const auto factor = rate(deal, line, deal.currency);
        deal.asAnnounced = text(line, Role::Low) + " - " + text(line, Role::High) + ' ' + deal.currency;
        const auto times = [&](const std::optional<Money> &money) {
            return money && factor ? dollars(static_cast<long double>(money->dollars()) * static_cast<long double>(*factor)) : std::nullopt;
        };
        deal.value = {times(deal.value.low), times(deal.value.high)};
        settleRate(deal, line, Role::Low, factor);
    }

    void settleRate(Deal &deal, const Line &line, Role role, std::optional<double> factor)
    {
        if (factor) {
            setExtra(deal.extras, "rateToUsd", io::spelled(*factor));
            return;
        }
        ++m_plan.withoutRate[deal.currency];
        tell(Finding::Weight::Doubt, line, role, "is in " + deal.currency + ", for which no rate is given; it is kept as announced");
    }

    void bound(std::optional<Money> &bound, Line &line, Role role)
    {
        bound.reset();
        if (text(line, role).empty())
            return;
        const Amount read = parseAmount(text(line, role), rules(line, role));
        if (read.says == Amount::Says::NotPublished)
            return;
        const auto said = read.says != Amount::Says::Figure || read.negative ? std::nullopt : read.high ? read.high : read.low;
        bound = said ? dollars(*said) : std::nullopt;
        if (!bound) {
            tell(Finding::Weight::Loss, line, role,
                 "is no amount between 0 and " + std::to_string(Money::maximum().dollars()) + " dollars; it is kept as it is");
            keepCell(line, role);
        }
    }

    void amount(Deal &deal, Line &line)
    {
        const std::string said = text(line, Role::Amount);
        const AmountRules how = rules(line, Role::Amount);
        const Amount read = parseAmount(said, how);
        const bool bare = cell(line, Role::Amount).kind == CellKind::Number || parseNumber(said, how.mark).has_value();
        std::string announced = said;
        if (bare && (how.scale || (how.currency[0] && codeOf(how.currency) != "USD")))
            announced += " (" + mapOf(line, Role::Amount).header + (text(line, Role::Unit).empty() ? "" : ", " + text(line, Role::Unit)) +
                (text(line, Role::Currency).empty() ? "" : ", " + text(line, Role::Currency)) + ')';
        const bool exact = bare && !how.scale && said.find_first_of(".,") == std::string::npos;
        if (!has(Role::AsAnnounced) && !(exact && (how.currency[0] == 0 || codeOf(how.currency) == "USD")))
            deal.asAnnounced = announced;
        switch (read.says) {
        case Amount::Says::Figure:
            figure(deal, line, read);
            break;
        case Amount::Says::Power:
            tell(Finding::Weight::Remark, line, Role::Amount, "is a capacity, not an amount of money");
            setPower(deal, line, Role::Amount, greatest(read));
            break;
        case Amount::Says::Unreadable:
            tell(Finding::Weight::Loss, line, Role::Amount, "cannot be read as an amount; it is kept as announced");
            deal.asAnnounced = announced;
            break;
        case Amount::Says::NotPublished:
        case Amount::Says::Nothing:
            break;
        }
    }

    void figure(Deal &deal, Line &line, const Amount &read)
    {
        const std::string currency = codeOf(read.currency);
        if (!currency.empty())
            deal.currency = currency;
        if (read.negative && !m_mapping.choices.turnNegative) {
            tell(Finding::Weight::Loss, line, Role::Amount, "is negative; it is kept as announced (it can be turned round instead)");
            deal.asAnnounced = deal.asAnnounced.empty() ? text(line, Role::Amount) : deal.asAnnounced;
            return;
        }
        const auto factor = rate(deal, line, deal.currency);
        if (deal.currency != "USD")
            settleRate(deal, line, Role::Amount, factor);
        if (!factor) {
            deal.asAnnounced = deal.asAnnounced.empty() ? text(line, Role::Amount) : deal.asAnnounced;
            return;
        }
        const auto times = [&](const std::optional<long double> &value) {
            return value ? dollars(*value * static_cast<long double>(*factor)) : std::nullopt;
        };
        deal.value = {times(read.low), times(read.high)};
        if ((read.low && !deal.value.low) || (read.high && !deal.value.high)) {
            tell(Finding::Weight::Loss, line, Role::Amount,
                 "is more than " + std::to_string(Money::maximum().dollars()) + " dollars; it is kept as announced");
            deal.value = {};
            deal.asAnnounced = text(line, Role::Amount);
            return;
        }
        order(deal, line, Role::Amount);
        if (read.negative) {
            std::swap(deal.payer, deal.payee);
            std::swap(deal.supplier, deal.customer);
        }
        if (deal.value.high == Money(0))
            tell(Finding::Weight::Doubt, line, Role::Amount, "is an amount of zero, which is not the same as not published");
    }

    static double greatest(const Amount &read) { return static_cast<double>(std::max(read.low.value_or(0), read.high.value_or(0))); }

    void setPower(Deal &deal, Line &line, Role role, double megawatts)
    {
        const double most = static_cast<double>(Power::maximum().megawatts());
        if (!(megawatts >= 0.5 && megawatts <= most)) {
            tell(Finding::Weight::Loss, line, role, "is no capacity between 1 MW and 10,000 GW; it is kept as it is");
            keepCell(line, role);
            return;
        }
        PowerStatement power{Power(std::llround(megawatts)), m_mapping.choices.powerLayer};
        take(
            line, Role::PowerLayer, [](const std::string &text) { return powerLayerOf(text); }, power.layer, "power layer");
        deal.power = power;
    }

    void power(Deal &deal, Line &line)
    {
        for (const Role role : {Role::Megawatts, Role::Gigawatts}) {
            if (!has(role))
                continue;
            const std::string said = text(line, role);
            if (said.empty()) {
                if (role == Role::Megawatts)
                    deal.power.reset();
                continue;
            }
            const AmountRules how{rules(line, role).mark, 0, {}};
            const Amount read = parseAmount(said, how);
            if (read.says == Amount::Says::NotPublished)
                continue;
            const double unit = role == Role::Gigawatts ? 1e3 : 1;
            const double megawatts = read.says == Amount::Says::Power ? greatest(read)
                : read.says == Amount::Says::Figure && !read.negative ? greatest(read) * unit
                                                                      : 0;
            setPower(deal, line, role, megawatts);
            return;
        }
    }

    void overlap(Deal &deal, Line &line)
    {
        if (const std::string group = text(line, Role::Group); !group.empty()) {
            deal.overlap.group = GroupId(group);
            const std::string explanation = whole(line, Role::GroupText);
            const auto [place, fresh] = m_groups.try_emplace(group, std::as_const(m_plan.dataset.groups).size());
            if (fresh)
                m_plan.dataset.groups.push_back({GroupId(group), explanation, {}, {}});
        }
        take(
            line, Role::OverlapRole, [](const std::string &text) { return overlapRoleOf(text); }, deal.overlap.role, "overlap role");
        take(
            line, Role::Counted, [](const std::string &text) { return truthOf(text); }, deal.overlap.counted, "yes or no");
        if (has(Role::SupersededBy)) {
            const std::string successor = text(line, Role::SupersededBy);
            deal.overlap.supersededBy = successor.empty() ? std::nullopt : std::optional(DealId(successor));
        }
    }

    // Sources

    void sources(Deal &deal, Line &line)
    {
        const bool any = has(Role::SourceIds) || has(Role::Publisher) || has(Role::Title) || has(Role::Address);
        std::vector<SourceId> found;
        if (has(Role::SourceIds) && !text(line, Role::SourceIds).empty())
            found = listed(line);
        else if (any)
            if (const auto one = single(line))
                found.push_back(*one);
        if (!found.empty())
            deal.sources = found;
        if (deal.sources.empty()) {
            deal.sources.push_back(fileSource(line));
            setExtra(deal.extras, "importedFrom",
                     "{\"file\": " + io::stringLiteral(m_inputs[line.place->input].name) + ", \"table\": " +
                         io::stringLiteral(line.place->table->name) + ", \"row\": " + std::to_string(line.row->number) + '}');
        }
    }

    std::vector<SourceId> listed(const Line &line)
    {
        std::vector<SourceId> found;
        const auto list = [&](Role role) { return unbarred(plainText(cell(line, role))); };
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
            source.url = webAddress(at(addresses, i)) ? at(addresses, i) : "";
            source.basis = basisOf(at(bases, i)).value_or(SourceBasis::Cited);
            add(source);
            if (std::find(found.begin(), found.end(), source.id) == found.end())
                found.push_back(source.id);
        }
        return found;
    }

    std::optional<SourceId> single(Line &line)
    {
        Source source;
        source.publisher = tidyName(text(line, Role::Publisher));
        source.title = tidyName(text(line, Role::Title));
        source.url = text(line, Role::Address);
        if (source.publisher.empty() && source.title.empty() && source.url.empty())
            return std::nullopt;
        if (!source.url.empty() && !webAddress(source.url)) {
            tell(Finding::Weight::Doubt, line, Role::Address, "is no address of the web; it is kept as it is");
            keepCell(line, Role::Address);
            source.url.clear();
        }
        if (webAddress(source.publisher) && source.url.empty())
            std::swap(source.publisher, source.url);
        if (source.publisher.empty()) {
            const std::size_t host = source.url.find("//");
            source.publisher =
                host == std::string::npos ? "Unknown" : source.url.substr(host + 2, source.url.find('/', host + 2) - host - 2);
        }
        if (source.title.empty())
            source.title = "[no title]";
        source.date = date(line, Role::SourceDate);
        source.basis = basisOf(text(line, Role::SourceBasis)).value_or(SourceBasis::Cited);
        const std::string key =
            source.publisher + '\x1F' + source.title + '\x1F' + source.url + '\x1F' + (source.date ? source.date->iso() : "");
        if (const auto found = m_written.find(key); found != m_written.end())
            return found->second;
        for (const Source &each : std::as_const(m_plan.dataset.sources))
            if (each.publisher == source.publisher && each.title == source.title && each.url == source.url && each.date == source.date) {
                m_written.emplace(key, each.id);
                return each.id;
            }
        const std::string base = slug(source.publisher + ' ' + source.title, "source");
        std::string id = base;
        for (int i = 2; m_sources.contains(id); ++i)
            id = base + '-' + std::to_string(i);
        source.id = SourceId(id);
        add(source);
        m_written.emplace(key, source.id);
        return source.id;
    }

    SourceId fileSource(const Line &line)
    {
        if (!m_fileSource.empty())
            return m_fileSource;
        Source source;
        source.publisher = m_inputs[line.place->input].name;
        const bool only = m_inputs[line.place->input].book.tables.size() == 1 || m_graph;
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

    void add(const Source &source)
    {
        if (m_sources.insert(source.id.text()).second) {
            m_plan.dataset.sources.push_back(source);
            ++m_plan.sourcesMade;
        }
    }

    void take(const Accompanying &with)
    {
        for (const Source &source : with.sources) {
            if (!source.extras.empty() && m_sources.contains(source.id.text()))
                for (Source &each : m_plan.dataset.sources)
                    if (each.id == source.id && each.extras.empty())
                        each.extras = source.extras;
            add(source);
        }
    }

    // The end

    /// Takes back what the native format refuses.
    void mend(Deal &deal, Line &line)
    {
        if (deal.term.start && deal.term.end && *deal.term.end < *deal.term.start) {
            tell(Finding::Weight::Doubt, line, Role::End, "the term ends before it starts; the end was left out");
            keepCell(line, Role::End);
            deal.term.end.reset();
            setExtra(deal.extras, "columns", line.kept + '}');
        }
        if (deal.paid && deal.value.high && *deal.paid > *deal.value.high) {
            tell(Finding::Weight::Loss, line, Role::Paid, "more is paid than the deal is worth; what is paid was left out");
            deal.paid.reset();
        }
        if (deal.overlap.role != OverlapRole::Component)
            deal.overlap.counted = false;
        for (const Bound bound : {Bound::Low, Bound::High}) {
            Money sum;
            for (const CertaintyPart &part : deal.parts)
                sum += std::min(part.value.at(bound), Money::maximum());
            if (!deal.parts.empty() && sum != deal.value.at(bound)) {
                tell(Finding::Weight::Doubt, line, Role::More, "the parts do not add up to the amount; they were left out");
                deal.parts.clear();
            }
        }
    }

    void finish()
    {
        Dataset &dataset = m_plan.dataset;
        for (const auto &[group, umbrella] : m_umbrellas) {
            const bool there = m_deals.contains(umbrella.deal.text());
            const bool all = std::all_of(umbrella.encloses.begin(), umbrella.encloses.end(),
                                         [&](const OrganizationId &id) { return m_parties.byId(id.text()) >= 0; });
            if (there && all)
                dataset.groups[group].umbrella = umbrella;
        }
        const std::size_t first = m_existingDeals();
        for (std::size_t i = 0; i < std::as_const(dataset.deals).size(); ++i) {
            const Deal &deal = std::as_const(dataset.deals)[i];
            if (deal.overlap.supersededBy && !m_deals.contains(deal.overlap.supersededBy->text()))
                dataset.deals[i].overlap.supersededBy.reset();
        }
        circles(first);
        dropStrays();
        m_parties.finish();
        m_plan.parties = m_parties.named();
        m_plan.organizationsMade = std::as_const(dataset.organizations).size() - m_parties.existing();
        if (!m_progress.stop())
            m_plan.offers = mergeOffers(m_plan.parties);
        if (dataset.title.empty() && !m_inputs.empty())
            dataset.title = !m_inputs.front().book.title.empty() ? m_inputs.front().book.title : m_inputs.front().name;
        const auto &deals = std::as_const(dataset.deals);
        const bool published = std::any_of(deals.begin(), deals.end(), [](const Deal &deal) { return deal.value.published(); });
        if (first == 0 && !published && !deals.empty()) {
            dataset.opening.lens = Lens::Deals;
            dataset.opening.filter.publishedOnly = false;
        }
    }

    /// Organisations that only rows without a deal named are not made.
    void dropStrays()
    {
        Dataset &dataset = m_plan.dataset;
        std::unordered_set<std::string_view> used;
        for (const Deal &deal : std::as_const(dataset.deals)) {
            used.insert(deal.supplier.text());
            used.insert(deal.customer.text());
            if (deal.payer && deal.payee) {
                used.insert(deal.payer->text());
                used.insert(deal.payee->text());
            }
        }
        for (const Organization &organization : std::as_const(dataset.organizations))
            if (organization.parent)
                used.insert(organization.parent->text());
        for (const OverlapGroup &group : std::as_const(dataset.groups))
            if (group.umbrella)
                for (const OrganizationId &id : group.umbrella->encloses)
                    used.insert(id.text());
        const auto &all = std::as_const(dataset.organizations);
        const auto stray = [&](std::size_t i) {
            return i >= m_parties.existing() && !m_declared.contains(all[i].id.text()) && !used.contains(all[i].id.text());
        };
        bool any = false;
        for (std::size_t i = 0; i < all.size() && !any; ++i)
            any = stray(i);
        if (!any)
            return;
        RecordList<Organization> kept;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (!stray(i))
                kept.push_back(all[i]);
        dataset.organizations = std::move(kept);
    }

    /// A deal cannot supersede itself, not even over others.
    void circles(std::size_t first)
    {
        Dataset &dataset = m_plan.dataset;
        for (std::size_t i = first; i < std::as_const(dataset.deals).size(); ++i) {
            std::size_t at = i;
            for (std::size_t steps = 0; std::as_const(dataset.deals)[at].overlap.supersededBy; ++steps) {
                at = m_deals.at(std::as_const(dataset.deals)[at].overlap.supersededBy->text());
                if (at == i || steps > 1000) {
                    dataset.deals[i].overlap.supersededBy.reset();
                    break;
                }
            }
        }
    }

    const std::vector<Input> &m_inputs;
    const Mapping &m_mapping;
    const RowChoices &m_choices;
    const Progress &m_progress;
    Plan m_plan;
    Parties m_parties;
    std::vector<Place> m_places;
    Date m_fallback;
    std::array<int, std::size_t(Role::OrganizationMore) + 1> m_columns{};
    std::vector<std::size_t> m_notes;
    std::vector<std::size_t> m_kept;
    std::vector<std::string> m_headers;
    std::unordered_map<std::string, std::size_t> m_rows;
    std::unordered_map<std::string, std::size_t> m_deals;
    std::unordered_map<std::string, int> m_same;
    std::unordered_map<std::string, int> m_suffixes;
    std::unordered_set<std::string> m_sources;
    std::unordered_set<std::string> m_declared;
    std::unordered_map<std::string, SourceId> m_written;
    std::unordered_map<std::string, std::size_t> m_groups;
    std::vector<std::pair<std::size_t, Umbrella>> m_umbrellas;
    std::vector<std::pair<OrganizationId, std::string>> m_parents;
    SourceId m_fileSource;
    std::size_t m_told = 0;
    std::size_t m_done = 0;
    std::size_t m_total = 1;
    bool m_guarded = false;
    bool m_graph = false;
    bool m_strict = false;
};

std::string counted(std::size_t count, const char *one, const char *many)
{
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

} // namespace

Result<Input> readInput(std::string_view bytes, std::string name, const sheets::ReadOptions &options, const Progress &progress)
{
    auto book = graphs::kindOf(bytes) != graphs::GraphKind::None ? graphs::readGraph(bytes, options, progress)
                                                                 : sheets::readSheets(bytes, name, options, progress);
    if (!book)
        return Failure(book.error());
    return Input{std::move(name), std::move(*book)};
}

Mapping guessAll(const std::vector<Input> &inputs)
{
    Mapping mapping;
    for (const Input &input : inputs)
        for (const sheets::Table &table : input.book.tables)
            mapping.tables.push_back(guess(table));
    return mapping;
}

Plan plan(const std::vector<Input> &inputs, const Mapping &mapping, const Dataset &into, const RowChoices &rows, const Progress &progress)
{
    return Planner(inputs, mapping, into, rows, progress).run();
}

std::vector<std::string> summary(const Plan &plan)
{
    std::vector<std::string> lines;
    lines.push_back(counted(plan.organizationsMade, "organisation", "organisations") + ", " + counted(plan.dealsMade, "deal", "deals") +
                    " and " + counted(plan.sourcesMade, "source", "sources") + " made");
    const auto tell = [&](std::size_t count, const char *one, const char *many) {
        if (count)
            lines.push_back(counted(count, one, many));
    };
    tell(plan.count(Outcome::Updated), "row changes a record that was there", "rows change records that were there");
    tell(plan.count(Outcome::Unchanged), "row was there already", "rows were there already");
    tell(plan.count(Outcome::Skipped), "row is skipped", "rows are skipped");
    tell(plan.count(Outcome::LeftOut), "row is left out on request", "rows are left out on request");
    tell(plan.blankRows, "blank row", "blank rows");
    tell(plan.unpublished, "deal publishes no amount", "deals publish no amount");
    tell(plan.undated, "deal has no date of its own", "deals have no date of their own");
    for (const auto &[currency, count] : plan.withoutRate)
        lines.push_back(counted(count, "amount in ", "amounts in ") + currency + " without a rate");
    tell(plan.offers.size(), "pair of names may mean one organisation", "pairs of names may mean one organisation each");
    return lines;
}

std::string describe(const Finding &finding, const std::vector<Input> &inputs)
{
    const Input &input = inputs[finding.input];
    std::string where = io::printable(input.name);
    const bool graph = finding.table < input.book.tables.size() && input.book.tables[finding.table].holds != sheets::Holds::Anything;
    if (input.book.tables.size() > 1 && finding.table < input.book.tables.size() && !graph)
        where += " [" + io::printable(input.book.tables[finding.table].name) + ']';
    if (finding.row)
        where += ':' + std::to_string(finding.row);
    if (finding.column)
        where += ':' + sheets::columnLetters(finding.column - 1);
    const char *weight = finding.weight == Finding::Weight::Skip ? "skipped"
        : finding.weight == Finding::Weight::Loss                ? "not taken"
        : finding.weight == Finding::Weight::Doubt               ? "doubtful"
                                                                 : "note";
    return where + ": " + weight + ": " + (finding.value.empty() ? "" : io::quotation(finding.value) + ' ') + finding.reason;
}

} // namespace dealscape::exchange
