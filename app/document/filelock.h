// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QLockFile;

namespace dealscape::document {

/// Who has unsaved changes of a file, and since when.
struct Holder {
    QString user;
    QString host;
    qint64 process = 0;
    QDateTime since;
};

/// Tells others of unsaved changes by a lock beside the file that is open, held from the first change until it is saved, undone or left.
/// Nobody is kept from anything by it. Where a program was killed, its lock is taken over. A folder that takes no file has no lock.
class FileLock : public QObject {
    Q_OBJECT

public:
    explicit FileLock(Document &document, QObject *parent = nullptr);
    ~FileLock() override;

    /// The lock of "deals.json" is ".deals.json.lock" in the same folder.
    static QString lockFileOf(const QString &path);
    /// Who else holds the lock of a file now; nobody where the program that made it has ended.
    static std::optional<Holder> holderOf(const QString &path);

    bool held() const { return m_lock != nullptr; }
    /// Takes the lock whoever holds it: for that of another machine which nobody there will give back.
    void takeOver();

Q_SIGNALS:
    /// Somebody else has unsaved changes of the file: told when it is opened and when it is first changed here.
    void othersAtWork(const dealscape::document::Holder &holder);

private:
    void documentChanged(Changes what);
    void take();

    Document &m_document;
    std::unique_ptr<QLockFile> m_lock;
    /// The file that others were told to be at, so that it is told once.
    QString m_told;
};

} // namespace dealscape::document
