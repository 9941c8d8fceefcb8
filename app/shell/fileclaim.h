// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QVariantMap>

class QWidget;

namespace dealscape::document {
class Document;
}

namespace dealscape::shell {

/// One window a file: says on the session bus, by a name made of its path, which file a window has open, so that whoever is asked to open
/// that file too brings the window to the front instead. The name goes with the process, however that ends. Answers Activate() of
/// org.freedesktop.Application.
class FileClaim : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    /// Follows what the document has open. The window is the one that comes to the front.
    FileClaim(QWidget &window, document::Document &document, const QDBusConnection &bus, QObject *parent = nullptr);
    ~FileClaim() override;

    /// Has the window of another process that has the file open come to the front. False where there is none, or where it does not
    /// answer within a second.
    static bool raise(const QString &path, QDBusConnection bus);

    /// Lets go of the file, though the window still has it open.
    void release();

public Q_SLOTS:
    Q_SCRIPTABLE void Activate(const QVariantMap &platformData);

Q_SIGNALS:
    void raised();

private:
    void follow();

    QWidget &m_window;
    document::Document &m_document;
    QDBusConnection m_bus;
    QString m_name;
};

} // namespace dealscape::shell
