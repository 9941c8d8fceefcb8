// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/deal.h"

namespace dealscape {

std::vector<CertaintyPart> partsOf(const Deal &deal)
{
    if (!deal.value.published())
        return {};
    if (!deal.parts.empty())
        return deal.parts;
    return {{deal.certainty, deal.value}};
}

} // namespace dealscape
