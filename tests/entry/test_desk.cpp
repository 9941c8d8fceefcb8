// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "document/editing.h"
#include "entry/dealform.h"
#include "entry/desk.h"
#include "entry/recordform.h"
#include "entry/sourcelist.h"
#include "resources/embedded.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace dealscape;
using namespace dealscape::entry;

namespace {

struct Fixture {
    Fixture()
    {
        document.startNew();
        payer = document::addOrganization(document, QStringLiteral("Acme"));
        payee = document::addOrganization(document, QStringLiteral("Bolt"));
        deal = document::addDeal(document, payer, payee);
        desk.resize(416, 900);
        desk.show();
    }

    const Deal &record() const { return *document.snapshot()->index().deal(deal); }
    void type(const char *field, const char *text)
    {
        auto *edit = desk.findChild<QLineEdit *>(QString::fromLatin1(field));
        QVERIFY2(edit, field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, QString::fromUtf8(text));
    }
    void enter(const char *field, const char *text)
    {
        type(field, text);
        Q_EMIT desk.findChild<QLineEdit *>(QString::fromLatin1(field))->editingFinished();
    }
    void choose(const char *field, int option)
    {
        auto *box = desk.findChild<QComboBox *>(QString::fromLatin1(field));
        QVERIFY2(box, field);
        box->setCurrentIndex(option);
        Q_EMIT box->activated(option);
    }
    QString faultOf(const char *field)
    {
        for (QWidget *at = desk.findChild<QWidget *>(QString::fromLatin1(field)); at; at = at->parentWidget())
            if (auto *row = qobject_cast<Field *>(at))
                return row->fault();
        return QStringLiteral("no field");
    }

    document::Document document;
    OrganizationId payer, payee;
    DealId deal;
    QWidget *details = new QWidget;
    Desk desk{document, details};
};

} // namespace

class DeskTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    /// In the narrowest dock no field is cut off, where no bar leads to the rest of it.
    void formsFitTheNarrowestDock()
    {
        document::Document document;
        document.openEmbedded();
        const Dataset &all = document.dataset();
        const std::vector<document::RecordKey> keys = {document::Whole(), all.organizations[0].id, all.deals[0].id, all.sources[0].id,
                                                       all.claims[0].id,  all.groups[0].id,        all.layers[0].id};
        for (const document::RecordKey &key : keys) {
            const std::unique_ptr<Form> form(makeForm(document, key));
            for (auto *more : form->findChildren<QToolButton *>())
                more->setChecked(true);
            form->resize(300, 800);
            form->QWidget::show();
            QCoreApplication::processEvents();
            form->resize(300, std::max(800, form->heightForWidth(300)));
            QCoreApplication::processEvents();
            QString wide;
            for (const QWidget *child : form->findChildren<QWidget *>())
                if (child->minimumSizeHint().width() > 250)
                    wide += QLatin1String(child->metaObject()->className()) + u' ' + child->accessibleName() + u'\n';
            for (const QLabel *label : form->findChildren<QLabel *>())
                if (label->isVisible() && label->wordWrap())
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            for (const Field *field : form->findChildren<Field *>())
                QVERIFY2(!field->isVisible() ||
                             field->height() <= std::max(field->sizeHint().height(), field->heightForWidth(field->width())) + 4,
                         qPrintable(field->objectName()));
            for (const QLineEdit *edit : form->findChildren<QLineEdit *>())
                QVERIFY2(edit->cursorPosition() == 0, qPrintable(edit->accessibleName()));
            form->begin();
            if (const auto *first = qobject_cast<QLineEdit *>(form->focusWidget()); first && !first->text().isEmpty())
                QVERIFY(first->cursorPosition() == 0 && first->selectedText() == first->text());
            QVERIFY2(form->minimumSizeHint().width() <= 300,
                     qPrintable(QStringLiteral("%1: %2\n").arg(key.index()).arg(form->minimumSizeHint().width()) + wide));
            form->hide();
        }
    }

    void initTestCase() { resources::loadTypeface(); }
    void aNewDealIsADraftUntilItHasASource();
    void whatIsTypedIsCheckedAtTheField();
    void faultsAreSaidInTheWordsOfTheReader();
    void certaintyFollowsTheStatus();
    void partiesFollowTheKind();
    void everyFieldIsOneStepOfUndo();
    void untouchedFieldsChangeNothing();
    void anotherSelectionEndsEditing();
    void everyRecordHasItsForm();
    void aNewRecordJoinsOnceItIsSound();
    void formsLeadToOthersAndBack();
    void nothingSelectedEditsTheDataset();
    void powerStandsWhereItsDealStands();
    void sourcesInOneLine_data();
    void sourcesInOneLine();
};

void DeskTest::aNewDealIsADraftUntilItHasASource()
{
    Fixture f;
    QVERIFY(f.record().draft && !f.record().counted());
    f.desk.edit();
    f.enter("value", "300b");
    QVERIFY(f.record().draft);
    f.enter("newSource", "Reuters, Acme signs with Bolt, 2025-09-10, https://example.org/acme");
    QVERIFY(!f.record().draft && f.record().counted());
    QCOMPARE(f.document.dataset().sources.size(), std::size_t(1));
    const Source &source = f.document.dataset().sources[0];
    QCOMPARE(source.publisher, std::string("Reuters"));
    QCOMPARE(source.title, std::string("Acme signs with Bolt"));
    QCOMPARE(source.date->iso(), std::string("2025-09-10"));
    f.document.undoStack().undo();
    QVERIFY(f.record().draft && f.document.dataset().sources.empty());
}

void DeskTest::whatIsTypedIsCheckedAtTheField()
{
    Fixture f;
    f.desk.edit();
    f.type("value", "lots");
    QVERIFY(f.faultOf("value").contains(QStringLiteral("\"lots\" is no amount")));
    QVERIFY(!f.record().value.published());
    f.enter("value", "lots");
    QVERIFY(!f.record().value.published());
    f.enter("value", "20-30bn");
    QCOMPARE(f.faultOf("value"), QString());
    QVERIFY(f.record().value == (MoneyRange{Money::billions(20), Money::billions(30)}));
    f.type("announced", "May");
    QCOMPARE(f.faultOf("announced"), QStringLiteral("\"May\" is no date; write 2025, 2025-10 or 2025-10-07"));
}

void DeskTest::faultsAreSaidInTheWordsOfTheReader()
{
    Fixture f;
    f.desk.edit();
    QVERIFY(f.faultOf("newSource").contains(QStringLiteral("a deal needs at least one source")));
    f.enter("value", "30-20bn");
    QVERIFY(f.faultOf("value").contains(QStringLiteral("low is more than high")));
    f.enter("value", "30bn");
    f.enter("parts", "10bn paid");
    QVERIFY(f.faultOf("parts").contains(QStringLiteral("the parts add up to 10000000000 at the low bound, the value is 30000000000")));
    // It is kept all the same, as a draft.
    QCOMPARE(f.record().parts.size(), std::size_t(1));
    QVERIFY(f.record().draft);
}

void DeskTest::certaintyFollowsTheStatus()
{
    Fixture f;
    f.desk.edit();
    QCOMPARE(f.record().certainty, Certainty::Announced);
    f.choose("status", static_cast<int>(DealStatus::Signed));
    QCOMPARE(f.record().certainty, Certainty::Binding);
    f.choose("certainty", static_cast<int>(Certainty::Potential));
    f.choose("status", static_cast<int>(DealStatus::Closed));
    QCOMPARE(f.record().certainty, Certainty::Potential);
}

void DeskTest::partiesFollowTheKind()
{
    Fixture f;
    f.desk.edit();
    QCOMPARE(f.record().supplier, f.payer);
    f.choose("kind", static_cast<int>(DealKind::CloudCompute));
    QCOMPARE(f.record().supplier, f.payee);
    QCOMPARE(f.record().customer, f.payer);
    QCOMPARE(f.record().flow, FlowClass::Compute);
    f.choose("kind", static_cast<int>(DealKind::Loan));
    QCOMPARE(f.record().supplier, f.payer);
    QCOMPARE(f.record().flow, FlowClass::Capital);
}

void DeskTest::everyFieldIsOneStepOfUndo()
{
    Fixture f;
    f.desk.edit();
    const int before = f.document.undoStack().count();
    f.enter("headline", "Acme pays Bolt");
    f.enter("term", "2027-2032");
    QCOMPARE(f.document.undoStack().count(), before + 2);
    QVERIFY2(f.document.undoStack().undoText().startsWith(QStringLiteral("Edit term of")), qPrintable(f.document.undoStack().undoText()));
    f.document.undoStack().undo();
    QVERIFY(f.record().term == Term());
    QCOMPARE(f.record().headline, std::string("Acme pays Bolt"));
}

void DeskTest::untouchedFieldsChangeNothing()
{
    document::Document document;
    document.openEmbedded();
    Desk desk(document, new QWidget);
    desk.show();
    const Dataset dataset = document.dataset();
    for (std::size_t i = 0; i < dataset.deals.size(); i += 4) {
        const Deal &deal = dataset.deals[i];
        document.select(deal.id);
        desk.edit();
        for (QLineEdit *edit : desk.findChildren<QLineEdit *>())
            Q_EMIT edit->editingFinished();
        if (!document.modified())
            continue;
        QFAIL(qPrintable(QString::fromStdString(deal.id.text()) + QStringLiteral(": ") + document.undoStack().undoText()));
    }
    for (std::size_t i = 0; i < document.dataset().organizations.size(); i += 5) {
        document.select(document.dataset().organizations[i].id);
        desk.edit();
        for (QLineEdit *edit : desk.findChildren<QLineEdit *>())
            Q_EMIT edit->editingFinished();
        QVERIFY2(!document.modified(), qPrintable(document.undoStack().undoText()));
    }
}

void DeskTest::anotherSelectionEndsEditing()
{
    Fixture f;
    f.desk.edit();
    QVERIFY(f.desk.editing());
    f.document.select(f.payer);
    QVERIFY(!f.desk.editing());
    f.desk.edit();
    QVERIFY(f.desk.edited() == document::RecordKey(f.payer));
    f.enter("name", "Acme Corporation");
    QCOMPARE(f.document.snapshot()->index().organization(f.payer)->name, std::string("Acme Corporation"));
    f.document.undoStack().undo();
    f.document.undoStack().undo();
    f.document.undoStack().undo();
    f.document.undoStack().undo();
    QVERIFY(f.document.dataset().organizations.empty());
    QVERIFY(!f.desk.editing());
}

/// Of every kind of record of the built-in dataset: the form shows it, has no fault to tell that reading has not, and changes nothing.
void DeskTest::everyRecordHasItsForm()
{
    document::Document document;
    document.openEmbedded();
    Desk desk(document, new QWidget);
    desk.show();
    const Dataset dataset = document.dataset();
    std::vector<document::RecordKey> keys{document::Whole()};
    for (const auto &layer : dataset.layers)
        keys.emplace_back(layer.id);
    for (const auto &group : dataset.groups)
        keys.emplace_back(group.id);
    for (const auto &claim : dataset.claims)
        keys.emplace_back(claim.id);
    for (std::size_t i = 0; i < dataset.sources.size(); i += 20)
        keys.emplace_back(dataset.sources[i].id);
    for (const document::RecordKey &key : keys) {
        desk.editRecord(key);
        QVERIFY(desk.edited() == key);
        for (QLineEdit *edit : desk.findChildren<QLineEdit *>())
            Q_EMIT edit->editingFinished();
        QVERIFY2(!document.modified(), qPrintable(document.undoStack().undoText()));
    }
    desk.finish();
    QVERIFY(!desk.editing() && !document.modified());
}

void DeskTest::aNewRecordJoinsOnceItIsSound()
{
    Fixture f;
    const LayerId layer = document::freshLayer(*f.document.snapshot());
    const std::size_t layers = f.document.dataset().layers.size();
    f.desk.editRecord(layer);
    f.enter("label", "");
    QCOMPARE(f.document.dataset().layers.size(), layers);
    f.enter("label", "Ports");
    QCOMPARE(f.document.dataset().layers.size(), layers + 1);
    f.enter("column", "99");
    QCOMPARE(f.faultOf("column"), QStringLiteral("a column is a whole number from 0 to 63"));
    f.enter("column", "7");
    f.choose("style", static_cast<int>(LayerStyle::Energy));
    const Layer &made = *f.document.snapshot()->index().layer(layer);
    QCOMPARE(made.label, std::string("Ports"));
    QCOMPARE(made.column, 7);
    QCOMPARE(made.style, LayerStyle::Energy);
    QVERIFY(!made.icon && !made.colour);
    f.choose("icon", static_cast<int>(LayerIcon::Ship) + 1);
    f.enter("colour", "sea");
    QVERIFY(f.faultOf("colour").contains(QStringLiteral("#2473C8")));
    f.enter("colour", "1f7f9c");
    const auto portsAre = [&](std::optional<LayerIcon> icon, std::optional<Colour> colour) {
        const Layer &ports = *f.document.snapshot()->index().layer(layer);
        return ports.icon == icon && ports.colour == colour;
    };
    QVERIFY(portsAre(LayerIcon::Ship, Colour{0x1F, 0x7F, 0x9C}));
    f.choose("icon", 0);
    f.enter("colour", "");
    QVERIFY(portsAre(std::nullopt, std::nullopt));

    const ClaimId claim = document::freshClaim(*f.document.snapshot());
    f.desk.editRecord(claim);
    f.enter("statement", "Acme spends $40B a year");
    QVERIFY(f.document.dataset().claims.empty());
    QVERIFY(f.faultOf("newSource").contains(QStringLiteral("a claim needs at least one source")));
    f.enter("newSource", "Reuters, Acme spends, 2025-09-10, https://example.org/acme");
    QCOMPARE(f.document.dataset().claims.size(), std::size_t(1));
    f.enter("high", "lots");
    QVERIFY(f.faultOf("high").contains(QStringLiteral("write one figure in the unit")));
    f.enter("high", "40bn");
    const Claim &stated = f.document.dataset().claims[0];
    QCOMPARE(stated.statement, std::string("Acme spends $40B a year"));
    QCOMPARE(*stated.high, 40e9);
    QCOMPARE(stated.sources.size(), std::size_t(1));
}

void DeskTest::formsLeadToOthersAndBack()
{
    Fixture f;
    f.desk.edit();
    f.enter("newSource", "Reuters, Acme signs, 2025-09-10");
    const SourceId source = f.document.dataset().sources[0].id;
    f.desk.editRecord(source);
    f.enter("publisher", "The Times");
    QCOMPARE(f.document.dataset().sources[0].publisher, std::string("The Times"));
    f.enter("url", "example.org");
    QVERIFY(f.faultOf("url").contains(QStringLiteral("must start with https://")));
    QVERIFY(f.document.dataset().sources[0].url.empty());
    f.desk.findChild<QToolButton *>(QStringLiteral("edit"))->click();
    QVERIFY(f.desk.edited() == document::RecordKey(f.deal));
    f.desk.editRecord(source);
    Dataset without = f.document.dataset();
    without.sources.clear();
    without.deals[0].sources.clear();
    f.document.edit(QStringLiteral("Delete"), without);
    QVERIFY(f.desk.edited() == document::RecordKey(f.deal));
    f.desk.findChild<QToolButton *>(QStringLiteral("edit"))->click();
    QVERIFY(!f.desk.editing());
}

void DeskTest::nothingSelectedEditsTheDataset()
{
    Fixture f;
    f.document.select({});
    QVERIFY(f.desk.canEdit());
    f.desk.edit();
    f.enter("title", "Ports and ships");
    f.enter("asOf", "soon");
    QVERIFY(f.faultOf("asOf").contains(QStringLiteral("\"soon\" is no date")));
    f.enter("asOf", "2026-10");
    QCOMPARE(f.document.dataset().title, std::string("Ports and ships"));
    QCOMPARE(f.document.dataset().asOf->iso(), std::string("2026-10"));
    f.document.undoStack().undo();
    QVERIFY(!f.document.dataset().asOf);
}

void DeskTest::powerStandsWhereItsDealStands()
{
    Fixture f;
    f.desk.edit();
    f.choose("kind", static_cast<int>(DealKind::DataCentreLease));
    f.enter("power", "4.5 GW");
    QVERIFY(f.record().power && f.record().power->layer == PowerLayer::Site);
    f.choose("power/layer", static_cast<int>(PowerLayer::Context));
    f.enter("power", "300 MW");
    QVERIFY(f.record().power->layer == PowerLayer::Context && f.record().power->capacity == Power(300));
}

void DeskTest::sourcesInOneLine_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("publisher");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("url");
    QTest::newRow("all") << "Reuters, A title, with a comma, 2025-09-10, https://example.org/a"
                         << "Reuters"
                         << "A title, with a comma"
                         << "2025-09-10"
                         << "https://example.org/a";
    QTest::newRow("address") << "https://example.org/a"
                             << "example.org"
                             << "[example.org]"
                             << ""
                             << "https://example.org/a";
    QTest::newRow("publisher") << "Reuters"
                               << "Reuters"
                               << "[Reuters]"
                               << ""
                               << "";
}

void DeskTest::sourcesInOneLine()
{
    QFETCH(QString, typed);
    const auto source = readSource(typed);
    QVERIFY(source);
    QTEST(QString::fromStdString(source->publisher), "publisher");
    QTEST(QString::fromStdString(source->title), "title");
    QTEST(QString::fromStdString(source->date ? source->date->iso() : std::string()), "date");
    QTEST(QString::fromStdString(source->url), "url");
    QVERIFY(!readSource(QStringLiteral(" , ")));
}

DEALSCAPE_TEST(DeskTest, QApplication)
#include "test_desk.moc"
