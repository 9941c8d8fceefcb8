// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dealscape::bench {

/// `dealscape-bench charts`: milliseconds of computing from a change of the filter until all nine charts of the embedded dataset are
/// computed, laid out and painted on a page of 1920x1080, the median of 31 changes, beside nine plain chart widgets of the toolkit with as
/// many bars each; and milliseconds to aggregate 100,000 deals, for each chart, beside one pass that adds their values up by payer in a
/// hash table. Each pair is followed by its ratio. Needs no display. Options: --runs N takes N changes; --deals N aggregates N deals.
/// Returns the exit status.
int runCharts(const std::vector<std::string> &arguments);

} // namespace dealscape::bench
