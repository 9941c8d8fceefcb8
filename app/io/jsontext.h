// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dealscape::io {

/// Sound JSON without the blanks between its tokens; numbers and texts keep their spelling.
std::string compact(std::string_view json);

/// The text between quotes: quotes, backslashes and control characters escaped, the rest as UTF-8; bytes that
/// are not UTF-8 become U+FFFD.
std::string stringLiteral(std::string_view text);

/// Shortest spelling that reads back as the same number; whole numbers up to 2^53 without an exponent.
std::string spelled(double number);

/// Builds JSON indented by two blanks. An object opened as optional is only written once it gets a member.
class JsonText {
public:
    enum class Presence { Always, IfNotEmpty };

    void openObject(Presence presence = Presence::Always) { open('{', presence); }
    void openList(Presence presence = Presence::Always) { open('[', presence); }
    /// Closes what was opened last.
    void close();

    /// Names the next value of an object.
    void key(std::string_view name) { m_key = name; }

    void value(std::string_view text) { scalar(stringLiteral(text)); }
    void value(std::int64_t number) { scalar(std::to_string(number)); }
    void value(int number) { scalar(std::to_string(number)); }
    void value(double number) { scalar(spelled(number)); }
    void value(bool truth) { scalar(truth ? "true" : "false"); }
    void null() { scalar("null"); }
    /// Compact JSON, indented like the rest.
    void json(std::string_view compactJson);

    /// The finished text, with a line feed at its end.
    std::string take();

private:
    struct Level {
        char bracket;
        bool written;
        bool empty;
        std::string key;
    };

    void open(char bracket, Presence presence);
    void scalar(std::string_view text);
    /// Writes what stands before a value: the brackets still owed, comma, line, key.
    void begin();
    void writeOwed();
    void separate(Level &level, std::string_view key);
    void newLine(std::size_t depth);

    std::string m_text;
    std::vector<Level> m_levels;
    std::string m_key;
};

} // namespace dealscape::io
