// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv.h"

#include <algorithm>

namespace dealscape::reports {

namespace {

/// Digits with at most one sign before and one point among them.
bool plainNumber(QStringView text)
{
    if (text.startsWith(u'-') || text.startsWith(u'+'))
        text = text.mid(1);
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !text.isEmpty() && digit(text.front()) && text.count(u'.') <= 1 &&
        std::ranges::all_of(text, [&](QChar c) { return digit(c) || c == u'.'; });
}

} // namespace

QString csvCell(QString text)
{
    static const QString formula = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && formula.contains(text.front()) && !plainNumber(text))
        text.prepend(u'\'');
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control && c != u'\t' && c != u'\n' && c != u'\r')
            c = QChar::ReplacementCharacter;
    if (!std::ranges::any_of(text, [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; }))
        return text;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString csvRecord(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written += csvCell(cell);
    return written.join(u',') + QStringLiteral("\r\n");
}

} // namespace dealscape::reports
