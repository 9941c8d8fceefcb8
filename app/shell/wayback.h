// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "domain/progress.h"
#include "export/tag.h"
#include "io/reader.h"

#include <QStringList>

namespace dealscape::shell {

/// Where the dataset is that a picture was made of.
struct WayBack {
    enum class Dataset { Unknown, Open, Embedded, File };

    /// Or a sentence that says why there is no way back.
    Result<exporting::Tag> tag;
    Dataset dataset = Dataset::Unknown;
    /// For a file: its path and what was read there.
    QString path;
    io::ReadResult read = {};
};

/// Reads what a PNG says about its view, and looks for its dataset: the one that is open (may be null), the one inside the
/// program, then the files opened before, each read and hashed. For another thread: linear in all of them.
WayBack findWayBack(const QString &picture, const document::SnapshotPointer &open, const QStringList &recent, const Progress &progress);

/// Why a path cannot be read as a file, before anything is opened that would wait for ever or never end: it leads to a folder, a
/// device, a pipe or a socket. Empty for files, and where there is nothing.
QString refusal(const QString &path);

} // namespace dealscape::shell
