// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/background.h"
#include "document/document.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

class QLockFile;
class QTimer;

namespace dealscape::document {

/// Unsaved changes that a program left behind when it was killed.
struct Remains {
    /// The dataset as it was, a file of the native format.
    QString file;
    /// The file it belongs to; empty for the dataset inside the program and for a new one.
    QString path;
    Origin origin = Origin::Nothing;
    QDateTime written;
};

/// Keeps unsaved changes of a document in a file of its own, apart from the user's: soon after a change comes to rest, and no
/// later than two seconds after it was made, or what setSeconds() says. Writing takes place in another thread. The file goes when the
/// changes are saved, undone or discarded, and when the document is left in good order. One file a document; a lock beside it tells whether
/// its program still runs.
class Recovery : public QObject {
    Q_OBJECT

public:
    /// The folder is made when it is needed.
    Recovery(Document &document, QString folder, QObject *parent = nullptr);
    ~Recovery() override;

    /// In milliseconds: how long changes rest before they are written, and when they are written though they do not.
    std::pair<int, int> pace() const;

    /// Where unsaved changes are kept: dealscape/recovery in the user's folder for state.
    static QString standardFolder();

    /// What programs that no longer run have left in a folder, the latest first.
    static std::vector<Remains> left(const QString &folder);
    static void discard(const Remains &remains);

    /// Within how many seconds changes are kept; 2 at first. Takes what soundSeconds() makes of it.
    void setSeconds(int seconds);
    /// From 1 to 60; 2 for anything else.
    static int soundSeconds(int seconds);

    /// The file that is written to.
    const QString &file() const { return m_file; }
    /// Writes now, in this thread, after what another one is writing. False when that failed, which is told.
    bool flush();
    /// Leaves what is kept behind when this goes, as long as nothing changes any more: for an end at which nobody could be asked.
    void leaveBehind() { m_leaving = true; }

Q_SIGNALS:
    /// Changes cannot be kept, told once in a row.
    void failed(const QString &reason);

private:
    void documentChanged(Changes what);
    /// Sees to a folder and a lock, and gives what writes the document as it is to the file: what went wrong, or nothing, also where
    /// it is no longer wanted.
    std::function<QString(const Progress &)> writing();
    void write();
    void told(const QString &failure);
    void clear();

    Document &m_document;
    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    QTimer *m_rest;
    QTimer *m_latest;
    Background m_background;
    /// Held while the file is written or removed: a writing that was dropped under way still ends before the next one, or before
    /// the file goes.
    std::shared_ptr<std::mutex> m_turn;
    bool m_failing = false;
    bool m_leaving = false;
};

/// Opens what remains stand for and puts the unsaved changes on top, as a step of undo. The error is a sentence, and leaves the document as
/// it was.
Result<void> recover(Document &document, const Remains &remains);

} // namespace dealscape::document
