// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/writing.h"

#include "domain/ascii.h"

#include <QTemporaryDir>
#include <QXmlStreamWriter>

#include <QFile>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <memory>
#include <xlsxwriter.h>
#include <zlib.h>

namespace dealscape::sheets {

namespace {

bool looksLikeNumber(std::string_view text)
{
    std::size_t digits = 0;
    for (const char c : text.substr(1)) {
        if (digit(c))
            ++digits;
        else if (c != '.' && c != ',' && c != 'e' && c != 'E')
            return false;
    }
    return digits > 0 && text.size() <= 30;
}

/// Where the first letter behind any apostrophes would start a formula.
bool wouldCalculate(std::string_view text)
{
    const std::size_t first = text.find_first_not_of('\'');
    if (first == std::string_view::npos)
        return false;
    const char c = text[first];
    return c == '=' || c == '+' || c == '@' || c == '\t' || c == '\r' || c == '-';
}

void little(std::string &out, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i)
        out += static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 0xFFU);
}

/// Text in which nothing reads as the code of a character: "_x000D_" would come back as a carriage return.
std::string escaped(const std::string &text)
{
    std::string out = text;
    for (std::size_t at = 0; (at = out.find("_x", at)) != std::string::npos; at += 2)
        if (at + 7 <= out.size() && out[at + 6] == '_' && std::ranges::all_of(std::string_view(out).substr(at + 2, 4), hexadecimal)) {
            out.insert(at, "_x005F");
            at += 6;
        }
    return out;
}

/// Years, months and days of "2025-10-07"; absent parts are 0.
lxw_datetime dayOf(const std::string &iso)
{
    lxw_datetime day = {};
    const auto part = [&](std::size_t at, std::size_t count) {
        return iso.size() >= at + count ? std::atoi(iso.substr(at, count).c_str()) : 0;
    };
    day.year = part(0, 4);
    day.month = part(5, 2);
    day.day = part(8, 2);
    return day;
}

class XlsxBook {
public:
    explicit XlsxBook(const QByteArray &path)
    {
        lxw_workbook_options options = {};
        options.constant_memory = LXW_TRUE;
        m_book = workbook_new_opt(path.constData(), &options);
        lxw_doc_properties properties = {};
        properties.title = const_cast<char *>("Dealscape data");
        properties.created = 946684800;
        workbook_set_properties(m_book, &properties);
        m_head = workbook_add_format(m_book);
        format_set_bold(m_head);
        m_day = workbook_add_format(m_book);
        format_set_num_format(m_day, "yyyy\\-mm\\-dd");
        m_month = workbook_add_format(m_book);
        format_set_num_format(m_month, "yyyy\\-mm");
        m_figure = workbook_add_format(m_book);
        format_set_num_format(m_figure, "#,##0.##########");
        m_whole = workbook_add_format(m_book);
        format_set_num_format(m_whole, "#,##0");
    }

    std::string add(const Table &table)
    {
        lxw_worksheet *sheet = workbook_add_worksheet(m_book, table.name.c_str());
        if (!sheet)
            return "cannot make a sheet named \"" + table.name + '"';
        if (table.rows.size() > LXW_ROW_MAX)
            return "a sheet holds at most 1,048,576 rows, the table has " + std::to_string(table.rows.size());
        worksheet_freeze_panes(sheet, 1, 0);
        worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(std::max<std::size_t>(table.columns, 1) - 1), 18, nullptr);
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            for (std::size_t column = 0; column < table.rows[row].cells.size(); ++column)
                if (const auto error = put(sheet, row, column, table.rows[row].cells[column]); !error.empty())
                    return error;
        if (table.rows.size() > 1)
            worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size() - 1), static_cast<lxw_col_t>(table.columns - 1));
        return {};
    }

    bool close() { return workbook_close(m_book) == LXW_NO_ERROR; }

private:
    std::string put(lxw_worksheet *sheet, std::size_t rowNumber, std::size_t columnNumber, const Cell &cell)
    {
        const auto row = static_cast<lxw_row_t>(rowNumber);
        const auto column = static_cast<lxw_col_t>(columnNumber);
        lxw_error error = LXW_NO_ERROR;
        if (cell.kind == CellKind::Number) {
            const bool whole = cell.text.find('.') == std::string::npos;
            error = worksheet_write_number(sheet, row, column, cell.number, whole ? m_whole : m_figure);
        } else if (cell.kind == CellKind::Date && cell.text.size() >= 7) {
            lxw_datetime day = dayOf(cell.text);
            lxw_format *format = day.day ? m_day : m_month;
            day.day = std::max(day.day, 1);
            error = worksheet_write_datetime(sheet, row, column, &day, format);
        } else if (cell.kind == CellKind::Date) {
            error = worksheet_write_string(sheet, row, column, cell.text.c_str(), nullptr);
        } else if (cell.kind == CellKind::Truth) {
            error = worksheet_write_boolean(sheet, row, column, cell.text == "true", nullptr);
        } else if (cell.kind != CellKind::Empty) {
            error = worksheet_write_string(sheet, row, column, escaped(cell.text).c_str(), row ? nullptr : m_head);
        }
        if (error == LXW_NO_ERROR)
            return {};
        return "cell " + columnLetters(columnNumber) + std::to_string(rowNumber + 1) + ": " + lxw_strerror(error);
    }

    lxw_workbook *m_book;
    lxw_format *m_head;
    lxw_format *m_day;
    lxw_format *m_month;
    lxw_format *m_figure;
    lxw_format *m_whole;
};

class OdsContent {
public:
    std::string write(const std::vector<Table> &tables)
    {
        m_xml.writeStartDocument();
        m_xml.writeNamespace(office, QStringLiteral("office"));
        m_xml.writeNamespace(sheet, QStringLiteral("table"));
        m_xml.writeNamespace(prose, QStringLiteral("text"));
        m_xml.writeStartElement(office, QStringLiteral("document-content"));
        m_xml.writeAttribute(office, QStringLiteral("version"), QStringLiteral("1.2"));
        m_xml.writeStartElement(office, QStringLiteral("body"));
        m_xml.writeStartElement(office, QStringLiteral("spreadsheet"));
        for (const Table &table : tables)
            write(table);
        m_xml.writeEndDocument();
        return m_bytes.toStdString();
    }

private:
    void write(const Table &table)
    {
        m_xml.writeStartElement(sheet, QStringLiteral("table"));
        m_xml.writeAttribute(sheet, QStringLiteral("name"), QString::fromStdString(xmlText(table.name)));
        m_xml.writeEmptyElement(sheet, QStringLiteral("table-column"));
        m_xml.writeAttribute(sheet, QStringLiteral("number-columns-repeated"), QString::number(std::max<std::size_t>(1, table.columns)));
        for (const Row &row : table.rows) {
            m_xml.writeStartElement(sheet, QStringLiteral("table-row"));
            for (const Cell &cell : row.cells)
                write(cell);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void write(const Cell &cell)
    {
        m_xml.writeStartElement(sheet, QStringLiteral("table-cell"));
        const auto type = [&](const char *name) { m_xml.writeAttribute(office, QStringLiteral("value-type"), QString::fromLatin1(name)); };
        const QString text = QString::fromStdString(xmlText(cell.text));
        if (cell.kind == CellKind::Number) {
            type("float");
            m_xml.writeAttribute(office, QStringLiteral("value"), text);
        } else if (cell.kind == CellKind::Date && cell.text.size() == 10) {
            type("date");
            m_xml.writeAttribute(office, QStringLiteral("date-value"), text);
        } else if (cell.kind == CellKind::Truth) {
            type("boolean");
            m_xml.writeAttribute(office, QStringLiteral("boolean-value"), text);
        } else if (cell.kind != CellKind::Empty) {
            type("string");
        }
        if (cell.kind != CellKind::Empty)
            for (const QString &line : text.split(u'\n'))
                paragraph(line);
        m_xml.writeEndElement();
    }

    void paragraph(const QString &line)
    {
        m_xml.writeStartElement(prose, QStringLiteral("p"));
        QString plain;
        const auto flush = [&] {
            if (!plain.isEmpty())
                m_xml.writeCharacters(plain);
            plain.clear();
        };
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QChar c = line[i];
            const bool collapses = c == u' ' && (i == 0 || i + 1 == line.size() || line[i - 1] == u' ');
            if (c == u'\t' || c == u'\r' || collapses) {
                flush();
                m_xml.writeEmptyElement(prose,
                                        c == u'\t'       ? QStringLiteral("tab")
                                            : c == u'\r' ? QStringLiteral("line-break")
                                                         : QStringLiteral("s"));
            } else {
                plain += c;
            }
        }
        flush();
        m_xml.writeEndElement();
    }

    const QString office = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:office:1.0");
    const QString sheet = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:table:1.0");
    const QString prose = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:text:1.0");
    QByteArray m_bytes;
    QXmlStreamWriter m_xml = QXmlStreamWriter(&m_bytes);
};

} // namespace

std::string guarded(std::string_view text)
{
    const bool guard = wouldCalculate(text) && !((text[0] == '-' || text[0] == '+') && looksLikeNumber(text));
    return (guard ? "'" : "") + std::string(text);
}

std::string quoted(std::string_view text, std::string_view signs)
{
    const bool edge = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (!edge && text.find_first_of(signs) == std::string_view::npos)
        return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

std::string_view unguarded(std::string_view text)
{
    return !text.empty() && text.front() == '\'' && wouldCalculate(text) ? text.substr(1) : text;
}

std::string writeCsv(const Table &table)
{
    std::string out = "\xEF\xBB\xBF";
    for (const Row &row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (i > 0)
                out += ',';
            out += quoted(row.cells[i].kind == CellKind::Text ? guarded(row.cells[i].text) : row.cells[i].text, ",;\"\r\n\t");
        }
        for (std::size_t i = row.cells.size(); i < table.columns; ++i)
            out += i > 0 ? "," : "";
        out += "\r\n";
    }
    return out;
}

Result<std::string> writeXlsx(const std::vector<Table> &tables)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("book.xlsx"));
    if (!folder.isValid())
        return Failure("cannot make a temporary folder: " + folder.errorString().toStdString());
    XlsxBook book(QFile::encodeName(path));
    std::string error;
    for (const Table &table : tables)
        if (error.empty())
            error = book.add(table);
    if (!book.close() && error.empty())
        error = "cannot write the temporary workbook";
    QFile file(path);
    if (error.empty() && !file.open(QIODevice::ReadOnly))
        error = "cannot read the temporary workbook: " + file.errorString().toStdString();
    if (!error.empty())
        return Failure(error);
    return file.readAll().toStdString();
}

Result<std::string> writeOds(const std::vector<Table> &tables)
{
    ZipWriter zip;
    const std::string type = "application/vnd.oasis.opendocument.spreadsheet";
    zip.add("mimetype", type, ZipWriter::Packing::Stored);
    zip.add(
        "META-INF/manifest.xml",
        R"(<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type=")" +
            type + R"("/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>)");
    zip.add("content.xml", OdsContent().write(tables));
    return zip.take();
}

std::string xmlText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool noncharacter =
            c == 0xEF && text.substr(i + 1, 1) == "\xBF" && (text.substr(i + 2, 1) == "\xBE" || text.substr(i + 2, 1) == "\xBF");
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || noncharacter) {
            out += "\xEF\xBF\xBD";
            i += noncharacter ? 2 : 0;
        } else {
            out += text[i];
        }
    }
    return out;
}

void ZipWriter::add(std::string_view name, std::string_view data, Packing packing)
{
    std::string packed(data);
    if (packing != Packing::Stored) {
        z_stream stream = {};
        deflateInit2(&stream, packing == Packing::Smallest ? Z_BEST_COMPRESSION : Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8,
                     Z_DEFAULT_STRATEGY);
        packed.resize(deflateBound(&stream, data.size()));
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.data()));
        stream.avail_in = static_cast<uInt>(data.size());
        stream.next_out = reinterpret_cast<Bytef *>(packed.data());
        stream.avail_out = static_cast<uInt>(packed.size());
        deflate(&stream, Z_FINISH);
        packed.resize(packed.size() - stream.avail_out);
        deflateEnd(&stream);
    }
    std::string head;
    little(head, 20, 2);
    little(head, 0x0800, 2);
    little(head, packing == Packing::Stored ? 0 : 8, 2);
    little(head, 0, 2);
    little(head, 0x21, 2);
    little(head,
           static_cast<std::uint32_t>(
               crc32(crc32(0, nullptr, 0), reinterpret_cast<const Bytef *>(data.data()), static_cast<uInt>(data.size()))),
           4);
    little(head, static_cast<std::uint32_t>(packed.size()), 4);
    little(head, static_cast<std::uint32_t>(data.size()), 4);
    little(head, static_cast<std::uint32_t>(name.size()), 2);
    little(head, 0, 2);
    m_directory += "PK\1\2";
    little(m_directory, 20, 2);
    m_directory += head;
    little(m_directory, 0, 2);
    little(m_directory, 0, 4);
    little(m_directory, 0, 4);
    little(m_directory, static_cast<std::uint32_t>(m_bytes.size()), 4);
    m_directory += name;
    m_bytes += "PK\3\4" + head + std::string(name) + packed;
    ++m_count;
}

std::string ZipWriter::take()
{
    std::string end = "PK\5\6";
    little(end, 0, 4);
    little(end, static_cast<std::uint32_t>(m_count), 2);
    little(end, static_cast<std::uint32_t>(m_count), 2);
    little(end, static_cast<std::uint32_t>(m_directory.size()), 4);
    little(end, static_cast<std::uint32_t>(m_bytes.size()), 4);
    little(end, 0, 2);
    return std::move(m_bytes) + m_directory + end;
}

} // namespace dealscape::sheets
