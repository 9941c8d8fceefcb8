// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace dealscape::document {

/// Absolute paths of files opened before, the latest first, each once.
class RecentFiles {
public:
    static constexpr int limit() { return 8; }

    RecentFiles() = default;
    explicit RecentFiles(const QStringList &paths);

    const QStringList &paths() const { return m_paths; }
    /// Puts a file first.
    void add(const QString &path);
    void forget(const QString &path);

private:
    QStringList m_paths;
};

} // namespace dealscape::document
