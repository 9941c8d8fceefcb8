// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parties.h"
#include "testmain.h"

#include <QTest>

#include "document/lookup.h"
#include "document/picturejob.h"
#include "document/storycommands.h"
#include "drawing/places.h"

#include <QGuiApplication>
#include <QLineF>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <functional>

using namespace dealscape;
using namespace dealscape::document;

using StoryEdit = std::function<void(Document &)>;
Q_DECLARE_METATYPE(StoryEdit)

namespace {

const std::vector<Story> &storiesOf(const Document &document)
{
    return document.dataset().stories;
}

std::vector<std::string> namesOf(const Document &document)
{
    std::vector<std::string> names;
    for (const Scene &scene : storiesOf(document).front().scenes)
        names.push_back(scene.name);
    return names;
}

int scenesOf(const Document &document)
{
    return static_cast<int>(storiesOf(document).front().scenes.size());
}

Scene changed(const Document &document, int scene, void (*change)(Scene &))
{
    Scene next = storiesOf(document).front().scenes[static_cast<std::size_t>(scene)];
    change(next);
    return next;
}

} // namespace

class StoriesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void anEditThatEndsWhereItBeganLeavesNothing()
    {
        Document document;
        document.openEmbedded();
        const std::vector<Story> before = storiesOf(document);
        setScene(document, {0, 1}, SceneField::Caption, changed(document, 1, [](Scene &s) { s.caption += 'x'; }));
        QCOMPARE(document.undoStack().count(), 1);
        setScene(document, {0, 1}, SceneField::Caption, changed(document, 1, [](Scene &s) { s.caption.pop_back(); }));
        QCOMPARE(document.undoStack().count(), 0);
        QVERIFY(!document.undoStack().canUndo());
        QVERIFY(storiesOf(document) == before);
    }

    void takesBackWhatWasDone_data()
    {
        QTest::addColumn<StoryEdit>("edit");
        const auto row = [](const char *name, StoryEdit edit) { QTest::newRow(name) << edit; };
        row("capture", [](Document &d) { insertScene(d, {0, 3}, sceneOf(d, {})); });
        row("rename", [](Document &d) { setScene(d, {0, 1}, SceneField::Name, changed(d, 1, [](Scene &s) { s.name = "Other"; })); });
        row("caption", [](Document &d) { setScene(d, {0, 1}, SceneField::Caption, changed(d, 1, [](Scene &s) { s.caption = "Other"; })); });
        row("notes", [](Document &d) { setScene(d, {0, 1}, SceneField::Notes, changed(d, 1, [](Scene &s) { s.notes = "Other"; })); });
        row("chart", [](Document &d) { setScene(d, {0, 1}, SceneField::Chart, changed(d, 1, [](Scene &s) { s.chart = "kind"; })); });
        row("update", [](Document &d) { setScene(d, {0, 6}, SceneField::View, sceneOf(d, {})); });
        row("move", [](Document &d) { moveScene(d, {0, 1}, 4); });
        row("duplicate", [](Document &d) { duplicateScene(d, {0, 2}); });
        row("delete", [](Document &d) { removeScene(d, {0, 2}); });
        row("new story", [](Document &d) { addStory(d, QStringLiteral("Another")); });
        row("rename story", [](Document &d) { renameStory(d, 0, QStringLiteral("Another")); });
        row("delete story", [](Document &d) { removeStory(d, 0); });
    }

    void takesBackWhatWasDone()
    {
        QFETCH(StoryEdit, edit);
        Document document;
        document.openEmbedded();
        const Dataset before = document.dataset();
        const Viewpoint view = document.viewpoint();
        QSignalSpy told(&document, &Document::changed);
        edit(document);
        QCOMPARE(document.undoStack().count(), 1);
        QVERIFY(!document.undoStack().isClean());
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.front().front().value<Changes>(), Changes(Change::Stories));
        const Dataset after = document.dataset();
        QVERIFY(after.stories != before.stories);
        QVERIFY(after.deals == before.deals);
        QVERIFY(document.viewpoint() == view);
        document.undoStack().undo();
        QVERIFY(document.dataset() == before);
        document.undoStack().redo();
        QVERIFY(document.dataset() == after);
    }

    void pushesNothingForNothing_data()
    {
        QTest::addColumn<StoryEdit>("edit");
        const auto row = [](const char *name, StoryEdit edit) { QTest::newRow(name) << edit; };
        row("same name", [](Document &d) { setScene(d, {0, 1}, SceneField::Name, changed(d, 1, [](Scene &) {})); });
        row("move to itself", [](Document &d) { moveScene(d, {0, 1}, 1); });
        row("move beyond the end", [](Document &d) { moveScene(d, {0, 1}, scenesOf(d)); });
        row("scene outside", [](Document &d) { removeScene(d, {0, scenesOf(d)}); });
        row("story outside", [](Document &d) { duplicateScene(d, {1, 0}); });
    }

    void pushesNothingForNothing()
    {
        QFETCH(StoryEdit, edit);
        Document document;
        document.openEmbedded();
        edit(document);
        QCOMPARE(document.undoStack().count(), 0);
    }

    void movesBothWays()
    {
        Document document;
        document.openEmbedded();
        const auto names = namesOf(document);
        moveScene(document, {0, 0}, 2);
        QCOMPARE(namesOf(document)[2], names[0]);
        QCOMPARE(namesOf(document)[0], names[1]);
        moveScene(document, {0, 2}, 0);
        QVERIFY(namesOf(document) == names);
    }

    void typesInOneStep()
    {
        Document document;
        document.openEmbedded();
        const auto type = [&](const char *text) {
            Scene scene = storiesOf(document).front().scenes[0];
            scene.caption = text;
            setScene(document, {0, 0}, SceneField::Caption, scene);
        };
        const std::string before = storiesOf(document).front().scenes[0].caption;
        for (const char *text : {"W", "We", "Web"})
            type(text);
        QCOMPARE(document.undoStack().count(), 1);
        duplicateScene(document, {0, 0});
        type("Web again");
        QCOMPARE(document.undoStack().count(), 3);
        for (int i = 0; i < 3; ++i)
            document.undoStack().undo();
        QCOMPARE(storiesOf(document).front().scenes[0].caption, before);
    }

    void fieldsOfOneSceneAreStepsOfTheirOwn()
    {
        Document document;
        document.openEmbedded();
        const std::vector<Story> before = storiesOf(document);
        setScene(document, {0, 1}, SceneField::Name, changed(document, 1, [](Scene &s) { s.name = "A"; }));
        setScene(document, {0, 1}, SceneField::Caption, changed(document, 1, [](Scene &s) { s.caption = "B"; }));
        setScene(document, {0, 1}, SceneField::Notes, changed(document, 1, [](Scene &s) { s.notes = "C"; }));
        setScene(document, {0, 2}, SceneField::Notes, changed(document, 2, [](Scene &s) { s.notes = "C"; }));
        QCOMPARE(document.undoStack().count(), 4);
        document.undoStack().undo();
        document.undoStack().undo();
        const Scene &scene = storiesOf(document).front().scenes[1];
        QCOMPARE(scene.name, std::string("A"));
        QCOMPARE(scene.caption, std::string("B"));
        QCOMPARE(scene.notes, before.front().scenes[1].notes);
    }

    /// What hands arranged goes into a scene and with it into the file. Who looks at the scene sees it, and the file's own places stay.
    void aSceneKeepsWhatHandsArranged()
    {
        const std::vector<KeptPlace> hands = {{openai, 100, 90, true}, {OrganizationId("oracle"), 400, 300, false}};
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("kept.json"));
        {
            Document document;
            document.openEmbedded();
            document.arrange(LayoutKind::Web, hands, QStringLiteral("Move"));
            insertScene(document, {0, 0}, sceneOf(document, {}));
            document.arrange(LayoutKind::Web, {}, QStringLiteral("Arrange afresh"));
            QVERIFY(document.save(path));
        }
        Document document;
        QVERIFY(document.open(path));
        const Scene scene = storiesOf(document).front().scenes.front();
        QCOMPARE(scene.places.size(), 2u);
        QVERIFY(document.arrangement(LayoutKind::Web).empty());
        PictureJob job(document);
        job.setCanvas({1504, 904});
        const auto seen = [&] {
            const Placed &placed = *job.placed();
            const layout::Point at = placed.placement.nodes[static_cast<std::size_t>(nodeOf(*placed.snapshot, placed.network, openai))];
            return drawing::betweenRooms({at.x, at.y}, placed.room, drawing::handsRoom());
        };
        const QPointF free = seen();
        Viewpoint next = document.viewpoint();
        next.perspective = scene.perspective;
        next.places = scene.places;
        QSignalSpy told(&document, &Document::changed);
        document.look(next);
        QVERIFY(told.front().front().value<Changes>().testFlag(Change::Arrangement));
        QVERIFY(document.arrangement(LayoutKind::Web) == hands);
        QVERIFY(QLineF(seen(), {100, 90}).length() < 0.01);
        QVERIFY(!document.modified());
        QVERIFY(sceneOf(document, {}).places == scene.places);
        document.back();
        QVERIFY(document.arrangement(LayoutKind::Web).empty());
        QCOMPARE(seen(), free);

        document.forward();
        Perspective other = document.perspective();
        other.filter.maximumTier = 2;
        document.setPerspective(other);
        QVERIFY(document.arrangement(LayoutKind::Web) == hands);
        other.layout = LayoutKind::Orbit;
        document.setPerspective(other);
        QVERIFY(document.arrangement(LayoutKind::Orbit).empty());
        document.back();

        // The next hand moves one of them, and the file keeps what is seen.
        std::vector<KeptPlace> further = hands;
        further.front().x = 200;
        document.arrange(LayoutKind::Web, further, QStringLiteral("Move"));
        QVERIFY(document.viewpoint().places.empty());
        QVERIFY(document.arrangement(LayoutKind::Web) == further);
        QVERIFY(document.modified());
        document.undoStack().undo();
        QVERIFY(!document.modified());
    }

    void beginsAStoryWhereThereIsNone()
    {
        Document document;
        document.openEmbedded();
        removeStory(document, 0);
        QVERIFY(storiesOf(document).empty());
        const SceneSpot spot = insertScene(document, {0, 0}, sceneOf(document, {}));
        QCOMPARE(spot, (SceneSpot{0, 0}));
        QCOMPARE(storiesOf(document).size(), std::size_t{1});
        QVERIFY(!storiesOf(document).front().id.text().empty());
        const int second = addStory(document, QStringLiteral("Second"));
        QVERIFY(storiesOf(document)[static_cast<std::size_t>(second)].id != storiesOf(document).front().id);
    }

    void capturesWhatIsLookedAt()
    {
        Document document;
        document.openEmbedded();
        Perspective perspective = document.perspective();
        perspective.lens = Lens::Power;
        document.setPerspective(perspective);
        document.select(DealId("oracle-openai-compute"));
        const std::vector<OrganizationId> sight = {OrganizationId("openai"), OrganizationId("oracle")};
        const Scene scene = sceneOf(document, sight);
        QVERIFY(scene.perspective == perspective);
        QVERIFY(scene.frame == sight);
        QVERIFY(scene.highlighted == std::vector<std::string>{"oracle-openai-compute"});
        document.select(OrganizationId("oracle"));
        const Scene around = sceneOf(document, {});
        QVERIFY(around.highlighted.size() > 2);
        QVERIFY(std::ranges::find(around.highlighted, "oracle-openai-compute") != around.highlighted.end());
    }

    void survivesTheFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("story.json"));
        Document document;
        document.openEmbedded();
        Scene scene = sceneOf(document, {OrganizationId("openai")});
        scene.name = "\xC3\x9C"
                     "berblick";
        scene.caption = "A caption";
        scene.notes = "Two\nlines";
        scene.chart = "partner";
        insertScene(document, {0, 12}, scene);
        QVERIFY(document.save(path).has_value());
        QVERIFY(document.undoStack().isClean());
        Document again;
        QVERIFY(again.open(path));
        QVERIFY(storiesOf(again) == storiesOf(document));
    }
};

DEALSCAPE_TEST(StoriesTest, QGuiApplication)
#include "test_stories.moc"
