// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

#include "document/editing.h"
#include "document/recovery.h"
#include "shell/exports.h"
#include "shell/importing.h"
#include "shell/presenting.h"
#include "shell/saving.h"
#include "shell/sessionend.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>
#include <QTimer>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

/// What controllers need, without a window: a document that a file in the folder may hold, actions, and a widget for their boxes.
struct Room {
    QString file() const { return folder.filePath(QStringLiteral("own.json")); }

    QTemporaryDir folder;
    settings::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    document::Document document;
    QWidget host;
    Actions actions{&host};
    Saving saving{document, settings, actions, &host};
};

/// Those that show and write the picture too.
struct Gallery : Room {
    document::PictureJob job{document};
    diagram::DiagramView diagram{document, job, &host};
    Presenting presenting{document, job, diagram, settings, actions, &host};
    Exports exports{document, diagram, presenting, settings, actions, &host};
    Opening opening{document, settings, saving, exports, &host};
};

/// Presses the button of that role in the box that stands open a moment later; gives what the box says then.
void answer(QWidget &host, QMessageBox::ButtonRole role, QString &said)
{
    QTimer::singleShot(0, &host, [&host, role, &said] {
        auto *box = host.findChild<QMessageBox *>();
        if (!box)
            return;
        said = box->text();
        for (QAbstractButton *button : box->buttons())
            if (box->buttonRole(button) == role)
                return button->click();
    });
}

} // namespace

class ControllersTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void leavingAsks_data();
    void leavingAsks();
    void anAgreementHoldsUntilSomethingElseIsEdited();
    void sessionsEnd_data();
    void sessionsEnd();
    void filesOpenOrSayWhyNot_data();
    void filesOpenOrSayWhyNot();
    void cellsAreKnown_data();
    void cellsAreKnown();
    void scenesAreChosenWithinTheStory_data();
    void scenesAreChosenWithinTheStory();
};

void ControllersTest::leavingAsks_data()
{
    using document::Origin;
    QTest::addColumn<Origin>("origin");
    QTest::addColumn<QMessageBox::ButtonRole>("role");
    QTest::addColumn<QString>("question");
    QTest::addColumn<bool>("leaves");
    QTest::addColumn<bool>("saved");
    QTest::newRow("new, discarded") << Origin::New << QMessageBox::DestructiveRole << "The new dataset was not saved." << true << false;
    QTest::newRow("new, stays") << Origin::New << QMessageBox::RejectRole << "The new dataset was not saved." << false << false;
    QTest::newRow("built in") << Origin::Embedded << QMessageBox::DestructiveRole << "The built-in dataset was changed." << true << false;
    QTest::newRow("file, saved") << Origin::File << QMessageBox::AcceptRole << "own.json was changed." << true << true;
    QTest::newRow("file, discarded") << Origin::File << QMessageBox::DestructiveRole << "own.json was changed." << true << false;
    QTest::newRow("file, stays") << Origin::File << QMessageBox::RejectRole << "own.json was changed." << false << false;
}

void ControllersTest::leavingAsks()
{
    QFETCH(document::Origin, origin);
    QFETCH(QMessageBox::ButtonRole, role);
    QFETCH(QString, question);
    QFETCH(bool, leaves);
    QFETCH(bool, saved);
    Room room;
    room.document.startNew();
    if (origin == document::Origin::Embedded)
        room.document.openEmbedded();
    else if (origin == document::Origin::File)
        QVERIFY(room.document.save(room.file()));
    QVERIFY(room.saving.mayLeave());
    QVERIFY(!room.actions[ActionId::Save]->isEnabled());
    document::addOrganization(room.document, QStringLiteral("Acme"));
    QVERIFY(room.saving.modified() && room.actions[ActionId::Save]->isEnabled());
    QSignalSpy told(&room.saving, &Saving::told);
    QString said;
    answer(room.host, role, said);
    QCOMPARE(room.saving.mayLeave(), leaves);
    QCOMPARE(said, question);
    QCOMPARE(room.saving.modified(), !saved);
    QCOMPARE(told.size(), saved ? 1 : 0);
    QCOMPARE(room.settings.recent().paths(), saved ? QStringList(room.file()) : QStringList());
}

void ControllersTest::anAgreementHoldsUntilSomethingElseIsEdited()
{
    Room room;
    room.document.startNew();
    document::addOrganization(room.document, QStringLiteral("Acme"));
    room.saving.agree();
    QVERIFY(room.saving.mayLeave());
    document::addOrganization(room.document, QStringLiteral("Bolt"));
    QString said;
    answer(room.host, QMessageBox::RejectRole, said);
    QVERIFY(!room.saving.mayLeave());
}

void ControllersTest::sessionsEnd_data()
{
    QTest::addColumn<bool>("edited");
    QTest::addColumn<bool>("asks");
    QTest::addColumn<bool>("ends");
    QTest::addColumn<bool>("kept");
    QTest::newRow("unchanged") << false << true << true << false;
    QTest::newRow("changed, nobody may be asked") << true << false << true << true;
    QTest::newRow("changed, and the user stays") << true << true << false << false;
}

void ControllersTest::sessionsEnd()
{
    QFETCH(bool, edited);
    QFETCH(bool, asks);
    QFETCH(bool, ends);
    QFETCH(bool, kept);
    Room room;
    QString left;
    {
        document::Recovery recovery(room.document, room.folder.filePath(QStringLiteral("recovery")));
        SessionEnd end(room.document, room.saving, recovery, nullptr);
        room.document.startNew();
        QVERIFY(room.document.save(room.file()));
        QCOMPARE(end.restartCommand(), QStringList({QCoreApplication::applicationFilePath(), room.file()}));
        if (edited)
            document::addOrganization(room.document, QStringLiteral("Acme"));
        QString said;
        if (edited && asks)
            answer(room.host, QMessageBox::RejectRole, said);
        QCOMPARE(end.mayEnd(asks ? SessionEnd::Manners::MayAsk : SessionEnd::Manners::MustNotAsk), ends);
        left = recovery.file();
    }
    QCOMPARE(QFile::exists(left), kept);
}

void ControllersTest::filesOpenOrSayWhyNot_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("elsewhere");
    QTest::addColumn<bool>("opens");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("issues");
    QTest::newRow("dataset") << "own.json" << false << true << QString() << 0;
    QTest::newRow("open in another window") << "own.json" << true << false << "own.json is open in another window" << 0;
    QTest::newRow("damaged") << "damaged.json" << false << false << "damaged.json was not opened: it has errors" << 1;
    QTest::newRow("folder") << "folder" << false << false << "folder was not opened: it has errors" << 1;
    QTest::newRow("missing") << "missing.json" << false << false << "missing.json was not opened: it has errors" << 1;
}

void ControllersTest::filesOpenOrSayWhyNot()
{
    QFETCH(QString, name);
    QFETCH(bool, elsewhere);
    QFETCH(bool, opens);
    QFETCH(QString, sentence);
    QFETCH(int, issues);
    Gallery room;
    room.document.startNew();
    QVERIFY(room.document.save(room.file()));
    room.document.openEmbedded();
    QVERIFY(QDir(room.folder.path()).mkdir(QStringLiteral("folder")));
    QFile damaged(room.folder.filePath(QStringLiteral("damaged.json")));
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{") == 1);
    damaged.close();
    room.opening.setElsewhere([elsewhere](const QString &) { return elsewhere; });
    QSignalSpy told(&room.opening, &Opening::told);
    QSignalSpy issuesWanted(&room.opening, &Opening::issuesWanted);
    const QString path = room.folder.filePath(name);
    room.opening.open(path);
    QVERIFY(!room.opening.running());
    QCOMPARE(room.document.path(), opens ? path : QString());
    QCOMPARE(room.settings.recent().paths(), opens ? QStringList(path) : QStringList());
    QCOMPARE(told.isEmpty() ? QString() : QString(told.front().front().toString()).remove(QChar(0x2068)).remove(QChar(0x2069)), sentence);
    QCOMPARE(issuesWanted.size(), issues);
}

void ControllersTest::cellsAreKnown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("cells");
    QTest::newRow("word") << "Acme" << QString() << false;
    QTest::newRow("cells of a line") << "Acme\tBolt" << QString() << true;
    QTest::newRow("lines") << "payer,payee\nAcme,Bolt" << QString() << true;
    QTest::newRow("page with a table") << "Acme"
                                       << "<TABLE><tr><td>Acme</td></tr></TABLE>" << true;
    QTest::newRow("page without one") << "Acme"
                                      << "<p>Acme</p>" << false;
}

void ControllersTest::cellsAreKnown()
{
    QFETCH(QString, text);
    QFETCH(QString, page);
    QFETCH(bool, cells);
    Room room;
    Importing importing(room.document, room.settings, room.saving, room.actions, &room.host);
    QMimeData clipboard;
    clipboard.setText(text);
    if (!page.isEmpty())
        clipboard.setHtml(page);
    QCOMPARE(importing.importCells(clipboard), cells);
}

void ControllersTest::scenesAreChosenWithinTheStory_data()
{
    QTest::addColumn<int>("scenes");
    QTest::addColumn<document::SceneSpot>("asked");
    QTest::addColumn<document::SceneSpot>("chosen");
    using Spot = document::SceneSpot;
    QTest::newRow("no story") << 0 << Spot{2, 2} << Spot{0, 0};
    QTest::newRow("within") << 3 << Spot{0, 1} << Spot{0, 1};
    QTest::newRow("behind the last") << 3 << Spot{0, 9} << Spot{0, 2};
    QTest::newRow("another story") << 3 << Spot{5, 1} << Spot{0, 1};
    QTest::newRow("before the first") << 3 << Spot{-1, -1} << Spot{0, 0};
}

void ControllersTest::scenesAreChosenWithinTheStory()
{
    QFETCH(int, scenes);
    QFETCH(document::SceneSpot, asked);
    QFETCH(document::SceneSpot, chosen);
    Gallery room;
    room.document.startNew();
    for (int i = 0; i < scenes; ++i)
        room.presenting.capture();
    room.presenting.choose(asked);
    QCOMPARE(room.presenting.spot(), chosen);
    QCOMPARE(room.actions[ActionId::Present]->isEnabled(), scenes > 0);
}

DEALSCAPE_TEST(ControllersTest, StyledApplication)
#include "test_controllers.moc"
