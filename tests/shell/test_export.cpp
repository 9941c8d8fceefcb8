// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "fixture.h"

#include "export/tag.h"
#include "publishing/exportpane.h"
#include "publishing/extentfields.h"
#include "publishing/filenames.h"
#include "publishing/printing.h"
#include "publishing/written.h"
#include "resources/embedded.h"
#include "shell/exports.h"
#include "widgets/look.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>

using namespace dealscape;
using namespace dealscape::shell;
using exporting::Format;

/// Takes the place of the desktop's file manager.
class FolderOpener : public QObject {
    Q_OBJECT

public:
    QUrl opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened = url; }
};

namespace {

struct ExportWindow : ShownWindow {
    publishing::ExportDialog &dialog()
    {
        window->actions()[ActionId::ExportPicture]->trigger();
        return *window->exports().dialog();
    }
};

template <class W>
W *named(QWidget &parent, const QString &name)
{
    for (W *widget : parent.findChildren<W *>())
        if (widget->accessibleName() == name)
            return widget;
    qFatal("no such field: %s", qPrintable(name));
    return nullptr;
}

QAbstractButton *labelled(QWidget &parent, const QString &text)
{
    for (QAbstractButton *button : parent.findChildren<QAbstractButton *>())
        if (button->text().remove(u'&') == text)
            return button;
    qFatal("no such button: %s", qPrintable(text));
    return nullptr;
}

void typePath(publishing::ExportDialog &dialog, const QString &path)
{
    auto *field = named<QLineEdit>(dialog, "Name of the files");
    field->selectAll();
    QTest::keyClicks(field, path);
}

void chooseSize(publishing::ExportDialog &dialog, QSize pixels)
{
    named<QSpinBox>(dialog, "Width in pixels")->setValue(pixels.width());
    named<QSpinBox>(dialog, "Height in pixels")->setValue(pixels.height());
}

} // namespace

class ExportTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void saysWhatGroundTheColoursSuit()
    {
        ExportWindow f;
        publishing::ExportDialog &dialog = f.dialog();
        const auto *words = dialog.findChild<QLabel *>(QStringLiteral("ground"));
        QVERIFY(words->isHidden());
        labelled(dialog, "Transparent ground")->click();
        QVERIFY(!words->isHidden());
        for (const char *theme : {"Light", "Print"}) {
            labelled(dialog, theme)->click();
            QVERIFY2(words->text().contains(QStringLiteral("choose the dark colours")), theme);
        }
        labelled(dialog, "Dark")->click();
        QCOMPARE(words->text(), QStringLiteral("Light letters: for a dark ground only."));
        labelled(dialog, "Light")->click();
        labelled(dialog, "Transparent ground")->click();
        QVERIFY(words->isHidden());
    }

    void previewsTheVeryPixels()
    {
        ExportWindow f;
        publishing::ExportDialog &dialog = f.dialog();
        QSignalSpy previewed(&dialog, &publishing::ExportDialog::previewed);
        QVERIFY(previewed.wait(patience));
        auto *pane = dialog.findChild<publishing::ExportPane *>();
        QCOMPARE(pane->image().size(), QSize(1920, 1080));
        chooseSize(dialog, {900, 600});
        QVERIFY(previewed.wait(patience));
        QTRY_COMPARE_WITH_TIMEOUT(pane->image().size(), QSize(900, 600), patience);
        const QImage shown = pane->image();
        typePath(dialog, f.folder.filePath("picture.png"));
        QSignalSpy written(&dialog, &publishing::ExportDialog::written);
        dialog.accept();
        QVERIFY(dialog.writing());
        QVERIFY(written.wait(patience));
        QVERIFY(!dialog.isVisible());
        // In one pixel they were a shade apart once; why is not known.
        const QImage file = QImage(f.folder.filePath("picture.png")).convertToFormat(shown.format());
        QCOMPARE(file.size(), shown.size());
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x) {
                const QColor there = file.pixelColor(x, y);
                const QColor here = shown.pixelColor(x, y);
                const int apart = std::max(
                    {std::abs(there.red() - here.red()), std::abs(there.green() - here.green()), std::abs(there.blue() - here.blue())});
                QVERIFY2(apart <= 1, qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
            }
    }

    void magnifiesOnAClick()
    {
        ExportWindow f;
        publishing::ExportDialog &dialog = f.dialog();
        QSignalSpy previewed(&dialog, &publishing::ExportDialog::previewed);
        QVERIFY(previewed.wait(patience));
        auto *pane = dialog.findChild<publishing::ExportPane *>();
        QVERIFY(pane->scale() < 1);
        QTest::mouseClick(pane, Qt::LeftButton);
        QVERIFY(pane->magnified());
        QCOMPARE(pane->scale(), 1.0);
        QTest::keyClick(pane, Qt::Key_Space);
        QVERIFY(!pane->magnified());
    }

    void keepsSizesInStep()
    {
        publishing::ExtentFields fields;
        QSignalSpy edited(&fields, &publishing::ExtentFields::edited);
        named<QDoubleSpinBox>(fields, "Pixels an inch")->setValue(300);
        named<QDoubleSpinBox>(fields, "Width in millimetres")->setValue(297);
        named<QDoubleSpinBox>(fields, "Height in millimetres")->setValue(210);
        QCOMPARE(fields.extent().pixels(), QSize(3508, 2480));
        QCOMPARE(named<QSpinBox>(fields, "Width in pixels")->value(), 3508);
        named<QDoubleSpinBox>(fields, "Pixels an inch")->setValue(150);
        QCOMPARE(named<QSpinBox>(fields, "Height in pixels")->value(), 1240);
        named<QSpinBox>(fields, "Width in pixels")->setValue(1500);
        QCOMPARE(named<QDoubleSpinBox>(fields, "Width in millimetres")->value(), 254.0);
        QCOMPARE(edited.size(), 5);
    }

    void writesSeveralFormatsAndRemembers()
    {
        ExportWindow f;
        {
            publishing::ExportDialog &dialog = f.dialog();
            typePath(dialog, f.folder.filePath("deals"));
            for (const char *format : {"SVG", "PDF", "Transparent ground", "Legend"})
                labelled(dialog, format)->click();
            labelled(dialog, "Dark")->click();
            chooseSize(dialog, {800, 500});
            named<QLineEdit>(dialog, "Author")->setText("The desk");
            QSignalSpy written(&dialog, &publishing::ExportDialog::written);
            labelled(dialog, "Export")->click();
            QVERIFY(written.wait(patience));
            QCOMPARE(written.front().front().toStringList().size(), 3);
        }
        QCOMPARE(QImage(f.folder.filePath("deals.png")).pixel(0, 0), qRgba(0, 0, 0, 0));
        QVERIFY(QFile::exists(f.folder.filePath("deals.svg")) && QFile::exists(f.folder.filePath("deals.pdf")));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        publishing::ExportDialog &again = f.dialog();
        const publishing::ExportChoices choices = again.choices();
        QVERIFY(choices.formats == std::set({Format::Png, Format::Svg, Format::Pdf}));
        QCOMPARE(choices.options.custom.pixels(), QSize(800, 500));
        QVERIFY(choices.options.theme == style::ThemeKind::Dark && choices.options.transparent);
        QVERIFY(!choices.options.parts.testFlag(picture::Part::Legend) && choices.options.parts.testFlag(picture::Part::Title));
        QCOMPARE(choices.options.author, "The desk");
        QCOMPARE(choices.folder, f.folder.path());
    }

    void damagedSettingsAreDefaults()
    {
        const QVariantMap damaged{
            {"formats", "gif"}, {"preset", 7}, {"size", QVariantMap{{"width", -1}, {"dpi", "nan"}}}, {"theme", "pink"}};
        const publishing::ExportChoices choices = publishing::choicesFrom(damaged);
        QVERIFY(choices.formats == publishing::ExportChoices().formats);
        QVERIFY(choices.options.preset == exporting::Preset::Slide && choices.options.custom == exporting::Extent());
        QVERIFY(choices.options.theme == style::ThemeKind::Light);
    }

    void takesTheNameFromTheFileDialog()
    {
        ExportWindow f;
        publishing::ExportDialog &dialog = f.dialog();
        dialog.setChooser([&](QWidget *, const QString &) { return f.folder.filePath("chosen.svg"); });
        labelled(dialog, "Choose…")->click();
        QCOMPARE(dialog.paths(), QStringList({f.folder.filePath("chosen.png"), f.folder.filePath("chosen.svg")}));
        dialog.setChooser([](QWidget *, const QString &) { return QString(); });
        labelled(dialog, "Choose…")->click();
        QCOMPARE(dialog.paths().size(), 2);
        typePath(dialog, " ");
        QVERIFY(dialog.paths().isEmpty());
        QVERIFY(!labelled(dialog, "Export")->isEnabled());
    }

    void stopsALargePicture()
    {
        ExportWindow f;
        publishing::ExportDialog &dialog = f.dialog();
        typePath(dialog, f.folder.filePath("large"));
        chooseSize(dialog, {9000, 6000});
        dialog.accept();
        QVERIFY(dialog.writing());
        labelled(dialog, "Stop")->click();
        QVERIFY(!dialog.writing());
        QVERIFY(dialog.isVisible());
        QVERIFY(labelled(dialog, "Export")->isEnabled());
        QVERIFY(QThreadPool::globalInstance()->waitForDone(patience));
        QVERIFY(!QFile::exists(f.folder.filePath("large.png")));
        labelled(dialog, "Close")->click();
        QVERIFY(!dialog.isVisible());
    }

    void saysWhyItFailed()
    {
        ExportWindow f;
        publishing::ExportDialog &dialog = f.dialog();
        typePath(dialog, "/nowhere/at/all");
        chooseSize(dialog, {640, 400});
        dialog.accept();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.writing(), patience);
        QVERIFY(dialog.isVisible());
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains("/nowhere/at/all.png: "); }));
    }

    void copiesPixelsPngAndSvg()
    {
        ExportWindow f;
        f.window->actions()[ActionId::CopyPicture]->trigger();
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1920, 1080));
        QVERIFY(data->data("image/svg+xml").contains("organization-openai"));
        const QString path = f.folder.filePath("copied.png");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(data->data("image/png"));
        file.close();
        QCOMPARE(QImageReader(path).size(), QSize(1920, 1080));
        QVERIFY(exporting::readTag(path).has_value());
    }

    /// For a slide or a page that has words of its own.
    void copiesTheNetworkAlone()
    {
        ExportWindow f;
        f.window->actions()[ActionId::CopyNetwork]->trigger();
        const QImage image = QGuiApplication::clipboard()->image();
        QVERIFY(image.hasAlphaChannel());
        for (const QPoint corner : {QPoint(0, 0), image.rect().topRight(), image.rect().bottomLeft(), image.rect().bottomRight()})
            QCOMPARE(qAlpha(image.pixel(corner)), 0);
        const QByteArray svg = QGuiApplication::clipboard()->mimeData()->data("image/svg+xml");
        QVERIFY(svg.contains("organization-openai"));
        QVERIFY(!svg.contains("Counted once") && !svg.contains("Organisations, by layer"));
    }

    void namesAPictureByTitleFocusAndDate()
    {
        ExportWindow f;
        document::Document &document = f.window->document();
        const QString title = publishing::stemFrom(QString::fromStdString(document.dataset().title), {});
        const QString date = QString::fromStdString(document.dataset().asOf->iso());
        QVERIFY(!title.isEmpty() && !date.isEmpty());
        QCOMPARE(f.window->exports().subject().name, title + u'-' + date);
        document.focus(Focus{OrganizationId("oracle"), 1});
        QCOMPARE(f.window->exports().subject().name, title + "-oracle-" + date);
        document.focus(std::nullopt);
        Perspective article = document.perspective();
        article.asReported = true;
        document.setPerspective(article);
        QCOMPARE(f.window->exports().subject().name, title + "-as-reported-2025-10");
        QCOMPARE(publishing::stemFrom("…", "chart"), QStringLiteral("chart"));
        QCOMPARE(publishing::stemFrom("OpenAI, by partner ($B)", "chart"), QStringLiteral("openai-by-partner-b"));
    }

    void saysWhereItWroteAndOpensTheFolder()
    {
        ExportWindow f;
        auto *told = f.window->findChild<publishing::Written *>();
        QVERIFY(told && told->isHidden());
        const QString path = f.folder.filePath("a.png");
        f.window->tellWritten({path, f.folder.filePath("a.svg")});
        QVERIFY(told->isVisible());
        QVERIFY2(told->accessibleName().startsWith("Wrote a.png, a.svg in ") &&
                     told->accessibleName().endsWith(QDir(f.folder.path()).dirName()),
                 qPrintable(told->accessibleName()));
        FolderOpener opener;
        QDesktopServices::setUrlHandler("file", &opener, "open");
        told->click();
        QDesktopServices::unsetUrlHandler("file");
        QCOMPARE(opener.opened, QUrl::fromLocalFile(f.folder.path()));
    }

    void printsOnePageOfVectors()
    {
        ExportWindow f;
        const publishing::ExportSubject subject = f.window->exports().subject();
        const QString path = f.folder.filePath("print.pdf");
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setPageOrientation(QPageLayout::Landscape);
        publishing::printOn(printer, {subject.snapshot, {}, subject.sight});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-") && bytes.contains("/FontFile") && bytes.contains("/Count 1"));
        const publishing::ExportOrder order = publishing::orderFor(printer, {subject.snapshot, {}, subject.sight});
        QVERIFY(order.options.theme == style::ThemeKind::Print);
        const QSizeF paper = order.options.extent().millimetres();
        QVERIFY(paper.width() > paper.height() && paper.width() <= 297);
    }
};

DEALSCAPE_TEST(ExportTest, StyledApplication)
#include "test_export.moc"
