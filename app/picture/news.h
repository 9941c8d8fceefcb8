// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/news.h"
#include "picture/picture.h"

#include <QImage>

namespace dealscape::picture {

/// A picture of what is new (a green rim), gone (grey and dashed) and of other amounts (an amber rim, with the earlier amount), with a
/// key that counts them. Perspective, theme, size and title are those of the request. Null when it is no longer wanted, or when there is no
/// memory for it. May run in any thread.
QImage newsPicture(const Index &both, const News &news, PictureRequest request, const Progress &progress = {});

} // namespace dealscape::picture
