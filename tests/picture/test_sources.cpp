// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "network/network.h"
#include "picture/picture.h"
#include "picture/sources.h"
#include "stage.h"
#include "style/text.h"

#include <set>

using namespace dealscape;
using namespace dealscape::picture;

class TestSources : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void everyEdgeIsSupported()
    {
        const Index index(sample::published());
        const network::Network network = network::network(index, sample::published().opening);
        const NumberedSources sources = numberedSources(index, network);
        QCOMPARE(sources.ofEdge.size(), network.edges.size());
        std::set<int> used;
        for (std::size_t i = 0; i < network.edges.size(); ++i) {
            QVERIFY(!sources.ofEdge[i].empty());
            QVERIFY(std::is_sorted(sources.ofEdge[i].begin(), sources.ofEdge[i].end()));
            for (const int deal : network.edges[i].deals) {
                const SourceId &first = sample::published().deals[static_cast<std::size_t>(deal)].sources.front();
                const auto names = [&](int number) { return sources.list[static_cast<std::size_t>(number - 1)]->id == first; };
                QVERIFY(std::any_of(sources.ofEdge[i].begin(), sources.ofEdge[i].end(), names));
            }
            used.insert(sources.ofEdge[i].begin(), sources.ofEdge[i].end());
        }
        QCOMPARE(used.size(), sources.list.size());
        QCOMPARE(*used.begin(), 1);
        QCOMPARE(*used.rbegin(), static_cast<int>(sources.list.size()));
    }

    void largestAmountComesFirst()
    {
        const Index index(sample::published());
        const network::Network network = network::network(index, sample::published().opening);
        const NumberedSources sources = numberedSources(index, network);
        const auto largest =
            std::max_element(network.edges.begin(), network.edges.end(), [](const network::NetworkEdge &a, const network::NetworkEdge &b) {
                return a.value.at(Bound::High) < b.value.at(Bound::High);
            });
        QCOMPARE(sources.ofEdge[static_cast<std::size_t>(largest - network.edges.begin())].front(), 1);
    }

    void articleStandsForItsEdges()
    {
        const Index index(sample::published());
        Perspective perspective;
        perspective.asReported = true;
        const NumberedSources sources = numberedSources(index, network::network(index, perspective));
        QCOMPARE(sources.list.size(), std::size_t(1));
        for (const auto &numbers : sources.ofEdge)
            QCOMPARE(numbers, std::vector<int>{1});
    }

    void numbersLeadFromEdgesToTheList()
    {
        const Index index(sample::published());
        const network::Network network = network::network(index, sample::published().opening);
        const NumberedSources numbered = numberedSources(index, network);
        drawing::EdgeMark mark;
        std::set<int> told;
        for (std::size_t edge = 0; edge < network.edges.size(); ++edge) {
            mark.edge = static_cast<int>(edge);
            std::vector<int> read;
            for (const QString &run : numbersOf(index, numbered, mark).split(u',')) {
                const QStringList ends = run.split(u'–');
                for (int number = ends.first().toInt(); number <= ends.last().toInt(); ++number)
                    read.push_back(number);
            }
            QVERIFY(read == numbered.ofEdge[edge]);
            told.insert(read.begin(), read.end());
            for (const int deal : network.edges[edge].deals) {
                drawing::EdgeMark lane = mark;
                lane.deal = deal;
                const int number = numbersOf(index, numbered, lane).toInt();
                const SourceId &first = sample::published().deals[static_cast<std::size_t>(deal)].sources.front();
                QCOMPARE(numbered.list[static_cast<std::size_t>(number - 1)]->id, first);
            }
        }
        QCOMPARE(told.size(), numbered.list.size());
    }

    void runsOfNumbersAreShort_data()
    {
        QTest::addColumn<QList<int>>("numbers");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << QList<int>{4} << "4";
        QTest::newRow("neighbours") << QList<int>{4, 5} << "4,5";
        QTest::newRow("run") << QList<int>{4, 5, 6} << "4–6";
        QTest::newRow("runs") << QList<int>{1, 3, 4, 5, 6, 9, 10} << "1,3–6,9,10";
    }
    void runsOfNumbersAreShort()
    {
        QFETCH(QList<int>, numbers);
        const Dataset dataset;
        const Index index(dataset);
        const Source source;
        NumberedSources sources;
        sources.list.assign(20, &source);
        sources.ofEdge = {std::vector<int>(numbers.begin(), numbers.end())};
        QTEST(numbersOf(index, sources, drawing::EdgeMark()), "text");
    }

    void picturesRaiseTheNumbers()
    {
        const Index index(sample::published());
        PictureRequest request;
        request.perspective = sample::published().opening;
        const auto raised = [&] {
            int count = 0;
            for (const drawing::LabelMark &label : picture::picture(index, request).drawing.labels)
                for (const drawing::TextRun &run : label.runs) {
                    count += run.font == style::FontRole::Raised;
                    if (!label.box.contains(run.position))
                        return -1;
                }
            return count;
        };
        QCOMPARE(raised(), 0);
        request.parts |= Part::Sources;
        QVERIFY(raised() > 10);
    }

    void theFullestFormThatHoldsAllIsTaken_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<int>("form");
        QTest::addColumn<bool>("all");
        QTest::newRow("high") << QSizeF(sourceColumn, 3000) << int(SourceForm::Full) << true;
        QTest::newRow("a page") << QSizeF(sourceColumn, 900) << int(SourceForm::Brief) << true;
        QTest::newRow("low") << QSizeF(sourceColumn, 400) << int(SourceForm::Small) << true;
        QTest::newRow("wide") << QSizeF(3 * sourceColumn + 2 * sourceGap, 1000) << int(SourceForm::Full) << true;
        QTest::newRow("too low") << QSizeF(sourceColumn, 80) << int(SourceForm::Small) << false;
    }
    void theFullestFormThatHoldsAllIsTaken()
    {
        QFETCH(QSizeF, size);
        QFETCH(bool, all);
        const Index index(sample::published());
        const network::Network network = network::network(index, sample::published().opening);
        const NumberedSources numbered = numberedSources(index, network);
        const QRectF frame({10, 10}, size);
        const SourceList list = sourceList(numbered, frame);
        QTEST(int(list.form), "form");
        QCOMPARE(list.listed == static_cast<int>(numbered.list.size()), all);
        drawing::ChromeSheet sheet(style::ThemeKind::Light);
        drawSources(sheet, numbered, network.sources, frame);
        int shown = 0;
        QString last;
        for (const drawing::ChromeMark &mark : sheet.take())
            for (const drawing::TextRun &run : mark.runs) {
                QVERIFY2(frame.contains(run.position), qPrintable(run.text));
                shown +=
                    run.text == QString::number(shown + 1) && (run.font == style::FontRole::Figure || run.font == style::FontRole::Raised);
                last = run.text;
            }
        QCOMPARE(shown, list.listed);
        QCOMPARE(last, QString::number(network.sources - shown) + " more sources in the dataset");
        const QRectF least(0, 0, size.width(), leastSourcesHeight(numbered, size.width()));
        QCOMPARE(sourceList(numbered, least).listed, static_cast<int>(numbered.list.size()));
    }

    void pagesListEverySource_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("slide") << QSizeF(1920, 1080);
        QTest::newRow("small") << QSizeF(960, 600);
        QTest::newRow("upright") << QSizeF(600, 960);
    }
    void pagesListEverySource()
    {
        QFETCH(QSizeF, size);
        const Index index(sample::published());
        Perspective all;
        const NumberedSources numbered = numberedSources(index, network::network(index, all));
        const std::vector<drawing::Drawing> pages = sourcePages(numbered, size, style::ThemeKind::Light);
        int next = 1;
        for (const drawing::Drawing &page : pages) {
            QCOMPARE(page.size, size);
            for (const drawing::ChromeMark &mark : page.chrome)
                for (const drawing::TextRun &run : mark.runs) {
                    QVERIFY(QRectF(QPointF(), size).contains(run.position));
                    if (run.font == style::FontRole::Figure)
                        QCOMPARE(run.text, QString::number(next++));
                }
        }
        QCOMPARE(next - 1, static_cast<int>(numbered.list.size()));
        QVERIFY(sourcePages({}, size, style::ThemeKind::Light).empty());
    }
};

DEALSCAPE_TEST(TestSources, QGuiApplication)
#include "test_sources.moc"
