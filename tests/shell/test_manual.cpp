// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "fixture.h"

#include "circular/circularpanel.h"
#include "resources/embedded.h"
#include "settings/preferences.h"
#include "shell/exports.h"
#include "shell/manual.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMenuBar>
#include <QRegularExpression>
#include <QShortcut>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

QString textOf(const QString &page)
{
    QFile file(QStringLiteral(":/manual/%1.md").arg(page));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class ManualTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void linksLeadToPages()
    {
        resources::open();
        static const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\)"));
        int links = 0;
        for (const QString &page : Manual::pages()) {
            const QString text = textOf(page);
            QVERIFY2(text.startsWith(QLatin1String("# ")), qPrintable(page));
            for (auto found = link.globalMatch(text); found.hasNext(); ++links) {
                const QString target = found.next().captured(1);
                const bool isPage = target.endsWith(QLatin1String(".md")) && Manual::pages().contains(target.chopped(3));
                const bool picture = target.endsWith(QLatin1String(".png")) && QFile::exists(QStringLiteral(":/manual/") + target);
                QVERIFY2(isPage || picture, qPrintable(target));
            }
        }
        QVERIFY(links > 0);
    }

    void opensThePageOfThePartWithTheKeyboard()
    {
        ShownWindow shown;
        QCOMPARE(Manual::pageFor(&shown.window->diagram()), QStringLiteral("picture"));
        QCOMPARE(Manual::pageFor(nullptr), QStringLiteral("first-steps"));
        shown.window->diagram().setFocus();
        shown.window->actions()[ActionId::Manual]->trigger();
        const auto *text = shown.window->findChild<Manual *>()->findChild<QTextBrowser *>();
        QCOMPARE(text->source(), QUrl(QStringLiteral("qrc:/manual/picture.md")));
        QVERIFY(text->toPlainText().contains(QLatin1String("What is counted")));
    }

    void dialogsHaveAPageToo()
    {
        ShownWindow shown;
        shown.window->actions()[ActionId::Preferences]->trigger();
        auto *dialog = shown.window->findChild<settings::Preferences *>();
        QVERIFY(dialog);
        auto *key = dialog->findChild<QShortcut *>();
        QVERIFY(key && key->key() == QKeySequence(Qt::Key_F1));
        Q_EMIT key->activated();
        auto *manual = dialog->findChild<Manual *>();
        QVERIFY(manual && manual->isVisible());
        QCOMPARE(manual->findChild<QTextBrowser *>()->source(), QUrl(QStringLiteral("qrc:/manual/settings.md")));
        key = manual->findChild<QShortcut *>();
        QVERIFY(key && key->key() == QKeySequence(QStringLiteral("Ctrl+W")));
        Q_EMIT key->activated();
        QVERIFY(!manual->isVisible());
        QVERIFY(shown.window->isVisible());
    }

    void formsLeadToTheirPage()
    {
        ShownWindow shown;
        shown.document().select(shown.document().dataset().deals.front().id);
        shown.action(ActionId::EditRecord).trigger();
        QCOMPARE(Manual::pageFor(shown.window->focusWidget()), QStringLiteral("entering"));
        shown.action(ActionId::ShowLoops).trigger();
        QCOMPARE(Manual::pageFor(shown.window->findChild<circular::CircularPanel *>()), QStringLiteral("loops"));
    }

    void everyPageIsReached()
    {
        resources::open();
        const QStringList files = QDir(QStringLiteral(":/manual")).entryList({QStringLiteral("*.md")});
        QStringList pages;
        for (const QString &page : Manual::pages())
            pages += page + QStringLiteral(".md");
        pages.sort();
        QCOMPARE(pages, files);
    }

    void leavesF10ToTheMenuBar()
    {
        ShownWindow shown;
        shown.window->activateWindow();
        QTest::keyClick(shown.window.get(), Qt::Key_F10);
        QCOMPARE(shown.window->menuBar()->activeAction(), shown.window->menuBar()->actions().first());
    }

    void writesPagesAndSlides_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("web page") << static_cast<int>(ActionId::ExportPage) << QByteArray("<!DOCTYPE html>");
        QTest::newRow("slides") << static_cast<int>(ActionId::ExportSlides) << QByteArray("PK\3\4");
    }

    void writesPagesAndSlides()
    {
        QFETCH(int, action);
        QFETCH(QByteArray, start);
        QTemporaryDir folder;
        ShownWindow shown;
        QString suggested;
        shown.window->exports().setChooser([&](QWidget *, const QString &suggestion) {
            suggested = suggestion;
            return folder.filePath(QStringLiteral("taken"));
        });
        QSignalSpy written(&shown.window->exports().fileJob(), &publishing::ExportJob::written);
        shown.window->actions()[static_cast<ActionId>(action)]->trigger();
        QVERIFY(written.wait(patience));
        QFile file(written.first().first().toStringList().first());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
        QCOMPARE(QFileInfo(file).suffix(), QFileInfo(suggested).suffix());
    }
};

DEALSCAPE_TEST(ManualTest, StyledApplication)
#include "test_manual.moc"
