// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include <QTest>

#include <cmath>

using namespace dealscape;
using namespace dealscape::layout;

namespace {

const std::vector<std::pair<const char *, Algorithm>> algorithms = {
    {"web", Algorithm::Web}, {"chain", Algorithm::SupplyChain}, {"orbit", Algorithm::Orbit}, {"ring", Algorithm::Ring}};

void addShapes()
{
    QTest::addColumn<Graph>("graph");
    QTest::addColumn<Algorithm>("algorithm");
    for (const auto &[way, algorithm] : algorithms)
        for (const auto &[name, graph] : shapes::all())
            QTest::addRow("%s, %s", way, name) << graph << algorithm;
}

Request shapeRequest(Algorithm algorithm, double width = 1504, double height = 800)
{
    Request request;
    request.algorithm = algorithm;
    request.width = width;
    request.height = height;
    return request;
}

Box discOf(const Graph &graph, const Placement &placement, std::size_t node)
{
    const double r = graph.nodes[node].radius * placement.scale;
    return {placement.nodes[node].x - r, placement.nodes[node].y - r, 2 * r, 2 * r};
}

/// What every placement promises; empty when it keeps all.
QString brokenPromise(const Graph &graph, const Placement &placement, const Request &request)
{
    if (placement.nodes.size() != graph.nodes.size() || placement.routes.size() != graph.edges.size())
        return QStringLiteral("something is missing");
    if (!(placement.scale > 0 && placement.scale <= 1))
        return QStringLiteral("scale %1").arg(placement.scale);
    if (shapes::overlapping(graph, placement) > 0)
        return QStringLiteral("%1 overlaps").arg(shapes::overlapping(graph, placement));
    const Box frame = Box{0, 0, request.width, request.height}.grown(1e-6);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (!shapes::finite(placement.nodes[i]) || !frame.contains(discOf(graph, placement, i)))
            return QStringLiteral("node %1 leaves the frame").arg(i);
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto &points = placement.routes[i].points;
        if (points.size() < 4 || points.size() % 3 != 1)
            return QStringLiteral("route %1 has %2 points").arg(i).arg(points.size());
        for (const Point &point : points)
            if (!shapes::finite(point) || !frame.contains(point))
                return QStringLiteral("route %1 leaves the frame").arg(i);
        for (const auto &[end, node] : {std::pair(points.front(), graph.edges[i].from), std::pair(points.back(), graph.edges[i].to)}) {
            const auto at = static_cast<std::size_t>(node);
            if (std::abs(length(end - placement.nodes[at]) - graph.nodes[at].radius * placement.scale) > 0.01)
                return QStringLiteral("route %1 does not end on a rim").arg(i);
        }
    }
    return {};
}

bool same(const Placement &a, const Placement &b)
{
    if (a.nodes != b.nodes || a.scale != b.scale || a.columns != b.columns || a.routes.size() != b.routes.size())
        return false;
    for (std::size_t i = 0; i < a.routes.size(); ++i)
        if (a.routes[i].points != b.routes[i].points)
            return false;
    return true;
}

} // namespace

class ShapesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void everyPromiseIsKept_data() { addShapes(); }
    void everyPromiseIsKept();
    void theSameTwice_data() { addShapes(); }
    void theSameTwice();
    void everyFrame_data();
    void everyFrame();
    void framesOfNothing_data();
    void framesOfNothing();
    void foreignEndsAreBorne_data();
    void foreignEndsAreBorne();
    void numbersOfNodesDoNotMatter();
    void directionsDoNotMoveNodes();
    void seedsDrawOtherPictures();
    void namesAreKeptApart();
    void membersOfAHullStandTogether();
    void crossingsAreFew_data();
    void crossingsAreFew();
    void cancelledPicturesAreFinite_data();
    void cancelledPicturesAreFinite();
};

void ShapesTest::everyPromiseIsKept()
{
    QFETCH(Graph, graph);
    QFETCH(Algorithm, algorithm);
    const Request request = shapeRequest(algorithm);
    const Placement placement = place(graph, request);
    QVERIFY(placement.complete);
    const QString promise = brokenPromise(graph, placement, request);
    QVERIFY2(promise.isEmpty(), qPrintable(promise));
    QCOMPARE(placement.columns.size(), static_cast<std::size_t>(algorithm == Algorithm::SupplyChain ? graph.columns : 0));
}

void ShapesTest::theSameTwice()
{
    QFETCH(Graph, graph);
    QFETCH(Algorithm, algorithm);
    const Placement once = place(graph, shapeRequest(algorithm));
    QVERIFY(same(once, place(graph, shapeRequest(algorithm))));
    // Routes alone, for nodes that stand there, are those of the placement but for what was kept inside the frame.
    const auto routes = route(graph, once.nodes, once.scale, algorithm);
    QCOMPARE(routes.size(), once.routes.size());
    for (std::size_t i = 0; i < routes.size() && algorithm != Algorithm::SupplyChain; ++i)
        QCOMPARE(routes[i].points.front(), once.routes[i].points.front());
}

void ShapesTest::everyFrame_data()
{
    QTest::addColumn<Algorithm>("algorithm");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    for (const auto &[way, algorithm] : algorithms)
        for (const auto &[width, height] : {std::pair(3840.0, 2160.0), std::pair(400.0, 300.0), std::pair(2000.0, 120.0),
                                            std::pair(120.0, 2000.0), std::pair(60.0, 60.0), std::pair(9000.0, 80.0)})
            QTest::addRow("%s, %.0f by %.0f", way, width, height) << algorithm << width << height;
}

void ShapesTest::everyFrame()
{
    QFETCH(Algorithm, algorithm);
    QFETCH(double, width);
    QFETCH(double, height);
    const Request request = shapeRequest(algorithm, width, height);
    for (const Graph &graph : {networks::deals(40, 80, 3, networks::Names::All), shapes::islands(5), networks::star(15)}) {
        const Placement placement = place(graph, request);
        const QString promise = brokenPromise(graph, placement, request);
        QVERIFY2(promise.isEmpty(), qPrintable(promise));
    }
}

void ShapesTest::framesOfNothing_data()
{
    QTest::addColumn<Algorithm>("algorithm");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    for (const auto &[way, algorithm] : algorithms)
        for (const auto &[width, height] : {std::pair(0.0, 0.0), std::pair(-5.0, 100.0), std::pair(1.0, 1.0), std::pair(300.0, 0.5)})
            QTest::addRow("%s, %g by %g", way, width, height) << algorithm << width << height;
}

void ShapesTest::framesOfNothing()
{
    QFETCH(Algorithm, algorithm);
    QFETCH(double, width);
    QFETCH(double, height);
    const Graph graph = networks::deals(12, 20, 3, networks::Names::All);
    const Placement placement = place(graph, shapeRequest(algorithm, width, height));
    QVERIFY(std::all_of(placement.nodes.begin(), placement.nodes.end(), shapes::finite));
    QVERIFY(placement.scale > 0 && std::isfinite(placement.scale));
}

void ShapesTest::foreignEndsAreBorne_data()
{
    QTest::addColumn<Algorithm>("algorithm");
    for (const auto &[way, algorithm] : algorithms)
        QTest::newRow(way) << algorithm;
}

void ShapesTest::foreignEndsAreBorne()
{
    // Rings, hulls and a centre that name nobody are as good as none; parallels get a way each.
    QFETCH(Algorithm, algorithm);
    Graph graph = shapes::of(5, {{0, 1}, {1, 0}, {0, 1}, {2, 3}, {3, 2}});
    graph.rings = {{0, 1, 99, -4}, {}};
    graph.hulls = {{2, 3, 77}, {-1}, {}};
    graph.centre = 12;
    const Request request = shapeRequest(algorithm);
    const Placement placement = place(graph, request);
    const QString promise = brokenPromise(graph, placement, request);
    QVERIFY2(promise.isEmpty(), qPrintable(promise));
}

void ShapesTest::numbersOfNodesDoNotMatter()
{
    // The same network with its edges in another order is the same picture.
    Graph graph = networks::deals(50, 100, 4);
    const Placement before = place(graph, shapeRequest(Algorithm::Web));
    std::reverse(graph.edges.begin(), graph.edges.end());
    QCOMPARE(place(graph, shapeRequest(Algorithm::Web)).nodes, before.nodes);
}

void ShapesTest::directionsDoNotMoveNodes()
{
    Graph graph = networks::deals(50, 100, 4);
    const Placement before = place(graph, shapeRequest(Algorithm::Web));
    for (Edge &edge : graph.edges)
        std::swap(edge.from, edge.to);
    QCOMPARE(place(graph, shapeRequest(Algorithm::Web)).nodes, before.nodes);
}

void ShapesTest::seedsDrawOtherPictures()
{
    const Graph graph = networks::deals(50, 100, 4);
    Request request = shapeRequest(Algorithm::Web);
    const Placement one = place(graph, request);
    request.seed = 2;
    const Placement two = place(graph, request);
    QVERIFY(one.nodes != two.nodes);
    QVERIFY(brokenPromise(graph, two, request).isEmpty());
}

void ShapesTest::namesAreKeptApart()
{
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const Graph graph = networks::deals(30, 55, seed, networks::Names::All);
        const Placement placement = place(graph, shapeRequest(Algorithm::Web));
        const auto name = [&](std::size_t i) {
            const Node &node = graph.nodes[i];
            const double s = placement.scale;
            return Box{placement.nodes[i].x - node.labelWidth * s / 2, placement.nodes[i].y + node.radius * s + 5, node.labelWidth * s,
                       node.labelHeight * s}
                .grown(-0.5);
        };
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            for (std::size_t j = i + 1; j < graph.nodes.size(); ++j)
                QVERIFY(!name(i).overlaps(name(j)));
    }
}

void ShapesTest::membersOfAHullStandTogether()
{
    // Members are joined with nothing but the middle, so only the hull brings them together.
    Graph graph = networks::star(24);
    for (Node &node : graph.nodes)
        node.radius = 15;
    const auto spread = [&](const Placement &placement) {
        double most = 0;
        for (const int a : {3, 9, 15, 21})
            for (const int b : {3, 9, 15, 21})
                most = std::max(most, length(placement.nodes[static_cast<std::size_t>(a)] - placement.nodes[static_cast<std::size_t>(b)]));
        return most;
    };
    const double apart = spread(place(graph, shapeRequest(Algorithm::Web)));
    graph.hulls = {{3, 9, 15, 21}};
    QVERIFY(spread(place(graph, shapeRequest(Algorithm::Web))) < 0.8 * apart);
}

void ShapesTest::crossingsAreFew_data()
{
    QTest::addColumn<Graph>("graph");
    QTest::addColumn<int>("most");
    QTest::newRow("chain") << shapes::chain(25) << 0;
    QTest::newRow("star") << networks::star(30) << 0;
    QTest::newRow("cycle") << networks::cycle(18) << 0;
    QTest::newRow("grid") << shapes::grid(6, 5) << 0;
    QTest::newRow("small tree") << shapes::tree(15, 2) << 0;
    QTest::newRow("tree") << shapes::tree(40, 3) << 2;
    QTest::newRow("islands") << shapes::islands(7) << 0;
    QTest::newRow("pairs") << networks::pairs(12) << 0;
}

void ShapesTest::crossingsAreFew()
{
    QFETCH(Graph, graph);
    QFETCH(int, most);
    const Placement placement = place(graph, shapeRequest(Algorithm::Web));
    const long count = shapes::crossings(Topology(graph), placement.nodes);
    QVERIFY2(count <= most, qPrintable(QString::number(count)));
}

void ShapesTest::cancelledPicturesAreFinite_data()
{
    QTest::addColumn<Algorithm>("algorithm");
    QTest::addColumn<int>("after");
    for (const auto &[way, algorithm] : algorithms)
        for (const int after : {0, 1, 2, 3, 5, 8, 13, 40, 120})
            QTest::addRow("%s, after %d questions", way, after) << algorithm << after;
}

void ShapesTest::cancelledPicturesAreFinite()
{
    QFETCH(Algorithm, algorithm);
    QFETCH(int, after);
    for (const Graph &graph : {networks::deals(90, 200, 2, networks::Names::All), shapes::islands(8), shapes::clique(14)}) {
        int asked = 0;
        Progress progress;
        progress.cancelled = [&] { return ++asked > after; };
        const Placement placement = place(graph, shapeRequest(algorithm), progress);
        QCOMPARE(placement.nodes.size(), graph.nodes.size());
        QCOMPARE(placement.routes.size(), graph.edges.size());
        QVERIFY(std::all_of(placement.nodes.begin(), placement.nodes.end(), shapes::finite));
        QCOMPARE(placement.complete, asked <= after);
    }
}

DEALSCAPE_TEST(ShapesTest, dealscape::testing::NoApplication)
#include "test_shapes.moc"
