// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace dealscape::cli {

/// A stream to another one that lets nothing through which a terminal would obey: control characters other than line breaks and
/// tabs, those from U+007F to U+009F too, become U+FFFD. So whatever a command says about a file can be looked at. Flushed at
/// the end of its scope.
class PlainStream : private std::streambuf, public std::ostream {
public:
    explicit PlainStream(std::ostream &to) : std::ostream(static_cast<std::streambuf *>(this)), m_to(to) {}
    ~PlainStream() override { sync(); }

protected:
    int overflow(int c) override;
    std::streamsize xsputn(const char *text, std::streamsize size) override;
    int sync() override;

private:
    void put(unsigned char c);

    std::ostream &m_to;
    std::string m_text;
    /// What waits for the byte after it: a carriage return, or the first byte of U+0080 to U+00BF.
    unsigned char m_waiting = 0;
};

} // namespace dealscape::cli
