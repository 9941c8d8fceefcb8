// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "drawing/drawing.h"
#include "layout/layout.h"
#include "network/network.h"
#include "picture/page.h"

namespace dealscape::picture {

/// The marks for a network that was placed in the plot of its page. The previous drawing, when given, keeps labels where they were while
/// they fit. Coordinates of nodes are placement * zoom + plot.topLeft().
drawing::Drawing compose(const network::View &view, const layout::Placement &placement, const Page &page, const Style &style,
                         const drawing::Drawing *previous = nullptr);

} // namespace dealscape::picture
