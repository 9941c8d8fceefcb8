// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace dealscape {

/// How a long computation speaks with whoever waits for it. Both functions are called from the computing thread and
/// may be empty.
struct Progress {
    /// Share done, from 0 to 1, rising.
    std::function<void(double)> report;
    /// True once the result is no longer wanted; the computation then returns as soon as it can.
    std::function<bool()> cancelled;

    void operator()(double share) const
    {
        if (report)
            report(share);
    }
    bool stop() const { return cancelled && cancelled(); }
};

} // namespace dealscape
