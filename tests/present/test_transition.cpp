// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "present/transition.h"
#include "stories.h"

#include <QPainter>

#include <set>

using namespace dealscape;
using namespace dealscape::present;

namespace {

QImage painted(const std::function<void(QPainter &)> &paint)
{
    QImage image(960, 540, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(0.5, 0.5);
    paint(painter);
    return image;
}

/// Share of the pixels that differ by more than a shade.
double difference(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 24 ? 1 : 0;
    return static_cast<double>(count) / (a.width() * a.height());
}

} // namespace

class TransitionTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        resources::loadTypeface();
        m_snapshot = stories::embedded();
    }

    void pairsWhatIsInBoth()
    {
        const slides::Slide from = stories::slideOf(*m_snapshot, 0);
        const slides::Slide to = stories::slideOf(*m_snapshot, 3);
        const auto discs = discPairs(from, to);
        const auto ribbons = ribbonPairs(from, to);
        std::set<int> organizations;
        for (const slides::Slide *slide : {&from, &to})
            for (const network::NetworkNode &node : slide->network.nodes)
                organizations.insert(node.organization);
        QCOMPARE(discs.size(), organizations.size());
        const auto both = std::ranges::count_if(discs, [](const DiscPair &pair) { return pair.from.strength > 0 && pair.to.strength > 0; });
        QCOMPARE(both, static_cast<std::ptrdiff_t>(to.network.nodes.size()));
        QVERIFY(ribbons.size() >= from.network.edges.size());
        for (const RibbonPair &pair : ribbons)
            QCOMPARE(pair.from.way.size(), pair.to.way.size());
    }

    void startsAndEndsAsTheScenesAre_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("web to fan") << 2 << 3;
        QTest::newRow("fan to columns") << 4 << 5;
        QTest::newRow("columns to wheel") << 5 << 6;
    }

    void startsAndEndsAsTheScenesAre()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        const PreparedPointer before = prepared(stories::slideOf(*m_snapshot, from), 0.5);
        const PreparedPointer after = prepared(stories::slideOf(*m_snapshot, to), 0.5);
        const Transition transition(before, after);
        const auto at = [&](double share) { return painted([&](QPainter &painter) { transition.paint(painter, share); }); };
        const QImage first = painted([&](QPainter &painter) { present::paint(painter, *before); });
        const QImage last = painted([&](QPainter &painter) { present::paint(painter, *after); });
        QVERIFY2(difference(at(0), first) < 0.02, qPrintable(QString::number(difference(at(0), first))));
        QVERIFY2(difference(at(1), last) < 0.02, qPrintable(QString::number(difference(at(1), last))));
        QVERIFY(difference(at(0.5), first) > 0.01);
        QVERIFY(difference(at(0.5), last) > 0.01);
        QVERIFY(difference(first, last) > 0.02);
    }

    void movesNodesStraight()
    {
        const auto discs = discPairs(stories::slideOf(*m_snapshot, 2), stories::slideOf(*m_snapshot, 3));
        const auto moving =
            std::ranges::find_if(discs, [](const DiscPair &pair) { return pair.from.strength > 0 && pair.to.strength > 0; });
        QVERIFY(moving != discs.end());
        QVERIFY(moving->from.mark.centre != moving->to.mark.centre);
    }

private:
    document::SnapshotPointer m_snapshot;
};

DEALSCAPE_TEST(TransitionTest, QApplication)
#include "test_transition.moc"
