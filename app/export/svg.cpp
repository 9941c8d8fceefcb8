// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/svg.h"

#include "export/svgpen.h"
#include "view/brush.h"
#include "view/icons.h"
#include "view/numbers.h"
#include "view/painter.h"
#include "view/theme.h"
#include "view/words.h"

#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace dealscape::exporting {

namespace {

using view::EdgeMark;
using view::LabelMark;
using view::NodeMark;

using view::qt;

/// Writes the marks of one drawing in the order in which they are painted.
class SvgDrawing {
public:
    SvgDrawing(SvgPen &pen, const Index &index, const view::Network &network, const view::Drawing &drawing)
        : m_pen(pen), m_index(index), m_network(network), m_drawing(drawing), m_theme(view::theme(drawing.theme))
    {}

    void write()
    {
        for (const auto &mark : m_drawing.columns)
            writeChrome(mark);
        for (const auto &hull : m_drawing.hulls) {
            m_pen.fill(hull.outline, m_theme.hullFill);
            m_pen.stroke(hull.outline, {m_theme.hullEdge, 1.25, {6, 4}});
        }
        for (const bool faded : {true, false})
            for (const EdgeMark &edge : m_drawing.edges)
                if ((strengthOf(edge) < 1) == faded)
                    writeEdge(edge);
        for (const NodeMark &node : m_drawing.nodes)
            writeNode(node);
        for (const LabelMark &label : m_drawing.labels)
            if (label.shown)
                writeLabel(label);
        for (const auto &mark : m_drawing.chrome)
            writeChrome(mark);
    }

private:
    const Deal &deal(int position) const { return m_index.dataset().deals[static_cast<std::size_t>(position)]; }

    double strengthOf(const EdgeMark &edge) const
    {
        return !m_drawing.light || m_drawing.light->edges.contains(edge.edge) ? 1 : view::Light::fadedEdge;
    }
    double strengthOf(int node) const { return !m_drawing.light || m_drawing.light->nodes.contains(node) ? 1 : view::Light::fadedNode; }
    QColor faded(const QColor &colour, double strength) const { return view::blended(colour, m_theme.canvas, strength); }

    QString titleOf(const Deal &deal) const
    {
        return qt(deal.headline) + QStringLiteral(": ") + view::money(deal.value) + QStringLiteral(", ") +
            qt(std::string(label(deal.certainty)));
    }

    void writeEdge(const EdgeMark &edge)
    {
        std::vector<int> deals{edge.deal};
        if (edge.deal < 0)
            deals = m_network.edges[static_cast<std::size_t>(edge.edge)].deals;
        for (const int position : deals)
            m_pen.open(QStringLiteral("deal-") + qt(deal(position).id.text()), titleOf(deal(position)));
        const double strength = strengthOf(edge);
        const QColor colour = faded(edge.certainty == Certainty::Cancelled ? m_theme.cancelled : m_theme.family(edge.family), strength);
        if (m_drawing.light && m_drawing.light->haloed.contains(edge.edge))
            writeHalo(edge);
        for (const QPolygonF &line : edge.strokes)
            if (edge.haloWidth > 0)
                m_pen.stroke(line, {faded(m_theme.halo(edge.family), strength), edge.haloWidth, {}});
        for (const QPolygonF &line : edge.strokes)
            writeStyled(line, colour, edge);
        if (!edge.paidEnd.isEmpty())
            m_pen.stroke(edge.paidEnd, {colour, edge.paidWidth, {}});
        if (!edge.head.isEmpty())
            m_pen.fill(edge.head, colour);
        const SvgPen::Stroke rim{colour, 1.25, {}};
        for (const QPointF &ring : edge.rings)
            m_pen.circle(ring, 3.5, m_theme.canvas, &rim);
        for (std::size_t i = 0; i < deals.size(); ++i)
            m_pen.close();
    }

    /// Accent lines on both sides of a ribbon, with a strip of canvas between, as on the screen.
    void writeHalo(const EdgeMark &edge)
    {
        const double width = std::max(edge.width, edge.haloWidth);
        for (const auto &[ink, reach] : {std::pair{m_theme.accent, 4.5}, std::pair{m_theme.canvas, 2.5}}) {
            for (const QPolygonF &line : edge.strokes)
                m_pen.stroke(line, {ink, width + 2 * reach, {}});
            if (!edge.paidEnd.isEmpty())
                m_pen.stroke(edge.paidEnd, {ink, edge.paidWidth + 2 * reach, {}});
            if (edge.head.isEmpty())
                continue;
            QPolygonF closed(edge.head);
            closed << edge.head.first() << edge.head[1];
            m_pen.fill(edge.head, ink);
            m_pen.stroke(closed, {ink, 2 * reach, {}});
        }
    }

    /// Dashes are counted from the head, as on the screen, so the line is written backwards.
    void writeStyled(const QPolygonF &line, const QColor &colour, const EdgeMark &edge)
    {
        const double w = edge.width;
        QPolygonF backwards(line);
        std::reverse(backwards.begin(), backwards.end());
        if (const view::Dash dash = view::announcedDash(w, edge.strokes); edge.certainty == Certainty::Announced)
            m_pen.stroke(backwards, {colour, w, {dash.on, dash.off}});
        else if (edge.certainty == Certainty::Potential)
            m_pen.stroke(backwards, {colour, w, {0.01, std::max(5.0, 2 * w)}, true});
        else
            m_pen.stroke(line, {colour, w, {}});
    }

    void writeNode(const NodeMark &node)
    {
        const auto &organization =
            m_index.dataset().organizations[static_cast<std::size_t>(m_network.nodes[static_cast<std::size_t>(node.node)].organization)];
        m_pen.open(QStringLiteral("organization-") + qt(organization.id.text()), qt(organization.name));
        const view::LayerColours &colours = m_theme.layer(node.style);
        const double rim = node.hollow ? 2 : 1.5;
        const double strength = strengthOf(node.node);
        m_pen.circle(node.centre, node.radius + 2, m_theme.canvas);
        const SvgPen::Stroke stroke{faded(colours.rim, strength), rim, {}};
        m_pen.circle(node.centre, std::max(0.5, node.radius - rim / 2), node.hollow ? m_theme.canvas : faded(colours.fill, strength),
                     &stroke);
        if (node.iconSize > 0) {
            const double scale = node.iconSize / view::iconGrid;
            const QPointF corner = node.iconCentre - QPointF(node.iconSize, node.iconSize) / 2;
            m_pen.stroke(
                view::icon(view::iconOf(node.style)),
                {faded(node.hollow ? colours.rim : colours.icon, strength), view::iconStroke / std::sqrt(std::max(1.0, scale)), {}, true},
                QStringLiteral("translate(%1 %2) scale(%3)")
                    .arg(SvgPen::number(corner.x()), SvgPen::number(corner.y()), SvgPen::number(scale)));
        }
        m_pen.close();
    }

    void writeLabel(const LabelMark &label)
    {
        const bool amount = label.target.kind == view::TargetKind::Edge || label.target.kind == view::TargetKind::Deal;
        if (amount && label.knockOut == 0) {
            QRectF box = label.box;
            if (label.badge)
                box.setLeft(label.badgeCentre.x());
            if (label.ground.isValid())
                m_pen.box(box, 3, label.ground);
        }
        if (!label.pill.isEmpty())
            m_pen.box(label.pill, label.pill.height() / 2, m_theme.accent);
        if (label.badge) {
            QFont small = view::font(view::FontRole::FigureBold);
            small.setPixelSize(11);
            m_pen.circle(label.badgeCentre, 8, m_theme.textSecond);
            m_pen.centredText(label.badgeCentre, QString::number(label.badge), small, m_theme.canvas);
        }
        const double strength = label.target.kind == view::TargetKind::Node ? strengthOf(label.target.index) : 1;
        for (view::TextRun run : label.runs) {
            run.colour = faded(run.colour, strength);
            const bool onPill = !label.pill.isEmpty() && label.pill.contains(run.position);
            m_pen.text(run, onPill || strength < 1 ? 0 : label.knockOut, label.ground);
        }
    }

    void writeChrome(const view::ChromeMark &mark)
    {
        if (!mark.path.isEmpty()) {
            if (mark.fill.isValid() && mark.fill.alpha() > 0)
                m_pen.fill(mark.path, mark.fill);
            if (mark.stroke.isValid() && mark.strokeWidth > 0) {
                QList<qreal> dashes = mark.dashes;
                for (qreal &dash : dashes)
                    dash *= mark.strokeWidth;
                m_pen.stroke(mark.path, {mark.stroke, mark.strokeWidth, dashes, mark.roundCap});
            }
        }
        for (const view::TextRun &run : mark.runs)
            m_pen.text(run);
    }

    SvgPen &m_pen;
    const Index &m_index;
    const view::Network &m_network;
    const view::Drawing &m_drawing;
    const view::Theme &m_theme;
};

} // namespace

QByteArray svg(const Index &index, const view::Network &network, const view::Drawing &drawing, const SvgOptions &options)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    const QSizeF size = drawing.size;
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("svg"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    const bool paper = !options.millimetres.isEmpty();
    const QSizeF stated = paper ? options.millimetres : size * options.magnification;
    const QString unit = paper ? QStringLiteral("mm") : QString();
    xml.writeAttribute(QStringLiteral("width"), SvgPen::number(stated.width()) + unit);
    xml.writeAttribute(QStringLiteral("height"), SvgPen::number(stated.height()) + unit);
    xml.writeAttribute(QStringLiteral("viewBox"),
                       QStringLiteral("0 0 %1 %2").arg(SvgPen::number(size.width()), SvgPen::number(size.height())));
    xml.writeAttribute(QStringLiteral("font-family"), QStringLiteral("'Dealscape Sans', Inter, 'Helvetica Neue', Arial, sans-serif"));
    xml.writeTextElement(QStringLiteral("title"), SvgPen::clean(options.title.isEmpty() ? qt(index.dataset().title) : options.title));
    SvgPen pen(xml, options.letters);
    if (!options.transparent)
        pen.box(QRectF(QPointF(), size), 0, view::theme(drawing.theme).canvas);
    SvgDrawing(pen, index, network, drawing).write();
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

Result<void> writeSvg(const QString &path, const Index &index, const view::Network &network, const view::Drawing &drawing,
                      const SvgOptions &options)
{
    return writeBytes(path, svg(index, network, drawing, options));
}

Result<void> writeBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Failure((path + QStringLiteral(": ") + file.errorString()).toStdString());
    return {};
}

} // namespace dealscape::exporting
