// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"
#include "testmain.h"

#include "layout/hull.h"
#include "layout/labels.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <set>

using namespace dealscape::layout;

namespace {

const Box frame{0, 0, 600, 400};

struct Scene {
    std::vector<LabelRequest> requests;
    std::vector<Disc> discs;
    std::vector<Box> taken;
    std::vector<Line> lines;

    std::vector<int> place() const { return placeLabels(requests, discs, taken, frame, lines); }
};

Scene crowded(std::uint64_t seed)
{
    Random random(seed);
    Scene scene;
    for (int i = 0; i < 60; ++i) {
        const Point at{random.between(0, frame.w), random.between(0, frame.h)};
        scene.discs.push_back({at, random.between(2, 14), i});
        LabelRequest request;
        request.importance = random.below(6);
        request.previous = random.below(8) - 3;
        const double width = random.between(20, 70);
        for (const double angle : {0.0, 1.6, 3.1, 4.7, 0.8})
            request.candidates.push_back({at.x + 24 * std::cos(angle) - width / 2, at.y + 24 * std::sin(angle) - 7, width, 14});
        request.candidates.resize(static_cast<std::size_t>(random.below(6)));
        scene.requests.push_back(std::move(request));
    }
    for (int i = 0; i < 25; ++i) {
        Line line{shapes::scattered(2 + random.below(3), random.bits(), frame.w, frame.h), random.between(0, 3), random.below(60)};
        scene.lines.push_back(std::move(line));
    }
    for (int i = 0; i < 4; ++i)
        scene.taken.push_back({random.between(0, 500), random.between(0, 350), 80, 20});
    return scene;
}

bool reaches(const Box &box, const Disc &disc)
{
    const Point nearest{std::min(std::max(disc.centre.x, box.x), box.right()), std::min(std::max(disc.centre.y, box.y), box.bottom())};
    return length(nearest - disc.centre) < disc.radius;
}

bool isFree(const Scene &scene, const std::vector<Box> &chosen, const Box &box, int label)
{
    const auto overlaps = [&](const Box &other) { return other.overlaps(box); };
    return frame.contains(box) && std::none_of(scene.taken.begin(), scene.taken.end(), overlaps) &&
        std::none_of(chosen.begin(), chosen.end(), overlaps) &&
        std::none_of(scene.discs.begin(), scene.discs.end(), [&](const Disc &disc) { return disc.owner != label && reaches(box, disc); });
}

int covered(const Scene &scene, const Box &box, int label)
{
    int count = 0;
    for (const Line &line : scene.lines) {
        bool under = false;
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i)
            under = under || crosses(box.grown(line.halfWidth), line.points[i], line.points[i + 1]);
        count += under && line.owner != label;
    }
    return count;
}

/// The same rules without any index: most important first, what it was before, then over the fewest lines.
std::vector<int> reference(const Scene &scene)
{
    std::vector<int> order(scene.requests.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return scene.requests[static_cast<std::size_t>(a)].importance > scene.requests[static_cast<std::size_t>(b)].importance;
    });
    std::vector<Box> chosen;
    std::vector<int> result(order.size(), -1);
    for (const int label : order) {
        const LabelRequest &request = scene.requests[static_cast<std::size_t>(label)];
        std::vector<std::pair<int, int>> free;
        for (int k = 0; k < static_cast<int>(request.candidates.size()); ++k) {
            const Box &box = request.candidates[static_cast<std::size_t>(k)];
            if (isFree(scene, chosen, box, label))
                free.emplace_back(k == request.previous ? -1 : covered(scene, box, label), k);
        }
        if (free.empty())
            continue;
        result[static_cast<std::size_t>(label)] = std::min_element(free.begin(), free.end())->second;
        chosen.push_back(request.candidates[static_cast<std::size_t>(result[static_cast<std::size_t>(label)])]);
    }
    return result;
}

} // namespace

/// The placing of names against the same rules by brute force.
class LabelSpaceTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReference_data();
    void agreesWithTheReference();
    void chosenBoxesTouchNothing_data() { agreesWithTheReference_data(); }
    void chosenBoxesTouchNothing();
    void whatStaysIsStable_data() { agreesWithTheReference_data(); }
    void whatStaysIsStable();
    void nothingToPlace();
    void requestsWithoutCandidates();
    void boxesOfNoSize();
    void longLinesAreSeenEverywhere();
    void importanceOfNobody();
    void labelsLargerThanTheFrame();
};

void LabelSpaceTest::agreesWithTheReference_data()
{
    QTest::addColumn<std::uint64_t>("seed");
    for (std::uint64_t seed = 1; seed <= 25; ++seed)
        QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
}

void LabelSpaceTest::agreesWithTheReference()
{
    QFETCH(std::uint64_t, seed);
    const Scene scene = crowded(seed);
    QCOMPARE(scene.place(), reference(scene));
}

void LabelSpaceTest::chosenBoxesTouchNothing()
{
    QFETCH(std::uint64_t, seed);
    const Scene scene = crowded(seed);
    const std::vector<int> chosen = scene.place();
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        QVERIFY(chosen[i] >= -1 && chosen[i] < static_cast<int>(scene.requests[i].candidates.size()));
        if (chosen[i] < 0)
            continue;
        const Box &box = scene.requests[i].candidates[static_cast<std::size_t>(chosen[i])];
        QVERIFY(isFree(scene, boxes, box, static_cast<int>(i)));
        boxes.push_back(box);
    }
    QVERIFY(boxes.size() > 10);
}

void LabelSpaceTest::whatStaysIsStable()
{
    // Asked again with its own answer as the picture before, nothing changes.
    QFETCH(std::uint64_t, seed);
    Scene scene = crowded(seed);
    const std::vector<int> first = scene.place();
    for (std::size_t i = 0; i < first.size(); ++i)
        scene.requests[i].previous = first[i];
    QCOMPARE(scene.place(), first);
}

void LabelSpaceTest::nothingToPlace()
{
    QVERIFY(placeLabels({}, {}, {}, frame).empty());
    QVERIFY(placeLabels({}, {{{5, 5}, 3, -1}}, {frame}, frame).empty());
}

void LabelSpaceTest::requestsWithoutCandidates()
{
    LabelRequest none;
    none.previous = 0;
    LabelRequest one;
    one.candidates = {{10, 10, 20, 10}};
    QCOMPARE(placeLabels({none, one, none}, {}, {}, frame), (std::vector<int>{-1, 0, -1}));
}

void LabelSpaceTest::boxesOfNoSize()
{
    LabelRequest point;
    point.candidates = {{10, 10, 0, 0}};
    QCOMPARE(placeLabels({point, point}, {}, {}, frame), (std::vector<int>{0, 0}));
    QCOMPARE(placeLabels({point}, {{{11, 10}, 2, -1}}, {}, frame), std::vector<int>{-1});
    QCOMPARE(placeLabels({point}, {{{11, 10}, 2, 0}}, {}, frame), std::vector<int>{0});
}

void LabelSpaceTest::longLinesAreSeenEverywhere()
{
    // A line through the whole frame passes far from its ends and still counts.
    LabelRequest request;
    request.candidates = {{290, 190, 40, 14}, {290, 20, 40, 14}};
    const Line line{{{0, 0}, {600, 400}}, 1, -1};
    QCOMPARE(placeLabels({request}, {}, {}, frame), std::vector<int>{0});
    QCOMPARE(placeLabels({request}, {}, {}, frame, {line}), std::vector<int>{1});
    request.candidates.pop_back();
    QCOMPARE(placeLabels({request}, {}, {}, frame, {line}), std::vector<int>{0});
    // A line of one point, or of none, is no line.
    QCOMPARE(placeLabels({request}, {}, {}, frame, {Line{{{300, 195}}, 5, -1}, Line{}}), std::vector<int>{0});
}

void LabelSpaceTest::importanceOfNobody()
{
    // The more important takes the place wherever it stands in the list.
    LabelRequest less;
    less.candidates = {{10, 10, 20, 10}};
    LabelRequest more = less;
    more.importance = 5;
    QCOMPARE(placeLabels({less, more}, {}, {}, frame), (std::vector<int>{-1, 0}));
    QCOMPARE(placeLabels({more, less}, {}, {}, frame), (std::vector<int>{0, -1}));
    more.importance = -5;
    QCOMPARE(placeLabels({less, more}, {}, {}, frame), (std::vector<int>{0, -1}));
}

void LabelSpaceTest::labelsLargerThanTheFrame()
{
    LabelRequest request;
    request.candidates = {{-10, 10, 700, 10}, {0, 0, 600, 400}};
    QCOMPARE(placeLabels({request}, {}, {}, frame), std::vector<int>{1});
    QCOMPARE(placeLabels({request}, {}, {{599, 399, 1, 1}}, frame), std::vector<int>{-1});
}

DEALSCAPE_TEST(LabelSpaceTest, dealscape::testing::NoApplication)
#include "test_labelspace.moc"
