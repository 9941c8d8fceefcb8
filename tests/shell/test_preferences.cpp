// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "fixture.h"

#include "document/editing.h"
#include "document/recovery.h"
#include "settings/preferences.h"
#include "shell/application.h"
#include "shell/exports.h"
#include "shell/keeping.h"
#include "shell/preferring.h"
#include "shell/saving.h"
#include "shell/sessionend.h"
#include "style/theme.h"
#include "widgets/look.h"
#include "widgets/pullout.h"
#include "widgets/segments.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QUrl>

#include <array>
#include <cstdlib>
#include <memory>
#include <tuple>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

style::ThemeKind shownTheme(ShownWindow &f)
{
    return f.window->diagram().stage().theme();
}

settings::Preferences *openedBy(ShownWindow &f)
{
    f.action(ActionId::Preferences).trigger();
    return f.window->preferring().dialog();
}

template <class Control>
Control *control(const settings::Preferences *dialog, const char *name)
{
    return dialog->findChild<Control *>(QLatin1String(name));
}

void choose(QComboBox *box, int row)
{
    box->setCurrentIndex(row);
    Q_EMIT box->activated(row);
}

QString copyOfDataset(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("copy.json"));
    if (!QFile::copy(testing::shippedData() + QStringLiteral("/example-offshore-wind.json"), path))
        qFatal("cannot copy");
    return path;
}

/// Fails a test that leaves the environment changed.
struct Scale {
    Scale() : before(qgetenv("QT_SCALE_FACTOR")) { qunsetenv("QT_SCALE_FACTOR"); }
    ~Scale() { before.isNull() ? qunsetenv("QT_SCALE_FACTOR") : qputenv("QT_SCALE_FACTOR", before); }
    Scale(const Scale &) = delete;
    Scale &operator=(const Scale &) = delete;
    QByteArray before;
};

} // namespace

class PreferencesTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    /// What can be pressed or typed into is told from its ground by a rim, on dark as on light.
    void controlsHaveRims_data()
    {
        QTest::addColumn<style::ThemeKind>("theme");
        QTest::newRow("light") << style::ThemeKind::Light;
        QTest::newRow("dark") << style::ThemeKind::Dark;
    }

    void controlsHaveRims()
    {
        QFETCH(style::ThemeKind, theme);
        widgets::Look look;
        const QPalette palette = widgets::paletteOf(style::theme(theme));
        QWidget ground;
        ground.setPalette(palette);
        ground.resize(240, 200);
        const std::array<QWidget *, 4> controls = {new QRadioButton(&ground), new QCheckBox(&ground), new QSpinBox(&ground),
                                                   new QPlainTextEdit(&ground)};
        for (std::size_t i = 0; i < controls.size(); ++i) {
            controls[i]->setStyle(&look);
            controls[i]->setGeometry(20, 10 + 46 * static_cast<int>(i), 120, 40);
        }
        ground.setFocus();
        const QImage image = ground.grab().toImage();
        const auto far = [](const QColor &a, const QColor &b) {
            return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) > 36;
        };
        for (const QWidget *control : controls) {
            bool rim = false;
            for (int x = control->x(); x < control->x() + 24; ++x) {
                const QColor here = image.pixelColor(x, control->geometry().center().y());
                rim = rim || (far(here, palette.color(QPalette::Window)) && far(here, palette.color(QPalette::Base)));
            }
            QVERIFY2(rim, control->metaObject()->className());
        }
        for (QWidget *control : controls)
            control->setStyle(nullptr);
    }

    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void coloursActAtOnce()
    {
        ShownWindow f;
        auto *theme = control<QComboBox>(openedBy(f), "theme");
        for (const auto &[row, kind, chrome] : {std::tuple(2, style::ThemeKind::Dark, style::theme(style::ThemeKind::Dark).chrome),
                                                std::tuple(3, style::ThemeKind::Light, QColor(Qt::white)),
                                                std::tuple(1, style::ThemeKind::Light, style::theme(style::ThemeKind::Light).chrome)})
        {
            choose(theme, row);
            QVERIFY(shownTheme(f) == kind);
            QCOMPARE(f.window->palette().color(QPalette::Window), chrome);
            QVERIFY(f.action(static_cast<ActionId>(static_cast<int>(ActionId::ThemeSystem) + row)).isChecked());
        }
    }

    void theDesktopIsFollowedWhereItMayBe()
    {
        ShownWindow f;
        f.window->applyTheme(settings::ThemeChoice::System);
        f.window->follow({true, false, false});
        QVERIFY(shownTheme(f) == style::ThemeKind::Dark);
        f.window->follow({true, true, false});
        QCOMPARE(f.window->palette().color(QPalette::WindowText), QColor(Qt::black));
        QVERIFY(shownTheme(f) == style::ThemeKind::Light);
        f.window->follow({false, false, false});
        QVERIFY(shownTheme(f) == style::ThemeKind::Light);
        f.window->applyTheme(settings::ThemeChoice::Light);
        f.window->follow({true, false, false});
        QVERIFY(shownTheme(f) == style::ThemeKind::Light);
        f.settings.setReducedMotion(false);
        f.window->follow({false, false, true});
        QVERIFY(f.window->still());
    }

    void motionActsAtOnce()
    {
        ShownWindow f;
        auto *still = control<QCheckBox>(openedBy(f), "still");
        QVERIFY(still->isChecked());
        still->click();
        QVERIFY(!f.settings.reducedMotion());
        QVERIFY(!f.action(ActionId::ReduceMotion).isChecked());
        still->click();
        QVERIFY(f.window->still());
        QVERIFY(f.action(ActionId::ReduceMotion).isChecked());
    }

    void fewerLabelsActAtOnce()
    {
        ShownWindow f;
        const auto amounts = [&f] {
            return std::ranges::count_if(f.window->diagram().stage().drawing().labels,
                                         [](const drawing::LabelMark &label) { return label.target.kind == drawing::TargetKind::Edge; });
        };
        const auto before = amounts();
        auto *fewer = control<QCheckBox>(openedBy(f), "fewer");
        QVERIFY(!fewer->isChecked());
        fewer->click();
        QVERIFY(f.settings.fewerLabels());
        QVERIFY(amounts() < before && amounts() > 0);
        fewer->click();
        QCOMPARE(amounts(), before);
    }

    void aCrashCostsWhatIsChosen()
    {
        ShownWindow f;
        QCOMPARE(f.window->keeping().recovery().pace(), std::pair(700, 1300));
        auto *recovery = control<QComboBox>(openedBy(f), "recovery");
        choose(recovery, recovery->count() - 1);
        QCOMPARE(f.settings.recoverySeconds(), 60);
        const auto [rest, latest] = f.window->keeping().recovery().pace();
        QCOMPARE(rest + latest, 60000);
    }

    void savingKeepsAsManyBackupsAsAreChosen()
    {
        ShownWindow f;
        const QString path = copyOfDataset(f.folder);
        f.open(path);
        choose(control<QComboBox>(openedBy(f), "backups"), 2);
        QCOMPARE(f.settings.backups(), 2);
    }

    void theAudienceSitsWhereItIsTold()
    {
        ShownWindow f;
        choose(control<QComboBox>(openedBy(f), "audience"), 1);
        QVERIFY(f.settings.audienceHere());
    }

    void aStartReturnsToTheLastFile()
    {
        ShownWindow f;
        const QString path = copyOfDataset(f.folder);
        f.open(path);
        QVERIFY(fileToReturnTo(f.settings).isEmpty());
        control<QCheckBox>(openedBy(f), "last")->click();
        QCOMPARE(fileToReturnTo(f.settings), path);
        QFile::remove(path);
        QVERIFY(fileToReturnTo(f.settings).isEmpty());
    }

    void textSizeScalesTheNextStart()
    {
        const Scale scale;
        ShownWindow f;
        settings::Preferences *dialog = openedBy(f);
        auto *size = control<QSpinBox>(dialog, "size");
        QCOMPARE(size->minimum(), 90);
        QCOMPARE(size->maximum(), 150);
        applyTextSize(f.settings);
        QVERIFY(qgetenv("QT_SCALE_FACTOR").isNull());
        QVERIFY(!dialog->findChild<QWidget *>(QStringLiteral("waiting"))->findChild<QPushButton *>()->isEnabled());
        size->setValue(125);
        QVERIFY(dialog->findChild<QWidget *>(QStringLiteral("waiting"))->findChild<QPushButton *>()->isEnabled());
        applyTextSize(f.settings);
        QCOMPARE(qgetenv("QT_SCALE_FACTOR").toDouble(), 1.25);
        qputenv("QT_SCALE_FACTOR", "2");
        applyTextSize(f.settings);
        QCOMPARE(qgetenv("QT_SCALE_FACTOR").toDouble(), 2.5);
    }

    void sizesThatCannotBeAreIgnored_data()
    {
        QTest::addColumn<QVariant>("size");
        QTest::addColumn<int>("read");
        QTest::newRow("least") << QVariant(90) << 90;
        QTest::newRow("too small") << QVariant(10) << 100;
        QTest::newRow("too large") << QVariant(1000) << 100;
        QTest::newRow("a word") << QVariant("large") << 100;
    }

    void sizesThatCannotBeAreIgnored()
    {
        QFETCH(QVariant, size);
        QFETCH(int, read);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.ini"));
        QSettings(path, QSettings::IniFormat).setValue(QStringLiteral("textSize"), size);
        QCOMPARE(settings::Settings(path).textSize(), read);
    }

    void startsAgainOnTheSameFile()
    {
        ShownWindow f;
        const QString path = copyOfDataset(f.folder);
        f.open(path);
        QStringList started;
        f.window->preferring().setStarter([&](const QString &program, const QStringList &arguments) {
            started = QStringList(program) + arguments;
            return true;
        });
        f.window->preferring().restart();
        QVERIFY(!f.window->isVisible());
        QCOMPARE(started, QStringList({QCoreApplication::applicationFilePath(), path}));
    }

    void resetLeavesFilesAlone()
    {
        ShownWindow f;
        f.open(copyOfDataset(f.folder));
        const QStringList recent = f.settings.recent().paths();
        settings::Preferences *dialog = openedBy(f);
        choose(control<QComboBox>(dialog, "theme"), 2);
        control<QSpinBox>(dialog, "size")->setValue(150);
        bool answer = false;
        f.window->preferring().setAsker([&](QWidget *) { return answer; });
        control<QPushButton>(dialog, "reset")->click();
        QVERIFY(f.settings.theme() == settings::ThemeChoice::Dark);
        answer = true;
        control<QPushButton>(dialog, "reset")->click();
        QVERIFY(f.settings.theme() == settings::ThemeChoice::System);
        QVERIFY(shownTheme(f) == style::ThemeKind::Light);
        QCOMPARE(f.settings.textSize(), 100);
        QCOMPARE(control<QSpinBox>(dialog, "size")->value(), 100);
        QVERIFY(!f.settings.hintsDismissed());
        QCOMPARE(f.settings.recent().paths(), recent);
    }

    void keysCloseTheWindow()
    {
        ShownWindow f;
        f.window->activateWindow();
        QTest::keyClick(f.window.get(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!f.window->isVisible());
    }

    void keysOpenThePreferences()
    {
        ShownWindow f;
        f.window->activateWindow();
        QTest::keyClick(f.window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(f.window->preferring().dialog());
    }

    void anEndThatMayNotAskLosesNothing()
    {
        const QString folder = document::Recovery::standardFolder();
        const auto before = document::Recovery::left(folder).size();
        {
            ShownWindow f;
            QVERIFY(f.window->sessionEnd().mayEnd(SessionEnd::Manners::MustNotAsk));
            QCOMPARE(f.window->sessionEnd().restartCommand(), QStringList(QCoreApplication::applicationFilePath()));
            document::addOrganization(f.document(), QStringLiteral("Unsaved"));
            QVERIFY(f.window->saving().modified());
            QVERIFY(f.window->sessionEnd().mayEnd(SessionEnd::Manners::MustNotAsk));
            QVERIFY(f.window->close());
        }
        const auto left = document::Recovery::left(folder);
        QCOMPARE(left.size(), before + 1);
        document::Recovery::discard(left.front());
    }

    void thePictureCanBePulledOut()
    {
        ShownWindow f;
        widgets::SegmentButton *button = nullptr;
        for (widgets::SegmentButton *each : f.window->findChildren<widgets::SegmentButton *>())
            if (each->defaultAction() == &f.action(ActionId::ExportPicture))
                button = each;
        QVERIFY(button);
        std::unique_ptr<QMimeData> pulled;
        button->findChild<widgets::PullOut *>()->setHauler([&](QMimeData *data) { pulled.reset(data); });
        QTest::mousePress(button, Qt::LeftButton, {}, {10, 10});
        QTest::mouseMove(button, {12, 10});
        QVERIFY(!pulled);
        QMouseEvent move(QEvent::MouseMove, QPointF(40, 30), button->mapToGlobal(QPointF(40, 30)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(button, &move);
        QVERIFY(pulled);
        QVERIFY(!button->isDown());
        QVERIFY(pulled->hasImage() && pulled->hasFormat(QStringLiteral("image/svg+xml")));
        QCOMPARE(pulled->urls().size(), 1);
        const QString path = pulled->urls().front().toLocalFile();
        QCOMPARE(QImage(path).size(), qvariant_cast<QImage>(pulled->imageData()).size());
        QVERIFY(Exports::isPicture(path));
    }
};

DEALSCAPE_TEST(PreferencesTest, StyledApplication)
#include "test_preferences.moc"
