// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "scenery.h"
#include "stage.h"

#include "style/text.h"

#include <QFile>
#include <QTextStream>

using namespace dealscape;
using namespace dealscape::picture;

namespace {

/// Rounded, so that the last bits of a library's sine do not count.
QString pixels(std::initializer_list<double> values)
{
    QStringList words;
    for (const double value : values)
        words << QString::number(qRound(value));
    return words.join(u' ');
}

QString pixels(QPointF point)
{
    return pixels({point.x(), point.y()});
}

/// Everything in a drawing that has a place, a line each.
QStringList geometryOf(const sample::Scenery &scenery, const drawing::Drawing &drawing)
{
    const auto name = [&](int node) {
        const auto organization = static_cast<std::size_t>(scenery.network.nodes[static_cast<std::size_t>(node)].organization);
        return QString::fromStdString(scenery.dataset.organizations[organization].id.text());
    };
    QStringList lines{
        QStringLiteral("plot %1").arg(pixels({drawing.plot.left(), drawing.plot.top(), drawing.plot.width(), drawing.plot.height()}))};
    for (const drawing::NodeMark &node : drawing.nodes)
        lines << QStringLiteral("node %1 %2").arg(name(node.node), pixels({node.centre.x(), node.centre.y(), node.radius}));
    for (const drawing::EdgeMark &edge : drawing.edges) {
        const network::NetworkEdge &ends = scenery.network.edges[static_cast<std::size_t>(edge.edge)];
        const QPolygonF &line = edge.centreLine;
        lines << QStringLiteral("edge %1 %2 %3, %4, %5")
                     .arg(name(ends.from), name(ends.to), pixels(line.front()), pixels(line[line.size() / 2]), pixels(line.back()));
    }
    for (const drawing::LabelMark &label : drawing.labels)
        lines << (label.shown ? QStringLiteral("label %1, \"%2\"")
                                    .arg(pixels({label.box.x(), label.box.y(), label.box.width(), label.box.height()}), label.text)
                              : QStringLiteral("hidden \"%1\"").arg(label.text));
    return lines;
}

/// Whether two lines say the same, numbers up to a few pixels: a label may find one of two equally good places.
bool alike(const QString &a, const QString &b)
{
    const QStringList left = a.split(u' ');
    const QStringList right = b.split(u' ');
    if (left.size() != right.size())
        return false;
    for (qsizetype i = 0; i < left.size(); ++i) {
        const auto number = [](QString word, bool &is) { return (word.endsWith(u',') ? word.chopped(1) : word).toInt(&is); };
        bool first = false;
        bool second = false;
        const int x = number(left[i], first);
        const int y = number(right[i], second);
        if (first && second ? std::abs(x - y) > 4 : left[i] != right[i])
            return false;
    }
    return true;
}

QString goldenName(const char *layout)
{
    return testing::roomData() + QStringLiteral("/geometry-%1.txt").arg(QLatin1String(layout));
}

} // namespace

/// The places of the embedded network's first tier. DEALSCAPE_WRITE_GOLDEN=1 writes them anew after a change that is meant.
class TestGolden : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void geometryIsAsRecorded_data()
    {
        QTest::addColumn<int>("layout");
        for (const auto &layout : vocabulary<LayoutKind>())
            QTest::newRow(layout.word.data()) << static_cast<int>(layout.value);
    }
    void geometryIsAsRecorded()
    {
        QFETCH(int, layout);
        QVERIFY(!sample::published().organizations.empty());
        // Places follow the widths of names, which each version of the toolkit measures a little otherwise.
        if (const double width = style::textWidth(QStringLiteral("OpenAI"), style::FontRole::SmallBold); std::abs(width - 43.1719) > 0.01)
            QSKIP(qPrintable(QStringLiteral("\"OpenAI\" is %1 wide here").arg(width)));
        const sample::Scenery scenery = sample::embeddedScenery(1, static_cast<LayoutKind>(layout));
        const QStringList found = geometryOf(scenery, scenery.drawing());
        QFile file(goldenName(QTest::currentDataTag()));
        if (qEnvironmentVariableIsSet("DEALSCAPE_WRITE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QTextStream(&file) << found.join(u'\n') << '\n';
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QStringList recorded = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < std::min(found.size(), recorded.size()); ++i)
            QVERIFY2(alike(found[i], recorded[i]), qPrintable(QStringLiteral("found %1, recorded %2").arg(found[i], recorded[i])));
        QCOMPARE(found.size(), recorded.size());
    }
};

DEALSCAPE_TEST(TestGolden, QGuiApplication)
#include "test_golden.moc"
