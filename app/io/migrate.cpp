// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/migrate.h"

#include <algorithm>

namespace dealscape::io {

std::span<const Migration> migrations()
{
    return {};
}

tl::expected<std::string, std::string> migrate(std::string document, int from, int to, std::span<const Migration> steps)
{
    if (from > to)
        return tl::unexpected("format version " + std::to_string(from) + " is newer than " + std::to_string(to));
    for (int version = from; version < to; ++version) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const Migration &candidate) { return candidate.from == version; });
        if (step == steps.end())
            return tl::unexpected("format version " + std::to_string(version) + " cannot be read");
        document = step->apply(document);
    }
    return document;
}

} // namespace dealscape::io
