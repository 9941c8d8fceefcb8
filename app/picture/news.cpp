// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/news.h"

#include "drawing/drawing.h"
#include "network/network.h"
#include "picture/compose.h"
#include "style/text.h"
#include "style/theme.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QPainter>
#include <QPainterPath>
#include <QPainterPathStroker>

#include <algorithm>
#include <array>

namespace dealscape::picture {

namespace {

using words::tr;

constexpr double rimWidth = 2;
constexpr double rimGap = 2.5;

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

class NewsPainter {
public:
    NewsPainter(QPainter &painter, const Picture &picture, const News &news, style::ThemeKind kind)
        : m_painter(painter), m_picture(picture), m_news(news), m_theme(style::theme(kind))
    {}

    void run()
    {
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        m_painter.save();
        m_painter.setClipRect(m_picture.drawing.plot, Qt::IntersectClip);
        for (const drawing::EdgeMark &mark : m_picture.drawing.edges)
            rim(mark);
        for (const drawing::NodeMark &mark : m_picture.drawing.nodes)
            ring(mark);
        for (const drawing::LabelMark &label : m_picture.drawing.labels)
            if (label.shown && label.target.kind == drawing::TargetKind::Edge)
                tell(label);
        m_painter.restore();
        key();
    }

private:
    const network::NetworkEdge &edgeOf(int edge) const { return m_picture.network.edges[at(edge)]; }

    void rim(const drawing::EdgeMark &mark)
    {
        const Novelty novelty = noveltyOf(edgeOf(mark.edge), m_news);
        if (novelty == Novelty::Gone)
            dash(mark);
        if (novelty != Novelty::New && novelty != Novelty::Changed)
            return;
        QPainterPathStroker round;
        round.setWidth(mark.outerWidth() + 2 * rimGap);
        QPainterPath outline;
        outline.setFillRule(Qt::WindingFill);
        for (const QPolygonF &stroke : mark.strokes) {
            QPainterPath line;
            line.addPolygon(stroke);
            outline.addPath(round.createStroke(line));
        }
        if (!mark.head.isEmpty()) {
            QPainterPath head;
            head.addPolygon(mark.head);
            head.closeSubpath();
            round.setWidth(2 * rimGap);
            outline.addPath(head);
            outline.addPath(round.createStroke(head));
        }
        m_painter.strokePath(outline.simplified(), QPen(colourFor(novelty, m_theme), rimWidth));
    }

    /// Takes pieces out of a ribbon.
    void dash(const drawing::EdgeMark &mark)
    {
        constexpr double drawn = 9;
        constexpr double left = 5;
        const double width = mark.outerWidth() + 1;
        QPen pen(m_theme.canvas, width, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({left / width, drawn / width});
        pen.setDashOffset(left / width + drawn / 2 / width);
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        for (const QPolygonF &stroke : mark.strokes)
            m_painter.drawPolyline(stroke);
    }

    void ring(const drawing::NodeMark &mark)
    {
        const Novelty novelty = noveltyOf(m_news.organizations, m_picture.network.nodes[at(mark.node)].organization);
        if (novelty == Novelty::None)
            return;
        QPen pen(colourFor(novelty, m_theme), rimWidth);
        if (novelty == Novelty::Gone)
            pen.setDashPattern({3, 2});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        const double radius = mark.radius + rimGap + rimWidth / 2;
        m_painter.drawEllipse(mark.centre, radius, radius);
    }

    /// Under the amount of a ribbon, or over it where that is taken.
    void tell(const drawing::LabelMark &label)
    {
        const network::NetworkEdge &edge = edgeOf(label.target.index);
        const Novelty novelty = noveltyOf(edge, m_news);
        const QString words = novelty == Novelty::Changed ? wordsFor(edge, m_news) : QString();
        if (words.isEmpty())
            return;
        m_painter.setFont(style::font(style::FontRole::Small));
        const QSizeF size = QSizeF(m_painter.fontMetrics().size(Qt::TextSingleLine, words)) + QSizeF(6, 2);
        const auto free = [&](const QRectF &box) {
            return m_picture.drawing.plot.contains(box) &&
                std::ranges::none_of(m_picture.drawing.labels,
                                     [&](const drawing::LabelMark &other) { return other.shown && other.box.intersects(box); }) &&
                std::ranges::none_of(m_told, [&](const QRectF &other) { return other.intersects(box); });
        };
        const double left = label.box.center().x() - size.width() / 2;
        const QRectF below(QPointF(left, label.box.bottom() + 1), size);
        const QRectF above(QPointF(left, label.box.top() - size.height() - 1), size);
        const QRectF box = free(below) || !free(above) ? below : above;
        m_told.push_back(box);
        m_painter.fillRect(box, m_theme.canvas);
        m_painter.setPen(colourFor(Novelty::Changed, m_theme));
        m_painter.drawText(box, Qt::AlignCenter, words);
    }

    /// Into the corner of the plot where it lies over the fewest discs and labels.
    void placeKey(QRectF &box, double margin) const
    {
        const QRectF inner = m_picture.drawing.plot.adjusted(margin, margin, -margin, -margin);
        const auto covered = [&](const QRectF &there) {
            return std::ranges::count_if(m_picture.drawing.nodes,
                                         [&](const drawing::NodeMark &mark) {
                                             const QPointF reach(mark.radius, mark.radius);
                                             return there.intersects(QRectF(mark.centre - reach, mark.centre + reach));
                                         }) +
                std::ranges::count_if(m_picture.drawing.labels,
                                      [&](const drawing::LabelMark &label) { return label.shown && label.box.intersects(there); });
        };
        QRectF best;
        for (const QPointF &corner :
             {QPointF(inner.left(), inner.bottom() - box.height()), QPointF(inner.right() - box.width(), inner.bottom() - box.height()),
              QPointF(inner.right() - box.width(), inner.top()), QPointF(inner.left(), inner.top())})
        {
            const QRectF there(corner, box.size());
            if (best.isNull() || covered(there) < covered(best))
                best = there;
        }
        box = best;
    }

    void key()
    {
        struct Row {
            Novelty novelty;
            QString text;
        };
        std::vector<Row> rows;
        const auto add = [&](Novelty novelty, const QString &name) {
            const auto deals = static_cast<int>(std::ranges::count(m_news.deals, novelty));
            const auto parties = static_cast<int>(std::ranges::count(m_news.organizations, novelty));
            QStringList counts;
            if (deals > 0)
                counts << words::counted(deals, tr("deal"), tr("deals"));
            if (parties > 0)
                counts << words::counted(parties, tr("organisation"), tr("organisations"));
            rows.push_back({novelty, tr("%1: %2").arg(name, counts.isEmpty() ? tr("none") : counts.join(QStringLiteral(", ")))});
        };
        add(Novelty::New, tr("New"));
        add(Novelty::Changed, tr("Changed"));
        add(Novelty::Gone, tr("Gone"));
        constexpr double swatch = 26;
        constexpr double margin = 8;
        m_painter.setFont(style::font(style::FontRole::Small));
        const double line = m_painter.fontMetrics().height() + 4;
        double width = 0;
        for (const Row &row : rows)
            width = std::max(width, static_cast<double>(m_painter.fontMetrics().horizontalAdvance(row.text)));
        QRectF box(0, 0, width + swatch + 3 * margin, line * static_cast<double>(rows.size()) + 2 * margin);
        placeKey(box, margin);
        m_painter.setPen(QPen(m_theme.border, 1));
        m_painter.setBrush(m_theme.canvas);
        m_painter.drawRoundedRect(box, 4, 4);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double middle = box.top() + margin + line * (static_cast<double>(i) + 0.5);
            QPen pen(colourFor(rows[i].novelty, m_theme), rows[i].novelty == Novelty::Gone ? 4 : rimWidth);
            if (rows[i].novelty == Novelty::Gone)
                pen.setDashPattern({1.75, 1});
            pen.setCapStyle(Qt::FlatCap);
            m_painter.setPen(pen);
            m_painter.setBrush(Qt::NoBrush);
            if (rows[i].novelty == Novelty::Gone)
                m_painter.drawLine(QPointF(box.left() + margin, middle), QPointF(box.left() + margin + swatch, middle));
            else
                m_painter.drawRoundedRect(QRectF(box.left() + margin, middle - 4, swatch, 8), 3, 3);
            m_painter.setPen(m_theme.text);
            m_painter.drawText(QRectF(box.left() + 2 * margin + swatch, middle - line / 2, width + 2, line),
                               Qt::AlignVCenter | Qt::AlignLeft, rows[i].text);
        }
    }

    QPainter &m_painter;
    const Picture &m_picture;
    const News &m_news;
    const style::Theme &m_theme;
    std::vector<QRectF> m_told;
};

} // namespace

QImage newsPicture(const Index &both, const News &news, PictureRequest request, const Progress &progress)
{
    // What has gone is called cancelled; sums and legend would count it.
    if (!request.perspective.filter.certainties.empty())
        request.perspective.filter.certainties.insert(Certainty::Cancelled);
    request.parts = Part::Title;
    const Picture made = picture(both, request, progress);
    QImage image = progress.stop() ? QImage() : render(made, request, progress);
    if (image.isNull())
        return image;
    QPainter painter(&image);
    painter.scale(made.magnification, made.magnification);
    NewsPainter(painter, made, news, request.theme).run();
    return image;
}

} // namespace dealscape::picture
