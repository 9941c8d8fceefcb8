// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/webpage.h"

#include "drawing/drawing.h"
#include "export/html.h"
#include "export/svg.h"
#include "export/svgpen.h"
#include "export/webdata.h"
#include "network/network.h"
#include "network/sentence.h"
#include "picture/legend.h"
#include "picture/strip.h"
#include "reports/chartground.h"
#include "resources/embedded.h"
#include "slides/picture.h"
#include "style/text.h"
#include "words/phrases.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QHash>

#include <algorithm>
#include <functional>

namespace dealscape::exporting {

namespace {

constexpr QSize networkPixels(1600, 1000);
constexpr QSizeF sceneSize(1264, 868);

using words::qt;

QByteArray resource(const char *name)
{
    resources::open();
    QFile file(QStringLiteral(":/web/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString policyHash(const QByteArray &text)
{
    return QStringLiteral("'sha256-%1'").arg(QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64()));
}

/// A drawing with what stands out in it.
struct Shown {
    drawing::Drawing drawing;
    paint::Emphasis emphasis = {};
};

/// The box round the marks of a network, with room for a finger; empty where there are none.
QRectF marksOf(const drawing::Drawing &drawing)
{
    constexpr double margin = 16;
    QRectF box;
    for (const drawing::NodeMark &node : drawing.nodes)
        box |= QRectF(node.centre - QPointF(node.radius, node.radius), QSizeF(2 * node.radius, 2 * node.radius));
    for (const drawing::EdgeMark &edge : drawing.edges)
        box |= edge.bounds;
    for (const drawing::LabelMark &label : drawing.labels)
        if (label.shown)
            box |= label.box;
    for (const drawing::HullMark &hull : drawing.hulls)
        box |= hull.outline.boundingRect();
    if (!drawing.columns.empty())
        box |= drawing.plot.adjusted(0, -drawing::columnHeadHeight, 0, 0);
    return box.isEmpty() ? box : box.adjusted(-margin, -margin, margin, margin);
}

/// Writes drawings for light and dark at once: each pair of colours is a variable of the style sheet.
class Inks {
public:
    QString name(const QColor &light, const QColor &dark)
    {
        const auto key = std::pair(light.rgb(), dark.rgb());
        const auto found = m_numbers.constFind(key);
        const qsizetype number = found == m_numbers.constEnd() ? m_pairs.size() : *found;
        if (found == m_numbers.constEnd()) {
            m_numbers.insert(key, number);
            m_pairs.append({light, dark});
        }
        return QStringLiteral("var(--c%1)").arg(number);
    }

    /// Both themes give the same marks in the same order, so that the colours of one are those of the other in turn.
    QByteArray svg(const Index &index, const network::Network &network, const QString &prefix,
                   const std::function<Shown(style::ThemeKind)> &draw)
    {
        QList<QColor> dark;
        SvgOptions options;
        options.prefix = prefix;
        options.embedded = true;
        options.transparent = true;
        options.ink = [&](const QColor &colour) {
            dark.append(colour);
            return QString();
        };
        const auto write = [&](style::ThemeKind theme) {
            const Shown shown = draw(theme);
            options.emphasis = shown.emphasis;
            options.seen = marksOf(shown.drawing);
            return exporting::svg(index, network, shown.drawing, options);
        };
        write(style::ThemeKind::Dark);
        qsizetype at = 0;
        options.ink = [&](const QColor &colour) { return name(colour, dark.value(at++, colour)); };
        return write(style::ThemeKind::Light);
    }

    QByteArray css(style::ThemeKind kind) const
    {
        const style::Theme &theme = style::theme(kind);
        QByteArray text;
        const auto add = [&](const char *name, const QColor &colour) {
            text += QByteArray("--") + name + ':' + colour.name().toLatin1() + ';';
        };
        add("canvas", theme.canvas);
        add("chrome", theme.chrome);
        add("dock", theme.dock);
        add("field", theme.field);
        add("border", theme.border);
        add("text", theme.text);
        add("text2", theme.textSecond);
        add("text3", theme.textThird);
        add("accent", theme.accent);
        add("tint", theme.accentTint);
        add("link", theme.layer(LayerStyle::Cloud).rim);
        for (qsizetype i = 0; i < m_pairs.size(); ++i)
            add(QByteArray("c" + QByteArray::number(i)).constData(), kind == style::ThemeKind::Dark ? m_pairs[i].second : m_pairs[i].first);
        return text;
    }

private:
    QHash<std::pair<QRgb, QRgb>, qsizetype> m_numbers;
    QList<std::pair<QColor, QColor>> m_pairs;
};

QString lensName(Lens lens)
{
    return lens == Lens::Value ? QStringLiteral("Value, $") : lens == Lens::Power ? QStringLiteral("Power, GW") : QStringLiteral("Deals");
}

class PageWriter {
public:
    PageWriter(const Index &index, const WebPage &page, const Progress &progress) : m_index(index), m_page(page), m_progress(progress) {}

    QByteArray write()
    {
        const QByteArray body = writeBody();
        if (m_progress.stop())
            return {};
        const QByteArray style = styleSheet();
        const QByteArray script = resource("page.js");
        Html html;
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" +
                 QStringLiteral("default-src 'none'; style-src %1; script-src %2; base-uri 'none'; form-action 'none'")
                     .arg(policyHash(style), policyHash(script))
                     .toLatin1() +
                 "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
                 "content=\"no-referrer\">\n");
        html.open(
            "meta",
            {{"name", QStringLiteral("generator")}, {"content", QStringLiteral("Dealscape ") + QCoreApplication::applicationVersion()}});
        if (!m_page.author.isEmpty())
            html.open("meta", {{"name", QStringLiteral("author")}, {"content", m_page.author}});
        html.line("title", title());
        html.raw("<style>" + style + "</style>\n</head>\n<body>\n");
        html.raw(body);
        QJsonObject data = webData(m_index, m_deals);
        data[QStringLiteral("lens")] = qt(word(m_lenses.front()));
        html.raw("<script type=\"application/json\" id=\"data\">" + scriptSafe(data) + "</script>\n<script>" + script +
                 "</script>\n</body>\n</html>\n");
        return html.bytes();
    }

private:
    QString title() const { return m_page.title.isEmpty() ? qt(m_index.dataset().title) : m_page.title; }
    bool hasStory() const { return m_page.story && !m_page.story->scenes.empty(); }

    QByteArray styleSheet() const
    {
        const QByteArray light = m_inks.css(style::ThemeKind::Light);
        const QByteArray dark = m_inks.css(style::ThemeKind::Dark);
        return ":root{" + light + "}\n@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark +
            "}}\n@media screen{:root[data-theme=dark]{" + dark + "color-scheme:dark}}\n:root[data-theme=light]{color-scheme:light}\n" +
            resource("page.css");
    }

    network::View view() const { return {m_index, m_page.perspective, m_picture.network}; }

    picture::PictureRequest request(Lens lens, style::ThemeKind theme) const
    {
        picture::PictureRequest asked;
        asked.perspective = m_page.perspective;
        asked.perspective.lens = lens;
        asked.theme = theme;
        asked.pixels = networkPixels;
        asked.magnification = 1;
        asked.parts = {};
        asked.opened = m_page.opened;
        asked.hands = m_page.hands;
        asked.whole = m_page.whole;
        return asked;
    }

    QByteArray writeBody()
    {
        Html html;
        m_lenses = {m_page.perspective.lens};
        if (!m_page.perspective.asReported)
            for (const Lens lens : {Lens::Value, Lens::Power})
                if (lens != m_lenses.front())
                    m_lenses.push_back(lens);
        picture::PictureRequest asked = request(m_lenses.front(), style::ThemeKind::Light);
        m_picture = picture::picture(m_index, asked, m_progress);
        m_deals.insert(m_picture.network.deals.begin(), m_picture.network.deals.end());
        if (hasStory())
            for (const Scene &scene : m_page.story->scenes) {
                const network::Network network = network::network(m_index, scene.perspective);
                m_deals.insert(network.deals.begin(), network.deals.end());
            }
        writeHeader(html);
        html.open("main");
        writeNetwork(html);
        if (hasStory())
            writeStory(html);
        html.open("section", {{"id", QStringLiteral("deals")}, {"aria-labelledby", QStringLiteral("deals-head")}});
        html.line("h2", QStringLiteral("All deals"), {{"id", QStringLiteral("deals-head")}});
        html.line("p", {}, {{"id", QStringLiteral("left")}, {"class", QStringLiteral("two")}});
        html.open("div",
                  {{"class", QStringLiteral("scroll")},
                   {"tabindex", QStringLiteral("0")},
                   {"role", QStringLiteral("region")},
                   {"aria-labelledby", QStringLiteral("deals-head")}});
        writeDealsTable(html, m_index, m_deals);
        html.close("div");
        html.close("section");
        html.close("main");
        html.raw("<aside id=\"panel\" aria-label=\"Details\"></aside>\n<div id=\"said\" class=\"hush\" aria-live=\"polite\"></div>\n");
        writeFooter(html);
        return html.bytes();
    }

    void button(Html &html, const QString &text, Html::Attributes attributes)
    {
        // A page without scripts shows them as what they are: not to be pressed.
        html.raw("<button type=\"button\" disabled");
        for (const auto &[name, value] : attributes)
            html.raw(QByteArray(" ") + name + "=\"" + value.toHtmlEscaped().toUtf8() + '"');
        html.raw(">");
        html.text(text);
        html.raw("</button>");
    }

    void writeHeader(Html &html)
    {
        const QString pressed = QStringLiteral("true");
        const QString released = QStringLiteral("false");
        html.raw("<a class=\"skip\" href=\"#deals\">Skip to the table of deals</a>\n<header>\n");
        html.line("h1", title());
        if (m_index.dataset().example)
            html.line("p", QStringLiteral("Invented example data"), {{"class", QStringLiteral("sub example")}});
        html.line("p",
                  network::countsSentence(m_picture.network) + QStringLiteral(". ") + network::asOfSentence(view()) + QStringLiteral(". ") +
                      network::filterSentence(view()),
                  {{"class", QStringLiteral("sub")}});
        html.raw("<div class=\"bar\">\n<div class=\"seg\" role=\"group\" aria-label=\"Show\">");
        button(html, QStringLiteral("Network"), {{"data-view", QStringLiteral("network")}, {"aria-pressed", pressed}});
        if (hasStory())
            button(html, QStringLiteral("Story"), {{"data-view", QStringLiteral("story")}, {"aria-pressed", released}});
        button(html, QStringLiteral("Deals"), {{"data-view", QStringLiteral("deals")}, {"aria-pressed", released}});
        html.raw("</div>\n<div class=\"seg\" id=\"lenses\" role=\"group\" aria-label=\"Widths show\">");
        for (const Lens lens : m_lenses)
            button(html, lensName(lens), {{"data-lens", qt(word(lens))}, {"aria-pressed", lens == m_lenses.front() ? pressed : released}});
        html.raw("</div>\n<div class=\"find\"><input id=\"find\" type=\"search\" placeholder=\"Find organisations, deals, sources\" "
                 "aria-label=\"Find organisations, deals and sources\" autocomplete=\"off\"><div id=\"hits\"></div></div>\n");
        button(html, QStringLiteral("Dark"), {{"id", QStringLiteral("theme")}, {"aria-pressed", released}});
        html.raw("</div>\n</header>\n");
    }

    void writePicture(Html &html, const QByteArray &svg, const QString &prefix, Lens lens, const QString &label)
    {
        html.open("div",
                  {{"class", QStringLiteral("pic")},
                   {"data-prefix", prefix},
                   {"data-lens", qt(word(lens))},
                   {"role", QStringLiteral("group")},
                   {"aria-label", label}});
        html.raw(svg);
        html.close("div");
    }

    void writeZoom(Html &html)
    {
        html.raw("<div class=\"zoom\">");
        button(html, QStringLiteral("−"), {{"data-zoom", QStringLiteral("0.7")}, {"aria-label", QStringLiteral("Zoom out")}});
        button(html, QStringLiteral("+"), {{"data-zoom", QStringLiteral("1.4")}, {"aria-label", QStringLiteral("Zoom in")}});
        button(html, QStringLiteral("Fit"), {{"data-zoom", QStringLiteral("fit")}});
        html.raw("</div>");
    }

    void writeNetwork(Html &html)
    {
        html.open("section", {{"id", QStringLiteral("network")}, {"aria-label", QStringLiteral("Network")}});
        html.open("div", {{"class", QStringLiteral("network")}});
        html.open("div", {{"class", QStringLiteral("legend")}});
        for (const Lens lens : m_lenses)
            writeLegend(html, lens);
        html.close("div");
        html.open("div", {{"class", QStringLiteral("stage")}});
        for (const Lens lens : m_lenses) {
            const QString prefix = QStringLiteral("n%1-").arg(static_cast<int>(lens));
            const Perspective perspective = request(lens, style::ThemeKind::Light).perspective;
            const network::Network network = network::network(m_index, perspective);
            const QByteArray svg = m_inks.svg(m_index, network, prefix, [&](style::ThemeKind theme) {
                return Shown{picture::picture(m_index, request(lens, theme), m_progress).drawing};
            });
            writePicture(html, svg, prefix, lens,
                         QStringLiteral("Network of deals by %1. Arrow keys move between organisations, Enter opens one.")
                             .arg(qt(label(lens)).toLower()));
        }
        writeZoom(html);
        html.close("div");
        html.close("div");
        writeSums(html);
        html.close("section");
    }

    void writeLegend(Html &html, Lens lens)
    {
        const Perspective perspective = request(lens, style::ThemeKind::Light).perspective;
        for (const picture::LegendSection &section : picture::legendSections({m_index, perspective, m_picture.network})) {
            const bool first = lens == m_lenses.front();
            if (!first && !section.body)
                continue;
            html.raw("<section");
            if (section.body)
                html.raw(" data-of-lens=\"" + qt(word(lens)).toUtf8() + '"');
            html.raw(">");
            html.line("h3", section.head + (section.unit.isEmpty() ? QString() : QStringLiteral(", ") + section.unit));
            if (section.body)
                html.raw(
                    sign({picture::legendColumn, section.bodyHeight}, [&](drawing::ChromeSheet &sheet) { section.body(sheet, {}, {}); }));
            html.open("ul");
            for (const picture::LegendRow &row : section.rows)
                if (row.present || row.filtered)
                    writeLegendRow(html, row);
            html.close("ul");
            html.raw("</section>\n");
        }
    }

    QString filterOf(const drawing::Target &target) const
    {
        switch (target.kind) {
        case drawing::TargetKind::Layer:
            return QStringLiteral("layer:") + qt(m_index.dataset().layers[static_cast<std::size_t>(target.index)].id.text());
        case drawing::TargetKind::Family:
            return QStringLiteral("family:") + qt(word(static_cast<Family>(target.index)));
        case drawing::TargetKind::Certainty:
            return QStringLiteral("certainty:") + qt(word(static_cast<Certainty>(target.index)));
        default:
            return {};
        }
    }

    void writeLegendRow(Html &html, const picture::LegendRow &row)
    {
        constexpr double height = 20;
        constexpr double width = 36;
        const QByteArray drawn = row.sign ? sign({width, height},
                                                 [&](drawing::ChromeSheet &sheet) {
                                                     row.sign(sheet, {1, height / 2}, height);
                                                 })
                                          : QByteArray();
        const QString filter = filterOf(row.target);
        html.open("li");
        if (filter.isEmpty())
            html.raw("<div class=\"key\">");
        else
            html.raw("<button type=\"button\" disabled aria-pressed=\"true\" data-filter=\"" + filter.toHtmlEscaped().toUtf8() + "\">");
        html.raw(drawn);
        html.line("span", row.label);
        html.line("span", row.figure);
        html.raw(filter.isEmpty() ? "</div>" : "</button>");
        html.close("li");
    }

    /// A drawing of the legend, as large as it is there.
    QByteArray sign(QSizeF size, const std::function<void(drawing::ChromeSheet &)> &draw)
    {
        QByteArray svg = m_inks.svg(m_index, {}, {}, [&](style::ThemeKind theme) {
            drawing::ChromeSheet sheet(theme);
            draw(sheet);
            Shown shown;
            shown.drawing.theme = theme;
            shown.drawing.size = size;
            shown.drawing.chrome = sheet.take();
            return shown;
        });
        return svg.replace("<svg ",
                           "<svg aria-hidden=\"true\" width=\"" + SvgPen::number(size.width()).toLatin1() + "\" height=\"" +
                               SvgPen::number(size.height()).toLatin1() + "\" ");
    }

    void writeSums(Html &html)
    {
        const picture::StripTable table = picture::stripTable(view());
        if (table.rows.empty())
            return;
        html.open("div", {{"class", QStringLiteral("sums")}});
        html.open("table");
        html.line("caption", QStringLiteral("What is in view, counted once, from low to high bound. Rows are not added to one another."));
        html.raw("<thead><tr><td></td>");
        for (const auto &column : table.columns)
            html.line("th", column ? qt(label(*column)) : QStringLiteral("As reported"), {{"scope", QStringLiteral("col")}});
        html.raw("</tr></thead><tbody>");
        for (const picture::StripRow &row : table.rows) {
            html.open("tr");
            html.line("th", row.name, {{"scope", QStringLiteral("row")}});
            for (const QString &cell : row.cells)
                html.line("td", cell);
            html.line("td", row.note);
            html.close("tr");
        }
        html.raw("</tbody></table></div>\n");
    }

    void writeStory(Html &html)
    {
        html.open("section", {{"id", QStringLiteral("story")}, {"aria-label", QStringLiteral("Story")}});
        const auto &scenes = m_page.story->scenes;
        for (std::size_t i = static_cast<std::size_t>(m_page.start - 1); i < scenes.size() && !m_progress.stop(); ++i)
            writeScene(html, scenes[i], static_cast<int>(i) + 1);
        html.raw("<div class=\"steps\">");
        button(html, QStringLiteral("← Previous"), {{"id", QStringLiteral("earlier")}});
        html.raw("<span id=\"place\"></span>");
        button(html, QStringLiteral("Next →"), {{"id", QStringLiteral("later")}});
        html.raw("<span class=\"two\">Arrow keys step</span></div>");
        html.close("section");
    }

    void writeScene(Html &html, const Scene &scene, int number)
    {
        const slides::Subject subject = slides::subjectOf(m_index, scene);
        const QString prefix = QStringLiteral("s%1-").arg(number);
        const auto kind = parseWord<reports::ChartKind>(scene.chart);
        html.open("article", {{"class", QStringLiteral("scene")}});
        html.line("h2", qt(scene.name));
        html.line("p", qt(scene.caption), {{"class", QStringLiteral("said")}});
        html.open("div", {{"class", kind ? QStringLiteral("beside charted") : QStringLiteral("beside")}});
        html.open("div", {{"class", QStringLiteral("stage")}});
        const QByteArray svg =
            m_inks.svg(m_index, subject.network, prefix, [&](style::ThemeKind theme) { return sceneDrawing(scene, subject, theme); });
        writePicture(html, svg, prefix, scene.perspective.lens, QStringLiteral("Picture of the scene"));
        writeZoom(html);
        html.close("div");
        if (kind)
            writeChart(html, scene, *kind);
        html.close("div");
        if (!scene.notes.empty()) {
            html.open("details", {{"class", QStringLiteral("notes")}});
            html.line("summary", QStringLiteral("Notes"));
            html.line("p", qt(scene.notes));
            html.close("details");
        }
        html.close("article");
    }

    Shown sceneDrawing(const Scene &scene, const slides::Subject &subject, style::ThemeKind theme) const
    {
        const QRectF area(QPointF(), sceneSize);
        slides::SlidePicture picture = slides::slidePicture({m_index, scene, theme, sceneSize}, subject, area);
        Shown shown{std::move(picture.layer.drawing), std::move(picture.layer.emphasis)};
        const double magnification = picture.layer.magnification;
        shown.drawing.size = sceneSize / magnification;
        if (picture.middle) {
            const style::Theme &colours = style::theme(theme);
            drawing::ChromeSheet sheet(theme);
            const QPointF centre = picture.middle->centre / magnification;
            const double line = style::lineHeight(style::FontRole::Title);
            sheet.lineCentred(centre.x(), centre.y() - line, picture.middle->figure, style::FontRole::Title, colours.text);
            sheet.lineCentred(centre.x(), centre.y(), picture.middle->words, style::FontRole::Small, colours.textSecond);
            std::ranges::move(sheet.take(), std::back_inserter(shown.drawing.chrome));
        }
        return shown;
    }

    void writeChart(Html &html, const Scene &scene, reports::ChartKind kind)
    {
        reports::ChartQuestion question;
        question.kind = kind;
        question.lens = scene.perspective.lens;
        question.most = 8;
        if (scene.perspective.focus && kind == reports::ChartKind::Partner)
            question.subject = scene.perspective.focus->organization;
        const reports::ChartTable table = reports::chartTable(reports::ChartGround(m_index, scene.perspective), question);
        html.open("div", {{"class", QStringLiteral("chart")}});
        html.line("h3", table.title);
        html.line("p", table.counts, {{"class", QStringLiteral("two")}});
        std::int64_t largest = 1;
        for (const reports::ChartGroup &group : table.groups)
            for (const reports::ChartRow &row : group.rows)
                largest = std::max({largest, row.amount.high.value_or(0), row.amount.low.value_or(0)});
        for (const reports::ChartGroup &group : table.groups) {
            html.open("table");
            html.line("caption", group.title);
            for (const reports::ChartRow &row : group.rows) {
                html.open("tr");
                html.line("th", row.label, {{"scope", QStringLiteral("row")}});
                html.raw("<td>" + bar(row, largest) + "</td>");
                html.line("td", row.text);
                html.close("tr");
            }
            html.close("table");
        }
        if (!table.missing.isEmpty())
            html.line("p", table.missing, {{"class", QStringLiteral("two")}});
        html.close("div");
    }

    /// A bar up to the high bound, in the colours of its certainties.
    QByteArray bar(const reports::ChartRow &row, std::int64_t largest)
    {
        const style::Theme &light = style::theme(style::ThemeKind::Light);
        const style::Theme &dark = style::theme(style::ThemeKind::Dark);
        QByteArray svg = "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">";
        double x = 0;
        const auto add = [&](std::int64_t amount, const QString &ink) {
            const double width = 100.0 * static_cast<double>(amount) / static_cast<double>(largest);
            if (width > 0)
                svg += "<rect x=\"" + SvgPen::number(x).toLatin1() + "\" y=\"0\" width=\"" + SvgPen::number(width).toLatin1() +
                    "\" height=\"10\" fill=\"" + ink.toLatin1() + "\"/>";
            x += width;
        };
        for (const reports::ChartSegment &segment : row.segments)
            add(segment.high, m_inks.name(light.certainty(segment.certainty), dark.certainty(segment.certainty)));
        if (row.segments.empty())
            add(row.amount.high ? *row.amount.high : row.amount.low.value_or(0),
                m_inks.name(light.certainty(Certainty::Binding), dark.certainty(Certainty::Binding)));
        return svg + "</svg>";
    }

    void writeFooter(Html &html)
    {
        html.open("footer");
        html.text(QStringLiteral("Made with Dealscape %1").arg(QCoreApplication::applicationVersion()));
        if (!m_page.author.isEmpty())
            html.text(QStringLiteral(" by ") + m_page.author);
        html.text(QStringLiteral(". Figures are those of the sources linked; a range runs from its low to its high bound."));
        html.close("footer");
    }

    const Index &m_index;
    const WebPage &m_page;
    const Progress &m_progress;
    Inks m_inks;
    std::vector<Lens> m_lenses;
    picture::Picture m_picture;
    std::set<int> m_deals;
};

} // namespace

QByteArray webPage(const Index &index, const WebPage &page, const Progress &progress)
{
    return PageWriter(index, page, progress).write();
}

} // namespace dealscape::exporting
