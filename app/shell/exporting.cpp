// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/exporting.h"

#include "export/png.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace dealscape::shell {

QImage pictureOf(const document::Snapshot &snapshot, const view::PictureRequest &request)
{
    return view::render(view::picture(snapshot.index(), request), request);
}

void PictureWriter::write(const document::SnapshotPointer &snapshot, const view::PictureRequest &request, const QString &path)
{
    QPointer<PictureWriter> writer(this);
    QThreadPool::globalInstance()->start([writer, snapshot, request, path] {
        const auto outcome = exporting::writePng(path, pictureOf(*snapshot, request), {});
        const QString reason = outcome ? QString() : QString::fromStdString(outcome.error());
        QMetaObject::invokeMethod(qApp, [writer, path, reason] {
            if (!writer)
                return;
            if (reason.isEmpty())
                Q_EMIT writer->written(path);
            else
                Q_EMIT writer->failed(path, reason);
        });
    });
}

} // namespace dealscape::shell
