// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QImage>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

namespace dealscape::exporting {

/// Pages of one size, painted one after the other in units of their own: a slide's 1920x1080 is 13.33 by 7.5 inches, 144 units
/// to the inch.
struct Pages {
    int count = 0;
    QSizeF size;
    std::function<void(QPainter &, int page)> paint;
    QString title;
    /// Stated in the PDF where there is one.
    QString author = {};
};

inline constexpr int unitsPerInch = 144;

/// All pages as one vector PDF with embedded fonts. Written atomically; the file states when it was made.
Result<void> writePdf(const QString &path, const Pages &pages);

/// One page as pixels, `width` of them across.
QImage imageOf(const Pages &pages, int page, int width);

/// Every page as a PNG in a folder, which is made when it is missing: "scene-01.png" and on, numbered from `first`. The same
/// pages give the same bytes. Pages with higher numbers that an earlier, longer export left there are removed; files that did not come
/// from here stay. An error leaves the pages before it.
Result<void> writePngs(const QString &folder, const Pages &pages, int width, int first);

} // namespace dealscape::exporting
