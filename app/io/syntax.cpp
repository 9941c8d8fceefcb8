// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/syntax.h"

#include "domain/ascii.h"
#include "io/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace dealscape::io {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view numberCharacters = "0123456789+-.eE";

std::size_t runStart(std::string_view bytes, std::size_t end, std::string_view set)
{
    while (end > 0 && set.find(bytes[end - 1]) != std::string_view::npos)
        --end;
    return end;
}

std::string controlCharacter(char c)
{
    constexpr std::array<const char *, 32> names = {"NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS",  "HT",  "LF",
                                                    "VT",  "FF",  "CR",  "SO",  "SI",  "DLE", "DC1", "DC2", "DC3", "DC4", "NAK",
                                                    "SYN", "ETB", "CAN", "EM",  "SUB", "ESC", "FS",  "GS",  "RS",  "US"};
    constexpr std::string_view shortOnes = "\b\t\n\f\r";
    constexpr std::string_view letters = "btnfr";
    const auto code = static_cast<std::size_t>(c);
    const std::string digits = std::string("00") + "0123456789ABCDEF"[code >> 4U] + "0123456789ABCDEF"[code & 15U];
    const std::size_t brief = shortOnes.find(c);
    return "control character U+" + digits + " (" + names[code] + ") must be escaped to \\u" + digits +
        (brief == std::string_view::npos ? std::string() : std::string(" or \\") + letters[brief]);
}

enum class Token { End, Open, Close, Comma, Colon, Text, Number, True, False, Null };

/// Walks over a document as the grammar wants it until something else stands there.
class Scanner {
public:
    explicit Scanner(std::string_view bytes) : m_bytes(bytes), m_at(bytes.starts_with(byteOrderMark) ? byteOrderMark.size() : 0) {}

    std::optional<SyntaxError> run()
    {
        for (bool go = next() && value(); go; go = next() && step())
            if (m_done)
                break;
        return m_error;
    }

private:
    bool fail(std::size_t offset, std::string text)
    {
        m_error = SyntaxError{offset, "syntax error: " + std::move(text)};
        return false;
    }

    bool cutOff() { return fail(m_bytes.size(), "the file ends too early"); }

    bool unexpected(std::string_view expected)
    {
        if (m_token == Token::End)
            return cutOff();
        const char c = m_bytes[m_start];
        const std::size_t before = m_bytes.substr(0, m_start).find_last_not_of(blanks);
        if (m_token == Token::Close && before != std::string_view::npos && m_bytes[before] == ',')
            return fail(m_start, std::string("comma before '") + c + '\'');
        const std::size_t start = m_token == Token::Number ? numberStart(m_bytes, m_at) : m_start;
        return fail(start, "unexpected " + nameOfToken(c) + "; expected " + std::string(expected));
    }

    std::string nameOfToken(char c) const
    {
        switch (m_token) {
        case Token::Text:
            return "string literal";
        case Token::Number:
            return "number literal";
        case Token::True:
            return "true literal";
        case Token::False:
            return "false literal";
        case Token::Null:
            return "null literal";
        default:
            return std::string("'") + c + '\'';
        }
    }

    /// Reads the token that comes next.
    bool next()
    {
        m_start = m_at = std::min(m_bytes.find_first_not_of(blanks, m_at), m_bytes.size());
        m_token = Token::End;
        if (m_at == m_bytes.size())
            return true;
        const char c = m_bytes[m_at];
        const auto single = [&](Token token) {
            ++m_at;
            m_token = token;
            return true;
        };
        switch (c) {
        case '{':
        case '[':
            return single(Token::Open);
        case '}':
        case ']':
            return single(Token::Close);
        case ',':
            return single(Token::Comma);
        case ':':
            return single(Token::Colon);
        case '"':
            return text();
        case 't':
            return word("true", Token::True);
        case 'f':
            return word("false", Token::False);
        case 'n':
            return word("null", Token::Null);
        case '\0':
            return fail(m_at, "control character U+0000 (NUL); a text file holds none");
        default:
            return c == '-' || digit(c) ? number() : fail(m_at, "invalid literal");
        }
    }

    bool word(std::string_view letters, Token token)
    {
        const std::string_view here = m_bytes.substr(m_at, letters.size());
        if (here != letters)
            return letters.starts_with(here) ? cutOff() : fail(m_start, "invalid literal");
        m_at += letters.size();
        m_token = token;
        return true;
    }

    bool digits(std::string_view after)
    {
        if (m_at == m_bytes.size())
            return cutOff();
        if (!digit(m_bytes[m_at]))
            return fail(m_at, "invalid number; expected digit after " + std::string(after));
        while (m_at < m_bytes.size() && digit(m_bytes[m_at]))
            ++m_at;
        return true;
    }

    bool skip(std::string_view set)
    {
        const bool there = m_at < m_bytes.size() && set.find(m_bytes[m_at]) != std::string_view::npos;
        m_at += there ? 1 : 0;
        return there;
    }

    bool number()
    {
        m_token = Token::Number;
        skip("-");
        if (!skip("0") && !digits("'-'"))
            return false;
        if (skip(".") && !digits("'.'"))
            return false;
        if (!skip("eE"))
            return true;
        return digits(skip("+-") ? "exponent sign" : "exponent");
    }

    /// The four digits of \uXXXX, the first of them at m_at.
    bool codeUnit(unsigned &unit)
    {
        unit = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            if (m_at == m_bytes.size())
                return cutOff();
            const char c = m_bytes[m_at];
            if (!hexadecimal(c))
                return fail(m_at, "invalid string: '\\u' must be followed by 4 hex digits");
            unit = unit * 16 + static_cast<unsigned>(digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        return true;
    }

    bool unicodeEscape()
    {
        constexpr const char *half = "invalid string: surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF";
        unsigned unit = 0;
        if (!codeUnit(unit))
            return false;
        if (unit >= 0xDC00 && unit <= 0xDFFF)
            return fail(m_at - 1, "invalid string: surrogate U+DC00..U+DFFF must follow U+D800..U+DBFF");
        if (unit < 0xD800 || unit > 0xDBFF)
            return true;
        for (const char c : {'\\', 'u'}) {
            if (m_at == m_bytes.size())
                return cutOff();
            if (m_bytes[m_at] != c)
                return fail(m_at, half);
            ++m_at;
        }
        if (!codeUnit(unit))
            return false;
        return (unit >= 0xDC00 && unit <= 0xDFFF) || fail(m_at - 1, half);
    }

    bool text()
    {
        m_token = Token::Text;
        for (++m_at; m_at < m_bytes.size();) {
            const char c = m_bytes[m_at++];
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20)
                return fail(m_at - 1, "invalid string: " + controlCharacter(c));
            if (c != '\\')
                continue;
            if (m_at == m_bytes.size())
                return cutOff();
            const char escaped = m_bytes[m_at++];
            if (escaped == 'u') {
                if (!unicodeEscape())
                    return false;
            } else if (std::string_view("\"\\/bfnrt").find(escaped) == std::string_view::npos) {
                return fail(m_at - 1, "invalid string: forbidden character after backslash");
            }
        }
        return cutOff();
    }

    bool closes() const { return m_token == Token::Close && m_bytes[m_start] == closing(); }
    char closing() const { return m_open.back() == '{' ? '}' : ']'; }

    /// One token further, by what may stand here.
    bool step()
    {
        switch (m_next) {
        case Next::First:
            if (closes())
                return close();
            return closing() == '}' ? key() : value();
        case Next::Key:
            return key();
        case Next::Colon:
            m_next = Next::Value;
            return m_token == Token::Colon || unexpected("':'");
        case Next::Value:
            return value();
        case Next::Rest:
            break;
        }
        if (m_open.empty()) {
            m_done = m_token == Token::End;
            return m_done || unexpected("end of input");
        }
        if (closes())
            return close();
        m_next = closing() == '}' ? Next::Key : Next::Value;
        return m_token == Token::Comma || unexpected(std::string("',' or '") + closing() + '\'');
    }

    bool key()
    {
        m_next = Next::Colon;
        return m_token == Token::Text || unexpected("string literal");
    }

    bool close()
    {
        m_open.pop_back();
        m_next = Next::Rest;
        return true;
    }

    bool value()
    {
        if (m_token == Token::Comma || m_token == Token::Colon || m_token == Token::Close || m_token == Token::End)
            return unexpected("'[', '{', or a literal");
        m_next = Next::Rest;
        if (m_token == Token::Open) {
            m_open.push_back(m_bytes[m_start]);
            m_next = Next::First;
        }
        return true;
    }

    /// What may come next: the first thing in what was opened, or what follows a value.
    enum class Next { First, Key, Colon, Value, Rest };

    std::string_view m_bytes;
    std::size_t m_at;
    std::size_t m_start = 0;
    Token m_token = Token::End;
    /// Brackets that are open.
    std::vector<char> m_open;
    Next m_next = Next::Value;
    bool m_done = false;
    std::optional<SyntaxError> m_error;
};

} // namespace

std::size_t numberStart(std::string_view bytes, std::size_t end)
{
    return runStart(bytes, end, numberCharacters);
}

std::size_t stringStart(std::string_view bytes, std::size_t end)
{
    std::size_t at = end - 1;
    while (at > 0) {
        --at;
        if (bytes[at] != '"')
            continue;
        const std::size_t escapes = at - runStart(bytes, at, "\\");
        if (escapes % 2 == 0)
            return at;
    }
    return 0;
}

SyntaxError numberTooLarge(std::string_view bytes, std::size_t consumed)
{
    constexpr std::size_t longest = 50;
    std::size_t end = std::min(consumed, bytes.size());
    if (numberStart(bytes, end) == end && end > 0)
        --end;
    const std::size_t start = numberStart(bytes, end);
    const bool whole = end - start <= longest;
    return {start, "number " + std::string(bytes.substr(start, std::min(longest, end - start))) + (whole ? "" : "…") + " is too large"};
}

SyntaxError syntaxError(std::string_view bytes)
{
    if (bytes.find_first_not_of(blanks) == std::string_view::npos)
        return {0, "the file is empty"};
    return Scanner(bytes).run().value_or(SyntaxError{bytes.size(), "syntax error"});
}

} // namespace dealscape::io
