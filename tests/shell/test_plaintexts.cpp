// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "fixture.h"

#include "panels/address.h"
#include "panels/tablespanel.h"
#include "resources/embedded.h"
#include "shell/sidedock.h"
#include "words/plain.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QTabBar>
#include <QTableView>
#include <QTextDocumentFragment>
#include <QToolTip>

#include <functional>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

/// A name as markup that would load a picture, with a place marker, and with an override of direction.
std::string hostile(const std::string &text)
{
    return "<h1>%2 <img src=\"file:///missing.png\">\xE2\x80\xAE" + text + "</h1>";
}

/// The embedded dataset with each of its texts turned into markup.
std::shared_ptr<const Dataset> hostileDataset()
{
    const QByteArray bytes(resources::defaultDataset().data(), static_cast<qsizetype>(resources::defaultDataset().size()));
    io::ReadResult read = io::readDataset(bytes.toStdString(), "built-in dataset");
    if (!read.dataset)
        qFatal("no dataset");
    auto dataset = std::make_shared<Dataset>(std::move(*read.dataset));
    for (std::string *text : {&dataset->title, &dataset->description})
        *text = hostile(*text);
    for (Layer &layer : dataset->layers)
        layer.label = hostile(layer.label);
    for (Organization &o : dataset->organizations) {
        for (std::string *text : {&o.name, &o.shortName, &o.kind, &o.country, &o.note, &o.listing.ticker, &o.listing.exchange})
            *text = hostile(*text);
        if (o.valuation)
            o.valuation->kind = hostile(o.valuation->kind);
    }
    for (Deal &d : dataset->deals) {
        for (std::string *text : {&d.headline, &d.note, &d.asAnnounced, &d.statusDetail, &d.commitment, &d.currency})
            *text = hostile(*text);
        for (Estimate &estimate : d.estimates)
            estimate.label = hostile(estimate.label);
    }
    for (Source &s : dataset->sources)
        for (std::string *text : {&s.publisher, &s.title})
            *text = hostile(*text);
    for (Claim &c : dataset->claims)
        for (std::string *text : {&c.statement, &c.note})
            *text = hostile(*text);
    for (std::string &note : dataset->notes)
        note = hostile(note);
    for (Story &story : dataset->stories) {
        story.title = hostile(story.title);
        for (Scene &scene : story.scenes)
            for (std::string *text : {&scene.name, &scene.caption, &scene.notes})
                *text = hostile(*text);
    }
    return dataset;
}

struct HostileWindow : ShownWindow {
    HostileWindow()
    {
        document().adopt(QString(), std::make_shared<document::Snapshot>(hostileDataset(), 99), {});
        window->grab();
    }
};

/// What a tool tip shows at a point of a widget, as a reader sees it; nothing where there is none.
QString tipAt(QWidget &widget, QPoint at)
{
    for (QWidget *top : QApplication::topLevelWidgets())
        if (top->inherits("QTipLabel"))
            top->hide();
    QHelpEvent help(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QApplication::sendEvent(&widget, &help);
    const QString markup = QToolTip::isVisible() ? QToolTip::text() : QString();
    if (Qt::mightBeRichText(markup))
        return QTextDocumentFragment::fromHtml(markup).toPlainText();
    return markup;
}

int labelsThatAreNotPlain(const QWidget &root)
{
    int wrong = 0;
    for (const QLabel *label : root.findChildren<QLabel *>())
        if (!label->inherits("QTipLabel") && label->textFormat() != Qt::PlainText && label->testAttribute(Qt::WA_WState_Polished)) {
            qWarning("not plain: %s", qPrintable(label->text()));
            ++wrong;
        }
    return wrong;
}

/// Walks every tool tip of the window as it is; returns how many were longer than nothing and held the markup.
int tipsShownAsWritten(QWidget &root, bool &all)
{
    int walked = 0;
    QList<QPointer<QWidget>> widgets;
    for (QWidget *widget : root.findChildren<QWidget *>())
        widgets << widget;
    for (const QPointer<QWidget> &widget : widgets) {
        if (!widget || !widget->isVisible() || !widget->toolTip().contains(u'<'))
            continue;
        const QString shown = tipAt(*widget, widget->rect().center());
        const QString wanted = words::plain(widget->toolTip());
        if (shown.simplified() != wanted.simplified()) {
            qWarning("shown as: %s", qPrintable(shown));
            all = false;
        }
        ++walked;
    }
    return walked;
}

} // namespace

class PlainTextsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void pagesShowTextAsItIs_data()
    {
        QTest::addColumn<document::Selection>("selection");
        const auto deals = hostileDataset()->deals;
        QTest::newRow("nothing") << document::Selection();
        QTest::newRow("an organisation") << document::Selection(OrganizationId("openai"));
        QTest::newRow("a deal") << document::Selection(deals[1].id);
        QTest::newRow("a ribbon") << document::Selection(
            document::EdgeKey{OrganizationId("openai"), OrganizationId("oracle"), Family::Compute});
    }

    void pagesShowTextAsItIs()
    {
        QFETCH(document::Selection, selection);
        HostileWindow f;
        f.document().select(selection);
        auto *tabs = f.window->findChild<QDockWidget *>("side")->findChild<QTabBar *>();
        bool all = true;
        int walked = 0;
        // What is selected is told on the first page; the others are the same for every selection.
        const int pages = std::holds_alternative<std::monostate>(selection) ? tabs->count() : 1;
        for (int page = 0; page < pages; ++page) {
            tabs->setCurrentIndex(page);
            QCoreApplication::processEvents();
            f.window->grab();
            walked += tipsShownAsWritten(*f.window, all);
            QCOMPARE(labelsThatAreNotPlain(*f.window), 0);
        }
        QVERIFY(all);
        QVERIFY(std::holds_alternative<std::monostate>(selection) || walked > 0);
        QVERIFY2(!f.window->windowTitle().contains(QChar(0x202e)), qPrintable(f.window->windowTitle()));
    }

    void tablesShowTextAsItIs_data()
    {
        QTest::addColumn<int>("table");
        for (int table = 0; table < panels::tableCount; ++table)
            QTest::newRow(qPrintable(panels::tableName(static_cast<panels::TableId>(table)))) << table;
    }

    void tablesShowTextAsItIs()
    {
        QFETCH(int, table);
        HostileWindow f;
        f.window->showTable(static_cast<panels::TableId>(table));
        f.window->grab();
        QTableView &view = f.window->findChild<panels::TablesPanel *>()->current()->table();
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            const QModelIndex index = view.model()->index(0, column);
            if (!index.isValid())
                continue;
            view.scrollTo(index);
            const QString tip = words::plain(index.data(Qt::ToolTipRole).toString());
            const QString shown = tipAt(*view.viewport(), view.visualRect(index).center());
            QCOMPARE(shown.simplified(), tip.simplified());
        }
        QCOMPARE(labelsThatAreNotPlain(*f.window), 0);
    }

    void boxesShowTextAsItIs()
    {
        HostileWindow f;
        const QString path = f.folder.filePath("<b>%2 plain");
        QImage blank(10, 10, QImage::Format_RGB32);
        blank.fill(Qt::white);
        QVERIFY(blank.save(path, "PNG"));
        f.open(path);
        // An address that is none as it stands is not asked about.
        panels::askToOpen(QStringLiteral("https://example.org/<b>bold</b>"), f.window.get());
        QCOMPARE(f.window->findChildren<QMessageBox *>().size(), 1);
        panels::askToOpen(QStringLiteral("https://example.org/&lt;b&gt;bold"), f.window.get());
        QMessageBox warning(QMessageBox::Warning, QStringLiteral("Not saved"), QStringLiteral("<b>bold</b>"));
        warning.setInformativeText(QStringLiteral("<i>more</i>"));
        warning.show();
        const auto boxes = f.window->findChildren<QMessageBox *>();
        QCOMPARE(boxes.size(), 2);
        for (const QMessageBox *box : boxes)
            QCOMPARE(labelsThatAreNotPlain(*box), 0);
        QCOMPARE(labelsThatAreNotPlain(warning), 0);
    }
};

DEALSCAPE_TEST(PlainTextsTest, StyledApplication)
#include "test_plaintexts.moc"
