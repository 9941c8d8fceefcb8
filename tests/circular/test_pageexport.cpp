// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "circular/circularpanel.h"
#include "circular/loopspage.h"
#include "circular/measurespage.h"
#include "circular/pageexport.h"
#include "circular/runwaypage.h"
#include "circular/scenariopage.h"
#include "fulldisk.h"
#include "resources/embedded.h"
#include "sample.h"
#include "seen.h"
#include "toynetwork.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace dealscape;
using namespace dealscape::circular;
using sample::billions;
using sample::Sample;

/// What leaves the pages: the same figures as on the screen, and all of them.
class PageExportTest : public dealscape::testing::Case {
    Q_OBJECT

    void open(Dataset dataset)
    {
        m_panel.reset();
        m_document = seen::opened(std::move(dataset));
        m_panel = std::make_unique<CircularPanel>(*m_document);
        m_panel->resize(420, 500);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void turnTo(PageId id)
    {
        m_panel->open(id);
        if (auto *loops = qobject_cast<LoopsPage *>(m_panel->page()))
            QTRY_COMPARE(loops->loops().snapshot(), m_document->snapshot());
        if (const auto *scenario = qobject_cast<ScenarioPage *>(m_panel->page()))
            QTRY_VERIFY(!scenario->playing());
        if (const auto *measures = qobject_cast<MeasuresPage *>(m_panel->page()))
            QTRY_VERIFY(!measures->measuring());
        QCoreApplication::processEvents();
    }
    QByteArray saved(const QString &name)
    {
        if (!m_panel->save(m_folder.filePath(name)))
            return {};
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Many that pay each other in turn with one in the middle.
    static Dataset many(int arms)
    {
        Sample sample;
        sample.organization("hub", LayerStyle::Cloud);
        for (int i = 0; i < arms; ++i) {
            const std::string name = "arm" + std::to_string(i);
            sample.organization(name, LayerStyle::Chips);
            sample.deal("hub", name, FlowClass::Compute, billions(10 + i)).term = {2026, 2045};
            sample.deal(name, "hub", FlowClass::Compute, billions(5)).term = {2026, 2027};
        }
        return sample.dataset();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }
    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    void loopsAreWrittenWithWhereTheyStand()
    {
        Dataset dataset = sample::toy();
        for (const char *name : {"O", "C", "X"}) {
            Deal back = std::as_const(dataset.deals)[0];
            back.id = DealId(std::string("back-") + name);
            back.payer = back.customer = OrganizationId(name == std::string("C") ? "C" : "N");
            back.payee = back.supplier = OrganizationId(name == std::string("C") ? "X" : name == std::string("X") ? "X" : "C");
            back.value = {};
            dataset.deals.push_back(back);
        }
        dataset.deals[4].tier = 2;
        dataset.opening.filter.maximumTier = 1;
        open(std::move(dataset));
        turnTo(PageId::Loops);
        qobject_cast<LoopsPage *>(m_panel->page())->choose(qobject_cast<LoopsPage *>(m_panel->page())->loops().index(2));
        const QStringList lines = QString::fromUtf8(saved("loops.csv")).split("\r\n");
        QCOMPARE(lines[1], QStringLiteral("number,loop,smallest leg,closure,dates,weakest leg,where"));
        QCOMPARE(lines[2], QStringLiteral("1,N › O › C › N,$100B,Closure 33 %,in order,binding,\"In this filter, up to 5 steps\""));
        QCOMPARE(lines[3], QStringLiteral("2,O › N › O,$30B,Closure 30 %,in order,announced,\"In this filter, up to 5 steps\""));
        QCOMPARE(lines.filter(",?,Closure –,").filter(",\"A leg has no price, not drawn\"").size(), 1);
        QVERIFY2(!lines.filter(",Other tiers").isEmpty(), qPrintable(lines.join(u'\n')));
        QCOMPARE(lines.indexOf("Legs of the loop") > 5, true);
        QCOMPARE(lines[lines.indexOf("Legs of the loop") - 1], QString());
        QVERIFY2(!lines.filter("O to N,").isEmpty() && !lines.filter("N to O,").isEmpty(), qPrintable(lines.join(u'\n')));
    }

    void whatIsNotListedIsCounted()
    {
        Dataset dataset = many(9);
        for (Deal &deal : dataset.deals)
            if (deal.payee == OrganizationId("hub"))
                deal.value = {};
        open(std::move(dataset));
        turnTo(PageId::Loops);
        const QString text = QString::fromUtf8(saved("loops.csv"));
        QVERIFY2(text.contains(",6 more,,,,,\"A leg has no price, not drawn\"\r\n"), qPrintable(text));
    }

    /// Every table of a page in the words of the screen, its name before it.
    void tablesAreWrittenAsTheyStand_data()
    {
        QTest::addColumn<PageId>("page");
        QTest::addColumn<QStringList>("tables");
        QTest::newRow("what if") << PageId::Scenario
                                 << QStringList{"The network before and after", "Parties before and after", "Not delivered", "Inputs"};
        QTest::newRow("how long") << PageId::Runway << QStringList{"Years"};
    }

    void tablesAreWrittenAsTheyStand()
    {
        QFETCH(PageId, page);
        QFETCH(QStringList, tables);
        open(sample::disclosing());
        turnTo(page);
        if (auto *scenario = qobject_cast<ScenarioPage *>(m_panel->page())) {
            reports::WhatIf question;
            question.failed = OrganizationId("O");
            question.announced = 0.5;
            scenario->ask(question);
            QTRY_VERIFY(!scenario->playing());
        }
        const QString text = QString::fromUtf8(saved("page.csv"));
        qsizetype at = 0;
        for (const QString &table : tables) {
            const qsizetype found = text.indexOf(table + "\r\n", at);
            QVERIFY2(found >= at, qPrintable(table + "\n" + text));
            at = found;
            const QStringList lines = seen::rows(*m_panel->page(), table);
            QVERIFY2(!lines.isEmpty(), qPrintable(table));
            for (QString line : lines)
                QVERIFY2(text.indexOf(line.replace(u'|', u','), at) > at, qPrintable(line + "\n" + text));
        }
    }

    void measuresAreWrittenWithTheirDefinitions()
    {
        open(sample::toy());
        turnTo(PageId::Measures);
        QTRY_COMPARE(seen::figure(*m_panel->page(), "Circularity"), QStringLiteral("43 %"));
        auto *flow = seen::named<QComboBox>(*m_panel->page(), "Flow class");
        flow->setCurrentIndex(flow->findData(static_cast<int>(FlowClass::Compute)));
        const QString text = QString::fromUtf8(saved("measures.csv"));
        QVERIFY(text.startsWith("measure,figure,what it says,definition\r\n"));
        for (const QString &measure :
             {QStringLiteral("Circularity,43 %,"), QStringLiteral("Bridges,1,"), QStringLiteral("Smallest cut,$100B,")})
            QCOMPARE(text.count("\r\n" + measure), 1);
        QVERIFY(text.contains("\r\n\r\nPayments between countries\r\n"));
    }

    /// A spreadsheet must not take a name for a formula.
    void namesAreNoFormulas()
    {
        Dataset dataset = sample::toy();
        dataset.organizations[0].name = "=1+1, \"quoted\"";
        open(std::move(dataset));
        turnTo(PageId::Scenario);
        const QString text = QString::fromUtf8(saved("what-if.csv"));
        QVERIFY2(text.contains("\r\n\"'=1+1, \"\"quoted\"\"\","), qPrintable(text));
    }

    /// However little of a page is seen, its picture shows all of it, and the page is afterwards as it was.
    void aPictureHoldsWhatScrolls_data()
    {
        QTest::addColumn<PageId>("page");
        QTest::newRow("loops") << PageId::Loops;
        QTest::newRow("what if") << PageId::Scenario;
        QTest::newRow("how long") << PageId::Runway;
    }

    void aPictureHoldsWhatScrolls()
    {
        QFETCH(PageId, page);
        open(many(30));
        turnTo(page);
        QWidget &shown = *m_panel->page();
        auto *scrolled = page == PageId::Loops ? static_cast<QAbstractItemView *>(shown.findChild<QListView *>())
                                               : seen::named<QTableView>(shown, page == PageId::Runway ? "Years" : "Inputs");
        scrolled->scrollToBottom();
        const QSize size = shown.size();
        const int place = scrolled->verticalScrollBar()->value();
        const QImage image = imageOf(shown);
        QCOMPARE(shown.size(), size);
        QCOMPARE(scrolled->verticalScrollBar()->value(), place);
        int rows = 0;
        for (int row = 0; row < scrolled->model()->rowCount(); ++row)
            rows += page == PageId::Loops ? scrolled->sizeHintForRow(row) : 24;
        QVERIFY2(image.height() >= 2 * rows, qPrintable(QStringLiteral("%1 for %2").arg(image.height()).arg(2 * rows)));
        // In the lowest rows there are words as well as in the highest.
        const QRgb ground = image.pixel(image.width() - 1, image.height() - 1);
        scrolled->scrollToTop();
        const QImage again = imageOf(shown);
        QCOMPARE(again, image);
        int inked = 0;
        for (int y = image.height() - (page == PageId::Loops ? 100 : 900); y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                inked += image.pixel(x, y) != ground;
        QVERIFY(inked > 200);
    }

    void theMenuOffersEveryWayOut()
    {
        open(sample::toy());
        turnTo(PageId::Loops);
        seen::button<panels::LinkButton>(*m_panel, "Save…")->click();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList entries;
        for (QAction *action : menu->actions()) {
            entries << action->text().remove(u'&');
            if (entries.back() == "Copy as CSV")
                action->trigger();
        }
        menu->close();
        QCOMPARE(entries, QStringList({"Save as CSV…", "Save as PNG…", "Copy as CSV"}));
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(saved("loops.csv")));
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("Loops\r\n"));
    }

    void aFileThatCannotBeWrittenSaysSo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("table") << "no/such/folder/loops.csv";
        QTest::newRow("picture") << "no/such/folder/loops.png";
    }

    void aFileThatCannotBeWrittenSaysSo()
    {
        QFETCH(QString, name);
        open(sample::toy());
        const auto result = m_panel->save(m_folder.filePath(name));
        QVERIFY(!result);
        QVERIFY2(QString::fromStdString(result.error()).size() > 5, result.error().c_str());
        // A disk that is full leaves the file that was there.
        QVERIFY(!saved("kept.csv").isEmpty());
        const QByteArray before = saved("kept.csv");
        {
            const testing::FullDisk full(8);
            QVERIFY(!m_panel->save(m_folder.filePath("kept.csv")));
        }
        QFile kept(m_folder.filePath("kept.csv"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), before);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<CircularPanel> m_panel;
};

DEALSCAPE_TEST(PageExportTest, QApplication)
#include "test_pageexport.moc"
