// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/page.h"

#include "drawing/drawing.h"
#include "drawing/places.h"
#include "network/network.h"
#include "network/sentence.h"
#include "picture/pagewords.h"
#include "style/text.h"

#include <algorithm>
#include <utility>

namespace dealscape::picture {

namespace {

constexpr double windowMargin = 16;
constexpr double windowTop = 10;
/// The widest margin of a page, and the least picture that is arranged as one.
constexpr double pageMargin = 48;
constexpr QSizeF leastPage(1500, 840);
constexpr double gutter = 16;
constexpr double titleColumn = 240;
/// Room kept for the pill at the right of the footer.
constexpr double pillRoom = 200;
/// A picture of less height gives up the notes of the strip rather than have it stand below the title.
constexpr double low = 620;
/// One of yet less height names the rows without an amount in one line, and is titled in the width of the legend.
constexpr double lowest = 560;
/// The least the network needs to be worth drawing beside the rest.
constexpr QSizeF leastPlot(320, 220);
/// The height it may be brought down to by words on what is lit.
constexpr double leastLit = 180;

/// Shares out the picture, part by part from the top to what is left for the network.
class Arranger {
public:
    Arranger(const network::View &view, const Style &style)
        : m_view(view),
          m_style(style),
          m_trail(network::litTrail(view)),
          m_sources(style.parts & Part::Sources ? std::optional(numberedSources(view.index, view.network)) : std::nullopt),
          m_page(style.form == Form::Page && style.size.width() >= leastPage.width() && style.size.height() >= leastPage.height()),
          m_margin(m_page ? std::min(pageMargin, style.size.width() / 40) : windowMargin),
          m_top(m_page ? m_margin - 8 : windowTop),
          m_bottom(style.size.height() - (m_page ? m_margin / 3 : gutter / 2))
    {}

    Page arrange()
    {
        for (const Parts without :
             {Parts(), Parts(Part::Strip), Parts(Part::Strip) | Part::Title, Parts(Part::Strip) | Part::Title | Part::FilterSentence})
        {
            m_parts = m_style.parts & ~without;
            begin();
            if (m_page)
                placePage();
            else
                placeWindow();
            const bool room = enough(m_result.frames.plot);
            placeTrail();
            if (room)
                return m_result;
        }
        m_parts = {};
        begin();
        m_result.frames.plot = QRectF(QPointF(), m_style.size);
        return m_result;
    }

    /// The same picture with the parts where they have their places beside all of a ground, so that nothing moves for a filter or a
    /// lens. A strip or a legend that is larger there gives up notes and rows.
    Page arrangeAs(const Page &whole)
    {
        m_parts = whole.parts;
        m_parts.setFlag(Part::Title, m_parts.testFlag(Part::Title) && !whole.frames.title.isEmpty());
        begin();
        placeFooter();
        placeSources();
        measureStrip();
        placeTitle(whole.frames.title.width(), whole.frames.asOf.isEmpty());
        if (!whole.frames.asOf.isEmpty())
            placeAsOf();
        placeStripAs(whole);
        placeLegendAs(whole);
        m_result.frames.plot = whole.frames.plot;
        placeTrail();
        return m_result;
    }

private:
    void begin()
    {
        m_result = {};
        m_result.parts = m_parts;
        m_result.trail = m_trail;
        m_result.sources = m_sources;
        m_right = m_style.size.width() - m_margin;
    }

    static bool enough(const QRectF &plot) { return plot.width() >= leastPlot.width() && plot.height() >= leastPlot.height(); }

    void placeWindow()
    {
        placeFooter();
        placeSources();
        placeTop();
        placeLegend();
    }

    void placePage()
    {
        placePageFooter();
        placeSources();
        placePageLegend();
        placePageTop();
    }

    void placePageFooter()
    {
        m_plotBottom = m_bottom;
        if (!(m_parts & (Parts(Part::FilterSentence) | Part::AsOf | Part::HiddenLabels)))
            return;
        const QString asOf = m_parts & Part::AsOf ? network::asOfSentence(m_view).section(u',', 0, 0) + QStringLiteral("    ") : QString();
        m_result.signature = asOf + QStringLiteral("Dealscape");
        m_result.footerLines = {scalesSentence(m_view.perspective)};
        m_result.frames.footer = QRectF(m_margin, m_bottom - Measures::pillHeight, m_right - m_margin, Measures::pillHeight);
        m_plotBottom = m_result.frames.footer.top() - gutter;
    }

    /// A column between the network and the sources.
    void placePageLegend()
    {
        if (!(m_parts & Part::Legend))
            return;
        m_result.legend = planLegend(legendSections(m_view), {legendColumn, m_plotBottom - m_top});
        if (!m_result.legend)
            return;
        m_result.frames.legend = QRectF({m_right - legendColumn, m_top}, m_result.legend->size);
        m_right -= legendColumn + 1.5 * gutter;
    }

    /// Title and sentence over the whole width, the figures below them.
    void placePageTop()
    {
        measureStrip();
        const bool strip = m_parts.testFlag(Part::Strip) && !m_result.strip.rows.empty();
        const double width = m_right - m_margin;
        const double asOf = m_result.asOf.empty() ? 0 : widest(m_result.asOf) + 1.5 * gutter;
        const Notes notes = strip && stripWidth(m_result.strip, Notes::Kept) > width ? Notes::Omitted : Notes::Kept;
        const double needed = strip ? stripWidth(m_result.strip, notes) : 0;
        const bool beside = asOf > 0 && needed + asOf <= width;
        placeTitle(width, !beside);
        const double top = m_result.frames.title.isEmpty() ? m_top : m_result.frames.title.bottom() + gutter / 2;
        if (beside)
            m_result.frames.asOf = QRectF(m_right - asOf, top, asOf, Measures::asOfLine * static_cast<double>(m_result.asOf.size()));
        if (strip && needed <= width)
            placeStrip({m_margin, top}, m_right - (beside ? asOf : 0), notes);
        placePlot();
    }

    void placeFooter()
    {
        m_plotBottom = m_bottom;
        double height = 0;
        if (m_parts & Part::FilterSentence) {
            const double room = m_right - m_margin - (m_parts & Part::HiddenLabels ? pillRoom : 0);
            m_result.footerLines = paragraph(network::filterSentence(m_view), style::FontRole::Small, room);
            height = Measures::smallLine * static_cast<double>(m_result.footerLines.size() - 1) + Measures::pillHeight;
        }
        if (m_parts & Part::HiddenLabels)
            height = std::max(height, Measures::pillHeight);
        if (height == 0)
            return;
        const double left = m_parts & Part::FilterSentence ? m_margin : std::max(m_margin, m_right - pillRoom);
        m_result.frames.footer = QRectF(left, m_bottom - height, m_right - left, height);
        m_plotBottom -= height + gutter / 2;
    }

    /// A column at the right, where the picture is wide enough to have one; on a narrower page columns at its foot, as far as they leave
    /// the network most of it.
    void placeSources()
    {
        constexpr double leastWidth = 1240;
        constexpr double most = 0.22;
        if (!(m_parts & Part::Sources))
            return;
        if (m_style.size.width() < leastWidth) {
            if (m_style.form != Form::Page)
                return;
            const double height = std::min(leastSourcesHeight(*m_sources, m_right - m_margin), most * m_style.size.height());
            m_result.frames.sources = QRectF(m_margin, m_plotBottom - height, m_right - m_margin, height);
            m_plotBottom -= height + gutter;
            return;
        }
        m_result.frames.sources = QRectF(m_right - sourceColumn, m_top, sourceColumn, m_plotBottom - m_top);
        m_right -= sourceColumn + 1.5 * gutter;
    }

    void measureStrip()
    {
        m_result.asOf = asOfWords(m_view, partsLeft());
        m_result.strip = stripTable(m_view);
        m_result.stripRows = m_style.size.height() < 760 ? 7 : 12;
        if (m_style.size.height() < lowest)
            if (const int rows = amountsFirst(m_result.strip); rows > 0)
                m_result.stripRows = std::min(rows, 5);
    }

    void placeTop()
    {
        measureStrip();
        const bool strip = m_parts.testFlag(Part::Strip) && !m_result.strip.rows.empty();
        const double beside = m_right - m_margin - titleColumn - gutter;
        const double asOf = m_result.asOf.empty() ? 0 : widest(m_result.asOf) + 1.5 * gutter;
        const double kept = strip ? stripWidth(m_result.strip, Notes::Kept) : 0;
        const double bare = strip ? stripWidth(m_result.strip, Notes::Omitted) : 0;
        if (kept + asOf <= beside)
            placeStripBeside(strip, Notes::Kept, asOf);
        else if (kept <= beside)
            placeStripBeside(strip, Notes::Kept, 0);
        else if (m_style.size.height() < low && bare <= beside)
            placeStripBeside(strip, Notes::Omitted, 0);
        else if (kept <= m_right - m_margin)
            placeStripBelow(Notes::Kept);
        else if (bare <= m_right - m_margin)
            placeStripBelow(Notes::Omitted);
        else
            placeTitle(m_right - m_margin, true);
    }

    void placeAsOf()
    {
        const double width = widest(m_result.asOf) + 1.5 * gutter;
        m_result.frames.asOf = QRectF(m_right - width, m_top, width, Measures::asOfLine * static_cast<double>(m_result.asOf.size()));
    }

    void placeStripAs(const Page &whole)
    {
        const double width = whole.frames.strip.width();
        const bool kept = whole.notes == Notes::Kept && stripWidth(m_result.strip, Notes::Kept) <= width;
        m_result.notes = kept ? Notes::Kept : Notes::Omitted;
        if (m_result.strip.rows.empty() || stripWidth(m_result.strip, m_result.notes) > width)
            return;
        m_result.frames.strip = whole.frames.strip;
        const double height = whole.frames.strip.height();
        m_result.stripRows = static_cast<int>(m_result.strip.rows.size());
        while (m_result.stripRows > 1 && stripHeight(m_result.strip, m_result.stripRows) > height)
            --m_result.stripRows;
    }

    void placeLegendAs(const Page &whole)
    {
        const QRectF &frame = whole.frames.legend;
        if (frame.isEmpty())
            return;
        const bool left = frame.right() <= whole.frames.plot.left();
        const double top = left ? std::max(frame.top(), m_result.frames.title.bottom() + gutter) : frame.top();
        const double bottom = m_result.frames.footer.left() < m_margin + legendColumn + gutter ? m_plotBottom : m_bottom;
        const QSizeF room(left ? legendColumn : whole.frames.plot.width(), left ? bottom - top : frame.height());
        m_result.legend = planLegend(legendSections(m_view), room);
        if (m_result.legend)
            m_result.frames.legend = QRectF({m_margin, top}, m_result.legend->size);
    }

    Style partsLeft() const
    {
        Style style = m_style;
        style.parts = m_parts;
        return style;
    }

    void placeStripBeside(bool strip, Notes notes, double asOf)
    {
        placeTitle(m_style.size.height() < lowest ? legendColumn : titleColumn, asOf == 0);
        if (asOf > 0)
            placeAsOf();
        if (strip)
            placeStrip({m_margin + titleColumn + gutter, m_top}, m_right - asOf, notes);
    }

    void placeStripBelow(Notes notes)
    {
        placeTitle(m_right - m_margin, true);
        placeStrip({m_margin, m_result.frames.title.isEmpty() ? m_top : m_result.frames.title.bottom() + gutter / 2}, m_right, notes);
    }

    void placeStrip(QPointF topLeft, double right, Notes notes)
    {
        m_result.notes = notes;
        m_result.frames.strip = QRectF(topLeft, QSizeF(right - topLeft.x(), stripHeight(m_result.strip, m_result.stripRows)));
    }

    void placeTitle(double width, bool folded)
    {
        if (m_parts & Part::Title) {
            m_result.titleLines = titleLinesOf(titleOf(m_view.index, m_style), width);
            if (m_view.index.dataset().example)
                m_result.titleSmall.push_back({QStringLiteral("Example data, invented"), style::FontRole::SmallBold});
        }
        if (const QString sentence = sentenceBelow(); !sentence.isEmpty())
            for (const QString &line : paragraph(sentence, style::FontRole::Small, width))
                m_result.titleSmall.push_back({line, style::FontRole::Small});
        if (folded) {
            for (const Words &words : std::exchange(m_result.asOf, {}))
                for (const QString &line : paragraph(words.text, words.font, width))
                    m_result.titleSmall.push_back({line, words.font});
        }
        const double height = Measures::titleLine * static_cast<double>(m_result.titleLines.size()) + Measures::titleGap +
            Measures::smallLine * static_cast<double>(m_result.titleSmall.size());
        if (height > Measures::titleGap)
            m_result.frames.title = QRectF(m_margin, m_top, width, height);
    }

    /// What stands under the title: how much is drawn and, on a page, what is left out.
    QString sentenceBelow() const
    {
        QString counts = m_parts & Part::Title ? network::countsSentence(m_view.network) : QString();
        if (!m_page || !(m_parts & Part::FilterSentence))
            return counts;
        return (counts.isEmpty() ? QString() : counts + QStringLiteral(". ")) + network::filterSentence(m_view);
    }

    double headsHeight() const
    {
        return m_view.perspective.layout == LayoutKind::SupplyChain && !m_view.network.nodes.empty() ? drawing::columnHeadHeight : 0;
    }

    double belowFigures() const
    {
        const Frames &frames = m_result.frames;
        return std::max({m_top, frames.strip.bottom() + gutter / 2, frames.asOf.bottom() + gutter / 2});
    }

    QRectF plotFrom(double left, double top) const
    {
        return {left, top + headsHeight(), m_right - left, m_plotBottom - top - headsHeight()};
    }

    /// What is left between the parts that are placed.
    QRectF placePlot()
    {
        m_result.frames.plot = plotFrom(m_margin, std::max(belowFigures(), m_result.frames.title.bottom() + gutter / 2));
        return m_result.frames.plot;
    }

    void placeLegend()
    {
        const QRectF whole = placePlot();
        if (!(m_parts & Part::Legend))
            return;
        const auto sections = legendSections(m_view);
        const bool upright = m_style.form == Form::Page && m_style.size.width() < 1.2 * m_style.size.height();
        if (m_style.size.width() >= 900 && !upright && placeLegendLeft(sections, whole))
            return;
        placeLegendBelow(sections, whole);
    }

    bool placeLegendLeft(const std::vector<LegendSection> &sections, const QRectF &whole)
    {
        const Frames &frames = m_result.frames;
        const bool stripAbove = !frames.strip.isEmpty() && frames.strip.left() < m_margin + legendColumn;
        const double above = std::max(stripAbove ? frames.strip.bottom() : m_top - gutter, frames.title.bottom());
        const double top = above + gutter;
        const double bottom = m_result.frames.footer.left() < m_margin + legendColumn + gutter ? m_plotBottom : m_bottom;
        const double besideTitle = std::max(m_margin + legendColumn, frames.title.right()) + gutter;
        auto plan = planLegend(sections, {legendColumn, bottom - top});
        const QRectF plot = largest(whole.adjusted(legendColumn + gutter, 0, 0, 0), plotFrom(besideTitle, belowFigures()));
        if (!plan || !enough(plot))
            return false;
        m_result.frames.legend = QRectF(QPointF(m_margin, top), plan->size);
        m_result.legend = std::move(plan);
        m_result.frames.plot = plot;
        return true;
    }

    static QRectF largest(const QRectF &one, const QRectF &other)
    {
        return other.width() * other.height() > one.width() * one.height() ? other : one;
    }

    void placeLegendBelow(const std::vector<LegendSection> &sections, const QRectF &whole)
    {
        const double height = whole.height() - gutter - std::max(leastPlot.height(), 0.5 * m_style.size.height());
        auto plan = planLegend(sections, {whole.width(), height});
        if (!plan)
            return;
        m_result.frames.legend = QRectF(QPointF(m_margin, whole.bottom() - plan->size.height()), plan->size);
        m_result.frames.plot.setBottom(m_result.frames.legend.top() - gutter);
        m_result.legend = std::move(plan);
    }

    /// What is lit, above the network and its column heads: in full where there is room, else without the note, else in a
    /// small type, and at last in one line.
    void placeTrail()
    {
        if (!m_trail || !(m_style.parts & Part::Title))
            return;
        QRectF &plot = m_result.frames.plot;
        for (const TrailForm form : {TrailForm::Full, TrailForm::Sentence, TrailForm::Small, TrailForm::Line}) {
            std::vector<Words> words = trailWords(form, m_view.index, m_view.network, *m_trail, plot.width(), m_style.size.height());
            const double height = gutter / 2 + heightOf(words);
            const double least = form == TrailForm::Full ? leastPlot.height() : form == TrailForm::Line ? 0 : leastLit;
            if (plot.height() - height < least)
                continue;
            m_result.frames.trail = QRectF(plot.left(), plot.top() - headsHeight(), plot.width(), height);
            m_result.trailWords = std::move(words);
            plot.setTop(plot.top() + height);
            return;
        }
    }

    network::View m_view;
    const Style &m_style;
    std::optional<network::LitTrail> m_trail;
    std::optional<NumberedSources> m_sources;
    bool m_page;
    double m_margin;
    double m_top;
    double m_right = 0;
    double m_bottom;
    double m_plotBottom = 0;
    Parts m_parts;
    Page m_result;
};

} // namespace

Page pageFor(const network::View &view, const Style &style)
{
    Arranger arranger(view, style);
    if (!style.whole || style.form == Form::Page)
        return arranger.arrange();
    return arranger.arrangeAs(Arranger({view.index, drawing::ground(view.perspective), *style.whole}, style).arrange());
}

} // namespace dealscape::picture
