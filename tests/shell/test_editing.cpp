// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

#include "document/editing.h"
#include "document/recovery.h"
#include "io/reader.h"
#include "resources/embedded.h"
#include "shell/differencedialog.h"
#include "widgets/notice.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

struct EditedWindow : ShownWindow {
    EditedWindow() : ShownWindow({1280, 900}) {}

    void run(ActionId id) { action(id).trigger(); }
    void type(const char *field, const char *text)
    {
        auto *edit = window->findChild<QLineEdit *>(QString::fromLatin1(field));
        QVERIFY2(edit, field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromUtf8(text));
        QTest::keyClick(edit, Qt::Key_Return);
    }
};

} // namespace

class EditingTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    /// What differs is told as people say it, not as the file has it.
    void differencesAreToldInWords()
    {
        Dataset before;
        before.layers = {{LayerId("ai"), "AI models"}, {LayerId("cloud"), "Cloud"}};
        Organization lab;
        lab.id = OrganizationId("lab");
        lab.name = "The Lab";
        lab.layer = LayerId("ai");
        lab.country = "US";
        Organization host = lab;
        host.id = OrganizationId("host");
        host.name = "The Host";
        before.organizations.push_back(lab);
        before.organizations.push_back(host);
        Deal deal;
        deal.id = DealId("d");
        deal.headline = "A deal";
        deal.supplier = host.id;
        deal.customer = lab.id;
        deal.value = MoneyRange::exactly(Money::billions(4));
        deal.status = DealStatus::LetterOfIntent;
        deal.kind = DealKind::JointVentureStake;
        before.deals.push_back(deal);
        Dataset after = before;
        after.organizations[0].country = "AE";
        after.organizations[0].layer = LayerId("cloud");
        after.deals[0].value = MoneyRange::exactly(Money::billions(7));
        after.deals[0].status = DealStatus::Signed;
        after.deals[0].kind = DealKind::CloudCompute;
        after.deals[0].customer = host.id;
        const DifferenceDialog dialog(before, after, QStringLiteral("Compared"), QStringLiteral("a"), QStringLiteral("b"), {});
        QStringList lines;
        for (QTreeWidgetItemIterator at(dialog.findChild<QTreeWidget *>()); *at; ++at)
            lines << (*at)->text(0) + u'|' + (*at)->text(1) + u'|' + (*at)->text(2);
        for (const char *line : {"Country|United States|United Arab Emirates", "Layer|AI models|Cloud", "Value, high|$4B|$7B",
                                 "Status|Letter of intent|Signed", "Kind|Joint venture stake|Cloud compute", "Customer|The Lab|The Host"})
            QVERIFY2(lines.contains(QString::fromUtf8(line)), qPrintable(lines.join(u'\n')));
    }

    void initTestCase() { resources::loadTypeface(); }
    void fromAnEmptyPageToAFile();
    void undoNamesItsStep();
    void editingTheBuiltInDatasetMakesACopy();
    void deletingIsUndone();
    void aLoneOrganisationIsInThePicture();
    void whatWasNotSavedComesBack();
    void whatIsToldIsSeen();
};

void EditingTest::fromAnEmptyPageToAFile()
{
    EditedWindow desktop;
    desktop.run(ActionId::New);
    QVERIFY(desktop.document().dataset().organizations.empty());
    QVERIFY(!desktop.document().modified());
    for (const char *name : {"Acme", "Bolt"}) {
        desktop.run(ActionId::NewOrganization);
        desktop.type("name", name);
    }
    const auto &organizations = desktop.document().dataset().organizations;
    QCOMPARE(organizations.size(), std::size_t(2));
    QCOMPARE(organizations[1].name, std::string("Bolt"));
    QVERIFY(!document::addDeal(desktop.document(), organizations[0].id, organizations[1].id).empty());
    desktop.run(ActionId::EditRecord);
    desktop.type("headline", "Acme pays Bolt");
    desktop.run(ActionId::EditRecord);
    desktop.type("value", "300b");
    desktop.run(ActionId::EditRecord);
    desktop.type("newSource", "Reuters, Acme pays Bolt, 2025-09-10");
    const Deal &deal = desktop.document().dataset().deals[0];
    QCOMPARE(deal.value.low->dollars(), 300'000'000'000);
    QVERIFY(!deal.draft);
    QCOMPARE(desktop.document().network().edges.size(), std::size_t(1));
    const QString path = desktop.folder.filePath(QStringLiteral("own.json"));
    const auto saved = desktop.document().save(path);
    QVERIFY2(saved, saved ? "" : saved.error().c_str());
    QVERIFY(!desktop.document().modified());
    const io::ReadResult read = io::readFile(path.toStdString());
    QVERIFY(read.dataset && *read.dataset == desktop.document().dataset());
    QVERIFY(read.issues.empty());
}

void EditingTest::undoNamesItsStep()
{
    EditedWindow desktop;
    document::addOrganization(desktop.document(), QStringLiteral("Acme & Sons"));
    QCOMPARE(desktop.action(ActionId::Undo).text(), QStringLiteral("&Undo Add Acme && Sons"));
    desktop.run(ActionId::Undo);
    QCOMPARE(desktop.action(ActionId::Redo).text(), QStringLiteral("&Redo Add Acme && Sons"));
    QVERIFY(!desktop.action(ActionId::Undo).isEnabled());
}

void EditingTest::editingTheBuiltInDatasetMakesACopy()
{
    EditedWindow desktop;
    QVERIFY(!desktop.action(ActionId::Save).isEnabled());
    desktop.document().select(OrganizationId("openai"));
    desktop.run(ActionId::EditRecord);
    desktop.type("name", "OpenAI, Inc.");
    QCOMPARE(desktop.document().name(), QStringLiteral("Built-in dataset, changed"));
    QVERIFY(desktop.action(ActionId::Save).isEnabled());
    desktop.run(ActionId::Undo);
    QCOMPARE(desktop.document().name(), QStringLiteral("Built-in dataset"));
    QVERIFY(!desktop.action(ActionId::Save).isEnabled());
}

void EditingTest::deletingIsUndone()
{
    EditedWindow desktop;
    const Dataset before = desktop.document().dataset();
    const document::Deletion deletion = document::deletionOf(desktop.document(), OrganizationId("openai"));
    QVERIFY2(deletion.goesWith.contains(QStringLiteral("deals")), qPrintable(deletion.goesWith));
    desktop.document().edit(deletion.title, deletion.after);
    QVERIFY(!desktop.document().snapshot()->index().organization(OrganizationId("openai")));
    desktop.window->grab();
    desktop.run(ActionId::Undo);
    QVERIFY(desktop.document().dataset() == before);
}

void EditingTest::aLoneOrganisationIsInThePicture()
{
    EditedWindow desktop;
    desktop.run(ActionId::New);
    document::addOrganization(desktop.document(), QStringLiteral("Acme"));
    QCOMPARE(desktop.document().network().nodes.size(), std::size_t(1));
    desktop.window->grab();
    QVERIFY(desktop.window->pictureJob().placed());
    QCOMPARE(desktop.window->pictureJob().placed()->placement.nodes.size(), std::size_t(1));
}

void EditingTest::whatIsToldIsSeen()
{
    EditedWindow desktop;
    auto *notice = desktop.window->findChild<widgets::Notice *>();
    QVERIFY(notice && !notice->isVisible());
    int chosen = 0;
    notice->tell(QStringLiteral("own.json was changed by another program."), {{QStringLiteral("Reload"), [&chosen] { ++chosen; }}});
    QCoreApplication::processEvents();
    QVERIFY(notice->isVisible());
    auto *button = notice->findChild<QPushButton *>(QStringLiteral("Reload"));
    QVERIFY2(!button->visibleRegion().isEmpty() && button->height() <= notice->height(), qPrintable(QString::number(notice->height())));
    button->click();
    QCOMPARE(chosen, 1);
    QVERIFY(!notice->isVisible());
}

void EditingTest::whatWasNotSavedComesBack()
{
    QTemporaryDir folder;
    Dataset changed;
    QString file;
    {
        document::Document document;
        document::Recovery recovery(document, folder.path());
        document.openEmbedded();
        document::addOrganization(document, QStringLiteral("Acme"));
        changed = document.dataset();
        QVERIFY(recovery.flush());
        QVERIFY(document::Recovery::left(folder.path()).empty());
        file = recovery.file();
        QVERIFY(QFile::exists(file));
        // As after a kill: what was written stays, and nobody holds it.
        for (const char *ending : {"", ".about"})
            QVERIFY(QFile::copy(file + QLatin1String(ending), folder.filePath(QStringLiteral("left.json")) + QLatin1String(ending)));
    }
    QVERIFY(!QFile::exists(file));
    const auto left = document::Recovery::left(folder.path());
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left[0].origin, document::Origin::Embedded);
    document::Document document;
    QVERIFY(document::recover(document, left[0]));
    QVERIFY(document.dataset() == changed);
    QVERIFY(document.modified());
    document.undoStack().undo();
    QVERIFY(!document.modified());
    document::Recovery::discard(left[0]);
    QVERIFY(document::Recovery::left(folder.path()).empty());
}

DEALSCAPE_TEST(EditingTest, StyledApplication)
#include "test_editing.moc"
