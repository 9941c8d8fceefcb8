// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "domain/result.h"

#include <QImage>
#include <QString>

#include <vector>

class QIODevice;

namespace dealscape::exporting {

/// One textual chunk of a PNG, in UTF-8 (iTXt). QImage::text(key) reads it too, with its spaces simplified.
struct PngText {
    QString key;
    QString text;
};

struct PngOptions {
    /// Density for printing; 0 leaves it out.
    int dotsPerMetre = 0;
    std::vector<PngText> texts;
};

/// Encodes an image fast: deflate level 1 and no row filter, which for flat graphics is both quicker and smaller than the
/// toolkit's default. Opaque images become RGB, others RGBA with straight alpha. Rows are converted one by one, so the
/// memory needed beyond the image is one row. The same image gives the same bytes. A cancelled write reports an error.
Result<void> writePng(QIODevice &device, const QImage &image, const PngOptions &options, const Progress &progress = {});

/// As above into a file that is replaced only when all of it was written.
Result<void> writePng(const QString &path, const QImage &image, const PngOptions &options, const Progress &progress = {});

/// The textual chunks that stand before the pixels, exactly as they were written; no pixel is decoded. A picture with a text of more
/// than 2 MB, unpacked, or with more than 64 texts is refused before it is read. The error is a sentence that begins with the
/// file's name.
Result<std::vector<PngText>> readPngTexts(const QString &path);

} // namespace dealscape::exporting
