// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/decode.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace dealscape::io {

template <class Amount>
void read(Reading &reading, Node &node, Thresholds<Amount> &out)
{
    const std::size_t before = reading.report.errorCount();
    std::vector<Amount> amounts;
    read(reading, node, amounts);
    if (reading.report.errorCount() != before)
        return;
    const bool rising = std::ranges::adjacent_find(amounts, std::greater_equal()) == amounts.end();
    if (amounts.size() != out.size() || !rising || amounts.front() == Amount())
        reading.error(node, "expected four amounts above zero, each larger than the one before");
    else
        std::ranges::copy(amounts, out.begin());
}

void read(Reading &reading, Node &node, FixedScales &scales)
{
    Members members(reading, node);
    members.optional("value", scales.value);
    members.optional("power", scales.power);
    members.optional("area", scales.area);
    if (scales.area == Money())
        reading.error(*members.find("area"), "must be above zero");
}

} // namespace dealscape::io
