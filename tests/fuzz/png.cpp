// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/tag.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

using namespace dealscape;

/// Any bytes with the name of a picture are refused or lead back to a view whose places lie in reach.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const int file = ::memfd_create("picture", MFD_CLOEXEC);
    static const QString path = QStringLiteral("/proc/self/fd/%1").arg(file);
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, data, size, 0) != static_cast<ssize_t>(size))
        std::abort();
    const auto tag = exporting::readTag(path);
    if (!tag)
        return tag.error().empty() ? (std::abort(), 0) : 0;
    for (const KeptPlace &place : tag->handwork.in({1920, 1080}).places)
        if (!(std::abs(place.x) < 1e5 && std::abs(place.y) < 1e5))
            std::abort();
    // What it leads to can be written into the next picture.
    for (const exporting::PngText &text : exporting::textsOf(*tag))
        if (text.key.isEmpty())
            std::abort();
    return 0;
}
