// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "graphs/reading.h"
#include "graphs/writing.h"

#include <string>

using namespace dealscape::graphs;
using dealscape::sheets::Table;
using dealscape::sheets::textCell;

class GraphTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void comesBack_data();
    void comesBack();
};

namespace {

QString lines(const Table &table)
{
    QStringList rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        QStringList texts;
        for (std::size_t column = 0; column < table.columns; ++column)
            texts += QString::fromStdString(table.at(row, column).text);
        rows += texts.join(QLatin1Char('~'));
    }
    return rows.join(QLatin1Char('/'));
}

Graph sample()
{
    Graph graph;
    graph.title = "A & B";
    graph.nodes.add({0, {textCell("Id"), textCell("Label"), textCell("Parent"), textCell("kind")}});
    graph.nodes.add({0, {textCell("a"), textCell("Alpha <\"'&>"), {}, textCell("lab")}});
    graph.nodes.add({0, {textCell("b"), textCell("Beta\u00E9"), {}, {}}});
    graph.edges.add(
        {0, {textCell("Id"), textCell("Source"), textCell("Target"), textCell("Directed"), textCell("amount"), textCell("sure")}});
    graph.edges.add({0,
                     {textCell("e1"), textCell("a"), textCell("b"), dealscape::sheets::truthCell(true),
                      dealscape::sheets::numberCell(9007199254740991), dealscape::sheets::truthCell(false)}});
    graph.edges.add({0, {textCell("e2"), textCell("a"), textCell("b"), dealscape::sheets::truthCell(false), {}, {}}});
    return graph;
}

} // namespace

void GraphTest::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("nodes");
    QTest::addColumn<QString>("edges");
    QTest::addColumn<int>("notices");
    const auto row = [](const char *name, const QByteArray &bytes, const char *nodes, const char *edges, int notices = 0) {
        QTest::newRow(name) << bytes << QString::fromUtf8(nodes) << QString::fromUtf8(edges) << notices;
    };
    row("GraphML",
        R"(<graphml><key id="d0" for="node" attr.name="label" attr.type="string"/><key id="d1" for="edge" attr.name="w" attr.type="long"><default>5</default></key>
<graph edgedefault="undirected"><node id="a"><data key="d0">Alpha</data></node><node id="g"><graph edgedefault="directed"><node id="g::x"/><edge source="g::x" target="a"><data key="d1">9007199254740993</data></edge></graph></node>
<edge id="e" source="a" target="g"/><edge source="a" target="g" directed="true"/><hyperedge><endpoint node="a"/></hyperedge></graph></graphml>)",
        "Id~Label~Parent/a~Alpha~/g~~/g::x~~g", "Id~Source~Target~Directed~w/~g::x~a~true~9007199254740993/e~a~g~false~5/~a~g~true~5", 1);
    row("GraphML of yEd",
        R"(<x:graphml xmlns:x="g" xmlns:y="y"><x:key id="d" for="node" yfiles.type="nodegraphics"/><x:graph edgedefault="directed"><x:node id="n"><x:data key="d"><y:ShapeNode><y:NodeLabel> Name </y:NodeLabel></y:ShapeNode></x:data></x:node></x:graph></x:graphml>)",
        "Id~Label~Parent/n~Name~", "Id~Source~Target~Directed", 1);
    row("GEXF",
        R"(<gexf version="1.2"><graph defaultedgetype="undirected"><attributes class="edge"><attribute id="0" title="sum" type="float"><default>1</default></attribute></attributes>
<nodes><node id="a" label="A"><nodes><node id="b" label="B" start="2020"/></nodes></node></nodes>
<edges><edge id="1" source="a" target="b" weight="2.5"><attvalues><attvalue for="0" value="3"/></attvalues></edge><edge id="2" source="a" target="b" type="directed"/></edges></graph></gexf>)",
        "Id~Label~Parent~Start/a~A~~/b~B~a~2020", "Id~Source~Target~Directed~sum~Weight/1~a~b~false~3~2.5/2~a~b~true~1~");
    row("networkx",
        R"({"directed": false, "multigraph": true, "graph": {}, "nodes": [{"id": 1, "name": "One"}, {"id": 2}], "links": [{"source": 1, "target": 2, "key": 0, "w": 3}]})",
        "Id~Label~Parent/1~One~/2~~", "Id~Source~Target~Directed~w/~1~2~false~3");
    row("d3 by position", R"({"nodes": [{"name": "A", "group": 1}, {"name": "B"}], "links": [{"source": 0, "target": 1, "value": 1.5}]})",
        "Id~Label~Parent~group/A~A~~1/B~B~~", "Id~Source~Target~Directed~value/~A~B~true~1.5");
    row("d3 by nodes", R"({"nodes": [{"id": "A"}, {"id": "B"}], "edges": [{"source": {"id": "A"}, "target": {"id": "B"}}]})",
        "Id~Label~Parent/A~~/B~~", "Id~Source~Target~Directed/~A~B~true");
}

void GraphTest::reads()
{
    QFETCH(QByteArray, bytes);
    const auto book = readGraph(bytes.toStdString());
    QVERIFY2(book.has_value(), book ? "" : book.error().c_str());
    QTEST(lines(book->tables[0]), "nodes");
    QTEST(lines(book->tables[1]), "edges");
    QTEST(int(book->notices.size()), "notices");
}

void GraphTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QByteArray &bytes, const char *part) {
        QTest::newRow(name) << bytes << QString::fromLatin1(part);
    };
    row("entities",
        R"(<!DOCTYPE graphml [<!ENTITY a "aaaa"><!ENTITY file SYSTEM "file:///etc/hostname">]><graphml><graph><node id="&file;"/></graph></graphml>)",
        "entities");
    row("cut off", "<graphml><graph><node id=\"a\">", "ends too early");
    row("one endless text", QByteArray("<graphml><graph><node id=\"") + QByteArray(5 << 20, 'x') + "\"/></graph></graphml>", "too long");
    QByteArray deep = "<graphml>";
    for (int i = 0; i < 300; ++i)
        deep += "<graph><node id=\"x\">";
    row("nested without end", deep, "nested more than");
    row("no lists", R"({"nodes": 1, "links": 2})", "no lists");
    row("broken JSON", R"({"nodes": [], "links": [)", "at byte");
    row("something else", "a,b\n", "neither GraphML nor GEXF");
}

void GraphTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const auto book = readGraph(bytes.toStdString());
    QVERIFY(!book.has_value());
    QVERIFY2(QString::fromStdString(book.error()).contains(part), book.error().c_str());
}

void GraphTest::comesBack_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("GraphML") << 0;
    QTest::newRow("GEXF") << 1;
    QTest::newRow("node-link") << 2;
}

void GraphTest::comesBack()
{
    QFETCH(int, format);
    const Graph graph = sample();
    const std::string text = format == 0 ? writeGraphMl(graph) : format == 1 ? writeGexf(graph) : writeNodeLink(graph);
    const auto book = readGraph(text);
    QVERIFY2(book.has_value(), book ? "" : book.error().c_str());
    QCOMPARE(QString::fromStdString(book->title), QStringLiteral("A & B"));
    QCOMPARE(lines(book->tables[0]), QStringLiteral("Id~Label~Parent~kind/a~Alpha <\"'&>~~lab/b~Beta\u00E9~~"));
    const QString mixed = QStringLiteral("Id~Source~Target~Directed~amount~sure/e1~a~b~true~9007199254740991~false/e2~a~b~%1~~");
    QCOMPARE(lines(book->tables[1]), mixed.arg(format <= 1 ? QStringLiteral("true") : QStringLiteral("false")));
}

DEALSCAPE_TEST(GraphTest, dealscape::testing::NoApplication)
#include "test_graph.moc"
