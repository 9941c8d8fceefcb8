// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/pptx.h"

#include "export/pptxslide.h"
#include "picture/news.h"
#include "reports/chartground.h"
#include "sheets/writing.h"
#include "slides/slide.h"
#include "words/phrases.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <set>

namespace dealscape::exporting {

namespace {

constexpr QSize slidePixels(1920, 1080);
constexpr QSizeF slideUnits(1920, 1080);
const QByteArray prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const QByteArray officeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const QByteArray partTypes = "application/vnd.openxmlformats-officedocument.";
const QByteArray spaces = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                          "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                          "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
const QByteArray emptyTree =
    "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" "
    "y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
const QByteArray colourMap =
    "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" "
    "accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

using words::qt;

QByteArray hex(const QColor &colour)
{
    return colour.name().mid(1).toUpper().toLatin1();
}

/// A ZIP of parts.
class Zip {
public:
    void add(const QByteArray &name, const QByteArray &data)
    {
        const auto view = [](const QByteArray &bytes) {
            return std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        };
        m_writer.add(view(name), view(data), sheets::ZipWriter::Packing::Smallest);
    }
    QByteArray finish() { return QByteArray::fromStdString(m_writer.take()); }

private:
    sheets::ZipWriter m_writer;
};

/// The parts of a package with what they are and what they lead to.
class Package {
public:
    /// Returns the id by which the part that it belongs to leads there. An empty owner is the package itself.
    QByteArray add(const QByteArray &owner, const QByteArray &name, const QByteArray &relation, const QByteArray &type,
                   const QByteArray &content)
    {
        if (!m_zipped.contains(name)) {
            m_zipped.insert(name);
            m_parts.emplace_back(name, content);
            if (!type.isEmpty())
                m_types += "<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>";
        }
        return link(owner, name, relation);
    }
    QByteArray link(const QByteArray &owner, const QByteArray &name, const QByteArray &relation)
    {
        auto &[text, count] = m_links[owner];
        QByteArray id = "rId" + digits(++count);
        const QByteArray kind = relation.startsWith("http") ? relation : officeTypes + relation;
        text += "<Relationship Id=\"" + id + "\" Type=\"" + kind + "\" Target=\"/" + name + "\"/>";
        return id;
    }
    /// Fills in a part that had to be named before it could be written.
    void set(const QByteArray &name, const QByteArray &content)
    {
        std::ranges::find(m_parts, name, &std::pair<QByteArray, QByteArray>::first)->second = content;
    }

    QByteArray finish() const
    {
        Zip zip;
        zip.add("[Content_Types].xml",
                prolog +
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                    "ContentType=\"application/xml\"/><Default Extension=\"xlsx\" ContentType=\"" +
                    partTypes + "spreadsheetml.sheet\"/>" + m_types + "</Types>");
        zip.add("_rels/.rels", relations(QByteArray()));
        for (const auto &[name, content] : m_parts) {
            zip.add(name, content);
            if (m_links.contains(name)) {
                const qsizetype slash = name.lastIndexOf('/') + 1;
                zip.add(name.left(slash) + "_rels/" + name.mid(slash) + ".rels", relations(name));
            }
        }
        return zip.finish();
    }

private:
    QByteArray relations(const QByteArray &owner) const
    {
        return prolog + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + m_links.at(owner).first +
            "</Relationships>";
    }

    std::vector<std::pair<QByteArray, QByteArray>> m_parts;
    std::set<QByteArray> m_zipped;
    std::map<QByteArray, std::pair<QByteArray, int>> m_links;
    QByteArray m_types;
};

/// The theme's colours are those of the layers, so that a slide's organisations follow when it is coloured anew.
QByteArray themePart(const style::Theme &theme)
{
    const auto colour = [](const char *name, const QColor &value) {
        return QByteArray("<a:") + name + "><a:srgbClr val=\"" + hex(value) + "\"/></a:" + name + ">";
    };
    const auto fill = [&](LayerStyle style) { return theme.layer(style).fill; };
    const QByteArray fonts = "<a:latin typeface=\"Inter\" panose=\"020B0604020202020204\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
    const QByteArray plain = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    const QByteArray line = "<a:ln w=\"9525\">" + plain + "</a:ln>";
    const QByteArray effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    return prolog +
        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Dealscape\"><a:themeElements><a:clrScheme "
        "name=\"Dealscape\">" +
        colour("dk1", theme.text) + colour("lt1", theme.canvas) + colour("dk2", fill(LayerStyle::Models)) + colour("lt2", theme.chrome) +
        colour("accent1", fill(LayerStyle::Cloud)) + colour("accent2", fill(LayerStyle::DataCentre)) +
        colour("accent3", fill(LayerStyle::Chips)) + colour("accent4", fill(LayerStyle::Systems)) +
        colour("accent5", fill(LayerStyle::Energy)) + colour("accent6", fill(LayerStyle::Capital)) +
        colour("hlink", theme.layer(LayerStyle::Cloud).rim) + colour("folHlink", fill(LayerStyle::Government)) +
        "</a:clrScheme><a:fontScheme name=\"Dealscape\"><a:majorFont>" + fonts + "</a:majorFont><a:minorFont>" + fonts +
        "</a:minorFont></a:fontScheme><a:fmtScheme name=\"Dealscape\"><a:fillStyleLst>" + plain + plain + plain +
        "</a:fillStyleLst><a:lnStyleLst>" + line + line + line + "</a:lnStyleLst><a:effectStyleLst>" + effect + effect + effect +
        "</a:effectStyleLst><a:bgFillStyleLst>" + plain + plain + plain + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
}

const QByteArray ground = "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>";

QByteArray placeholder(int id, const char *type, const char *name, const QByteArray &box)
{
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + digits(id) + "\" name=\"" + name +
        "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"" + type + "\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>" +
        box +
        "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr "
        "lang=\"en-GB\"/></a:p></p:txBody></p:sp>";
}

const QByteArray titleBox = "<a:off x=\"609600\" y=\"533400\"/><a:ext cx=\"10972800\" cy=\"914400\"/>";

QByteArray masterPart(const QByteArray &layout)
{
    return prolog + "<p:sldMaster " + spaces + "><p:cSld>" + ground + "<p:spTree>" + emptyTree +
        placeholder(2, "title", "Title", titleBox) + "</p:spTree></p:cSld>" + colourMap +
        "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"" + layout +
        "\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"3200\" b=\"1\"><a:solidFill><a:schemeClr "
        "val=\"tx1\"/></a:solidFill><a:latin "
        "typeface=\"+mj-lt\"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>";
}

QByteArray layoutPart()
{
    return prolog + "<p:sldLayout " + spaces + " type=\"titleOnly\" preserve=\"1\"><p:cSld name=\"Title only\"><p:spTree>" + emptyTree +
        placeholder(2, "title", "Title", titleBox) + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";
}

const QByteArray notesImageBox = "<a:off x=\"685800\" y=\"1143000\"/><a:ext cx=\"5486400\" cy=\"3086100\"/>";
const QByteArray notesTextBox = "<a:off x=\"685800\" y=\"4400550\"/><a:ext cx=\"5486400\" cy=\"3600450\"/>";

QByteArray notesMasterPart()
{
    return prolog + "<p:notesMaster " + spaces + "><p:cSld>" + ground + "<p:spTree>" + emptyTree +
        placeholder(2, "sldImg", "Slide", notesImageBox) + placeholder(3, "body\" idx=\"1", "Notes", notesTextBox) +
        "</p:spTree></p:cSld>" + colourMap +
        "<p:notesStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin "
        "typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>";
}

QByteArray notesPart(const QStringList &paragraphs)
{
    QByteArray text;
    for (const QString &paragraph : paragraphs)
        text += "<a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>" + xmlText(paragraph) + "</a:t></a:r></a:p>";
    return prolog + "<p:notes " + spaces + "><p:cSld><p:spTree>" + emptyTree +
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" "
        "noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph "
        "type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks "
        "noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>" +
        text + "</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>";
}

/// A chart's numbers as they are drawn: one series for each certainty that occurs, or one alone.
struct Numbers {
    struct Series {
        QString name;
        QColor colour;
        std::vector<double> values;
    };
    QString title;
    QString unit;
    QStringList categories;
    std::vector<Series> series;
};

Numbers numbersOf(const reports::ChartTable &table, const style::Theme &theme)
{
    Numbers numbers;
    numbers.title = table.title;
    numbers.unit = table.scale.name;
    const double divisor = table.scale.divisor > 0 ? table.scale.divisor : 1;
    std::vector<const reports::ChartRow *> rows;
    bool split = false;
    for (const reports::ChartGroup &group : table.groups)
        for (const reports::ChartRow &row : group.rows) {
            rows.push_back(&row);
            split = split || !row.segments.empty();
            const QString name =
                table.groups.size() > 1 && !group.title.isEmpty() ? group.title + QStringLiteral(": ") + row.label : row.label;
            numbers.categories += row.text.isEmpty() ? name : name + QStringLiteral(", ") + row.text;
        }
    const auto plain = [](const reports::ChartRow &row) {
        return static_cast<double>(row.amount.high.value_or(row.amount.low.value_or(0)));
    };
    if (!split) {
        Numbers::Series only{QStringLiteral("Amount"), theme.certainty(Certainty::Binding), {}};
        for (const reports::ChartRow *row : rows)
            only.values.push_back(plain(*row) / divisor);
        numbers.series.push_back(std::move(only));
        return numbers;
    }
    for (const auto &entry : vocabulary<Certainty>()) {
        Numbers::Series series{qt(entry.label), theme.certainty(entry.value), {}};
        bool any = false;
        for (const reports::ChartRow *row : rows) {
            double value = 0;
            for (const reports::ChartSegment &segment : row->segments)
                if (segment.certainty == entry.value)
                    value += static_cast<double>(segment.high);
            any = any || value != 0;
            series.values.push_back(value / divisor);
        }
        if (any)
            numbers.series.push_back(std::move(series));
    }
    return numbers;
}

QByteArray real(double value)
{
    return QByteArray::number(value, 'g', 12);
}

QByteArray cellName(int column, int row)
{
    return QByteArray(1, static_cast<char>('A' + column)) + digits(row + 1);
}

QByteArray workbook(const Numbers &numbers)
{
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const auto text = [](int column, int row, const QString &value) {
        return "<c r=\"" + cellName(column, row) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xmlText(value) + "</t></is></c>";
    };
    QByteArray rows = "<row r=\"1\">" + text(0, 0, numbers.unit);
    for (std::size_t i = 0; i < numbers.series.size(); ++i)
        rows += text(static_cast<int>(i) + 1, 0, numbers.series[i].name);
    rows += "</row>";
    for (qsizetype row = 0; row < numbers.categories.size(); ++row) {
        rows += "<row r=\"" + digits(row + 2) + "\">" + text(0, static_cast<int>(row) + 1, numbers.categories[row]);
        for (std::size_t i = 0; i < numbers.series.size(); ++i)
            rows += "<c r=\"" + cellName(static_cast<int>(i) + 1, static_cast<int>(row) + 1) + "\"><v>" +
                real(numbers.series[i].values[static_cast<std::size_t>(row)]) + "</v></c>";
        rows += "</row>";
    }
    Zip zip;
    zip.add("[Content_Types].xml",
            prolog +
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
                partTypes + "spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + partTypes +
                "spreadsheetml.worksheet+xml\"/></Types>");
    const QByteArray relationships = prolog +
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" +
        officeTypes;
    zip.add("_rels/.rels", relationships + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    zip.add("xl/workbook.xml",
            prolog + "<workbook xmlns=\"" + main +
                "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet "
                "name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels", relationships + "worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    zip.add("xl/worksheets/sheet1.xml", prolog + "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    return zip.finish();
}

QByteArray chartPart(const Numbers &numbers, const style::Theme &theme, const QByteArray &book)
{
    const auto last = digits(numbers.categories.size() + 1);
    // Each row keeps its name, and a few bars stay bars.
    const QByteArray size = numbers.categories.size() <= 6 ? "1100" : numbers.categories.size() <= 12 ? "900" : "700";
    const QByteArray gap = numbers.categories.size() <= 2 ? "300" : numbers.categories.size() <= 4 ? "120" : "60";
    const QByteArray type = "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"" + size + "\"><a:solidFill><a:srgbClr val=\"" +
        hex(theme.text) + "\"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>";
    QByteArray categories =
        "<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$" + last + "</c:f><c:strCache><c:ptCount val=\"" + digits(numbers.categories.size()) + "\"/>";
    for (qsizetype i = 0; i < numbers.categories.size(); ++i)
        categories += "<c:pt idx=\"" + digits(i) + "\"><c:v>" + xmlText(numbers.categories[i]) + "</c:v></c:pt>";
    categories += "</c:strCache></c:strRef></c:cat>";
    QByteArray series;
    for (std::size_t i = 0; i < numbers.series.size(); ++i) {
        const Numbers::Series &each = numbers.series[i];
        const QByteArray column(1, static_cast<char>('B' + i));
        series += "<c:ser><c:idx val=\"" + digits(static_cast<qint64>(i)) + "\"/><c:order val=\"" + digits(static_cast<qint64>(i)) +
            "\"/><c:tx><c:strRef><c:f>Sheet1!$" + column + "$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>" +
            xmlText(each.name) + "</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val=\"" + hex(each.colour) +
            "\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>" + categories + "<c:val><c:numRef><c:f>Sheet1!$" + column + "$2:$" +
            column + "$" + last + "</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"" +
            digits(static_cast<qint64>(each.values.size())) + "\"/>";
        for (std::size_t row = 0; row < each.values.size(); ++row)
            series += "<c:pt idx=\"" + digits(static_cast<qint64>(row)) + "\"><c:v>" + real(each.values[row]) + "</c:v></c:pt>";
        series += "</c:numCache></c:numRef></c:val></c:ser>";
    }
    return prolog +
        "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:roundedCorners "
        "val=\"0\"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr><a:r><a:rPr "
        "lang=\"en-GB\" sz=\"1200\" b=\"1\"><a:solidFill><a:srgbClr val=\"" +
        hex(theme.text) + "\"/></a:solidFill></a:rPr><a:t>" + xmlText(numbers.title) +
        "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:autoTitleDeleted "
        "val=\"0\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>" +
        series + "<c:gapWidth val=\"" + gap +
        "\"/><c:overlap val=\"100\"/><c:axId val=\"111111111\"/><c:axId "
        "val=\"222222222\"/></c:barChart><c:catAx><c:axId val=\"111111111\"/><c:scaling><c:orientation "
        "val=\"maxMin\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:numFmt formatCode=\"General\" "
        "sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos "
        "val=\"low\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>" +
        type +
        "<c:crossAx val=\"222222222\"/><c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset "
        "val=\"100\"/><c:tickLblSkip val=\"1\"/><c:noMultiLvlLbl val=\"0\"/></c:catAx><c:valAx><c:axId "
        "val=\"222222222\"/><c:scaling><c:orientation "
        "val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"t\"/><c:majorGridlines><c:spPr><a:ln "
        "w=\"6350\"><a:solidFill><a:srgbClr val=\"" +
        hex(theme.grid) +
        "\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr "
        "sz=\"1000\" b=\"0\"/></a:pPr><a:r><a:rPr lang=\"en-GB\" sz=\"1000\" b=\"0\"><a:solidFill><a:srgbClr val=\"" +
        hex(theme.textSecond) + "\"/></a:solidFill></a:rPr><a:t>" + xmlText(numbers.unit) +
        "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:numFmt formatCode=\"General\" "
        "sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos "
        "val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>" +
        type + "<c:crossAx val=\"111111111\"/><c:crosses val=\"max\"/></c:valAx></c:plotArea>" +
        (numbers.series.size() > 1 ? "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>" + type + "</c:legend>" : QByteArray()) +
        "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:externalData r:id=\"" + book +
        "\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>";
}

/// One presentation, slide by slide.
class DeckWriter {
public:
    DeckWriter(const Index &index, style::ThemeKind theme, const QString &title, const QString &author)
        : m_index(index), m_theme(style::theme(theme)), m_title(title), m_author(author)
    {
        m_package.add({}, m_presentation, "officeDocument", partTypes + "presentationml.presentation.main+xml", {});
        m_package.add({}, "docProps/core.xml", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                      "application/vnd.openxmlformats-package.core-properties+xml",
                      prolog +
                          "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                          "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
                          xmlText(title) + "</dc:title><dc:creator>" + xmlText(author.isEmpty() ? QStringLiteral("Dealscape") : author) +
                          "</dc:creator></cp:coreProperties>");
        m_package.add({}, "docProps/app.xml", "extended-properties", partTypes + "extended-properties+xml",
                      prolog +
                          "<Properties "
                          "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Dealscape</"
                          "Application></Properties>");
        m_masterId = m_package.add(m_presentation, m_master, "slideMaster", partTypes + "presentationml.slideMaster+xml", {});
        const QByteArray layout =
            m_package.add(m_master, m_layout, "slideLayout", partTypes + "presentationml.slideLayout+xml", layoutPart());
        m_package.link(m_layout, m_master, "slideMaster");
        m_package.add(m_master, "ppt/theme/theme1.xml", "theme", partTypes + "theme+xml", themePart(m_theme));
        m_package.set(m_master, masterPart(layout));
        m_package.link(m_presentation, "ppt/theme/theme1.xml", "theme");
        m_notesId =
            m_package.add(m_presentation, m_notesMaster, "notesMaster", partTypes + "presentationml.notesMaster+xml", notesMasterPart());
        m_package.add(m_notesMaster, "ppt/theme/theme2.xml", "theme", partTypes + "theme+xml",
                      themePart(style::theme(style::ThemeKind::Print)));
    }

    void add(const Scene &scene, slides::ScenePlace place)
    {
        const slides::Slide slide = slides::slide(m_index, scene, place, m_theme.kind, slidePixels);
        PptxSlide surface(m_index);
        surface.begin(slide.network, slide.picture.drawing, slide.picture.magnification);
        paint::paint(surface, slide.picture.drawing, slide.picture.emphasis);
        const QByteArray name = begin();
        if (slide.chart)
            addChart(name, surface, *slide.chart);
        for (const slides::SlideLayer &layer : slide.words) {
            surface.beginWords(layer.drawing, layer.magnification);
            paint::paint(surface, layer.drawing, layer.emphasis);
        }
        QStringList notes{qt(scene.notes)};
        std::set<SourceId> told;
        for (std::size_t i = 0; i < slide.network.edges.size(); ++i)
            if (!slide.picture.emphasis.fading || slide.picture.emphasis.litEdges.contains(static_cast<int>(i)))
                for (const int deal : slide.network.edges[i].deals)
                    for (const SourceId &id : m_index.dataset().deals[static_cast<std::size_t>(deal)].sources)
                        if (const Source *source = m_index.source(id); source && told.insert(id).second)
                            notes += sourceLine(*source, static_cast<int>(told.size()));
        end(name, surface, notes);
    }

    void add(const Scene &scene, const Comparison &comparison)
    {
        const Index both(comparison.both);
        add(both, picture::newsPicture(both, comparison.news, picture::comparedRequest(comparison, scene, m_theme.kind, slidePixels)),
            {qt(scene.notes)});
    }

    void add(const Index &index, const picture::Picture &picture, QStringList notes = {})
    {
        const QSizeF size = picture.drawing.size;
        const double share = std::min(slideUnits.width() / size.width(), slideUnits.height() / size.height());
        const QPointF corner((slideUnits.width() - size.width() * share) / 2, (slideUnits.height() - size.height() * share) / 2);
        PptxSlide surface(index);
        surface.begin(picture.network, picture.drawing, share, corner);
        paint::paint(surface, picture.drawing, {});
        const QByteArray name = begin();
        std::set<SourceId> told;
        for (const int deal : picture.network.deals)
            for (const SourceId &id : index.dataset().deals[static_cast<std::size_t>(deal)].sources)
                if (const Source *source = index.source(id); source && told.insert(id).second)
                    notes += sourceLine(*source, static_cast<int>(told.size()));
        end(name, surface, notes);
    }

    QByteArray finish()
    {
        m_package.set(
            m_presentation,
            prolog + "<p:presentation " + spaces + "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"" + m_masterId +
                "\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"" + m_notesId +
                "\"/></p:notesMasterIdLst><p:sldIdLst>" + m_ids +
                "</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>");
        return m_package.finish();
    }

private:
    static QString sourceLine(const Source &source, int number)
    {
        QStringList parts{qt(source.publisher), qt(source.title)};
        if (source.date)
            parts += qt(source.date->spoken());
        if (!source.url.empty())
            parts += qt(source.url);
        return QStringLiteral("%1. %2").arg(number).arg(parts.join(QStringLiteral(", ")));
    }

    QByteArray begin()
    {
        ++m_count;
        QByteArray name = "ppt/slides/slide" + digits(m_count) + ".xml";
        const QByteArray id = m_package.add(m_presentation, name, "slide", partTypes + "presentationml.slide+xml", {});
        m_ids += "<p:sldId id=\"" + digits(255 + m_count) + "\" r:id=\"" + id + "\"/>";
        m_package.link(name, m_layout, "slideLayout");
        return name;
    }

    void end(const QByteArray &name, PptxSlide &surface, const QStringList &notes)
    {
        const QByteArray page = "ppt/notesSlides/notesSlide" + digits(m_count) + ".xml";
        m_package.add(name, page, "notesSlide", partTypes + "presentationml.notesSlide+xml", notesPart(notes));
        m_package.link(page, m_notesMaster, "notesMaster");
        m_package.link(page, name, "slide");
        m_package.set(name,
                      prolog + "<p:sld " + spaces + "><p:cSld><p:spTree>" + emptyTree + surface.shapes() +
                          "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
    }

    void addChart(const QByteArray &slide, PptxSlide &surface, const slides::SlideChart &chart)
    {
        ++m_charts;
        const Numbers numbers = numbersOf(chart.table, m_theme);
        if (numbers.categories.isEmpty())
            return;
        const QByteArray name = "ppt/charts/chart" + digits(m_charts) + ".xml";
        const QByteArray book = "ppt/embeddings/workbook" + digits(m_charts) + ".xlsx";
        const QByteArray id = m_package.add(slide, name, "chart", partTypes + "drawingml.chart+xml", {});
        m_package.set(name, chartPart(numbers, m_theme, m_package.add(name, book, "package", {}, workbook(numbers))));
        surface.chart(chart.frame, QString::fromLatin1(id), numbers.title, numbers.title + QStringLiteral(". ") + chart.table.counts);
    }

    const QByteArray m_presentation = "ppt/presentation.xml";
    const QByteArray m_master = "ppt/slideMasters/slideMaster1.xml";
    const QByteArray m_layout = "ppt/slideLayouts/slideLayout1.xml";
    const QByteArray m_notesMaster = "ppt/notesMasters/notesMaster1.xml";

    const Index &m_index;
    const style::Theme &m_theme;
    QString m_title;
    QString m_author;
    Package m_package;
    QByteArray m_masterId;
    QByteArray m_notesId;
    QByteArray m_ids;
    int m_count = 0;
    int m_charts = 0;
};

} // namespace

QByteArray pptx(const Index &index, const Deck &deck, const Progress &progress)
{
    DeckWriter writer(index, deck.theme, qt(deck.story.title), deck.author);
    const int count = static_cast<int>(deck.story.scenes.size());
    for (int scene = std::max(1, deck.start); scene <= count; ++scene) {
        if (progress.stop())
            return {};
        progress(static_cast<double>(scene - 1) / count);
        const Scene &shown = deck.story.scenes[static_cast<std::size_t>(scene - 1)];
        if (const Comparison *comparison = comparisonOf(deck.comparisons, shown))
            writer.add(shown, *comparison);
        else
            writer.add(shown, {scene, count});
    }
    return writer.finish();
}

QByteArray pptx(const Index &index, const picture::Picture &picture, const QString &title, const QString &author)
{
    DeckWriter writer(index, picture.drawing.theme, title, author);
    writer.add(index, picture);
    return writer.finish();
}

} // namespace dealscape::exporting
