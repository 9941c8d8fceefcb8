// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "view/picture.h"

#include <QImage>
#include <QObject>

namespace dealscape::shell {

/// The document's current picture as pixels, in the given theme and size, from the same painter as the screen.
QImage pictureOf(const document::Snapshot &snapshot, const view::PictureRequest &request);

/// Writes pictures in another thread, so that the window stays alive while a large one is made.
class PictureWriter : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void write(const document::SnapshotPointer &snapshot, const view::PictureRequest &request, const QString &path);

Q_SIGNALS:
    void written(const QString &path);
    /// With a sentence that says why.
    void failed(const QString &path, const QString &reason);
};

} // namespace dealscape::shell
