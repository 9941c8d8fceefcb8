// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace dealscape::document {

/// A record at a position before and after; absent before it was added and after it was removed.
template <class T>
struct RecordEdit {
    RecordList<T> Dataset::*list;
    std::size_t at = 0;
    std::optional<T> before;
    std::optional<T> after;
};

/// A small member of a dataset before and after.
template <class T>
struct ValueEdit {
    T Dataset::*member;
    T before;
    T after;
};

using Edit = std::variant<RecordEdit<Organization>, RecordEdit<Deal>, RecordEdit<OverlapGroup>, RecordEdit<Source>, RecordEdit<Claim>,
                          ValueEdit<std::string>, ValueEdit<bool>, ValueEdit<std::optional<Date>>, ValueEdit<Perspective>,
                          ValueEdit<FixedScales>, ValueEdit<std::vector<Layer>>, ValueEdit<std::vector<ArticleItem>>,
                          ValueEdit<std::optional<SourceId>>, ValueEdit<std::vector<Story>>, ValueEdit<std::vector<KeptArrangement>>,
                          ValueEdit<std::vector<std::string>>, ValueEdit<Extras>>;

/// Steps that lead from one state of a dataset to another, each made on what the one before left: the records that differ and
/// nothing else. Looks only at blocks of records that the two do not share.
std::vector<Edit> difference(const Dataset &before, const Dataset &after);

void carryOut(Dataset &dataset, const std::vector<Edit> &edits);
/// Takes edits back that were applied last.
void takeBack(Dataset &dataset, const std::vector<Edit> &edits);

} // namespace dealscape::document
