// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/comparison.h"

#include <string>
#include <vector>

namespace dealscape::compare {

/// What the scenes of a story are compared with.
struct EarlierStates {
    Comparisons comparisons;
    /// A sentence for each file that could not be read.
    std::vector<std::string> faults;
};

/// Reads the files that scenes of the story name, each once, in or below the folder of the dataset's own file. Without a file, as for
/// what was never saved, there is nothing to read and each is a fault. Any thread may call it.
EarlierStates earlierStates(const Dataset &now, const Story &story, const std::string &file);

/// Asks that for what it finds, in silence about faults.
Comparing comparingBeside(const std::string &file);

} // namespace dealscape::compare
