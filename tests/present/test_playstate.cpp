// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "present/playstate.h"

using namespace dealscape::present;

class PlayStateTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void walks_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<int>("scene");
        using Keys = QList<int>;
        QTest::newRow("space goes on") << 0 << Keys{Qt::Key_Space} << 1;
        QTest::newRow("a clicker's page down") << 4 << Keys{Qt::Key_PageDown, Qt::Key_PageDown} << 6;
        QTest::newRow("right, down, N and Enter") << 0 << Keys{Qt::Key_Right, Qt::Key_Down, Qt::Key_N, Qt::Key_Return} << 4;
        QTest::newRow("back again") << 5 << Keys{Qt::Key_PageUp, Qt::Key_Left, Qt::Key_Up, Qt::Key_P, Qt::Key_Backspace} << 0;
        QTest::newRow("not past the end") << 11 << Keys{Qt::Key_Space, Qt::Key_Space} << 11;
        QTest::newRow("not before the beginning") << 0 << Keys{Qt::Key_Left} << 0;
        QTest::newRow("a digit and Enter") << 0 << Keys{Qt::Key_7, Qt::Key_Return} << 6;
        QTest::newRow("two digits and the other Enter") << 0 << Keys{Qt::Key_1, Qt::Key_2, Qt::Key_Enter} << 11;
        QTest::newRow("a number that is no scene") << 3 << Keys{Qt::Key_9, Qt::Key_9, Qt::Key_Return} << 3;
        QTest::newRow("Escape drops the number") << 3 << Keys{Qt::Key_7, Qt::Key_Escape, Qt::Key_Return} << 4;
        QTest::newRow("another key drops the number") << 0 << Keys{Qt::Key_7, Qt::Key_L, Qt::Key_Return} << 1;
        QTest::newRow("home") << 8 << Keys{Qt::Key_Home} << 0;
        QTest::newRow("end") << 2 << Keys{Qt::Key_End} << 11;
        QTest::newRow("the first key after black uncovers") << 2 << Keys{Qt::Key_B, Qt::Key_Space} << 2;
        QTest::newRow("and the second goes on") << 2 << Keys{Qt::Key_B, Qt::Key_Space, Qt::Key_Space} << 3;
        QTest::newRow("start beyond the end") << 40 << Keys{} << 11;
    }

    void walks()
    {
        QFETCH(int, start);
        QFETCH(QList<int>, keys);
        PlayState state(12, start);
        for (const int key : keys)
            state.press(key);
        QTEST(state.scene(), "scene");
        QVERIFY(!state.ended());
    }

    void covers()
    {
        PlayState state(3);
        QCOMPARE(state.press(Qt::Key_B), Tellings(Told::Cover));
        QCOMPARE(state.cover(), Cover::Black);
        state.press(Qt::Key_W);
        QCOMPARE(state.cover(), Cover::White);
        state.press(Qt::Key_W);
        QCOMPARE(state.cover(), Cover::None);
        state.press(Qt::Key_Period);
        QCOMPARE(state.cover(), Cover::Black);
        QVERIFY(state.press(Qt::Key_End).testFlag(Told::Cover));
        QCOMPARE(state.cover(), Cover::None);
        QCOMPARE(state.scene(), 2);
    }

    void endsWithAnEnd()
    {
        PlayState state(3, 2);
        QCOMPARE(state.press(Qt::Key_Space), Tellings(Told::Cover));
        QCOMPARE(state.cover(), Cover::End);
        QCOMPARE(state.press(Qt::Key_Space), Tellings());
        QCOMPARE(state.press(Qt::Key_PageUp), Tellings(Told::Cover));
        QCOMPARE(state.cover(), Cover::None);
        QCOMPARE(state.scene(), 2);
        state.press(Qt::Key_Space);
        QCOMPARE(state.press(Qt::Key_Home), Told::Cover | Told::Scene);
        QCOMPARE(state.cover(), Cover::None);
        QCOMPARE(state.scene(), 0);
    }

    void opensOverTheScene()
    {
        PlayState state(3);
        QCOMPARE(state.press(Qt::Key_Question), Tellings(Told::Panel));
        QVERIFY(state.help());
        QCOMPARE(state.open(4), Tellings(Told::Panel));
        QVERIFY(!state.help());
        QCOMPARE(state.opened(), 4);
        QCOMPARE(state.open(4), Tellings());
        QCOMPARE(state.press(Qt::Key_Escape), Tellings(Told::Panel));
        QCOMPARE(state.opened(), -1);
        QVERIFY(!state.ended());
        state.open(4);
        QCOMPARE(state.press(Qt::Key_Space), Told::Panel | Told::Scene);
        QCOMPARE(state.opened(), -1);
        state.press(Qt::Key_F1);
        QCOMPARE(state.press(Qt::Key_F1), Tellings(Told::Panel));
        QVERIFY(!state.help());
        QCOMPARE(state.press(Qt::Key_Escape), Tellings(Told::Ended));
    }

    void magnifies()
    {
        PlayState state(3);
        for (int i = 0; i < 20; ++i)
            state.press(Qt::Key_Plus);
        QCOMPARE(state.zoomSteps(), PlayState::mostZoomSteps());
        state.press(Qt::Key_Minus);
        QCOMPARE(state.zoomSteps(), PlayState::mostZoomSteps() - 1);
        QCOMPARE(state.press(Qt::Key_0), Tellings(Told::Zoom));
        QCOMPARE(state.zoomSteps(), 0);
        state.press(Qt::Key_Equal);
        QVERIFY(state.press(Qt::Key_Space).testFlag(Told::Zoom));
        QCOMPARE(state.zoomSteps(), 0);
    }

    void tells()
    {
        PlayState state(3);
        QCOMPARE(state.press(Qt::Key_L), Tellings(Told::Spotlight));
        QVERIFY(state.spotlight());
        QCOMPARE(state.press(Qt::Key_1), Tellings(Told::Digits));
        QCOMPARE(state.digits(), QStringLiteral("1"));
        QCOMPARE(state.press(Qt::Key_0), Tellings(Told::Digits));
        QCOMPARE(state.digits(), QStringLiteral("10"));
        QCOMPARE(state.press(Qt::Key_Escape), Tellings(Told::Digits));
        QCOMPARE(state.press(Qt::Key_S), Tellings(Told::Windows));
        QCOMPARE(state.press(Qt::Key_F12), Tellings());
        QCOMPARE(state.press(Qt::Key_Escape), Tellings(Told::Ended));
        QVERIFY(state.ended());
    }
};

DEALSCAPE_TEST(PlayStateTest, dealscape::testing::NoApplication)
#include "test_playstate.moc"
