// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace dealscape::exporting {

/// Packs files into a ZIP, deflated and with one fixed date, so that the same files give the same bytes. Names are UTF-8 with
/// slashes; each is at most once. Up to 65,535 files and 4 GiB.
class Zip {
public:
    void add(const QByteArray &name, const QByteArray &data);
    /// Closes the archive; nothing may be added after.
    QByteArray finish();

private:
    QByteArray m_bytes;
    QByteArray m_directory;
    int m_count = 0;
};

} // namespace dealscape::exporting
