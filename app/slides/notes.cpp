// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "slides/notes.h"

#include "slides/plate.h"
#include "style/text.h"
#include "words/plain.h"

#include <algorithm>

namespace dealscape::slides {

namespace {

constexpr double notesMargin = 96;
constexpr double clear = 72;
/// Largest first; the smallest takes whatever there is, shortened.
constexpr Type notesTypes[] = {{style::FontRole::Body, 36.0 / 14}, {style::FontRole::Body, 28.0 / 14}};

} // namespace

QSizeF notesPageSize(QSizeF slide)
{
    constexpr double a4 = 297.0 / 210;
    return {slide.width(), std::max(slide.width() * a4, slide.height() * 1.5)};
}

std::vector<SlideLayer> notesLayers(const Story &story, ScenePlace place, QSizeF slide)
{
    const QSizeF page = notesPageSize(slide);
    Plate plate(style::ThemeKind::Print, page);
    const double width = page.width() - 2 * notesMargin;
    const double top = slide.height() + clear;
    const double foot = page.height() - clear;
    QPainterPath rule(QPointF(0, slide.height()));
    rule.lineTo(page.width(), slide.height());
    plate.sheet(1).stroke(rule, plate.colours().border, 2);
    const QString notes = words::plain(story.scenes[static_cast<std::size_t>(place.number - 1)].notes);
    for (const Type &size : notesTypes) {
        const int most = static_cast<int>((foot - type::small.line() - top) / size.line());
        const bool last = &size == &notesTypes[std::size(notesTypes) - 1];
        if (!last && linesOf(notes, size, width, most + 1).size() > most)
            continue;
        plate.lines({notesMargin, top}, linesOf(notes, size, width, most), size, plate.colours().text);
        break;
    }
    const double y = foot - type::small.line();
    plate.lines({notesMargin, y}, linesOf(words::plain(story.title), type::small, width - 300, 1), type::small, plate.colours().textSecond);
    plate.lineRight(page.width() - notesMargin, y, QStringLiteral("%1 of %2").arg(place.number).arg(place.count), type::small,
                    plate.colours().textSecond);
    return plate.take();
}

} // namespace dealscape::slides
