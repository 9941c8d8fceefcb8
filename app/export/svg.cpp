// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/svg.h"

#include "drawing/edges.h"
#include "export/svgpen.h"
#include "paint/painter.h"
#include "paint/surface.h"
#include "style/icons.h"
#include "style/text.h"
#include "style/theme.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <algorithm>
#include <cmath>

namespace dealscape::exporting {

namespace {

using words::qt;

/// The elements of an SVG as a surface.
class SvgSurface : public paint::Surface {
public:
    SvgSurface(SvgPen &pen, const Index &index, const network::Network &network, const drawing::Drawing &drawing, const SvgOptions &options)
        : m_pen(pen), m_index(index), m_network(network), m_drawing(drawing), m_options(options)
    {}

    void clip(const QRectF &area) override
    {
        // What lies inside anyway needs no clip, and a page moves its picture about.
        m_clipped = !m_options.embedded && !area.contains(m_drawing.extent);
        if (m_clipped)
            m_pen.openClip(m_options.prefix + QStringLiteral("clip%1").arg(m_clips++), area);
    }
    void unclip() override
    {
        if (m_clipped)
            m_pen.close();
    }

    void open(const drawing::Target &target, Role role) override
    {
        const QStringList ids = idsOf(target);
        m_open.push_back(0);
        if (role == Role::Label) {
            if (!m_options.embedded)
                return;
            m_pen.openLabel(ids.value(0));
            m_open.back() = 1;
            return;
        }
        if (ids.isEmpty())
            return;
        m_pen.open(m_options.prefix + ids.front(), titleOf(target, 0));
        m_open.back() = 1;
        // Beside one another within the first, since readers give up on groups that are too deep.
        for (qsizetype i = 1; i < ids.size(); ++i) {
            m_pen.open(m_options.prefix + ids[i], titleOf(target, i));
            m_pen.close();
        }
    }
    void close() override
    {
        if (m_open.back())
            m_pen.close();
        m_open.pop_back();
    }

    void shape(const QPainterPath &path, const QColor &fill, const Pen &pen) override
    {
        if (fill.isValid() && fill.alpha() > 0)
            m_pen.fill(path, fill);
        if (!pen.colour.isValid() || pen.width <= 0)
            return;
        QList<qreal> dashes = pen.dashes;
        for (qreal &dash : dashes)
            dash *= pen.width;
        m_pen.stroke(path, {pen.colour, pen.width, dashes, pen.round});
    }
    void contour(const QPainterPath &path, const QColor &colour, double width, double on, double off) override
    {
        m_pen.stroke(path, {colour, width, {on, off}});
    }
    void line(const QPolygonF &line, const QColor &colour, double width) override { m_pen.stroke(line, {colour, width, {}}); }

    /// Dashes are counted from the end of each piece, so lines that have any are written backwards.
    void ribbon(const std::vector<QPolygonF> &pieces, const QColor &colour, double width, Certainty certainty) override
    {
        SvgPen::Stroke stroke{colour, width, {}};
        if (certainty == Certainty::Announced) {
            const drawing::Dash dash = drawing::announcedDash(width, pieces);
            stroke.dashes = {dash.on, dash.off};
        } else if (certainty == Certainty::Potential) {
            stroke.dashes = {0.01, std::max(5.0, 2 * width)};
            stroke.round = true;
        }
        for (QPolygonF piece : pieces) {
            if (!stroke.dashes.isEmpty())
                std::reverse(piece.begin(), piece.end());
            m_pen.stroke(piece, stroke);
        }
    }
    void backing(const QPolygonF &line, const QColor &colour, double width) override { m_pen.stroke(line, {colour, width, {}}); }
    void swollenHead(const QPolygonF &head, const QColor &colour, double reach) override
    {
        QPolygonF closed(head);
        closed << head.first() << head[1];
        m_pen.fill(head, colour);
        m_pen.stroke(closed, {colour, 2 * reach, {}});
    }
    void head(const QPolygonF &head, const QColor &colour) override { m_pen.fill(head, colour); }
    void circle(QPointF centre, double radius, const QColor &fill, const QColor &rim, double rimWidth) override
    {
        const SvgPen::Stroke stroke{rim, rimWidth, {}};
        m_pen.circle(centre, radius - rimWidth / 2, fill, rimWidth > 0 ? &stroke : nullptr);
    }
    void icon(LayerIcon icon, double size, QPointF centre, const QColor &colour) override
    {
        const double scale = size / style::iconGrid;
        const QPointF corner = centre - QPointF(size, size) / 2;
        m_pen.stroke(style::icon(style::iconOf(icon)), {colour, style::iconStroke / std::sqrt(std::max(1.0, scale)), {}, true},
                     QStringLiteral("translate(%1 %2) scale(%3)")
                         .arg(SvgPen::number(corner.x()), SvgPen::number(corner.y()), SvgPen::number(scale)));
    }
    void box(const QRectF &box, double radius, const QColor &fill, const QColor &rim, double rimWidth) override
    {
        const SvgPen::Stroke stroke{rim, rimWidth, {}};
        m_pen.box(box, radius, fill, rimWidth > 0 ? &stroke : nullptr);
    }
    void text(const std::vector<drawing::TextRun> &runs, const QRectF &, const Halo &halo) override
    {
        for (const drawing::TextRun &run : runs)
            m_pen.text(run, halo.width, halo.ground);
    }
    void figure(const QString &text, QPointF centre, int size, const QColor &colour) override
    {
        QFont small = style::font(style::FontRole::FigureBold);
        small.setPixelSize(size);
        m_pen.centredText(centre, text, small, colour);
    }

private:
    const Deal &deal(int position) const { return m_index.dataset().deals[static_cast<std::size_t>(position)]; }
    const Organization &organization(int node) const
    {
        const int position = m_network.nodes[static_cast<std::size_t>(node)].organization;
        return m_index.dataset().organizations[static_cast<std::size_t>(position)];
    }
    std::vector<int> dealsOf(const drawing::Target &target) const
    {
        if (target.kind == drawing::TargetKind::Deal)
            return {target.index};
        if (target.kind == drawing::TargetKind::Edge)
            return m_network.edges[static_cast<std::size_t>(target.index)].deals;
        return {};
    }

    QStringList idsOf(const drawing::Target &target) const
    {
        if (target.kind == drawing::TargetKind::Node)
            return {QStringLiteral("organization-") + qt(organization(target.index).id.text())};
        QStringList ids;
        for (const int position : dealsOf(target))
            ids += QStringLiteral("deal-") + qt(deal(position).id.text());
        return ids;
    }

    QString titleOf(const drawing::Target &target, qsizetype which) const
    {
        if (target.kind == drawing::TargetKind::Node)
            return qt(organization(target.index).name);
        const Deal &told = deal(dealsOf(target)[static_cast<std::size_t>(which)]);
        const auto name = [&](const OrganizationId &id) { return qt(m_index.organization(id)->name); };
        const QString what = told.headline.empty() ? name(told.supplier) + QStringLiteral(" to ") + name(told.customer) : qt(told.headline);
        return what + QStringLiteral(": ") + words::money(told.value) + QStringLiteral(", ") + words::standing(told);
    }

    SvgPen &m_pen;
    const Index &m_index;
    const network::Network &m_network;
    const drawing::Drawing &m_drawing;
    const SvgOptions &m_options;
    std::vector<int> m_open;
    bool m_clipped = false;
    int m_clips = 0;
};

void writeStatedSize(QXmlStreamWriter &xml, QSizeF size, const SvgOptions &options)
{
    const bool paper = !options.millimetres.isEmpty();
    const QSizeF stated = paper ? options.millimetres : size * options.magnification;
    const QString unit = paper ? QStringLiteral("mm") : QString();
    xml.writeAttribute(QStringLiteral("width"), SvgPen::number(stated.width()) + unit);
    xml.writeAttribute(QStringLiteral("height"), SvgPen::number(stated.height()) + unit);
}

} // namespace

QByteArray svg(const Index &index, const network::Network &network, const drawing::Drawing &drawing, const SvgOptions &options)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    const QSizeF size = drawing.size;
    if (!options.embedded)
        xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("svg"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    if (!options.embedded)
        writeStatedSize(xml, size, options);
    const QRectF seen = options.seen.isEmpty() ? QRectF(QPointF(), size) : options.seen;
    xml.writeAttribute(
        QStringLiteral("viewBox"),
        QStringLiteral("%1 %2 %3 %4")
            .arg(SvgPen::number(seen.x()), SvgPen::number(seen.y()), SvgPen::number(seen.width()), SvgPen::number(seen.height())));
    // Runs of letters begin and end with blanks.
    xml.writeAttribute(QStringLiteral("xml:space"), QStringLiteral("preserve"));
    xml.writeAttribute(QStringLiteral("font-family"), QStringLiteral("'Dealscape Sans', Inter, 'Helvetica Neue', Arial, sans-serif"));
    if (!options.embedded)
        xml.writeTextElement(QStringLiteral("title"), SvgPen::clean(options.title.isEmpty() ? qt(index.dataset().title) : options.title));
    SvgPen pen(xml, options.letters, options.ink);
    if (!options.transparent)
        pen.box(QRectF(QPointF(), size), 0, style::theme(drawing.theme).canvas);
    SvgSurface surface(pen, index, network, drawing, options);
    paint::paint(surface, drawing, options.emphasis);
    xml.writeEndElement();
    if (!options.embedded)
        xml.writeEndDocument();
    return bytes;
}

} // namespace dealscape::exporting
