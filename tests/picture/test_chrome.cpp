// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "drawing/places.h"
#include "network/network.h"
#include "picture/chrome.h"
#include "picture/legend.h"
#include "sample.h"
#include "stage.h"
#include "style/scales.h"
#include "style/text.h"

#include <QRegularExpression>

#include <memory>
#include <set>

using namespace dealscape;
using namespace dealscape::picture;

namespace {

constexpr Parts everyPart =
    Part::Title | Part::Strip | Part::Legend | Part::FilterSentence | Part::AsOf | Part::HiddenLabels | Part::Sources;

Perspective perspectiveOf(int lens, int tier, bool reported = false)
{
    Perspective perspective;
    perspective.lens = static_cast<Lens>(lens);
    perspective.filter.maximumTier = tier;
    perspective.asReported = reported;
    return perspective;
}

QRectF boxOf(const drawing::TextRun &run)
{
    const double cap = style::capHeight(run.font);
    return {run.position.x(), run.position.y() - cap, style::textWidth(run.text, run.font), cap};
}

/// Everything a mark covers with ink.
QRectF inkOf(const drawing::ChromeMark &mark)
{
    QRectF ink;
    if (!mark.path.isEmpty()) {
        const double half = mark.strokeWidth / 2;
        ink = mark.path.boundingRect().adjusted(-half, -half, half, half);
    }
    for (const drawing::TextRun &run : mark.runs)
        ink |= boxOf(run);
    return ink;
}

std::vector<drawing::TextRun> textsOf(const std::vector<drawing::ChromeMark> &marks)
{
    std::vector<drawing::TextRun> texts;
    for (const drawing::ChromeMark &mark : marks)
        texts.insert(texts.end(), mark.runs.begin(), mark.runs.end());
    return texts;
}

bool says(const std::vector<drawing::ChromeMark> &marks, const QString &text)
{
    const auto texts = textsOf(marks);
    return std::any_of(texts.begin(), texts.end(), [&](const drawing::TextRun &run) { return run.text.contains(text); });
}

Frames framesOf(const Index &index, const Perspective &perspective, const network::Network &network, const Style &style)
{
    return pageFor({index, perspective, network}, style).frames;
}

std::vector<drawing::ChromeMark> chromeOf(const Index &index, const Perspective &perspective, const network::Network &network,
                                          const Style &style, int hiddenLabels, Scaling scaling = {})
{
    return chrome(index, network, pageFor({index, perspective, network}, style), style.theme, hiddenLabels, scaling);
}

} // namespace

class TestChrome : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void aPageHasMarginsAndItsKeysAtTheRight()
    {
        const Index index(sample::quoted());
        const Perspective perspective = perspectiveOf(0, 0);
        const network::Network network = network::network(index, perspective);
        Style style;
        style.size = {1920, 1080};
        style.form = Form::Page;
        style.parts = everyPart;
        const Frames f = framesOf(index, perspective, network, style);
        const QRectF page(48, 32, 1824, 1032);
        for (const QRectF &frame : {f.title, f.strip, f.asOf, f.legend, f.sources, f.footer, f.plot})
            QVERIFY(!frame.isEmpty() && page.contains(frame));
        QVERIFY(f.title.bottom() <= f.strip.top() && f.strip.bottom() <= f.plot.top() && f.plot.bottom() < f.footer.top());
        QVERIFY(f.plot.right() < f.legend.left() && f.legend.right() < f.sources.left());
        const auto marks = chromeOf(index, perspective, network, style, 7);
        for (const char *words : {"7 labels not shown", "high bound", "Dealscape", "counted once"})
            QVERIFY2(says(marks, QLatin1String(words)), words);
        QVERIFY(!says(chromeOf(index, perspective, network, style, 0), QStringLiteral("not shown")));

        style.parts = Part::Title;
        QVERIFY(framesOf(index, perspective, network, style).footer.isEmpty());
        style.parts = everyPart;
        style.size = {1280, 720};
        const Frames small = framesOf(index, perspective, network, style);
        style.form = Form::Window;
        QCOMPARE(small.plot, framesOf(index, perspective, network, style).plot);
    }

    void fitsEverySize_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<int>("lens");
        QTest::addColumn<int>("tier");
        QTest::addColumn<bool>("reported");
        QTest::addColumn<Form>("form");
        for (const QSizeF size :
             {QSizeF(320, 240), QSizeF(500, 900), QSizeF(640, 480), QSizeF(800, 500), QSizeF(899, 700), QSizeF(960, 600),
              QSizeF(1080, 1920), QSizeF(1100, 620), QSizeF(1280, 720), QSizeF(1504, 904), QSizeF(1920, 1080), QSizeF(3840, 2160)})
            for (int lens = 0; lens < 3; ++lens)
                for (const int tier : {0, 1, 9})
                    for (const Form form : {Form::Window, Form::Page})
                        QTest::addRow("%s %gx%g lens %d tier %d", form == Form::Page ? "page" : "window", size.width(), size.height(), lens,
                                      tier)
                            << size << lens << tier % 9 << (tier == 9) << form;
    }
    void fitsEverySize()
    {
        QFETCH(QSizeF, size);
        QFETCH(int, lens);
        QFETCH(int, tier);
        QFETCH(bool, reported);
        QFETCH(Form, form);
        const Index index(sample::quoted());
        const Perspective perspective = perspectiveOf(lens, tier, reported);
        const network::Network network = network::network(index, perspective);
        Style style;
        style.size = size;
        style.form = form;
        style.parts = everyPart;
        const QRectF picture(QPointF(), size);

        const Frames f = framesOf(index, perspective, network, style);
        const std::vector<QRectF> all = {f.title, f.strip, f.asOf, f.legend, f.sources, f.footer, f.plot};
        for (std::size_t i = 0; i < all.size(); ++i) {
            QVERIFY(all[i].isEmpty() || picture.contains(all[i]));
            for (std::size_t j = i + 1; j < all.size(); ++j)
                QVERIFY(all[i].isEmpty() || all[j].isEmpty() || !all[i].intersects(all[j]));
        }
        QVERIFY(f.plot.width() >= 300 && f.plot.height() >= 200);

        const auto marks = chromeOf(index, perspective, network, style, 7);
        for (const drawing::ChromeMark &mark : marks) {
            const QRectF ink = inkOf(mark);
            QVERIFY(picture.contains(ink));
            QVERIFY(!f.plot.adjusted(1, 1, -1, -1).intersects(ink));
            QVERIFY(mark.hitBox.isEmpty() || picture.contains(mark.hitBox));
        }
        std::vector<QRectF> hitBoxes;
        for (const drawing::ChromeMark &mark : marks)
            if (!mark.hitBox.isEmpty())
                hitBoxes.push_back(mark.hitBox);
        for (std::size_t i = 0; i < hitBoxes.size(); ++i)
            for (std::size_t j = i + 1; j < hitBoxes.size(); ++j)
                QVERIFY(!hitBoxes[i].intersects(hitBoxes[j]));
        const auto texts = textsOf(marks);
        std::vector<QRectF> boxes;
        for (const drawing::TextRun &run : texts)
            boxes.push_back(boxOf(run));
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (std::size_t j = i + 1; j < texts.size(); ++j)
                if (boxes[i].intersects(boxes[j]))
                    QFAIL(qPrintable(texts[i].text + " | " + texts[j].text));
    }

    void leavesOutWhatItsGroundLeavesOut_data()
    {
        QTest::addColumn<double>("height");
        QTest::addColumn<int>("lens");
        for (int height = 240; height <= 480; height += 20)
            for (int lens = 0; lens < 3; ++lens)
                QTest::addRow("%d high, lens %d", height, lens) << static_cast<double>(height) << lens;
    }
    /// A window that is low because the tables are open: no line of the head lies over the network.
    void leavesOutWhatItsGroundLeavesOut()
    {
        QFETCH(double, height);
        QFETCH(int, lens);
        const Index index(sample::quoted());
        Perspective perspective = sample::quoted().opening;
        perspective.lens = static_cast<Lens>(lens);
        const network::Network network = network::network(index, perspective);
        Style style;
        style.size = {952, height};
        style.whole = std::make_shared<network::Network>(network::network(index, drawing::ground(perspective)));
        const Frames f = framesOf(index, perspective, network, style);
        for (const QRectF &frame : {f.title, f.strip, f.asOf, f.legend, f.footer})
            QVERIFY(frame.isEmpty() || !frame.intersects(f.plot));
        for (const drawing::ChromeMark &mark : chromeOf(index, perspective, network, style, 7))
            QVERIFY(!f.plot.adjusted(1, 1, -1, -1).intersects(inkOf(mark)));
    }

    void standsOnTheOpeningView()
    {
        const Index index(sample::quoted());
        const Perspective perspective = sample::quoted().opening;
        const network::Network network = network::network(index, perspective);
        QCOMPARE(network.nodes.size(), std::size_t(26));
        QCOMPARE(network.deals.size(), std::size_t(40));
        QCOMPARE(network.edges.size(), std::size_t(34));
        QCOMPARE(network.sources, 106);
        QCOMPARE(network.unpublished, 10);
        const auto marks = chromeOf(index, perspective, network, {}, 3);
        for (const char *text : {"26 organisations, 40 deals on 34 edges", "As of 3 July 2026, 106 sources", "$737–747B", "$195–204B",
                                 "7 deals without a price", "3 labels hidden", "Umbrella, counts once"})
            QVERIFY2(says(marks, QString::fromUtf8(text)), text);
    }

    void namesWhatTheLegendLeavesOut()
    {
        const Index index(sample::quoted());
        const Perspective perspective = sample::quoted().opening;
        const network::Network network = network::network(index, perspective);
        const auto sections = legendSections({index, perspective, network});
        const auto whole = planLegend(sections, {legendColumn, 900});
        QVERIFY(whole && whole->omitted.isEmpty() && whole->rest().isEmpty());
        double least = 900;
        for (double room = 900; room > 100; room -= 7) {
            const auto plan = planLegend(sections, {legendColumn, room});
            if (!plan)
                break;
            least = room;
            QVERIFY(plan->size.height() <= room);
            QCOMPARE(plan->columns.front().size() + static_cast<std::size_t>(plan->omitted.size()), sections.size());
        }
        const QStringList omitted = planLegend(sections, {legendColumn, least})->omitted;
        QCOMPARE(omitted, QStringList({"certainty", "width", "area", "marks"}));
        Style style;
        style.size = {960, 562};
        QVERIFY(says(chromeOf(index, perspective, network, style, 3), QStringLiteral("2 more: area, marks")));
        QVERIFY(!says(chromeOf(index, perspective, network, {}, 3), QStringLiteral("more: ")));
    }

    void legendRowsAreControls()
    {
        const Index index(sample::quoted());
        const Perspective perspective = perspectiveOf(0, 0);
        const network::Network network = network::network(index, perspective);
        std::set<std::pair<int, int>> targets;
        for (const drawing::ChromeMark &mark : chromeOf(index, perspective, network, {}, 0))
            if (!mark.hitBox.isEmpty())
                QVERIFY(targets.insert({static_cast<int>(mark.target.kind), mark.target.index}).second);
        for (int i = 0; i < 8; ++i)
            QVERIFY(targets.contains({static_cast<int>(drawing::TargetKind::Layer), i}));
        for (int i = 0; i < 5; ++i) {
            QVERIFY(targets.contains({static_cast<int>(drawing::TargetKind::Family), i}));
            QVERIFY(targets.contains({static_cast<int>(drawing::TargetKind::Certainty), i}));
        }
        QCOMPARE(targets.size(), std::size_t(18));
    }

    /// Figures of the legend: a number of deals, and the sum that the headline strip has for them.
    void rowsCarryCountsAndSums_data()
    {
        QTest::addColumn<int>("lens");
        QTest::addColumn<QStringList>("families");
        QTest::addColumn<QStringList>("certainties");
        QTest::newRow("value") << 0 << QStringList{"16 · $737–747B", "20 · $249–293B", "3 · $40B", "1", "0"}
                               << QStringList{"15 · $195–204B", "22", "5", "1 · ≤$35B", "0"};
        QTest::newRow("power") << 1 << QStringList{"16", "20", "3", "1", "0"} << QStringList{"13", "22", "5", "0", "0"};
    }

    void rowsCarryCountsAndSums()
    {
        QFETCH(int, lens);
        const Index index(sample::quoted());
        const Perspective perspective = [&] {
            Perspective opening = index.dataset().opening;
            opening.lens = static_cast<Lens>(lens);
            return opening;
        }();
        const auto sections = legendSections({index, perspective, network::network(index, perspective)});
        const auto figures = [](const LegendSection &section) {
            QStringList list;
            for (const LegendRow &row : section.rows)
                list << row.figure;
            return list;
        };
        QTEST(figures(sections[1]), "families");
        QTEST(figures(sections[2]), "certainties");
    }

    void hiddenRowsCanBeBroughtBack()
    {
        const Index index(sample::quoted());
        Perspective perspective = perspectiveOf(0, 1);
        perspective.filter.families = {Family::Capital};
        Style style;
        style.size = {1280, 640};
        const network::Network network = network::network(index, perspective);
        const auto marks = chromeOf(index, perspective, network, style, 0);
        const drawing::Target hidden{drawing::TargetKind::Family, static_cast<int>(Family::Energy)};
        QVERIFY(std::any_of(marks.begin(), marks.end(),
                            [&](const drawing::ChromeMark &mark) { return mark.target == hidden && !mark.hitBox.isEmpty(); }));
    }

    void keysKeepToTheScales_data()
    {
        QTest::addColumn<int>("lens");
        QTest::addColumn<double>("strokes");
        for (int lens = 0; lens < 3; ++lens)
            for (const double strokes : {1.0, 0.6})
                QTest::addRow("lens %d at %g", lens, strokes) << lens << strokes;
    }
    void keysKeepToTheScales()
    {
        QFETCH(int, lens);
        QFETCH(double, strokes);
        const Index index(sample::quoted());
        const Perspective perspective = perspectiveOf(lens, 1);
        const network::Network network = network::network(index, perspective);
        const auto marks = chromeOf(index, perspective, network, {}, 0, {strokes, strokes});
        std::multiset<double> widths;
        std::set<double> radii;
        for (const drawing::ChromeMark &mark : marks) {
            widths.insert(mark.strokeWidth);
            if (mark.stroke == style::theme(style::ThemeKind::Light).textSecond && mark.strokeWidth == 1)
                radii.insert(mark.path.boundingRect().width() / 2 + 0.5);
        }
        for (const style::Grade &grade : style::grades(static_cast<Lens>(lens), network.scales))
            QVERIFY(widths.contains(grade.width * strokes));
        QVERIFY(std::any_of(radii.begin(), radii.end(), [&](double r) {
            return qAbs(r - style::radiusOf(network.scales, style::leastKeyedTurnover(network.scales)) * strokes) < 0.01;
        }));
    }

    void keysAreInTheUnitOfTheData_data()
    {
        QTest::addColumn<QList<qint64>>("amounts");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("billions") << QList<qint64>{1'000'000'000, 7'000'000'000, 30'000'000'000, 90'000'000'000, 400'000'000'000}
                                  << QStringList{"$ billion, from", "<5", "200+"};
        QTest::newRow("millions") << QList<qint64>{1'000'000, 7'000'000, 30'000'000, 90'000'000, 400'000'000}
                                  << QStringList{"$ million, from", "<5", "200+"};
        QTest::newRow("from thousands to billions")
            << QList<qint64>{50'000, 400'000, 3'000'000, 40'000'000, 900'000'000} << QStringList{"$, from", "<200K", "2M", "20M", "0.5B+"};
    }
    void keysAreInTheUnitOfTheData()
    {
        QFETCH(QList<qint64>, amounts);
        QFETCH(QStringList, said);
        sample::Sample s;
        s.organization("buyer", LayerStyle::Models);
        for (const qint64 amount : amounts) {
            const std::string seller = std::to_string(amount);
            s.organization(seller, LayerStyle::Cloud);
            s.deal("buyer", seller, FlowClass::Compute, MoneyRange::exactly(Money(amount)));
        }
        const Index index(s.dataset());
        const network::Network network = network::network(index, {});
        const auto marks = chromeOf(index, {}, network, {}, 0);
        for (const QString &text : said)
            QVERIFY2(says(marks, text), qPrintable(text));
    }

    void inventedDataIsMarked()
    {
        Dataset dataset = sample::quoted();
        dataset.example = true;
        const Index index(dataset);
        const network::Network network = network::network(index, dataset.opening);
        QVERIFY(says(chromeOf(index, dataset.opening, network, {}, 0), "Example data, invented"));
        const Index real(sample::quoted());
        QVERIFY(!says(chromeOf(real, dataset.opening, network, {}, 0), "invented"));
    }

    void emptinessSaysWhatToDo()
    {
        const Index index(sample::quoted());
        Perspective perspective = perspectiveOf(0, 1);
        perspective.filter.text = "no such words";
        QVERIFY(says(chromeOf(index, perspective, network::network(index, perspective), {}, 0), "No deal passes the filter"));
        const Dataset nothing;
        const Index bare(nothing);
        QVERIFY(says(chromeOf(bare, {}, network::network(bare, {}), {}, 0), "No deals yet"));
    }

    void partsCanBeSwitchedOff()
    {
        const Index index(sample::quoted());
        const Perspective perspective = perspectiveOf(0, 1);
        const network::Network network = network::network(index, perspective);
        Style style;
        style.parts = {};
        QVERIFY(chromeOf(index, perspective, network, style, 5).empty());
        QVERIFY(framesOf(index, perspective, network, style).plot.height() > style.size.height() - 40);
        style.parts = Part::Title;
        style.title = "Another title";
        const auto marks = chromeOf(index, perspective, network, style, 5);
        QVERIFY(says(marks, "Another title"));
        QVERIFY(!says(marks, "Certainty") && !says(marks, "As of"));
    }
};

DEALSCAPE_TEST(TestChrome, QGuiApplication)
#include "test_chrome.moc"
