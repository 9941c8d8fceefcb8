// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plainstream.h"

#include <utility>

namespace dealscape::cli {

namespace {

constexpr const char *instead = "\xEF\xBF\xBD";
constexpr unsigned char upperControls = 0xC2;

} // namespace

void PlainStream::put(unsigned char c)
{
    const unsigned char before = std::exchange(m_waiting, static_cast<unsigned char>(0));
    if (before == '\r')
        m_text += c == '\n' ? "\r" : instead;
    if (before == upperControls && c >= 0x80 && c < 0xA0) {
        m_text += instead;
        return;
    }
    if (before == upperControls)
        m_text += static_cast<char>(before);
    if (c == '\r' || c == upperControls)
        m_waiting = c;
    else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F)
        m_text += instead;
    else
        m_text += static_cast<char>(c);
}

int PlainStream::overflow(int c)
{
    using Traits = std::char_traits<char>;
    if (Traits::eq_int_type(c, Traits::eof()))
        return Traits::not_eof(c);
    const char one = Traits::to_char_type(c);
    return xsputn(&one, 1) == 1 ? c : Traits::eof();
}

std::streamsize PlainStream::xsputn(const char *text, std::streamsize size)
{
    for (std::streamsize i = 0; i < size; ++i)
        put(static_cast<unsigned char>(text[i]));
    m_to << std::exchange(m_text, {});
    return m_to ? size : 0;
}

int PlainStream::sync()
{
    if (m_waiting == '\r')
        m_to << instead;
    m_waiting = 0;
    return m_to.flush() ? 0 : -1;
}

} // namespace dealscape::cli
