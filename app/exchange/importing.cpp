// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/importing.h"

#include "exchange/citing.h"
#include "exchange/ends.h"
#include "exchange/figures.h"
#include "exchange/more.h"
#include "exchange/parties.h"
#include "exchange/rows.h"
#include "exchange/words.h"
#include "graphs/reading.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace dealscape::exchange {

namespace {

using sheets::Cell;

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

/// Rows are the same when their cells have the same texts.
struct RowHash {
    std::size_t operator()(const sheets::Row *row) const
    {
        std::size_t all = row->cells.size();
        for (const Cell &cell : row->cells)
            all = all * 1099511628211U ^ std::hash<std::string_view>()(cell.text);
        return all;
    }
};
struct RowSame {
    bool operator()(const sheets::Row *a, const sheets::Row *b) const
    {
        return std::equal(a->cells.begin(), a->cells.end(), b->cells.begin(), b->cells.end(),
                          [](const Cell &x, const Cell &y) { return x.text == y.text; });
    }
};

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
          m_parties(m_plan.dataset, mapping.choices.merges),
          m_in(m_plan),
          m_figures(mapping.choices, m_plan, m_in),
          m_citing(inputs, m_plan, m_in),
          m_ends(m_plan.dataset, m_parties, m_in)
    {
        m_fallback = mapping.choices.date ? *mapping.choices.date : into.asOf ? *into.asOf : Date{2000, 0, 0};
        const Dataset &dataset = m_plan.dataset;
        for (std::size_t i = 0; i < dataset.deals.size(); ++i) {
            m_deals.emplace(dataset.deals[i].id.text(), i);
            ++m_same[keyOf(dataset.deals[i])];
        }
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
    using Place = Rows::Place;
    using Line = Rows::Line;

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
        m_ends.setStrict(nodes);
    }

    std::size_t tableNamed(std::size_t input, const std::string &name) const
    {
        const auto &tables = m_inputs[input].book.tables;
        for (std::size_t i = 0; i < tables.size(); ++i)
            if (tables[i].name == name)
                return i;
        return 0;
    }

    void read(const Place &place)
    {
        m_in.enter(place, m_inputs[place.input].book.format);
        m_citing.enter();
        m_plan.blankRows += place.table->blankRows;
        m_rows.clear();
        m_rows.reserve(place.table->rows.size());
        m_deals.reserve(m_deals.size() + place.table->rows.size());
        const auto header = static_cast<std::size_t>(std::max(place.map->header, -1) + 1);
        for (std::size_t i = 0; i < place.table->rows.size(); ++i, ++m_done) {
            Line line{&place, &place.table->rows[i], i, {}};
            if (i < header) {
                if (i + 1 < header)
                    m_in.tell(Finding::Weight::Remark, line, std::nullopt, line.row->cells.front().text,
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
        return !m_in.graph() && header.cells.size() == line.row->cells.size() && header.cells == line.row->cells;
    }

    Outcome readRow(Line &line)
    {
        const RowKey key{line.place->flat, line.position};
        if (m_choices.leftOut.contains(key))
            return Outcome::LeftOut;
        if (repeatsHeader(line)) {
            m_in.tell(Finding::Weight::Skip, line, std::nullopt, line.row->cells.front().text, "repeats the header");
            return Outcome::Skipped;
        }
        if (!m_in.graph() && line.place->map->use == TableMap::Use::Deals && !m_mapping.choices.keepRepeats &&
            !m_choices.kept.contains(key)) {
            const auto [first, fresh] = m_rows.insert(line.row);
            if (!fresh) {
                m_in.tell(Finding::Weight::Skip, line, std::nullopt, line.row->cells.front().text,
                          "repeats row " + std::to_string((*first)->number));
                return Outcome::Skipped;
            }
        }
        m_in.keepRest(line);
        return line.place->map->use == TableMap::Use::Organizations ? organizationRow(line) : dealRow(line);
    }

    // Organisations

    Outcome organizationRow(Line &line)
    {
        const std::string name = m_in.whole(line, Role::Name);
        Parties::Mention mention{
            m_in.text(line, Role::OrganizationId), m_in.country(line, Role::Country), m_in.text(line, Role::Ticker), {}};
        if (withoutBlanks(name).empty() && mention.id.empty())
            return m_in.skip(line, m_in.has(Role::Name) ? Role::Name : Role::OrganizationId, "has no name");
        const std::size_t before = std::as_const(m_plan.dataset.organizations).size();
        const int position = m_parties.find(withoutBlanks(name).empty() ? mention.id : name, mention);
        m_declared.insert(m_ends.idAt(position).text());
        const bool fresh = static_cast<std::size_t>(position) >= before;
        Organization organization = std::as_const(m_plan.dataset.organizations)[static_cast<std::size_t>(position)];
        const Organization old = organization;
        fill(organization, line, fresh);
        if (!fresh && static_cast<std::size_t>(position) >= m_parties.existing() && !m_in.graph())
            m_in.tell(Finding::Weight::Remark, line, Role::Name, "names an organisation again, which takes what this row adds");
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
            if (std::string said = m_in.whole(line, role); !withoutBlanks(said).empty())
                member = std::move(said);
        };
        if (const std::string name = tidyName(m_in.whole(line, Role::Name)); !name.empty())
            organization.name = name;
        set(Role::ShortName, organization.shortName);
        set(Role::OrganizationKind, organization.kind);
        set(Role::Listing, organization.listing.status);
        set(Role::Ticker, organization.listing.ticker);
        set(Role::Exchange, organization.listing.exchange);
        set(Role::Wikidata, organization.wikidata);
        if (const std::string layer = m_in.text(line, Role::Layer); !layer.empty()) {
            organization.layer = m_parties.layerOf(layer);
            if (organization.layer.text() == "unclassified" && layer != "unclassified")
                m_in.keepCell(line, Role::Layer);
        } else if (fresh && organization.layer.empty()) {
            organization.layer = m_parties.layerOf("");
        }
        if (const std::string code = m_in.country(line, Role::Country); !code.empty())
            organization.country = code;
        else if (!m_in.text(line, Role::Country).empty()) {
            m_in.tell(Finding::Weight::Doubt, line, Role::Country, "is no country that is known; it is kept as it is");
            m_in.keepCell(line, Role::Country);
        }
        if (const std::string parent = m_in.text(line, Role::Parent); !parent.empty())
            m_parents.emplace_back(organization.id, parent);
        m_in.note(organization.note, line);
        m_figures.valuation(organization, line, m_fallback);
        if (const std::string more = m_in.whole(line, Role::OrganizationMore); !more.empty()) {
            Accompanying with;
            if (!takeMore(more, organization, with))
                m_in.tell(Finding::Weight::Loss, line, Role::OrganizationMore, "is not the JSON that an export writes here");
            m_citing.take(with);
        }
        if (!line.kept.empty())
            setExtra(organization.extras, "columns", line.kept + '}');
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

    // Deals

    Outcome dealRow(Line &line)
    {
        const Ends found = m_ends.find(line);
        if (!found.missing.empty())
            return m_in.skip(line, found.at, "is no node of the graph");
        if (!found.supplier || !found.customer)
            return m_in.skip(line, m_ends.missingParty(found), "a party is missing");
        if (*found.supplier == *found.customer || (found.payer && found.payer == found.payee)) {
            m_in.tell(Finding::Weight::Skip, line, std::nullopt, "", "both parties are the same organisation, " + nameOf(*found.supplier));
            return Outcome::Skipped;
        }
        Deal deal;
        const std::string id = m_in.text(line, Role::DealId);
        const auto known = m_deals.find(id);
        const bool again = !id.empty() && known != m_deals.end();
        const bool fromFile = again && known->second >= m_existingDeals();
        bool update = again && !fromFile && sameEnds(std::as_const(m_plan.dataset.deals)[known->second], found);
        if (update)
            deal = std::as_const(m_plan.dataset.deals)[known->second];
        const std::optional<Deal> old = update ? std::optional(deal) : std::nullopt;
        deal.supplier = *found.supplier;
        deal.customer = *found.customer;
        deal.payer = found.payer && found.payee ? found.payer : std::nullopt;
        deal.payee = deal.payer ? found.payee : std::nullopt;
        fill(deal, line);
        if (deal.id.empty() && !id.empty() && !again)
            deal.id = DealId(id);
        if (again && !update && !id.empty())
            m_in.tell(Finding::Weight::Remark, line, Role::DealId, "is the id of another deal; this one gets an id of its own");
        if (!deal.draft)
            mend(deal, line);
        if (old) {
            if (deal == *old)
                return Outcome::Unchanged;
            m_plan.dataset.deals[known->second] = std::move(deal);
            return Outcome::Updated;
        }
        if (!m_same.empty())
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
        if (!m_deals.contains(base))
            return DealId(base);
        std::string id = base;
        for (int &next = m_suffixes[base]; m_deals.contains(id); id = base + '-' + std::to_string(next + 1))
            ++next;
        return DealId(id);
    }

    void fill(Deal &deal, Line &line)
    {
        if (m_in.has(Role::Headline))
            deal.headline = m_in.whole(line, Role::Headline);
        if (m_in.has(Role::StatusDetail))
            deal.statusDetail = m_in.whole(line, Role::StatusDetail);
        if (m_in.has(Role::Commitment))
            deal.commitment = m_in.whole(line, Role::Commitment);
        words(deal, line);
        dates(deal, line);
        deal.value = m_in.has(Role::Amount) || m_in.has(Role::Low) || m_in.has(Role::High) ? MoneyRange() : deal.value;
        if (m_in.has(Role::AsAnnounced))
            deal.asAnnounced = m_in.whole(line, Role::AsAnnounced);
        m_figures.amounts(deal, line);
        m_figures.power(deal, line);
        m_in.note(deal.note, line);
        overlap(deal, line);
        if (m_in.has(Role::More)) {
            Accompanying with;
            const std::string more = m_in.whole(line, Role::More);
            if (!more.empty() && !takeMore(more, deal, with))
                m_in.tell(Finding::Weight::Loss, line, Role::More, "is not the JSON that an export writes here");
            m_citing.take(with);
            if (with.umbrella && !deal.overlap.group.empty() && m_groups.contains(deal.overlap.group.text())) {
                with.umbrella->deal = DealId(m_in.text(line, Role::DealId));
                m_umbrellas.emplace_back(m_groups[deal.overlap.group.text()], *with.umbrella);
            }
        }
        m_citing.cite(deal, line);
        if (!line.kept.empty())
            setExtra(deal.extras, "columns", line.kept + '}');
    }

    void words(Deal &deal, Line &line)
    {
        const bool kind = m_in.take(
            line, Role::Kind, [](const std::string &text) { return kindOf(text); }, deal.kind, "kind of deal");
        const bool flow = m_in.take(
            line, Role::FlowClass, [](const std::string &text) { return flowOf(text); }, deal.flow, "flow class");
        if (kind && !flow && !m_in.has(Role::FlowClass))
            deal.flow = flowOf(deal.kind);
        const bool status = m_in.take(
            line, Role::Status, [](const std::string &text) { return statusOf(text); }, deal.status, "status");
        const bool sure = m_in.take(
            line, Role::Certainty, [](const std::string &text) { return certaintyOf(text); }, deal.certainty, "certainty");
        if (status && !sure && !m_in.has(Role::Certainty))
            deal.certainty = certaintyOf(deal.status);
        m_in.take(
            line, Role::Confidence, [](const std::string &text) { return confidenceOf(text); }, deal.confidence, "confidence");
        if (const std::string tier = m_in.text(line, Role::Tier); tier.size() == 1 && tier[0] >= '1' && tier[0] <= '9')
            deal.tier = tier[0] - '0';
    }

    void dates(Deal &deal, Line &line)
    {
        if (const auto announced = m_in.date(line, Role::Announced)) {
            deal.announced = *announced;
        } else {
            if (!m_in.text(line, Role::Announced).empty())
                m_in.keepCell(line, Role::Announced);
            if (deal.announced.year == 0) {
                deal.announced = m_fallback;
                deal.unsourced.push_back("date");
                ++m_plan.undated;
            }
        }
        const auto year = [&](Role role, std::optional<int> &member) {
            if (!m_in.has(role))
                return;
            const auto read = m_in.date(line, role);
            member = read ? std::optional(read->year) : std::nullopt;
            if (!read && !m_in.text(line, role).empty())
                m_in.keepCell(line, role);
        };
        year(Role::Start, deal.term.start);
        year(Role::End, deal.term.end);
    }

    void overlap(Deal &deal, Line &line)
    {
        if (const std::string group = m_in.text(line, Role::Group); !group.empty()) {
            deal.overlap.group = GroupId(group);
            const std::string explanation = m_in.whole(line, Role::GroupText);
            const auto [place, fresh] = m_groups.try_emplace(group, std::as_const(m_plan.dataset.groups).size());
            if (fresh)
                m_plan.dataset.groups.push_back({GroupId(group), explanation, {}, {}});
        }
        m_in.take(
            line, Role::OverlapRole, [](const std::string &text) { return overlapRoleOf(text); }, deal.overlap.role, "overlap role");
        m_in.take(
            line, Role::Counted, [](const std::string &text) { return truthOf(text); }, deal.overlap.counted, "yes or no");
        if (m_in.has(Role::SupersededBy)) {
            const std::string successor = m_in.text(line, Role::SupersededBy);
            deal.overlap.supersededBy = successor.empty() ? std::nullopt : std::optional(DealId(successor));
        }
    }

    // The end

    /// Takes back what the native format refuses.
    void mend(Deal &deal, Line &line)
    {
        if (deal.term.start && deal.term.end && *deal.term.end < *deal.term.start) {
            m_in.tell(Finding::Weight::Doubt, line, Role::End, "the term ends before it starts; the end was left out");
            m_in.keepCell(line, Role::End);
            deal.term.end.reset();
            setExtra(deal.extras, "columns", line.kept + '}');
        }
        if (deal.paid && deal.value.high && *deal.paid > *deal.value.high) {
            m_in.tell(Finding::Weight::Loss, line, Role::Paid, "more is paid than the deal is worth; what is paid was left out");
            deal.paid.reset();
        }
        if (deal.overlap.role != OverlapRole::Component)
            deal.overlap.counted = false;
        for (const Bound bound : {Bound::Low, Bound::High}) {
            Money sum;
            for (const CertaintyPart &part : deal.parts)
                sum += std::min(part.value.at(bound), Money::maximum());
            if (!deal.parts.empty() && sum != deal.value.at(bound)) {
                m_in.tell(Finding::Weight::Doubt, line, Role::More, "the parts do not add up to the amount; they were left out");
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
    Rows m_in;
    Figures m_figures;
    Citing m_citing;
    EndFinder m_ends;
    std::vector<Place> m_places;
    Date m_fallback;
    std::unordered_set<const sheets::Row *, RowHash, RowSame> m_rows;
    std::unordered_map<std::string, std::size_t> m_deals;
    std::unordered_map<std::string, int> m_same;
    std::unordered_map<std::string, int> m_suffixes;
    std::unordered_set<std::string> m_declared;
    std::unordered_map<std::string, std::size_t> m_groups;
    std::vector<std::pair<std::size_t, Umbrella>> m_umbrellas;
    std::vector<std::pair<OrganizationId, std::string>> m_parents;
    std::size_t m_done = 0;
    std::size_t m_total = 1;
};

} // namespace

Result<Input> readInput(std::string_view bytes, std::string name, const sheets::ReadOptions &options, const Progress &progress)
{
    auto book = graphs::kindOf(bytes) != graphs::GraphKind::None ? graphs::readGraph(bytes, options, progress)
                                                                 : sheets::readSheets(bytes, name, options, progress);
    if (!book)
        return Failure(book.error());
    return Input{std::move(name), std::move(*book), {}};
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

} // namespace dealscape::exchange
