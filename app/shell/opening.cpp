// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/opening.h"

#include "shell/exports.h"
#include "shell/saving.h"
#include "shell/wayback.h"
#include "words/plain.h"

#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QProgressDialog>

#include <exception>

namespace dealscape::shell {

namespace {

io::ReadResult failed(const QString &path, const QString &why)
{
    return {{}, {io::Issue{io::Severity::Error, path.toStdString(), 1, 1, why.toStdString(), {}}}, false};
}

/// The last resort: whatever a reader lets out becomes an issue of the file.
io::ReadResult readAll(const QString &path, const Progress &progress)
{
    try {
        return io::readFile(QFile::encodeName(path).toStdString(), {}, progress);
    } catch (const std::exception &error) {
        return failed(path, Opening::tr("cannot read the file: %1").arg(QString::fromUtf8(error.what())));
    }
}

QString nameOf(const QString &path)
{
    return words::isolated(words::plain(QFileInfo(path).fileName()));
}

} // namespace

Opening::Opening(document::Document &document, settings::Settings &settings, Saving &saving, Exports &exports, QWidget *window)
    : QObject(window), m_document(document), m_settings(settings), m_saving(saving), m_exports(exports), m_window(window)
{
    connect(&m_background, &document::Background::ended, this, &Opening::finished);
}

Opening::~Opening()
{
    m_background.disconnect(this);
}

bool Opening::mayLeave()
{
    if (m_left == m_document.snapshot())
        return true;
    if (!m_saving.mayLeave()) {
        Q_EMIT told(tr("Stayed with %1").arg(m_document.name()));
        return false;
    }
    m_left = m_document.snapshot();
    return true;
}

void Opening::open(const QString &path)
{
    if (const QString why = refusal(path); !why.isEmpty())
        take(path, failed(path, tr("cannot read the file: %1").arg(why)));
    else if (Exports::isPicture(path))
        openPicture(path);
    else if (m_elsewhere && m_elsewhere(path))
        Q_EMIT told(tr("%1 is open in another window").arg(nameOf(path)));
    else if (mayLeave())
        read(path, [this, path](io::ReadResult result) { take(path, std::move(result)); });
}

void Opening::reload()
{
    if (!mayLeave())
        return;
    if (m_document.path().isEmpty()) {
        m_document.reload();
        return;
    }
    read(m_document.path(), [this, path = m_document.path(), before = m_document.viewpoint()](io::ReadResult result) {
        take(path, std::move(result));
        if (!m_document.report().refused)
            m_document.look(before, document::Step::Continued);
    });
}

void Opening::read(const QString &path, const std::function<void(io::ReadResult)> &done)
{
    if (QFileInfo(path).size() <= immediateBytes()) {
        m_background.cancel();
        done(readAll(path, {}));
        return;
    }
    m_background.run<io::ReadResult>([path](const Progress &progress) { return readAll(path, progress); }, done);
    showProgress(path);
}

void Opening::take(const QString &path, io::ReadResult result)
{
    if (result.dataset && !mayLeave())
        return;
    m_left.reset();
    if (m_document.adopt(path, std::move(result))) {
        m_settings.remember(path);
        return;
    }
    if (m_document.open())
        Q_EMIT issuesWanted();
    Q_EMIT told(tr("%1 was not opened: it has errors").arg(nameOf(path)));
}

void Opening::openPicture(const QString &path)
{
    if (!m_document.open())
        m_document.openEmbedded();
    const document::SnapshotPointer snapshot = m_document.snapshot();
    m_background.run<std::optional<WayBack>>(
        [path, snapshot, recent = m_settings.recent().paths()](const Progress &progress) -> std::optional<WayBack> {
            try {
                return findWayBack(path, snapshot, recent, progress);
            } catch (const std::exception &error) {
                return WayBack{Failure(std::string(error.what())), WayBack::Dataset::Unknown, {}};
            }
        },
        [this, path, snapshot](std::optional<WayBack> way) {
            if (m_document.snapshot() != snapshot)
                openPicture(path);
            else if (way->dataset == WayBack::Dataset::Unknown || way->dataset == WayBack::Dataset::Open || mayLeave())
                m_exports.returnTo(path, std::move(*way));
            m_left.reset();
        });
    showProgress(path);
}

void Opening::showProgress(const QString &path)
{
    constexpr int patience = 400;
    auto *words = new QLabel(tr("Opening %1").arg(nameOf(path)));
    words->setTextFormat(Qt::PlainText);
    m_progress = new QProgressDialog(m_window);
    m_progress->setAttribute(Qt::WA_DeleteOnClose);
    m_progress->setWindowTitle(tr("Opening"));
    m_progress->setLabel(words);
    m_progress->setCancelButtonText(tr("Stop"));
    m_progress->setRange(0, 100);
    m_progress->setAutoClose(false);
    m_progress->setAutoReset(false);
    m_progress->setMinimumDuration(patience);
    m_progress->setValue(0);
    connect(&m_background, &document::Background::advanced, m_progress,
            [box = m_progress.data()](double share) { box->setValue(static_cast<int>(100 * share)); });
    connect(m_progress, &QProgressDialog::canceled, this, [this, path] {
        m_background.cancel();
        m_left.reset();
        Q_EMIT told(tr("Stopped opening %1").arg(nameOf(path)));
    });
}

void Opening::finished()
{
    if (m_progress) {
        m_progress->disconnect(this);
        m_progress->deleteLater();
        m_progress.clear();
    }
    if (!running())
        Q_EMIT ended();
}

} // namespace dealscape::shell

#include "moc_opening.cpp"
