// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishing/exportjob.h"

#include <cmath>

namespace dealscape::publishing {

namespace {

/// The picture as it will be, or with fewer pixels of the same drawing where it is huge.
ExportPreview previewOf(const ExportOrder &order, const Progress &progress)
{
    exporting::Exhibit exhibit(order.snapshot->index(), order.options, order.sight, progress);
    ExportPreview preview;
    preview.pixels = order.options.extent().pixels();
    preview.organizations = static_cast<int>(exhibit.picture().network.nodes.size());
    preview.deals = static_cast<int>(exhibit.picture().network.deals.size());
    preview.hiddenLabels = exhibit.picture().drawing.hiddenLabels;
    const qint64 count = qint64(preview.pixels.width()) * preview.pixels.height();
    if (progress.stop())
        return preview;
    if (count <= ExportPreview::mostPixels()) {
        preview.image = exhibit.image(progress);
        return preview;
    }
    const double share = std::sqrt(static_cast<double>(ExportPreview::mostPixels()) / static_cast<double>(count));
    preview.image = exhibit.sample(share, progress);
    return preview;
}

QString writeAll(const ExportOrder &order, const QStringList &paths, const Progress &progress)
{
    constexpr double placing = 0.2;
    exporting::Exhibit exhibit(order.snapshot->index(), order.options, order.sight, exporting::part(progress, 0, placing));
    const double each = (1 - placing) / static_cast<double>(paths.size());
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const double begun = placing + each * static_cast<double>(i);
        if (const auto outcome = exhibit.write(paths[i], exporting::part(progress, begun, begun + each)); !outcome)
            return QString::fromStdString(outcome.error());
    }
    return {};
}

} // namespace

ExportJob::ExportJob(QObject *parent) : QObject(parent)
{
    connect(&m_writing, &document::Background::advanced, this, &ExportJob::advanced);
}

void ExportJob::preview(const ExportOrder &order)
{
    m_previewing.run<ExportPreview>([order](const Progress &progress) { return previewOf(order, progress); },
                                    [this](const ExportPreview &preview) { Q_EMIT previewed(preview); });
}

void ExportJob::write(const ExportOrder &order, const QStringList &paths)
{
    cancel();
    m_writing.run<QString>([order, paths](const Progress &progress) { return writeAll(order, paths, progress); },
                           [this, paths](const QString &reason) {
                               if (reason.isEmpty())
                                   Q_EMIT written(paths);
                               else
                                   Q_EMIT failed(reason);
                           });
}

void ExportJob::cancel()
{
    if (!m_writing.running())
        return;
    m_writing.cancel();
    Q_EMIT cancelled();
}

} // namespace dealscape::publishing

#include "moc_exportjob.cpp"
