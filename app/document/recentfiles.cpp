// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/recentfiles.h"

#include <QFileInfo>

namespace dealscape::document {

RecentFiles::RecentFiles(const QStringList &paths)
{
    for (auto path = paths.crbegin(); path != paths.crend(); ++path)
        add(*path);
}

void RecentFiles::add(const QString &path)
{
    if (path.isEmpty())
        return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_paths.removeAll(absolute);
    m_paths.prepend(absolute);
    while (m_paths.size() > limit())
        m_paths.removeLast();
}

void RecentFiles::forget(const QString &path)
{
    m_paths.removeAll(QFileInfo(path).absoluteFilePath());
}

} // namespace dealscape::document
