// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"

#include "graphs/reading.h"

#include <cstdint>

using namespace dealscape;

/// GEXF of any version.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    fuzz::check(graphs::readGexf(bytes, fuzz::options()));
    return 0;
}
