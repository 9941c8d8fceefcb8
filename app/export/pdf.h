// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "drawing/drawing.h"

#include <QSizeF>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace dealscape::exporting {

struct PdfOptions {
    QString title = {};
    QString author = {};
};

/// One page: how large it is on paper, how many logical pixels span it, and who paints it in these pixels, from the corner.
/// The two sizes have the same shape; where they do not, the width decides.
struct PdfPage {
    QSizeF size = {1920, 1080};
    /// Empty for 1/96 inch a pixel.
    QSizeF millimetres;
    std::function<void(QPainter &)> paint;
};

/// A drawing as a page with its ground, or without for a picture that lies on whatever is behind it. The drawing is looked
/// at when the page is written and must live until then.
PdfPage pageOf(const drawing::Drawing &drawing, QSizeF millimetres = {});
PdfPage pageWithoutGround(const drawing::Drawing &drawing, QSizeF millimetres = {});

/// Vector pages with embedded fonts and real text. The file states when it was made, so two writes differ in their dates.
/// Written atomically; a cancelled write leaves the old file and reports "cancelled".
Result<void> writePdf(const QString &path, const std::vector<PdfPage> &pages, const PdfOptions &options = {},
                      const Progress &progress = {});

} // namespace dealscape::exporting
