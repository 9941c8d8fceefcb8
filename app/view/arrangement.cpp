// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/arrangement.h"

#include "view/columns.h"
#include "view/sentence.h"
#include "view/sources.h"
#include "view/text.h"
#include "view/trail.h"

#include <algorithm>
#include <utility>

namespace dealscape::view {

namespace {

constexpr double margin = 16;
constexpr double topMargin = 10;
constexpr double gutter = 16;
constexpr double titleColumn = 240;
/// Room kept for the pill at the right of the footer.
constexpr double pillRoom = 170;
/// The least the network needs to be worth drawing beside the rest.
constexpr QSizeF leastPlot(320, 220);

QString titleOf(const Index &index, const Style &style)
{
    return (style.title.isEmpty() ? QString::fromStdString(index.dataset().title) : style.title).simplified();
}

std::vector<Words> asOfWords(const Index &index, const Perspective &perspective, const Network &network, const Style &style)
{
    std::vector<Words> words;
    const bool reported = perspective.asReported;
    if (style.parts & Part::Strip)
        words.push_back({reported                              ? QStringLiteral("As the article states it, not counted once")
                             : perspective.lens == Lens::Value ? QStringLiteral("Counted once, low to high bound")
                             : perspective.lens == Lens::Power ? QStringLiteral("Planned capacity, counted once")
                                                               : QStringLiteral("Number of deals, counted once")});
    if (style.parts & Part::AsOf)
        words.push_back({asOfSentence(index, network), FontRole::SmallBold});
    if ((style.parts & Part::Strip) && !reported && perspective.lens != Lens::Deals)
        words.push_back({perspective.lens == Lens::Value ? QStringLiteral("Rows are not added: capital pays for compute")
                                                         : QStringLiteral("Rows are not added: the same electricity")});
    return words;
}

double widest(const std::vector<Words> &words)
{
    double width = 0;
    for (const Words &line : words)
        width = std::max(width, textWidth(line.text, line.font));
    return width;
}

/// A paragraph broken into lines between words; a longer word is shortened.
QStringList paragraph(const QString &text, FontRole font, double width)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (line.isEmpty() || textWidth(longer, font) <= width) {
            line = longer;
            continue;
        }
        lines << shortened(line, font, width);
        line = word;
    }
    if (!line.isEmpty())
        lines << shortened(line, font, width);
    return lines;
}

/// A title on one line or on two of about the same length.
QStringList titleLinesOf(const QString &title, double width)
{
    if (textWidth(title, FontRole::Title) <= width)
        return {title};
    qsizetype best = -1;
    double least = width;
    for (qsizetype at = title.indexOf(u' '); at >= 0; at = title.indexOf(u' ', at + 1)) {
        const double wider = std::max(textWidth(title.left(at), FontRole::Title), textWidth(title.mid(at + 1), FontRole::Title));
        if (wider > least)
            continue;
        best = at;
        least = wider;
    }
    return best < 0 ? wrapped(title, FontRole::Title, width) : QStringList{title.left(best), title.mid(best + 1)};
}

/// Shares out the picture, part by part from the top to what is left for the network.
class Arranger {
public:
    Arranger(const Index &index, const Perspective &perspective, const Network &network, const Style &style, Scaling scaling)
        : m_index(index),
          m_perspective(perspective),
          m_network(network),
          m_style(style),
          m_scaling(scaling),
          m_bottom(style.size.height() - gutter / 2)
    {}

    Arrangement arrange()
    {
        for (const Parts without :
             {Parts(), Parts(Part::Strip), Parts(Part::Strip) | Part::Title, Parts(Part::Strip) | Part::Title | Part::FilterSentence})
        {
            m_parts = m_style.parts & ~without;
            m_result = {};
            m_right = m_style.size.width() - margin;
            placeFooter();
            placeSources();
            placeTop();
            placeLegend();
            placeTrail();
            if (enough(m_result.frames.plot))
                return m_result;
        }
        m_result = {};
        m_result.frames.plot = QRectF(QPointF(), m_style.size);
        return m_result;
    }

private:
    static bool enough(const QRectF &plot) { return plot.width() >= leastPlot.width() && plot.height() >= leastPlot.height(); }

    void placeFooter()
    {
        m_plotBottom = m_bottom;
        double height = 0;
        if (m_parts & Part::FilterSentence) {
            const double room = m_right - margin - (m_parts & Part::HiddenLabels ? pillRoom : 0);
            m_result.footerLines = paragraph(filterSentence(m_index, m_perspective, m_network), FontRole::Small, room);
            height = Measures::smallLine * static_cast<double>(m_result.footerLines.size() - 1) + Measures::pillHeight;
        }
        if (m_parts & Part::HiddenLabels)
            height = std::max(height, Measures::pillHeight);
        if (height == 0)
            return;
        m_result.frames.footer = QRectF(margin, m_bottom - height, m_right - margin, height);
        m_plotBottom -= height + gutter / 2;
    }

    /// A column at the right, where the picture is wide enough to have one.
    void placeSources()
    {
        constexpr double leastWidth = 1240;
        if (!(m_parts & Part::Sources) || m_style.size.width() < leastWidth)
            return;
        m_result.frames.sources = QRectF(m_right - sourceColumn, topMargin, sourceColumn, m_plotBottom - topMargin);
        m_right -= sourceColumn + 1.5 * gutter;
    }

    void placeTop()
    {
        m_result.asOf = asOfWords(m_index, m_perspective, m_network, partsLeft());
        m_result.strip = stripTable(m_index, m_perspective, m_network);
        m_result.stripRows = m_style.size.height() < 560 ? 5 : m_style.size.height() < 760 ? 7 : 12;
        const bool strip = m_parts.testFlag(Part::Strip) && !m_result.strip.rows.empty();
        const double beside = m_right - margin - titleColumn - gutter;
        const double asOf = m_result.asOf.empty() ? 0 : widest(m_result.asOf) + 1.5 * gutter;
        const double kept = strip ? stripWidth(m_result.strip, Notes::Kept) : 0;
        const double bare = strip ? stripWidth(m_result.strip, Notes::Omitted) : 0;
        if (kept + asOf <= beside)
            placeStripBeside(strip, Notes::Kept, asOf);
        else if (kept <= beside)
            placeStripBeside(strip, Notes::Kept, 0);
        else if (kept <= m_right - margin)
            placeStripBelow(Notes::Kept);
        else if (bare <= m_right - margin)
            placeStripBelow(Notes::Omitted);
        else
            placeTitle(m_right - margin, true);
    }

    Style partsLeft() const
    {
        Style style = m_style;
        style.parts = m_parts;
        return style;
    }

    void placeStripBeside(bool strip, Notes notes, double asOf)
    {
        placeTitle(titleColumn, asOf == 0);
        if (asOf > 0)
            m_result.frames.asOf = QRectF(m_right - asOf, topMargin, asOf, Measures::asOfLine * static_cast<double>(m_result.asOf.size()));
        if (strip)
            placeStrip({margin + titleColumn + gutter, topMargin}, m_right - asOf, notes);
    }

    void placeStripBelow(Notes notes)
    {
        placeTitle(m_right - margin, true);
        placeStrip({margin, m_result.frames.title.isEmpty() ? topMargin : m_result.frames.title.bottom() + gutter / 2}, m_right, notes);
    }

    void placeStrip(QPointF topLeft, double right, Notes notes)
    {
        m_result.notes = notes;
        m_result.frames.strip = QRectF(topLeft, QSizeF(right - topLeft.x(), stripHeight(m_result.strip, m_result.stripRows)));
    }

    void placeTitle(double width, bool folded)
    {
        if (m_parts & Part::Title) {
            m_result.titleLines = titleLinesOf(titleOf(m_index, m_style), width);
            if (m_index.dataset().example)
                m_result.titleSmall.push_back({QStringLiteral("Example data, invented"), FontRole::SmallBold});
            for (const QString &line : paragraph(countsSentence(m_network), FontRole::Small, width))
                m_result.titleSmall.push_back({line, FontRole::Small});
        }
        if (folded) {
            for (const Words &words : std::exchange(m_result.asOf, {}))
                for (const QString &line : paragraph(words.text, words.font, width))
                    m_result.titleSmall.push_back({line, words.font});
        }
        const double height = Measures::titleLine * static_cast<double>(m_result.titleLines.size()) + Measures::titleGap +
            Measures::smallLine * static_cast<double>(m_result.titleSmall.size());
        if (height > Measures::titleGap)
            m_result.frames.title = QRectF(margin, topMargin, width, height);
    }

    void placeLegend()
    {
        const Frames &frames = m_result.frames;
        const double top = std::max(
            {topMargin, frames.strip.bottom() + gutter / 2, frames.asOf.bottom() + gutter / 2, frames.title.bottom() + gutter / 2});
        const bool columns = m_perspective.layout == LayoutKind::SupplyChain && !m_network.nodes.empty();
        const double heads = columns ? columnHeadHeight : 0;
        const QRectF whole(margin, top + heads, m_right - margin, m_plotBottom - top - heads);
        m_result.frames.plot = whole;
        if (!(m_parts & Part::Legend))
            return;
        const auto sections = legendSections(m_index, m_perspective, m_network, m_scaling);
        if (m_style.size.width() >= 900 && placeLegendLeft(sections, whole))
            return;
        placeLegendBelow(sections, whole);
    }

    bool placeLegendLeft(const std::vector<LegendSection> &sections, const QRectF &whole)
    {
        const Frames &frames = m_result.frames;
        const bool stripAbove = !frames.strip.isEmpty() && frames.strip.left() < margin + legendColumn;
        const double above = std::max(stripAbove ? frames.strip.bottom() : topMargin - gutter, frames.title.bottom());
        const double top = above + gutter;
        auto plan = planLegend(sections, {legendColumn, m_plotBottom - top});
        const QRectF plot = whole.adjusted(legendColumn + gutter, 0, 0, 0);
        if (!plan || !enough(plot))
            return false;
        m_result.frames.legend = QRectF(QPointF(margin, top), plan->size);
        m_result.legend = std::move(plan);
        m_result.frames.plot = plot;
        return true;
    }

    void placeLegendBelow(const std::vector<LegendSection> &sections, const QRectF &whole)
    {
        const double height = whole.height() - gutter - std::max(leastPlot.height(), 0.5 * m_style.size.height());
        auto plan = planLegend(sections, {whole.width(), height});
        if (!plan)
            return;
        m_result.frames.legend = QRectF(QPointF(margin, whole.bottom() - plan->size.height()), plan->size);
        m_result.frames.plot.setBottom(m_result.frames.legend.top() - gutter);
        m_result.legend = std::move(plan);
    }

    /// The sentence of a lit trail, above the network and its column heads; left out where it would take too much room.
    void placeTrail()
    {
        const auto trail = m_parts & Part::Title ? litTrail(m_index, m_perspective, m_network) : std::nullopt;
        if (!trail)
            return;
        QRectF &plot = m_result.frames.plot;
        const QString sentence = trailSentence(m_index, m_network, *trail);
        const bool fits = paragraph(sentence, FontRole::Title, plot.width()).size() <= 2;
        const bool roomy = fits && m_style.size.height() >= 760;
        std::vector<Words> words;
        for (const QString &line : roomy ? titleLinesOf(sentence, plot.width()) : paragraph(sentence, FontRole::BodyBold, plot.width()))
            words.push_back({line, roomy ? FontRole::Title : FontRole::BodyBold});
        for (const QString &line : paragraph(trailNote(*trail), FontRole::Small, plot.width()))
            words.push_back({line, FontRole::Small});
        double height = gutter / 2;
        for (const Words &line : words)
            height += line.font == FontRole::Title ? Measures::titleLine : lineHeight(line.font);
        if (!enough(plot.adjusted(0, height, 0, 0)))
            return;
        const bool columns = m_perspective.layout == LayoutKind::SupplyChain && !m_network.nodes.empty();
        m_result.frames.trail = QRectF(plot.left(), plot.top() - (columns ? columnHeadHeight : 0), plot.width(), height);
        m_result.trail = std::move(words);
        plot.setTop(plot.top() + height);
    }

    const Index &m_index;
    const Perspective &m_perspective;
    const Network &m_network;
    const Style &m_style;
    Scaling m_scaling;
    double m_right = 0;
    double m_bottom;
    double m_plotBottom = 0;
    Parts m_parts;
    Arrangement m_result;
};

} // namespace

Arrangement arrange(const Index &index, const Perspective &perspective, const Network &network, const Style &style, Scaling scaling)
{
    return Arranger(index, perspective, network, style, scaling).arrange();
}

Frames frames(const Index &index, const Perspective &perspective, const Network &network, const Style &style)
{
    return arrange(index, perspective, network, style, {}).frames;
}

QRectF plotArea(const Index &index, const Perspective &perspective, const Network &network, const Style &style)
{
    return frames(index, perspective, network, style).plot;
}

} // namespace dealscape::view
