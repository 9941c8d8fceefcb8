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
#include "io/jsontext.h"
#include "io/tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dealscape::io {

/// Members as the format wants them: absent where they hold their default.
class Output {
public:
    using Presence = JsonText::Presence;

    void text(std::string_view key, const std::string &value)
    {
        if (!value.empty())
            always(key, value);
    }
    template <class T>
    void always(std::string_view key, const T &value)
    {
        m_json.key(key);
        put(value);
    }
    template <class T>
    void unless(const T &standard, std::string_view key, const T &value)
    {
        if (!(value == standard))
            always(key, value);
    }
    template <class T>
    void known(std::string_view key, const std::optional<T> &value)
    {
        if (value)
            always(key, *value);
    }
    /// Absent becomes null.
    template <class T>
    void stated(std::string_view key, const std::optional<T> &value)
    {
        m_json.key(key);
        value ? put(*value) : m_json.null();
    }
    template <class Items>
    void list(std::string_view key, const Items &items, Presence presence = Presence::IfNotEmpty)
    {
        m_json.key(key);
        m_json.openList(presence);
        for (const auto &item : items)
            put(item);
        m_json.close();
    }
    /// An inner object, absent when nothing is written into it. Its unknown members come from the record around it.
    template <class Members>
    void object(std::string_view key, Members members, Presence presence = Presence::IfNotEmpty)
    {
        m_json.key(key);
        inner(pointerStep(key), members, presence);
    }
    /// Objects in a list, each with members(item).
    template <class Items, class Members>
    void objects(std::string_view key, const Items &items, Members members)
    {
        m_json.key(key);
        m_json.openList(Presence::IfNotEmpty);
        std::size_t i = 0;
        for (const auto &item : items)
            inner(
                pointerStep(key) + pointerStep(std::to_string(i++)), [&] { members(item); }, Presence::Always);
        m_json.close();
    }
    /// Objects that keep their own unknown members.
    template <class Items, class Members>
    void records(std::string_view key, const Items &items, Members members, Presence presence = Presence::IfNotEmpty)
    {
        m_json.key(key);
        m_json.openList(presence);
        for (const auto &item : items)
            record(item.extras, [&] { members(item); });
        m_json.close();
    }
    template <class Members>
    void record(const Extras &extras, Members members)
    {
        Unknown outer = std::exchange(m_unknown, unknownOf(extras));
        std::string path = std::exchange(m_path, {});
        m_json.openObject();
        members();
        unknown();
        m_json.close();
        m_unknown = std::move(outer);
        m_path = std::move(path);
    }

    std::string take() { return m_json.take(); }

private:
    void put(const std::string &value) { m_json.value(std::string_view(value)); }
    void put(bool value) { m_json.value(value); }
    void put(int value) { m_json.value(value); }
    void put(double value) { m_json.value(value); }
    void put(Money value) { m_json.value(value.dollars()); }
    void put(Power value) { m_json.value(value.megawatts()); }
    void put(const Date &value) { put(value.iso()); }
    void put(const Colour &value) { put(value.text()); }
    template <class Tag>
    void put(const Id<Tag> &value)
    {
        put(value.text());
    }
    template <class E>
    requires std::is_enum_v<E>
    void put(E value) { m_json.value(word(value)); }

    template <class Members>
    void inner(const std::string &steps, Members members, Presence presence)
    {
        const std::size_t length = m_path.size();
        m_path += steps;
        m_json.openObject(presence);
        members();
        unknown();
        m_json.close();
        m_path.resize(length);
    }

    /// The unknown members of a record by the pointer to the object that has them, in their order.
    using Unknown = std::unordered_map<std::string_view, std::vector<const Extras::value_type *>>;
    static Unknown unknownOf(const Extras &extras);

    /// Writes those of the object that is open.
    void unknown();

    JsonText m_json;
    Unknown m_unknown;
    std::string m_path;
};

} // namespace dealscape::io
