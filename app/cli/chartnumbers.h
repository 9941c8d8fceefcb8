// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <QJsonObject>

#include <span>

namespace dealscape::cli {

/// The numbers behind every chart of some deals, asked of the analysis itself: by partner, kind, layer, certainty and country,
/// over time, by year, price a gigawatt, and concentration; each for every flow class and power layer on its own, in
/// whole US dollars and megawatts. Keys are ids, words of the format, ISO dates and years.
QJsonObject chartNumbers(const Index &index, std::span<const int> deals);

} // namespace dealscape::cli
