// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/patience.h"

#include <chrono>
#include <cmath>
#include <memory>
#include <ostream>

namespace dealscape::cli {

Progress patience(std::ostream &err)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::seconds first(3);
    static constexpr std::chrono::seconds between(5);
    const auto next = std::make_shared<Clock::time_point>(Clock::now() + first);
    return {.report =
                [&err, next](double share) {
                    const auto now = Clock::now();
                    if (now < *next || share >= 1)
                        return;
                    *next = now + between;
                    err << "dealscape: " << std::lround(share * 100) << " % done" << std::endl;
                },
            .cancelled = {}};
}

} // namespace dealscape::cli
