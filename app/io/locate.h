// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/tree.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealscape::io {

/// Where the records and the other members of a document start: four bytes a record, from which the place of any
/// value is found again by parsing its record once more. So only documents with faults pay for exact positions. The record parsed last is
/// kept, so that many places in one record cost one parse.
class Places {
public:
    explicit Places(std::string_view bytes) : m_bytes(bytes) {}

    void addRecord(std::string_view list, std::uint32_t begin);
    void addMember(std::string_view member, std::uint32_t begin);

    /// Offset of the value a pointer leads to, or of the nearest object or list around it that exists.
    std::size_t offsetOf(std::string_view pointer) const;

private:
    std::string_view m_bytes;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> m_records;
    std::map<std::string, std::uint32_t, std::less<>> m_members;
    /// The value parsed last and where it starts.
    mutable Tree m_tree;
    mutable std::optional<std::size_t> m_parsed;
};

} // namespace dealscape::io
