// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/scene.h"

#include "style/text.h"
#include "style/theme.h"

#include <QGraphicsItem>
#include <QGraphicsView>
#include <QPainterPath>
#include <QPen>

#include <algorithm>

namespace dealscape::bench {

GraphicsScene::GraphicsScene(const drawing::Drawing &drawing)
{
    const style::Theme &theme = style::theme(drawing.theme);
    setItemIndexMethod(QGraphicsScene::NoIndex);
    setSceneRect(QRectF({}, drawing.size).adjusted(-2000, -2000, 2000, 2000));
    setBackgroundBrush(theme.canvas);
    for (const drawing::HullMark &hull : drawing.hulls)
        addPath(hull.outline, QPen(theme.hullEdge, 1.25, Qt::DashLine), theme.hullFill);
    for (const drawing::EdgeMark &edge : drawing.edges)
        addEdge(edge, theme.family(edge.family));
    for (const drawing::NodeMark &node : drawing.nodes) {
        const style::LayerColours colours = theme.layer(node.look);
        const QRectF box(node.centre.x() - node.radius, node.centre.y() - node.radius, 2 * node.radius, 2 * node.radius);
        addEllipse(box, QPen(colours.rim, 1.5), node.hollow ? theme.canvas : colours.fill);
    }
    for (const drawing::LabelMark &label : drawing.labels)
        addTexts(label.runs);
    for (const drawing::ChromeMark &mark : drawing.chrome) {
        if (!mark.path.isEmpty())
            addPath(mark.path, mark.stroke.isValid() ? QPen(mark.stroke, std::max(1.0, mark.strokeWidth)) : QPen(Qt::NoPen),
                    mark.fill.isValid() ? QBrush(mark.fill) : QBrush(Qt::NoBrush));
        addTexts(mark.runs);
    }
}

void GraphicsScene::addEdge(const drawing::EdgeMark &edge, const QColor &colour)
{
    QPainterPath path;
    for (const QPolygonF &stroke : edge.strokes)
        path.addPolygon(stroke);
    const bool dashed = edge.certainty == Certainty::Announced || edge.certainty == Certainty::Potential;
    addPath(path, QPen(colour, edge.width, dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
    if (!edge.head.isEmpty())
        addPolygon(edge.head, QPen(Qt::NoPen), colour);
}

void GraphicsScene::addTexts(const std::vector<drawing::TextRun> &runs)
{
    for (const drawing::TextRun &run : runs) {
        QGraphicsSimpleTextItem *item = addSimpleText(run.text, style::font(run.font));
        item->setBrush(run.colour);
        item->setPos(run.position - QPointF(0, 12));
        item->setFlag(QGraphicsItem::ItemIgnoresTransformations);
    }
}

void preparePeer(QGraphicsView &peer, QSize size)
{
    peer.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    peer.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    peer.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    peer.setFrameShape(QFrame::NoFrame);
    peer.setTransformationAnchor(QGraphicsView::AnchorViewCenter);
    peer.setAttribute(Qt::WA_DontShowOnScreen);
    peer.resize(size);
    peer.show();
}

} // namespace dealscape::bench
