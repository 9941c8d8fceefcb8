// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/arrangement.h"

#include <algorithm>

namespace dealscape {

std::vector<KeptPlace> inOrder(std::vector<KeptPlace> places)
{
    std::ranges::stable_sort(places, {}, &KeptPlace::organization);
    const auto same = [](const KeptPlace &a, const KeptPlace &b) { return a.organization == b.organization; };
    places.erase(places.begin(), std::unique(places.rbegin(), places.rend(), same).base());
    return places;
}

} // namespace dealscape
