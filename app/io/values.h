// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/colour.h"
#include "domain/date.h"
#include "domain/extras.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/power.h"
#include "domain/vocabulary.h"
#include "io/report.h"
#include "io/tree.h"
#include "io/words.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dealscape::io {

/// What decoding one record needs besides its nodes.
struct Reading {
    Report &report;
    /// The document's bytes, for the text of members this version does not know.
    std::string_view bytes;
    /// Pointer to the record within the document.
    std::string prefix;
    /// Where unknown members go, and the object that has them; members of objects inside it are kept by relative pointer.
    Extras *extras = nullptr;
    const Node *owner = nullptr;
    /// Pointer from the thing that keeps the extras to the root of the tree, when the owner lies outside it.
    std::string path = {};
    /// Whether the record is a draft, whose faults are told and do not refuse the file.
    bool draft = false;

    void error(const Node &node, std::string text) const
    {
        report.full() ? report.error() : report.error(node.begin, std::move(text), prefix + pointerTo(node));
    }
    void warning(const Node &node, std::string text) const
    {
        report.fullOfWarnings() ? report.warning() : report.warning(node.begin, std::move(text), prefix + pointerTo(node));
    }
    /// Breaks a rule that a draft may break.
    void fault(const Node &node, std::string text) const { draft ? warning(node, std::move(text)) : error(node, std::move(text)); }
    /// Whether a thing with a fault in it, known by the errors before, need not be kept: what is wrong with it is not shown any more, and
    /// nothing can be wrong because of its absence.
    bool forgets(std::size_t errorsBefore) const { return report.errorCount() != errorsBefore && report.full(); }
};

/// Reports a value of another kind than wanted.
bool expect(const Reading &reading, const Node &node, Kind kind);

/// The functions read() below decode one value into the type given, or report why they cannot and leave it alone.

/// A whole number in a range; what is outside is "absurd" for its meaning, given in words.
struct Whole {
    int &out;
    int low;
    int high;
    std::string_view meaning;
};

void read(Reading &reading, Node &node, std::string &out);
void read(Reading &reading, Node &node, bool &out);
void read(Reading &reading, Node &node, double &out);
void read(Reading &reading, Node &node, Date &out);
void read(Reading &reading, Node &node, Colour &out);
void read(Reading &reading, Node &node, Money &out);
void read(Reading &reading, Node &node, Power &out);
void read(Reading &reading, Node &node, const Whole &whole);

/// A text that may not be empty.
bool readName(Reading &reading, Node &node, std::string &out);

template <class Tag>
void read(Reading &reading, Node &node, Id<Tag> &out)
{
    std::string text;
    if (readName(reading, node, text))
        out = Id<Tag>(std::move(text));
}

template <class E>
requires std::is_enum_v<E>
void read(Reading &reading, Node &node, E &out)
{
    if (!expect(reading, node, Kind::Text))
        return;
    if (const auto value = parseWord<E>(node.text)) {
        out = *value;
        return;
    }
    std::vector<std::string_view> words;
    for (const auto &entry : vocabulary<E>())
        words.push_back(entry.word);
    reading.error(node, unknownWord(noun<E>, node.text, words));
}

template <class T>
void read(Reading &reading, Node &node, std::optional<T> &out)
{
    const std::size_t before = reading.report.errorCount();
    T value{};
    read(reading, node, value);
    if (reading.report.errorCount() == before)
        out = std::move(value);
}

template <class T>
void read(Reading &reading, Node &node, std::vector<T> &out)
{
    if (!expect(reading, node, Kind::List))
        return;
    out.clear();
    for (Node &child : children(node)) {
        const std::size_t before = reading.report.errorCount();
        out.emplace_back();
        read(reading, child, out.back());
        if (reading.forgets(before))
            out.pop_back();
    }
}

template <class T>
void read(Reading &reading, Node &node, std::set<T> &out)
{
    std::vector<T> items;
    read(reading, node, items);
    out = std::set<T>(items.begin(), items.end());
}

} // namespace dealscape::io
