// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/background.h"
#include "document/document.h"
#include "domain/result.h"
#include "exchange/importing.h"
#include "settings/settings.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

class QMimeData;
class QProgressDialog;

namespace dealscape::importing {
class ImportWindow;
} // namespace dealscape::importing

namespace dealscape::shell {

class Actions;
class Saving;

/// Brings sheets and graphs into the window: from files, from files dropped on it, from cells on the clipboard. Files are read in another
/// thread; the import window then shows what comes of them, and what is accepted is one step of undo. What columns mean is remembered for
/// tables of the same headers.
class Importing : public QObject {
    Q_OBJECT

public:
    Importing(document::Document &document, settings::Settings &settings, Saving &saving, const Actions &actions, QWidget *window);
    ~Importing() override;

    /// Whether a file is a sheet or a graph rather than a dataset or a picture; reads its beginning.
    static bool isForeign(const QString &path);
    void importFiles(const QStringList &paths);
    /// Cells of a spreadsheet, as a page or as text in lines; false when there are none.
    bool importCells(const QMimeData &cells);

Q_SIGNALS:
    /// The import window stands open.
    void shown(dealscape::importing::ImportWindow *window);
    /// A sentence for the status bar.
    void told(const QString &message);
    /// Files were written, by absolute paths.
    void wrote(const QStringList &paths);

private:
    using Read = Result<std::vector<exchange::Input>>;

    /// Reads in another thread, with progress and a way to stop, and shows what comes of it.
    void read(const QString &label, const QString &failed, const std::optional<Date> &date, std::function<Read(const Progress &)> reading);
    void askFiles();
    void paste();
    void exportData();
    void show(std::vector<exchange::Input> inputs, const std::optional<Date> &date);
    void remember(const exchange::Mapping &mapping);
    void take(const importing::ImportWindow &import);
    void tellFailure(const QString &title, const std::string &sentence);

    document::Document &m_document;
    settings::Settings &m_settings;
    Saving &m_saving;
    QWidget *m_window;
    document::Background m_reading;
    document::Background m_writing;
    QPointer<QProgressDialog> m_progress;
};

} // namespace dealscape::shell
