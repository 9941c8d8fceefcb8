// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "fixture.h"

#include "document/lookup.h"
#include "panels/filterbar.h"
#include "resources/embedded.h"
#include "shell/datespan.h"
#include "widgets/look.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

#include <set>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

/// Actions that ask first, and those that concern files, the clipboard, the window and its parts, but nothing that is seen of the
/// network. An action that is new to the table counts as one that changes what is seen until it is put here.
const std::set<ActionId> elsewhere = {
    ActionId::Open,          ActionId::OpenEmbedded, ActionId::Reload,       ActionId::Save,         ActionId::SaveCopy,
    ActionId::ExportPicture, ActionId::ExportPage,   ActionId::ExportSlides, ActionId::Print,        ActionId::Quit,
    ActionId::Undo,          ActionId::Redo,         ActionId::CopyPicture,  ActionId::Find,         ActionId::Palette,
    ActionId::Back,          ActionId::Forward,      ActionId::ShowCharts,   ActionId::ShowDetails,  ActionId::ShowTables,
    ActionId::ShowTime,      ActionId::ThemeSystem,  ActionId::ThemeLight,   ActionId::ThemeDark,    ActionId::ReduceMotion,
    ActionId::FullScreen,    ActionId::MoneyPath,    ActionId::ShowLoops,    ActionId::ShowScenario, ActionId::ShowRunway,
    ActionId::ShowMeasures,  ActionId::Present,      ActionId::PresentHere,  ActionId::CaptureScene, ActionId::ShowStories,
    ActionId::Manual,        ActionId::Hints,        ActionId::WhatsThis,    ActionId::Shortcuts,    ActionId::About,
    ActionId::CompareWith,   ActionId::Import,       ActionId::ExportData,   ActionId::PasteCells,   ActionId::Preferences,
    ActionId::ThemeContrast, ActionId::CopyNetwork,  ActionId::DataNotes};

/// Those that make, change or delete records: Undo takes them back.
const std::set<ActionId> ofRecords = {ActionId::New,          ActionId::NewOrganization, ActionId::NewDeal, ActionId::EditRecord,
                                      ActionId::MergeRecords, ActionId::DeleteRecord,    ActionId::Unpin};

/// A window on the embedded dataset, looked at in a way that leaves every action something to do.
struct DetourWindow : ShownWindow {
    /// Selects what an action needs: a ribbon, or an organisation beside the focus with a path lit.
    void prepareFor(ActionId id)
    {
        Perspective perspective = document().perspective();
        perspective.lens = id == ActionId::LensPower ? Lens::Value : Lens::Power;
        perspective.layout = id == ActionId::LayoutRing ? LayoutKind::Web : LayoutKind::Ring;
        perspective.focus = Focus{OrganizationId("nvidia"), 1};
        perspective.trail = Trail{{OrganizationId("nvidia"), OrganizationId("openai")}, false};
        document().setPerspective(perspective);
        document().select(OrganizationId("openai"));
        if (id == ActionId::OpenRibbon)
            document().select(document::keyOf(*document().snapshot(), document().network(), 0));
        window->grab();
    }
};

} // namespace

class WayBackTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void everyActionComesBack_data()
    {
        QTest::addColumn<int>("id");
        for (const ActionRow &row : actionTable())
            if (!elsewhere.contains(row.id) && !ofRecords.contains(row.id) && row.id != ActionId::ArrangeAfresh)
                QTest::addRow("%s", qPrintable(Actions::plainText(row.id))) << static_cast<int>(row.id);
    }

    void everyActionComesBack()
    {
        QFETCH(int, id);
        DetourWindow f;
        f.prepareFor(static_cast<ActionId>(id));
        const document::Viewpoint before = f.document().viewpoint();
        const auto places = f.window->diagram().stage().placement().nodes;
        QVERIFY2(f.action(static_cast<ActionId>(id)).isEnabled(), "nothing to do");
        f.action(static_cast<ActionId>(id)).trigger();
        QVERIFY2(f.document().viewpoint() != before, "changes nothing");
        const document::Viewpoint after = f.document().viewpoint();
        f.action(ActionId::Back).trigger();
        QVERIFY(f.document().viewpoint() == before);
        QCOMPARE(f.window->diagram().stage().placement().nodes, places);
        f.action(ActionId::Forward).trigger();
        QVERIFY(f.document().viewpoint() == after);
    }

    void actionsElsewhereLeaveTheViewAlone_data()
    {
        QTest::addColumn<int>("id");
        for (const ActionId id : {ActionId::CopyPicture, ActionId::CopyNetwork, ActionId::DataNotes, ActionId::Find, ActionId::Palette,
                                  ActionId::MoneyPath, ActionId::ShowDetails, ActionId::ShowTables, ActionId::ShowTime, ActionId::ThemeDark,
                                  ActionId::ThemeLight, ActionId::ReduceMotion, ActionId::Hints, ActionId::ShowCharts, ActionId::ShowLoops,
                                  ActionId::ShowScenario, ActionId::ShowRunway, ActionId::ShowMeasures, ActionId::ShowStories})
            QTest::addRow("%s", qPrintable(Actions::plainText(id))) << static_cast<int>(id);
    }

    void actionsElsewhereLeaveTheViewAlone()
    {
        QFETCH(int, id);
        DetourWindow f;
        f.document().select(OrganizationId("openai"));
        const document::Viewpoint before = f.document().viewpoint();
        const std::size_t steps = f.document().history().size();
        f.action(static_cast<ActionId>(id)).trigger();
        f.window->grab();
        QVERIFY(f.document().viewpoint() == before);
        QCOMPARE(f.document().history().size(), steps);
    }

    void datesComeBack_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("both") << "2025-03"
                              << "2025-11-15" << true;
        QTest::newRow("one year") << "2025"
                                  << "2025" << true;
        QTest::newRow("open start") << ""
                                    << "2025-06" << true;
        QTest::newRow("no date") << "last spring"
                                 << "" << false;
        QTest::newRow("no such day") << "2025-02-30"
                                     << "" << false;
        QTest::newRow("the wrong way round") << "2025-06"
                                             << "2025-03" << false;
    }

    /// The dialog that the menu of filters opens, driven as somebody would.
    void datesComeBack()
    {
        QFETCH(QString, from);
        QFETCH(QString, until);
        QFETCH(bool, accepted);
        DetourWindow f;
        const document::Viewpoint before = f.document().viewpoint();
        auto *bar = f.window->findChild<panels::FilterBar *>();
        Q_EMIT bar->dateFilterRequested();
        auto *dialog = f.window->findChild<DateSpan *>();
        QVERIFY(dialog);
        const auto fields = dialog->findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 2);
        QTest::keyClicks(fields[0], from);
        QTest::keyClicks(fields[1], until);
        auto *accept = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QCOMPARE(accept->isEnabled(), accepted);
        if (!accepted) {
            dialog->reject();
            QVERIFY(f.document().viewpoint() == before);
            return;
        }
        accept->click();
        const document::Viewpoint after = f.document().viewpoint();
        QVERIFY(after.perspective.filter.from == Date::parse(from.toStdString()));
        QVERIFY(after.perspective.filter.until == Date::parse(until.toStdString()));
        QVERIFY(after != before);
        f.action(ActionId::Back).trigger();
        QVERIFY(f.document().viewpoint() == before);
        f.action(ActionId::Forward).trigger();
        QVERIFY(f.document().viewpoint() == after);
    }

    void arrangingAfreshIsUndone()
    {
        DetourWindow f;
        const std::vector<KeptPlace> moved = {{OrganizationId("nvidia"), 10, 20}};
        f.document().arrange(LayoutKind::Web, moved, "Move");
        f.action(ActionId::ArrangeAfresh).trigger();
        QVERIFY(f.document().arrangement(LayoutKind::Web).empty());
        f.action(ActionId::Undo).trigger();
        QVERIFY(f.document().arrangement(LayoutKind::Web) == moved);
        f.action(ActionId::Redo).trigger();
        QVERIFY(f.document().arrangement(LayoutKind::Web).empty());
    }

    void zoomingSeveralTimesIsOneStep()
    {
        DetourWindow f;
        f.document().select(OrganizationId("openai"));
        const document::Viewpoint before = f.document().viewpoint();
        for (const ActionId id : {ActionId::ZoomIn, ActionId::ZoomIn, ActionId::ZoomOut, ActionId::Fit, ActionId::ZoomIn})
            f.action(id).trigger();
        QVERIFY(f.document().viewpoint() != before);
        f.action(ActionId::Back).trigger();
        QVERIFY(f.document().viewpoint() == before);
    }
};

DEALSCAPE_TEST(WayBackTest, StyledApplication)
#include "test_wayback.moc"
