// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "models/chips.h"
#include "panels/filterbar.h"
#include "panels/parts.h"
#include "panels/tablespanel.h"
#include "panels/tabstrip.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace dealscape;
using namespace dealscape::panels;

class TablesPanelTest : public dealscape::testing::Case {
    Q_OBJECT

    int dealsInView() const { return static_cast<int>(m_document->network().deals.size()); }

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_document = std::make_unique<document::Document>();
        m_document->openEmbedded();
    }

    void countsWithoutMakingTables()
    {
        QCOMPARE(recordCount(*m_document, TableId::Deals), dealsInView());
        QCOMPARE(recordCount(*m_document, TableId::Organizations), static_cast<int>(m_document->network().nodes.size()));
        QCOMPARE(recordCount(*m_document, TableId::Sources), m_document->network().sources);
        QCOMPARE(recordCount(*m_document, TableId::Claims), static_cast<int>(m_document->dataset().claims.size()));
        QCOMPARE(recordCount(*m_document, TableId::Issues), 0);
    }

    void selectionIsLinkedBothWays()
    {
        TablesPanel tables(*m_document);
        tables.open(TableId::Deals);
        QTableView &table = tables.current()->table();
        QVERIFY(!table.currentIndex().isValid());
        table.sortByColumn(3, Qt::DescendingOrder);
        table.setCurrentIndex(table.model()->index(0, 0));
        const auto *chosen = std::get_if<DealId>(&m_document->selection());
        QVERIFY(chosen);
        QVERIFY(*chosen == DealId("oracle-openai-300bn") ||
                m_document->snapshot()->index().deal(*chosen)->value.high == Money::billions(300));
        const DealId other = m_document->dataset().deals[static_cast<std::size_t>(m_document->network().deals[5])].id;
        m_document->select(other);
        QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table.selectionModel()->selectedRows().front().row(), table.currentIndex().row());
        m_document->select(OrganizationId("openai"));
        QVERIFY(!table.selectionModel()->hasSelection());
        QVERIFY(m_document->selection() == document::Selection(OrganizationId("openai")));
    }

    void listsOneRibbonWhileItIsSelected()
    {
        const DealId bought("nvidia-oracle-gb200");
        const document::EdgeKey paid{OrganizationId("openai"), OrganizationId("oracle"), Family::Compute};
        TablesPanel tables(*m_document);
        tables.narrow({{paid, {DealId("oracle-openai-compute")}}, {{}, {bought}}});
        QAbstractItemModel &rows = *tables.current()->table().model();
        const auto pills = [&] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            return tables.current()->findChildren<ChipButton *>();
        };
        QCOMPARE(rows.rowCount(), dealsInView());
        QVERIFY(pills().isEmpty());
        m_document->select(paid);
        QCOMPARE(rows.rowCount(), 1);
        QCOMPARE(rows.index(0, 2).data().toString(), "Oracle");
        QCOMPARE(pills().size(), 1);
        QVERIFY(pills().front()->accessibleName().contains(QStringLiteral("OpenAI to Oracle · 1 of %1").arg(dealsInView())));
        QCOMPARE(tables.current()->csv().count("\r\n"), 2);
        m_document->back();
        QCOMPARE(rows.rowCount(), dealsInView());
        QVERIFY(pills().isEmpty());
        m_document->forward();
        QCOMPARE(rows.rowCount(), 1);
        m_document->select(OrganizationId("openai"));
        QCOMPARE(rows.rowCount(), dealsInView());
        m_document->select(DealId("oracle-openai-compute"));
        QCOMPARE(rows.rowCount(), 1);
        pills().front()->click();
        QCOMPARE(rows.rowCount(), dealsInView());
        QVERIFY(pills().isEmpty());
        m_document->back();
        m_document->forward();
        QCOMPARE(rows.rowCount(), dealsInView());
    }

    void columnsComeBackAfterARestart()
    {
        TablesPanel before(*m_document);
        before.open(TableId::Deals);
        QTableView &table = before.current()->table();
        table.setColumnHidden(4, true);
        table.setColumnWidth(1, 77);
        table.horizontalHeader()->moveSection(0, 2);
        table.sortByColumn(3, Qt::DescendingOrder);
        QVariantMap kept = before.columns();
        QCOMPARE(kept.keys(), QStringList("deals"));
        kept.insert("claims", QByteArray("3 of another kind"));
        TablesPanel after(*m_document);
        after.setColumns(kept);
        after.open(TableId::Claims);
        QVERIFY(!after.current()->table().isColumnHidden(0));
        after.open(TableId::Deals);
        QTableView &again = after.current()->table();
        QVERIFY(again.isColumnHidden(4));
        QCOMPARE(again.columnWidth(1), 77);
        QCOMPARE(again.horizontalHeader()->visualIndex(0), 2);
        QCOMPARE(again.model()->index(0, 3).data(), table.model()->index(0, 3).data());
        QCOMPARE(after.current()->plainText(), before.current()->plainText());
    }

    void writesWhatIsShown()
    {
        TablesPanel tables(*m_document);
        tables.open(TableId::Organizations);
        RecordView &view = *tables.current();
        // A line for the names of the columns, and one for each organisation in view.
        QCOMPARE(view.csv().count("\r\n"), static_cast<qsizetype>(m_document->network().nodes.size()) + 1);
        view.table().setColumnHidden(1, true);
        QVERIFY(!view.csv().startsWith("Name,Layer"));
        view.table().selectRow(2);
        QCOMPARE(view.plainText().count('\n'), 2);
    }

    void anEmptyTableSaysWhy()
    {
        TablesPanel tables(*m_document);
        tables.open(TableId::Deals);
        const auto said = [&] {
            const QList<QLabel *> labels = tables.current()->table().viewport()->findChildren<QLabel *>();
            return labels.size() == 1 && !labels.front()->isHidden() ? labels.front()->text() : QString();
        };
        QCOMPARE(said(), QString());
        tables.current()->findChild<QLineEdit *>()->setText(QStringLiteral("no such <b>deal</b>"));
        QCOMPARE(said(), QStringLiteral("No row holds “no such <b>deal</b>”"));
        tables.current()->findChild<QLineEdit *>()->clear();
        QCOMPARE(said(), QString());
        const Perspective before = m_document->perspective();
        Perspective reported = before;
        reported.asReported = true;
        m_document->setPerspective(reported);
        QVERIFY(said().startsWith(QStringLiteral("As reported")));
        m_document->setPerspective(before);
        QCOMPARE(said(), QString());
    }

    void theStripFoldsAndUnfolds()
    {
        TabStrip strip(*m_document);
        std::optional<TableId> asked = TableId::Claims;
        connect(&strip, &TabStrip::chosen, &strip, [&](std::optional<TableId> id) {
            asked = id;
            strip.setShown(id);
        });
        strip.resize(1000, 32);
        strip.show();
        const auto buttons = strip.findChildren<QAbstractButton *>();
        QCOMPARE(buttons.size(), 6);
        QTest::mouseClick(buttons[2], Qt::LeftButton);
        QVERIFY(asked == TableId::Organizations);
        QTest::mouseClick(buttons[2], Qt::LeftButton);
        QVERIFY(!asked);
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        QVERIFY(asked == TableId::Organizations);
        QCOMPARE(buttons[1]->accessibleName(), QStringLiteral("Deals, %1").arg(dealsInView()));
    }

    void aButtonSavesTheTable()
    {
        TablesPanel panel(*m_document);
        panel.open(TableId::Deals);
        const QTemporaryDir folder;
        QString offered;
        panel.current()->setChooser([&](QWidget *, const QString &name) {
            offered = name;
            return folder.filePath(name);
        });
        QSignalSpy wrote(&panel, &TablesPanel::wrote);
        for (LinkButton *button : panel.current()->findChildren<LinkButton *>())
            if (button->text().startsWith("Save as CSV"))
                button->click();
        QCOMPARE(offered, QStringLiteral("deals.csv"));
        QCOMPARE(wrote.size(), 1);
        QFile file(folder.filePath("deals.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), panel.current()->csv());
    }

    void chipsSwitchOff()
    {
        FilterBar bar(*m_document);
        bar.resize(1400, 40);
        bar.show();
        auto chips = bar.findChildren<ChipButton *>();
        QCOMPARE(chips.size(), 4);
        const document::Viewpoint before = m_document->viewpoint();
        QTest::mouseClick(chips[0], Qt::LeftButton, {}, {chips[0]->width() - 14, 12});
        QCOMPARE(m_document->perspective().filter.maximumTier, 0);
        m_document->back();
        QVERIFY(m_document->viewpoint() == before);
    }

    /// Of every chip only the cross removes it: elsewhere a press opens its editor.
    void chipsOpenTheirEditors()
    {
        FilterBar bar(*m_document);
        bar.resize(2600, 40);
        bar.show();
        Perspective shown = m_document->perspective();
        shown.asReported = true;
        shown.trail = Trail{{OrganizationId("nvidia"), OrganizationId("openai"), OrganizationId("oracle")}, true};
        shown.collapsed = {OrganizationId("amd")};
        m_document->setPerspective(shown);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto chips = bar.findChildren<ChipButton *>();
        QCOMPARE(chips.size(), 7);
        for (ChipButton *chip : chips) {
            QTest::mouseClick(chip, Qt::LeftButton, {}, {12, 12});
            QVERIFY(m_document->perspective() == shown);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY2(menu && menu->actions().size() > 1, qPrintable(chip->accessibleName()));
            menu->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QSignalSpy asked(&bar, &FilterBar::pathRequested);
        shown.trail->closed = false;
        m_document->setPerspective(shown);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (ChipButton *chip : bar.findChildren<ChipButton *>())
            if (chip->text() == QLatin1String("Path"))
                QTest::mouseClick(chip, Qt::LeftButton, {}, {12, 12});
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().value<OrganizationId>(), OrganizationId("nvidia"));
    }

    void theMenuOffersEveryChoice()
    {
        FilterBar bar(*m_document);
        Q_EMIT bar.addMenu()->aboutToShow();
        int entries = 0;
        for (const QAction *action : bar.addMenu()->actions())
            if (action->menu())
                for (const QAction *entry : action->menu()->actions())
                    entries += entry->isCheckable() ? 1 : 0;
        int choices = 0;
        for (const auto &group : models::choicesOf(*m_document->snapshot(), m_document->perspective()))
            choices += static_cast<int>(group.choices.size() + group.ends.size());
        QVERIFY(choices > 30);
        QCOMPARE(entries, choices);
    }

    /// Ticks are set one after the other in an open menu, the ends below them; what finds no room is asked for.
    void aMenuStaysOpenForSeveralTicks()
    {
        FilterBar bar(*m_document);
        bar.resize(1400, 40);
        bar.show();
        Q_EMIT bar.addMenu()->aboutToShow();
        QMenu *menu = nullptr;
        for (const QAction *action : bar.addMenu()->actions())
            if (action->text() == QLatin1String("Organisation"))
                menu = action->menu();
        QVERIFY(menu);
        menu->popup(QPoint(20, 60));
        const auto tick = [menu](int entry) {
            // A press that a test sends counts as one beside the menu since Qt 6.8, and closes it.
            QTest::mouseRelease(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions()[entry]).center());
        };
        QVERIFY(!menu->actions().last()->isEnabled());
        const QAction *reset = bar.addMenu()->actions().last();
        QVERIFY(reset->text().startsWith("Reset") && !reset->isEnabled());
        tick(0);
        QVERIFY(reset->isEnabled());
        tick(2);
        QVERIFY(menu->isVisible());
        QCOMPARE(m_document->perspective().filter.organizations.size(), 2u);
        QVERIFY(menu->actions()[0]->isChecked() && menu->actions()[2]->isChecked());
        tick(static_cast<int>(menu->actions().size()) - 1);
        QVERIFY(menu->isVisible());
        QCOMPARE(m_document->perspective().filter.organizationEnds, Ends::Both);
        QVERIFY(menu->actions()[18]->text().startsWith(QLatin1String("At either end")));
        bool asked = false;
        connect(&bar, &FilterBar::organizationFilterRequested, &bar, [&asked] { asked = true; });
        menu->actions()[16]->trigger();
        QVERIFY(asked);
        menu->close();
    }

    void saysThatAScenarioIsOn()
    {
        FilterBar bar(*m_document);
        bar.resize(1400, 40);
        bar.show();
        bar.setScenario("Nvidia fails, round 1 of 2");
        QSignalSpy ended(&bar, &FilterBar::scenarioEnded);
        const auto first = [&bar] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            const auto chips = bar.findChildren<ChipButton *>();
            return *std::ranges::min_element(chips, {}, [](const ChipButton *chip) { return chip->isVisible() ? chip->x() : 10000; });
        };
        QCOMPARE(first()->accessibleName(), QStringLiteral("Filter What if: Nvidia fails, round 1 of 2"));
        QSignalSpy wanted(&bar, &FilterBar::scenarioRequested);
        QTest::mouseClick(first(), Qt::LeftButton, {}, {20, 12});
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(ended.size(), 0);
        QTest::mouseClick(first(), Qt::LeftButton, {}, {first()->width() - 14, 12});
        QCOMPARE(ended.size(), 1);
        bar.setScenario({});
        QVERIFY(!first()->accessibleName().contains("What if"));
    }

    void aNarrowBarKeepsItsChipsInAMenu()
    {
        FilterBar bar(*m_document);
        bar.resize(520, 40);
        bar.show();
        int visible = 0;
        for (const ChipButton *chip : bar.findChildren<ChipButton *>()) {
            visible += chip->isVisible() ? 1 : 0;
            if (chip->isVisible())
                QVERIFY(bar.rect().contains(chip->geometry()));
        }
        QVERIFY(visible < 4);
        // In the menu they can be changed as well as switched off.
        QMenu *rest = nullptr;
        for (auto *button : bar.findChildren<QToolButton *>())
            if (button->isVisible() && button->text().endsWith(QStringLiteral("more")))
                rest = button->menu();
        QVERIFY(rest);
        Q_EMIT rest->aboutToShow();
        QCOMPARE(rest->actions().size(), 4 - visible);
        const QList<QAction *> last = rest->actions().last()->menu()->actions();
        QCOMPARE(last.size(), 2);
        last[0]->trigger();
        auto *editor = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(editor && editor->actions().size() > 3 && editor->actions().first()->isCheckable());
        editor->close();
        QVERIFY(!m_document->perspective().filter.certainties.empty());
        last[1]->trigger();
        QVERIFY(m_document->perspective().filter.certainties.empty());
    }

private:
    std::unique_ptr<document::Document> m_document;
};

DEALSCAPE_TEST(TablesPanelTest, QApplication)
#include "test_tablespanel.moc"
