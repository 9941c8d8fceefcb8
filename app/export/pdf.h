// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "drawing/drawing.h"
#include "paint/pdf.h"

#include <QSizeF>
#include <QString>

#include <vector>

namespace dealscape::exporting {

using paint::PdfInfo;
using paint::PdfPage;

/// A drawing as a page with its ground, or without for a picture that lies on whatever is behind it. The drawing is looked
/// at when the page is written and must live until then.
PdfPage pageOf(const drawing::Drawing &drawing, QSizeF millimetres = {});
PdfPage pageWithoutGround(const drawing::Drawing &drawing, QSizeF millimetres = {});

/// A file of such pages, written atomically; a cancelled write leaves the old file and reports "cancelled".
Result<void> writePdf(const QString &path, const std::vector<PdfPage> &pages, const PdfInfo &info = {}, const Progress &progress = {});

} // namespace dealscape::exporting
