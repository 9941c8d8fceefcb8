// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "fixture.h"

#include "document/editing.h"
#include "document/lookup.h"
#include "export/tag.h"
#include "io/writer.h"
#include "resources/embedded.h"
#include "shell/exports.h"
#include "shell/presenting.h"
#include "widgets/look.h"

#include <QApplication>
#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <cmath>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

/// A PNG of what the window shows, at a small size.
QString exported(ShownWindow &f, const QString &name)
{
    const publishing::ExportSubject subject = f.window->exports().subject();
    exporting::PictureOptions options;
    options.preset = exporting::Preset::Custom;
    options.custom = exporting::Extent::ofPixels({640, 400});
    const QString path = f.folder.filePath(name);
    if (!exporting::Exhibit(subject.snapshot->index(), options, subject.sight).write(path))
        qFatal("cannot write");
    return path;
}

QString boxText(ShownWindow &f)
{
    const auto *box = f.window->findChild<QMessageBox *>();
    return box ? box->text() + u' ' + box->informativeText() : QString();
}

} // namespace

class PictureFileTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void aPictureLeadsBackToItsView()
    {
        ShownWindow f;
        Perspective seen = f.document().perspective();
        seen.lens = Lens::Power;
        seen.focus = Focus{OrganizationId("oracle"), 1};
        f.document().setPerspective(seen);
        const QString path = exported(f, "view.png");
        const Perspective other = f.document().dataset().opening;
        f.document().setPerspective(other);
        f.open(path);
        QCOMPARE(f.document().perspective(), seen);
        QVERIFY(boxText(f).isEmpty());
        f.document().back();
        QCOMPARE(f.document().perspective(), other);

        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &drop);
        QTRY_COMPARE(f.document().perspective(), seen);
        QVERIFY(f.settings.recent().paths().isEmpty());
    }

    void aPictureBringsBackWhatHandsDid()
    {
        ShownWindow f;
        document::Document &document = f.document();
        const document::PlacedPointer placed = f.window->pictureJob().placed();
        const auto &edges = placed->network.edges;
        const auto ribbon = std::ranges::find_if(edges, [](const network::NetworkEdge &edge) { return edge.deals.size() > 1; });
        const document::EdgeKey key = document::keyOf(*placed->snapshot, placed->network, static_cast<int>(ribbon - edges.begin()));
        document.toggleOpened(key);
        const std::vector<KeptPlace> hands = {{OrganizationId("nvidia"), placed->room.width() * 0.25, placed->room.height() * 0.75}};
        document.arrange(LayoutKind::Web, hands, QStringLiteral("Move"));
        const document::PlacedPointer seen = f.window->pictureJob().placed();
        const QString path = exported(f, "hands.png");
        document.toggleOpened(key);
        document.undoStack().undo();
        QVERIFY(!document.viewpoint().opened.contains(key));

        f.open(path);
        QVERIFY(document.viewpoint().opened.contains(key));
        QVERIFY(document::pinned(document, OrganizationId("nvidia")));
        const document::PlacedPointer again = f.window->pictureJob().placed();
        QCOMPARE(again->placement.nodes.size(), seen->placement.nodes.size());
        for (std::size_t i = 0; i < seen->placement.nodes.size(); ++i) {
            QVERIFY(std::abs(again->placement.nodes[i].x - seen->placement.nodes[i].x) < 0.02);
            QVERIFY(std::abs(again->placement.nodes[i].y - seen->placement.nodes[i].y) < 0.02);
        }
        document.undoStack().undo();
        QVERIFY(document.arrangement(LayoutKind::Web).empty());
    }

    void showsWhatTheWindowShowsWhenStoriesAreEdited()
    {
        ShownWindow f;
        f.window->presenting().capture();
        QVERIFY(f.window->exports().subject().snapshot == f.document().snapshot());
        f.document().setPerspective(f.document().dataset().stories.front().scenes.back().perspective);
        QVERIFY(f.window->exports().subject().sight.perspective == f.document().perspective());
    }

    void findsTheDatasetOfAPicture()
    {
        ShownWindow f;
        const QString path = exported(f, "view.png");
        Dataset other = f.document().dataset();
        other.title = "Another one";
        const QString file = f.folder.filePath("other.json");
        QVERIFY(io::saveFile(file.toStdString(), other).has_value());
        f.open(file);
        const QString second = exported(f, "second.png");
        f.open(path);
        QVERIFY(f.document().path().isEmpty());
        QVERIFY2(boxText(f).isEmpty(), qPrintable(boxText(f)));
        f.open(second);
        QCOMPARE(f.document().path(), file);
        QVERIFY2(boxText(f).isEmpty(), qPrintable(boxText(f)));
    }

    void saysWhenTheDatasetDiffers()
    {
        ShownWindow f;
        auto other = std::make_shared<Dataset>(f.document().dataset());
        other->title = "Changed";
        other->deals.pop_back();
        const QString png = f.folder.filePath("changed.png");
        const Index index(*other);
        exporting::Sight sight;
        sight.perspective = other->opening;
        sight.perspective.lens = Lens::Deals;
        QVERIFY(exporting::Exhibit(index, {}, sight).write(png));
        f.open(png);
        QVERIFY2(boxText(f).contains("Changed") && boxText(f).contains("may differ"), qPrintable(boxText(f)));
        QVERIFY(f.document().perspective().lens == Lens::Deals);
    }

    void refusesAViewOfStrangers_data()
    {
        QTest::addColumn<Perspective>("strange");
        Perspective view;
        view.focus = Focus{OrganizationId("stranger"), 1};
        QTest::newRow("focus") << view;
        view = {};
        view.trail = Trail{{OrganizationId("openai"), OrganizationId("stranger")}};
        QTest::newRow("trail") << view;
        view = {};
        view.filter.layers = {LayerId("strange")};
        QTest::newRow("layers") << view;
    }

    void refusesAViewOfStrangers()
    {
        QFETCH(Perspective, strange);
        ShownWindow f;
        exporting::PngOptions options;
        options.texts = exporting::textsOf({strange, "0", "Strange deals"});
        QImage blank(10, 10, QImage::Format_RGB32);
        blank.fill(Qt::white);
        const QString png = f.folder.filePath("strange.png");
        QVERIFY(exporting::writePng(png, blank, options));
        const Perspective before = f.document().perspective();
        f.open(png);
        QVERIFY2(boxText(f).contains("Strange deals"), qPrintable(boxText(f)));
        QCOMPARE(f.document().perspective(), before);
    }

    void saysWhenAPictureHasNoView()
    {
        ShownWindow f;
        QImage blank(10, 10, QImage::Format_RGB32);
        blank.fill(Qt::white);
        const QString plain = f.folder.filePath("plain");
        QVERIFY(blank.save(plain, "PNG"));
        f.open(plain);
        QVERIFY2(boxText(f).contains("says nothing about a view"), qPrintable(boxText(f)));
        QCOMPARE(f.document().name(), "Built-in dataset");
    }
};

DEALSCAPE_TEST(PictureFileTest, StyledApplication)
#include "test_picturefile.moc"
