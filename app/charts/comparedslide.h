// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/comparison.h"
#include "domain/progress.h"
#include "style/theme.h"

#include <QImage>
#include <QSize>

namespace dealscape::charts {

/// A scene that is compared with an earlier state, as a picture of so many pixels that fills the slide: what is new, gone and changed, with
/// a key, in large type, under the scene's name. Null when it is no longer wanted. Any thread may call it.
QImage comparedImage(const Comparison &comparison, const Scene &scene, style::ThemeKind theme, QSize pixels, const Progress &progress = {});

} // namespace dealscape::charts
