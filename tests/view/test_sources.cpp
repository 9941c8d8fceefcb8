// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "stage.h"
#include "view/picture.h"
#include "view/sources.h"

#include <set>

using namespace dealscape;
using namespace dealscape::view;

class TestSources : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void everyEdgeIsSupported()
    {
        const Index index(sample::published());
        const Network network = view::network(index, sample::published().opening);
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
        const Network network = view::network(index, sample::published().opening);
        const NumberedSources sources = numberedSources(index, network);
        const auto largest = std::max_element(network.edges.begin(), network.edges.end(), [](const NetworkEdge &a, const NetworkEdge &b) {
            return a.value.at(Bound::High) < b.value.at(Bound::High);
        });
        QCOMPARE(sources.ofEdge[static_cast<std::size_t>(largest - network.edges.begin())].front(), 1);
    }

    void articleStandsForItsEdges()
    {
        const Index index(sample::published());
        Perspective perspective;
        perspective.asReported = true;
        const NumberedSources sources = numberedSources(index, view::network(index, perspective));
        QCOMPARE(sources.list.size(), std::size_t(1));
        for (const auto &numbers : sources.ofEdge)
            QCOMPARE(numbers, std::vector<int>{1});
    }

    void numbersLeadFromEdgesToTheList()
    {
        const Index index(sample::published());
        const Network network = view::network(index, sample::published().opening);
        const NumberedSources numbered = numberedSources(index, network);
        const QRectF frame(0, 0, sourceColumn, 300);
        const int listed = listedIn(numbered, frame);
        QVERIFY(listed > 2 && listed < static_cast<int>(numbered.list.size()));
        EdgeMark mark;
        for (std::size_t edge = 0; edge < network.edges.size(); ++edge) {
            mark.edge = static_cast<int>(edge);
            const QString all = numbersOf(index, numbered, mark, static_cast<int>(numbered.list.size()));
            QVERIFY(!all.isEmpty() && all.count(u',') <= 3);
            for (const QString &number : numbersOf(index, numbered, mark, listed).split(u',', Qt::SkipEmptyParts))
                QVERIFY(number == "…" || number.toInt() <= listed);
            for (const int deal : network.edges[edge].deals) {
                EdgeMark lane = mark;
                lane.deal = deal;
                const int number = numbersOf(index, numbered, lane, 1000).toInt();
                const SourceId &first = sample::published().deals[static_cast<std::size_t>(deal)].sources.front();
                QCOMPARE(numbered.list[static_cast<std::size_t>(number - 1)]->id, first);
            }
        }
    }

    void picturesRaiseTheNumbers()
    {
        const Index index(sample::published());
        PictureRequest request;
        request.perspective = sample::published().opening;
        const auto raised = [&] {
            int count = 0;
            for (const LabelMark &label : picture(index, request).drawing.labels)
                for (const TextRun &run : label.runs) {
                    count += run.font == FontRole::Raised;
                    if (!label.box.contains(run.position))
                        return -1;
                }
            return count;
        };
        QCOMPARE(raised(), 0);
        request.parts |= Part::Sources;
        QVERIFY(raised() > 10);
    }

    void whatFindsNoRoomIsCounted()
    {
        const Index index(sample::published());
        const Network network = view::network(index, sample::published().opening);
        const NumberedSources numbered = numberedSources(index, network);
        for (const double height : {80.0, 300.0, 1000.0}) {
            Sheet sheet(ThemeKind::Light);
            const QRectF frame(10, 10, sourceColumn, height);
            drawSources(sheet, numbered, network.sources, frame);
            int shown = 0;
            QString last;
            for (const ChromeMark &mark : sheet.take()) {
                for (const TextRun &run : mark.runs) {
                    QVERIFY(frame.contains(run.position));
                    shown += run.text == QString::number(shown + 1) && run.font == FontRole::Figure;
                    last = run.text;
                }
            }
            QCOMPARE(last, QString::number(network.sources - shown) + " more sources in the dataset");
        }
    }
};

DEALSCAPE_TEST(TestSources, QGuiApplication)
#include "test_sources.moc"
