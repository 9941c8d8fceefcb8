// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"

#include <string_view>

namespace dealscape {

/// The certainty that the rule of data/README.md gives a deal, and the line of the rule that decided.
struct CertaintyRule {
    Certainty certainty = Certainty::Announced;
    std::string_view reason;
};

CertaintyRule certaintyBy(DealStatus status, OverlapRole role);

/// Whether, in a deal of this kind, the customer pays the supplier, as in a purchase. Else the supplier pays: in an investment money itself
/// is supplied.
bool customerPays(DealKind kind);

/// What flows in a deal of this kind.
FlowClass flowOf(DealKind kind);

} // namespace dealscape
