// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/news.h"

#include "drawing/chromesheet.h"
#include "drawing/drawing.h"
#include "drawing/places.h"
#include "drawing/polyline.h"
#include "network/network.h"
#include "style/text.h"
#include "style/theme.h"
#include "words/numbers.h"
#include "words/phrases.h"
#include "words/plain.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <utility>

namespace dealscape::picture {

namespace {

using words::tr;

QColor colourFor(Novelty novelty, const style::Theme &theme)
{
    const bool dark = theme.kind == style::ThemeKind::Dark;
    switch (novelty) {
    case Novelty::New:
        return dark ? QColor(0x5F, 0xD0, 0x8A) : QColor(0x16, 0x7A, 0x3A);
    case Novelty::Changed:
        return dark ? QColor(0xF2, 0xB1, 0x4E) : QColor(0xA8, 0x62, 0x00);
    default:
        return theme.cancelled;
    }
}

Novelty noveltyOf(const std::vector<Novelty> &novelties, int position)
{
    return position >= 0 && position < static_cast<int>(novelties.size()) ? novelties[at(position)] : Novelty::None;
}

/// New or gone where all deals of the ribbon are; changed where some are.
Novelty noveltyOf(const network::NetworkEdge &edge, const News &news)
{
    if (edge.deals.empty())
        return Novelty::None;
    const Novelty first = noveltyOf(news.deals, edge.deals.front());
    const bool all = std::ranges::all_of(edge.deals, [&](int deal) { return noveltyOf(news.deals, deal) == first; });
    const bool any = std::ranges::any_of(edge.deals, [&](int deal) { return noveltyOf(news.deals, deal) != Novelty::None; });
    return all ? first : any ? Novelty::Changed : Novelty::None;
}

/// "was $15B", or how many of several deals are new, gone and other.
QString wordsFor(const network::NetworkEdge &edge, const News &news)
{
    if (edge.deals.size() == 1) {
        const auto &before = news.before[at(edge.deals.front())];
        return before ? tr("was %1").arg(before->published() ? words::money(*before) : tr("not published")) : QString();
    }
    std::array<int, 4> counts{};
    for (const int deal : edge.deals)
        ++counts[static_cast<std::size_t>(noveltyOf(news.deals, deal))];
    QStringList parts;
    if (counts[1] > 0)
        parts << tr("%1 new").arg(counts[1]);
    if (counts[2] > 0)
        parts << tr("%1 gone").arg(counts[2]);
    if (counts[3] > 0)
        parts << tr("%1 changed").arg(counts[3]);
    return parts.join(QStringLiteral(", "));
}

/// Puts the marks of news into a picture.
class NewsMarks {
public:
    NewsMarks(Picture &picture, const News &news)
        : m_drawing(picture.drawing), m_network(picture.network), m_news(news), m_theme(style::theme(picture.drawing.theme))
    {}

    void add()
    {
        for (drawing::EdgeMark &mark : m_drawing.edges)
            rim(mark);
        for (drawing::NodeMark &mark : m_drawing.nodes)
            ring(mark);
        for (std::size_t i = m_drawing.labels.size(); i-- > 0;)
            if (m_drawing.labels[i].shown && m_drawing.labels[i].target.kind == drawing::TargetKind::Edge)
                tell(m_drawing.labels[i].target, m_drawing.labels[i].box);
        key();
    }

private:
    const network::NetworkEdge &edgeOf(int edge) const { return m_network.edges[at(edge)]; }

    void rim(drawing::EdgeMark &mark) const
    {
        const Novelty novelty = noveltyOf(edgeOf(mark.edge), m_news);
        mark.dashed = novelty == Novelty::Gone;
        if (mark.dashed)
            mark.strokes = pieces(mark.strokes);
        else if (novelty != Novelty::None)
            mark.rim = colourFor(novelty, m_theme);
    }

    static std::vector<QPolygonF> pieces(const std::vector<QPolygonF> &strokes)
    {
        constexpr double drawn = 9;
        constexpr double left = 5;
        std::vector<QPolygonF> result;
        for (const QPolygonF &stroke : strokes) {
            const drawing::Polyline line(stroke);
            for (double way = 0; way < line.length(); way += drawn + left)
                result.push_back(line.slice(way, std::min(way + drawn, line.length())));
        }
        return result;
    }

    void ring(drawing::NodeMark &mark) const
    {
        const Novelty novelty = noveltyOf(m_news.organizations, m_network.nodes[at(mark.node)].organization);
        if (novelty == Novelty::None)
            return;
        mark.rim = colourFor(novelty, m_theme);
        mark.dashed = novelty == Novelty::Gone;
    }

    bool isFree(const QRectF &box) const
    {
        return m_drawing.plot.contains(box) && std::ranges::none_of(m_drawing.labels, [&](const drawing::LabelMark &other) {
                   return other.shown && other.box.intersects(box);
               });
    }

    /// Under the amount of a ribbon, or over it where that is taken.
    void tell(const drawing::Target &target, const QRectF &amount)
    {
        constexpr auto font = style::FontRole::Small;
        const network::NetworkEdge &edge = edgeOf(target.index);
        const QString words = noveltyOf(edge, m_news) == Novelty::Changed ? wordsFor(edge, m_news) : QString();
        if (words.isEmpty())
            return;
        const QSizeF size(style::textWidth(words, font) + 6, style::lineHeight(font) + 2);
        const double left = amount.center().x() - size.width() / 2;
        const QRectF below(QPointF(left, amount.bottom() + 1), size);
        const QRectF above(QPointF(left, amount.top() - size.height() - 1), size);
        drawing::LabelMark label;
        label.target = target;
        label.text = words;
        label.box = isFree(below) || !isFree(above) ? below : above;
        label.ground = m_theme.canvas;
        label.runs = {{words, label.box.topLeft() + QPointF(3, 1 + style::baselineIn(font)), font, colourFor(Novelty::Changed, m_theme)}};
        m_drawing.labels.push_back(std::move(label));
    }

    /// Into the corner of the plot where it lies over the fewest discs and labels.
    QRectF placeKey(const QSizeF &size, double margin) const
    {
        const QRectF inner = m_drawing.plot.adjusted(margin, margin, -margin, -margin);
        const auto covered = [&](const QRectF &there) {
            return std::ranges::count_if(m_drawing.nodes,
                                         [&](const drawing::NodeMark &mark) {
                                             const QPointF reach(mark.radius, mark.radius);
                                             return there.intersects(QRectF(mark.centre - reach, mark.centre + reach));
                                         }) +
                std::ranges::count_if(m_drawing.labels,
                                      [&](const drawing::LabelMark &label) { return label.shown && label.box.intersects(there); });
        };
        QRectF best;
        for (const QPointF &corner :
             {QPointF(inner.left(), inner.bottom() - size.height()), QPointF(inner.right() - size.width(), inner.bottom() - size.height()),
              QPointF(inner.right() - size.width(), inner.top()), QPointF(inner.left(), inner.top())})
        {
            const QRectF there(corner, size);
            if (best.isNull() || covered(there) < covered(best))
                best = there;
        }
        return best;
    }

    QString countsOf(Novelty novelty) const
    {
        const auto deals = static_cast<int>(std::ranges::count(m_news.deals, novelty));
        const auto parties = static_cast<int>(std::ranges::count(m_news.organizations, novelty));
        QStringList counts;
        if (deals > 0)
            counts << words::counted(deals, tr("deal"), tr("deals"));
        if (parties > 0)
            counts << words::counted(parties, tr("organisation"), tr("organisations"));
        return counts.isEmpty() ? tr("none") : counts.join(QStringLiteral(", "));
    }

    void key()
    {
        constexpr auto font = style::FontRole::Small;
        constexpr double swatch = 26;
        constexpr double margin = 8;
        const std::array rows = {std::pair(Novelty::New, tr("New")), std::pair(Novelty::Changed, tr("Changed")),
                                 std::pair(Novelty::Gone, tr("Gone"))};
        QStringList texts;
        double width = 0;
        for (const auto &[novelty, name] : rows) {
            texts << tr("%1: %2").arg(name, countsOf(novelty));
            width = std::max(width, style::textWidth(texts.back(), font));
        }
        const double line = style::lineHeight(font) + 4;
        const QRectF box = placeKey({width + swatch + 3 * margin, line * static_cast<double>(rows.size()) + 2 * margin}, margin);
        drawing::ChromeSheet sheet(m_theme.kind);
        QPainterPath ground;
        ground.addRoundedRect(box, 4, 4);
        sheet.outlined(ground, m_theme.canvas, m_theme.border, 1);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double top = box.top() + margin + line * static_cast<double>(i);
            const QRectF sign(box.left() + margin, top + line / 2 - 4, swatch, 8);
            QPainterPath path;
            if (rows[i].first == Novelty::Gone) {
                path.moveTo(sign.left(), sign.center().y());
                path.lineTo(sign.right(), sign.center().y());
                sheet.stroke(drawing::dashed(path, 7, 4), colourFor(rows[i].first, m_theme), 4);
            } else {
                path.addRoundedRect(sign, 3, 3);
                sheet.stroke(path, colourFor(rows[i].first, m_theme), 2);
            }
            sheet.line(sign.right() + margin, top + 2, texts[static_cast<qsizetype>(i)], font, m_theme.text);
        }
        for (drawing::ChromeMark &mark : sheet.take())
            m_drawing.chrome.push_back(std::move(mark));
    }

    drawing::Drawing &m_drawing;
    const network::Network &m_network;
    const News &m_news;
    const style::Theme &m_theme;
};

} // namespace

PictureRequest comparedRequest(const Comparison &comparison, const Scene &scene, style::ThemeKind theme, QSize pixels)
{
    PictureRequest request;
    request.perspective = scene.perspective;
    request.theme = theme;
    request.pixels = pixels;
    request.largeType = true;
    request.title = words::plain(scene.name);
    request.hands = drawing::handsOf(comparison.both, scene);
    return request;
}

Picture newsPicture(const Index &both, const News &news, PictureRequest request, const Progress &progress)
{
    // What has gone is called cancelled; sums and legend would count it.
    if (!request.perspective.filter.certainties.empty())
        request.perspective.filter.certainties.insert(Certainty::Cancelled);
    request.parts = Part::Title;
    Picture made = picture(both, request, progress);
    NewsMarks(made, news).add();
    return made;
}

} // namespace dealscape::picture
