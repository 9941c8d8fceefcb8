// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "models/scenelist.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace dealscape;
using namespace dealscape::models;

class SceneListTest : public dealscape::testing::Case {
    Q_OBJECT

    int scenes() const { return static_cast<int>(m_document.dataset().stories.front().scenes.size()); }

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_document.openEmbedded();
        m_list = std::make_unique<SceneList>(m_document);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_list->setStory(0);
    }

    void cleanup()
    {
        m_tester.reset();
        m_list.reset();
    }

    void listsTheScenes()
    {
        QCOMPARE(m_list->rowCount(), scenes());
        QCOMPARE(nameAt(0), QStringLiteral("More than $1 trillion"));
        QVERIFY(m_list->index(0).data(SceneList::CaptionRole).toString().startsWith(QStringLiteral("The headline")));
        QVERIFY(m_list->index(0).data(SceneList::NotesRole).toString().size() > 100);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("is not valid \\(expected valid\\)")));
        QVERIFY(!m_list->data(m_list->index(40)).isValid());
        m_list->setStory(3);
        QCOMPARE(m_list->rowCount(), 0);
    }

    void movesRows_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("landed");
        QTest::newRow("down") << 1 << 4 << 3;
        QTest::newRow("up") << 5 << 2 << 2;
        QTest::newRow("to the end") << 0 << -1 << -1;
    }

    void movesRows()
    {
        QFETCH(int, row);
        QFETCH(int, before);
        QFETCH(int, landed);
        if (before < 0) {
            before = scenes();
            landed = scenes() - 1;
        }
        const QString name = nameAt(row);
        QSignalSpy moved(m_list.get(), &QAbstractItemModel::rowsMoved);
        QVERIFY(m_list->moveRow({}, row, {}, before));
        QCOMPARE(moved.size(), 1);
        QCOMPARE(nameAt(landed), name);
        QCOMPARE(m_document.undoStack().count(), 1);
        m_document.undoStack().undo();
        QCOMPARE(nameAt(row), name);
    }

    void refusesMovesThatMoveNothing()
    {
        QVERIFY(!m_list->moveRow({}, 3, {}, 3));
        QVERIFY(!m_list->moveRow({}, 3, {}, 4));
        QVERIFY(!m_list->moveRow({}, scenes(), {}, 0));
        QCOMPARE(m_document.undoStack().count(), 0);
    }

    void renamesInPlace()
    {
        QVERIFY(m_list->setData(m_list->index(2), QStringLiteral("  Two\nplans ")));
        QCOMPARE(nameAt(2), QStringLiteral("Two plans"));
        m_document.undoStack().undo();
        QCOMPARE(nameAt(2), QStringLiteral("Stargate and Stargate UAE"));
    }

    void followsTheDocument()
    {
        QSignalSpy reset(m_list.get(), &QAbstractItemModel::modelReset);
        const int before = scenes();
        document::duplicateScene(m_document, {0, 0});
        QCOMPARE(m_list->rowCount(), before + 1);
        document::removeScene(m_document, {0, 0});
        QCOMPARE(m_list->rowCount(), before);
        QCOMPARE(reset.size(), 2);
        document::removeStory(m_document, 0);
        QCOMPARE(m_list->rowCount(), 0);
    }

private:
    QString nameAt(int row) const { return m_list->index(row).data().toString(); }

    document::Document m_document;
    std::unique_ptr<SceneList> m_list;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

DEALSCAPE_TEST(SceneListTest, QCoreApplication)
#include "test_scenelist.moc"
