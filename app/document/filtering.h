// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/perspective.h"

namespace dealscape::document {

/// Switching categories of a filter on and off, where an empty set admits everything. A category that is shown is hidden,
/// one that is hidden is shown; when all are shown again the set is empty, but for certainties, whose full set leaves
/// cancelled deals out. The last category that is shown cannot be hidden.

bool shows(const Filter &filter, Family family);
bool shows(const Filter &filter, Certainty certainty);
bool shows(const Filter &filter, const LayerId &layer);

Filter toggled(Filter filter, Family family);
Filter toggled(Filter filter, Certainty certainty);
/// Where layers were asked of either end, organisations of every layer may be shown: all but this one stay.
Filter toggled(Filter filter, const Dataset &dataset, const LayerId &layer);

} // namespace dealscape::document
