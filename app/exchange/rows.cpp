// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/rows.h"

#include "domain/ascii.h"
#include "exchange/words.h"
#include "io/jsontext.h"
#include "sheets/writing.h"

#include <QString>

#include <map>
#include <utility>

namespace dealscape::exchange {

namespace {

using sheets::Cell;
using sheets::CellKind;

constexpr std::size_t toldRemarks = 5000;

} // namespace

std::string withoutBlanks(std::string_view text)
{
    text = trimmed(text);
    if (text.empty())
        return {};
    const auto beyondAscii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (!beyondAscii(text.front()) && !beyondAscii(text.back()))
        return std::string(text);
    return QString::fromUtf8(text).trimmed().toStdString();
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

void Rows::enter(const Place &place, const std::string &format)
{
    index(*place.map);
    m_guarded = format == "CSV" || format == "TSV";
    m_graph = place.table->holds != sheets::Holds::Anything;
}

void Rows::keepRest(Line &line)
{
    for (const std::size_t i : m_kept)
        if (i < line.row->cells.size() && line.row->cells[i].kind != CellKind::Empty)
            keep(line, m_headers[i], plainText(line.row->cells[i]));
}

void Rows::index(const TableMap &map)
{
    m_columns.fill(-1);
    m_notes.clear();
    m_kept.clear();
    for (std::size_t i = 0; i < map.columns.size(); ++i) {
        const Role role = map.columns[i].role;
        if (role == Role::Ignored)
            continue;
        int &first = m_columns[static_cast<std::size_t>(role)];
        if (role == Role::Note || role == Role::OrganizationNote)
            m_notes.push_back(i);
        else if (role == Role::Extra || first >= 0)
            m_kept.push_back(i);
        else
            first = static_cast<int>(i);
    }
    m_headers.clear();
    std::map<std::string, int> seen;
    for (const ColumnMap &column : map.columns) {
        const int count = ++seen[column.header];
        m_headers.push_back(count > 1 ? column.header + " (" + std::to_string(count) + ')' : column.header);
    }
}

const Cell &Rows::cell(const Line &line, Role role) const
{
    static const Cell nothing;
    if (!has(role) || column(role) >= line.row->cells.size())
        return nothing;
    return line.row->cells[column(role)];
}

std::string_view Rows::plainText(const Cell &cell) const
{
    return m_guarded && cell.kind == CellKind::Text ? sheets::unguarded(cell.text) : std::string_view(cell.text);
}

void Rows::tell(Finding::Weight weight, const Line &line, std::optional<std::size_t> column, std::string value, std::string reason)
{
    const bool light = weight == Finding::Weight::Remark || weight == Finding::Weight::Doubt;
    if (light && ++m_told > toldRemarks) {
        ++m_findings.untold;
        return;
    }
    m_findings.findings.push_back(
        {weight, line.place->input, line.place->index, line.row->number, column ? *column + 1 : 0, std::move(value), std::move(reason)});
}

void Rows::tell(Finding::Weight weight, const Line &line, Role role, std::string reason)
{
    tell(weight, line, has(role) ? std::optional(column(role)) : std::nullopt, text(line, role), std::move(reason));
}

void Rows::keep(Line &line, const std::string &header, std::string_view value)
{
    line.kept += line.kept.empty() ? "{" : ", ";
    line.kept += io::stringLiteral(header) + ": " + io::stringLiteral(value);
}

void Rows::keepCell(Line &line, Role role)
{
    keep(line, m_headers[column(role)], text(line, role));
}

Outcome Rows::skip(const Line &line, Role role, std::string reason)
{
    tell(Finding::Weight::Skip, line, role, std::move(reason));
    return Outcome::Skipped;
}

std::string Rows::country(const Line &line, Role role) const
{
    const std::string said = text(line, role);
    return said.empty() ? said : countryOf(said);
}

void Rows::note(std::string &note, const Line &line) const
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

std::optional<Date> Rows::date(const Line &line, Role role)
{
    const Cell &said = cell(line, role);
    if (said.kind == CellKind::Empty)
        return std::nullopt;
    const DateReading read = parseDate(withoutBlanks(said.text), has(role) ? mapOf(line, role).order : DayOrder::Unknown);
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

} // namespace dealscape::exchange
