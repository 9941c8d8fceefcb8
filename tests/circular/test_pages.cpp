// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "charts/coverchart.h"
#include "circular/circularpanel.h"
#include "circular/controls.h"
#include "circular/loopspage.h"
#include "circular/measurerow.h"
#include "circular/measurespage.h"
#include "circular/runwaypage.h"
#include "circular/scenariopage.h"
#include "panels/parts.h"
#include "resources/embedded.h"
#include "words/numbers.h"

#include <QFile>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace dealscape;
using namespace dealscape::circular;

class PagesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }
    void init()
    {
        Case::init();
        m_document = std::make_unique<document::Document>();
        m_document->openEmbedded();
    }

    void choosingALoopLightsIt()
    {
        LoopsPage page(*m_document);
        page.show();
        const auto expected = reports::findLoops(m_document->snapshot()->index(), m_document->perspective(), {});
        QVERIFY(expected.loops.size() > 10);
        QTRY_COMPARE(page.loops().finding()->loops.size(), expected.loops.size());
        const QModelIndex second = page.loops().index(2);
        page.choose(second);
        QVERIFY(m_document->perspective().trail);
        QCOMPARE(*m_document->perspective().trail, page.loops().loopAt(second)->trail());
        QVERIFY(m_document->history().canGoBack());
        QCOMPARE(page.legs().rowCount(), static_cast<int>(page.loops().loopAt(second)->trail().organizations.size()));
        QCOMPARE(page.findChild<QListView *>()->currentIndex(), second);
        m_document->back();
        QVERIFY(!m_document->perspective().trail);
        QVERIFY(!page.findChild<QListView *>()->currentIndex().isValid());
    }

    void legsAreWalkedAllRound()
    {
        LoopsPage page(*m_document);
        page.show();
        QTRY_VERIFY(!page.loops().finding()->loops.empty());
        QSignalSpy stepped(&page, &LoopsPage::legStepped);
        page.step(1);
        QCOMPARE(stepped.count(), 0);
        page.choose(page.loops().index(2));
        QStringList tails;
        for (int i = 0; i < 4; ++i) {
            page.step(1);
            const auto *key = std::get_if<document::EdgeKey>(&m_document->selection());
            QVERIFY(key);
            tails << QString::fromStdString(key->tail.text());
        }
        QCOMPARE(tails, QStringList({"nvidia", "openai", "oracle", "nvidia"}));
        page.step(-1);
        QCOMPARE(std::get<document::EdgeKey>(m_document->selection()).tail, OrganizationId("oracle"));
        QCOMPARE(stepped.count(), 5);
        QVERIFY(m_document->perspective().trail);
    }

    void aNarrowDockShowsEveryButtonAndAmount()
    {
        LoopsPage page(*m_document);
        page.show();
        QTRY_VERIFY(!page.loops().finding()->loops.empty());
        page.choose(page.loops().index(2));
        for (const int width : {320, 560, 320}) {
            page.resize(width, 900);
            page.grab();
            for (const QPushButton *button : page.findChildren<QPushButton *>()) {
                if (!button->isVisibleTo(&page))
                    continue;
                QVERIFY2(page.rect().contains(QRect(button->mapTo(&page, QPoint()), button->size())), qPrintable(button->text()));
                QVERIFY2(button->parentWidget()->rect().contains(button->geometry()), qPrintable(button->text()));
                QVERIFY2(button->width() > button->fontMetrics().horizontalAdvance(button->text()), qPrintable(button->text()));
            }
            const auto *legs = page.findChild<QTableView *>();
            const int end =
                legs->columnViewportPosition(models::LegsTable::AmountColumn) + legs->columnWidth(models::LegsTable::AmountColumn);
            QVERIFY(end <= legs->viewport()->width());
            QCOMPARE(legs->isColumnHidden(models::LegsTable::DateColumn), width == 320);
        }
    }

    void theDealsOfALegAreWanted()
    {
        LoopsPage page(*m_document);
        page.show();
        QTRY_VERIFY(!page.loops().finding()->loops.empty());
        page.choose(page.loops().index(2));
        std::vector<panels::Listing> wanted;
        connect(&page, &LoopsPage::dealsWanted, &page, [&](const std::vector<panels::Listing> &legs) { wanted = legs; });
        QPushButton *show = nullptr;
        for (QPushButton *button : page.findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Show deals"))
                show = button;
        QVERIFY(show);
        show->click();
        QCOMPARE(wanted.size(), std::size_t(3));
        QVERIFY(m_document->selection() == document::Selection(wanted[0].ribbon));
        for (std::size_t leg = 0; leg < wanted.size(); ++leg) {
            std::vector<DealId> deals;
            for (const int deal : page.legs().legs()[leg].deals)
                deals.push_back(m_document->dataset().deals[static_cast<std::size_t>(deal)].id);
            QVERIFY(!deals.empty());
            QVERIFY(wanted[leg].deals == deals);
        }
        m_document->select(wanted[1].deals.front());
        show->click();
        QVERIFY(m_document->selection() == document::Selection(wanted[1].deals.front()));
        page.step(1);
        QVERIFY(m_document->selection() == document::Selection(wanted[2].ribbon));
    }

    void aLoopBecomesAScene()
    {
        CircularPanel panel(*m_document);
        panel.show();
        QSignalSpy wanted(&panel, &CircularPanel::sceneWanted);
        int buttons = 0;
        for (QPushButton *button : panel.page()->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Add as scene")) {
                ++buttons;
                button->click();
            }
        QCOMPARE(buttons, 1);
        QCOMPARE(wanted.size(), 1);
    }

    /// In the narrowest dock as well as in a wide one the way out of a page is whole, apart from the choice of pages, and off the edge.
    void theButtonThatSavesIsWhole()
    {
        CircularPanel panel(*m_document);
        panel.show();
        auto *choices = panel.findChild<ChoiceRow *>();
        panels::LinkButton *save = nullptr;
        for (auto *link : panel.findChildren<panels::LinkButton *>())
            if (link->text().startsWith(QStringLiteral("Save")))
                save = link;
        QVERIFY(choices && save);
        for (const int width : {320, 360, 416, 640}) {
            panel.resize(width, 600);
            QCoreApplication::sendPostedEvents();
            const QRect box(save->mapTo(&panel, QPoint()), save->size());
            QVERIFY2(box.width() >= save->sizeHint().width() && box.right() <= panel.width() - 12, qPrintable(QString::number(width)));
            QVERIFY(!save->visibleRegion().isEmpty() && save->visibleRegion().boundingRect().height() == box.height());
            for (const QPushButton *button : choices->findChildren<QPushButton *>()) {
                const QRect other(button->mapTo(&panel, QPoint()), button->size());
                QVERIFY2(!other.adjusted(-7, 0, 7, 0).intersects(box), qPrintable(QString::number(width)));
                QVERIFY(other.width() >= button->fontMetrics().horizontalAdvance(button->text()) + 10);
            }
        }
    }

    /// Nothing of a page lies beyond the edge of the narrowest dock, where no bar scrolls to it.
    void pagesFitTheNarrowestDock_data()
    {
        QTest::addColumn<PageId>("id");
        QTest::newRow("loops") << PageId::Loops;
        QTest::newRow("what if") << PageId::Scenario;
        QTest::newRow("how long") << PageId::Runway;
        QTest::newRow("measures") << PageId::Measures;
    }

    void pagesFitTheNarrowestDock()
    {
        QFETCH(PageId, id);
        m_document->select(OrganizationId("openai"));
        CircularPanel panel(*m_document);
        panel.open(id);
        panel.resize(320, 600);
        panel.show();
        QCoreApplication::processEvents();
        QScrollArea *area = qobject_cast<QScrollArea *>(panel.page());
        for (auto *inner : panel.page()->findChildren<QScrollArea *>())
            if (!area && inner->isVisible())
                area = inner;
        QVERIFY(panel.page()->width() <= 320 && panel.page()->minimumSizeHint().width() <= 320);
        if (!area)
            return;
        QString wide;
        for (const QWidget *child : area->widget()->findChildren<QWidget *>())
            if (child->isVisible() && child->mapTo(area->widget(), QPoint(child->width(), 0)).x() > area->viewport()->width())
                wide += QLatin1String(child->metaObject()->className()) + u' ' + child->accessibleName() + u'\n';
        QVERIFY2(area->widget()->width() <= area->viewport()->width(), qPrintable(wide));
    }

    void loopsOfOtherTiersBringTheirDeals()
    {
        LoopsPage page(*m_document);
        page.show();
        QTRY_VERIFY(!page.loops().finding()->loops.empty());
        QModelIndex other;
        for (int row = 0; row < page.loops().rowCount(); ++row)
            if (const auto *loop = page.loops().loopAt(page.loops().index(row)); loop && loop->place == reports::LoopPlace::OtherTier) {
                other = page.loops().index(row);
                break;
            }
        QVERIFY(other.isValid());
        const Trail trail = page.loops().loopAt(other)->trail();
        page.choose(other);
        QVERIFY(m_document->perspective().filter.maximumTier > 1);
        QTRY_VERIFY(page.loops().indexOf(trail).isValid() &&
                    page.loops().loopAt(page.loops().indexOf(trail))->place == reports::LoopPlace::Here);
    }

    void scenariosArePlayedInRounds()
    {
        ScenarioPage page(*m_document);
        QSignalSpy rounds(&page, &ScenarioPage::roundShown);
        page.show();
        reports::WhatIf question;
        question.failed = OrganizationId("openai");
        question.spread = reports::Spread::Clearing;
        page.ask(question);
        QTRY_VERIFY(page.parties().rowCount() > 0 && !page.playing());
        QVERIFY(page.round() > 0);
        page.showRound(0);
        QCOMPARE(page.round(), 0);
        const auto first = rounds.back().front().value<std::vector<OrganizationId>>();
        QCOMPARE(first, std::vector<OrganizationId>{OrganizationId("openai")});
        page.showRound(1);
        QVERIFY(rounds.back().front().value<std::vector<OrganizationId>>().size() >= first.size());
        page.showRound(99);
        QCOMPARE(page.round(), 1);
        page.hide();
        QVERIFY(rounds.back().front().value<std::vector<OrganizationId>>().empty());
    }

    /// Whoever looks at the picture must know that it is one of a scenario, and be able to leave it.
    void aScenarioIsToldUntilItEnds()
    {
        CircularPanel panel(*m_document);
        QSignalSpy told(&panel, &CircularPanel::scenarioTold);
        QSignalSpy rounds(&panel, &CircularPanel::told);
        panel.show();
        panel.fail(OrganizationId("nvidia"));
        auto *page = qobject_cast<ScenarioPage *>(panel.page());
        QVERIFY(page && page->question().failed == OrganizationId("nvidia"));
        QTRY_VERIFY(!page->playing() && !told.isEmpty());
        const QString words = told.back().front().toString();
        QVERIFY2(words.startsWith("Nvidia fails"), qPrintable(words));
        const auto lit = rounds.back().front().value<std::vector<OrganizationId>>();
        QVERIFY(page->undelivered().rowCount() > 0);
        for (const reports::OutcomeRow &row : page->undelivered().rows())
            QVERIFY2(std::ranges::count(lit, *row.party) == 1, qPrintable(row.name));
        // Another organisation does not take the place of a scenario that is on.
        panel.fail(OrganizationId("oracle"));
        QVERIFY(page->question().failed == OrganizationId("nvidia"));
        panel.open(PageId::Loops);
        QCOMPARE(told.back().front().toString(), QString());
        panel.open(PageId::Scenario);
        QTRY_VERIFY(!page->playing() && told.back().front().toString() == words);
        panel.endScenario();
        QTRY_VERIFY(!page->playing() && told.back().front().toString().isEmpty());
        QVERIFY(page->question() == reports::WhatIf());
    }

    void editedInputsChangeTheOutcome()
    {
        ScenarioPage page(*m_document);
        page.show();
        reports::WhatIf question;
        question.failed = OrganizationId("openai");
        question.spread = reports::Spread::DebtRank;
        page.ask(question);
        QTRY_VERIFY(page.inputs().rowCount() > 0 && !page.playing());
        const int before = page.parties().rowCount();
        int oracle = -1;
        for (std::size_t i = 0; i < page.inputs().rows().size(); ++i)
            if (page.inputs().rows()[i].party == OrganizationId("oracle"))
                oracle = static_cast<int>(i);
        QVERIFY(oracle >= 0);
        QVERIFY(page.inputs().setData(page.inputs().index(oracle, models::InputTable::EquityColumn), QStringLiteral("1")));
        QVERIFY(page.question().inputs.contains(OrganizationId("oracle")));
        QTRY_VERIFY(!page.playing());
        QVERIFY(page.parties().rowCount() >= before);
        const auto &rows = page.parties().rows();
        QVERIFY(std::ranges::any_of(rows, [](const auto &row) { return row.party == OrganizationId("oracle") && row.lost == 1; }));
    }

    void runwayFollowsWhatIsTyped()
    {
        RunwayPage page(*m_document);
        page.show();
        QCOMPARE(page.funds().party(), OrganizationId("openai"));
        QVERIFY2(page.verdict().contains(QStringLiteral("first falls short in")), qPrintable(page.verdict()));
        QVERIFY(page.moneyChart().table().marked >= 0);
        for (int row = 0; row < page.funds().rowCount(); ++row)
            QVERIFY(page.funds().setData(page.funds().index(row, models::FundsTable::RevenueColumn), QStringLiteral("900")));
        QVERIFY2(page.verdict().contains(QStringLiteral("in every year")), qPrintable(page.verdict()));
        QCOMPARE(page.moneyChart().table().marked, -1);
        QVERIFY(!page.powerChart().table().columns.empty());
    }

    void measuresSayAndDefine()
    {
        MeasuresPage page(*m_document);
        m_document->select(OrganizationId("openai"));
        page.show();
        QTRY_VERIFY(!page.measuring());
        QTRY_VERIFY(page.findChildren<MeasureRow *>().size() > 10);
        MeasureRow *row = page.findChildren<MeasureRow *>().front();
        QVERIFY(!row->defined());
        row->toggleDefinition();
        QVERIFY(row->defined());
        QVERIFY(page.countries().rowCount() > 0);
    }

    void panelMakesPagesWhenTheyAreOpened()
    {
        CircularPanel panel(*m_document);
        QVERIFY(qobject_cast<LoopsPage *>(panel.page()));
        QVERIFY(!panel.findChild<ScenarioPage *>());
        panel.open(PageId::Scenario);
        QVERIFY(qobject_cast<ScenarioPage *>(panel.page()));
        panel.open(PageId::Runway);
        QVERIFY(qobject_cast<RunwayPage *>(panel.page()));
        panel.open(PageId::Measures);
        QVERIFY(qobject_cast<MeasuresPage *>(panel.page()));
    }

    /// What a page has found leaves the program as a table and as a picture.
    void pagesAreSaved()
    {
        CircularPanel panel(*m_document);
        panel.resize(420, 900);
        panel.show();
        const QTemporaryDir folder;
        const auto saved = [&](const char *name) {
            const QString path = folder.filePath(name);
            if (!panel.save(path))
                return QByteArray();
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        auto *loops = qobject_cast<LoopsPage *>(panel.page());
        QTRY_VERIFY(loops->loops().rowCount() > 2);
        // One sentence on top says what was found: how many, and round which most can go.
        QStringList sentences;
        for (const QLabel *label : loops->findChildren<QLabel *>())
            sentences << label->text();
        const auto told = sentences.filter(QStringLiteral("Money comes back in "));
        QCOMPARE(told.size(), 1);
        MoneyRange most;
        int here = 0;
        for (const reports::FoundLoop &loop : loops->loops().finding()->loops) {
            here += loop.place == reports::LoopPlace::Here ? 1 : 0;
            if (loop.place == reports::LoopPlace::Here && loop.loop.unknownLegs == 0 &&
                loop.smallest().at(Bound::High) > most.at(Bound::High))
                most = loop.smallest();
        }
        QVERIFY2(told.front().startsWith(QStringLiteral("Money comes back in %1 loop").arg(here)), qPrintable(told.front()));
        QVERIFY2(told.front().contains(words::money(most)), qPrintable(told.front()));
        const QByteArray list = saved("loops.csv");
        QVERIFY(list.startsWith("Loops\r\nnumber,loop,smallest leg,closure,dates,weakest leg,where\r\n1,"));
        int found = 0;
        for (int row = 0; row < loops->loops().rowCount(); ++row)
            found += loops->loops().flags(loops->loops().index(row)).testFlag(Qt::ItemIsEnabled) ? 1 : 0;
        QCOMPARE(list.count("\r\n"), found + 2);
        panel.fail(OrganizationId("nvidia"));
        auto *scenario = qobject_cast<ScenarioPage *>(panel.page());
        QTRY_VERIFY(!scenario->playing() && scenario->undelivered().rowCount() > 0);
        const QByteArray outcome = saved("what-if.csv");
        QVERIFY(outcome.contains("Not delivered\r\n"));
        for (const reports::OutcomeRow &row : scenario->undelivered().rows())
            QVERIFY2(outcome.contains(row.name.toUtf8()), qPrintable(row.name));
        const QImage picture = QImage::fromData(saved("what-if.png"));
        QVERIFY(picture.width() > 2 * 300 && picture.height() > 2 * 400);
        panel.open(PageId::Measures);
        QTRY_VERIFY(panel.page()->findChildren<MeasureRow *>().size() > 3);
        QVERIFY(saved("measures.csv").startsWith("measure,figure,what it says,definition\r\n"));
        QVERIFY(!panel.save(QStringLiteral("/nowhere/at/all.csv")));
    }

    void coverChartTellsItsColumns()
    {
        charts::CoverChart chart;
        chart.setTable({QStringLiteral("Due"),
                        QStringLiteral("what"),
                        QStringLiteral("$ billion"),
                        QStringLiteral("funds"),
                        {{QStringLiteral("2026"), 10, 20, 15, QStringLiteral("2026: 10 to 20")},
                         {QStringLiteral("2027"), 30, 40, 15, QStringLiteral("2027: 30 to 40")}},
                        1});
        chart.resize(300, 200);
        QSignalSpy chosen(&chart, &charts::CoverChart::columnChosen);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(80, 120));
        QCOMPARE(chosen.front().front().toInt(), 0);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chosen.back().front().toInt(), 0);
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("2027: 30 to 40")));
        const QImage image = chart.grab().toImage();
        const QColor accent = style::theme(style::ThemeKind::Light).accent;
        int marked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                marked += image.pixelColor(x, y) == accent;
        QVERIFY(marked > 50);
    }

private:
    std::unique_ptr<document::Document> m_document;
};

DEALSCAPE_TEST(PagesTest, QApplication)
#include "test_pages.moc"
