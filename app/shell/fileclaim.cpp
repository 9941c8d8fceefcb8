// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/fileclaim.h"

#include "document/document.h"

#include <QCryptographicHash>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QFileInfo>
#include <QWidget>

#include <utility>

namespace dealscape::shell {

namespace {

constexpr int patienceWithOthers = 1000;
const QString claimPath = QStringLiteral("/org/dealscape/dealscape");
const QString claimInterface = QStringLiteral("org.freedesktop.Application");

/// Of a file that exists; a link and what it leads to are one.
QString claimName(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty())
        return {};
    return QStringLiteral("org.dealscape.dealscape.file_") +
        QString::fromLatin1(QCryptographicHash::hash(real.toUtf8(), QCryptographicHash::Sha1).toHex());
}

} // namespace

FileClaim::FileClaim(QWidget &window, document::Document &document, const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_window(window), m_document(document), m_bus(bus)
{
    m_bus.registerObject(claimPath, this, QDBusConnection::ExportScriptableSlots);
    connect(&document, &document::Document::changed, this, [this](document::Changes what) {
        if (what & (document::Changes(document::Change::File) | document::Change::Dataset))
            follow();
    });
    follow();
}

FileClaim::~FileClaim()
{
    release();
    m_bus.unregisterObject(claimPath);
}

bool FileClaim::raise(const QString &path, QDBusConnection bus)
{
    const QString name = claimName(path);
    if (name.isEmpty() || !bus.isConnected())
        return false;
    const QDBusReply<QString> owner = bus.interface()->serviceOwner(name);
    if (!owner.isValid() || owner.value() == bus.baseService())
        return false;
    QDBusMessage call = QDBusMessage::createMethodCall(name, claimPath, claimInterface, QStringLiteral("Activate"));
    QVariantMap platform;
    if (const QString token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN"); !token.isEmpty())
        platform.insert(QStringLiteral("activation-token"), token);
    call.setArguments({platform});
    return bus.call(call, QDBus::Block, patienceWithOthers).type() == QDBusMessage::ReplyMessage;
}

void FileClaim::release()
{
    if (!m_name.isEmpty())
        m_bus.unregisterService(std::exchange(m_name, {}));
}

void FileClaim::follow()
{
    const QString name = m_document.path().isEmpty() ? QString() : claimName(m_document.path());
    if (name == m_name)
        return;
    release();
    if (!name.isEmpty() && m_bus.registerService(name))
        m_name = name;
}

void FileClaim::Activate(const QVariantMap &platformData)
{
    // The window system takes it as leave to come forward.
    if (const QByteArray token = platformData.value(QStringLiteral("activation-token")).toString().toUtf8(); !token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token);
    if (m_window.isMinimized())
        m_window.showNormal();
    m_window.raise();
    m_window.activateWindow();
    Q_EMIT raised();
}

} // namespace dealscape::shell

#include "moc_fileclaim.cpp"
