// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"

#include <cstdint>

using namespace dealscape;

/// Delimited text of any encoding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    fuzz::check(sheets::readText(bytes, "fuzz.csv", fuzz::options()));
    return 0;
}
