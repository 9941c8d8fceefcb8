// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/saving.h"

#include "shell/journey.h"
#include "shell/mainwindow.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace dealscape::shell {

namespace {

/// Beside the file that is open, or among the documents for the dataset inside the program.
QString suggestionFor(const document::Document &document)
{
    if (!document.path().isEmpty())
        return document.path();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).filePath(QStringLiteral("ai-infrastructure.json"));
}

} // namespace

Saving::Saving(MainWindow &window) : QObject(&window), m_window(window)
{
    connect(window.actions()[ActionId::Save], &QAction::triggered, this, &Saving::save);
    connect(window.actions()[ActionId::SaveCopy], &QAction::triggered, this, &Saving::saveAs);
    connect(&window.document(), &document::Document::changed, this, [this](document::Changes what) {
        if (what & (document::Changes(document::Change::Dataset) | document::Change::File))
            m_stories = m_window.document().dataset().stories;
        if (what & (document::Changes(document::Change::Dataset) | document::Change::File | document::Change::Stories))
            refresh();
    });
    refresh();
}

bool Saving::modified() const
{
    return m_window.document().open() && m_window.document().dataset().stories != m_stories;
}

void Saving::refresh()
{
    m_window.actions()[ActionId::Save]->setEnabled(modified());
}

bool Saving::save()
{
    const QString path = m_window.document().path();
    return path.isEmpty() ? saveAs() : writeTo(path);
}

bool Saving::saveAs()
{
    const QString path = QFileDialog::getSaveFileName(&m_window, tr("Save the dataset"), suggestionFor(m_window.document()),
                                                      tr("Dealscape datasets (*.json)"));
    return !path.isEmpty() && writeTo(path);
}

bool Saving::writeTo(const QString &path)
{
    const auto saved = m_window.document().save(path);
    if (!saved) {
        QMessageBox::warning(&m_window, tr("Not saved"), QString::fromStdString(saved.error()));
        return false;
    }
    m_window.remember(path);
    qCInfo(journey).noquote() << "saved" << QFileInfo(path).fileName();
    m_window.tell(tr("Saved %1").arg(QFileInfo(path).fileName()));
    return true;
}

bool Saving::mayLeave()
{
    if (!modified())
        return true;
    const bool embedded = m_window.document().path().isEmpty();
    QMessageBox box(QMessageBox::Warning, tr("Unsaved changes"),
                    embedded ? tr("The stories of the built-in dataset were changed.")
                             : tr("The stories of %1 were changed.").arg(m_window.document().name()),
                    QMessageBox::NoButton, &m_window);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(embedded ? tr("The dataset inside the program stays as it is; save the changes to a file to keep them.")
                                    : tr("They are lost unless they are saved."));
    const QPushButton *keep = box.addButton(embedded ? tr("Save as…") : tr("Save"), QMessageBox::AcceptRole);
    const QPushButton *drop = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.setEscapeButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == keep ? save() : box.clickedButton() == drop;
}

} // namespace dealscape::shell
