// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/keeping.h"

#include "io/reader.h"
#include "resources/embedded.h"
#include "shell/differencedialog.h"
#include "shell/journey.h"
#include "shell/mainwindow.h"
#include "shell/notice.h"
#include "shell/saving.h"

#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>

namespace dealscape::shell {

namespace {

QString nameOf(const document::Remains &remains)
{
    switch (remains.origin) {
    case document::Origin::File:
        return QFileInfo(remains.path).fileName();
    case document::Origin::Embedded:
        return Keeping::tr("the built-in dataset");
    default:
        return Keeping::tr("a new dataset");
    }
}

/// What the unsaved changes were made to, as it is now.
Dataset groundOf(const document::Remains &remains)
{
    io::ReadResult read;
    if (remains.origin == document::Origin::File)
        read = io::readFile(remains.path.toStdString());
    else if (remains.origin == document::Origin::Embedded)
        read = io::readDataset(resources::defaultDataset(), "built-in dataset");
    if (read.dataset)
        return *read.dataset;
    Dataset empty;
    empty.layers = defaultLayers();
    return empty;
}

} // namespace

Keeping::Keeping(MainWindow &window, Notice &notice)
    : QObject(&window),
      m_window(window),
      m_document(window.document()),
      m_notice(notice),
      m_recovery(window.document(), document::Recovery::standardFolder())
{
    connect(&m_recovery, &document::Recovery::failed, this,
            [this](const QString &reason) { m_window.tell(tr("Unsaved changes cannot be kept: %1").arg(reason)); });
}

void Keeping::offerRemains()
{
    const auto remains = document::Recovery::left(document::Recovery::standardFolder());
    if (!remains.empty())
        offer(remains.front());
}

void Keeping::offer(const document::Remains &remains)
{
    const QString when = QLocale().toString(remains.written, QLocale::ShortFormat);
    qCInfo(journey).noquote() << "unsaved changes of" << nameOf(remains);
    m_notice.tell(tr("Changes to %1 of %2 were not saved when Dealscape ended.").arg(nameOf(remains), when),
                  {{tr("Look…"), [this, remains] { look(remains); }},
                   {tr("Discard"),
                    [this, remains] {
                        document::Recovery::discard(remains);
                        offerRemains();
                    }},
                   {tr("Later"), [] {}}});
}

void Keeping::look(const document::Remains &remains)
{
    const io::ReadResult read = io::readFile(remains.file.toStdString());
    if (!read.dataset) {
        QMessageBox::warning(&m_window, tr("Not recovered"),
                             read.issues.empty() ? remains.file : QString::fromStdString(io::describe(read.issues.front())));
        return;
    }
    DifferenceDialog dialog(compare::difference(groundOf(remains), *read.dataset), tr("Unsaved changes of %1").arg(nameOf(remains)),
                            tr("Saved"), tr("Unsaved"), &m_window);
    dialog.offer(tr("Recover"));
    if (dialog.exec() != QDialog::Accepted || !m_window.saving().mayLeave()) {
        offer(remains);
        return;
    }
    const auto recovered = document::recover(m_document, remains);
    if (!recovered) {
        QMessageBox::warning(&m_window, tr("Not recovered"), QString::fromStdString(recovered.error()));
        return;
    }
    // From here on the document's own recovery file holds them.
    if (m_recovery.flush())
        document::Recovery::discard(remains);
    m_window.tell(tr("Recovered the unsaved changes; Ctrl+S saves them, Ctrl+Z takes them back"));
    qCInfo(journey) << "recovered";
}

} // namespace dealscape::shell
