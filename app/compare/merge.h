// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "io/issue.h"

#include <optional>
#include <string>
#include <vector>

namespace dealscape::compare {

/// A member that both sides changed, each in its own way; mine was kept. Values as in FieldChange.
struct Conflict {
    /// "/deals/openai-oracle/value": the list, the id of the record and the member; shorter for a record that one side removed.
    std::string place;
    std::string base;
    std::string mine;
    std::string theirs;
};

struct Merge {
    /// Nothing when the two together are no sound dataset; then issues say why.
    std::optional<Dataset> dataset;
    std::vector<Conflict> conflicts;
    std::vector<io::Issue> issues;
};

/// Brings together what two sides changed of one dataset. Ids decide which records are one; a member that one side alone changed takes its
/// value, and so do the members of its inner objects. Records keep the order of mine, with those that only theirs added behind their
/// neighbour there.
Merge merge(const Dataset &base, const Dataset &mine, const Dataset &theirs);

} // namespace dealscape::compare
