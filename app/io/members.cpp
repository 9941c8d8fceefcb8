// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/members.h"

#include "io/jsontext.h"
#include "io/suggest.h"
#include "io/utf8.h"

#include <span>
#include <string>

namespace dealscape::io {

Members::Members(Reading &reading, Node &object)
    : m_reading(reading),
      m_object(object),
      m_next(&object + 1),
      m_outerExtras(reading.extras),
      m_outerOwner(reading.owner),
      m_outerPath(reading.path),
      m_isObject(expect(reading, object, Kind::Object))
{}

Members::Members(Reading &reading, Node &object, Extras &extras) : Members(reading, object)
{
    m_reading.extras = &extras;
    m_reading.owner = &object;
    m_reading.path.clear();
}

Members::~Members()
{
    if (m_isObject && m_reading.extras) {
        for (const Node &child : children(m_object)) {
            if (child.known)
                continue;
            warnOf(child);
            const bool inner = &m_object != m_reading.owner || child.key.starts_with('/');
            std::string key = inner ? m_reading.path + pointerTo(child, m_reading.owner) : std::string(child.key);
            m_reading.extras->emplace_back(std::move(key), compact(m_reading.bytes.substr(child.begin, child.end - child.begin)));
        }
    }
    m_reading.extras = m_outerExtras;
    m_reading.owner = m_outerOwner;
    m_reading.path = m_outerPath;
}

Node *Members::find(std::string_view key)
{
    if (!m_isObject)
        return nullptr;
    Node *const end = &m_object + m_object.span;
    Node *node = m_next;
    for (int round = 0; round < 2; ++round) {
        Node *const stop = round == 0 ? end : m_next;
        for (; node != stop; node += node->span) {
            if (node->key == key) {
                node->known = true;
                m_next = node + node->span;
                return node;
            }
        }
        node = &m_object + 1;
    }
    if (m_missingCount < mostMissing)
        m_missing[m_missingCount++] = key;
    return nullptr;
}

void Members::warnOf(const Node &unknown) const
{
    const std::string meant = didYouMean(unknown.key, std::span(m_missing).first(m_missingCount));
    if (!meant.empty())
        m_reading.warning(unknown, "unknown member " + quotation(unknown.key) + ", kept as it is" + meant);
}

Node *Members::require(std::string_view key)
{
    Node *node = find(key);
    if (!node && m_isObject)
        m_reading.error(m_object, "missing member \"" + std::string(key) + '"');
    return node;
}

void readRange(Members &members, MoneyRange &range, Bounds bounds)
{
    if (bounds == Bounds::Stated) {
        members.stated("low", range.low);
        members.stated("high", range.high);
    } else {
        members.nullable("low", range.low);
        members.nullable("high", range.high);
    }
    if (range.low && range.high && *range.low > *range.high)
        members.reading().fault(*members.find("low"), "low is more than high");
}

} // namespace dealscape::io
