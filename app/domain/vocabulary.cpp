// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/vocabulary.h"

namespace dealscape {

template <>
std::span<const Word<Certainty>> vocabulary()
{
    using enum Certainty;
    static constexpr Word<Certainty> words[] = {{Paid, "paid", "Paid or completed"},
                                                {Binding, "binding", "Binding"},
                                                {Announced, "announced", "Announced"},
                                                {Potential, "potential", "Potential"},
                                                {Cancelled, "cancelled", "Called off or superseded"}};
    return words;
}

template <>
std::span<const Word<FlowClass>> vocabulary()
{
    using enum FlowClass;
    static constexpr Word<FlowClass> words[] = {
        {Compute, "compute", "Compute"},        {Sites, "data-centre", "Sites"},
        {Hardware, "hardware", "Hardware"},     {Energy, "energy", "Energy"},
        {Capital, "capital", "Capital"},        {EquityInstrument, "equity-instrument", "Warrants and share grants"},
        {Guarantee, "guarantee", "Guarantees"}, {RevenueShare, "revenue-share", "Revenue share"},
        {Licence, "licence", "Licences"},       {Policy, "policy", "Policy"}};
    return words;
}

template <>
std::span<const Word<Family>> vocabulary()
{
    using enum Family;
    static constexpr Word<Family> words[] = {{Compute, "compute", "Compute and sites"},
                                             {Capital, "capital", "Capital"},
                                             {Hardware, "hardware", "Hardware"},
                                             {Energy, "energy", "Energy"},
                                             {Licence, "licence", "Licence, policy"}};
    return words;
}

template <>
std::span<const Word<DealKind>> vocabulary()
{
    using enum DealKind;
    static constexpr Word<DealKind> words[] = {{EquityInvestment, "equity-investment", "Equity investment"},
                                               {Loan, "loan", "Loan"},
                                               {ProjectFinance, "project-finance", "Project finance"},
                                               {VendorFinance, "vendor-finance", "Vendor finance"},
                                               {JointVentureStake, "jv-stake", "Joint venture stake"},
                                               {Acquisition, "acquisition", "Acquisition"},
                                               {AssetSale, "asset-sale", "Asset sale"},
                                               {GridInvestment, "grid-investment", "Grid investment"},
                                               {Distribution, "distribution", "Distribution"},
                                               {Warrant, "warrant", "Warrant"},
                                               {EquityGrant, "equity-grant", "Share grant"},
                                               {Guarantee, "guarantee", "Guarantee"},
                                               {RevenueShare, "revenue-share", "Revenue share"},
                                               {CloudCompute, "cloud-compute", "Cloud compute"},
                                               {ChipLease, "chip-lease", "Chip lease"},
                                               {DataCentreLease, "data-centre-lease", "Data-centre lease"},
                                               {DataCentreCapacity, "data-centre-capacity", "Data-centre capacity"},
                                               {ChipSupply, "chip-supply", "Chip supply"},
                                               {SystemsSupply, "systems-supply", "Systems supply"},
                                               {MemorySupply, "memory-supply", "Memory supply"},
                                               {FoundrySupply, "foundry-supply", "Foundry supply"},
                                               {NetworkSupply, "network-supply", "Network supply"},
                                               {EnergySupply, "energy-supply", "Energy supply"},
                                               {IpLicence, "ip-licence", "Licence of intellectual property"},
                                               {ExportLicence, "export-licence", "Export licence"},
                                               {PolicySupport, "policy-support", "Policy support"},
                                               {Goods, "goods", "Goods"},
                                               {Services, "services", "Services"},
                                               {Other, "other", "Other"}};
    return words;
}

template <>
std::span<const Word<DealStatus>> vocabulary()
{
    using enum DealStatus;
    static constexpr Word<DealStatus> words[] = {
        {Closed, "closed", "Closed"},          {Definitive, "definitive", "Definitive agreement"},
        {Signed, "signed", "Signed"},          {InProgress, "in-progress", "In progress"},
        {Announced, "announced", "Announced"}, {LetterOfIntent, "letter-of-intent", "Letter of intent"},
        {Potential, "potential", "Potential"}, {Rumoured, "rumoured", "Rumoured"},
        {Cancelled, "cancelled", "Cancelled"}};
    return words;
}

template <>
std::span<const Word<Confidence>> vocabulary()
{
    using enum Confidence;
    static constexpr Word<Confidence> words[] = {{High, "high", "High"}, {Medium, "medium", "Medium"}, {Low, "low", "Low"}};
    return words;
}

template <>
std::span<const Word<PowerLayer>> vocabulary()
{
    using enum PowerLayer;
    static constexpr Word<PowerLayer> words[] = {{Chips, "chips", "Chips"},
                                                 {Cloud, "cloud", "Cloud contracts"},
                                                 {Site, "site", "Sites"},
                                                 {EnergySupply, "energy-supply", "Energy supply"},
                                                 {Context, "context", "Context, not counted"}};
    return words;
}

template <>
std::span<const Word<OverlapRole>> vocabulary()
{
    using enum OverlapRole;
    static constexpr Word<OverlapRole> words[] = {{Component, "component", "Component"},
                                                  {Umbrella, "umbrella", "Umbrella of other deals"},
                                                  {Context, "context", "Context"},
                                                  {Restatement, "restatement", "Restatement of another record"},
                                                  {Superseded, "superseded", "Superseded"},
                                                  {OverlapRole::Cancelled, "cancelled", "Cancelled"},
                                                  {Valuation, "valuation", "Valuation, not a payment"},
                                                  {AlternativeEstimate, "alternative-estimate", "Alternative estimate"}};
    return words;
}

template <>
std::span<const Word<SourceBasis>> vocabulary()
{
    using enum SourceBasis;
    static constexpr Word<SourceBasis> words[] = {{Page, "page", "read as a page"},
                                                  {Copy, "copy", "read in a copy or digest"},
                                                  {Cited, "cited", "seen cited, page not read"},
                                                  {Article, "article", "the founding article"},
                                                  {Background, "background", "background knowledge"}};
    return words;
}

template <>
std::span<const Word<LayerStyle>> vocabulary()
{
    using enum LayerStyle;
    static constexpr Word<LayerStyle> words[] = {{Models, "models", "AI models"},
                                                 {Cloud, "cloud", "Cloud"},
                                                 {DataCentre, "data-centre", "Data centre"},
                                                 {Chips, "chips", "Chips"},
                                                 {Systems, "systems", "Systems"},
                                                 {Energy, "energy", "Energy"},
                                                 {Capital, "capital", "Capital"},
                                                 {Government, "government", "Government"}};
    return words;
}

template <>
std::span<const Word<LayerIcon>> vocabulary()
{
    using enum LayerIcon;
    static constexpr Word<LayerIcon> words[] = {
        {Spark, "spark", "Spark"},       {Cloud, "cloud", "Cloud"}, {Racks, "racks", "Racks"},       {Chip, "chip", "Chip"},
        {Boards, "boards", "Boards"},    {Bolt, "bolt", "Bolt"},    {Bank, "bank", "Bank"},          {Flag, "flag", "Flag"},
        {Turbine, "turbine", "Turbine"}, {Grid, "grid", "Grid"},    {Factory, "factory", "Factory"}, {Ship, "ship", "Ship"},
        {Pill, "pill", "Pill"},          {Car, "car", "Car"},       {Person, "person", "Person"},    {Building, "building", "Building"},
        {Phone, "phone", "Phone"},       {Shop, "shop", "Shop"},    {Tower, "tower", "Tower"},       {Drop, "drop", "Drop"}};
    return words;
}

template <>
std::span<const Word<ClaimUnit>> vocabulary()
{
    using enum ClaimUnit;
    static constexpr Word<ClaimUnit> words[] = {{Dollars, "usd", "US dollars"},
                                                {DollarsPerYear, "usd-per-year", "US dollars a year"},
                                                {Gigawatts, "gw", "gigawatts"},
                                                {DollarsPerGigawatt, "usd-per-gw", "US dollars a gigawatt"},
                                                {Share, "share", "share of one"}};
    return words;
}

template <>
std::span<const Word<Lens>> vocabulary()
{
    static constexpr Word<Lens> words[] = {
        {Lens::Value, "value", "Value"}, {Lens::Power, "power", "Power"}, {Lens::Deals, "deals", "Deals"}};
    return words;
}

template <>
std::span<const Word<LayoutKind>> vocabulary()
{
    using enum LayoutKind;
    static constexpr Word<LayoutKind> words[] = {
        {Web, "web", "Web"}, {SupplyChain, "supply-chain", "Supply chain"}, {Orbit, "orbit", "Orbit"}, {Ring, "ring", "Ring"}};
    return words;
}

template <>
std::span<const Word<Ends>> vocabulary()
{
    static constexpr Word<Ends> words[] = {{Ends::Both, "both", "At both ends"}, {Ends::Either, "either", "At either end"}};
    return words;
}

Family familyOf(FlowClass flow)
{
    switch (flow) {
    case FlowClass::Compute:
    case FlowClass::Sites:
        return Family::Compute;
    case FlowClass::Hardware:
        return Family::Hardware;
    case FlowClass::Energy:
        return Family::Energy;
    case FlowClass::Capital:
    case FlowClass::EquityInstrument:
    case FlowClass::Guarantee:
        return Family::Capital;
    case FlowClass::RevenueShare:
    case FlowClass::Licence:
    case FlowClass::Policy:
        return Family::Licence;
    }
    return Family::Licence;
}

} // namespace dealscape
