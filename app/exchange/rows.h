// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/importing.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealscape::exchange {

/// The text without blanks at its ends, those of Unicode too: what is nothing then is no name to tidyName() either.
std::string withoutBlanks(std::string_view text);

/// Sets a member that a record carries along.
void setExtra(Extras &extras, const std::string &key, std::string json);

/// The cells of the rows of one table by what their columns mean, and the place where what is to be known of them is told.
class Rows {
public:
    /// Where a table stands, and what it means.
    struct Place {
        std::size_t input = 0;
        std::size_t index = 0;
        /// Counted over all inputs.
        std::size_t flat = 0;
        const sheets::Table *table = nullptr;
        const TableMap *map = nullptr;
    };
    /// One row on its way: where it is, and what is kept of it as it is, as the beginning of a JSON object.
    struct Line {
        const Place *place = nullptr;
        const sheets::Row *row = nullptr;
        std::size_t position = 0;
        std::string kept;
    };

    explicit Rows(Plan &findings) : m_findings(findings) {}

    /// Turns to the rows of a table in a file of some format.
    void enter(const Place &place, const std::string &format);
    /// Whether the table is one of a graph.
    bool graph() const { return m_graph; }

    bool has(Role role) const { return m_columns[static_cast<std::size_t>(role)] >= 0; }
    std::size_t column(Role role) const { return static_cast<std::size_t>(m_columns[static_cast<std::size_t>(role)]); }
    const sheets::Cell &cell(const Line &line, Role role) const;
    std::string_view plainText(const sheets::Cell &cell) const;
    std::string text(const Line &line, Role role) const { return withoutBlanks(plainText(cell(line, role))); }
    /// Blanks at the ends belong to a text of our own.
    std::string whole(const Line &line, Role role) const { return std::string(plainText(cell(line, role))); }
    const ColumnMap &mapOf(const Line &line, Role role) const { return line.place->map->columns[column(role)]; }
    std::string country(const Line &line, Role role) const;
    std::optional<Date> date(const Line &line, Role role);
    /// The columns of the note, joined.
    void note(std::string &note, const Line &line) const;

    void tell(Finding::Weight weight, const Line &line, std::optional<std::size_t> column, std::string value, std::string reason);
    void tell(Finding::Weight weight, const Line &line, Role role, std::string reason);
    Outcome skip(const Line &line, Role role, std::string reason);

    void keep(Line &line, const std::string &header, std::string_view value);
    void keepCell(Line &line, Role role);
    /// Keeps the cells of columns that mean nothing.
    void keepRest(Line &line);

    /// Reads a cell as a word of ours; one that is not known is told and kept. Whether it was.
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

private:
    void index(const TableMap &map);

    Plan &m_findings;
    std::array<int, std::size_t(Role::OrganizationMore) + 1> m_columns{};
    std::vector<std::size_t> m_notes;
    std::vector<std::size_t> m_kept;
    std::vector<std::string> m_headers;
    std::size_t m_told = 0;
    bool m_guarded = false;
    bool m_graph = false;
};

} // namespace dealscape::exchange
