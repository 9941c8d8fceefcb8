// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/filelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

namespace dealscape::document {

FileLock::FileLock(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::changed, this, &FileLock::documentChanged);
}

FileLock::~FileLock() = default;

QString FileLock::lockFileOf(const QString &path)
{
    const QFileInfo file(path);
    return file.dir().filePath(u'.' + file.fileName() + QStringLiteral(".lock"));
}

std::optional<Holder> FileLock::holderOf(const QString &path)
{
    const QString name = lockFileOf(path);
    if (!QFileInfo::exists(name))
        return std::nullopt;
    QLockFile lock(name);
    lock.setStaleLockTime(0);
    if (lock.tryLock(0) || lock.error() != QLockFile::LockFailedError)
        return std::nullopt;
    Holder holder;
    QString application;
    if (!lock.getLockInfo(&holder.process, &holder.host, &application))
        return std::nullopt;
    const QFileInfo file(name);
    holder.user = file.owner();
    holder.since = file.lastModified();
    return holder;
}

void FileLock::documentChanged(Changes what)
{
    const QString path = m_document.path();
    if (what.testFlag(Change::File)) {
        m_lock.reset();
        m_told.clear();
        if (const auto holder = path.isEmpty() ? std::nullopt : holderOf(path)) {
            m_told = path;
            Q_EMIT othersAtWork(*holder);
        }
    }
    if (!(what & (Changes(Change::Dataset) | Change::Stories | Change::Arrangement | Change::File)))
        return;
    if (path.isEmpty() || !m_document.modified())
        m_lock.reset();
    else if (!m_lock)
        take();
}

void FileLock::take()
{
    const QString path = m_document.path();
    auto lock = std::make_unique<QLockFile>(lockFileOf(path));
    lock->setStaleLockTime(0);
    if (lock->tryLock(0)) {
        m_lock = std::move(lock);
        return;
    }
    const auto holder = m_told == path ? std::nullopt : holderOf(path);
    m_told = path;
    if (holder)
        Q_EMIT othersAtWork(*holder);
}

void FileLock::takeOver()
{
    const QString path = m_document.path();
    if (path.isEmpty() || m_lock)
        return;
    QFile::remove(lockFileOf(path));
    if (m_document.modified())
        take();
}

} // namespace dealscape::document

#include "moc_filelock.cpp"
