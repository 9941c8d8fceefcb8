// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/comparison.h"
#include "picture/picture.h"

namespace dealscape::picture {

/// What is asked for where a scene is compared with an earlier state: large type, under the scene's name.
PictureRequest comparedRequest(const Comparison &comparison, const Scene &scene, style::ThemeKind theme, QSize pixels);

/// A picture of what is new (a green rim), gone (grey and dashed) and of other amounts (an amber rim, with the earlier amount), with a
/// key that counts them. Perspective, theme, size and title are those of the request. May run in any thread.
Picture newsPicture(const Index &both, const News &news, PictureRequest request, const Progress &progress = {});

} // namespace dealscape::picture
