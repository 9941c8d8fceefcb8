// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/values.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace dealscape::io {

/// The members of one object while it is decoded. Members that were not asked for by the time this goes out of scope are kept as
/// extras of the object or, for an inner object, of the record around it under their pointer relative to the record. One whose name
/// is near to a member asked for in vain gives a warning.
/// Everything asked of a value that is no object is absent, and only the wrong type is reported.
class Members {
public:
    /// An inner object: its unknown members belong to the record being read.
    Members(Reading &reading, Node &object);
    /// An object that keeps its own extras; inner objects read meanwhile use them too.
    Members(Reading &reading, Node &object, Extras &extras);
    ~Members();
    Members(const Members &) = delete;
    Members &operator=(const Members &) = delete;

    /// Null when there is no such member.
    Node *find(std::string_view key);
    /// Reports a member that is missing.
    Node *require(std::string_view key);

    /// Leaves the value alone when the member is absent.
    template <class T>
    void optional(std::string_view key, T &&out)
    {
        if (Node *node = find(key))
            read(m_reading, *node, out);
    }

    template <class T>
    void required(std::string_view key, T &&out)
    {
        if (Node *node = require(key))
            read(m_reading, *node, out);
    }

    /// A member that may be null, which means the same as its absence in `out`.
    template <class T>
    void nullable(std::string_view key, std::optional<T> &out)
    {
        if (Node *node = find(key); node && node->kind != Kind::Null)
            read(m_reading, *node, out);
    }

    /// As nullable(), but the key must be there: leaving it out could be an oversight.
    template <class T>
    void stated(std::string_view key, std::optional<T> &out)
    {
        if (require(key))
            nullable(key, out);
    }

    Reading &reading() { return m_reading; }
    Node &object() { return m_object; }

private:
    void warnOf(const Node &unknown) const;

    /// More than any object has members.
    static constexpr std::size_t mostMissing = 48;

    Reading &m_reading;
    Node &m_object;
    /// Where the search for the next key starts: files mostly keep the order in which keys are asked for.
    Node *m_next;
    Extras *m_outerExtras;
    const Node *m_outerOwner;
    std::string m_outerPath;
    bool m_isObject;
    /// Keys that were asked for in vain; they are literals.
    std::array<std::string_view, mostMissing> m_missing;
    std::size_t m_missingCount = 0;
};

/// The low and high bound of an amount; reports bounds in the wrong order.
enum class Bounds { Optional, Stated };
void readRange(Members &members, MoneyRange &range, Bounds bounds);

} // namespace dealscape::io
