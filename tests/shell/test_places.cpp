// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "../cli/outcome.h"
#include "drawing/geometry.h"
#include "export/exhibit.h"
#include "fixture.h"
#include "shell/exports.h"
#include "shell/manual.h"
#include "shell/sidedock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <vector>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

/// A way out of the first picture and back to it.
struct Detour {
    QString name;
    std::function<void(ShownWindow &)> leave;
    std::function<void(ShownWindow &)> back;
};

Perspective opening(const ShownWindow &f)
{
    return f.window->document().dataset().opening;
}

void home(ShownWindow &f)
{
    f.document().setPerspective(opening(f));
}

void press(ShownWindow &f, ActionId id)
{
    f.action(id).trigger();
}

QString rounded(const QRectF &box)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(box.x(), 0, 'f', 3)
        .arg(box.y(), 0, 'f', 3)
        .arg(box.width(), 0, 'f', 3)
        .arg(box.height(), 0, 'f', 3);
}

/// The marks of the picture in the window, one a line.
QStringList marks(const ShownWindow &f)
{
    const diagram::Stage &stage = f.window->diagram().stage();
    const document::Placed &placed = *stage.placed();
    QStringList lines = {rounded(stage.drawing().plot)};
    const drawing::Geometry all = drawing::geometry(placed.snapshot->index(), placed.network, stage.drawing());
    for (const auto &node : all.nodes)
        lines << QStringLiteral("%1 %2 %3 %4")
                     .arg(QString::fromStdString(node.id))
                     .arg(node.x, 0, 'f', 3)
                     .arg(node.y, 0, 'f', 3)
                     .arg(node.radius, 0, 'f', 3);
    for (const auto &label : all.labels)
        lines
            << QStringLiteral("%1 '%2' %3").arg(QString::fromStdString(label.of), label.text, label.shown ? rounded(label.box) : QString());
    for (const auto &edge : all.edges)
        lines << QStringLiteral("%1-%2 %3 %4 %5")
                     .arg(QString::fromStdString(edge.from), QString::fromStdString(edge.to))
                     .arg(edge.width, 0, 'f', 3)
                     .arg(edge.points.size())
                     .arg(edge.points[edge.points.size() / 2].x(), 0, 'f', 3);
    return lines;
}

QRectF box(const QJsonValue &value)
{
    return {value[QLatin1String("x")].toDouble(), value[QLatin1String("y")].toDouble(), value[QLatin1String("w")].toDouble(),
            value[QLatin1String("h")].toDouble()};
}

/// The same of what the command line prints.
QStringList marks(const QJsonObject &printed)
{
    QStringList lines = {rounded(box(printed[QLatin1String("frame")]))};
    for (const QJsonValue &node : printed[QLatin1String("nodes")].toArray())
        lines << QStringLiteral("%1 %2 %3 %4")
                     .arg(node[QLatin1String("id")].toString())
                     .arg(node[QLatin1String("x")].toDouble(), 0, 'f', 3)
                     .arg(node[QLatin1String("y")].toDouble(), 0, 'f', 3)
                     .arg(node[QLatin1String("radius")].toDouble(), 0, 'f', 3);
    for (const QJsonValue &label : printed[QLatin1String("labels")].toArray())
        lines << QStringLiteral("%1 '%2' %3")
                     .arg(label[QLatin1String("of")].toString(), label[QLatin1String("text")].toString(),
                          label[QLatin1String("shown")].toBool() ? rounded(box(label[QLatin1String("box")])) : QString());
    for (const QJsonValue &edge : printed[QLatin1String("edges")].toArray()) {
        const QJsonArray points = edge[QLatin1String("points")].toArray();
        lines << QStringLiteral("%1-%2 %3 %4 %5")
                     .arg(edge[QLatin1String("from")].toString(), edge[QLatin1String("to")].toString())
                     .arg(edge[QLatin1String("width")].toDouble(), 0, 'f', 3)
                     .arg(points.size())
                     .arg(points[points.size() / 2][0].toDouble(), 0, 'f', 3);
    }
    return lines;
}

Detour lookingOtherwise(const QString &name, const std::function<void(Perspective &)> &change)
{
    return {name,
            [change](ShownWindow &f) {
                Perspective next = opening(f);
                change(next);
                f.document().setPerspective(next);
            },
            home};
}

std::vector<Detour> filters()
{
    std::vector<Detour> list;
    const auto filter = [&](const QString &name, const std::function<void(Filter &)> &change) {
        list.push_back(lookingOtherwise(name, [change](Perspective &next) { change(next.filter); }));
    };
    filter("binding alone", [](Filter &f) { f.certainties = {Certainty::Binding}; });
    filter("paid alone", [](Filter &f) { f.certainties = {Certainty::Paid}; });
    filter("every certainty", [](Filter &f) { f.certainties.clear(); });
    filter("capital", [](Filter &f) { f.families = {Family::Capital}; });
    filter("energy", [](Filter &f) { f.families = {Family::Energy}; });
    filter("hardware and compute", [](Filter &f) { f.families = {Family::Hardware, Family::Compute}; });
    filter("until 2025", [](Filter &f) { f.until = Date{2025, 6, 0}; });
    filter("from 2025", [](Filter &f) { f.from = Date{2025, 9, 0}; });
    filter("large ones", [](Filter &f) { f.atLeast = Money::billions(20); });
    filter("a text", [](Filter &f) { f.text = "nvidia"; });
    filter("a country", [](Filter &f) { f.countries = {"US"}; });
    filter("nothing passes", [](Filter &f) { f.text = "nobody at all"; });
    filter("tier 2", [](Filter &f) { f.maximumTier = 2; });
    filter("not published", [](Filter &f) { f.publishedOnly = false; });
    filter("not counted", [](Filter &f) { f.countedOnly = false; });
    return list;
}

std::vector<Detour> looks()
{
    std::vector<Detour> list;
    for (const LayoutKind layout : {LayoutKind::SupplyChain, LayoutKind::Orbit, LayoutKind::Ring})
        list.push_back(lookingOtherwise(QString::fromUtf8(label(layout).data()), [layout](Perspective &next) { next.layout = layout; }));
    for (const Lens lens : {Lens::Power, Lens::Deals})
        list.push_back(lookingOtherwise(QString::fromUtf8(label(lens).data()), [lens](Perspective &next) { next.lens = lens; }));
    list.push_back(lookingOtherwise("another lens in another layout", [](Perspective &next) {
        next.layout = LayoutKind::Orbit;
        next.lens = Lens::Power;
    }));
    for (const int depth : {1, 2})
        list.push_back(lookingOtherwise(QStringLiteral("focus %1").arg(depth), [depth](Perspective &next) {
            next.focus = Focus{OrganizationId("oracle"), depth};
        }));
    list.push_back(lookingOtherwise("folded", [](Perspective &next) { next.collapsed = {OrganizationId("nvidia")}; }));
    list.push_back(lookingOtherwise("a lit loop", [](Perspective &next) {
        next.trail = Trail{{OrganizationId("nvidia"), OrganizationId("openai")}, true};
    }));
    list.push_back(lookingOtherwise("as reported", [](Perspective &next) { next.asReported = true; }));
    list.push_back(lookingOtherwise("what is shown arranged", [](Perspective &next) {
        next.filter.families = {Family::Energy};
        next.arrangeShown = true;
    }));
    return list;
}

/// Ways of the window rather than of the perspective; a toggle is pressed again.
std::vector<Detour> windows()
{
    std::vector<Detour> list;
    for (const auto &[name, id] : {std::pair("tables", ActionId::ShowTables), std::pair("side panel", ActionId::ShowDetails),
                                   std::pair("time bar", ActionId::ShowTime), std::pair("charts", ActionId::ShowCharts)})
    {
        const auto toggle = [id = id](ShownWindow &f) { press(f, id); };
        list.push_back({QString::fromUtf8(name), toggle, toggle});
    }
    for (const QSize size : {QSize(1024, 768), QSize(1280, 720), QSize(960, 1080), QSize(1900, 1000)})
        list.push_back({QStringLiteral("%1 wide").arg(size.width()), [size](ShownWindow &f) { f.window->resize(size); },
                        [](ShownWindow &f) { f.window->resize(1600, 1000); }});
    list.push_back({"the manual", [](ShownWindow &f) { press(f, ActionId::Manual); },
                    [](ShownWindow &f) {
                        for (Manual *manual : f.window->findChildren<Manual *>())
                            manual->close();
                    }});
    list.push_back({"zoomed", [](ShownWindow &f) { press(f, ActionId::ZoomIn); }, [](ShownWindow &f) { f.document().back(); }});
    list.push_back({"dark", [](ShownWindow &f) { press(f, ActionId::ThemeDark); }, [](ShownWindow &f) { press(f, ActionId::ThemeLight); }});
    list.push_back({"dragged and undone",
                    [](ShownWindow &f) {
                        f.document().arrange(LayoutKind::Web, {{OrganizationId("nvidia"), 200, 300, false}}, QStringLiteral("Move"));
                    },
                    [](ShownWindow &f) { f.document().undoStack().undo(); }});
    list.push_back({"arranged afresh",
                    [](ShownWindow &f) {
                        f.document().arrange(LayoutKind::Web, {{OrganizationId("openai"), 100, 100, false}}, QStringLiteral("Move"));
                    },
                    [](ShownWindow &f) { press(f, ActionId::ArrangeAfresh); }});
    list.push_back({"a ribbon opened",
                    [](ShownWindow &f) {
                        f.document().toggleOpened({OrganizationId("openai"), OrganizationId("coreweave"), Family::Compute});
                    },
                    [](ShownWindow &f) {
                        f.document().toggleOpened({OrganizationId("openai"), OrganizationId("coreweave"), Family::Compute});
                    }});
    list.push_back({"a picture opened",
                    [](ShownWindow &f) {
                        exporting::PictureOptions options;
                        options.preset = exporting::Preset::Custom;
                        options.custom = exporting::Extent::ofPixels({640, 400});
                        exporting::Sight sight;
                        sight.perspective = opening(f);
                        sight.perspective.layout = LayoutKind::SupplyChain;
                        const QString path = f.folder.filePath(QStringLiteral("elsewhere.png"));
                        if (exporting::Exhibit(f.document().snapshot()->index(), options, sight).write(path))
                            f.open(path);
                    },
                    home});
    return list;
}

} // namespace

class PlacesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    /// One window goes all the ways, one after another, and shows the same each time it is back.
    void noDetourLeavesATrace()
    {
        ShownWindow f({1600, 1000});
        const QStringList first = marks(f);
        const QSize canvas = f.window->diagram().size();
        QVERIFY(first.size() > 60);
        int ways = 0;
        for (const auto &list : {looks(), filters(), windows()})
            for (const Detour &detour : list) {
                detour.leave(f);
                QCoreApplication::processEvents();
                f.window->grab();
                detour.back(f);
                QTRY_COMPARE(f.window->diagram().size(), canvas);
                f.window->grab();
                const QStringList now = marks(f);
                for (qsizetype i = 0; i < std::min(first.size(), now.size()); ++i)
                    QVERIFY2(now[i] == first[i], qPrintable(detour.name + ": " + now[i] + " was " + first[i]));
                QCOMPARE(now.size(), first.size());
                ++ways;
            }
        QVERIFY(ways >= 40);
    }

    void exportsTakeTheScenesPlaces()
    {
        ShownWindow f;
        const auto exported = [&f] {
            const publishing::ExportSubject subject = f.window->exports().subject();
            return exporting::Exhibit(subject.snapshot->index(), {}, subject.sight).svg();
        };
        const QByteArray before = exported();
        const document::Viewpoint home = f.document().viewpoint();
        document::Viewpoint scene = home;
        scene.places = {{OrganizationId("nvidia"), 200, 150, false}};
        f.document().look(scene);
        QVERIFY(exported() != before);
        f.document().look(home);
        QCOMPARE(exported(), before);
    }

    void whatAFilterLeavesStaysInPlace()
    {
        ShownWindow f({1600, 1000});
        const auto centres = [&] {
            std::map<std::string, QPointF> all;
            const document::Placed &placed = *f.window->diagram().stage().placed();
            for (const auto &node :
                 drawing::geometry(placed.snapshot->index(), placed.network, f.window->diagram().stage().drawing()).nodes)
                all[node.id] = {node.x, node.y};
            return all;
        };
        const auto first = centres();
        for (const Detour &detour : filters()) {
            if (detour.name == "tier 2" || detour.name.startsWith("not "))
                continue;
            detour.leave(f);
            f.window->grab();
            for (const auto &[id, at] : centres())
                QVERIFY2(first.contains(id) ? first.at(id) == at : detour.name == "every certainty",
                         qPrintable(detour.name + ": " + id.c_str()));
        }
        for (const ActionId lens : {ActionId::LensPower, ActionId::LensDeals}) {
            home(f);
            press(f, lens);
            f.window->grab();
            QVERIFY(centres() == first);
        }
    }

    void showsWhatTheCommandLineSays_data()
    {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<QString>("options");
        QTest::newRow("first") << QSize(1600, 1000) << "";
        QTest::newRow("small") << QSize(1280, 720) << "";
        QTest::newRow("upright") << QSize(960, 1080) << "";
        QTest::newRow("large") << QSize(2560, 1400) << "";
        QTest::newRow("supply chain, power") << QSize(1600, 1000) << "--layout supply-chain --lens power";
        QTest::newRow("focus") << QSize(1600, 1000) << "--focus oracle --depth 1";
        QTest::newRow("tier 3") << QSize(1600, 1000) << "--tier 3";
    }

    void showsWhatTheCommandLineSays()
    {
        QFETCH(QSize, window);
        QFETCH(QString, options);
        ShownWindow f(window);
        Perspective next = opening(f);
        if (options.contains("chain")) {
            next.layout = LayoutKind::SupplyChain;
            next.lens = Lens::Power;
        }
        if (options.contains("focus"))
            next.focus = Focus{OrganizationId("oracle"), 1};
        if (options.contains("tier"))
            next.filter.maximumTier = 3;
        f.document().setPerspective(next);
        f.window->grab();
        const QSize canvas = f.window->diagram().size();
        const QStringList printed =
            marks(run(QStringLiteral("geometry --json --canvas %1x%2 %3").arg(canvas.width()).arg(canvas.height()).arg(options)).json());
        const QStringList shown = marks(f);
        for (qsizetype i = 0; i < std::min(shown.size(), printed.size()); ++i)
            QVERIFY2(shown[i] == printed[i], qPrintable(shown[i] + " was " + printed[i]));
        QCOMPARE(shown.size(), printed.size());
    }
};

DEALSCAPE_TEST(PlacesTest, StyledApplication)
#include "test_places.moc"
