// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parties.h"
#include "testmain.h"

#include <QTest>

#include "analysis/select.h"
#include "document/document.h"
#include "document/editing.h"
#include "document/lookup.h"
#include "document/recentfiles.h"
#include "document/wording.h"

#include <QDateTime>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <set>

using namespace dealscape;
using namespace dealscape::document;

namespace {

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

} // namespace

class DocumentTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void startsEmpty()
    {
        Document document;
        QVERIFY(!document.open());
        QCOMPARE(document.network().nodes.size(), 0u);
        QVERIFY(!document.history().canGoBack());
    }

    void opensTheEmbeddedDataset()
    {
        Document document;
        document.openEmbedded();
        QVERIFY(document.open());
        const io::ReadResult shipped = io::readFile((dealscape::testing::shippedData() + "/ai-infrastructure.json").toStdString());
        QVERIFY(shipped.dataset && document.dataset() == *shipped.dataset);
        QVERIFY(document.perspective() == document.dataset().opening);
        const std::vector<int> visible = analysis::visible(document.snapshot()->index(), document.dataset().opening);
        QVERIFY(document.network().deals == visible);
        std::set<OrganizationId> parties;
        for (const int deal : visible) {
            parties.insert(document.dataset().deals[static_cast<std::size_t>(deal)].tail());
            parties.insert(document.dataset().deals[static_cast<std::size_t>(deal)].head());
        }
        QCOMPARE(document.network().nodes.size(), parties.size());
        QVERIFY(parties.size() < document.dataset().organizations.size());
        QCOMPARE(document.path(), QString());
    }

    void refusedFileLeavesWhatWasOpen()
    {
        QTemporaryDir folder;
        Document document;
        document.openEmbedded();
        document.select(nvidia);
        const SnapshotPointer before = document.snapshot();
        const Viewpoint viewpoint = document.viewpoint();
        QSignalSpy changes(&document, &Document::changed);

        QVERIFY(!document.open(written(folder, "broken.json", "{\"format\": \"dealscape\", \"version\": 1,")));
        QVERIFY(document.open());
        QCOMPARE(document.snapshot(), before);
        QVERIFY(document.viewpoint() == viewpoint);
        QVERIFY(document.report().refused);
        QVERIFY(!document.report().issues.empty());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.front().front().value<Changes>(), Changes(Change::Report));

        QVERIFY(!document.open(folder.filePath("missing.json")));
        QCOMPARE(document.snapshot(), before);
    }

    void everyChangeOfViewIsAStepBack_data()
    {
        QTest::addColumn<int>("step");
        for (int i = 0; i < 9; ++i)
            QTest::addRow("step %d", i) << i;
    }

    void everyChangeOfViewIsAStepBack()
    {
        QFETCH(int, step);
        Document document;
        document.openEmbedded();
        document.select(openai);
        document.setCamera({Fit::Free, 1.5, {10, 20}});
        const Viewpoint before = document.viewpoint();

        Perspective next = document.perspective();
        const std::function<void()> steps[] = {
            [&] { document.select(nvidia); },
            [&] {
                document.select(EdgeKey{openai, OrganizationId("oracle"), Family::Compute});
            },
            [&] { document.select(std::monostate()); },
            [&] {
                document.focus(Focus{nvidia, 2});
            },
            [&] { next.lens = Lens::Power, document.setPerspective(next); },
            [&] { next.layout = LayoutKind::SupplyChain, document.setPerspective(next); },
            [&] { next.filter.certainties = {Certainty::Binding}, document.setPerspective(next); },
            [&] {
                document.toggleOpened({openai, OrganizationId("amazon"), Family::Compute});
            },
            [&] { next.asReported = true, document.setPerspective(next); },
        };
        steps[step]();
        const Viewpoint after = document.viewpoint();
        QVERIFY(after != before);
        document.back();
        QVERIFY(document.viewpoint() == before);
        document.forward();
        QVERIFY(document.viewpoint() == after);
    }

    void theCameraTravelsWithTheStepButIsNone()
    {
        Document document;
        document.openEmbedded();
        document.select(openai);
        const std::size_t steps = document.history().size();
        document.setCamera({Fit::Free, 3, {1, 2}});
        QCOMPARE(document.history().size(), steps);
        document.select(nvidia);
        document.setCamera(Camera());
        document.back();
        QVERIFY((document.viewpoint().camera == Camera{Fit::Free, 3, {1, 2}}));
    }

    void aContinuedStepIsOneStep()
    {
        Document document;
        document.openEmbedded();
        const Viewpoint before = document.viewpoint();
        Perspective next = document.perspective();
        next.filter.text = "o";
        document.setPerspective(next);
        next.filter.text = "or";
        document.setPerspective(next, Step::Continued);
        document.back();
        QVERIFY(document.viewpoint() == before);
    }

    void anUnchangedViewIsNoStep()
    {
        Document document;
        document.openEmbedded();
        QSignalSpy changes(&document, &Document::changed);
        document.select(std::monostate());
        document.setPerspective(document.perspective());
        QCOMPARE(changes.size(), 0);
        QVERIFY(!document.history().canGoBack());
    }

    void historyIsBounded()
    {
        Document document;
        document.openEmbedded();
        for (std::size_t i = 0; i < 2 * History::limit(); ++i)
            document.select(i % 2 == 0 ? Selection(openai) : Selection(nvidia));
        QCOMPARE(document.history().size(), History::limit());
        int steps = 0;
        while (document.history().canGoBack()) {
            document.back();
            ++steps;
        }
        QCOMPARE(static_cast<std::size_t>(steps), History::limit() - 1);
    }

    void aStepForgetsWhatLayAhead()
    {
        Document document;
        document.openEmbedded();
        document.select(openai);
        document.back();
        document.select(nvidia);
        QVERIFY(!document.history().canGoForward());
    }

    void unknownIdsAreNotSelected()
    {
        Document document;
        document.openEmbedded();
        document.select(OrganizationId("nobody"));
        QVERIFY(document.selection() == Selection());
    }

    void noticesWhatOthersWrote()
    {
        QTemporaryDir folder;
        Document document;
        document.openEmbedded();
        QVERIFY(!document.changedOutside());
        const QString path = folder.filePath("copy.json");
        QVERIFY(document.save(path).has_value());
        QVERIFY(!document.changedOutside());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray ours = file.readAll();
        QVERIFY(file.seek(0) && file.write(QByteArray(ours).replace("OpenAI", "OPENAI")) == ours.size());
        // Another time than that of our own writing.
        QVERIFY(file.flush());
        QVERIFY(file.setFileTime(QDateTime(QDate(2026, 1, 1), QTime(12, 0)), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(document.changedOutside());
        QVERIFY(document.save(path).has_value());
        QVERIFY(!document.changedOutside());
        QVERIFY(document.open(path) && !document.changedOutside());
        QVERIFY(QFile::remove(path));
        QVERIFY(document.changedOutside());
    }

    void savesAndOpensTheSame()
    {
        QTemporaryDir folder;
        Document document;
        document.openEmbedded();
        const Dataset before = document.dataset();
        QVERIFY(document.save(folder.filePath("copy.json")).has_value());
        QVERIFY(document.open(folder.filePath("copy.json")));
        QVERIFY(document.dataset() == before);
        QCOMPARE(document.name(), "copy.json");
        QVERIFY(!document.save("/nowhere/at/all.json").has_value());
    }

    void reloadKeepsTheView()
    {
        QTemporaryDir folder;
        Document document;
        document.openEmbedded();
        QVERIFY(document.save(folder.filePath("copy.json")).has_value());
        QVERIFY(document.open(folder.filePath("copy.json")));
        document.focus(Focus{nvidia, 1});
        const Viewpoint before = document.viewpoint();
        QVERIFY(document.reload());
        QVERIFY(document.viewpoint() == before);
    }

    void arrangingIsUndoable()
    {
        Document document;
        document.openEmbedded();
        const std::vector<KeptPlace> moved = {{openai, 100, 100}};
        document.arrange(LayoutKind::Web, moved, "Move OpenAI");
        QVERIFY(document.arrangement(LayoutKind::Web) == moved);
        document.arrange(LayoutKind::Web, moved, "Move OpenAI");
        QCOMPARE(document.undoStack().count(), 1);
        document.undoStack().undo();
        QVERIFY(document.arrangement(LayoutKind::Web).empty());
        document.undoStack().redo();
        QVERIFY(document.arrangement(LayoutKind::Web) == moved);
        QVERIFY(document.arrangement(LayoutKind::Orbit).empty());
    }

    void unpinningLetsGoOfOneAndThenOfAll()
    {
        Document document;
        document.openEmbedded();
        const std::vector<KeptPlace> moved = {{nvidia, 300, 100}, {openai, 100, 100}, {oracle, 500, 100, false}};
        document.arrange(LayoutKind::Web, moved, "Move");
        QVERIFY(pinned(document, openai) && pinned(document, nvidia) && !pinned(document, oracle));
        unpin(document, nvidia);
        QVERIFY(pinned(document, openai) && !pinned(document, nvidia));
        QCOMPARE(document.undoStack().undoText(), "Unpin Nvidia");
        QVERIFY(document.arrangement(LayoutKind::Web) == std::vector<KeptPlace>(moved.begin() + 1, moved.end()));
        unpin(document, openai);
        QVERIFY(document.arrangement(LayoutKind::Web).empty());
        document.undoStack().undo();
        document.undoStack().undo();
        QVERIFY(document.arrangement(LayoutKind::Web) == moved);
    }

    void keysAndPositionsAgree()
    {
        Document document;
        document.openEmbedded();
        const auto &network = document.network();
        for (int i = 0; i < static_cast<int>(network.edges.size()); ++i) {
            const EdgeKey key = keyOf(*document.snapshot(), network, i);
            QCOMPARE(edgeOf(*document.snapshot(), network, key), i);
            for (const int deal : network.edges[static_cast<std::size_t>(i)].deals)
                QCOMPARE(edgeOfDeal(network, deal), i);
        }
    }

    void sentencesNameWhatIsThere()
    {
        Document document;
        document.openEmbedded();
        const EdgeKey key{openai, OrganizationId("oracle"), Family::Compute};
        const QString sentence = describe(*document.snapshot(), document.network(), key);
        QVERIFY2(sentence.startsWith("OpenAI pays Oracle: $300B, 4.5 GW"), qPrintable(sentence));
        QCOMPARE(titleOf(*document.snapshot(), key), "OpenAI to Oracle");
        QVERIFY(describe(*document.snapshot(), document.network(), OrganizationId("anthropic")).contains("not in view"));
        QCOMPARE(describe(*document.snapshot(), document.network(), {}), QString());
        const EdgeKey mixed{OrganizationId("nvidia"), OrganizationId("sb-energy"), Family::Capital};
        const QString parts = describe(*document.snapshot(), document.network(), mixed);
        QVERIFY2(parts.contains("$1.5B paid, up to $1.5B potential"), qPrintable(parts));
        Perspective reported = document.perspective();
        reported.asReported = true;
        document.setPerspective(reported);
        const QString edges = describe(*document.snapshot(), document.network(), openai);
        QVERIFY2(edges.endsWith(": 4 edges as reported"), qPrintable(edges));
    }

    void recentFilesAreShortAndUnique()
    {
        RecentFiles files;
        for (int i = 0; i < 20; ++i)
            files.add(QString("/data/%1.json").arg(i % 10));
        QCOMPARE(files.paths().size(), RecentFiles::limit());
        QCOMPARE(files.paths().front(), "/data/9.json");
        files.add("/data/5.json");
        QCOMPARE(files.paths().front(), "/data/5.json");
        QCOMPARE(files.paths().count("/data/5.json"), 1);
        QCOMPARE(RecentFiles(files.paths()).paths(), files.paths());
        files.forget("/data/5.json");
        QVERIFY(!files.paths().contains("/data/5.json"));
    }
};

DEALSCAPE_TEST(DocumentTest, QGuiApplication)
#include "test_document.moc"
