// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/diagramview.h"
#include "document/document.h"
#include "publishing/exportdialog.h"
#include "settings/settings.h"

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <functional>
#include <optional>

class QMessageBox;
class QMimeData;

namespace dealscape::exporting {
struct Handwork;
} // namespace dealscape::exporting

namespace dealscape::shell {

class Actions;
class Presenting;
struct WayBack;

/// How pictures leave the window and come back: the export dialog, clipboard, printer, and a PNG that returns to the view
/// that it shows.
class Exports : public QObject {
    Q_OBJECT

public:
    Exports(document::Document &document, const diagram::DiagramView &diagram, const Presenting &presenting, settings::Settings &settings,
            const Actions &actions, QWidget *window);

    /// Null while it is closed.
    publishing::ExportDialog *dialog() const { return m_dialog; }
    /// What the window shows, where it stands.
    publishing::ExportSubject subject() const;

    /// Asks for the name of a file: by the dialog of the desktop, or by what a test puts in its place.
    using Chooser = std::function<QString(QWidget *parent, const QString &suggestion)>;
    void setChooser(Chooser chooser) { m_chooser = std::move(chooser); }
    /// Writes web pages and presentations.
    publishing::ExportJob &fileJob() { return m_fileJob; }

    /// Whether a file is a picture rather than a dataset: by its name or its first bytes.
    static bool isPicture(const QString &path);
    /// The picture as it is pulled out of the window: what the clipboard gets, and a PNG file that lasts as long as the window.
    QMimeData *pulledOut();

    /// Returns to the view of a PNG written before, whose dataset was looked for, or says why it cannot.
    void returnTo(const QString &path, WayBack way);

Q_SIGNALS:
    /// A sentence for the status bar.
    void told(const QString &message);
    /// Files were written.
    void wrote(const QStringList &paths);

private:
    void openDialog();
    /// What is looked at and the story of the dataset, as one file of that format.
    void writeAs(exporting::Format format, const std::optional<StoryId> &story);
    std::optional<StoryId> story() const;
    void copy(const publishing::ExportOrder &order);
    void print(const publishing::ExportOrder &order);
    publishing::ExportOrder plainOrder() const;
    void takeUp(const exporting::Handwork &handwork);
    void warn(const QString &title, const QString &text, const QString &more);

    document::Document &m_document;
    const diagram::DiagramView &m_diagram;
    const Presenting &m_presenting;
    settings::Settings &m_settings;
    QWidget *m_window;
    QPointer<publishing::ExportDialog> m_dialog;
    Chooser m_chooser;
    publishing::ExportJob m_fileJob;
    QTemporaryDir m_pulled;
};

/// A picture for the clipboard: its pixels, the PNG file with its way back, and the SVG.
QMimeData *clipboardData(const publishing::ExportOrder &order);

} // namespace dealscape::shell
