// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dealscape::bench {

/// Milliseconds since some moment by the clock on the wall, which never goes back.
double wall();

/// Milliseconds that this thread has computed: other programs do not count.
double computed();

/// What some work takes in milliseconds, of the wall or of another clock.
template <class Work>
double milliseconds(Work work, double (*clock)() = wall)
{
    const double start = clock();
    work();
    return clock() - start;
}

/// The middle of some values, the upper one of two; there is at least one value.
double median(std::vector<double> values);

/// The number behind an option such as "--runs", at least 1; the fallback where it is not given.
int option(const std::vector<std::string> &arguments, const std::string &name, int fallback);

} // namespace dealscape::bench
