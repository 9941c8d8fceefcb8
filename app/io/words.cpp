// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/words.h"

#include "io/suggest.h"
#include "io/utf8.h"

namespace dealscape::io {

std::string unknownWord(std::string_view noun, std::string_view text, std::span<const std::string_view> words)
{
    constexpr std::size_t few = 10;
    std::string message = "unknown " + std::string(noun) + " " + quotation(text);
    const std::string hint = didYouMean(text, words);
    if (!hint.empty() || words.size() > few)
        return message + hint;
    message += "; known are";
    for (std::string_view word : words)
        message += (word == words.front() ? " \"" : ", \"") + std::string(word) + '"';
    return message;
}

} // namespace dealscape::io
