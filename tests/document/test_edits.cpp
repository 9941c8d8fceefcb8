// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "document/document.h"
#include "document/edits.h"
#include "domain/revision.h"
#include "io/reader.h"
#include "io/writer.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>

#include <random>

using namespace dealscape;
using namespace dealscape::document;

namespace {

Dataset published()
{
    io::ReadResult read = io::readFile((dealscape::testing::shippedData() + "/ai-infrastructure.json").toStdString());
    if (!read.dataset)
        qFatal("the published dataset cannot be read");
    return *read.dataset;
}

class Editor {
public:
    explicit Editor(unsigned seed) : m_random(seed) {}

    /// One change of any kind, to records old and new.
    void change(Dataset &d)
    {
        switch (below(18)) {
        case 0: {
            Organization organization;
            organization.id = freshId<OrganizationId>("Newcomer", [&](const OrganizationId &id) { return Index(d).organization(id); });
            organization.name = "Newcomer";
            organization.layer = d.layers.front().id;
            d.organizations.insert(below(d.organizations.size() + 1), organization);
            return;
        }
        case 1:
            if (d.organizations.size() > 20)
                removeOrganization(d, some(d.organizations).id);
            return;
        case 2:
            if (d.organizations.size() > 20)
                mergeOrganizations(d, some(d.organizations).id, some(d.organizations).id);
            return;
        case 3:
            addDeal(d);
            return;
        case 4:
            if (!d.deals.empty())
                removeDeal(d, some(d.deals).id);
            return;
        case 5:
            if (d.sources.size() > 20)
                removeSource(d, some(d.sources).id);
            return;
        case 6:
            if (!d.claims.empty())
                removeClaim(d, some(d.claims).id);
            return;
        case 7:
            if (!d.groups.empty())
                removeGroup(d, some(d.groups).id);
            return;
        case 8:
            if (d.layers.size() > 3)
                removeLayer(d, d.layers[below(d.layers.size())].id, d.layers[below(d.layers.size())].id);
            return;
        case 9:
            d.title += "!";
            return;
        case 10:
            d.notes.push_back("note");
            return;
        case 11:
            d.asOf = Date{2027, 1, 1 + static_cast<int>(below(28))};
            return;
        case 12:
            for (std::size_t i = 0; i < d.deals.size(); i += 7)
                d.deals[i].tier = 1 + static_cast<int>(below(3));
            return;
        case 13:
            std::swap(d.sources[below(d.sources.size())], d.sources[below(d.sources.size())]);
            return;
        case 14:
            d.arrangements = {{LayoutKind::Ring, {{some(d.organizations).id, static_cast<double>(below(100)), 2, true}}}};
            return;
        case 15:
            d.organizations[below(d.organizations.size())].country = below(2) ? "GB" : "FR";
            return;
        default:
            if (!d.deals.empty()) {
                Deal &deal = d.deals[below(d.deals.size())];
                deal.value = MoneyRange::exactly(Money(static_cast<std::int64_t>(below(1000))));
                deal.paid.reset();
                deal.parts.clear();
            }
        }
    }

    std::size_t below(std::size_t n) { return m_random() % n; }

private:
    template <class Records>
    const typename Records::value_type &some(const Records &records)
    {
        return records[below(records.size())];
    }
    void addDeal(Dataset &d)
    {
        Deal deal = d.deals.empty() ? Deal() : some(std::as_const(d.deals));
        deal.id = freshId<DealId>("new deal", [&](const DealId &id) { return Index(d).deal(id); });
        deal.overlap = {};
        deal.supplier = std::as_const(d.organizations).front().id;
        deal.customer = std::as_const(d.organizations).back().id;
        deal.payer = deal.customer;
        deal.payee = deal.supplier;
        d.deals.insert(below(d.deals.size() + 1), deal);
    }

    std::mt19937 m_random;
};

} // namespace

class EditsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void tenThousandEditsAndBack();
    void differenceLeadsThereAndBack();
    void keepsTheDatasetWhole();
    void tellsOneTypedChange();
    void keystrokesAreOneStep();
    void nothingChangesNothing();
    void forgetsWhatIsGone();
    void editedAndUndoneIsSavedTheSame_data();
    void editedAndUndoneIsSavedTheSame();
    void changedIsWhatDiffersFromTheFile();
    void aNewDatasetIsNeitherFileNorEmbedded();
    void aHundredThousandDeals();
};

void EditsTest::tenThousandEditsAndBack()
{
    Editor editor(20261128);
    Document document;
    document.openEmbedded();
    std::vector<Dataset> states{document.dataset()};
    std::size_t at = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::size_t choice = editor.below(4);
        if (choice == 0 && document.undoStack().canUndo()) {
            document.undoStack().undo();
            --at;
        } else if (choice == 1 && document.undoStack().canRedo()) {
            document.undoStack().redo();
            ++at;
        } else {
            Dataset next = document.dataset();
            editor.change(next);
            if (!document.edit(QStringLiteral("Change"), next))
                continue;
            states.resize(++at);
            states.push_back(next);
        }
        if (!(document.dataset() == states[at]))
            QFAIL(qPrintable(QStringLiteral("step %1 is another dataset").arg(i)));
    }
    QVERIFY2(at > 100, qPrintable(QString::number(at)));
    while (document.undoStack().canUndo())
        document.undoStack().undo();
    QVERIFY(document.dataset() == states.front());
    QCOMPARE(io::writeDataset(document.dataset()), io::writeDataset(published()));
    QVERIFY(!document.modified());
}

void EditsTest::differenceLeadsThereAndBack()
{
    Editor editor(7);
    for (int i = 0; i < 60; ++i) {
        const Dataset before = published();
        Dataset after = before;
        for (std::size_t n = 1 + editor.below(30); n > 0; --n)
            editor.change(after);
        const std::vector<Edit> edits = difference(before, after);
        Dataset moved = before;
        carryOut(moved, edits);
        QVERIFY(moved == after);
        takeBack(moved, edits);
        QVERIFY(moved == before);
    }
}

void EditsTest::keepsTheDatasetWhole()
{
    Editor editor(99);
    Dataset dataset = published();
    for (int i = 0; i < 400; ++i) {
        editor.change(dataset);
        if (i % 20 != 0)
            continue;
        const io::ReadResult read = io::readDataset(io::writeDataset(dataset), "edited.json");
        std::string said;
        for (const io::Issue &issue : read.issues)
            if (issue.severity == io::Severity::Error)
                said += io::describe(issue) + '\n';
        QVERIFY2(read.dataset, said.c_str());
        QVERIFY(*read.dataset == dataset);
    }
}

void EditsTest::tellsOneTypedChange()
{
    Document document;
    document.openEmbedded();
    QSignalSpy spy(&document, &Document::changed);
    const auto told = [&] { return spy.takeLast().first().value<Changes>(); };
    Dataset next = document.dataset();
    next.deals[0].headline = "Another";
    QVERIFY(document.edit(QStringLiteral("Edit headline"), next));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(told(), Changes(Change::Dataset) | Change::Edited);
    QCOMPARE(document.undoStack().undoText(), QStringLiteral("Edit headline"));
    QCOMPARE(document.snapshot()->index().deal(next.deals[0].id)->headline, std::string("Another"));
    next = document.dataset();
    next.arrangements = {{LayoutKind::Web, {{next.organizations[0].id, 1, 2, true}}}};
    document.edit(QStringLiteral("Move"), next);
    QCOMPARE(told(), Changes(Change::Arrangement));
    QVERIFY(document.arrangement(LayoutKind::Web) == next.arrangements.front().places);
    document.undoStack().undo();
    QVERIFY(document.arrangement(LayoutKind::Web).empty());
}

void EditsTest::keystrokesAreOneStep()
{
    Document document;
    document.openEmbedded();
    const std::string before = document.dataset().deals[3].note;
    for (const char *text : {"a", "ab", "abc"}) {
        Dataset next = document.dataset();
        next.deals[3].note = text;
        document.edit(QStringLiteral("Edit note"), next, "note/3");
    }
    QCOMPARE(document.undoStack().count(), 1);
    Dataset next = document.dataset();
    next.deals[4].note = "x";
    document.edit(QStringLiteral("Edit note"), next, "note/4");
    QCOMPARE(document.undoStack().count(), 2);
    document.undoStack().undo();
    document.undoStack().undo();
    QCOMPARE(document.dataset().deals[3].note, before);
    document.undoStack().redo();
    QCOMPARE(document.dataset().deals[3].note, std::string("abc"));
}

void EditsTest::nothingChangesNothing()
{
    Document document;
    document.openEmbedded();
    Dataset next = document.dataset();
    next.deals[0].note += "x";
    document.edit(QStringLiteral("Edit note"), next);
    document.undoStack().undo();
    QSignalSpy spy(&document, &Document::changed);
    QVERIFY(!document.edit(QStringLiteral("Edit note"), Dataset(document.dataset())));
    QCOMPARE(spy.size(), 0);
    QVERIFY(document.undoStack().canRedo());
}

void EditsTest::forgetsWhatIsGone()
{
    Document document;
    document.openEmbedded();
    const OrganizationId id = document.dataset().organizations[0].id;
    document.focus(Focus{id, 1});
    document.select(id);
    Dataset next = document.dataset();
    removeOrganization(next, id);
    QSignalSpy spy(&document, &Document::changed);
    document.edit(QStringLiteral("Delete"), next);
    QVERIFY(!document.perspective().focus);
    QVERIFY(std::holds_alternative<std::monostate>(document.selection()));
    const auto what = spy.takeLast().first().value<Changes>();
    QVERIFY(what.testFlag(Change::Perspective) && what.testFlag(Change::Selected));
    document.back();
    QVERIFY(!document.perspective().focus);
    QVERIFY(document.network().nodes.size() > 1);
}

/// Every dataset of data/ and of the tests that opens.
void EditsTest::editedAndUndoneIsSavedTheSame_data()
{
    QTest::addColumn<QString>("path");
    const QDir source(dealscape::testing::shippedData() + QStringLiteral("/.."));
    for (const char *folder : {"data", "tests"})
        for (QDirIterator files(source.filePath(QString::fromLatin1(folder)), {QStringLiteral("*.json")}, QDir::Files,
                                QDirIterator::Subdirectories);
             files.hasNext();)
            if (const QString path = files.next(); io::readFile(path.toStdString()).dataset)
                QTest::newRow(qPrintable(source.relativeFilePath(path))) << path;
}

void EditsTest::editedAndUndoneIsSavedTheSame()
{
    QFETCH(QString, path);
    QFile original(path);
    QVERIFY(original.open(QIODevice::ReadOnly));
    Document document;
    QVERIFY(document.open(path));
    const QByteArray before = QByteArray::fromStdString(io::writeDataset(document.dataset()));
    // What is published is as the writer leaves it.
    if (path.contains(QStringLiteral("/data/../data/")))
        QCOMPARE(before, original.readAll());
    const bool rich =
        document.dataset().organizations.size() > 5 && document.dataset().sources.size() > 1 && document.dataset().layers.size() > 1;
    Editor editor(3);
    for (int i = 0; i < 40; ++i) {
        Dataset next = document.dataset();
        if (rich)
            editor.change(next);
        else
            next.title += 'x';
        document.edit(QStringLiteral("Change"), next);
    }
    QVERIFY(document.modified());
    while (document.undoStack().canUndo())
        document.undoStack().undo();
    QVERIFY(!document.modified());
    QCOMPARE(QByteArray::fromStdString(io::writeDataset(document.dataset())), before);
}

void EditsTest::changedIsWhatDiffersFromTheFile()
{
    Document document;
    document.openEmbedded();
    QCOMPARE(document.name(), QStringLiteral("Built-in dataset"));
    QVERIFY(!document.modified());
    Dataset next = document.dataset();
    next.title = "Mine";
    document.edit(QStringLiteral("Edit title"), next);
    QVERIFY(document.modified());
    QCOMPARE(document.name(), QStringLiteral("Built-in dataset, changed"));
    document.undoStack().undo();
    QVERIFY(!document.modified());
}

void EditsTest::aNewDatasetIsNeitherFileNorEmbedded()
{
    Document document;
    document.startNew();
    QVERIFY(document.open() && !document.modified());
    QCOMPARE(document.origin(), Origin::New);
    QVERIFY(document.dataset().layers == defaultLayers());
    QVERIFY(document.dataset().organizations.empty());
}

void EditsTest::aHundredThousandDeals()
{
    Dataset dataset = published();
    const Deal model = std::as_const(dataset.deals).front();
    for (int i = 0; i < 100'000; ++i) {
        Deal deal = model;
        deal.id = DealId("more-" + std::to_string(i));
        dataset.deals.push_back(deal);
    }
    Document document;
    document.adopt(QStringLiteral("large.json"), std::make_shared<Snapshot>(std::make_shared<const Dataset>(dataset), 1), {});
    const Deal *far = &document.dataset().deals[90'000];
    QElapsedTimer timer;
    timer.start();
    constexpr int keystrokes = 20;
    for (int i = 0; i < keystrokes; ++i) {
        Dataset next = document.dataset();
        next.deals[50'000].headline = std::to_string(i);
        document.edit(QStringLiteral("Edit headline"), next);
    }
    qInfo("a keystroke among 100,000 deals: %.2f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6 / keystrokes);
    timer.restart();
    for (int i = 0; i < keystrokes; ++i) {
        Dataset next = document.dataset();
        next.deals.erase(30'000);
        document.edit(QStringLiteral("Delete"), next);
    }
    qInfo("taking one out: %.2f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6 / keystrokes);
    // Records that were not touched are the same objects, so that nothing was copied or built anew.
    QCOMPARE(document.snapshot()->index().deal(far->id), far);
    QCOMPARE(document.snapshot()->index().position(far->id), 90'000 - keystrokes);
}

DEALSCAPE_TEST(EditsTest, QCoreApplication)
#include "test_edits.moc"
