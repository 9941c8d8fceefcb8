// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/labels.h"
#include "layout/random.h"
#include "testmain.h"

#include <QTest>

#include <cmath>

using namespace dealscape::layout;

namespace {

const Box canvas{0, 0, 1000, 600};

bool touches(const Box &box, const Disc &disc)
{
    const double x = std::max({box.x - disc.centre.x, 0.0, disc.centre.x - box.right()});
    const double y = std::max({box.y - disc.centre.y, 0.0, disc.centre.y - box.bottom()});
    return std::hypot(x, y) < disc.radius - 1e-9;
}

struct Crowd {
    std::vector<LabelRequest> requests;
    std::vector<Disc> discs;
    std::vector<Box> taken;
};

Crowd crowd(int count, std::uint64_t seed)
{
    Random random(seed);
    Crowd scene;
    for (int i = 0; i < count; ++i) {
        const Point at{random.between(0, canvas.w), random.between(0, canvas.h)};
        const double r = random.between(4, 25);
        const double w = random.between(20, 120);
        scene.discs.push_back({at, r, i});
        scene.requests.push_back({{{at.x - w / 2, at.y + r + 5, w, 16},
                                   {at.x - w / 2, at.y - r - 21, w, 16},
                                   {at.x + r + 5, at.y - 8, w, 16},
                                   {at.x - r - 5 - w, at.y - 8, w, 16}},
                                  random.unit(),
                                  -1});
    }
    scene.taken = {{300, 200, 90, 60}, {0, 0, 200, 100}};
    return scene;
}

} // namespace

class LabelsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void nothingOverlaps_data();
    void nothingOverlaps();
    void isDeterministic();
    void importanceWins();
    void orderBreaksTies();
    void previousStaysWhileFree();
    void previousOutOfRangeIsIgnored();
    void ownDiscMayBeTouched();
    void touchingSidesIsAllowed();
    void nothingLeavesTheFrame();
    void leftOutOnlyWhenNothingIsFree();
    void linesAreAvoidedWherePossible();
    void ownLineMayBeCovered();
    void previousBeatsLines();
    void linesNeverHideALabel();
    void roomIsMadeByMoving();
    void roomIsMadeAtTheCostOfLess();
    void linesAreLeftWhereOthersCanMove();
    void nobodyIsMistakenAtTheCostOfLess();
};

void LabelsTest::nothingOverlaps_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("some") << 40;
    QTest::newRow("many") << 400;
    QTest::newRow("thousands") << 4000;
}

void LabelsTest::nothingOverlaps()
{
    QFETCH(int, count);
    const Crowd scene = crowd(count, 7);
    const std::vector<int> chosen = placeLabels(scene.requests, scene.discs, scene.taken, canvas);
    QCOMPARE(chosen.size(), scene.requests.size());
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i] < 0)
            continue;
        const Box box = scene.requests[i].candidates.at(chosen[i]);
        QVERIFY(canvas.contains(box));
        for (const Box &other : boxes)
            QVERIFY(!other.overlaps(box));
        for (const Box &other : scene.taken)
            QVERIFY(!other.overlaps(box));
        for (const Disc &disc : scene.discs)
            QVERIFY(disc.owner == static_cast<int>(i) || !touches(box, disc));
        boxes.push_back(box);
    }
    if (count > 0 && count <= 40)
        QVERIFY(static_cast<int>(boxes.size()) >= count / 2);
}

void LabelsTest::isDeterministic()
{
    const Crowd scene = crowd(300, 3);
    QCOMPARE(placeLabels(scene.requests, scene.discs, scene.taken, canvas), placeLabels(scene.requests, scene.discs, scene.taken, canvas));
}

void LabelsTest::importanceWins()
{
    const std::vector<LabelRequest> requests = {{{{10, 10, 50, 16}}, 1, -1}, {{{20, 12, 50, 16}}, 2, -1}};
    QCOMPARE(placeLabels(requests, {}, {}, canvas), (std::vector<int>{-1, 0}));
}

void LabelsTest::orderBreaksTies()
{
    const std::vector<LabelRequest> requests = {{{{10, 10, 50, 16}, {200, 10, 50, 16}}, 1, -1},
                                                {{{20, 12, 50, 16}, {300, 10, 50, 16}}, 1, -1}};
    QCOMPARE(placeLabels(requests, {}, {}, canvas), (std::vector<int>{0, 1}));
}

void LabelsTest::previousStaysWhileFree()
{
    LabelRequest request{{{10, 10, 50, 16}, {200, 10, 50, 16}, {300, 10, 50, 16}}, 1, 1};
    QCOMPARE(placeLabels({request}, {}, {}, canvas), (std::vector<int>{1}));
    QCOMPARE(placeLabels({request}, {}, {{210, 0, 10, 50}}, canvas), (std::vector<int>{0}));
}

void LabelsTest::previousOutOfRangeIsIgnored()
{
    const std::vector<LabelRequest> requests = {{{{10, 10, 50, 16}}, 1, 9}, {{}, 1, 0}};
    QCOMPARE(placeLabels(requests, {}, {}, canvas), (std::vector<int>{0, -1}));
}

void LabelsTest::ownDiscMayBeTouched()
{
    const std::vector<LabelRequest> requests = {{{{80, 92, 40, 16}}, 1, -1}};
    QCOMPARE(placeLabels(requests, {{{100, 100}, 30, 0}}, {}, canvas), (std::vector<int>{0}));
    QCOMPARE(placeLabels(requests, {{{100, 100}, 30, 5}}, {}, canvas), (std::vector<int>{-1}));
    QCOMPARE(placeLabels(requests, {{{100, 100}, 30, -1}}, {}, canvas), (std::vector<int>{-1}));
}

void LabelsTest::touchingSidesIsAllowed()
{
    const std::vector<LabelRequest> requests = {{{{10, 10, 50, 16}}, 1, -1}, {{{60, 10, 50, 16}}, 1, -1}, {{{10, 26, 50, 16}}, 1, -1}};
    QCOMPARE(placeLabels(requests, {{{35, 57}, 15, -1}}, {}, canvas), (std::vector<int>{0, 0, 0}));
}

void LabelsTest::nothingLeavesTheFrame()
{
    const std::vector<LabelRequest> requests = {
        {{{-1, 10, 50, 16}}, 1, -1}, {{{960, 10, 50, 16}}, 1, -1}, {{{10, 590, 50, 16}}, 1, -1}, {{{0, 584, 50, 16}}, 1, -1}};
    QCOMPARE(placeLabels(requests, {}, {}, canvas), (std::vector<int>{-1, -1, -1, 0}));
}

void LabelsTest::leftOutOnlyWhenNothingIsFree()
{
    const Crowd scene = crowd(120, 11);
    const std::vector<int> chosen = placeLabels(scene.requests, scene.discs, scene.taken, canvas);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i] >= 0)
            continue;
        for (const Box &box : scene.requests[i].candidates) {
            bool blocked = !canvas.contains(box);
            for (std::size_t j = 0; j < chosen.size() && !blocked; ++j)
                blocked = chosen[j] >= 0 && scene.requests[j].candidates[chosen[j]].overlaps(box);
            for (const Disc &disc : scene.discs)
                blocked = blocked || (disc.owner != static_cast<int>(i) && touches(box, disc));
            for (const Box &other : scene.taken)
                blocked = blocked || other.overlaps(box);
            QVERIFY(blocked);
        }
    }
}

void LabelsTest::linesAreAvoidedWherePossible()
{
    const std::vector<LabelRequest> requests = {{{{10, 10, 50, 16}, {200, 10, 50, 16}, {300, 10, 50, 16}}, 1, -1}};
    const Line across{{{0, 18}, {90, 18}}, 2, -1};
    const Line down{{{225, 0}, {225, 20}, {225, 100}}, 2, 4};
    QCOMPARE(placeLabels(requests, {}, {}, canvas, {across}), (std::vector<int>{1}));
    QCOMPARE(placeLabels(requests, {}, {}, canvas, {across, down}), (std::vector<int>{2}));
    QCOMPARE(placeLabels(requests, {}, {}, canvas, {{{{0, 30}, {90, 30}}, 3, -1}}), (std::vector<int>{0}));
    QCOMPARE(placeLabels(requests, {}, {}, canvas, {{{{0, 30}, {90, 30}}, 5, -1}}), (std::vector<int>{1}));
}

void LabelsTest::ownLineMayBeCovered()
{
    const std::vector<LabelRequest> requests = {{{{10, 10, 50, 16}, {200, 10, 50, 16}}, 1, -1}};
    QCOMPARE(placeLabels(requests, {}, {}, canvas, {{{{0, 18}, {90, 18}}, 2, 0}}), (std::vector<int>{0}));
}

void LabelsTest::previousBeatsLines()
{
    const std::vector<LabelRequest> requests = {{{{10, 10, 50, 16}, {200, 10, 50, 16}}, 1, 0}};
    QCOMPARE(placeLabels(requests, {}, {}, canvas, {{{{0, 18}, {90, 18}}, 2, -1}}), (std::vector<int>{0}));
}

void LabelsTest::linesNeverHideALabel()
{
    const Crowd scene = crowd(60, 5);
    Line line{{}, 3, -1};
    for (int i = 0; i < 50; ++i)
        line.points.push_back({i * 20.0, i % 2 ? 0.0 : 600.0});
    const std::vector<LabelRequest> one = {scene.requests[0]};
    QCOMPARE(placeLabels(one, {}, {}, canvas)[0] >= 0, placeLabels(one, {}, {}, canvas, {line})[0] >= 0);
}

void LabelsTest::roomIsMadeByMoving()
{
    // Each holds the only place of the next; the first can go elsewhere.
    const Box a{10, 10, 50, 16};
    const Box b{100, 10, 50, 16};
    const Box c{200, 10, 50, 16};
    const Box d{300, 10, 50, 16};
    const std::vector<LabelRequest> requests = {{{a, d}, 4, -1}, {{b, a}, 3, -1}, {{c, b}, 2, -1}, {{c}, 1, -1}};
    std::vector<int> chosen = placeLabels(requests, {}, {}, canvas);
    QCOMPARE(chosen, (std::vector<int>{0, 0, 0, -1}));
    makeRoom(requests, {}, {}, canvas, chosen);
    QCOMPARE(chosen, (std::vector<int>{1, 1, 1, 0}));
}

void LabelsTest::roomIsMadeAtTheCostOfLess()
{
    const Box a{10, 10, 50, 16};
    const Box b{100, 10, 50, 16};
    const std::vector<LabelRequest> requests = {{{a, b}, 3, -1}, {{a}, 2, -1}, {{b}, 1, -1}};
    std::vector<int> chosen = placeLabels(requests, {}, {}, canvas);
    QCOMPARE(chosen, (std::vector<int>{0, -1, 0}));
    makeRoom(requests, {}, {}, canvas, chosen);
    QCOMPARE(chosen, (std::vector<int>{1, 0, -1}));
}

void LabelsTest::linesAreLeftWhereOthersCanMove()
{
    const Box a{10, 10, 50, 16};
    const Box b{100, 10, 50, 16};
    const Box line{200, 10, 50, 16};
    std::vector<LabelRequest> requests = {{{a, b}, 2, -1}, {{a, line}, 1, -1}};
    requests[1].flaws = {Flaw::None, Flaw::OnLine};
    std::vector<int> chosen = placeLabels(requests, {}, {}, canvas);
    QCOMPARE(chosen, (std::vector<int>{0, 1}));
    makeRoom(requests, {}, {}, canvas, chosen);
    QCOMPARE(chosen, (std::vector<int>{1, 0}));
    // Not where the other would come to lie on a line itself.
    requests[0].flaws = {Flaw::None, Flaw::OnLine};
    chosen = {0, 1};
    makeRoom(requests, {}, {}, canvas, chosen);
    QCOMPARE(chosen, (std::vector<int>{0, 1}));
}

void LabelsTest::nobodyIsMistakenAtTheCostOfLess()
{
    const Box a{10, 10, 50, 16};
    const Box b{100, 10, 50, 16};
    const Box line{200, 10, 50, 16};
    std::vector<LabelRequest> requests = {{{a, b}, 2, -1}, {{b, line}, 1, -1}};
    // The second is left out, where it finds no place but a flawed one, for the first to be nobody else's.
    requests[0].flaws = {Flaw::Mistaken, Flaw::None};
    requests[1].flaws = {Flaw::None, Flaw::Mistaken};
    requests[1].candidates.pop_back();
    std::vector<int> chosen = {0, 0};
    makeRoom(requests, {}, {}, canvas, chosen);
    QCOMPARE(chosen, (std::vector<int>{1, -1}));
    // Neither is for a less important one, nor where the flaw is but a line.
    requests[1].importance = 3;
    chosen = {0, 0};
    makeRoom(requests, {}, {}, canvas, chosen);
    QCOMPARE(chosen, (std::vector<int>{0, 0}));
    requests[1].importance = 1;
    requests[0].flaws = {Flaw::OnLine, Flaw::None};
    makeRoom(requests, {}, {}, canvas, chosen);
    QCOMPARE(chosen, (std::vector<int>{0, 0}));
    // Over a line if need be.
    requests[0].flaws = {Flaw::Mistaken, Flaw::OnLine};
    requests[1].candidates = {line};
    makeRoom(requests, {}, {}, canvas, chosen);
    QCOMPARE(chosen, (std::vector<int>{1, 0}));
}

DEALSCAPE_TEST(LabelsTest, dealscape::testing::NoApplication)
#include "test_labels.moc"
