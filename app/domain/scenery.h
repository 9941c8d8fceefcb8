// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <optional>

namespace dealscape {

/// The dataset with the places that a scene keeps in place of those that the file keeps for the scene's layout; nothing where the scene
/// keeps none. Shares its records.
std::optional<Dataset> withPlacesOf(const Dataset &dataset, const Scene &scene);

} // namespace dealscape
