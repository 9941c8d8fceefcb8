// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/numberformat.h"
#include "sheets/reading.h"
#include "sheets/xml.h"
#include "sheets/zip.h"

#include "domain/ascii.h"
#include "domain/date.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace dealscape::sheets {

namespace {

struct Relation {
    std::string type;
    std::string target;
};

struct Merge {
    std::size_t firstRow = 0;
    std::size_t lastRow = 0;
    std::size_t column = 0;
};

/// "B12" as column and row from 0 and 1; an absent row is 0. False when it is no reference.
bool position(QStringView reference, std::size_t &column, std::size_t &row)
{
    std::size_t letters = 0;
    std::size_t digits = 0;
    for (const QChar c : reference) {
        const char16_t u = c.unicode();
        if (u >= u'A' && u <= u'Z' && !digits)
            letters = letters * 26 + (u - u'A' + 1U);
        else if (u >= u'0' && u <= u'9')
            digits = digits * 10 + (u - u'0');
        else if (u != u'$')
            return false;
        if (letters > 20'000 || digits > 2'000'000)
            return false;
    }
    column = letters ? letters - 1 : 0;
    row = digits;
    return letters > 0;
}

/// "_x000D_" stands for the character with that code.
std::string unescaped(std::string text)
{
    std::size_t at = 0;
    while ((at = text.find("_x", at)) != std::string::npos) {
        if (at + 7 <= text.size() && text[at + 6] == '_' &&
            std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2, text.begin() + static_cast<std::ptrdiff_t>(at) + 6,
                        hexadecimal))
        {
            const auto code = static_cast<char16_t>(std::stoi(text.substr(at + 2, 4), nullptr, 16));
            const std::string character = QString(QChar(code)).toStdString();
            text.replace(at, 7, character);
            at += character.size();
        } else {
            at += 2;
        }
    }
    return text;
}

class XlsxReader {
public:
    XlsxReader(const Zip &zip, const ReadOptions &options, const Progress &progress) : m_zip(zip), m_options(options), m_progress(progress)
    {}

    Result<Workbook> read()
    {
        m_book.format = "XLSX";
        std::string main;
        for (const auto &[id, relation] : relations("_rels/.rels", ""))
            if (relation.type.ends_with("/officeDocument"))
                main = relation.target;
        if (!m_error.empty())
            return Failure(m_error);
        if (main.empty() || !m_zip.has(main))
            return Failure("it is a packed file, but no workbook");
        const std::size_t slash = main.rfind('/');
        const std::string folder = slash == std::string::npos ? "" : main.substr(0, slash + 1);
        const auto parts = relations(folder + "_rels/" + main.substr(folder.size()) + ".rels", folder);
        for (const auto &[id, relation] : parts) {
            if (relation.type.ends_with("/sharedStrings"))
                readTexts(relation.target);
            else if (relation.type.ends_with("/styles"))
                readStyles(relation.target);
        }
        readBook(main);
        for (std::size_t i = 0; i < m_sheets.size() && m_error.empty(); ++i) {
            const auto part = parts.find(m_sheets[i]);
            if (part != parts.end() && part->second.type.ends_with("/worksheet"))
                readSheet(m_book.tables[i], part->second.target, i);
        }
        if (!m_error.empty())
            return Failure(m_error);
        return std::move(m_book);
    }

private:
    /// Calls what to do for each element of a part, in the order of the file.
    template <class Visit>
    void walk(const std::string &part, Visit visit)
    {
        const auto device = m_zip.part(part);
        if (!device || !m_error.empty())
            return;
        QXmlStreamReader xml(device.get());
        while (!xml.atEnd() && m_error.empty()) {
            const auto token = step(xml);
            if (token == QXmlStreamReader::StartElement || token == QXmlStreamReader::EndElement)
                visit(xml, token == QXmlStreamReader::StartElement);
        }
        if (xml.hasError() && m_error.empty())
            m_error = describe(xml, part);
    }

    std::map<std::string, Relation> relations(const std::string &part, const std::string &folder)
    {
        std::map<std::string, Relation> found;
        walk(part, [&](QXmlStreamReader &xml, bool start) {
            if (!start || xml.name() != QLatin1String("Relationship") ||
                attribute(xml, QLatin1String("TargetMode")) == QLatin1String("External"))
                return;
            std::string target = attribute(xml, QLatin1String("Target")).toStdString();
            if (!target.empty() && target.front() == '/')
                target.erase(0, 1);
            else
                target = folder + target;
            found[attribute(xml, QLatin1String("Id")).toStdString()] = {attribute(xml, QLatin1String("Type")).toStdString(), target};
        });
        return found;
    }

    /// Text of a string item: its runs, without what is only a reading aid.
    std::string item(QXmlStreamReader &xml)
    {
        QString text;
        int depth = 1;
        int aside = 0;
        bool inText = false;
        while (depth > 0) {
            const auto token = step(xml);
            if (token == QXmlStreamReader::StartElement) {
                ++depth;
                if (aside || xml.name() == QLatin1String("rPh"))
                    ++aside;
                inText = xml.name() == QLatin1String("t");
            } else if (token == QXmlStreamReader::EndElement) {
                --depth;
                aside -= aside > 0;
                inText = false;
            } else if (token == QXmlStreamReader::Characters) {
                if (inText && !aside)
                    text += xml.text();
            } else if (token == QXmlStreamReader::Invalid || token == QXmlStreamReader::EndDocument) {
                break;
            }
        }
        return unescaped(text.toStdString());
    }

    void readTexts(const std::string &part)
    {
        walk(part, [&](QXmlStreamReader &xml, bool start) {
            if (start && xml.name() == QLatin1String("si"))
                m_texts.push_back(item(xml));
            if (m_texts.size() > m_options.limits.cells)
                m_error = "it holds too many texts";
        });
    }

    void readStyles(const std::string &part)
    {
        std::unordered_map<int, NumberFormat> formats;
        bool inCells = false;
        walk(part, [&](QXmlStreamReader &xml, bool start) {
            if (xml.name() == QLatin1String("cellXfs"))
                inCells = start;
            if (!start)
                return;
            const int id = attribute(xml, QLatin1String("numFmtId")).toInt();
            if (xml.name() == QLatin1String("numFmt"))
                formats[id] = formatOf(attribute(xml, QLatin1String("formatCode")).toStdString());
            else if (inCells && xml.name() == QLatin1String("xf"))
                m_formats.push_back(formats.contains(id) ? formats[id] : builtInFormat(id));
        });
    }

    void readBook(const std::string &part)
    {
        walk(part, [&](QXmlStreamReader &xml, bool start) {
            if (!start)
                return;
            const QString date = attribute(xml, QLatin1String("date1904"));
            if (xml.name() == QLatin1String("workbookPr") && (date == QLatin1String("1") || date == QLatin1String("true")))
                m_from1904 = true;
            if (xml.name() != QLatin1String("sheet"))
                return;
            Table table;
            table.name = attribute(xml, QLatin1String("name")).toStdString();
            table.hidden =
                !attribute(xml, QLatin1String("state")).isEmpty() && attribute(xml, QLatin1String("state")) != QLatin1String("visible");
            m_sheets.push_back(attribute(xml, QLatin1String("id")).toStdString());
            m_book.tables.push_back(std::move(table));
            if (m_sheets.size() > m_options.limits.tables)
                m_error = "it has more than " + std::to_string(m_options.limits.tables) + " sheets";
        });
    }

    void readSheet(Table &table, const std::string &part, std::size_t index)
    {
        const auto device = m_zip.part(part);
        if (!device)
            return;
        QXmlStreamReader xml(device.get());
        Row row;
        std::size_t last = 0;
        std::vector<Merge> merges;
        m_unstored = 0;
        while (!xml.atEnd() && m_error.empty() && table.rows.size() < m_options.rows) {
            const auto token = step(xml);
            if (token == QXmlStreamReader::StartElement) {
                if (xml.name() == QLatin1String("row")) {
                    const std::size_t said = attribute(xml, QLatin1String("r")).toULongLong();
                    row.number = said ? said : last + 1;
                    row.cells.clear();
                } else if (xml.name() == QLatin1String("c")) {
                    readCell(xml, row);
                } else if (xml.name() == QLatin1String("mergeCell")) {
                    addMerge(attribute(xml, QLatin1String("ref")), merges);
                }
            } else if (token == QXmlStreamReader::EndElement && xml.name() == QLatin1String("row")) {
                finishRow(table, row, last, index);
            }
        }
        if (xml.hasError() && m_error.empty())
            m_error = describe(xml, "sheet \"" + table.name + "\"");
        if (m_unstored)
            m_book.notices.push_back({table.name, 0, 0,
                                      std::to_string(m_unstored) + (m_unstored == 1 ? " formula has" : " formulas have") +
                                          " no stored result; open and save the file in a spreadsheet program"});
        fill(table, merges);
    }

    void finishRow(Table &table, Row &row, std::size_t &last, std::size_t index)
    {
        const std::size_t before = table.rows.size();
        const std::size_t gap = row.number > last + 1 && before ? row.number - last - 1 : 0;
        const std::size_t number = row.number;
        table.add(std::exchange(row, {}));
        if (table.rows.size() > before) {
            table.blankRows += gap;
            last = number;
        }
        if (table.rows.size() % 1024 == 0) {
            m_progress((static_cast<double>(index) + 0.5) / static_cast<double>(m_sheets.size()));
            if (m_progress.stop())
                m_error = "cancelled";
        }
    }

    void addMerge(const QString &reference, std::vector<Merge> &merges)
    {
        const QString from = reference.section(u':', 0, 0);
        const QString to = reference.section(u':', 1, 1);
        Merge merge;
        std::size_t lastColumn = 0;
        if (position(from, merge.column, merge.firstRow) && position(to, lastColumn, merge.lastRow) && merge.lastRow > merge.firstRow &&
            merges.size() < 100'000)
            merges.push_back(merge);
    }

    /// A cell merged over several rows holds for each of them.
    void fill(Table &table, const std::vector<Merge> &merges)
    {
        const auto at = [&](std::size_t number) {
            return std::lower_bound(table.rows.begin(), table.rows.end(), number,
                                    [](const Row &row, std::size_t n) { return row.number < n; });
        };
        for (const Merge &merge : merges) {
            const auto first = at(merge.firstRow);
            if (first == table.rows.end() || first->number != merge.firstRow || first->cells.size() <= merge.column)
                continue;
            const Cell cell = first->cells[merge.column];
            std::size_t filled = 0;
            for (auto row = first + 1; row != table.rows.end() && row->number <= merge.lastRow && m_cells.take(1, m_error); ++row, ++filled)
            {
                if (row->cells.size() <= merge.column)
                    row->cells.resize(merge.column + 1);
                row->cells[merge.column] = cell;
            }
            if (filled && m_book.notices.size() < 100)
                m_book.notices.push_back({table.name, merge.firstRow, merge.column + 1,
                                          "a merged cell holds for " + std::to_string(filled + 1) + " rows: \"" + cell.text + "\""});
        }
    }

    void readCell(QXmlStreamReader &xml, Row &row)
    {
        std::size_t column = row.cells.size();
        std::size_t ignored = 0;
        const QString reference = attribute(xml, QLatin1String("r"));
        if (!reference.isEmpty() && !position(reference, column, ignored))
            column = row.cells.size();
        const QString type = attribute(xml, QLatin1String("t"));
        const auto style = static_cast<std::size_t>(attribute(xml, QLatin1String("s")).toUInt());
        std::string value;
        std::string formula;
        bool inlined = false;
        while (stepInto(xml)) {
            if (xml.name() == QLatin1String("v"))
                value = innerText(xml);
            else if (xml.name() == QLatin1String("is"))
                value = item(xml), inlined = true;
            else if (xml.name() == QLatin1String("f"))
                formula = "=" + innerText(xml);
            else
                innerText(xml);
        }
        Cell cell = typed(type, std::move(value), style, inlined);
        if (cell.kind == CellKind::Empty && !formula.empty() && type != QLatin1String("str")) {
            ++m_unstored;
            cell.kind = CellKind::Error;
            cell.text = formula;
        }
        if (cell.kind == CellKind::Empty || column >= m_options.limits.columns)
            return;
        if (column >= row.cells.size()) {
            if (!m_cells.take(column + 1 - row.cells.size(), m_error))
                return;
            row.cells.resize(column + 1);
        }
        row.cells[column] = std::move(cell);
    }

    Cell typed(const QString &type, std::string value, std::size_t style, bool inlined)
    {
        if (type == QLatin1String("s")) {
            const std::size_t index = QString::fromStdString(value).toULongLong();
            return index < m_texts.size() && !value.empty() ? textCell(m_texts[index]) : Cell();
        }
        if (inlined)
            return textCell(std::move(value));
        if (type == QLatin1String("str"))
            return textCell(unescaped(std::move(value)));
        if (value.empty())
            return {};
        if (type == QLatin1String("b"))
            return truthCell(value == "1" || value == "true");
        if (type == QLatin1String("d")) {
            const auto day = Date::parse(value.substr(0, 10));
            return day ? dateCell(day->iso()) : textCell(std::move(value));
        }
        if (type == QLatin1String("e")) {
            Cell cell = textCell(std::move(value));
            cell.kind = CellKind::Error;
            return cell;
        }
        const auto parsed = number(QString::fromStdString(value));
        return parsed ? figure(*parsed, style) : textCell(std::move(value));
    }

    Cell figure(double value, std::size_t style) const
    {
        const NumberFormat format = style < m_formats.size() ? m_formats[style] : NumberFormat();
        using Shows = NumberFormat::Shows;
        if (format.shows == Shows::Day || format.shows == Shows::Month || format.shows == Shows::Year)
            if (auto date = dateOfSerial(value, m_from1904, format.shows))
                return dateCell(std::move(*date));
        Cell cell = numberCell(value);
        cell.currency = format.currency;
        return cell;
    }

    const Zip &m_zip;
    const ReadOptions &m_options;
    const Progress &m_progress;
    Workbook m_book;
    std::vector<std::string> m_sheets;
    std::vector<std::string> m_texts;
    std::vector<NumberFormat> m_formats;
    bool m_from1904 = false;
    CellCount m_cells = CellCount(m_options.limits);
    std::size_t m_unstored = 0;
    std::string m_error;
};

} // namespace

Result<Workbook> readXlsx(std::string_view bytes, const ReadOptions &options, const Progress &progress)
{
    const auto zip = Zip::open(bytes, options.limits);
    if (!zip)
        return Failure(zip.error());
    return XlsxReader(*zip, options, progress).read();
}

} // namespace dealscape::sheets
