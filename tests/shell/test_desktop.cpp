// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "testmain.h"

#include <QTest>

#include "document/document.h"
#include "shell/desktop.h"
#include "shell/fileclaim.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWidget>

#include <chrono>
#include <future>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

using Groups = QMap<QString, QVariantMap>;

/// A session bus of one's own.
class Bus {
public:
    Bus()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            return;
        m_daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (m_daemon.waitForReadyRead(patience))
            m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~Bus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    Bus(const Bus &) = delete;
    Bus &operator=(const Bus &) = delete;

    bool there() const { return !m_address.isEmpty(); }
    QDBusConnection connection(const char *name) const { return QDBusConnection::connectToBus(m_address, QLatin1String(name)); }

private:
    QProcess m_daemon;
    QString m_address;
};

} // namespace

/// The settings of a desktop, as its portal tells them.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit Portal(QVariantMap settings) : m_settings(std::move(settings)) {}

public Q_SLOTS:
    Q_SCRIPTABLE Groups ReadAll(const QStringList &groups)
    {
        Groups all;
        for (const QString &group : groups)
            all.insert(group, m_settings);
        return all;
    }

private:
    QVariantMap m_settings;
};

class DesktopTest : public dealscape::testing::Case {
    Q_OBJECT

    static bool serve(QDBusConnection bus, Portal &portal)
    {
        return bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal, QDBusConnection::ExportScriptableSlots) &&
            bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<Groups>();
        QStandardPaths::setTestModeEnabled(true);
    }

    void hearsWhatTheDesktopWants()
    {
        const Bus bus;
        if (!bus.there())
            QSKIP("dbus-daemon is not installed");
        Portal portal({{QStringLiteral("color-scheme"), 1U}, {QStringLiteral("contrast"), 0U}});
        QVERIFY(serve(bus.connection("portal"), portal));
        Desktop desktop({}, bus.connection("window"));
        QSignalSpy changed(&desktop, &Desktop::changed);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.look().dark, patience);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!desktop.look().contrast);
        const auto tell = [&](const char *group, const char *key, uint value) {
            QDBusMessage signal =
                QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
                                           QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"));
            signal << QString(QLatin1String(group)) << QString(QLatin1String(key)) << QVariant::fromValue(QDBusVariant(value));
            QVERIFY(bus.connection("portal").send(signal));
        };
        tell("org.freedesktop.appearance", "color-scheme", 2);
        QTRY_VERIFY_WITH_TIMEOUT(!desktop.look().dark, patience);
        tell("org.example.other", "color-scheme", 1);
        tell("org.freedesktop.appearance", "contrast", 1);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.look().contrast, patience);
        QVERIFY(!desktop.look().dark);
        QCOMPARE(changed.size(), 3);
    }

    void keepsWhatIsKnownWithoutAPortal()
    {
        const Desktop desktop({true, false, false}, QDBusConnection(QStringLiteral("none")));
        QVERIFY(desktop.look().dark);
    }

    void oneWindowAFile()
    {
        const Bus bus;
        if (!bus.there())
            QSKIP("dbus-daemon is not installed");
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.json"));
        const QString link = folder.filePath(QStringLiteral("link.json"));
        QVERIFY(QFile::copy(testing::shippedData() + QStringLiteral("/example-offshore-wind.json"), path));
        QVERIFY(QFile::link(path, link));
        const QDBusConnection first = bus.connection("first");
        const QDBusConnection second = bus.connection("second");
        document::Document document;
        QWidget window;
        FileClaim claim(window, document, first);
        QSignalSpy raised(&claim, &FileClaim::raised);
        const auto raise = [&](const QString &file) {
            // The window answers in this thread while the other waits.
            auto answer = std::async(std::launch::async, [&] { return FileClaim::raise(file, second); });
            while (answer.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            return answer.get();
        };
        QVERIFY(!raise(path));
        QVERIFY(document.open(path));
        QVERIFY(raise(path));
        QVERIFY(raise(link));
        QCOMPARE(raised.size(), 2);
        QVERIFY(window.isActiveWindow() || !window.isVisible());
        QVERIFY(!FileClaim::raise(path, first));
        QVERIFY(!raise(folder.filePath(QStringLiteral("missing.json"))));
        document.openEmbedded();
        QVERIFY(!raise(path));
        QVERIFY(document.open(path));
        claim.release();
        QVERIFY(!raise(path));
        QCOMPARE(raised.size(), 2);
    }
};

DEALSCAPE_TEST(DesktopTest, QApplication)
#include "test_desktop.moc"
