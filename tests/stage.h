// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frozen.h"

#include "io/reader.h"
#include "resources/embedded.h"

#include <stdexcept>
#include <string>

namespace dealscape::sample {

/// The published dataset, read once a process. Also loads the typeface, on which every measure of a picture rests.
inline const Dataset &published()
{
    static const Dataset dataset = [] {
        io::ReadResult result = io::readDataset(resources::defaultDataset(), "ai-infrastructure.json");
        if (!result.dataset || !resources::loadTypeface())
            throw std::runtime_error("the embedded dataset or typeface does not load");
        return *result.dataset;
    }();
    return dataset;
}

/// The network whose figures may be quoted; loads the typeface as well.
inline const Dataset &quoted()
{
    return published().organizations.empty() ? published() : frozen();
}

} // namespace dealscape::sample
