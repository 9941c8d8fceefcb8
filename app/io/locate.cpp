// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/locate.h"

#include "io/json.h"

#include <charconv>

namespace dealscape::io {

namespace {

/// Takes the first token off a pointer.
std::string takeToken(std::string_view &pointer)
{
    pointer.remove_prefix(1);
    const std::size_t length = std::min(pointer.find('/'), pointer.size());
    std::string token = pointerToken(pointer.substr(0, length));
    pointer.remove_prefix(length);
    return token;
}

std::optional<std::size_t> number(std::string_view token)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (error != std::errc() || end != token.data() + token.size())
        return std::nullopt;
    return value;
}

const Node *child(const Node &node, const std::string &token)
{
    const auto index = node.kind == Kind::List ? number(token) : std::nullopt;
    for (const Node &candidate : children(node))
        if (node.kind == Kind::Object ? candidate.key == token : index == candidate.index)
            return &candidate;
    return nullptr;
}

} // namespace

void Places::addRecord(std::string_view list, std::uint32_t begin)
{
    auto found = m_records.find(list);
    if (found == m_records.end())
        found = m_records.emplace(list, std::vector<std::uint32_t>()).first;
    found->second.push_back(begin);
}

void Places::addMember(std::string_view member, std::uint32_t begin)
{
    m_members.emplace(member, begin);
}

std::size_t Places::offsetOf(std::string_view pointer) const
{
    if (pointer.empty())
        return 0;
    const std::string member = takeToken(pointer);
    std::size_t begin = 0;
    if (const auto whole = m_members.find(member); whole != m_members.end()) {
        begin = whole->second;
    } else if (const auto list = m_records.find(member); list != m_records.end() && !pointer.empty()) {
        const auto index = number(takeToken(pointer));
        if (!index || *index >= list->second.size())
            return 0;
        begin = list->second[*index];
    }
    if (m_parsed != begin) {
        m_tree.clear();
        m_parsed.reset();
        if (!parseValue(m_bytes, begin, m_tree))
            return begin;
        m_parsed = begin;
    }
    const Node *node = m_tree.nodes.data();
    while (!pointer.empty()) {
        const Node *next = child(*node, takeToken(pointer));
        if (!next)
            break;
        node = next;
    }
    return node->begin;
}

} // namespace dealscape::io
