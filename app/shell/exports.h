// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/exportdialog.h"

#include <QObject>
#include <QPointer>

class QMessageBox;
class QMimeData;

namespace dealscape::exporting {
struct Handwork;
} // namespace dealscape::exporting

namespace dealscape::shell {

class MainWindow;
struct WayBack;

/// How pictures leave the window and come back: the export dialog, clipboard, printer, and a PNG that returns to the view
/// that it shows.
class Exports : public QObject {
    Q_OBJECT

public:
    explicit Exports(MainWindow &window);

    /// Null while it is closed.
    ExportDialog *dialog() const { return m_dialog; }
    /// What the window shows, where it stands.
    ExportSubject subject() const;

    /// Whether a file is a picture rather than a dataset: by its name or its first bytes.
    static bool isPicture(const QString &path);
    /// Returns to the view of a PNG written before, whose dataset was looked for, or says why it cannot.
    void returnTo(const QString &path, WayBack way);

private:
    void openDialog();
    void copy(const ExportOrder &order);
    void print(const ExportOrder &order);
    ExportOrder plainOrder() const;
    void takeUp(const exporting::Handwork &handwork);
    void warn(const QString &title, const QString &text, const QString &more);

    MainWindow &m_window;
    QPointer<ExportDialog> m_dialog;
};

/// A picture for the clipboard: its pixels, the PNG file with its way back, and the SVG.
QMimeData *clipboardData(const ExportOrder &order);

} // namespace dealscape::shell
