// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "view/drawing.h"

#include <QString>

namespace dealscape::exporting {

struct PdfOptions {
    QString title;
};

/// A drawing as one vector page of its own size, 1 logical pixel to 1/96 inch, with embedded fonts.
/// The file states when it was made, so two writes differ in their dates. Written atomically.
Result<void> writePdf(const QString &path, const view::Drawing &drawing, const PdfOptions &options = {});

} // namespace dealscape::exporting
