// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv.h"

#include "sheets/writing.h"

namespace dealscape::reports {

QString csvCell(QString text)
{
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control && c != u'\t' && c != u'\n' && c != u'\r')
            c = QChar::ReplacementCharacter;
    return QString::fromStdString(sheets::quoted(sheets::guarded(text.toStdString()), ",\"\r\n"));
}

QString csvRecord(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written += csvCell(cell);
    return written.join(u',') + QStringLiteral("\r\n");
}

} // namespace dealscape::reports
