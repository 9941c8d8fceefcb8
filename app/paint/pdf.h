// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"

#include <QByteArray>
#include <QSizeF>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace dealscape::paint {

inline constexpr double pointsPerInch = 72;
inline constexpr double millimetresPerInch = 25.4;

/// What a PDF says about itself. Empty entries are left out.
struct PdfInfo {
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

/// Vector pages, at least one, with embedded fonts and real text. The file states when it was made, so two of them differ in their dates.
/// Empty when it is no longer wanted or cannot be painted.
QByteArray pdf(const std::vector<PdfPage> &pages, const PdfInfo &info = {}, const Progress &progress = {});

} // namespace dealscape::paint
