// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/background.h"
#include "document/document.h"
#include "settings/settings.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QProgressDialog;

namespace dealscape::shell {

class Exports;
class Saving;

/// Opens what the user names without stopping the window: files are read in another thread, with a small box that says how far it is
/// and ends it, and what was open stays until the new one is there. Small datasets are read at once. A new request takes the place
/// of one under way.
class Opening : public QObject {
    Q_OBJECT

public:
    /// Datasets up to this size are read before open() returns, which takes about a tenth of a second.
    static constexpr qint64 immediateBytes() { return 1 << 20; }

    Opening(document::Document &document, settings::Settings &settings, Saving &saving, Exports &exports, QWidget *window);
    ~Opening() override;

    /// Whether another window has a file open and came to the front for it; asked before a dataset is opened.
    using Elsewhere = std::function<bool(const QString &path)>;
    void setElsewhere(Elsewhere elsewhere) { m_elsewhere = std::move(elsewhere); }

    /// Opens a dataset and remembers it, or returns to the view of a picture, or shows why not.
    void open(const QString &path);
    /// Reads again what is open and looks at it as before.
    void reload();
    bool running() const { return m_background.running(); }

Q_SIGNALS:
    /// Nothing is under way any more, whatever came of it.
    void ended();
    /// A sentence for the status bar.
    void told(const QString &message);
    /// A file was refused while another is open: its issues are to be shown.
    void issuesWanted();

private:
    void read(const QString &path, const std::function<void(io::ReadResult)> &done);
    void openPicture(const QString &path);
    void take(const QString &path, io::ReadResult result);
    bool mayLeave();
    void showProgress(const QString &path);
    void finished();

    document::Document &m_document;
    settings::Settings &m_settings;
    Saving &m_saving;
    Exports &m_exports;
    QWidget *m_window;
    document::Background m_background;
    Elsewhere m_elsewhere;
    QPointer<QProgressDialog> m_progress;
    /// What the user agreed to leave before the reading began.
    document::SnapshotPointer m_left;
};

} // namespace dealscape::shell
