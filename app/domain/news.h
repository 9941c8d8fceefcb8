// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <optional>
#include <vector>

namespace dealscape {

/// What became of a record between two states of a dataset.
enum class Novelty { None, New, Gone, Changed };

/// By the positions of the records in a dataset that holds both states.
struct News {
    std::vector<Novelty> deals;
    std::vector<Novelty> organizations;
    /// What the value of a deal was where it is another now.
    std::vector<std::optional<MoneyRange>> before;
};

} // namespace dealscape
