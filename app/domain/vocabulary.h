// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace dealscape {

/// How firm a deal, or one part of it, is. Ordered from firmest to least.
enum class Certainty { Paid, Binding, Announced, Potential, Cancelled };

/// What flows. Money is summed only within one flow class: capital that pays for compute is the same dollar twice.
enum class FlowClass { Compute, Sites, Hardware, Energy, Capital, EquityInstrument, Guarantee, RevenueShare, Licence, Policy };

/// Flow classes gathered for colour: what the edges of a diagram show.
enum class Family { Compute, Capital, Hardware, Energy, Licence };

// clang-format off
enum class DealKind {
    EquityInvestment, Loan, ProjectFinance, VendorFinance, JointVentureStake, Acquisition, AssetSale, GridInvestment, Distribution,
    Warrant, EquityGrant, Guarantee, RevenueShare,
    CloudCompute, ChipLease, DataCentreLease, DataCentreCapacity,
    ChipSupply, SystemsSupply, MemorySupply, FoundrySupply, NetworkSupply, EnergySupply,
    IpLicence, ExportLicence, PolicySupport, Goods, Services, Other
};
// clang-format on

enum class DealStatus { Closed, Definitive, Signed, InProgress, Announced, LetterOfIntent, Potential, Rumoured, Cancelled };

enum class Confidence { High, Medium, Low };

/// Where in the chain from site to silicon a capacity is stated. Context relates a capacity to a deal without counting it.
enum class PowerLayer { Chips, Cloud, Site, EnergySupply, Context };

/// What a record is within its overlap group. Only components are counted.
enum class OverlapRole { Component, Umbrella, Context, Restatement, Superseded, Cancelled, Valuation, AlternativeEstimate };

/// How a source was consulted: read as a page, read in a copy or digest, only seen cited, the founding article, or from memory.
enum class SourceBasis { Page, Copy, Cited, Article, Background };

/// The palette slot and icon of a layer of organisations.
enum class LayerStyle { Models, Cloud, DataCentre, Chips, Systems, Energy, Capital, Government };

// clang-format off
/// The icons that a layer may have: first those of the styles, in their order.
enum class LayerIcon {
    Spark, Cloud, Racks, Chip, Boards, Bolt, Bank, Flag,
    Turbine, Grid, Factory, Ship, Pill, Car, Person, Building, Phone, Shop, Tower, Drop
};
// clang-format on

/// What a claim's figures measure. Share is a fraction of one.
enum class ClaimUnit { Dollars, DollarsPerYear, Gigawatts, DollarsPerGigawatt, Share };

/// The measure that edges show. Dollars and gigawatts never share an axis or a scale.
enum class Lens { Value, Power, Deals };

/// Which ends of a deal's edge must meet a condition on organisations.
enum class Ends { Both, Either };

/// How nodes are placed: stress based, columns by layer, one organisation in the middle, loops as rings.
enum class LayoutKind { Web, SupplyChain, Orbit, Ring };

/// The closed list of words for one enumeration, in the order of its values.
/// word() and label() give the word used in files and the phrase shown to people.
template <class E>
struct Word {
    E value;
    std::string_view word;
    std::string_view label;
};

template <class E>
std::span<const Word<E>> vocabulary();

template <class E>
std::string_view word(E value)
{
    return vocabulary<E>()[static_cast<std::size_t>(value)].word;
}

template <class E>
std::string_view label(E value)
{
    return vocabulary<E>()[static_cast<std::size_t>(value)].label;
}

/// The value of a word, or nothing when the word is not in the list.
template <class E>
std::optional<E> parseWord(std::string_view text)
{
    for (const auto &entry : vocabulary<E>())
        if (entry.word == text)
            return entry.value;
    return std::nullopt;
}

template <>
std::span<const Word<Certainty>> vocabulary();
template <>
std::span<const Word<FlowClass>> vocabulary();
template <>
std::span<const Word<Family>> vocabulary();
template <>
std::span<const Word<DealKind>> vocabulary();
template <>
std::span<const Word<DealStatus>> vocabulary();
template <>
std::span<const Word<Confidence>> vocabulary();
template <>
std::span<const Word<PowerLayer>> vocabulary();
template <>
std::span<const Word<OverlapRole>> vocabulary();
template <>
std::span<const Word<SourceBasis>> vocabulary();
template <>
std::span<const Word<LayerStyle>> vocabulary();
template <>
std::span<const Word<LayerIcon>> vocabulary();
template <>
std::span<const Word<ClaimUnit>> vocabulary();
template <>
std::span<const Word<Lens>> vocabulary();
template <>
std::span<const Word<LayoutKind>> vocabulary();
template <>
std::span<const Word<Ends>> vocabulary();

Family familyOf(FlowClass flow);

} // namespace dealscape
