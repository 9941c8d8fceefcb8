// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/party.h"

namespace dealscape::analysis {

bool concerns(const Deal &deal, const Party &party)
{
    if (!party.subject)
        return true;
    switch (party.direction) {
    case Direction::Out:
        return deal.moneyDirectionKnown() && *deal.payer == *party.subject;
    case Direction::In:
        return deal.moneyDirectionKnown() && *deal.payee == *party.subject;
    case Direction::Both:
        return deal.tail() == *party.subject || deal.head() == *party.subject;
    }
    return false;
}

} // namespace dealscape::analysis
