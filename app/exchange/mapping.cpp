// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mapping.h"

#include "graphs/reading.h"

#include <algorithm>
#include <set>

namespace dealscape::exchange {

namespace {

using sheets::Cell;
using sheets::CellKind;
using sheets::Table;

constexpr int searched = 20;

bool isParty(Role role)
{
    using enum Role;
    return role == Payer || role == Payee || role == PayerId || role == PayeeId || role == Supplier || role == Customer || role == Source ||
        role == Target || role == Organisation || role == Partner;
}

bool severalTimes(Role role)
{
    return role == Role::Extra || role == Role::Note || role == Role::Ignored;
}

/// How much a row looks like a header: the strengths of the guesses of its cells; one known word is none.
int headerScore(const sheets::Row &row, Of of)
{
    int score = 0;
    std::set<Role> seen;
    for (const Cell &cell : row.cells) {
        if (cell.kind != CellKind::Text || cell.text.size() > 80)
            continue;
        const HeaderGuess found = guess(cell.text, of);
        if (found.strength > 0 && seen.insert(found.role).second)
            score += found.strength > 1 ? 3 : 1;
    }
    return seen.size() > 1 ? score : 0;
}

bool textsOnly(const sheets::Row &row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell &cell) {
        return (cell.kind == CellKind::Text || cell.kind == CellKind::Empty) && !parseNumber(cell.text, Mark::Point) &&
            !parseDate(cell.text, DayOrder::Unknown).date;
    });
}

int findHeader(const Table &table)
{
    int best = -1;
    int most = 2;
    for (int i = 0; i < std::min(searched, static_cast<int>(table.rows.size())); ++i) {
        const sheets::Row &row = table.rows[static_cast<std::size_t>(i)];
        const int score = std::max(headerScore(row, Of::Deals), headerScore(row, Of::Organizations));
        if (score > most) {
            most = score;
            best = i;
        }
    }
    if (best < 0 && table.rows.size() > 1 && textsOnly(table.rows[0]) && (!textsOnly(table.rows[1]) || table.columns > 1))
        best = textsOnly(table.rows[1]) ? -1 : 0;
    return best;
}

std::string headerOf(const Table &table, int header, std::size_t column)
{
    if (header < 0)
        return "Column " + sheets::columnLetters(column);
    const std::string &text = table.at(static_cast<std::size_t>(header), column).text;
    return text.empty() ? "Column " + sheets::columnLetters(column) : text;
}

struct Guessed {
    std::vector<HeaderGuess> columns;
    int score = 0;
    bool has(Role role) const
    {
        return std::any_of(columns.begin(), columns.end(), [&](const HeaderGuess &each) { return each.role == role; });
    }
    void replace(Role from, Role to)
    {
        for (HeaderGuess &each : columns)
            if (each.role == from)
                each.role = to;
    }
};

/// Guesses for all columns, each role given to the strongest column that wants it.
Guessed guessColumns(const Table &table, int header, Of of)
{
    Guessed guessed;
    for (std::size_t i = 0; i < table.columns; ++i)
        guessed.columns.push_back(header < 0 ? HeaderGuess() : guess(headerOf(table, header, i), of));
    for (std::size_t i = 0; i < table.columns; ++i) {
        HeaderGuess &mine = guessed.columns[i];
        if (severalTimes(mine.role))
            continue;
        for (std::size_t j = 0; j < table.columns; ++j) {
            const HeaderGuess &other = guessed.columns[j];
            if (j != i && other.role == mine.role && (other.strength > mine.strength || (other.strength == mine.strength && j < i))) {
                mine.role = Role::Extra;
                mine.strength = 0;
                break;
            }
        }
        guessed.score += mine.strength;
    }
    return guessed;
}

std::size_t firstRecord(const TableMap &map)
{
    return static_cast<std::size_t>(map.header + 1);
}

/// Whether weights are large enough to be dollars rather than counts.
bool likeDollars(const Table &table, std::size_t column)
{
    std::vector<long double> values;
    for (std::size_t row = 1; row < table.rows.size() && values.size() < 1000; ++row)
        if (const auto value = parseNumber(table.at(row, column).text, Mark::Point))
            values.push_back(*value);
    if (values.empty())
        return false;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2] >= 100'000;
}

bool isPicture(const std::string &header)
{
    const std::string plain = normalized(header);
    for (const std::string_view each : {"x", "y", "z", "size", "color", "colour", "r", "g", "b", "viz", "edgelabel"})
        if (plain == each)
            return true;
    return false;
}

/// The two columns that most look like names, where no header says so.
void guessParties(const Table &table, const TableMap &map, Guessed &guessed)
{
    int found = 0;
    for (std::size_t i = 0; i < table.columns && found < 2; ++i) {
        std::size_t texts = 0;
        std::size_t cells = 0;
        for (std::size_t row = firstRecord(map); row < std::min<std::size_t>(table.rows.size(), 200); ++row) {
            const Cell &cell = table.at(row, i);
            cells += cell.kind != CellKind::Empty;
            texts += cell.kind == CellKind::Text && cell.text.size() <= 120 && !parseNumber(cell.text, Mark::Point) &&
                !parseDate(cell.text, DayOrder::Unknown).date && parseAmount(cell.text, {}).says != Amount::Says::Figure;
        }
        if (guessed.columns[i].strength == 0 && cells > 0 && texts * 10 >= cells * 9)
            guessed.columns[i].role = found++ == 0 ? Role::Source : Role::Target;
    }
    if (found < 2)
        guessed.replace(Role::Source, Role::Extra);
}

void settleDeals(const Table &table, const TableMap &map, Guessed &guessed)
{
    const bool named = guessed.has(Role::Payer) || guessed.has(Role::Payee) || guessed.has(Role::Supplier) || guessed.has(Role::Customer) ||
        guessed.has(Role::PayerId);
    if (table.holds == sheets::Holds::Anything && guessed.has(Role::Source) && !guessed.has(Role::Target) && named)
        guessed.replace(Role::Source, guessed.has(Role::Publisher) ? Role::Title : Role::Publisher);
    if (guessed.has(Role::Target) && !guessed.has(Role::Source))
        guessed.replace(Role::Target, guessed.has(Role::Payee) ? Role::Extra : Role::Payee);
    if (guessed.has(Role::Organisation) && !guessed.has(Role::Partner))
        guessed.replace(Role::Organisation, guessed.has(Role::Payer) ? guessed.has(Role::Payee) ? Role::Extra : Role::Payee : Role::Payer);
    if (guessed.has(Role::Partner) && !guessed.has(Role::Organisation))
        guessed.replace(Role::Partner, guessed.has(Role::Payee) ? guessed.has(Role::Payer) ? Role::Extra : Role::Payer : Role::Payee);
    for (std::size_t i = 0; i < table.columns; ++i) {
        if (normalized(headerOf(table, map.header, i)) != "weight" || guessed.columns[i].role != Role::Extra)
            continue;
        if (guessed.has(Role::Low) && guessed.has(Role::High))
            guessed.columns[i].role = Role::Ignored;
        else if (!guessed.has(Role::Amount) && likeDollars(table, i))
            guessed.columns[i].role = Role::Amount;
    }
    if (guessed.has(Role::Low) && guessed.has(Role::High) && guessed.has(Role::AsAnnounced))
        guessed.replace(Role::Amount, Role::Ignored);
}

Guessed guessGraph(const Table &table)
{
    const bool nodes = table.holds == sheets::Holds::Nodes;
    const std::size_t fixed = nodes ? graphs::nodeColumns : graphs::edgeColumns;
    Guessed guessed = guessColumns(table, 0, nodes ? Of::Organizations : Of::Deals);
    constexpr Role ofNodes[] = {Role::OrganizationId, Role::Name, Role::Parent};
    constexpr Role ofEdges[] = {Role::DealId, Role::Source, Role::Target, Role::Directed};
    const auto nested = [&](const sheets::Row &row) {
        return &row != &table.rows.front() && row.cells.size() > 2 && row.cells[2].kind != CellKind::Empty;
    };
    const bool byAttribute = nodes && std::none_of(table.rows.begin(), table.rows.end(), nested);
    for (std::size_t i = 0; i < guessed.columns.size(); ++i) {
        HeaderGuess &mine = guessed.columns[i];
        if (byAttribute && i >= fixed && headerOf(table, 0, i) == info(Role::Parent).word) {
            mine.role = Role::Parent;
            guessed.columns[2].role = Role::Ignored;
            continue;
        }
        if (i < fixed) {
            mine = {nodes ? ofNodes[i] : ofEdges[i], 3, {}};
            continue;
        }
        const auto clash = [&](Role role) { return mine.role == role; };
        if (nodes ? std::any_of(std::begin(ofNodes), std::end(ofNodes), clash) : std::any_of(std::begin(ofEdges), std::end(ofEdges), clash))
            mine.role = Role::Extra;
        if (isPicture(headerOf(table, 0, i)))
            mine.role = Role::Ignored;
    }
    return guessed;
}

TableMap::Use useOf(const Table &table, const Guessed &deals, const Guessed &organizations)
{
    const std::string name = normalized(table.name);
    if (name.find("ignore") != std::string::npos || name == "read me" || name == "readme")
        return TableMap::Use::Ignored;
    const auto parties =
        std::count_if(deals.columns.begin(), deals.columns.end(), [](const HeaderGuess &each) { return isParty(each.role); });
    if (parties >= 2)
        return TableMap::Use::Deals;
    if (organizations.has(Role::Name) && organizations.score >= 5)
        return TableMap::Use::Organizations;
    return TableMap::Use::Deals;
}

void tellMark(const Table &table, const TableMap &map, std::size_t column, ColumnMap &result)
{
    std::array<std::size_t, 3> counts{};
    std::array<std::string, 3> samples;
    std::size_t unclear = 0;
    std::string unclearSample;
    for (std::size_t row = firstRecord(map); row < table.rows.size(); ++row) {
        const Cell &cell = table.at(row, column);
        if (cell.kind != CellKind::Text)
            continue;
        const MarkEvidence found = markEvidence(cell.text);
        const auto index = static_cast<std::size_t>(found.mark);
        if (found.mark != Mark::Unknown && counts[index]++ == 0)
            samples[index] = cell.text;
        if (found.ambiguous && unclear++ == 0)
            unclearSample = cell.text;
    }
    const auto points = counts[static_cast<std::size_t>(Mark::Point)];
    const auto commas = counts[static_cast<std::size_t>(Mark::Comma)];
    if (points + commas == 0 && unclear == 0)
        return;
    const auto cells = [](std::size_t count) { return std::to_string(count) + (count == 1 ? " cell" : " cells"); };
    if (result.mark == Mark::Unknown && points != commas)
        result.mark = points > commas ? Mark::Point : Mark::Comma;
    const auto used = static_cast<std::size_t>(result.mark);
    if (result.mark != Mark::Unknown && counts[used])
        result.evidence = "\"" + samples[used] + "\" in " + cells(counts[used]);
    if (points && commas) {
        const auto other = static_cast<std::size_t>(result.mark == Mark::Point ? Mark::Comma : Mark::Point);
        result.evidence += (result.evidence.empty() ? "\"" : ", but \"") + samples[other] + "\" in " + cells(counts[other]);
    }
    result.asks = result.mark == Mark::Unknown;
    if (result.asks)
        result.evidence = "\"" + (unclearSample.empty() ? samples[1] : unclearSample) + "\" may have a decimal point or parted thousands";
}

void tellOrder(const Table &table, const TableMap &map, std::size_t column, ColumnMap &result)
{
    std::size_t dayFirst = 0;
    std::size_t monthFirst = 0;
    std::size_t unclear = 0;
    std::string daySample;
    std::string monthSample;
    std::string unclearSample;
    bool points = false;
    for (std::size_t row = firstRecord(map); row < table.rows.size(); ++row) {
        const Cell &cell = table.at(row, column);
        if (cell.kind != CellKind::Text)
            continue;
        const DateReading found = parseDate(cell.text, DayOrder::Unknown);
        if (found.order == DayOrder::DayFirst && dayFirst++ == 0)
            daySample = cell.text;
        if (found.order == DayOrder::MonthFirst && monthFirst++ == 0)
            monthSample = cell.text;
        if (found.ambiguous && unclear++ == 0) {
            unclearSample = cell.text;
            points = cell.text.find('.') != std::string::npos;
        }
    }
    if (dayFirst + monthFirst + unclear == 0)
        return;
    const auto cells = [](std::size_t count) { return std::to_string(count) + (count == 1 ? " cell" : " cells"); };
    if (result.order == DayOrder::Unknown && dayFirst != monthFirst)
        result.order = dayFirst > monthFirst ? DayOrder::DayFirst : DayOrder::MonthFirst;
    if (result.order == DayOrder::Unknown && points)
        result.order = DayOrder::DayFirst;
    if (dayFirst)
        result.evidence = "\"" + daySample + "\": the day first in " + cells(dayFirst);
    if (monthFirst)
        result.evidence += (dayFirst ? ", but \"" : "\"") + monthSample + "\": the month first in " + cells(monthFirst);
    result.asks = result.order == DayOrder::Unknown;
    if (result.asks)
        result.evidence = "\"" + unclearSample + "\" may have the day or the month first";
}

} // namespace

void findEvidence(const Table &table, TableMap &map)
{
    using enum Role;
    for (std::size_t i = 0; i < map.columns.size(); ++i) {
        ColumnMap &column = map.columns[i];
        column.evidence.clear();
        column.asks = false;
        if (column.role == Amount || column.role == Low || column.role == High || column.role == Paid || column.role == Gigawatts ||
            column.role == Megawatts || column.role == Valuation)
            tellMark(table, map, i, column);
        if (column.role == Announced || column.role == Start || column.role == End || column.role == SourceDate ||
            column.role == ValuationDate)
            tellOrder(table, map, i, column);
    }
    // One hand writes one sign: a column that decides nothing follows those that do.
    const auto decided =
        std::find_if(map.columns.begin(), map.columns.end(), [](const ColumnMap &each) { return each.mark == Mark::Comma; });
    for (ColumnMap &column : map.columns)
        if (column.asks && column.mark == Mark::Unknown && column.order == DayOrder::Unknown && decided != map.columns.end() &&
            column.role != Announced)
        {
            column.mark = Mark::Comma;
            column.asks = false;
            column.evidence = "as in \"" + decided->header + "\"";
        }
}

TableMap guess(const Table &table)
{
    TableMap map;
    const bool graph = table.holds != sheets::Holds::Anything;
    map.header = graph ? 0 : findHeader(table);
    Guessed deals = graph ? guessGraph(table) : guessColumns(table, map.header, Of::Deals);
    Guessed organizations = graph ? deals : guessColumns(table, map.header, Of::Organizations);
    map.use = table.holds == sheets::Holds::Nodes ? TableMap::Use::Organizations
        : table.holds == sheets::Holds::Edges     ? TableMap::Use::Deals
                                                  : useOf(table, deals, organizations);
    if (table.hidden && table.rows.empty())
        map.use = TableMap::Use::Ignored;
    if (map.use == TableMap::Use::Deals) {
        settleDeals(table, map, deals);
        if (std::none_of(deals.columns.begin(), deals.columns.end(), [](const HeaderGuess &each) { return isParty(each.role); }))
            guessParties(table, map, deals);
    }
    const Guessed &used = map.use == TableMap::Use::Organizations ? organizations : deals;
    for (std::size_t i = 0; i < table.columns; ++i) {
        ColumnMap column;
        column.header = headerOf(table, map.header, i);
        column.role = used.columns[i].role;
        column.scale = used.columns[i].hints.scale.value_or(0);
        column.currency = used.columns[i].hints.currency;
        map.columns.push_back(std::move(column));
    }
    findEvidence(table, map);
    return map;
}

int apply(const Mapping &remembered, Mapping &guessed)
{
    int taken = 0;
    for (TableMap &map : guessed.tables) {
        const TableMap *best = nullptr;
        for (const TableMap &candidate : remembered.tables) {
            const bool all = std::all_of(candidate.columns.begin(), candidate.columns.end(), [&](const ColumnMap &each) {
                return std::any_of(map.columns.begin(), map.columns.end(),
                                   [&](const ColumnMap &mine) { return mine.header == each.header; });
            });
            if (all && !candidate.columns.empty() && (!best || candidate.columns.size() > best->columns.size()))
                best = &candidate;
        }
        if (!best)
            continue;
        ++taken;
        map.use = best->use;
        std::map<std::string, int> seen;
        for (ColumnMap &column : map.columns) {
            int skip = seen[column.header]++;
            for (const ColumnMap &said : best->columns)
                if (said.header == column.header && skip-- == 0) {
                    column.role = said.role;
                    column.scale = said.scale;
                    column.currency = said.currency;
                    column.mark = said.mark != Mark::Unknown ? said.mark : column.mark;
                    column.order = said.order != DayOrder::Unknown ? said.order : column.order;
                    column.asks = column.asks && said.mark == Mark::Unknown && said.order == DayOrder::Unknown;
                }
        }
    }
    const Choices &said = remembered.choices;
    Choices &choices = guessed.choices;
    choices.rates.insert(choices.rates.end(), said.rates.begin(), said.rates.end());
    choices.merges.insert(choices.merges.end(), said.merges.begin(), said.merges.end());
    choices.turnNegative = choices.turnNegative || said.turnNegative;
    choices.keepRepeats = choices.keepRepeats || said.keepRepeats;
    choices.date = choices.date ? choices.date : said.date;
    if (said.powerLayer != PowerLayer::Context)
        choices.powerLayer = said.powerLayer;
    return taken;
}

std::string signature(const TableMap &map)
{
    std::string text;
    for (const ColumnMap &column : map.columns)
        text += column.header + '\x1F';
    return text;
}

} // namespace dealscape::exchange
