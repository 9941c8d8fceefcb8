// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/plain.h"

#include <QList>

#include <algorithm>

namespace dealscape::words {

namespace {

constexpr char16_t firstStrongIsolate = 0x2068;
constexpr char16_t popIsolate = 0x2069;

bool obeyed(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 0x20)
        return code != u'\t' && code != u'\n' && code != u'\r';
    return (code >= 0x7f && code <= 0x9f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= popIsolate);
}

bool unseen(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Mark_NonSpacing:
        return true;
    default:
        return code == 0x115f || code == 0x1160 || code == 0x3164 || code == 0xffa0;
    }
}

} // namespace

QString plain(QString text)
{
    if (std::none_of(text.cbegin(), text.cend(), obeyed))
        return text;
    QString shown;
    for (const QChar c : text) {
        if (obeyed(c))
            shown += QStringLiteral("[U+%1]").arg(c.unicode(), 4, 16, QLatin1Char('0')).toUpper();
        else
            shown += c;
    }
    return shown;
}

QString plain(std::string_view utf8)
{
    return plain(QString::fromUtf8(utf8));
}

bool blank(const QString &text)
{
    const auto codes = text.toUcs4();
    return std::all_of(codes.cbegin(), codes.cend(), [](uint code) { return unseen(code); });
}

QString isolated(const QString &text)
{
    const bool turned = std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL || c.isHighSurrogate();
    });
    return turned ? QChar(firstStrongIsolate) + text + QChar(popIsolate) : text;
}

QString asMarkup(const QString &text)
{
    return text.isEmpty() ? text
                          : QStringLiteral("<p>") + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) + QStringLiteral("</p>");
}

} // namespace dealscape::words
