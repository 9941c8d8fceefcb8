// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dealscape::bench {

/// Prints what becomes of names and amounts at 1920x1080: how many are shown, how many of those overlap one another, lie on
/// a foreign disc or leave the frame; for the embedded dataset and generated networks of up to 1,000 organisations. The
/// peers have no such figures: they draw every label wherever it falls. False when the embedded dataset cannot be read.
bool printLabels();

} // namespace dealscape::bench
