// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QString>

namespace dealscape::shell {

/// What a desktop asks of windows. Nothing is known of a desktop that does not say.
struct DesktopLook {
    bool dark = false;
    /// More contrast than usual.
    bool contrast = false;
    /// Things jump to their places instead of moving there.
    bool still = false;

    friend bool operator==(const DesktopLook &, const DesktopLook &) = default;
};

/// Hears how the desktop wants windows to look, from its portal (org.freedesktop.portal.Settings, namespace
/// org.freedesktop.appearance), at first and whenever that changes. Never waits for an answer: a desktop without a portal is one that
/// says nothing.
class Desktop : public QObject {
    Q_OBJECT

public:
    /// Begins with what is known of the desktop from elsewhere.
    Desktop(DesktopLook known, const QDBusConnection &bus, QObject *parent = nullptr);

    const DesktopLook &look() const { return m_look; }

    /// Whether there is a session bus to ask, without starting one.
    static bool busPresent();

Q_SIGNALS:
    void changed(const dealscape::shell::DesktopLook &look);

private Q_SLOTS:
    void settingChanged(const QDBusMessage &message);

private:
    void ask(QDBusConnection bus);
    void take(const QString &key, const QVariant &value);
    void tell(const DesktopLook &before);

    DesktopLook m_look;
};

} // namespace dealscape::shell
