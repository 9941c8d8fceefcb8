// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/comparedslide.h"

#include "picture/news.h"

namespace dealscape::charts {

QImage comparedImage(const Comparison &comparison, const Scene &scene, style::ThemeKind theme, QSize pixels, const Progress &progress)
{
    const picture::PictureRequest request = picture::comparedRequest(comparison, scene, theme, pixels);
    const picture::Picture made = picture::newsPicture(Index(comparison.both), comparison.news, request, progress);
    return picture::render(made, request, progress);
}

} // namespace dealscape::charts
