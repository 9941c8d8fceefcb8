// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/perspectivetext.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace dealscape;

/// Any text, as settings and pictures hold it, is refused or is a perspective that comes back from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto read = io::readPerspective({reinterpret_cast<const char *>(data), size});
    if (!read)
        return read.error().empty() ? (std::abort(), 0) : 0;
    const std::string written = io::perspectiveText(*read);
    const auto again = io::readPerspective(written);
    if (!again || !(*again == *read) || io::perspectiveText(*again) != written)
        std::abort();
    return 0;
}
