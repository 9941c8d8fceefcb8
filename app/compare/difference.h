// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <array>
#include <string>
#include <vector>

namespace dealscape::compare {

/// A member of a record by its pointer within it ("/value/high") and what it held: texts as they are, everything else as JSON; empty where
/// it is absent.
struct FieldChange {
    std::string pointer;
    std::string before;
    std::string after;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

enum class Fate { Added, Removed, Changed };

/// A record that differs. Deals that have no fellow of their id are told to be one when parties, kind and date agree; then oldId says what
/// the earlier one was called.
struct RecordChange {
    Fate fate = Fate::Changed;
    std::string id;
    std::string oldId;
    /// Name, headline or title, of the later state where there is one.
    std::string name;
    std::vector<FieldChange> fields;
};

/// The counted money of one flow class and certainty, before and after.
struct SumChange {
    FlowClass flow = FlowClass::Capital;
    Certainty certainty = Certainty::Announced;
    Money lowBefore, highBefore, lowAfter, highAfter;

    bool changed() const { return lowBefore != lowAfter || highBefore != highAfter; }
};

/// A list of the format ("deals") and what differs in it: added and changed in the order of the later state, then removed.
struct ListChange {
    std::string list;
    std::vector<RecordChange> records;
};

struct Difference {
    /// Members of the file itself, such as title and as-of date.
    std::vector<FieldChange> members;
    std::vector<ListChange> lists;
    /// Those that hold money in either state.
    std::vector<SumChange> sums;

    bool empty() const { return members.empty() && lists.empty(); }
    /// Records of a list with a fate; 0 for an unknown list.
    int count(std::string_view list, Fate fate) const;
    const RecordChange *find(std::string_view list, std::string_view id) const;
};

/// What differs between two states of a dataset, whatever the order of their records. Linear but for sorting.
Difference difference(const Dataset &before, const Dataset &after);

} // namespace dealscape::compare
