// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/background.h"
#include "document/snapshot.h"
#include "export/exhibit.h"

#include <QImage>
#include <QObject>
#include <QStringList>

namespace dealscape::publishing {

/// What to draw of which state of a dataset.
struct ExportOrder {
    document::SnapshotPointer snapshot;
    exporting::PictureOptions options;
    exporting::Sight sight;
};

/// A picture as it would be written. Above mostPixels() it is painted smaller, from the same drawing.
struct ExportPreview {
    static constexpr qint64 mostPixels() { return 64'000'000; }

    QImage image;
    /// Of the file.
    QSize pixels;
    int organizations = 0;
    int deals = 0;
    int hiddenLabels = 0;
};

/// Makes and writes pictures in other threads, so that the window stays alive while a large one is made. One preview and
/// one writing at a time: a new one takes the place of the one before, whose results are dropped.
class ExportJob : public QObject {
    Q_OBJECT

public:
    explicit ExportJob(QObject *parent = nullptr);

    void preview(const ExportOrder &order);
    /// Writes one picture to all these files; ends with written(), failed() or cancelled().
    void write(const ExportOrder &order, const QStringList &paths);
    void cancel();
    bool writing() const { return m_writing.running(); }

Q_SIGNALS:
    void previewed(const dealscape::publishing::ExportPreview &preview);
    /// Share of the writing done, from 0 to 1.
    void advanced(double share);
    void written(const QStringList &paths);
    /// With a sentence that says why. Files before the one that failed are there.
    void failed(const QString &reason);
    void cancelled();

private:
    document::Background m_previewing;
    document::Background m_writing;
};

} // namespace dealscape::publishing
