// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publishing/exportchoices.h"
#include "publishing/exportjob.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <utility>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace dealscape::publishing {

class ExportForm;
class ExportPane;

/// What the dialog exports: one state of a dataset, how it is looked at, and the name that files get at first.
struct ExportSubject {
    document::SnapshotPointer snapshot;
    exporting::Sight sight;
    QString name;
};

/// Asks how a picture is to be made, shows its very pixels meanwhile, and writes it in one or several formats with progress
/// and a way to stop. Stays open when something fails, with the reason.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// Asks for the name of a file, which is given a suggestion; empty when nobody chose one.
    using Chooser = std::function<QString(QWidget *parent, const QString &suggestion)>;

    ExportDialog(ExportSubject subject, const ExportChoices &choices, QWidget *parent = nullptr);

    ExportChoices choices() const;
    /// One a format, from the name and what is ticked; a known ending of the name counts as a tick.
    QStringList paths() const;
    ExportOrder order() const;
    void setChooser(Chooser chooser) { m_chooser = std::move(chooser); }
    bool writing() const { return m_job.writing(); }

    void accept() override;
    /// Stops what is being written, or closes.
    void reject() override;

Q_SIGNALS:
    void written(const QStringList &paths);
    void previewed();
    void copyRequested(const dealscape::publishing::ExportOrder &order);
    void printRequested(const dealscape::publishing::ExportOrder &order);

private:
    QWidget *makeColumn();
    QWidget *makeFiles();
    QWidget *makeFoot();
    void connectJob();
    void choose();
    void changed();
    void filesChanged();
    void refresh();
    void showPreview(const ExportPreview &preview);
    void tellScale();
    void setWriting(bool writing);
    void tell(const QString &text);

    ExportSubject m_subject;
    QString m_folder;
    Chooser m_chooser;
    ExportJob m_job;
    QTimer m_pause;
    ExportPreview m_preview;
    QLineEdit *m_path = nullptr;
    QPushButton *m_choose = nullptr;
    std::vector<QCheckBox *> m_formats;
    QLabel *m_note = nullptr;
    ExportForm *m_form = nullptr;
    ExportPane *m_pane = nullptr;
    QLabel *m_caption = nullptr;
    QLabel *m_message = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace dealscape::publishing
