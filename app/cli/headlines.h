// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/perspective.h"

#include <QJsonArray>

#include <iosfwd>
#include <span>

/// Do the headlines add up? Every statement beside what the deals itemise for it: everything on record, counted once, by
/// certainty, and the difference by name. The founding article's total comes first.
namespace dealscape::cli {

/// Money and power apart; flows and layers are never added. Each statement is followed by what better sources say of it.
void printHeadlines(std::ostream &out, const Index &index, const Perspective &perspective);

/// The same with raw numbers: one object a statement, with one line for each flow class and power layer.
QJsonArray headlines(const Index &index, std::span<const int> deals);

} // namespace dealscape::cli
