// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace dealscape::layout {

struct Wish {
    double value = 0;
    /// Above 0: how dear it is to be elsewhere.
    double weight = 1;
};

/// Values in ascending order nearest to those wished for, by least squares: neighbours that would stand in the wrong order move as one
/// to the mean of their wishes (pool adjacent violators). Linear.
std::vector<double> ascending(const std::vector<Wish> &wishes);

} // namespace dealscape::layout
