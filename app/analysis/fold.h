// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dealscape::analysis {

/// UTF-8 text with the case of letters removed, so that equal folds mean "the same but for case".
/// Covers ASCII, Latin-1, Latin Extended-A and Additional, Greek, Cyrillic, Armenian and full-width letters by their
/// one-to-one lower-case forms (Unicode CaseFolding.txt, status C); everything else, and bytes that are not valid UTF-8,
/// pass unchanged. Linear.
std::string fold(std::string_view text);

/// Whether the folded needle occurs in the text.
bool containsFolded(std::string_view text, std::string_view foldedNeedle);

} // namespace dealscape::analysis
