// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"

#include <span>
#include <string>
#include <string_view>

namespace dealscape::io {

/// What a word of an enumeration is called in messages.
template <class E>
constexpr std::string_view noun = "word";
template <>
inline constexpr std::string_view noun<Certainty> = "certainty";
template <>
inline constexpr std::string_view noun<FlowClass> = "flow class";
template <>
inline constexpr std::string_view noun<Family> = "family";
template <>
inline constexpr std::string_view noun<DealKind> = "kind of deal";
template <>
inline constexpr std::string_view noun<DealStatus> = "status";
template <>
inline constexpr std::string_view noun<Confidence> = "confidence";
template <>
inline constexpr std::string_view noun<PowerLayer> = "power layer";
template <>
inline constexpr std::string_view noun<OverlapRole> = "overlap role";
template <>
inline constexpr std::string_view noun<SourceBasis> = "basis";
template <>
inline constexpr std::string_view noun<LayerStyle> = "layer style";
template <>
inline constexpr std::string_view noun<LayerIcon> = "icon";
template <>
inline constexpr std::string_view noun<ClaimUnit> = "unit";
template <>
inline constexpr std::string_view noun<Lens> = "lens";
template <>
inline constexpr std::string_view noun<LayoutKind> = "layout";
template <>
inline constexpr std::string_view noun<Ends> = "choice of ends";

/// `unknown NOUN "text"; did you mean "x"?`, or the words known when none is near and they are few.
std::string unknownWord(std::string_view noun, std::string_view text, std::span<const std::string_view> words);

} // namespace dealscape::io
