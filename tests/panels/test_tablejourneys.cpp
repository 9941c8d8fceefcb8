// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "panels/filterbar.h"
#include "panels/tablespanel.h"
#include "panels/tabstrip.h"
#include "sample.h"
#include "sights.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

using namespace dealscape;
using namespace dealscape::panels;
using sample::billions;
using sample::Sample;

/// The tables of records: sorted, filtered, copied, and chosen from.
class TableJourneysTest : public dealscape::testing::Case {
    Q_OBJECT

    /// Four deals that no two columns order alike; what is unknown of the last is unknown everywhere.
    static Dataset made()
    {
        Sample sample;
        sample.organization("beta 10", LayerStyle::Cloud)
            .organization("Alpha", LayerStyle::Chips)
            .organization("beta 9", LayerStyle::Models);
        sample.organization("gamma", LayerStyle::Energy);
        Deal &a = sample.deal("Alpha", "beta 9", FlowClass::Compute, billions(9), Certainty::Binding);
        a.announced = {2025, 3, 1};
        a.power = PowerStatement{Power(900), PowerLayer::Cloud};
        a.term = {2027, 2030};
        a.headline = "Second";
        Deal &b = sample.deal("beta 10", "Alpha", FlowClass::Compute, billions(10), Certainty::Paid);
        b.announced = {2024, 12, 31};
        b.power = PowerStatement{Power(10000), PowerLayer::Cloud};
        b.term = {2026, 2027};
        b.tier = 3;
        b.headline = "first";
        Deal &c = sample.deal("beta 9", "gamma", FlowClass::Hardware, billions(2, 100), Certainty::Potential);
        c.announced = {2025, 0, 0};
        c.power = PowerStatement{Power(44), PowerLayer::Site};
        c.term = {2025, std::nullopt};
        c.tier = 2;
        c.headline = "Third, with \"quotes\"\nand a line";
        Deal &d = sample.deal("gamma", "beta 10", FlowClass::Capital, {}, Certainty::Announced);
        d.announced = {2026, 1, 0};
        d.headline = "=zero";
        Dataset dataset = sample.dataset();
        dataset.opening.filter.publishedOnly = false;
        const auto worth = [&](std::size_t i, int amount, Date day) {
            dataset.organizations[i].valuation = Valuation{Money::billions(amount), "market cap", day, Confidence::High, "page", {}};
        };
        worth(0, 900, {2026, 1, 1});
        worth(1, 1000, {2025, 1, 1});
        worth(2, 20, {2025, 6, 0});
        dataset.organizations[3].note = "No valuation";
        for (int i = 0; i < 3; ++i) {
            Source source;
            source.id = SourceId("source-" + std::to_string(i));
            source.publisher = std::vector<std::string>{"zeta", "Yps", "eta"}[static_cast<std::size_t>(i)];
            source.title = "T" + std::to_string(i);
            if (i != 2)
                source.date = Date{2025, 10 - i, 0};
            dataset.sources.push_back(source);
            Claim claim;
            claim.id = ClaimId("claim-" + std::to_string(i));
            claim.kind = "revenue";
            claim.subject = OrganizationId("Alpha");
            claim.statement = "S" + std::to_string(i);
            if (i != 1)
                claim.low = claim.high = i == 0 ? 20e9 : 9e9;
            claim.date = {2025, 5 + i, 0};
            dataset.claims.push_back(claim);
        }
        return dataset;
    }

    void open(TableId id, Dataset dataset = made())
    {
        m_panel.reset();
        m_document = sights::opened(std::move(dataset));
        m_panel = std::make_unique<TablesPanel>(*m_document);
        m_panel->resize(1600, 400);
        m_panel->open(id);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    RecordView &view() { return *m_panel->current(); }
    QTableView &table() { return view().table(); }
    int columnCalled(const QString &title)
    {
        for (int column = 0; column < table().model()->columnCount(); ++column)
            if (table().model()->headerData(column, Qt::Horizontal).toString() == title)
                return column;
        return -1;
    }
    QString column(const QString &title)
    {
        QStringList cells;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            cells << table().model()->index(row, columnCalled(title)).data().toString();
        return cells.join(u'|');
    }
    /// A click on a header, as a person makes it.
    void clickHeader(const QString &title)
    {
        QHeaderView &header = *table().horizontalHeader();
        table().scrollTo(table().model()->index(0, columnCalled(title)));
        const int x = header.sectionViewportPosition(columnCalled(title)) + 8;
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, QPoint(x, header.height() / 2));
    }
    QString said()
    {
        const auto labels = table().viewport()->findChildren<QLabel *>();
        return labels.front()->isHidden() ? QString() : labels.front()->text();
    }

private Q_SLOTS:
    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    /// By value and not by text, in both directions, what is unknown last in either.
    void everyColumnSortsBothWays_data()
    {
        QTest::addColumn<TableId>("id");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("up");
        QTest::addColumn<QString>("down");
        const auto row = [](TableId id, const char *title, const char *up, const char *down) {
            QTest::addRow("%s of %s", title, qPrintable(tableName(id)))
                << id << QString::fromUtf8(title) << QString::fromUtf8(up) << QString::fromUtf8(down);
        };
        row(TableId::Deals, "Announced", "2024-12-31|2025|2025-03-01|2026-01", "2026-01|2025-03-01|2025|2024-12-31");
        row(TableId::Deals, "Payer", "Alpha|beta 9|beta 10|gamma", "gamma|beta 10|beta 9|Alpha");
        row(TableId::Deals, "Payee", "Alpha|beta 9|beta 10|gamma", "gamma|beta 10|beta 9|Alpha");
        row(TableId::Deals, "Amount", "$9B|$10B|$2–100B|?", "$2–100B|$10B|$9B|?");
        row(TableId::Deals, "Power", "44 MW|0.9 GW|10 GW|", "10 GW|0.9 GW|44 MW|");
        row(TableId::Deals, "Certainty", "Paid or completed|Binding|Announced|Potential", "Potential|Announced|Binding|Paid or completed");
        row(TableId::Deals, "Term", "from 2025|2026 to 2027|2027 to 2030|", "2027 to 2030|2026 to 2027|from 2025|");
        row(TableId::Deals, "Tier", "1|1|2|3", "3|2|1|1");
        row(TableId::Organizations, "Name", "Alpha|beta 9|beta 10|gamma", "gamma|beta 10|beta 9|Alpha");
        row(TableId::Organizations, "Valuation", "$20B|$900B|$1T|", "$1T|$900B|$20B|");
        row(TableId::Organizations, "As of", "2025-01-01|2025-06|2026-01-01|", "2026-01-01|2025-06|2025-01-01|");
        row(TableId::Sources, "Publisher", "eta|Yps|zeta", "zeta|Yps|eta");
        row(TableId::Sources, "Date", "2025-09|2025-10|", "2025-10|2025-09|");
        row(TableId::Claims, "Low", "$9B|$20B|", "$20B|$9B|");
        row(TableId::Claims, "Date", "2025-05|2025-06|2025-07", "2025-07|2025-06|2025-05");
    }

    void everyColumnSortsBothWays()
    {
        QFETCH(TableId, id);
        QFETCH(QString, title);
        open(id);
        clickHeader(title);
        QTEST(column(title), "up");
        clickHeader(title);
        QTEST(column(title), "down");
    }

    void wordsFilterEveryTable_data()
    {
        QTest::addColumn<TableId>("id");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing") << TableId::Deals << "" << 4;
        QTest::newRow("a name at either end") << TableId::Deals << "alpha" << 2;
        QTest::newRow("two words in two columns") << TableId::Deals << "ALPHA  paid" << 1;
        QTest::newRow("an amount") << TableId::Deals << "$10B" << 1;
        QTest::newRow("words that no row has together") << TableId::Deals << "paid potential" << 0;
        QTest::newRow("organisations") << TableId::Organizations << "beta" << 2;
        QTest::newRow("sources") << TableId::Sources << "T1" << 1;
        QTest::newRow("claims") << TableId::Claims << "s2 alpha" << 1;
    }

    void wordsFilterEveryTable()
    {
        QFETCH(TableId, id);
        QFETCH(QString, words);
        open(id);
        auto *field = view().findChild<QLineEdit *>();
        QTest::keyClicks(field, words);
        QTEST(table().model()->rowCount(), "rows");
        QCOMPARE(said().isEmpty(), table().model()->rowCount() > 0);
        if (table().model()->rowCount() == 0)
            QCOMPARE(said(), QStringLiteral("No row holds “%1”").arg(words));
        field->clear();
        QVERIFY(said().isEmpty());
    }

    void anEmptyTableSaysWhy_data()
    {
        QTest::addColumn<TableId>("id");
        QTest::addColumn<QString>("words");
        QTest::newRow("deals") << TableId::Deals << "No deals in view";
        QTest::newRow("organisations") << TableId::Organizations << "No organisations in view";
        QTest::newRow("sources") << TableId::Sources << "No sources in view";
        QTest::newRow("claims") << TableId::Claims << "No claims in view";
        QTest::newRow("issues") << TableId::Issues << "No issues";
    }

    void anEmptyTableSaysWhy()
    {
        QFETCH(TableId, id);
        open(id, Dataset());
        QTEST(said(), "words");
        view().findChild<QLineEdit *>()->setText("anything");
        QTEST(said(), "words");
    }

    /// Issues that a filter hides are not gone.
    void issuesAreFilteredAsOtherRows()
    {
        m_document = std::make_unique<document::Document>();
        io::ReadResult read;
        read.dataset = made();
        for (const char *text : {"a deal has no source", "a date is odd"})
            read.issues.push_back({io::Severity::Warning, "file.json", 3, 1, text, "/deals/0"});
        QVERIFY(m_document->adopt("file.json", std::move(read)));
        m_panel = std::make_unique<TablesPanel>(*m_document);
        m_panel->open(TableId::Issues);
        m_panel->show();
        QCOMPARE(table().model()->rowCount(), 2);
        auto *field = view().findChild<QLineEdit *>();
        field->setText("date");
        QCOMPARE(table().model()->rowCount(), 1);
        field->setText("nowhere");
        QCOMPARE(said(), QStringLiteral("No row holds “nowhere”"));
        QCOMPARE(recordCount(*m_document, TableId::Issues), 2);
    }

    void everyTableHasAName_data()
    {
        QTest::addColumn<TableId>("id");
        for (int id = 0; id < tableCount; ++id)
            QTest::newRow(qPrintable(tableName(static_cast<TableId>(id)))) << static_cast<TableId>(id);
    }

    void everyTableHasAName()
    {
        QFETCH(TableId, id);
        open(id);
        QCOMPARE(table().accessibleName(), tableName(id));
        QCOMPARE(view().findChild<QLineEdit *>()->accessibleName(), QStringLiteral("Filter this table"));
    }

    void rowsAreCopiedAsTheyStand()
    {
        open(TableId::Deals);
        clickHeader("Tier");
        for (const char *hidden : {"Announced", "Power", "Certainty", "Status", "Kind", "Term", "Counted", "Sources"})
            table().setColumnHidden(columnCalled(hidden), true);
        table().setFocus();
        table().selectRow(2);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("Payer\tPayee\tAmount\tTier\tDeal\nbeta 9\tgamma\t$2–100B\t2\tThird, with \"quotes\" and a line\n"
                                "beta 10\tAlpha\t$10B\t3\tfirst\n"));
        QCOMPARE(view().csv(),
                 QStringLiteral("Payer,Payee,Amount,Tier,Deal\r\nAlpha,beta 9,$9B,1,Second\r\ngamma,beta 10,?,1,'=zero\r\n"
                                "beta 9,gamma,$2–100B,2,\"Third, with \"\"quotes\"\"\nand a line\"\r\nbeta 10,Alpha,$10B,3,first\r\n"));
    }

    void theLastColumnStays()
    {
        open(TableId::Sources);
        for (const char *title : {"Title", "Date", "Basis", "Address"}) {
            bool found = false;
            QTimer::singleShot(0, this, [&] {
                auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
                for (QAction *action : menu->actions())
                    if (action->text() == title) {
                        found = action->isChecked();
                        action->trigger();
                    }
                menu->close();
            });
            Q_EMIT table().horizontalHeader()->customContextMenuRequested(QPoint(4, 4));
            QVERIFY2(found && table().isColumnHidden(columnCalled(title)), title);
        }
        bool possible = true;
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            possible = menu->actions().front()->isEnabled();
            menu->actions().back()->trigger();
            menu->close();
        });
        Q_EMIT table().horizontalHeader()->customContextMenuRequested(QPoint(4, 4));
        QVERIFY(!possible);
        QVERIFY(!table().isColumnHidden(columnCalled("Publisher")) && !table().isColumnHidden(columnCalled("Address")));
    }

    /// A row chosen by keyboard selects its record, and a record selected elsewhere its row, whatever the order of rows.
    void choosingGoesBothWays_data()
    {
        QTest::addColumn<TableId>("id");
        QTest::addColumn<QString>("sortedBy");
        QTest::addColumn<QString>("first");
        QTest::newRow("deals") << TableId::Deals << "Amount"
                               << "deal-0";
        QTest::newRow("organisations") << TableId::Organizations << "Valuation"
                                       << "beta 9";
        QTest::newRow("claims") << TableId::Claims << "Low"
                                << "Alpha";
    }

    void choosingGoesBothWays()
    {
        QFETCH(TableId, id);
        QFETCH(QString, sortedBy);
        open(id);
        clickHeader(sortedBy);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Down);
        QTest::keyClick(&table(), Qt::Key_Up);
        const document::Selection chosen = m_document->selection();
        const auto *deal = std::get_if<DealId>(&chosen);
        const auto *party = std::get_if<OrganizationId>(&chosen);
        QTEST(QString::fromStdString(deal ? deal->text() : party ? party->text() : std::string()), "first");
        m_document->select({});
        QVERIFY(!table().selectionModel()->hasSelection());
        m_document->select(chosen);
        QVERIFY(table().selectionModel()->hasSelection());
        // What a filter hides is not chosen, and comes back with its row.
        view().findChild<QLineEdit *>()->setText("no such row");
        QVERIFY(m_document->selection() == chosen);
        view().findChild<QLineEdit *>()->clear();
        QVERIFY(m_document->selection() == chosen);
    }

    /// Long names of what is listed alone do not widen the window.
    void longNamesWidenNothing()
    {
        Dataset dataset = made();
        dataset.organizations[0].name = std::string(300, 'n');
        open(TableId::Deals, std::move(dataset));
        const int before = m_panel->minimumSizeHint().width();
        m_panel->narrow({{{OrganizationId("beta 10"), OrganizationId("Alpha"), Family::Compute}, {DealId("deal-1")}}});
        m_document->select(DealId("deal-1"));
        sights::settle();
        QCOMPARE(table().model()->rowCount(), 1);
        auto *pill = view().findChild<ChipButton *>();
        QVERIFY(pill && pill->accessibleName().endsWith(" to Alpha · 1 of 4"));
        QVERIFY2(m_panel->minimumSizeHint().width() < before + 500, qPrintable(QString::number(m_panel->minimumSizeHint().width())));
    }

    void aTableThatCannotBeWrittenSaysSo()
    {
        open(TableId::Claims);
        const QTemporaryDir folder;
        view().setChooser([&](QWidget *, const QString &name) { return folder.filePath("none/" + name); });
        QSignalSpy wrote(m_panel.get(), &TablesPanel::wrote);
        QString text;
        auto *save = sights::button<LinkButton>(view(), "Save as CSV…");
        QTimer::singleShot(0, this, [&] {
            for (QWidget *widget : QApplication::topLevelWidgets())
                if (auto *box = qobject_cast<QMessageBox *>(widget); box && box->isVisible()) {
                    text = box->text() + box->informativeText();
                    box->close();
                }
        });
        save->click();
        QVERIFY2(text.contains("claims.csv"), qPrintable(text));
        QCOMPARE(wrote.size(), 0);
    }

    void theStripCountsWhatIsInView()
    {
        open(TableId::Deals);
        TabStrip strip(*m_document);
        strip.show();
        const auto names = [&] {
            QStringList told;
            for (const auto *tab : strip.findChildren<QAbstractButton *>())
                told << tab->accessibleName();
            return told.mid(1);
        };
        QCOMPARE(names(), QStringList({"Deals, 4", "Organisations, 4", "Sources, 3", "Claims, 3", "Issues, 0"}));
        Perspective next = m_document->perspective();
        next.filter.atLeast = Money::billions(100);
        m_document->setPerspective(next);
        QCOMPARE(names(), QStringList({"Deals, 1", "Organisations, 2", "Sources, 1", "Claims, 3", "Issues, 0"}));
        QCOMPARE(table().model()->rowCount(), 1);
        m_document->back();
        QCOMPARE(names().front(), QStringLiteral("Deals, 4"));
        std::optional<TableId> asked;
        connect(&strip, &TabStrip::chosen, &strip, [&](std::optional<TableId> id) { asked = id; });
        auto *tab = sights::button<QAbstractButton>(strip, "Sources");
        QVERIFY(tab->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(tab, Qt::Key_Space);
        QVERIFY(asked == TableId::Sources);
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<TablesPanel> m_panel;
};

DEALSCAPE_TEST(TableJourneysTest, QApplication)
#include "test_tablejourneys.moc"
