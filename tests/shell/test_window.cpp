// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "fixture.h"

#include "charts/chartspage.h"
#include "charts/chartview.h"
#include "document/editing.h"
#include "document/wording.h"
#include "drawing/drawing.h"
#include "io/writer.h"
#include "panels/filterbar.h"
#include "panels/timebar.h"
#include "panels/timetrack.h"
#include "resources/embedded.h"
#include "shell/commands.h"
#include "shell/finder.h"
#include "shell/hints.h"
#include "shell/prompts.h"
#include "shell/shortcutspage.h"
#include "shell/topbar.h"
#include "style/theme.h"
#include "widgets/look.h"
#include "widgets/picklist.h"
#include "widgets/prompt.h"
#include "widgets/readingpage.h"
#include "widgets/segments.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPainter>
#include <QProgressDialog>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QStatusBar>
#include <QStyleOptionHeader>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTreeWidget>

#include <algorithm>

#include <sys/stat.h>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

QString broken(const QTemporaryDir &folder)
{
    const QString path = folder.filePath("broken.json");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("{\"format\": \"dealscape\"") < 0)
        qFatal("cannot write");
    return path;
}

} // namespace

class WindowTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void showsTheNetwork()
    {
        ShownWindow f;
        QCOMPARE(f.window->windowTitle(), "Built-in dataset – Dealscape");
        QVERIFY(!f.document().network().nodes.empty());
        QCOMPARE(f.window->diagram().stage().drawing().nodes.size(), f.document().network().nodes.size());
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280x720") << QSize(1280, 720);
        QTest::newRow("1920x1080") << QSize(1920, 1080);
        QTest::newRow("3840x2160") << QSize(3840, 2160);
    }

    void nothingIsClipped()
    {
        QFETCH(QSize, size);
        ShownWindow f(size);
        QCOMPARE(f.window->size(), size);
        QCOMPARE(f.window->diagram().visibleRegion().boundingRect(), f.window->diagram().rect());
        for (const QAbstractButton *button : f.window->findChildren<QAbstractButton *>()) {
            if (!button->isVisibleTo(f.window.get()) || qobject_cast<const QMenu *>(button->parentWidget()) ||
                button->window() != f.window.get())
                continue;
            const QRect place(button->mapTo(f.window.get(), QPoint()), button->size());
            QVERIFY2(f.window->rect().contains(place) || button->visibleRegion().isEmpty(),
                     qPrintable(button->accessibleName() + button->text()));
            if (qobject_cast<const widgets::SegmentButton *>(button))
                QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        }
        QVERIFY(f.window->diagram().width() >= 800);
    }

    void hintsTakeTheLinesTheyNeed()
    {
        ShownWindow f({2400, 900});
        f.action(ActionId::Hints).trigger();
        auto *steps = f.window->findChild<QWidget *>(QStringLiteral("steps"));
        QVERIFY(steps);
        f.window->grab();
        QVERIFY(steps->isVisible());
        const int one = steps->minimumHeight();
        f.window->resize(1280, 720);
        f.window->grab();
        QCOMPARE(steps->minimumHeight(), one + 16);
        QVERIFY(steps->height() >= steps->minimumHeight());
        QCOMPARE(steps->parentWidget()->height(), Hints::rowHeight);
        steps->resize(400, steps->height());
        QVERIFY(steps->minimumHeight() > one + 32);
    }

    void everyControlHasASpokenName()
    {
        ShownWindow f;
        for (const QAbstractButton *button : f.window->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), button->metaObject()->className());
    }

    void theDetailsHaveATab()
    {
        ShownWindow f;
        auto *tabs = f.window->findChild<QDockWidget *>("side")->findChild<QTabBar *>();
        QVERIFY(tabs && tabs->isVisible());
        QCOMPARE(tabs->tabText(0), "Details");
        QCOMPARE(tabs->tabText(1), "Charts");
        QVERIFY(!tabs->visibleRegion().isEmpty());
        QVERIFY(!tabs->tabRect(0).isEmpty());
        const QImage drawn = tabs->grab(tabs->tabRect(0)).toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < drawn.height(); ++y)
            for (int x = 0; x < drawn.width(); ++x)
                colours.insert(drawn.pixel(x, y));
        QVERIFY(colours.size() > 3);
    }

    void actionsFollowTheDocument()
    {
        ShownWindow f;
        QVERIFY(!f.action(ActionId::Back).isEnabled());
        QVERIFY(!f.action(ActionId::Focus).isEnabled());
        QVERIFY(f.action(ActionId::LensValue).isChecked());
        f.document().select(OrganizationId("nvidia"));
        QVERIFY(f.action(ActionId::Back).isEnabled());
        QVERIFY(f.action(ActionId::Focus).isEnabled());
        f.action(ActionId::LensPower).trigger();
        QVERIFY(f.action(ActionId::LensPower).isChecked());
        f.document().back();
        QVERIFY(f.action(ActionId::LensValue).isChecked());
        QCOMPARE(f.window->windowTitle(), "Nvidia – Built-in dataset – Dealscape");
    }

    void theNameHasRoomWhenItChanges()
    {
        ShownWindow f;
        const QWidget *name = f.window->menuBar()->cornerWidget();
        QVERIFY(name && name->width() >= name->sizeHint().width());
        const int before = name->width();
        document::addOrganization(f.document(), QStringLiteral("Acme"));
        QVERIFY(name->sizeHint().width() > before);
        QTRY_VERIFY(name->width() >= name->sizeHint().width());
    }

    void whatIsReportedIsSaid()
    {
        ShownWindow f;
        f.action(ActionId::AsReported).trigger();
        const auto labels = f.window->statusBar()->findChildren<QLabel *>();
        QVERIFY(
            std::ranges::any_of(labels, [](const QLabel *label) { return label->text().endsWith(QStringLiteral("edges as reported")); }));
    }

    void aBrokenFileLeavesTheOldOneOpen()
    {
        ShownWindow f;
        const auto before = f.document().snapshot();
        f.window->open(broken(f.folder));
        QCOMPARE(f.document().snapshot(), before);
        QVERIFY(f.window->findChild<QDockWidget *>("records")->isVisible());
        QVERIFY(f.settings.recent().paths().isEmpty());
    }

    void aDroppedFileIsOpened()
    {
        ShownWindow f;
        const QString path = f.folder.filePath("copy.json");
        QVERIFY(f.document().save(path).has_value());
        f.document().openEmbedded();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.window.get(), &drop);
        QCOMPARE(f.document().path(), path);
        QCOMPARE(f.settings.recent().paths(), QStringList(path));
    }

    void theLastViewOfAFileComesBack()
    {
        ShownWindow f;
        f.action(ActionId::LensPower).trigger();
        f.window->close();
        MainWindow again(f.settings);
        again.document().openEmbedded();
        QVERIFY(again.document().perspective().lens == Lens::Power);
    }

    void findsWhileTyping()
    {
        ShownWindow f;
        f.action(ActionId::Find).trigger();
        auto &field = f.window->findChild<TopBar *>()->search();
        QTest::keyClicks(&field, "abilene");
        auto *finder = f.window->findChild<Finder *>();
        QVERIFY(!finder->hits().empty());
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(f.document().selection() == models::selectionOf(*f.document().snapshot(), finder->hits().front()));
        QCOMPARE(field.text(), QString());
    }

    void thePaletteRunsWhatItFinds()
    {
        ShownWindow f;
        f.action(ActionId::Palette).trigger();
        auto *prompt = f.window->findChild<widgets::Prompt *>();
        QVERIFY(prompt->isVisible());
        QTest::keyClicks(&prompt->field(), "supply ch");
        QTest::keyClick(&prompt->field(), Qt::Key_Return);
        QVERIFY(!prompt->isVisible());
        QVERIFY(f.document().perspective().layout == LayoutKind::SupplyChain);
        f.action(ActionId::Palette).trigger();
        QTest::keyClick(&prompt->field(), Qt::Key_Escape);
        QVERIFY(!prompt->isVisible());
    }

    void aPromptSaysThatNothingIsFound()
    {
        ShownWindow f;
        f.document().select(OrganizationId("nvidia"));
        f.action(ActionId::MergeRecords).trigger();
        auto *prompt = f.window->findChild<widgets::Prompt *>();
        QVERIFY(prompt->isVisible());
        const auto lists = f.window->findChildren<widgets::PickList *>();
        const auto shown = std::ranges::find_if(lists, [](const widgets::PickList *list) { return list->isVisible(); });
        QVERIFY(shown != lists.end());
        QTest::keyClicks(&prompt->field(), "zzz");
        QVERIFY((*shown)->isVisible());
        QCOMPARE((*shown)->count(), 1);
        QTest::keyClick(&prompt->field(), Qt::Key_Return);
        QVERIFY(prompt->isVisible());
        QTest::keyClick(&prompt->field(), Qt::Key_Escape);
        QVERIFY(!prompt->isVisible());
    }

    void thePaletteSetsFilters()
    {
        ShownWindow f;
        f.action(ActionId::Palette).trigger();
        auto *prompt = f.window->findChild<widgets::Prompt *>();
        QTest::keyClicks(&prompt->field(), "all tiers");
        QTest::keyClick(&prompt->field(), Qt::Key_Return);
        QVERIFY(!prompt->isVisible());
        QCOMPARE(f.document().perspective().filter.maximumTier, 0);
    }

    /// Every chart, and organisations for which the menu of filters has no room, have a name to type.
    void thePaletteShowsChartsAndOrganisations()
    {
        ShownWindow f;
        auto *prompt = f.window->findChild<widgets::Prompt *>();
        const auto take = [&](const QString &words) {
            f.action(ActionId::Palette).trigger();
            QTest::keyClicks(&prompt->field(), words);
            QTest::keyClick(&prompt->field(), Qt::Key_Return);
        };
        for (const auto &chart : charts::ChartsPage::names()) {
            take("chart " + chart.name);
            auto *page = f.window->findChild<charts::ChartsPage *>();
            QVERIFY2(page && page->isVisible(), qPrintable(chart.name));
            const charts::ChartView *shown = page->charts()[chart.chart];
            QVERIFY2(f.window->focusWidget() == shown, qPrintable(chart.name));
            QVERIFY(!chart.by || shown->table().kind == *chart.by);
            QVERIFY(page->rect().contains(shown->mapTo(page, QPoint(shown->width() / 2, 1))));
        }
        f.action(ActionId::ShowCharts).trigger();
        take("organisation coherent");
        QCOMPARE(f.document().perspective().filter.organizations, std::set{OrganizationId("coherent")});
    }

    /// Names the labels for which there is no room, and leads to what they belong to.
    void hiddenLabelsAreListed()
    {
        ShownWindow f({900, 560});
        Perspective all = f.document().perspective();
        all.filter.maximumTier = 0;
        f.document().setPerspective(all);
        QTRY_VERIFY(f.window->pictureJob().placed() && f.window->pictureJob().placed()->perspective == all);
        f.window->grab();
        const drawing::Drawing &drawing = f.window->diagram().stage().drawing();
        QVERIFY(drawing.hiddenLabels > 0);
        // Of a hull the umbrella deal is selected; ribbons and organisations are what the label says.
        int place = 0;
        drawing::Target target;
        QString text;
        for (const drawing::LabelMark &label : drawing.labels) {
            if (label.shown)
                continue;
            if (label.target.kind == drawing::TargetKind::Edge || label.target.kind == drawing::TargetKind::Node) {
                target = label.target;
                text = label.text;
                break;
            }
            ++place;
        }
        QVERIFY(!text.isEmpty());
        f.window->diagram().activate({drawing::TargetKind::HiddenLabels, drawing.hiddenLabels});
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), std::min(drawing.hiddenLabels, 17));
        QAction *entry = menu->actions()[place];
        QVERIFY2(entry->text().endsWith(text), qPrintable(entry->text()));
        entry->trigger();
        QVERIFY(f.window->diagram().selected() == target);
        menu->close();
    }

    void notesOnTheDataAreAPageToRead()
    {
        ShownWindow f;
        f.action(ActionId::DataNotes).trigger();
        auto *page = f.window->findChild<widgets::ReadingPage *>();
        QVERIFY(page && page->isVisible());
        const QString words = page->text();
        const Dataset &dataset = f.document().dataset();
        for (const std::string &note : dataset.notes)
            QVERIFY(words.contains(document::text(note)));
        const auto cited = std::ranges::count(dataset.sources, SourceBasis::Cited, &Source::basis);
        QVERIFY2(words.contains(QStringLiteral("seen cited, page not read: %1 source").arg(cited)), qPrintable(words));
        page->close();
    }

    /// A statement that is found is read in full, with its sources, whether it is about an organisation or not.
    void aStatementThatIsFoundIsAPageToRead()
    {
        ShownWindow f;
        const Dataset &dataset = f.document().dataset();
        const auto claim = std::ranges::find_if(dataset.claims, [](const Claim &c) { return !c.subject && !c.sources.empty(); });
        QVERIFY(claim != dataset.claims.end());
        f.action(ActionId::Find).trigger();
        auto &field = f.window->findChild<TopBar *>()->search();
        QTest::keyClicks(&field, QString::fromStdString(claim->statement).section(' ', 0, 3));
        auto *finder = f.window->findChild<Finder *>();
        const auto hit = std::ranges::find(finder->hits(), models::Found::Claim, &models::Hit::kind);
        QVERIFY(hit != finder->hits().end());
        for (auto before = finder->hits().begin(); before != hit; ++before)
            QTest::keyClick(&field, Qt::Key_Down);
        QTest::keyClick(&field, Qt::Key_Return);
        auto *page = f.window->findChild<widgets::ReadingPage *>();
        QVERIFY(page && page->isVisible());
        const Claim &found = dataset.claims[static_cast<std::size_t>(hit->position)];
        QVERIFY(page->text().contains(document::text(found.statement)));
        for (const SourceId &id : found.sources)
            QVERIFY(page->text().contains(document::text(f.document().snapshot()->index().source(id)->title)));
        page->close();
    }

    void theOpeningViewIsOneCommandAway()
    {
        ShownWindow f;
        QVERIFY(!f.action(ActionId::OpeningView).isEnabled());
        f.action(ActionId::DropFilters).trigger();
        f.action(ActionId::LayoutRing).trigger();
        QVERIFY(f.action(ActionId::OpeningView).isEnabled());
        f.action(ActionId::OpeningView).trigger();
        QVERIFY(f.document().perspective() == f.document().dataset().opening);
    }

    void aMoneyPathIsFoundAndDropped()
    {
        ShownWindow f;
        QVERIFY(!f.action(ActionId::MoneyPath).isEnabled());
        f.document().select(OrganizationId("nvidia"));
        const document::Viewpoint before = f.document().viewpoint();
        f.action(ActionId::MoneyPath).trigger();
        auto *prompt = f.window->findChild<widgets::Prompt *>();
        QTest::keyClicks(&prompt->field(), "oracle");
        QTest::keyClick(&prompt->field(), Qt::Key_Return);
        QVERIFY(f.document().perspective().trail);
        QCOMPARE(f.document().perspective().trail->organizations.size(), 3u);
        f.window->diagram().stepOut();
        QVERIFY(!f.document().perspective().trail);
        f.document().back();
        f.document().back();
        QVERIFY(f.document().viewpoint() == before);
    }

    void theTimeBarShowsAndHides()
    {
        ShownWindow f;
        QVERIFY(!f.window->findChild<panels::TimeBar *>());
        f.action(ActionId::ShowTime).trigger();
        auto *time = f.window->findChild<panels::TimeBar *>();
        f.window->grab();
        QVERIFY(time);
        QTRY_VERIFY(time->isVisible());
        QCOMPARE(f.window->focusWidget(), &time->track());
        QTest::keyClick(&time->track(), Qt::Key_Escape);
        QVERIFY(!time->isVisible());
        QVERIFY(!f.action(ActionId::ShowTime).isChecked());
    }

    void thePaletteKnowsEveryCommand()
    {
        QCOMPARE(matching("").size(), actionCount - 1);
        QVERIFY(matching("qqqq").empty());
        QCOMPARE(Actions::plainText(matching("dark").front()), QStringLiteral("Dark"));
        for (const ActionRow &row : actionTable())
            if (row.id != ActionId::Palette) {
                const auto found = matching(Actions::plainText(row.id));
                QVERIFY2(std::find(found.begin(), found.end(), row.id) != found.end(), row.text);
            }
    }

    void shortcutsAreUniqueAndListed()
    {
        ShownWindow f;
        QSet<QKeySequence> seen;
        for (const ActionRow &row : actionTable())
            for (const QKeySequence &keys : f.action(row.id).shortcuts()) {
                QVERIFY2(!keys.isEmpty() && !seen.contains(keys), qPrintable(keys.toString()));
                seen.insert(keys);
            }
        ShortcutsPage page(f.window->actions(), f.window.get());
        auto *tree = page.findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), static_cast<int>(menuCount) + 1);
        int rows = 0;
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            rows += tree->topLevelItem(i)->childCount();
        QCOMPARE(rows, static_cast<int>(actionCount + diagramKeys().size()));
    }

    void everyMenuHoldsItsActions()
    {
        ShownWindow f;
        QCOMPARE(f.window->menuBar()->actions().size(), static_cast<int>(menuCount));
        for (const ActionRow &row : actionTable()) {
            const QMenu *menu = f.window->menuBar()->actions().at(static_cast<int>(row.menu))->menu();
            QVERIFY2(menu->actions().contains(&f.action(row.id)), row.text);
        }
    }

    void themesChangeEverything()
    {
        ShownWindow f;
        f.action(ActionId::ThemeDark).trigger();
        QCOMPARE(f.window->palette().color(QPalette::Window), style::theme(style::ThemeKind::Dark).chrome);
        QVERIFY(f.window->diagram().stage().theme() == style::ThemeKind::Dark);
        QVERIFY(f.settings.theme() == settings::ThemeChoice::Dark);
        f.action(ActionId::ThemeLight).trigger();
        QVERIFY(f.window->diagram().stage().theme() == style::ThemeKind::Light);
    }

    void rowsOfATableAreCopiedByKeys()
    {
        ShownWindow f;
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        f.action(ActionId::ShowTables).trigger();
        f.window->grab();
        auto *table = f.window->findChild<QTableView *>();
        QVERIFY(table);
        table->selectRow(0);
        table->setFocus();
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith("Announced\tPayer"), qPrintable(lines[0]));
        QCOMPARE(lines[1].section(u'\t', 0, 0), table->model()->index(0, 0).data().toString());
    }

    void theViewOfAFileIsRememberedBeforeTheEnd()
    {
        ShownWindow f;
        f.action(ActionId::LensPower).trigger();
        QTRY_VERIFY(f.settings.perspective(QString()).has_value());
        QVERIFY(f.settings.perspective(QString())->lens == Lens::Power);
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("device") << QStringLiteral("/dev/zero");
        QTest::newRow("folder") << QStringLiteral("/");
        QTest::newRow("pipe") << QString();
    }

    void whatIsNoFileIsRefused()
    {
        QFETCH(QString, path);
        ShownWindow f;
        if (path.isEmpty()) {
            path = f.folder.filePath("pipe.png");
            QCOMPARE(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
        }
        const auto before = f.document().snapshot();
        f.window->open(path);
        QVERIFY(!f.window->opening().running());
        QCOMPARE(f.document().snapshot(), before);
        QVERIFY(f.document().report().refused);
        QVERIFY2(f.document().report().issues.front().text.starts_with("cannot read the file: it is "),
                 f.document().report().issues.front().text.c_str());
    }

    void aLargeFileOpensWhileTheWindowLives()
    {
        ShownWindow f;
        const QString path = f.folder.filePath("large.json");
        {
            Dataset large = f.document().dataset();
            large.deals[0].note = std::string(static_cast<std::size_t>(Opening::immediateBytes()), 'x');
            QVERIFY(io::saveFile(path.toStdString(), large).has_value());
        }
        const auto before = f.document().snapshot();
        QSignalSpy ended(&f.window->opening(), &Opening::ended);
        f.window->open(path);
        QVERIFY(f.window->opening().running());
        QCOMPARE(f.document().snapshot(), before);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(f.document().path(), path);

        f.document().openEmbedded();
        f.window->open(path);
        auto *box = f.window->findChild<QProgressDialog *>();
        QVERIFY(box);
        Q_EMIT box->canceled();
        QVERIFY(!f.window->opening().running());
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(f.document().path().isEmpty());
    }

    void chipsOpenTheirEditor()
    {
        ShownWindow f;
        auto *bar = f.window->findChild<panels::FilterBar *>();
        auto *tier = bar->findChildren<panels::ChipButton *>().front();
        const Perspective before = f.document().perspective();
        QTest::mouseClick(tier, Qt::LeftButton, {}, {20, 12});
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(f.document().perspective(), before);
        const QList<QAction *> entries = menu->actions();
        QVERIFY(entries.size() >= 2 && entries[0]->isChecked());
        // A press that a test sends counts as one beside the menu since Qt 6.8, and closes it.
        QTest::mouseRelease(menu, Qt::LeftButton, {}, menu->actionGeometry(entries[1]).center());
        QCOMPARE(f.document().perspective().filter.maximumTier, 2);
        QVERIFY(menu->isVisible());
        QVERIFY(!entries[0]->isChecked() && entries[1]->isChecked());
        menu->close();
    }

    void searchHasHeadsAndMarksWhatIsOutside()
    {
        ShownWindow f;
        f.action(ActionId::Find).trigger();
        auto &field = f.window->findChild<TopBar *>()->search();
        QTest::keyClicks(&field, "anthropic");
        const auto lists = f.window->findChildren<widgets::PickList *>();
        const auto shown = std::ranges::find_if(lists, [](const widgets::PickList *pick) { return pick->isVisible(); });
        QVERIFY(shown != lists.end());
        auto *list = (*shown)->findChild<QListWidget *>();
        QCOMPARE(list->item(0)->text(), QStringLiteral("Organisations"));
        QVERIFY(!list->item(0)->flags().testFlag(Qt::ItemIsEnabled));
        QCOMPARE(list->currentRow(), 1);
        QCOMPARE(list->item(1)->text(), QStringLiteral("Anthropic"));
        QVERIFY2(list->item(1)->data(Qt::UserRole).toString().contains("outside the filter"),
                 qPrintable(list->item(1)->data(Qt::UserRole).toString()));
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(f.document().selection() == document::Selection(OrganizationId("anthropic")));
    }

    void tablesUnfold()
    {
        ShownWindow f;
        auto *dock = f.window->findChild<QDockWidget *>("records");
        QVERIFY(!dock->isVisible());
        f.action(ActionId::ShowTables).trigger();
        QVERIFY(dock->isVisible());
        f.action(ActionId::ShowTables).trigger();
        QVERIFY(!dock->isVisible());
        f.action(ActionId::ShowDetails).trigger();
        QVERIFY(!f.window->findChild<QDockWidget *>("side")->isVisible());
    }

    void theRingOpensOnTheLeadingLoop()
    {
        ShownWindow f;
        f.action(ActionId::LayoutRing).trigger();
        const auto trail = f.document().perspective().trail;
        QVERIFY(trail && trail->closed && trail->organizations.size() >= 3);
        f.window->grab();
        QString told;
        for (const drawing::ChromeMark &mark : f.window->diagram().stage().drawing().chrome)
            for (const drawing::TextRun &run : mark.runs)
                told += run.text + u' ';
        for (const drawing::LabelMark &label : f.window->diagram().stage().drawing().labels)
            told += label.text + u' ';
        QVERIFY2(told.contains(QRegularExpression(QStringLiteral("[Aa]t most \\$"))), qPrintable(told));
        f.action(ActionId::LayoutWeb).trigger();
        QVERIFY(!f.document().perspective().trail);
        f.action(ActionId::Back).trigger();
        QVERIFY(f.document().perspective().trail == trail);
        Perspective own = f.document().perspective();
        own.layout = LayoutKind::Web;
        own.trail = Trail{{OrganizationId("nvidia"), OrganizationId("openai")}, false};
        f.document().setPerspective(own);
        f.action(ActionId::LayoutRing).trigger();
        QVERIFY(f.document().perspective().trail == own.trail);
    }
};

DEALSCAPE_TEST(WindowTest, StyledApplication)
#include "test_window.moc"
