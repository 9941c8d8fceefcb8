// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ascii.h"
#include "sheets/encoding.h"
#include "sheets/numberformat.h"
#include "sheets/reading.h"
#include "sheets/xml.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>
#include <utility>

namespace dealscape::sheets {

namespace {

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// The character that "amp", "#38" or "#x26" stands for; empty when it is none.
std::string character(std::string_view name)
{
    static const std::unordered_map<std::string_view, std::string_view> known = {{"amp", "&"},
                                                                                 {"lt", "<"},
                                                                                 {"gt", ">"},
                                                                                 {"quot", "\""},
                                                                                 {"apos", "'"},
                                                                                 {"nbsp", "\xC2\xA0"},
                                                                                 {"euro", "\xE2\x82\xAC"},
                                                                                 {"pound", "\xC2\xA3"},
                                                                                 {"yen", "\xC2\xA5"},
                                                                                 {"cent", "\xC2\xA2"},
                                                                                 {"ndash", "\xE2\x80\x93"},
                                                                                 {"mdash", "\xE2\x80\x94"},
                                                                                 {"auml", "\xC3\xA4"},
                                                                                 {"ouml", "\xC3\xB6"},
                                                                                 {"uuml", "\xC3\xBC"},
                                                                                 {"Auml", "\xC3\x84"},
                                                                                 {"Ouml", "\xC3\x96"},
                                                                                 {"Uuml", "\xC3\x9C"},
                                                                                 {"szlig", "\xC3\x9F"},
                                                                                 {"eacute", "\xC3\xA9"},
                                                                                 {"egrave", "\xC3\xA8"},
                                                                                 {"agrave", "\xC3\xA0"},
                                                                                 {"ccedil", "\xC3\xA7"},
                                                                                 {"ntilde", "\xC3\xB1"},
                                                                                 {"hellip", "\xE2\x80\xA6"}};
    if (name.empty())
        return {};
    if (name.front() != '#') {
        const auto found = known.find(name);
        return found == known.end() ? std::string() : std::string(found->second);
    }
    const bool hex = name.size() > 1 && lowered(name[1]) == 'x';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    char32_t code = 0;
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
        return {};
    const bool sound = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    code = sound ? value : 0xFFFD;
    return QString::fromUcs4(&code, 1).toStdString();
}

/// A text in which references stand for characters.
std::string decoded(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t sign = std::min(text.find('&', at), text.size());
        out += text.substr(at, sign - at);
        at = sign;
        if (at >= text.size())
            break;
        const std::size_t end = text.substr(at + 1, 12).find(';');
        const std::string meant = end == std::string_view::npos ? std::string() : character(text.substr(at + 1, end));
        out += meant.empty() ? "&" : meant;
        at += meant.empty() ? 1 : end + 2;
    }
    return out;
}

struct Tag {
    std::string name;
    bool closing = false;
    std::map<std::string, std::string> attributes;

    const std::string &operator[](const char *key) const
    {
        static const std::string none;
        const auto found = attributes.find(key);
        return found == attributes.end() ? none : found->second;
    }
};

/// Walks over a page: texts and tags in turn, without comments, scripts and styles.
class Page {
public:
    explicit Page(std::string_view text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    std::size_t offset() const { return m_at; }

    /// The text up to the next tag.
    std::string_view words()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !opens())
            m_at = std::min(m_text.find('<', m_at + 1), m_text.size());
        return m_text.substr(begin, m_at - begin);
    }

    Tag tag()
    {
        Tag tag;
        if (atEnd())
            return tag;
        if (m_text.substr(m_at, 4) == "<!--") {
            leave("-->", 4);
            return tag;
        }
        ++m_at;
        tag.closing = m_at < m_text.size() && m_text[m_at] == '/';
        m_at += tag.closing;
        tag.name = name();
        while (attribute(tag))
            continue;
        if (!tag.closing && (tag.name == "script" || tag.name == "style"))
            leave("</" + tag.name, 0);
        return tag;
    }

private:
    bool opens() const
    {
        const char next = m_at + 1 < m_text.size() ? lowered(m_text[m_at + 1]) : ' ';
        return m_text[m_at] == '<' && ((next >= 'a' && next <= 'z') || next == '/' || next == '!' || next == '?');
    }
    void leave(std::string_view mark, std::size_t step)
    {
        const std::size_t end = m_text.find(mark, std::min(m_at + step, m_text.size()));
        m_at = end == std::string_view::npos ? m_text.size() : mark.front() == '<' ? end : end + mark.size();
    }
    void blanks()
    {
        while (m_at < m_text.size() && (isBlank(m_text[m_at]) || m_text[m_at] == '/'))
            ++m_at;
    }
    std::string name()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !isBlank(m_text[m_at]) && m_text[m_at] != '>' && m_text[m_at] != '=' && m_text[m_at] != '/')
            ++m_at;
        return lowered(m_text.substr(begin, m_at - begin));
    }
    /// False at the end of the tag.
    bool attribute(Tag &tag)
    {
        blanks();
        if (atEnd())
            return false;
        if (m_text[m_at] == '>')
            return ++m_at, false;
        const std::size_t before = m_at;
        const std::string key = name();
        blanks();
        std::string value;
        if (!atEnd() && m_text[m_at] == '=') {
            ++m_at;
            blanks();
            value = quoted();
        }
        if (tag.attributes.size() < 50)
            tag.attributes.emplace(key, std::move(value));
        m_at += m_at == before;
        return true;
    }
    std::string quoted()
    {
        if (atEnd())
            return {};
        const char quote = m_text[m_at];
        if (quote == '"' || quote == '\'') {
            const std::size_t end = std::min(m_text.find(quote, m_at + 1), m_text.size());
            const std::string_view inside = m_text.substr(m_at + 1, end - m_at - 1);
            m_at = std::min(end + 1, m_text.size());
            return decoded(inside);
        }
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !isBlank(m_text[m_at]) && m_text[m_at] != '>')
            ++m_at;
        return decoded(m_text.substr(begin, m_at - begin));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

std::optional<Cell> figure(const std::string &value, const std::string &format)
{
    const auto parsed = number(QString::fromStdString(value));
    if (!parsed)
        return std::nullopt;
    const NumberFormat shown = formatOf(format);
    using Shows = NumberFormat::Shows;
    if (shown.shows == Shows::Day || shown.shows == Shows::Month || shown.shows == Shows::Year)
        if (auto date = dateOfSerial(*parsed, false, shown.shows))
            return dateCell(std::move(*date));
    Cell cell = numberCell(*parsed);
    cell.currency = shown.currency;
    return cell;
}

QJsonObject object(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

/// What the program that wrote the page says of the cell beside its text.
std::optional<Cell> stated(const Tag &tag)
{
    if (const std::string &value = tag["sdval"]; !value.empty()) {
        // "1033;1031;DD.MM.YYYY": the language shown, that of the format, the format.
        const QString format = QString::fromStdString(tag["sdnum"]).section(u';', 2);
        return figure(value, format.toStdString());
    }
    if (const std::string &value = tag["x:num"]; !value.empty())
        return figure(value, {});
    if (const std::string &value = tag["data-sheets-value"]; !value.empty()) {
        const QJsonObject said = object(value);
        const std::string format = object(tag["data-sheets-numberformat"])[QLatin1String("2")].toString().toStdString();
        if (const QJsonValue plain = said[QLatin1String("3")]; plain.isDouble())
            return figure(numberCell(plain.toDouble()).text, format);
        if (const QJsonValue truth = said[QLatin1String("4")]; said[QLatin1String("1")].toInt() == 4)
            return truthCell(truth.toInt() != 0 || truth.toBool());
    }
    return std::nullopt;
}

class HtmlReader {
public:
    HtmlReader(std::string_view text, const std::string &name, const ReadOptions &options, const Progress &progress)
        : m_page(text), m_size(text.size()), m_name(name), m_options(options), m_progress(progress)
    {}

    Result<Workbook> read()
    {
        while (!m_page.atEnd() && m_error.empty()) {
            const std::string_view words = m_page.words();
            if (m_inCell)
                write(words);
            take(m_page.tag());
        }
        while (m_depth > 0)
            leaveTable();
        if (!m_error.empty())
            return Failure(m_error);
        if (m_book.tables.empty())
            return Failure("it is a page without a table");
        m_book.format = "HTML";
        if (m_book.tables.size() == 1)
            m_book.tables.front().name = m_name;
        return std::move(m_book);
    }

private:
    struct Held {
        std::size_t rows = 0;
        Cell cell;
    };

    void write(std::string_view words)
    {
        for (const char c : decoded(words)) {
            const bool blank = isBlank(c);
            if (!blank)
                m_text += c;
            else if (!m_text.empty() && !isBlank(m_text.back()))
                m_text += ' ';
        }
        if (m_text.size() > m_options.limits.text)
            m_error = "one text of the page is too long";
    }

    void take(const Tag &tag)
    {
        if (tag.name == "table") {
            if (!tag.closing)
                enterTable();
            else if (m_depth > 0)
                leaveTable();
        } else if (m_depth == 1 && (tag.name == "tr" || tag.name == "thead" || tag.name == "tbody" || tag.name == "tfoot")) {
            finishRow();
            m_inRow = tag.name == "tr" && !tag.closing;
        } else if (m_depth == 1 && (tag.name == "td" || tag.name == "th")) {
            finishCell();
            if (!tag.closing)
                enterCell(tag);
        } else if (m_inCell && (tag.name == "br" || ((tag.name == "p" || tag.name == "div") && !m_text.empty() && !tag.closing))) {
            m_text += '\n';
        }
    }

    void enterTable()
    {
        if (m_depth++ > 0)
            return;
        if (m_book.tables.size() >= m_options.limits.tables) {
            m_error = "it has more than " + std::to_string(m_options.limits.tables) + " tables";
            return;
        }
        m_table = {};
        m_number = 0;
        m_held.clear();
    }

    void leaveTable()
    {
        if (--m_depth > 0)
            return;
        finishRow();
        if (m_table.rows.empty())
            return;
        m_table.name = "Table " + std::to_string(m_book.tables.size() + 1);
        m_book.tables.push_back(std::move(m_table));
    }

    static std::size_t span(const std::string &text)
    {
        std::size_t value = 1;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return std::clamp<std::size_t>(value, 1, 100'000);
    }

    void enterCell(const Tag &tag)
    {
        m_inRow = true;
        m_inCell = true;
        m_text.clear();
        m_stated = stated(tag);
        m_across = span(tag["colspan"]);
        m_down = span(tag["rowspan"]);
        holdDown();
    }

    /// Cells of rows above that reach down to where the row stands.
    void holdDown()
    {
        for (auto held = m_held.find(m_row.cells.size()); held != m_held.end(); held = m_held.find(m_row.cells.size())) {
            m_row.cells.push_back(held->second.cell);
            if (--held->second.rows == 0)
                m_held.erase(held);
            if (!m_cells.take(1, m_error))
                return;
        }
    }

    void finishCell()
    {
        if (!std::exchange(m_inCell, false))
            return;
        while (!m_text.empty() && isBlank(m_text.back()))
            m_text.pop_back();
        const Cell cell = m_stated ? *m_stated : textCell(std::move(m_text));
        m_text.clear();
        const std::size_t column = m_row.cells.size();
        if (column + m_across > m_options.limits.columns) {
            m_error = "row " + std::to_string(m_number + 1) + " has more than " + std::to_string(m_options.limits.columns) + " cells";
            return;
        }
        if (!m_cells.take(m_across, m_error))
            return;
        m_row.cells.resize(column + m_across);
        m_row.cells[column] = cell;
        if (m_down > 1)
            for (std::size_t i = 0; i < m_across; ++i)
                m_held[column + i] = {m_down - 1, i == 0 ? cell : Cell()};
    }

    void finishRow()
    {
        finishCell();
        if (!std::exchange(m_inRow, false))
            return;
        holdDown();
        m_row.number = ++m_number;
        const std::size_t before = m_table.rows.size();
        if (before < m_options.rows)
            m_table.add(std::exchange(m_row, {}));
        m_row = {};
        if (m_table.rows.size() == before)
            ++m_blanks;
        else
            m_table.blankRows += before ? std::exchange(m_blanks, 0) : (m_blanks = 0);
        if (m_number % 1024 == 0) {
            m_progress(static_cast<double>(m_page.offset()) / static_cast<double>(m_size));
            if (m_progress.stop())
                m_error = "cancelled";
        }
    }

    Page m_page;
    std::size_t m_size;
    const std::string &m_name;
    const ReadOptions &m_options;
    const Progress &m_progress;
    Workbook m_book;
    Table m_table;
    Row m_row;
    std::map<std::size_t, Held> m_held;
    std::string m_text;
    std::optional<Cell> m_stated;
    std::size_t m_across = 1;
    std::size_t m_down = 1;
    std::size_t m_number = 0;
    std::size_t m_blanks = 0;
    CellCount m_cells = CellCount(m_options.limits);
    int m_depth = 0;
    bool m_inRow = false;
    bool m_inCell = false;
    std::string m_error;
};

} // namespace

Result<Workbook> readHtml(std::string_view bytes, const std::string &name, const ReadOptions &options, const Progress &progress)
{
    if (bytes.size() > options.limits.bytes)
        return Failure("it is larger than " + std::to_string(options.limits.bytes) + " bytes");
    const Decoded decoded = decode(bytes, options.encoding);
    if (!decoded.error.empty())
        return Failure(decoded.error);
    return HtmlReader(decoded.text, name, options, progress).read();
}

} // namespace dealscape::sheets
