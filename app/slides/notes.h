// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "slides/slide.h"

#include <vector>

namespace dealscape::slides {

/// Size of a page with a slide of that size above its notes: of the shape of A4 and as wide as the slide.
QSizeF notesPageSize(QSizeF slide);

/// The notes of a scene below its slide: name of the story, number and text, smaller where there is much of it. In units of the page.
std::vector<SlideLayer> notesLayers(const Story &story, ScenePlace place, QSizeF slide);

} // namespace dealscape::slides
