// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/keeping.h"

#include "document/wording.h"
#include "io/reader.h"
#include "panels/parts.h"
#include "resources/embedded.h"
#include "shell/differencedialog.h"
#include "shell/journey.h"
#include "shell/saving.h"
#include "widgets/notice.h"
#include "widgets/parts.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QLocale>
#include <QTimer>

namespace dealscape::shell {

namespace {

QString nameOf(const document::Remains &remains)
{
    switch (remains.origin) {
    case document::Origin::File:
        return QFileInfo(remains.path).fileName();
    case document::Origin::Embedded:
        return Keeping::tr("the built-in dataset");
    default:
        return Keeping::tr("a new dataset");
    }
}

/// What the unsaved changes were made to, as it is now.
Dataset groundOf(const document::Remains &remains)
{
    io::ReadResult read;
    if (remains.origin == document::Origin::File)
        read = io::readFile(remains.path.toStdString());
    else if (remains.origin == document::Origin::Embedded)
        read = io::readDataset(resources::defaultDataset(), "built-in dataset");
    if (read.dataset)
        return *read.dataset;
    Dataset empty;
    empty.layers = defaultLayers();
    return empty;
}

} // namespace

Keeping::Keeping(document::Document &document, Saving &saving, widgets::Notice &notice, QWidget *window)
    : QObject(window),
      m_document(document),
      m_saving(saving),
      m_notice(notice),
      m_window(window),
      m_recovery(document, document::Recovery::standardFolder()),
      m_lock(document),
      m_watcher(new QFileSystemWatcher(this)),
      m_rest(new QTimer(this))
{
    m_rest->setSingleShot(true);
    m_rest->setInterval(250);
    connect(m_rest, &QTimer::timeout, this, &Keeping::check);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, m_rest, qOverload<>(&QTimer::start));
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, m_rest, qOverload<>(&QTimer::start));
    connect(&m_document, &document::Document::changed, this, [this](document::Changes what) {
        if (what.testFlag(document::Change::File))
            watch();
    });
    connect(&m_lock, &document::FileLock::othersAtWork, this, &Keeping::tellOthers);
    connect(&m_recovery, &document::Recovery::failed, this,
            [this](const QString &reason) { Q_EMIT told(tr("Unsaved changes cannot be kept: %1").arg(reason)); });
}

void Keeping::tellOthers(const document::Holder &holder)
{
    const QString since = QLocale().toString(holder.since, QLocale::ShortFormat);
    qCInfo(journey).noquote() << "others at work" << m_document.name();
    m_notice.tell(tr("%1 has unsaved changes of %2 on %3 since %4.").arg(holder.user, m_document.name(), holder.host, since),
                  {{tr("Go on"), [] {}}, {tr("Take the lock over"), [this] { m_lock.takeOver(); }}});
}

/// The folder is watched too, since a file that is replaced is no longer the one that was watched.
void Keeping::watch()
{
    const QStringList before = m_watcher->files() + m_watcher->directories();
    if (!before.isEmpty())
        m_watcher->removePaths(before);
    m_told = QDateTime();
    const QString path = m_document.path();
    if (!path.isEmpty())
        m_watcher->addPaths({path, QFileInfo(path).absolutePath()});
}

void Keeping::check()
{
    const QString path = m_document.path();
    if (path.isEmpty())
        return;
    const QFileInfo file(path);
    if (file.exists() && !m_watcher->files().contains(path))
        m_watcher->addPath(path);
    const QDateTime modified = file.lastModified();
    if (!m_document.changedOutside() || (m_told.isValid() && m_told == modified))
        return;
    m_told = modified;
    if (!file.exists()) {
        m_told = QDateTime();
        return;
    }
    qCInfo(journey).noquote() << "changed outside" << file.fileName();
    m_notice.tell(
        m_document.modified() ? tr("%1 was changed by another program, and you have changes of your own.").arg(m_document.name())
                              : tr("%1 was changed by another program.").arg(m_document.name()),
        {{tr("Reload"), [this] { Q_EMIT reloadWanted(); }}, {tr("Keep mine"), [] {}}, {tr("Compare…"), [this] { compareWithFile(); }}});
}

DifferenceDialog::View Keeping::sight() const
{
    return {m_document.perspective(), panels::themeOf(*m_window).kind};
}

void Keeping::compareWithFile()
{
    const io::ReadResult read = io::readFile(QFile::encodeName(m_document.path()).toStdString());
    if (!read.dataset) {
        widgets::warn(m_window, tr("Not compared"),
                      read.issues.empty() ? m_document.path() : document::text(io::describe(read.issues.front())));
        return;
    }
    DifferenceDialog dialog(m_document.dataset(), *read.dataset, tr("Changes of %1").arg(m_document.name()), tr("Here"), tr("In the file"),
                            sight(), m_window);
    dialog.offer(tr("Reload"));
    if (dialog.exec() == QDialog::Accepted)
        Q_EMIT reloadWanted();
}

void Keeping::compareWith()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Compare with an earlier dataset"),
                                                      QFileInfo(m_document.path()).absolutePath(), tr("Dealscape datasets (*.json)"));
    if (path.isEmpty())
        return;
    const io::ReadResult read = io::readFile(QFile::encodeName(path).toStdString());
    if (!read.dataset) {
        widgets::warn(m_window, tr("Not compared"), read.issues.empty() ? path : document::text(io::describe(read.issues.front())));
        return;
    }
    DifferenceDialog(*read.dataset, m_document.dataset(), tr("Compared with %1").arg(QFileInfo(path).fileName()),
                     QFileInfo(path).fileName(), m_document.name(), sight(), m_window)
        .exec();
}

void Keeping::offerRemains()
{
    const auto remains = document::Recovery::left(document::Recovery::standardFolder());
    if (!remains.empty())
        offer(remains.front());
}

void Keeping::offer(const document::Remains &remains)
{
    const QString when = QLocale().toString(remains.written, QLocale::ShortFormat);
    qCInfo(journey).noquote() << "unsaved changes of" << nameOf(remains);
    m_notice.tell(tr("Changes to %1 of %2 were not saved when Dealscape ended.").arg(nameOf(remains), when),
                  {{tr("Look…"), [this, remains] { look(remains); }},
                   {tr("Discard"),
                    [this, remains] {
                        document::Recovery::discard(remains);
                        offerRemains();
                    }},
                   {tr("Later"), [] {}}});
}

void Keeping::look(const document::Remains &remains)
{
    const io::ReadResult read = io::readFile(remains.file.toStdString());
    if (!read.dataset) {
        widgets::warn(m_window, tr("Not recovered"),
                      read.issues.empty() ? remains.file : QString::fromStdString(io::describe(read.issues.front())));
        return;
    }
    DifferenceDialog dialog(groundOf(remains), *read.dataset, tr("Unsaved changes of %1").arg(nameOf(remains)), tr("Saved"), tr("Unsaved"),
                            sight(), m_window);
    dialog.offer(tr("Recover"));
    if (dialog.exec() != QDialog::Accepted || !m_saving.mayLeave()) {
        offer(remains);
        return;
    }
    const auto recovered = document::recover(m_document, remains);
    if (!recovered) {
        widgets::warn(m_window, tr("Not recovered"), QString::fromStdString(recovered.error()));
        return;
    }
    // From here on the document's own recovery file holds them.
    if (m_recovery.flush())
        document::Recovery::discard(remains);
    Q_EMIT told(tr("Recovered the unsaved changes; Ctrl+S saves them, Ctrl+Z takes them back"));
    qCInfo(journey) << "recovered";
}

} // namespace dealscape::shell

#include "moc_keeping.cpp"
