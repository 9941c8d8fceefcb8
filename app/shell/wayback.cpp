// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/wayback.h"

#include "resources/embedded.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace dealscape::shell {

namespace {

bool made(const exporting::Tag &tag, const io::ReadResult &read)
{
    return read.dataset && QString::fromStdString(read.dataset->title).simplified() == tag.dataset &&
        exporting::hashOf(*read.dataset) == tag.hash;
}

} // namespace

QString refusal(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists() || file.isFile())
        return {};
    return file.isDir() ? QCoreApplication::translate("Opening", "it is a folder")
                        : QCoreApplication::translate("Opening", "it is no regular file");
}

WayBack findWayBack(const QString &picture, const document::SnapshotPointer &open, const QStringList &recent, const Progress &progress)
{
    using Place = WayBack::Dataset;
    WayBack way{exporting::readTag(picture), Place::Unknown, {}};
    if (!way.tag || progress.stop())
        return way;
    if (open && exporting::hashOf(open->dataset()) == way.tag->hash)
        way.dataset = Place::Open;
    else if (made(*way.tag, io::readDataset(resources::defaultDataset(), std::string(), {}, progress)))
        way.dataset = Place::Embedded;
    for (qsizetype i = 0; i < recent.size() && way.dataset == Place::Unknown && !progress.stop(); ++i) {
        progress(static_cast<double>(i) / static_cast<double>(recent.size()));
        const QFileInfo file(recent[i]);
        if (!file.isFile() || !file.isReadable())
            continue;
        io::ReadResult read = io::readFile(QFile::encodeName(recent[i]).toStdString(), {}, {{}, progress.cancelled});
        if (!progress.stop() && made(*way.tag, read)) {
            way.dataset = Place::File;
            way.path = recent[i];
            way.read = std::move(read);
        }
    }
    return way;
}

} // namespace dealscape::shell
