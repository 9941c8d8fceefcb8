// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/syntax.h"

#include <algorithm>

namespace dealscape::io {

namespace {

constexpr std::string_view numberCharacters = "0123456789+-.eE";
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool in(std::string_view set, char c)
{
    return set.find(c) != std::string_view::npos;
}

std::size_t runStart(std::string_view bytes, std::size_t end, std::string_view set)
{
    while (end > 0 && in(set, bytes[end - 1]))
        --end;
    return end;
}

std::size_t tokenStart(std::string_view bytes, std::size_t end)
{
    const char last = bytes[end - 1];
    if (last == '"')
        return stringStart(bytes, end);
    if (in(numberCharacters.substr(0, 10), last))
        return numberStart(bytes, end);
    if (in(letters, last))
        return runStart(bytes, end, letters);
    return end - 1;
}

/// Drops the copy of the input that the library appends, which may be long and need not be readable.
std::string withoutInput(std::string_view text)
{
    const std::size_t from = text.find("; last read: '");
    return std::string(text.substr(0, from));
}

bool trailingComma(std::string_view bytes, std::size_t offset)
{
    const std::size_t before = bytes.substr(0, offset).find_last_not_of(" \t\r\n");
    return before != std::string_view::npos && bytes[before] == ',' && offset < bytes.size() && in("]}", bytes[offset]);
}

std::string_view reason(std::string_view what)
{
    const std::size_t context = what.find("syntax error");
    const std::size_t dash = what.find(" - ", context == std::string_view::npos ? 0 : context);
    return dash == std::string_view::npos ? what : what.substr(dash + 3);
}

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

SyntaxError restate(std::string_view bytes, std::size_t consumed, std::string_view what)
{
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return {0, "the file is empty"};
    if (what.find("number overflow") != std::string_view::npos) {
        const std::size_t start = numberStart(bytes, consumed);
        constexpr std::size_t longest = 50;
        const bool whole = consumed - start <= longest;
        return {start,
                "number " + std::string(bytes.substr(start, std::min(longest, consumed - start))) + (whole ? "" : "…") + " is too large"};
    }
    const std::string_view message = reason(what);
    if (consumed > bytes.size())
        return {bytes.size(), "syntax error: the file ends too early"};
    // The library takes a NUL for the end of the text.
    if (bytes[consumed - 1] == '\0' && message.starts_with("unexpected end of input"))
        return {consumed - 1, "syntax error: control character U+0000 (NUL); a text file holds none"};

    SyntaxError error{consumed - 1, "syntax error: " + withoutInput(message)};
    if (message.starts_with("invalid literal"))
        error.offset = runStart(bytes, consumed - 1, letters);
    else if (message.starts_with("unexpected"))
        error.offset = tokenStart(bytes, consumed);
    if (trailingComma(bytes, error.offset))
        error.text = std::string("syntax error: comma before '") + bytes[error.offset] + '\'';
    else if (error.text.ends_with("expected ']'") || error.text.ends_with("expected '}'"))
        error.text.insert(error.text.size() - 3, "',' or ");
    return error;
}

} // namespace dealscape::io
