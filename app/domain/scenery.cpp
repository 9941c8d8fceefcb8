// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/scenery.h"

namespace dealscape {

std::optional<Dataset> withPlacesOf(const Dataset &dataset, const Scene &scene)
{
    if (scene.places.empty())
        return std::nullopt;
    Dataset result = dataset;
    result.arrangements = {{scene.perspective.layout, scene.places}};
    return result;
}

} // namespace dealscape
