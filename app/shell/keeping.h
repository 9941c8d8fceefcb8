// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/filelock.h"
#include "document/recovery.h"
#include "shell/differencedialog.h"

#include <QObject>

class QFileSystemWatcher;
class QTimer;

namespace dealscape::widgets {
class Notice;
} // namespace dealscape::widgets

namespace dealscape::shell {

class Saving;

/// Sees to it that nothing is lost: unsaved changes are kept apart, what an earlier run left is offered, and a file that another program
/// changes is told. Nothing of it opens, writes or reloads by itself.
class Keeping : public QObject {
    Q_OBJECT

public:
    Keeping(document::Document &document, Saving &saving, widgets::Notice &notice, QWidget *window);

    /// Asks for another dataset and shows how it differs from the one that is open.
    void compareWith();
    /// Offers what was not saved in an earlier run, if anything was.
    void offerRemains();
    /// Where unsaved changes are kept.
    document::Recovery &recovery() { return m_recovery; }

Q_SIGNALS:
    /// A sentence for the status bar.
    void told(const QString &message);
    /// The file is to be read again.
    void reloadWanted();

private:
    void offer(const document::Remains &remains);
    void look(const document::Remains &remains);
    void tellOthers(const document::Holder &holder);
    void watch();
    void check();
    void compareWithFile();
    /// How the window looks at its dataset.
    DifferenceDialog::View sight() const;

    document::Document &m_document;
    Saving &m_saving;
    widgets::Notice &m_notice;
    QWidget *m_window;
    document::Recovery m_recovery;
    document::FileLock m_lock;
    QFileSystemWatcher *m_watcher;
    /// Programs write a file in several steps: it is looked at when they have come to rest.
    QTimer *m_rest;
    /// The state of the file that was told, so that it is told once.
    QDateTime m_told;
};

} // namespace dealscape::shell
