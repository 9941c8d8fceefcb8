// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/saving.h"

#include "files/backups.h"
#include "shell/actions.h"
#include "shell/journey.h"
#include "widgets/parts.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace dealscape::shell {

namespace {

/// Beside the file that is open, or among the documents for the dataset inside the program.
QString suggestionFor(const document::Document &document)
{
    if (!document.path().isEmpty())
        return document.path();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const bool own = document.origin() == document::Origin::New;
    return QDir(folder).filePath(own ? QStringLiteral("deals.json") : QStringLiteral("ai-infrastructure.json"));
}

} // namespace

Saving::Saving(document::Document &document, settings::Settings &settings, const Actions &actions, QWidget *window)
    : QObject(window), m_document(document), m_settings(settings), m_actions(actions), m_window(window)
{
    connect(actions[ActionId::Save], &QAction::triggered, this, &Saving::save);
    connect(actions[ActionId::SaveCopy], &QAction::triggered, this, &Saving::saveAs);
    connect(&document, &document::Document::changed, this, [this](document::Changes what) {
        using document::Change;
        if (what & (document::Changes(Change::Dataset) | Change::File | Change::Stories | Change::Arrangement))
            refresh();
    });
    refresh();
}

bool Saving::modified() const
{
    return m_document.modified();
}

void Saving::refresh()
{
    m_actions[ActionId::Save]->setEnabled(modified());
}

bool Saving::save()
{
    const QString path = m_document.path();
    if (path.isEmpty())
        return saveAs();
    return m_document.changedOutside() ? overwriteChanged() : writeTo(path);
}

bool Saving::overwriteChanged()
{
    const int answer = widgets::ask(m_window, QMessageBox::Warning, tr("Changed by another program"),
                                    tr("%1 was changed by another program since it was opened.").arg(m_document.name()),
                                    tr("Saving over it loses what the other program wrote."),
                                    {{tr("Overwrite"), QMessageBox::DestructiveRole}, {tr("Save as…"), QMessageBox::AcceptRole}});
    return answer == 0 ? writeTo(m_document.path()) : answer == 1 && saveAs();
}

bool Saving::saveAs()
{
    QFileDialog dialog(m_window, tr("Save the dataset"), suggestionFor(m_document), tr("Dealscape datasets (*.json)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("json"));
    dialog.selectFile(suggestionFor(m_document));
    return dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty() && writeTo(dialog.selectedFiles().first());
}

bool Saving::writeTo(const QString &path)
{
    const auto kept = files::keepBackup(QFile::encodeName(path).toStdString(), m_settings.backups());
    const auto saved = m_document.save(path);
    if (!saved)
        return offerOtherPlace(QString::fromStdString(saved.error()));
    const QString name = QFileInfo(path).fileName();
    m_settings.remember(path);
    qCInfo(journey).noquote() << "saved" << name;
    Q_EMIT told(kept ? tr("Saved %1").arg(name) : tr("Saved %1, without a backup: %2").arg(name, QString::fromStdString(kept.error())));
    return true;
}

bool Saving::offerOtherPlace(const QString &why)
{
    return widgets::ask(m_window, QMessageBox::Warning, tr("Not saved"), tr("%1 was not saved.").arg(m_document.name()),
                        why + u'\n' + tr("Your changes are still here; another place may take them."),
                        {{tr("Save elsewhere…"), QMessageBox::AcceptRole}}) == 0 &&
        saveAs();
}

void Saving::agree()
{
    m_agreed = m_document.snapshot();
}

bool Saving::mayLeave()
{
    if (!modified() || m_agreed == m_document.snapshot())
        return true;
    const bool embedded = m_document.path().isEmpty();
    const bool own = m_document.origin() == document::Origin::New;
    const QString what = own ? tr("The new dataset was not saved.")
        : embedded           ? tr("The built-in dataset was changed.")
                             : tr("%1 was changed.").arg(m_document.name());
    const QString more = embedded && !own ? tr("The dataset inside the program stays as it is; save the changes to a file to keep them.")
                                          : tr("They are lost unless they are saved.");
    const int answer =
        widgets::ask(m_window, QMessageBox::Warning, tr("Unsaved changes"), what, more,
                     {{embedded ? tr("Save as…") : tr("Save"), QMessageBox::AcceptRole}, {tr("Discard"), QMessageBox::DestructiveRole}});
    return answer == 0 ? save() : answer == 1;
}

} // namespace dealscape::shell

#include "moc_saving.cpp"
