// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testmain.h"

#include "io/reader.h"

#include <QString>

#include <stdexcept>

/// A network that does not change, for tests that quote figures: the built-in one as it stood in July 2026, cut down. What the built-in
/// dataset says today is quoted in tests/data alone.
namespace dealscape::sample {

inline QString frozenPath()
{
    return testing::shippedData() + QStringLiteral("/../tests/data/frozen-network.json");
}

/// Read once a process.
inline const Dataset &frozen()
{
    static const Dataset dataset = [] {
        io::ReadResult result = io::readFile(frozenPath().toStdString());
        if (!result.dataset)
            throw std::runtime_error("the frozen network does not load");
        return *result.dataset;
    }();
    return dataset;
}

} // namespace dealscape::sample
