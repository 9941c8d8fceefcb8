// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/jsontext.h"

#include "io/utf8.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace dealscape::io {

namespace {

/// Length of the string literal at the start of sound JSON.
std::size_t literalLength(std::string_view json)
{
    std::size_t at = 1;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    return at + 1;
}

std::string escape(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\t':
        return "\\t";
    case '\r':
        return "\\r";
    default:
        constexpr std::string_view digits = "0123456789abcdef";
        return std::string("\\u00") + digits[static_cast<std::size_t>(c) >> 4U] + digits[static_cast<std::size_t>(c) & 15U];
    }
}

} // namespace

std::string compact(std::string_view json)
{
    std::string text;
    for (std::size_t at = 0; at < json.size();) {
        const char c = json[at];
        const std::size_t length = c == '"' ? literalLength(json.substr(at)) : 1;
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            text.append(json.substr(at, length));
        at += length;
    }
    return text;
}

std::string stringLiteral(std::string_view text)
{
    if (firstInvalid(text) != text.size())
        return stringLiteral(wellFormed(text));
    std::string literal = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20)
            literal += escape(c);
        else
            literal += c;
    }
    return literal + '"';
}

std::string spelled(double number)
{
    constexpr double wholeNumbers = 9007199254740992.0;
    if (std::floor(number) == number && std::abs(number) <= wholeNumbers)
        return std::to_string(static_cast<std::int64_t>(number));
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

void JsonText::open(char bracket, Presence presence)
{
    m_levels.push_back({bracket, false, true, std::exchange(m_key, {})});
    if (presence == Presence::Always)
        writeOwed();
}

void JsonText::close()
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (!level.written)
        return;
    if (!level.empty)
        newLine(m_levels.size());
    m_text += level.bracket == '{' ? '}' : ']';
}

void JsonText::scalar(std::string_view text)
{
    begin();
    m_text += text;
}

void JsonText::begin()
{
    writeOwed();
    if (!m_levels.empty())
        separate(m_levels.back(), m_key);
    m_key.clear();
}

void JsonText::writeOwed()
{
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        Level &level = m_levels[i];
        if (level.written)
            continue;
        if (i > 0) {
            // The line belongs to the level around it.
            Level &around = m_levels[i - 1];
            m_text += around.empty ? "\n" : ",\n";
            around.empty = false;
            m_text.append(2 * i, ' ');
            if (around.bracket == '{')
                m_text += stringLiteral(level.key) + ": ";
        }
        m_text += level.bracket;
        level.written = true;
    }
}

void JsonText::separate(Level &level, std::string_view key)
{
    if (!level.empty)
        m_text += ',';
    level.empty = false;
    newLine(m_levels.size());
    if (level.bracket == '{')
        m_text += stringLiteral(key) + ": ";
}

void JsonText::newLine(std::size_t depth)
{
    m_text += '\n';
    m_text.append(2 * depth, ' ');
}

void JsonText::json(std::string_view compactJson)
{
    begin();
    std::size_t depth = m_levels.size();
    for (std::size_t at = 0; at < compactJson.size();) {
        const char c = compactJson[at];
        const std::size_t length = c == '"' ? literalLength(compactJson.substr(at)) : 1;
        const bool opens = c == '{' || c == '[';
        const bool closes = c == '}' || c == ']';
        const bool emptied = closes && (m_text.back() == '{' || m_text.back() == '[');
        if (closes)
            --depth;
        if (closes && !emptied)
            newLine(depth);
        m_text.append(compactJson.substr(at, length));
        at += length;
        const bool nothingInside = at < compactJson.size() && (compactJson[at] == '}' || compactJson[at] == ']');
        if (opens)
            ++depth;
        if (c == ':')
            m_text += ' ';
        else if (c == ',' || (opens && !nothingInside))
            newLine(depth);
    }
}

std::string JsonText::take()
{
    m_text += '\n';
    return std::exchange(m_text, {});
}

} // namespace dealscape::io
