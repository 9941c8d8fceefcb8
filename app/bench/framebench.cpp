// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "bench/networks.h"
#include "bench/timing.h"
#include "drawing/drawing.h"
#include "drawing/places.h"
#include "io/reader.h"
#include "network/network.h"
#include "paint/painter.h"
#include "paint/pancache.h"
#include "picture/compose.h"
#include "resources/embedded.h"
#include "style/text.h"
#include "style/theme.h"

#include <QApplication>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QSize>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>

namespace dealscape::bench {

namespace {

/// The marks of a drawing as items of Qt's own canvas, one each for a disc, a ribbon, an arrowhead and a line of text:
/// what the program would be built on had it no painter of its own. Without an index, as suits items that move.
class GraphicsScene : public QGraphicsScene {
public:
    explicit GraphicsScene(const drawing::Drawing &drawing)
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

private:
    void addEdge(const drawing::EdgeMark &edge, const QColor &colour)
    {
        QPainterPath path;
        for (const QPolygonF &stroke : edge.strokes)
            path.addPolygon(stroke);
        const bool dashed = edge.certainty == Certainty::Announced || edge.certainty == Certainty::Potential;
        addPath(path, QPen(colour, edge.width, dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
        if (!edge.head.isEmpty())
            addPolygon(edge.head, QPen(Qt::NoPen), colour);
    }

    void addTexts(const std::vector<drawing::TextRun> &runs)
    {
        for (const drawing::TextRun &run : runs) {
            QGraphicsSimpleTextItem *item = addSimpleText(run.text, style::font(run.font));
            item->setBrush(run.colour);
            item->setPos(run.position - QPointF(0, 12));
            item->setFlag(QGraphicsItem::ItemIgnoresTransformations);
        }
    }
};

/// Antialiased, without scroll bars or frame, at the size given.
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

constexpr QSize frame(1920, 1080);

struct Options {
    int frames = 100;
    std::string only;
};

double medianOf(int frames, const std::function<void(int)> &one)
{
    std::vector<double> times;
    one(0);
    for (int i = 1; i <= frames; ++i)
        times.push_back(milliseconds([&] { one(i); }, computed));
    return median(times);
}

/// As a mouse drags: by whole pixels.
QPointF panned(int i)
{
    return QPointF(60 * std::sin(i * 0.2), 40 * std::cos(i * 0.3)).toPoint();
}

double zoomed(int i)
{
    return 1 + 0.5 * std::sin(i * 0.1);
}

void printRow(const char *name, std::size_t nodes, std::size_t edges, const char *motion, double ours, double theirs)
{
    std::printf("%-14s %6zu %6zu  %-8s %9.2f %9.2f %8.1f\n", name, nodes, edges, motion, ours, theirs, theirs / ours);
    std::fflush(stdout);
}

void benchDataset(const std::string &name, const Dataset &dataset, const Perspective &perspective, const Options &options)
{
    const Index index(dataset);
    picture::Style style;
    style.size = frame;
    const network::Network network = network::network(index, perspective);
    const network::View view{index, perspective, network};
    const picture::Page page = picture::pageFor(view, style);
    const QRectF &plot = page.frames.plot;
    layout::Request request;
    request.width = plot.width();
    request.height = plot.height();
    const layout::Placement placement = layout::place(drawing::layoutGraph(view), request);
    drawing::Drawing drawing = picture::compose(view, placement, page, style);

    QImage image(frame, QImage::Format_RGB32);
    paint::PanCache cache;
    const auto paintFrame = [&](const paint::Shot &shot) {
        QPainter painter(&image);
        painter.fillRect(image.rect(), style::theme(style.theme).canvas);
        cache.show(painter, drawing, shot, {});
    };
    GraphicsScene scene(drawing);
    QGraphicsView peer(&scene);
    preparePeer(peer, frame);
    const auto peerFrame = [&] {
        QPainter painter(&image);
        peer.render(&painter);
    };

    const double pan = medianOf(options.frames, [&](int i) { paintFrame({1, panned(i)}); });
    const double peerPan = medianOf(options.frames, [&](int i) {
        peer.centerOn(drawing.plot.center() - panned(i));
        peerFrame();
    });
    printRow(name.c_str(), network.nodes.size(), network.edges.size(), "panning", pan, peerPan);
    const double zoom = medianOf(options.frames, [&](int i) {
        const double wanted = zoomed(i);
        if (std::max(wanted / drawing.zoom, drawing.zoom / wanted) > paint::PanCache::furthestMagnified) {
            style.zoom = wanted;
            drawing = picture::compose(view, placement, page, style, &drawing);
            cache.clear();
        }
        paintFrame({wanted / drawing.zoom, (plot.center() - plot.topLeft()) * (1 - wanted)});
    });
    cache.clear();
    const double rest = medianOf(options.frames / 4, [&](int i) {
        style.zoom = zoomed(4 * i);
        drawing = picture::compose(view, placement, page, style, &drawing);
        QPainter painter(&image);
        painter.fillRect(image.rect(), style::theme(style.theme).canvas);
        paint::paint(painter, drawing, (plot.center() - plot.topLeft()) * (1 - style.zoom));
    });
    const double peerZoom = medianOf(options.frames, [&](int i) {
        peer.setTransform(QTransform::fromScale(zoomed(i), zoomed(i)));
        peerFrame();
    });
    printRow(name.c_str(), network.nodes.size(), network.edges.size(), "zooming", zoom, peerZoom);
    printRow(name.c_str(), network.nodes.size(), network.edges.size(), "at rest", rest, peerZoom);
}

bool parse(const std::vector<std::string> &arguments, Options &options)
{
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        if (i + 1 >= arguments.size())
            return false;
        if (arguments[i] == "--only")
            options.only = arguments[i + 1];
        else if (arguments[i] == "--frames")
            options.frames = std::max(1, std::atoi(arguments[i + 1].c_str()));
        else
            return false;
    }
    return true;
}

} // namespace

int runFrame(const std::vector<std::string> &arguments)
{
    Options options;
    if (!parse(arguments, options)) {
        std::fputs("Usage: dealscape-bench frame [--only NAME] [--frames N]\n", stderr);
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int count = 1;
    char program[] = "dealscape-bench";
    char *values[] = {program, nullptr};
    const QApplication application(count, values);
    resources::loadTypeface();
    std::printf("%-14s %6s %6s  %-8s %9s %9s %8s\n", "network", "nodes", "edges", "motion", "ours, ms", "view, ms", "ratio");
    const auto wanted = [&](const std::string &name) { return options.only.empty() || options.only == name; };
    if (wanted("tier1")) {
        const io::ReadResult read = io::readDataset(resources::defaultDataset(), "embedded");
        if (!read.dataset)
            return 1;
        benchDataset("tier1", *read.dataset, read.dataset->opening, options);
    }
    for (const auto &[name, organizations, deals] : {std::tuple("generated300", 300, 750), std::tuple("generated1k", 1000, 2500)})
        if (wanted(name)) {
            Perspective everything;
            everything.filter.publishedOnly = false;
            benchDataset(name, datasetOf(generated(organizations, deals, 2)), everything, options);
        }
    return 0;
}

} // namespace dealscape::bench
