// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishing/exportjob.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

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

ExportJob::~ExportJob()
{
    if (m_previewing)
        *m_previewing = true;
    if (m_writing)
        *m_writing = true;
}

std::function<void(std::function<void(ExportJob &)>)> ExportJob::poster(ExportJob *job)
{
    return [guarded = QPointer<ExportJob>(job)](std::function<void(ExportJob &)> call) {
        QMetaObject::invokeMethod(qApp, [guarded, call = std::move(call)] {
            if (guarded)
                call(*guarded);
        });
    };
}

void ExportJob::preview(const ExportOrder &order)
{
    if (m_previewing)
        *m_previewing = true;
    const Stop stop = m_previewing = std::make_shared<std::atomic_bool>(false);
    QThreadPool::globalInstance()->start([order, stop, post = poster(this)] {
        const Progress progress{{}, [stop] { return stop->load(); }};
        if (progress.stop())
            return;
        const ExportPreview preview = previewOf(order, progress);
        post([stop, preview](ExportJob &job) {
            if (job.m_previewing != stop)
                return;
            job.m_previewing.reset();
            Q_EMIT job.previewed(preview);
        });
    });
}

void ExportJob::write(const ExportOrder &order, const QStringList &paths)
{
    cancel();
    const Stop stop = m_writing = std::make_shared<std::atomic_bool>(false);
    QThreadPool::globalInstance()->start([order, paths, stop, post = poster(this)] {
        const auto report = [stop, post, last = -1.0](double share) mutable {
            if (share - last < 0.01)
                return;
            last = share;
            post([stop, share](ExportJob &job) {
                if (job.m_writing == stop)
                    Q_EMIT job.advanced(share);
            });
        };
        const QString reason = writeAll(order, paths, {report, [stop] { return stop->load(); }});
        post([stop, paths, reason](ExportJob &job) { job.finish(stop, paths, reason); });
    });
}

void ExportJob::finish(const Stop &stop, const QStringList &paths, const QString &reason)
{
    if (m_writing != stop)
        return;
    m_writing.reset();
    if (reason.isEmpty())
        Q_EMIT written(paths);
    else
        Q_EMIT failed(reason);
}

void ExportJob::cancel()
{
    if (!m_writing)
        return;
    *m_writing = true;
    m_writing.reset();
    Q_EMIT cancelled();
}

} // namespace dealscape::publishing

#include "moc_exportjob.cpp"
