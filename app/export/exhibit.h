// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/comparison.h"
#include "domain/progress.h"
#include "export/handwork.h"
#include "export/options.h"
#include "export/pdf.h"
#include "export/png.h"

#include <QByteArray>
#include <QImage>

#include <optional>
#include <set>
#include <vector>

namespace dealscape::exporting {

/// What is exported: how it is looked at and, for Scope::View, what the screen adds to that.
struct Sight {
    Perspective perspective;
    /// Where hands put organisations, in place of what the dataset keeps.
    std::optional<std::vector<KeptPlace>> hands = {};
    /// The dataset, where the index has parts of deals alone.
    std::shared_ptr<const Dataset> whole = {};
    std::set<int> opened;
    /// What hands have done to it, so that a PNG leads back there.
    Handwork handwork = {};
    /// The story that a web page tells beside it, and a presentation in place of it, if any.
    std::optional<StoryId> story = {};
    /// What scenes of a presentation are compared with; without it each is shown by itself.
    Comparing comparing = {};
};

/// One picture of a dataset, laid out once and written to as many files as wanted. All formats come from the same drawing.
/// Works in any thread; the index outlives it.
class Exhibit {
public:
    /// Places and composes the picture. With a progress that stops, the picture is unfinished and must not be used.
    Exhibit(const Index &index, const PictureOptions &options, const Sight &sight, const Progress &progress = {});

    const PictureOptions &options() const { return m_options; }
    const picture::Picture &picture() const { return m_picture; }
    QString title() const;

    /// The pixels of the PNG; painted once. Null when cancelled or out of memory.
    const QImage &image(const Progress &progress = {});
    /// The same drawing with a share of the pixels, for a preview of what is too large to be held.
    QImage sample(double share, const Progress &progress = {}) const;
    QByteArray svg() const;
    /// Empty when cancelled.
    QByteArray html(const Progress &progress = {}) const;
    QByteArray slides(const Progress &progress = {}) const;
    /// The file that write() makes; empty when cancelled or out of memory.
    QByteArray png(const Progress &progress = {});
    /// A page of the size of the picture, valid as long as this lives.
    PdfPage page() const;
    /// That page and, where it has no room for all sources in full, pages of the same size that list them.
    std::vector<PdfPage> pages() const;

    /// Writes a file of the format that its name ends on, replacing it only when all was written. PNG carries density, title,
    /// author and the tag that leads back to the view; PDF title and author. A cancelled write reports "cancelled".
    Result<void> write(const QString &path, const Progress &progress = {});

private:
    const Story *story() const;
    PngOptions pngOptions() const;
    Result<void> writePixels(const QString &path, const Progress &progress);

    const Index &m_index;
    PictureOptions m_options;
    picture::PictureRequest m_request;
    Handwork m_handwork;
    std::optional<StoryId> m_story;
    Comparing m_comparing;
    picture::Picture m_picture;
    /// Lists of sources for pages after the picture.
    std::vector<drawing::Drawing> m_sources;
    QImage m_image;
};

/// A part of a longer way: shares from 0 to 1 become shares from `from` to `to`.
Progress part(const Progress &whole, double from, double to);

} // namespace dealscape::exporting
