// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "io/locate.h"
#include "io/report.h"

namespace dealscape::io {

/// Checks what no record can tell by itself: that ids are unique and exist, that parents and successors do not run in
/// circles, that organisations are told apart by their names, that umbrellas hold their members, that amounts can be added up in 64 bits,
/// and that nothing is dated after the dataset. Empty ids are skipped, they have been reported. Linear.
void checkDataset(const Dataset &dataset, const Places &places, Report &report);

} // namespace dealscape::io
