// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/everyday.h"

#include "words/plain.h"

#include <QLocale>
#include <QStringList>

namespace dealscape::words {

QString countryName(std::string_view code)
{
    const QString shown = plain(code);
    const QLocale::Territory territory = QLocale::codeToTerritory(shown);
    return territory == QLocale::AnyTerritory ? shown : QLocale::territoryToString(territory);
}

QString everyday(std::string_view word)
{
    QStringList words = plain(word).split(u'-', Qt::SkipEmptyParts);
    for (QString &part : words)
        if (part == QLatin1String("ai") || part == QLatin1String("spv") || part == QLatin1String("gpu"))
            part = part.toUpper();
    return words.join(u' ');
}

} // namespace dealscape::words
