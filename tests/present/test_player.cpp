// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "document/wording.h"
#include "present/player.h"
#include "present/slides.h"
#include "present/thumbnails.h"
#include "stories.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>

#include <algorithm>
#include <array>
#include <atomic>

using namespace dealscape;
using namespace dealscape::present;

namespace {

constexpr int patience = 60000;

QImage grabbed(Screen &screen)
{
    return screen.grab().toImage();
}

} // namespace

class PlayerTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        resources::loadTypeface();
        m_snapshot = stories::embedded();
    }

    /// A scene's own places stand on its slide and in its small picture; those that the file keeps hold for scenes without.
    void aSlideHasThePlacesOfItsScene()
    {
        const OrganizationId nvidia("nvidia");
        Scene scene;
        scene.perspective = m_snapshot->dataset().opening;
        const auto leftOf = [&](const document::Snapshot &snapshot, const Scene &shown) {
            const slides::Slide slide = slides::slide(snapshot.index(), shown, {1, 1}, style::ThemeKind::Light, {1920, 1080});
            const int node = slide.network.nodeOf(snapshot.index().position(nvidia));
            const auto &marks = slide.picture.drawing.nodes;
            const auto mark = std::ranges::find(marks, node, &drawing::NodeMark::node);
            return static_cast<int>(
                std::ranges::count_if(marks, [&](const drawing::NodeMark &m) { return m.centre.x() < mark->centre.x(); }));
        };
        QVERIFY(leftOf(*m_snapshot, scene) > 3);
        auto kept = std::make_shared<Dataset>(m_snapshot->dataset());
        kept->arrangements = {{scene.perspective.layout, {{nvidia, 20, 360, true}}}};
        const document::Snapshot arranged(kept, 1);
        QCOMPARE(leftOf(arranged, scene), 0);
        scene.places = {{nvidia, 20, 360, true}};
        QCOMPARE(leftOf(*m_snapshot, scene), 0);
        scene.places = {{nvidia, 1230, 360, true}};
        QVERIFY(leftOf(arranged, scene) > 3);
    }

    /// The slide of a comparison is its picture: nothing to point at, and a click goes on.
    void playsAComparison()
    {
        auto dataset = std::make_shared<Dataset>(m_snapshot->dataset());
        auto both = std::make_shared<Comparison>();
        both->both = *dataset;
        both->news.deals.assign(dataset->deals.size(), Novelty::None);
        both->news.deals[0] = Novelty::New;
        both->news.organizations.assign(dataset->organizations.size(), Novelty::None);
        both->news.before.resize(dataset->deals.size());
        dataset->stories[0].scenes[1].compare = "before.json";
        Program program;
        program.snapshot = std::make_shared<document::Snapshot>(dataset, 1);
        program.motion = Motion::None;
        program.comparisons["before.json"] = both;
        Player player(program);
        QSignalSpy shown(&player, &Player::shown);
        player.begin(QGuiApplication::primaryScreen());
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patience);
        QTest::keyClick(&player.screen(), Qt::Key_PageDown);
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 2, patience);
        const PreparedPointer slide = player.slides().at(1);
        QVERIFY(!slide->chart.isNull() && slide->slide.picture.drawing.nodes.empty());
        QCOMPARE(slide->slide.chart->frame.size(), slide->slide.size);
        QCOMPARE(player.screen().accessibleName(), QStringLiteral("Scene 2"));
        QTest::mouseClick(&player.screen(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 3, patience);
    }

    void playsByKeys()
    {
        Player player({m_snapshot, 0, 2, style::ThemeKind::Light, Motion::None});
        QSignalSpy shown(&player, &Player::shown);
        QSignalSpy ended(&player, &Player::ended);
        player.begin(QGuiApplication::primaryScreen());
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patience);
        QCOMPARE(shown.back().front().toInt(), 2);
        QTest::keyClick(&player.screen(), Qt::Key_PageDown);
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 2, patience);
        QCOMPARE(shown.back().front().toInt(), 3);
        QTest::keyClick(&player.screen(), Qt::Key_7);
        QTest::keyClick(&player.screen(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 3, patience);
        QCOMPARE(shown.back().front().toInt(), 6);
        QTest::keyClick(&player.screen(), Qt::Key_Escape);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!player.screen().isVisible());
    }

    void endsOnce()
    {
        Player player({m_snapshot, 0, 0, style::ThemeKind::Light, Motion::None});
        QSignalSpy told(&player, &Player::told);
        QSignalSpy ended(&player, &Player::ended);
        player.begin(QGuiApplication::primaryScreen());
        QTest::keyClick(&player.screen(), Qt::Key_Escape);
        const auto heard = told.size();
        for (const int key : {Qt::Key_Escape, Qt::Key_B, Qt::Key_L, Qt::Key_S, Qt::Key_PageDown})
            player.press(key);
        player.screen().close();
        QCOMPARE(ended.size(), 1);
        QCOMPARE(told.size(), heard);
        QVERIFY(!player.presenter());
    }

    void aScreenThatGoesTakesNothingWithIt()
    {
        QScreen *screen = QGuiApplication::primaryScreen();
        Player player({m_snapshot, 0, 0, style::ThemeKind::Light, Motion::None});
        player.begin(screen);
        player.press(Qt::Key_S);
        QVERIFY(player.presenter());
        Q_EMIT qGuiApp->screenRemoved(screen);
        QVERIFY(!player.presenter());
        QSignalSpy ended(&player, &Player::ended);
        player.press(Qt::Key_PageDown);
        QCOMPARE(player.state().scene(), 1);
        player.press(Qt::Key_Escape);
        QCOMPARE(ended.size(), 1);
    }

    void blanksAndLights()
    {
        Player player({m_snapshot, 0, 4, style::ThemeKind::Light, Motion::None});
        player.begin(QGuiApplication::primaryScreen());
        QTRY_VERIFY_WITH_TIMEOUT(player.slides().at(4), patience);
        const QImage scene = grabbed(player.screen());
        QTest::keyClick(&player.screen(), Qt::Key_B);
        QCOMPARE(grabbed(player.screen()).pixelColor(10, 10), QColor(Qt::black));
        QTest::keyClick(&player.screen(), Qt::Key_W);
        QCOMPARE(grabbed(player.screen()).pixelColor(10, 10), QColor(Qt::white));
        QTest::keyClick(&player.screen(), Qt::Key_W);
        QCOMPARE(grabbed(player.screen()), scene);
        QTest::keyClick(&player.screen(), Qt::Key_L);
        const QImage lit = grabbed(player.screen());
        const QPoint far(scene.width() - 3, scene.height() - 3);
        QVERIFY(qGray(lit.pixel(2, 2)) < qGray(scene.pixel(2, 2)) || qGray(lit.pixel(far)) < qGray(scene.pixel(far)));
        QTest::keyClick(&player.screen(), Qt::Key_L);
        QTest::keyClick(&player.screen(), Qt::Key_Plus);
        QVERIFY(grabbed(player.screen()) != scene);
        QTest::keyClick(&player.screen(), Qt::Key_0);
        QCOMPARE(grabbed(player.screen()), scene);
    }

    void opensTheDealsOfADisc()
    {
        Player player({m_snapshot, 0, 2, style::ThemeKind::Light, Motion::None});
        player.begin(QGuiApplication::primaryScreen());
        QTRY_VERIFY_WITH_TIMEOUT(player.slides().at(2), patience);
        Screen &screen = player.screen();
        const QImage scene = grabbed(screen);
        QPoint disc(-1, -1);
        QPoint beside(-1, -1);
        for (int y = 0; y < screen.height(); y += 6)
            for (int x = 0; x < screen.width(); x += 6)
                (screen.nodeAt(QPointF(x, y)) >= 0 ? disc : beside) = QPoint(x, y);
        QVERIFY(disc.x() >= 0 && beside.x() >= 0);
        const int node = screen.nodeAt(disc);
        const network::Network &network = player.slides().at(2)->slide.network;
        QTest::mouseClick(&screen, Qt::LeftButton, {}, disc);
        QCOMPARE(player.state().opened(), node);
        QCOMPARE(player.state().scene(), 2);
        QVERIFY(grabbed(screen) != scene);
        const QStringList told = screen.accessibleDescription().split(u'\n');
        const Organization &organization = m_snapshot->dataset().organizations[at(network.nodes[at(node)].organization)];
        QCOMPARE(told.front(), document::fullNameOf(*m_snapshot, organization));
        qsizetype deals = 0;
        for (const network::NetworkEdge &edge : network.edges)
            if (edge.from == node || edge.to == node)
                deals += static_cast<qsizetype>(edge.deals.size());
        QVERIFY(deals > 0);
        QCOMPARE(told.size(), deals + 2);
        QTest::keyClick(&screen, Qt::Key_Escape);
        QCOMPARE(player.state().opened(), -1);
        QCOMPARE(grabbed(screen), scene);
        QTest::mouseClick(&screen, Qt::LeftButton, {}, disc);
        QTest::mouseClick(&screen, Qt::LeftButton, {}, beside);
        QCOMPARE(player.state().opened(), -1);
        QCOMPARE(player.state().scene(), 2);
        QTest::mouseClick(&screen, Qt::LeftButton, {}, beside);
        QCOMPARE(player.state().scene(), 3);
    }

    void showsTheKeysAndAnEnd()
    {
        const int last = static_cast<int>(m_snapshot->dataset().stories.front().scenes.size()) - 1;
        Player player({m_snapshot, 0, last, style::ThemeKind::Light, Motion::None});
        player.begin(QGuiApplication::primaryScreen());
        QTRY_VERIFY_WITH_TIMEOUT(player.slides().at(last), patience);
        const QImage scene = grabbed(player.screen());
        QTest::keyClick(&player.screen(), Qt::Key_Question);
        QVERIFY(grabbed(player.screen()) != scene);
        QVERIFY(player.screen().accessibleDescription().contains(QLatin1String("Page Down")));
        QTest::keyClick(&player.screen(), Qt::Key_Escape);
        QCOMPARE(grabbed(player.screen()), scene);
        QTest::keyClick(&player.screen(), Qt::Key_Space);
        QCOMPARE(grabbed(player.screen()).pixelColor(2, 2), QColor(Qt::black));
        QTest::keyClick(&player.screen(), Qt::Key_PageUp);
        QCOMPARE(grabbed(player.screen()), scene);
    }

    void movesFromSceneToScene()
    {
        Player player({m_snapshot, 0, 2, style::ThemeKind::Light, Motion::Full});
        player.begin(QGuiApplication::primaryScreen());
        QTRY_VERIFY_WITH_TIMEOUT(player.slides().at(2) && player.slides().at(3), patience);
        QTest::keyClick(&player.screen(), Qt::Key_Space);
        QVERIFY(player.screen().moving());
        // Motion explains where things went: it takes 150 to 400 ms, and shows what is neither the one scene nor the other.
        QVERIFY(Screen::transitionTime() >= 150 && Screen::transitionTime() <= 400);
        QElapsedTimer clock;
        clock.start();
        const QImage first = grabbed(player.screen());
        bool between = false;
        QTRY_VERIFY_WITH_TIMEOUT(
            (between = between || (player.screen().moving() && grabbed(player.screen()) != first), !player.screen().moving()), patience);
        QVERIFY(between);
        QVERIFY2(clock.elapsed() >= 100, qPrintable(QString::number(clock.elapsed())));
    }

    void informsTheSpeaker()
    {
        Player player({m_snapshot, 0, 0, style::ThemeKind::Light, Motion::None});
        player.begin(QGuiApplication::primaryScreen());
        if (!player.presenter())
            QTest::keyClick(&player.screen(), Qt::Key_S);
        QVERIFY(player.presenter());
        QTRY_VERIFY_WITH_TIMEOUT(player.slides().at(0) && player.slides().at(1), patience);
        auto *notes = player.presenter()->findChild<QPlainTextEdit *>();
        auto *scenes = player.presenter()->findChild<QListWidget *>();
        const auto &told = m_snapshot->dataset().stories.front().scenes;
        QCOMPARE(notes->toPlainText(), QString::fromStdString(told[0].notes));
        QCOMPARE(scenes->count(), static_cast<int>(told.size()));
        QTest::keyClick(player.presenter(), Qt::Key_Space);
        QTRY_COMPARE(player.state().scene(), 1);
        QCOMPARE(notes->toPlainText(), QString::fromStdString(told[1].notes));
        QCOMPARE(scenes->currentRow(), 1);
        for (QPushButton *button : player.presenter()->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Back"))
                button->click();
        QTRY_COMPARE(player.state().scene(), 0);

        const auto labels = player.presenter()->findChildren<QLabel *>();
        const auto left = std::ranges::find(labels, QStringLiteral("Time left"), &QLabel::accessibleName);
        QVERIFY(left != labels.end());
        QVERIFY((*left)->text().startsWith(u'–'));
        player.presenter()->changeLength(5);
        QVERIFY2((*left)->text().startsWith(QStringLiteral("04:")) || (*left)->text() == QStringLiteral("05:00"),
                 qPrintable((*left)->text()));
        player.presenter()->changeLength(-10);
        QVERIFY((*left)->text().startsWith(u'–'));
    }

    void picturesScenesOnce()
    {
        Thumbnails thumbnails({256, 144});
        QSignalSpy made(&thumbnails, &Thumbnails::made);
        Dataset dataset = m_snapshot->dataset();
        dataset.stories.front().scenes.resize(3);
        const auto snapshot = [](const Dataset &from) {
            return std::make_shared<document::Snapshot>(std::make_shared<const Dataset>(from), 2);
        };
        thumbnails.look(snapshot(dataset), 0, style::ThemeKind::Light);
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), 3, patience);
        const QImage second = thumbnails.at(1);
        QCOMPARE(second.size(), QSize(256, 144));
        std::swap(dataset.stories.front().scenes[0], dataset.stories.front().scenes[1]);
        dataset.stories.front().scenes[2].name = "Something else";
        thumbnails.look(snapshot(dataset), 0, style::ThemeKind::Light);
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), 4, patience);
        QCOMPARE(made.back().front().toInt(), 2);
        QCOMPARE(thumbnails.at(0), second);
        thumbnails.look(snapshot(dataset), 7, style::ThemeKind::Light);
        QVERIFY(thumbnails.at(0).isNull());
    }

    void picturesWhatASceneIsComparedWith()
    {
        Dataset dataset = m_snapshot->dataset();
        dataset.stories.front().scenes.resize(2);
        const auto pictured = [&](const Comparing &compared) {
            Thumbnails thumbnails({256, 144});
            QSignalSpy made(&thumbnails, &Thumbnails::made);
            thumbnails.look(std::make_shared<document::Snapshot>(std::make_shared<const Dataset>(dataset), 2), 0, style::ThemeKind::Light,
                            compared);
            [&] { QTRY_COMPARE_WITH_TIMEOUT(made.size(), 2, patience); }();
            return std::array{thumbnails.at(0), thumbnails.at(1)};
        };
        const auto alone = pictured({});
        std::atomic<int> asked = 0;
        const auto lost = [&asked](const Dataset &, const Story &) {
            ++asked;
            return Comparisons();
        };
        const auto found = [&asked](const Dataset &now, const Story &story) {
            ++asked;
            const auto comparison = std::make_shared<Comparison>();
            comparison->both = now;
            comparison->news.deals.assign(now.deals.size(), Novelty::None);
            comparison->news.organizations.assign(now.organizations.size(), Novelty::None);
            comparison->news.before.resize(now.deals.size());
            return Comparisons{{story.scenes.front().compare, comparison}};
        };
        pictured(found);
        QCOMPARE(asked.load(), 0);
        dataset.stories.front().scenes[1].compare = "earlier.json";
        QCOMPARE(pictured(lost)[1], alone[1]);
        const auto compared = pictured(found);
        QCOMPARE(asked.load(), 2);
        QCOMPARE(compared[0], alone[0]);
        QCOMPARE(compared[1].size(), QSize(256, 144));
        QVERIFY(compared[1] != alone[1]);
    }

private:
    document::SnapshotPointer m_snapshot;
};

DEALSCAPE_TEST(PlayerTest, QApplication)
#include "test_player.moc"
