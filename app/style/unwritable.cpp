// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/unwritable.h"

#include "style/text.h"
#include "words/plain.h"

#include <QFontMetricsF>
#include <QHash>
#include <QStringList>

#include <algorithm>

namespace dealscape::style {

namespace {

/// Joiners, marks that choose a form, and blanks have no shape of their own.
bool shapeless(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
        return true;
    default:
        return false;
    }
}

} // namespace

std::vector<int> unwritable(const Index &index)
{
    const QFontMetricsF metrics(font(FontRole::SmallBold));
    QHash<uint, bool> known;
    const auto written = [&](uint letter) {
        if (letter < 0x250 || shapeless(letter))
            return true;
        const auto found = known.constFind(letter);
        return found != known.constEnd() ? *found : *known.insert(letter, metrics.inFontUcs4(letter));
    };
    std::vector<int> boxes;
    const auto &organizations = index.dataset().organizations;
    for (std::size_t i = 0; i < organizations.size(); ++i) {
        const QList<uint> letters = words::plain(organizations[i].displayName()).toUcs4();
        if (!std::ranges::all_of(letters, written))
            boxes.push_back(static_cast<int>(i));
    }
    return boxes;
}

QString unwritableSentence(const Index &index)
{
    constexpr std::size_t most = 5;
    const std::vector<int> boxes = unwritable(index);
    if (boxes.empty())
        return {};
    QStringList names;
    for (std::size_t i = 0; i < std::min(most, boxes.size()); ++i)
        names << words::plain(index.dataset().organizations[static_cast<std::size_t>(boxes[i])].id.text());
    QString whom = names.join(QStringLiteral(", "));
    if (boxes.size() > most)
        whom += QStringLiteral(" and %1 more").arg(boxes.size() - most);
    return QStringLiteral("No typeface here has all letters in the names of %1: boxes are drawn in their place").arg(whom);
}

} // namespace dealscape::style
