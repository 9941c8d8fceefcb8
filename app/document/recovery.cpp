// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/recovery.h"

#include "files/replacement.h"
#include "io/reader.h"
#include "io/writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>
#include <QUuid>

#include <utility>

namespace dealscape::document {

namespace {

constexpr int standardSeconds = 2;
constexpr int mostSeconds = 60;
// Of the time that is promised; the rest is for writing.
constexpr int restMilliseconds = 350;
constexpr int latestMilliseconds = 650;

QString aboutFile(const QString &file)
{
    return file + QStringLiteral(".about");
}

QString lockFile(const QString &file)
{
    return file + QStringLiteral(".lock");
}

/// What the dataset belongs to, written before the dataset itself.
bool writeAbout(const QString &file, const QString &path, Origin origin)
{
    const QJsonObject object{{QStringLiteral("path"), path}, {QStringLiteral("origin"), static_cast<int>(origin)}};
    const QByteArray bytes = QJsonDocument(object).toJson();
    return files::replace(QFile::encodeName(aboutFile(file)).toStdString(), bytes.toStdString()).has_value();
}

void removeFiles(const QString &file)
{
    QFile::remove(file);
    QFile::remove(aboutFile(file));
}

} // namespace

Recovery::Recovery(Document &document, QString folder, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_folder(std::move(folder)),
      m_file(QDir(m_folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".json"))),
      m_rest(new QTimer(this)),
      m_latest(new QTimer(this)),
      m_turn(std::make_shared<std::mutex>())
{
    m_rest->setSingleShot(true);
    setSeconds(standardSeconds);
    m_latest->setSingleShot(true);
    connect(m_rest, &QTimer::timeout, this, &Recovery::write);
    connect(m_latest, &QTimer::timeout, this, &Recovery::write);
    connect(&document, &Document::changed, this, &Recovery::documentChanged);
}

Recovery::~Recovery()
{
    if (!m_leaving)
        clear();
}

std::pair<int, int> Recovery::pace() const
{
    return {m_rest->interval(), m_latest->interval()};
}

int Recovery::soundSeconds(int seconds)
{
    return seconds >= 1 && seconds <= mostSeconds ? seconds : standardSeconds;
}

void Recovery::setSeconds(int seconds)
{
    m_rest->setInterval(restMilliseconds * soundSeconds(seconds));
    m_latest->setInterval(latestMilliseconds * soundSeconds(seconds));
}

QString Recovery::standardFolder()
{
    if (QStandardPaths::isTestModeEnabled())
        return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(QStringLiteral("dealscape/recovery"));
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    const QString home = state.startsWith(u'/') ? state : QDir::home().filePath(QStringLiteral(".local/state"));
    return QDir(home).filePath(QStringLiteral("dealscape/recovery"));
}

void Recovery::documentChanged(Changes what)
{
    if (!(what & (Changes(Change::Dataset) | Change::Stories | Change::Arrangement | Change::File)))
        return;
    m_leaving = false;
    if (!m_document.modified()) {
        clear();
        return;
    }
    m_rest->start();
    if (!m_latest->isActive())
        m_latest->start();
}

void Recovery::clear()
{
    m_rest->stop();
    m_latest->stop();
    m_background.cancel();
    const std::lock_guard guard(*m_turn);
    if (!m_lock)
        return;
    removeFiles(m_file);
    m_lock.reset();
}

std::function<QString(const Progress &)> Recovery::writing()
{
    m_rest->stop();
    m_latest->stop();
    if (!m_lock) {
        QDir().mkpath(m_folder);
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_lock = std::make_unique<QLockFile>(lockFile(m_file));
        m_lock->setStaleLockTime(0);
        m_lock->tryLock(0);
    }
    return [turn = m_turn, file = m_file, path = m_document.path(), origin = m_document.origin(),
            dataset = m_document.snapshot()->shared()](const Progress &progress) -> QString {
        const std::lock_guard guard(*turn);
        if (progress.stop())
            return {};
        if (!writeAbout(file, path, origin))
            return tr("cannot write %1").arg(aboutFile(file));
        const auto saved = io::saveFile(file.toStdString(), *dataset);
        return saved ? QString() : QString::fromStdString(io::describe(saved.error()));
    };
}

void Recovery::write()
{
    m_background.run<QString>(writing(), [this](const QString &failure) { told(failure); });
}

bool Recovery::flush()
{
    m_background.cancel();
    told(writing()({}));
    return !m_failing;
}

void Recovery::told(const QString &failure)
{
    const bool before = std::exchange(m_failing, !failure.isEmpty());
    if (m_failing && !before)
        Q_EMIT failed(failure);
}

std::vector<Remains> Recovery::left(const QString &folder)
{
    std::vector<Remains> remains;
    for (const QFileInfo &info : QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time)) {
        QLockFile lock(lockFile(info.filePath()));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue;
        QFile about(aboutFile(info.filePath()));
        if (!about.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject object = QJsonDocument::fromJson(about.readAll()).object();
        const int origin = object[QStringLiteral("origin")].toInt(-1);
        if (origin < static_cast<int>(Origin::Embedded) || origin > static_cast<int>(Origin::File))
            continue;
        remains.push_back({info.filePath(), object[QStringLiteral("path")].toString(), static_cast<Origin>(origin), info.lastModified()});
    }
    return remains;
}

void Recovery::discard(const Remains &remains)
{
    removeFiles(remains.file);
    QFile::remove(lockFile(remains.file));
}

Result<void> recover(Document &document, const Remains &remains)
{
    io::ReadResult read = io::readFile(remains.file.toStdString());
    if (!read.dataset)
        return Failure(read.issues.empty() ? std::string("the file with the unsaved changes cannot be read")
                                           : io::describe(read.issues.front()));
    const bool opened = remains.origin == Origin::File && document.open(remains.path);
    if (remains.origin == Origin::Embedded)
        document.openEmbedded();
    else if (!opened)
        document.startNew();
    document.edit(Recovery::tr("Recover unsaved changes"), *read.dataset);
    return {};
}

} // namespace dealscape::document

#include "moc_recovery.cpp"
