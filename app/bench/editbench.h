// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dealscape::bench {

/// edit [--runs N] [--deals N]: what editing costs among N deals (100,000): a letter typed in the form of a deal until it is checked and
/// painted, beside a letter in a bare line of text; putting a field into the dataset, taking it back and deleting a deal, beside building
/// the look-ups of the dataset anew. Medians and the 95th of a hundred, in milliseconds. Needs no display.
int runEdit(const std::vector<std::string> &arguments);

} // namespace dealscape::bench
