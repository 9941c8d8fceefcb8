// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishing/filenames.h"

#include "document/wording.h"

#include <QStringList>

namespace dealscape::publishing {

QString stemFrom(const QString &title, const QString &otherwise)
{
    constexpr qsizetype longest = 80;
    QString name;
    for (const QChar letter : title.toLower())
        if (letter.isLetterOrNumber())
            name += letter;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    name.truncate(longest);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? otherwise : name;
}

QString stemFor(const document::Snapshot &snapshot, const Perspective &perspective)
{
    const Dataset &dataset = snapshot.dataset();
    QStringList parts{stemFrom(document::text(dataset.title), QStringLiteral("deals"))};
    if (perspective.focus)
        parts << stemFrom(document::nameOf(snapshot, perspective.focus->organization), QString());
    std::optional<Date> date = dataset.asOf;
    if (perspective.asReported) {
        const Source *source = dataset.articleSource ? snapshot.index().source(*dataset.articleSource) : nullptr;
        parts << QStringLiteral("as-reported");
        date = source ? source->date : std::nullopt;
    }
    if (date)
        parts << document::text(date->iso());
    parts.removeAll(QString());
    return parts.join(u'-');
}

} // namespace dealscape::publishing
