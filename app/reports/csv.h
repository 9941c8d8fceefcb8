// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace dealscape::reports {

/// One cell of a table of comma-separated values, guarded and quoted as sheets does. Control characters other than tabs and line breaks
/// become U+FFFD.
QString csvCell(QString text);

/// Cells with commas between them and the line's end.
QString csvRecord(const QStringList &cells);

} // namespace dealscape::reports
