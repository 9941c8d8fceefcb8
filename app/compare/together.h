// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/news.h"

namespace dealscape::compare {

/// Two states of a dataset in one, for a picture of both: the later one, with the deals and organisations that only the earlier has. A deal
/// that has gone is called cancelled there and is no longer counted in parts.
struct Together {
    Dataset dataset;
    News news;
};

/// Deals are the same by the rule of difference(); of a changed one only value, parts, certainty, power and parties count here.
Together together(const Dataset &before, const Dataset &after);

} // namespace dealscape::compare
