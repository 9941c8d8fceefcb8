// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/reader.h"
#include "io/report.h"
#include "io/tree.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace dealscape::io {

/// Takes a document piece by piece while it is parsed, so that no tree of the whole is ever held.
/// The functions return false to end the parse.
class Receiver {
public:
    virtual ~Receiver() = default;

    /// Handle of the list whose elements are wanted one at a time, or -1 when the member is wanted whole.
    virtual int list(std::string_view member) const = 0;
    /// One element of a list asked for. The tree is only lent.
    virtual bool element(int list, std::size_t index, Tree &tree) = 0;
    /// One other member of the document. The key of the tree's root is the member's name.
    virtual bool member(Tree &tree) = 0;
};

enum class Parsed { Whole, Stopped, Broken };

/// Parses a document whose top is an object and hands it to the receiver in file order. Syntax errors, nesting beyond the limit and
/// repeated keys go to the report; of repeated members only the first is handed over. The bytes must be well-formed
/// UTF-8 without a byte order mark; `stray` are the offsets, rising, where they were not and had to be mended, which are reported
/// too. Linear in the bytes.
Parsed parseDocument(std::string_view bytes, std::span<const std::size_t> stray, const ReadLimits &limits, Report &report,
                     Receiver &receiver);

/// Parses the one value that starts at the offset, which is known to be sound. False when it is not.
bool parseValue(std::string_view bytes, std::size_t offset, Tree &tree);

} // namespace dealscape::io
