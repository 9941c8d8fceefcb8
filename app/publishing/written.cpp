// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishing/written.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QFontMetrics>
#include <QUrl>

namespace dealscape::publishing {

Written::Written(QWidget *parent) : panels::LinkButton(QString(), style::FontRole::Small, parent)
{
    hide();
    connect(this, &QAbstractButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)); });
}

void Written::tell(const QStringList &paths)
{
    constexpr int widest = 420;
    QStringList names;
    for (const QString &path : paths)
        names << QFileInfo(path).fileName();
    m_folder = QFileInfo(paths.front()).absolutePath();
    QString folder = m_folder;
    if (const QString home = QDir::homePath(); home != QDir::rootPath() && (folder == home || folder.startsWith(home + u'/')))
        folder = u'~' + folder.mid(home.size());
    const QString words = tr("Wrote %1 in %2").arg(names.join(QStringLiteral(", ")), folder);
    const QString tip = tr("Open the folder %1").arg(m_folder);
    setText(QFontMetrics(style::font(style::FontRole::Small)).elidedText(words, Qt::ElideMiddle, widest));
    setAccessibleName(words);
    setAccessibleDescription(tip);
    setToolTip(tip);
    show();
}

} // namespace dealscape::publishing

#include "moc_written.cpp"
