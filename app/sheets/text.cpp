// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/encoding.h"
#include "sheets/reading.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace dealscape::sheets {

namespace {

/// Splits text into records. Quotes are literal from the ninth unclosed one on, so that time stays linear.
class Splitter {
public:
    Splitter(std::string_view text, char delimiter, const Limits &limits) : m_text(text), m_delimiter(delimiter), m_limits(limits)
    {
        m_special.fill(false);
        for (const char c : {delimiter, '\n', '\r'})
            m_special[static_cast<unsigned char>(c)] = true;
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    std::size_t offset() const { return m_at; }
    const std::string &error() const { return m_error; }
    const std::vector<std::pair<std::size_t, std::string>> &remarks() const { return m_remarks; }

    /// The next record with the line it starts on; false at an error.
    bool record(Row &row)
    {
        row.cells.clear();
        row.number = m_line;
        for (;;) {
            if (row.cells.size() >= m_limits.columns) {
                m_error = "line " + std::to_string(m_line) + " has more than " + std::to_string(m_limits.columns) + " fields";
                return false;
            }
            Cell &cell = row.cells.emplace_back();
            if (!field(cell.text))
                return false;
            cell.kind = cell.text.empty() ? CellKind::Empty : CellKind::Text;
            if (atEnd())
                return true;
            const char c = m_text[m_at++];
            if (c == m_delimiter)
                continue;
            if (c == '\r' && !atEnd() && m_text[m_at] == '\n')
                ++m_at;
            ++m_line;
            return true;
        }
    }

private:
    bool field(std::string &text)
    {
        if (!atEnd() && m_text[m_at] == '"' && m_at != m_literal && m_unclosed < 9)
            return quoted(text);
        const std::size_t begin = m_at;
        skip();
        text.assign(m_text.substr(begin, m_at - begin));
        return fits(text.size());
    }

    void skip()
    {
        while (m_at < m_text.size() && !m_special[static_cast<unsigned char>(m_text[m_at])])
            ++m_at;
    }

    bool quoted(std::string &text)
    {
        const std::size_t begin = m_at;
        std::size_t lines = 0;
        for (++m_at;;) {
            const std::size_t end = m_text.find('"', m_at);
            if (end == std::string_view::npos) {
                remark("the quote that opens here is never closed, and was taken as a letter");
                ++m_unclosed;
                m_literal = m_at = begin;
                text.clear();
                return field(text);
            }
            const std::string_view piece = m_text.substr(m_at, end - m_at);
            lines += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
            text += piece;
            m_at = end + 1;
            if (atEnd() || m_text[m_at] != '"')
                break;
            text += '"';
            ++m_at;
        }
        const std::size_t stray = m_at;
        skip();
        if (m_at > stray) {
            remark("text after a closing quote was kept");
            text += m_text.substr(stray, m_at - stray);
        }
        m_line += lines;
        return fits(text.size());
    }

    bool fits(std::size_t size)
    {
        if (size > m_limits.text)
            m_error = "line " + std::to_string(m_line) + " holds a text of more than " + std::to_string(m_limits.text) + " bytes";
        return size <= m_limits.text;
    }

    void remark(std::string text)
    {
        if (m_remarks.size() < 100)
            m_remarks.emplace_back(m_line, std::move(text));
    }

    std::string_view m_text;
    char m_delimiter;
    const Limits &m_limits;
    std::array<bool, 256> m_special{};
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_literal = std::string_view::npos;
    int m_unclosed = 0;
    std::string m_error;
    std::vector<std::pair<std::size_t, std::string>> m_remarks;
};

bool blank(const Row &row)
{
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const Cell &cell) { return cell.text.find_first_not_of(" \t\xC2\xA0") == std::string::npos; });
}

/// How far the first hundred records agree on a number of fields above one: share times fields, so that equal shares prefer more.
double agreement(std::string_view text, char delimiter, const Limits &limits)
{
    Splitter splitter(text, delimiter, limits);
    std::map<std::size_t, int> widths;
    int records = 0;
    Row row;
    while (records < 100 && !splitter.atEnd() && splitter.record(row)) {
        if (blank(row))
            continue;
        ++widths[row.cells.size()];
        ++records;
    }
    double best = 0;
    for (const auto &[width, count] : widths)
        if (width > 1)
            best = std::max(best, static_cast<double>(count) / records + static_cast<double>(std::min<std::size_t>(width, 50)) * 1e-3);
    return best;
}

char guess(std::string_view text, const Limits &limits)
{
    const std::string_view head = text.substr(0, std::size_t(1) << 20);
    char best = ',';
    double most = 0;
    for (const char delimiter : {'\t', ';', ',', '|'}) {
        const double score = agreement(head, delimiter, limits);
        if (score > most + 1e-9) {
            most = score;
            best = delimiter;
        }
    }
    return best;
}

/// Takes a "sep=;" line off the front.
char stated(std::string_view &text)
{
    if (text.substr(0, 4) != "sep=" || text.size() < 6)
        return 0;
    const std::size_t end = text.find('\n');
    const std::size_t length =
        (end == std::string_view::npos ? text.size() : end) - (end != std::string_view::npos && text[end - 1] == '\r');
    if (length != 5)
        return 0;
    const char delimiter = text[4];
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return delimiter;
}

void tellEncoding(const Decoded &decoded, Workbook &book)
{
    if (!decoded.otherLineCount)
        return;
    const std::string &name = book.tables.front().name;
    for (const std::size_t line : decoded.otherLines)
        book.notices.push_back({name, line, 0, "this line is not in UTF-8 as others are, and was read as Windows-1252"});
    if (decoded.otherLineCount > decoded.otherLines.size())
        book.notices.push_back({name, 0, 0, std::to_string(decoded.otherLineCount) + " lines were read as Windows-1252"});
}

} // namespace

Result<Workbook> readText(std::string_view bytes, std::string name, const ReadOptions &options, const Progress &progress)
{
    if (bytes.size() > options.limits.bytes)
        return Failure("it is larger than " + std::to_string(options.limits.bytes) + " bytes");
    Decoded decoded = decode(bytes, options.encoding);
    if (!decoded.error.empty())
        return Failure(decoded.error);
    std::string_view text = decoded.text;
    Workbook book;
    book.encoding = decoded.encoding;
    const char said = stated(text);
    book.delimiter = options.delimiter ? *options.delimiter : said ? said : guess(text, options.limits);
    book.format = book.delimiter == '\t' ? "TSV" : "CSV";
    const std::size_t skipped = said ? 1 : 0;
    Table &table = book.tables.emplace_back();
    table.name = std::move(name);
    Splitter splitter(text, book.delimiter, options.limits);
    std::size_t cells = 0;
    std::size_t blanks = 0;
    while (!splitter.atEnd() && table.rows.size() < options.rows) {
        Row row;
        row.cells.reserve(table.columns);
        if (!splitter.record(row))
            return Failure(splitter.error());
        row.number += skipped;
        cells += row.cells.size();
        if (cells > options.limits.cells)
            return Failure("it has more than " + std::to_string(options.limits.cells) + " cells");
        if (blank(row)) {
            ++blanks;
            continue;
        }
        table.blankRows += std::exchange(blanks, 0);
        table.add(std::move(row));
        if (table.rows.size() % 4096 == 0) {
            progress(static_cast<double>(splitter.offset()) / static_cast<double>(text.size()));
            if (progress.stop())
                return Failure("cancelled");
        }
    }
    for (const auto &[line, remark] : splitter.remarks())
        book.notices.push_back({table.name, line + skipped, 0, remark});
    tellEncoding(decoded, book);
    return book;
}

} // namespace dealscape::sheets
