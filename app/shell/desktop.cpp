// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/desktop.h"

#include <QDBusArgument>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QMap>
#include <QStringList>
#include <QVariantMap>

namespace dealscape::shell {

namespace {

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");

/// Portals wrap values once more or less.
QVariant unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

Desktop::Desktop(DesktopLook known, const QDBusConnection &bus, QObject *parent) : QObject(parent), m_look(known)
{
    if (bus.isConnected())
        ask(bus);
}

bool Desktop::busPresent()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
        (!qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR") &&
         QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus")));
}

void Desktop::ask(QDBusConnection bus)
{
    // The whole message, as a slot with the variant is found only once that type has been named to Qt.
    bus.connect(QString(), portalPath, portalSettings, QStringLiteral("SettingChanged"), this, SLOT(settingChanged(QDBusMessage)));
    QDBusMessage call = QDBusMessage::createMethodCall(portalService, portalPath, portalSettings, QStringLiteral("ReadAll"));
    call.setArguments({QStringList{appearance}});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusMessage reply = watcher->reply();
        if (reply.type() != QDBusMessage::ReplyMessage || reply.signature() != QLatin1String("a{sa{sv}}"))
            return;
        const DesktopLook before = m_look;
        const auto groups = qdbus_cast<QMap<QString, QVariantMap>>(reply.arguments().value(0));
        const QVariantMap said = groups.value(appearance);
        for (auto setting = said.begin(); setting != said.end(); ++setting)
            take(setting.key(), unwrapped(setting.value()));
        tell(before);
    });
}

void Desktop::settingChanged(const QDBusMessage &message)
{
    if (message.signature() != QLatin1String("ssv") || message.arguments().value(0).toString() != appearance)
        return;
    const DesktopLook before = m_look;
    take(message.arguments().value(1).toString(), unwrapped(message.arguments().value(2)));
    tell(before);
}

void Desktop::take(const QString &key, const QVariant &value)
{
    if (key == QLatin1String("color-scheme"))
        m_look.dark = value.toUInt() == 1;
    else if (key == QLatin1String("contrast"))
        m_look.contrast = value.toUInt() == 1;
    else if (key == QLatin1String("reduced-motion"))
        m_look.still = value.toUInt() == 1;
}

void Desktop::tell(const DesktopLook &before)
{
    if (m_look != before)
        Q_EMIT changed(m_look);
}

} // namespace dealscape::shell

#include "moc_desktop.cpp"
