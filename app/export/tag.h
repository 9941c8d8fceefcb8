// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/result.h"
#include "export/handwork.h"
#include "export/png.h"

#include <QString>

#include <vector>

namespace dealscape::exporting {

/// What a PNG says in its text chunks about where it came from, so that it leads back to the view that it shows.
struct Tag {
    Perspective perspective;
    /// hashOf() the dataset.
    QString hash;
    /// For messages; plain text.
    QString dataset;
    Handwork handwork = {};

    friend bool operator==(const Tag &, const Tag &) = default;
};

/// SHA-256 of the dataset as the native format writes it, in hexadecimal: the same for files that differ in their layout
/// alone. Linear.
QString hashOf(const Dataset &dataset);

Tag tagOf(const Dataset &dataset, const Perspective &perspective);

/// The chunks "Dealscape perspective" and "Dealscape dataset", "Dealscape handwork" where there is some, with the words that PNG
/// knows itself: Title, Software.
std::vector<PngText> textsOf(const Tag &tag);

/// Whether a dataset has the organisations and layers that a perspective from somewhere else speaks of.
bool knows(const Index &index, const Perspective &perspective);

/// Reads the chunks of a PNG without decoding its pixels. The error is a sentence for whoever opened the file: it cannot be
/// read, is no PNG, says nothing about a view, or says it in a way that cannot be understood.
Result<Tag> readTag(const QString &path);

} // namespace dealscape::exporting
