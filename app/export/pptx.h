// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/comparison.h"
#include "domain/progress.h"
#include "domain/story.h"
#include "picture/picture.h"

#include <QByteArray>
#include <QString>

namespace dealscape::exporting {

/// The scenes of a story as a presentation for PowerPoint, one slide a scene from the one numbered `start` on: native shapes,
/// connectors that hold on to their organisations, native charts with their numbers in a workbook inside, captions as text, notes with
/// sources as speaker notes, alternative texts; a scene that is compared with an earlier state as the picture of both. The same input
/// gives the same bytes. Works in any thread; empty when cancelled.
struct Deck {
    const Story &story;
    int start = 1;
    style::ThemeKind theme = style::ThemeKind::Light;
    QString author = {};
    Comparisons comparisons = {};
};
QByteArray pptx(const Index &index, const Deck &deck, const Progress &progress = {});

/// One slide of a picture, with everything in it.
QByteArray pptx(const Index &index, const picture::Picture &picture, const QString &title, const QString &author);

} // namespace dealscape::exporting
