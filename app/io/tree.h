// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace dealscape::io {

/// What a JSON value is. Real is a number written with a fraction or an exponent, Huge a whole number outside 64 bits.
enum class Kind : std::uint8_t { Null, Boolean, Integer, Real, Huge, Text, List, Object };

/// One value of a record together with where it stands. Nodes lie in document order in one array, so a node's
/// children follow it directly, and the node after its last descendant is its next sibling.
struct Node {
    Kind kind = Kind::Null;
    bool boolean = false;
    /// Set once the decoder asked for this member; what is left over is unknown to this version.
    bool known = false;
    /// Bytes from the start of the value to just after it.
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    /// Nodes in the subtree, this one included.
    std::uint32_t span = 1;
    /// Distance to the parent; 0 for the root.
    std::uint32_t up = 0;
    /// Children of the same parent before this one.
    std::uint32_t index = 0;
    std::int64_t integer = 0;
    double real = 0;
    /// Key in the surrounding object, unescaped.
    std::string_view key = {};
    /// Of a Text, unescaped.
    std::string_view text = {};
};

/// The children of a list or an object, for a range-based for.
template <class N>
class ChildRange {
public:
    class Iterator {
    public:
        explicit Iterator(N *node) : m_node(node) {}
        N &operator*() const { return *m_node; }
        Iterator &operator++()
        {
            m_node += m_node->span;
            return *this;
        }
        bool operator!=(const Iterator &other) const { return m_node != other.m_node; }

    private:
        N *m_node;
    };

    explicit ChildRange(N &parent) : m_parent(&parent) {}
    Iterator begin() const { return Iterator(m_parent + 1); }
    Iterator end() const { return Iterator(m_parent + m_parent->span); }

private:
    N *m_parent;
};

template <class N>
ChildRange<N> children(N &parent)
{
    return ChildRange<N>(parent);
}

/// The values of one record. Texts without escapes point into the bytes that were parsed, which must outlive the tree.
struct Tree {
    std::vector<Node> nodes;
    /// Texts that had escapes; a deque, so that views of them stay valid.
    std::deque<std::string> unescaped;

    void clear()
    {
        nodes.clear();
        unescaped.clear();
    }
};

/// One step of a JSON pointer: "/" and the token with "~" and "/" escaped.
std::string pointerStep(std::string_view token);

/// Undoes the escaping of one token of a JSON pointer.
std::string pointerToken(std::string_view escaped);

/// JSON pointer from the ancestor to the node; from the root when there is no such ancestor. Linear in the depth.
std::string pointerTo(const Node &node, const Node *ancestor = nullptr);

} // namespace dealscape::io
