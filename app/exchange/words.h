// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"

#include <optional>
#include <string>
#include <string_view>

namespace dealscape::exchange {

/// A word of people for one of ours: the word of files, the phrase shown, or one of the usual others in several languages, whatever its
/// case.
std::optional<DealKind> kindOf(std::string_view text);
std::optional<FlowClass> flowOf(std::string_view text);
std::optional<DealStatus> statusOf(std::string_view text);
std::optional<Certainty> certaintyOf(std::string_view text);
std::optional<Confidence> confidenceOf(std::string_view text);
std::optional<PowerLayer> powerLayerOf(std::string_view text);
std::optional<OverlapRole> overlapRoleOf(std::string_view text);
std::optional<SourceBasis> basisOf(std::string_view text);
std::optional<bool> truthOf(std::string_view text);

/// Whether money goes out of the organisation named first (true) or in (false).
std::optional<bool> outwards(std::string_view text);

/// What flows in a deal of a kind, and how firm a deal of a status is, where the file does not say.
FlowClass flowOf(DealKind kind);
Certainty certaintyOf(DealStatus status);

/// ISO 3166-1 alpha-2 of a code or an English country name; empty when it is neither.
std::string countryOf(std::string_view text);

} // namespace dealscape::exchange
