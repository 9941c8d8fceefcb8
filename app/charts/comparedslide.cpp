// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/comparedslide.h"

#include "drawing/places.h"
#include "picture/news.h"
#include "words/plain.h"

namespace dealscape::charts {

QImage comparedImage(const Comparison &comparison, const Scene &scene, style::ThemeKind theme, QSize pixels, const Progress &progress)
{
    picture::PictureRequest request;
    request.perspective = scene.perspective;
    request.theme = theme;
    request.pixels = pixels;
    request.largeType = true;
    request.title = words::plain(scene.name);
    request.hands = drawing::handsOf(comparison.both, scene);
    return picture::newsPicture(Index(comparison.both), comparison.news, request, progress);
}

const Comparison *comparisonOf(const Comparisons &comparisons, const Scene &scene)
{
    const auto found = scene.compare.empty() ? comparisons.end() : comparisons.find(scene.compare);
    return found == comparisons.end() ? nullptr : found->second.get();
}

} // namespace dealscape::charts
