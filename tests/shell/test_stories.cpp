// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "testmain.h"

#include <QTest>

#include "document/storycommands.h"
#include "models/scenelist.h"
#include "resources/embedded.h"
#include "shell/mainwindow.h"
#include "shell/presenting.h"
#include "shell/storypage.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

/// A window on the embedded dataset, with the page of stories open.
struct StoryWindow {
    explicit StoryWindow(const char *dataset = nullptr) : settings(folder.filePath(QStringLiteral("settings.ini")))
    {
        settings.setHintsDismissed(true);
        settings.setReducedMotion(true);
        window = std::make_unique<MainWindow>(settings);
        if (dataset)
            window->open(testing::shippedData() + u'/' + QLatin1String(dataset));
        else
            window->document().openEmbedded();
        window->resize(1280, 900);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("the window was not shown");
        window->grab();
        window->actions()[ActionId::ShowStories]->trigger();
        page = window->findChild<StoryPage *>();
    }

    const std::vector<Scene> &scenes() const { return window->document().dataset().stories.front().scenes; }

    QTemporaryDir folder;
    settings::Settings settings;
    std::unique_ptr<MainWindow> window;
    StoryPage *page = nullptr;
};

/// Does what asks whether to leave, and presses the button of that role.
template <class Act>
bool answered(StoryWindow &f, QMessageBox::ButtonRole role, Act act)
{
    bool asked = false;
    QTimer::singleShot(0, f.window.get(), [&] {
        auto *box = f.window->findChild<QMessageBox *>();
        if (!box)
            return;
        for (QAbstractButton *button : box->buttons())
            if (box->buttonRole(button) == role) {
                asked = true;
                button->click();
                return;
            }
    });
    const bool outcome = act();
    if (!asked)
        qFatal("nothing was asked");
    return outcome;
}

} // namespace

class StoryPageTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    /// On a screen of 720 lines two scenes are seen above the fields.
    void aLowPageKeepsItsScenes()
    {
        StoryWindow f;
        f.window->resize(1280, 720);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(f.page->isVisible());
        const int scene = f.page->list().sizeHintForRow(0);
        QVERIFY2(f.page->list().height() >= 3 * scene / 2, qPrintable(QStringLiteral("%1 of %2").arg(f.page->list().height()).arg(scene)));
    }

    /// Only what lies beside the file can be found again by others.
    void aSceneNamesWhatItIsComparedWith()
    {
        StoryWindow f;
        document::Document &document = f.window->document();
        QComboBox *box = nullptr;
        for (auto *one : f.page->findChildren<QComboBox *>())
            if (one->accessibleName().startsWith(QStringLiteral("Earlier state")))
                box = one;
        QVERIFY(box);
        QString path;
        f.page->setChooser([&](QWidget *, const QString &) { return path; });
        QSignalSpy told(f.page, &StoryPage::told);
        const auto choose = [box](int row) {
            box->setCurrentIndex(row);
            Q_EMIT box->activated(row);
        };
        choose(box->count() - 1);
        QVERIFY(told.size() == 1 && box->currentIndex() == 0);
        QVERIFY(document.save(f.folder.filePath(QStringLiteral("mine.json"))));
        path = QStringLiteral("/elsewhere/before.json");
        choose(box->count() - 1);
        QVERIFY(told.size() == 2 && f.scenes()[0].compare.empty());
        path = f.folder.filePath(QStringLiteral("old/before.json"));
        choose(box->count() - 1);
        QCOMPARE(f.scenes()[0].compare, std::string("old/before.json"));
        QCOMPARE(box->currentText(), QStringLiteral("old/before.json"));
        choose(0);
        QVERIFY(f.scenes()[0].compare.empty());
        document.undoStack().undo();
        QCOMPARE(box->currentText(), QStringLiteral("old/before.json"));
    }

    /// Any chart that a file may name is told, and can be chosen.
    void aSceneNamesItsChart()
    {
        StoryWindow f;
        f.window->presenting().choose({0, 0});
        const auto boxes = f.page->findChildren<QComboBox *>();
        const auto named = [](const QComboBox *one) { return one->accessibleName().startsWith(QStringLiteral("Chart")); };
        const auto found = std::ranges::find_if(boxes, named);
        QVERIFY(found != boxes.end());
        QComboBox *box = *found;
        Scene scene = f.scenes()[0];
        scene.chart = "concentration";
        document::setScene(f.window->document(), {0, 0}, document::SceneField::Chart, scene);
        QCOMPARE(box->currentText(), QStringLiteral("On whom it rests"));
        box->setCurrentIndex(box->findText(QStringLiteral("Over time")));
        Q_EMIT box->activated(box->currentIndex());
        QCOMPARE(f.scenes()[0].chart, std::string("time"));
    }

    /// Captured with what hands arranged, looked at again with it, and captured anew from there.
    void aSceneIsLookedAtAsItWasArranged()
    {
        StoryWindow f;
        auto *presenting = f.window->findChild<Presenting *>();
        document::Document &document = f.window->document();
        const std::vector<KeptPlace> hands = {{OrganizationId("nvidia"), 60, 60}};
        document.arrange(LayoutKind::Web, hands, QStringLiteral("Move Nvidia"));
        presenting->capture();
        const document::SceneSpot spot = presenting->spot();
        document.arrange(LayoutKind::Web, {}, QStringLiteral("Arrange afresh"));
        QVERIFY(document.arrangement(LayoutKind::Web).empty());
        presenting->visit(spot);
        QVERIFY(document.arrangement(LayoutKind::Web) == hands);
        presenting->update();
        QCOMPARE(f.scenes()[static_cast<std::size_t>(spot.scene)].places.size(), 1u);
        presenting->visit({0, 0});
        QVERIFY(document.arrangement(LayoutKind::Web).empty());
    }

    void initTestCase() { resources::loadTypeface(); }

    void returnsToTheViewOfAScene()
    {
        StoryWindow f;
        QVERIFY(f.page);
        QCOMPARE(f.page->list().model()->rowCount(), static_cast<int>(f.scenes().size()));
        f.window->presenting().visit({0, 5});
        QVERIFY(f.window->document().perspective() == f.scenes()[5].perspective);
        QCOMPARE(f.page->list().currentIndex().row(), 5);
        f.window->presenting().visit({0, 3});
        QCOMPARE(f.window->document().viewpoint().camera.fit, document::Fit::Free);
        const diagram::Stage &stage = f.window->diagram().stage();
        for (int i = 0; i < static_cast<int>(stage.placed()->network.nodes.size()); ++i)
            QVERIFY(stage.plot().contains(stage.screenOf(i)));
        f.window->document().back();
        QVERIFY(f.window->document().perspective() == f.scenes()[5].perspective);
    }

    void keepsUnsavedStories()
    {
        StoryWindow f;
        document::Document &document = f.window->document();
        QAction *save = f.window->actions()[ActionId::Save];
        QVERIFY(!save->isEnabled() && !f.window->isWindowModified());
        const std::size_t before = f.scenes().size();
        f.window->presenting().capture();
        QVERIFY(save->isEnabled() && f.window->isWindowModified());
        QVERIFY(f.window->windowTitle().contains(QStringLiteral("[*]")));
        QVERIFY(!answered(f, QMessageBox::RejectRole, [&] { return f.window->close(); }));
        QVERIFY(f.window->isVisible());
        QVERIFY(answered(f, QMessageBox::RejectRole, [&] {
            f.window->open(testing::shippedData() + QStringLiteral("/example-offshore-wind.json"));
            return document.path().isEmpty();
        }));
        QCOMPARE(f.scenes().size(), before + 1);

        const QString file = f.folder.filePath(QStringLiteral("mine.json"));
        QVERIFY(document.save(file));
        QVERIFY(!save->isEnabled() && !f.window->isWindowModified());
        document.undoStack().undo();
        QVERIFY(save->isEnabled());
        document.undoStack().redo();
        QVERIFY(!save->isEnabled());
        f.window->presenting().capture();
        save->trigger();
        QVERIFY(!save->isEnabled());
        document.openEmbedded();
        QCOMPARE(f.scenes().size(), before);
        QVERIFY(document.open(file));
        QCOMPARE(f.scenes().size(), before + 2);
        f.window->presenting().capture();
        QVERIFY(answered(f, QMessageBox::DestructiveRole, [&] { return f.window->close(); }));
        QVERIFY(!f.window->isVisible());
    }

    void asksBeforeItUndoesWhatOthersWrote()
    {
        StoryWindow f;
        document::Document &document = f.window->document();
        QAction *save = f.window->actions()[ActionId::Save];
        const QString path = f.folder.filePath(QStringLiteral("shared.json"));
        QVERIFY(document.save(path));
        f.window->presenting().capture();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("{}") == 2);
        file.close();
        const auto trigger = [&] {
            save->trigger();
            return !save->isEnabled();
        };
        QVERIFY(!answered(f, QMessageBox::RejectRole, trigger));
        QCOMPARE(QFileInfo(path).size(), 2);
        QVERIFY(answered(f, QMessageBox::DestructiveRole, trigger));
        QVERIFY(QFileInfo(path).size() > 1000);
        f.window->presenting().capture();
        QVERIFY(trigger());
    }

    void capturesInOneStep()
    {
        StoryWindow f;
        const std::size_t before = f.scenes().size();
        f.window->presenting().choose({0, 2});
        f.window->actions()[ActionId::LensPower]->trigger();
        f.window->actions()[ActionId::CaptureScene]->trigger();
        QCOMPARE(f.scenes().size(), before + 1);
        QCOMPARE(f.scenes()[3].perspective.lens, Lens::Power);
        QCOMPARE(f.window->presenting().spot(), (document::SceneSpot{0, 3}));
        QCOMPARE(f.page->list().currentIndex().row(), 3);
        f.window->actions()[ActionId::Undo]->trigger();
        QCOMPARE(f.scenes().size(), before);
    }

    void aLitLoopNamesItsScene()
    {
        StoryWindow f;
        Perspective lit = f.window->document().perspective();
        lit.trail = Trail{{OrganizationId("nvidia"), OrganizationId("openai"), OrganizationId("oracle")}, true};
        f.window->document().setPerspective(lit);
        f.window->presenting().choose({0, 2});
        f.window->presenting().capture();
        QCOMPARE(QString::fromStdString(f.scenes()[3].name), QStringLiteral("Nvidia pays OpenAI pays Oracle pays Nvidia"));
    }

    void editsFields()
    {
        StoryWindow f;
        f.window->presenting().choose({0, 1});
        auto *name = f.page->findChild<QLineEdit *>();
        QCOMPARE(name->text(), QStringLiteral("What it itemises: $713B"));
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Itemised"));
        QCOMPARE(f.scenes()[1].name, std::string("Itemised"));
        QCOMPARE(f.window->document().undoStack().count(), 1);
        const auto texts = f.page->findChildren<QPlainTextEdit *>();
        QCOMPARE(texts.size(), 2);
        texts[0]->setPlainText(QStringLiteral("A caption"));
        texts[1]->setPlainText(QStringLiteral("Notes"));
        QCOMPARE(f.scenes()[1].caption, std::string("A caption"));
        QCOMPARE(f.scenes()[1].notes, std::string("Notes"));
        for (int i = 0; i < 3; ++i)
            f.window->document().undoStack().undo();
        QCOMPARE(name->text(), QStringLiteral("What it itemises: $713B"));
        QVERIFY(texts[0]->toPlainText().startsWith(QStringLiteral("The values")));
    }

    void undoesFromAnyField_data()
    {
        QTest::addColumn<int>("focused");
        QTest::newRow("the field itself") << 0;
        QTest::newRow("the caption") << 1;
        QTest::newRow("the notes") << 2;
    }
    void undoesFromAnyField()
    {
        QFETCH(int, focused);
        StoryWindow f;
        f.window->presenting().choose({0, 1});
        auto *name = f.page->findChild<QLineEdit *>();
        const auto texts = f.page->findChildren<QPlainTextEdit *>();
        const std::array<QWidget *, 3> fields = {name, texts[0], texts[1]};
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Itemised"));
        fields[static_cast<std::size_t>(focused)]->setFocus();
        QTest::keyClick(fields[static_cast<std::size_t>(focused)], Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.scenes()[1].name, std::string("What it itemises: $713B"));
        QCOMPARE(name->text(), QStringLiteral("What it itemises: $713B"));
    }

    void obeysKeys()
    {
        StoryWindow f;
        f.window->presenting().choose({0, 1});
        const std::string name = f.scenes()[1].name;
        const std::size_t before = f.scenes().size();
        QTest::keyClick(&f.page->list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(f.scenes()[2].name, name);
        QCOMPARE(f.window->presenting().spot().scene, 2);
        QTest::keyClick(&f.page->list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(f.scenes()[1].name, name);
        QTest::keyClick(&f.page->list(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(f.scenes()[2].name, name);
        QCOMPARE(f.scenes().size(), before + 1);
        QTest::keyClick(&f.page->list(), Qt::Key_Delete);
        QCOMPARE(f.scenes().size(), before);
        QTest::keyClick(&f.page->list(), Qt::Key_Return);
        QVERIFY(f.window->document().perspective() == f.scenes()[1].perspective);
    }

    void beginsCalmly()
    {
        StoryWindow f;
        document::removeStory(f.window->document(), 0);
        auto *pages = f.page->findChild<QStackedWidget *>();
        QCOMPARE(pages->currentIndex(), 0);
        QVERIFY(!f.window->actions()[ActionId::Present]->isEnabled());
        auto *capture = pages->currentWidget()->findChild<QPushButton *>();
        capture->click();
        QCOMPARE(pages->currentIndex(), 1);
        QCOMPARE(f.scenes().size(), std::size_t{1});
        QVERIFY(f.window->actions()[ActionId::Present]->isEnabled());
    }

    void playsFromHere()
    {
        StoryWindow f("example-offshore-wind.json");
        f.window->presenting().choose({0, 1});
        f.window->actions()[ActionId::PresentHere]->trigger();
        QVERIFY(f.window->presenting().playing());
        present::Player *player = f.window->presenting().player();
        QTRY_VERIFY_WITH_TIMEOUT(player->slides().at(1), patience);
        QCOMPARE(player->state().scene(), 1);
        f.window->actions()[ActionId::Present]->trigger();
        QCOMPARE(f.window->presenting().player(), player);
        QTest::keyClick(&player->screen(), Qt::Key_Space);
        QTest::keyClick(&player->screen(), Qt::Key_Escape);
        QVERIFY(!f.window->presenting().playing());
        QCOMPARE(f.window->presenting().spot().scene, 2);
        // The window of the one that ended is not gone yet when further keys come.
        for (const Qt::Key key : {Qt::Key_B, Qt::Key_L, Qt::Key_Plus, Qt::Key_Escape})
            QTest::keyClick(&player->screen(), key);
        QVERIFY(!f.window->presenting().playing());
        QCOMPARE(f.window->presenting().spot().scene, 2);
        f.window->actions()[ActionId::PresentHere]->trigger();
        QVERIFY(f.window->presenting().playing() && f.window->presenting().player() != player);
    }

    void readsItsArguments_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<bool>("asked");
        QTest::newRow("a file") << QStringLiteral("dealscape file.json") << 0 << false;
        QTest::newRow("nothing") << QStringLiteral("dealscape") << 0 << false;
        QTest::newRow("present") << QStringLiteral("dealscape present") << 0 << true;
        QTest::newRow("everything") << QStringLiteral("dealscape present --story s --start 3 --theme dark file.json") << 0 << true;
        QTest::newRow("two files") << QStringLiteral("dealscape present a.json b.json") << 2 << false;
        QTest::newRow("no such scene") << QStringLiteral("dealscape present --start zero") << 2 << false;
        QTest::newRow("no such theme") << QStringLiteral("dealscape present --theme pink") << 2 << false;
        QTest::newRow("no such option") << QStringLiteral("dealscape present --loud") << 2 << false;
    }

    void readsItsArguments()
    {
        QFETCH(QString, line);
        QFETCH(bool, asked);
        int exitCode = -1;
        const auto arguments = presentArguments(line.split(u' '), exitCode);
        QTEST(exitCode, "exitCode");
        QCOMPARE(arguments.has_value(), asked);
        if (line.contains(QStringLiteral("--start 3"))) {
            QCOMPARE(arguments->path, QStringLiteral("file.json"));
            QCOMPARE(arguments->story, QStringLiteral("s"));
            QCOMPARE(arguments->start, 3);
            QCOMPARE(arguments->theme, std::optional(style::ThemeKind::Dark));
        }
    }
};

DEALSCAPE_TEST(StoryPageTest, QApplication)
#include "test_stories.moc"
