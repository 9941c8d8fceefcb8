// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace dealscape {

/// The name by which one kind of thing is known in a file. Ids of different kinds do not mix:
/// an OrganizationId cannot be passed where a DealId is meant. Ids are compared byte by byte.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : m_text(std::move(text)) {}

    const std::string &text() const { return m_text; }
    bool empty() const { return m_text.empty(); }

    friend auto operator<=>(const Id &, const Id &) = default;

private:
    std::string m_text;
};

using OrganizationId = Id<struct OrganizationTag>;
using DealId = Id<struct DealTag>;
using SourceId = Id<struct SourceTag>;
using GroupId = Id<struct GroupTag>;
using ClaimId = Id<struct ClaimTag>;
using LayerId = Id<struct LayerTag>;
using StoryId = Id<struct StoryTag>;

} // namespace dealscape

template <class Tag>
struct std::hash<dealscape::Id<Tag>> {
    std::size_t operator()(const dealscape::Id<Tag> &id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
