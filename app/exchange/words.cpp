// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/words.h"

#include "exchange/roles.h"

#include <QLocale>
#include <QString>

#include <initializer_list>
#include <unordered_map>
#include <utility>

namespace dealscape::exchange {

namespace {

template <class E>
using Others = std::initializer_list<std::pair<std::string_view, E>>;

template <class E>
std::optional<E> find(std::string_view text, Others<E> others)
{
    if (text.empty())
        return std::nullopt;
    if (const auto word = parseWord<E>(text))
        return word;
    static const auto ours = [] {
        std::unordered_map<std::string, E> words;
        for (const auto &entry : vocabulary<E>()) {
            words.emplace(normalized(entry.word), entry.value);
            words.emplace(normalized(entry.label), entry.value);
        }
        return words;
    }();
    const std::string plain = normalized(text);
    if (const auto found = ours.find(plain); found != ours.end())
        return found->second;
    for (const auto &[word, value] : others)
        if (word == plain)
            return value;
    return std::nullopt;
}

} // namespace

std::optional<DealKind> kindOf(std::string_view text)
{
    using enum DealKind;
    return find<DealKind>(text,
                          {{"investment", EquityInvestment},
                           {"equity", EquityInvestment},
                           {"funding", EquityInvestment},
                           {"funding round", EquityInvestment},
                           {"beteiligung", EquityInvestment},
                           {"investition", EquityInvestment},
                           {"investissement", EquityInvestment},
                           {"inversion", EquityInvestment},
                           {"investimento", EquityInvestment},
                           {"stake", EquityInvestment},
                           {"debt", Loan},
                           {"credit", Loan},
                           {"kredit", Loan},
                           {"darlehen", Loan},
                           {"pret", Loan},
                           {"prestamo", Loan},
                           {"prestito", Loan},
                           {"emprestimo", Loan},
                           {"merger", Acquisition},
                           {"takeover", Acquisition},
                           {"m a", Acquisition},
                           {"ubernahme", Acquisition},
                           {"fusion", Acquisition},
                           {"acquisizione", Acquisition},
                           {"adquisicion", Acquisition},
                           {"joint venture", JointVentureStake},
                           {"jv", JointVentureStake},
                           {"cloud", CloudCompute},
                           {"compute", CloudCompute},
                           {"lease", DataCentreLease},
                           {"data center lease", DataCentreLease},
                           {"data center capacity", DataCentreCapacity},
                           {"data center", DataCentreCapacity},
                           {"chips", ChipSupply},
                           {"gpu supply", ChipSupply},
                           {"ppa", EnergySupply},
                           {"power purchase agreement", EnergySupply},
                           {"energy", EnergySupply},
                           {"strom", EnergySupply},
                           {"licence", IpLicence},
                           {"license", IpLicence},
                           {"licensing", IpLicence},
                           {"lizenz", IpLicence},
                           {"supply", Goods},
                           {"lieferung", Goods},
                           {"purchase", Goods},
                           {"kauf", Goods},
                           {"service", Services},
                           {"dienstleistung", Services},
                           {"grant", PolicySupport},
                           {"subsidy", PolicySupport},
                           {"sonstiges", Other},
                           {"autre", Other},
                           {"otro", Other},
                           {"altro", Other},
                           {"outro", Other}});
}

std::optional<FlowClass> flowOf(std::string_view text)
{
    return find<FlowClass>(text,
                           {{"cloud", FlowClass::Compute},
                            {"data center", FlowClass::Sites},
                            {"chips", FlowClass::Hardware},
                            {"equity", FlowClass::Capital},
                            {"money", FlowClass::Capital},
                            {"licence", FlowClass::Licence},
                            {"license", FlowClass::Licence}});
}

std::optional<DealStatus> statusOf(std::string_view text)
{
    using enum DealStatus;
    return find<DealStatus>(text,
                            {{"completed", Closed},
                             {"complete", Closed},
                             {"paid", Closed},
                             {"done", Closed},
                             {"abgeschlossen", Closed},
                             {"bezahlt", Closed},
                             {"conclu", Closed},
                             {"cerrado", Closed},
                             {"chiuso", Closed},
                             {"concluido", Closed},
                             {"effective", Definitive},
                             {"agreed", Signed},
                             {"contracted", Signed},
                             {"unterzeichnet", Signed},
                             {"unterschrieben", Signed},
                             {"signe", Signed},
                             {"firmado", Signed},
                             {"firmato", Signed},
                             {"assinado", Signed},
                             {"active", InProgress},
                             {"ongoing", InProgress},
                             {"laufend", InProgress},
                             {"en cours", InProgress},
                             {"en curso", InProgress},
                             {"in corso", InProgress},
                             {"em andamento", InProgress},
                             {"planned", Announced},
                             {"angekundigt", Announced},
                             {"geplant", Announced},
                             {"annonce", Announced},
                             {"anunciado", Announced},
                             {"annunciato", Announced},
                             {"loi", LetterOfIntent},
                             {"mou", LetterOfIntent},
                             {"absichtserklarung", LetterOfIntent},
                             {"pending", Potential},
                             {"possible", Potential},
                             {"moglich", Potential},
                             {"in talks", Rumoured},
                             {"rumored", Rumoured},
                             {"rumour", Rumoured},
                             {"gerucht", Rumoured},
                             {"terminated", Cancelled},
                             {"canceled", Cancelled},
                             {"withdrawn", Cancelled},
                             {"abgesagt", Cancelled},
                             {"storniert", Cancelled},
                             {"annule", Cancelled},
                             {"cancelado", Cancelled},
                             {"annullato", Cancelled}});
}

std::optional<Certainty> certaintyOf(std::string_view text)
{
    using enum Certainty;
    return find<Certainty>(text,
                           {{"completed", Paid},
                            {"firm", Binding},
                            {"signed", Binding},
                            {"fest", Binding},
                            {"verbindlich", Binding},
                            {"planned", Announced},
                            {"possible", Potential},
                            {"canceled", Cancelled}});
}

std::optional<Confidence> confidenceOf(std::string_view text)
{
    return find<Confidence>(text, {{"hoch", Confidence::High}, {"mittel", Confidence::Medium}, {"niedrig", Confidence::Low}});
}

std::optional<PowerLayer> powerLayerOf(std::string_view text)
{
    return find<PowerLayer>(text,
                            {{"chip", PowerLayer::Chips},
                             {"data centre", PowerLayer::Site},
                             {"data center", PowerLayer::Site},
                             {"energy", PowerLayer::EnergySupply}});
}

std::optional<OverlapRole> overlapRoleOf(std::string_view text)
{
    return find<OverlapRole>(text, {});
}

std::optional<SourceBasis> basisOf(std::string_view text)
{
    return find<SourceBasis>(text, {});
}

std::optional<bool> truthOf(std::string_view text)
{
    const std::string plain = normalized(text);
    for (const std::string_view yes : {"true", "yes", "1", "y", "ja", "oui", "si", "sim", "directed", "wahr", "vrai"})
        if (plain == yes)
            return true;
    for (const std::string_view no : {"false", "no", "0", "n", "nein", "non", "nao", "undirected", "falsch", "faux"})
        if (plain == no)
            return false;
    return std::nullopt;
}

std::optional<bool> outwards(std::string_view text)
{
    if (text == "+")
        return false;
    if (text == "-")
        return true;
    const std::string plain = normalized(text);
    for (const std::string_view out :
         {"out",     "outgoing", "outflow", "pays",    "paid",   "buys",   "invests", "debit", "to",     "expense", "aus",
          "ausgang", "zahlt",    "kauft",   "sortant", "sortie", "achete", "salida",  "paga",  "uscita", "saida"})
        if (plain == out)
            return true;
    for (const std::string_view in : {"in", "incoming", "inflow", "receives", "received", "sells", "credit", "from", "income", "ein",
                                      "eingang", "erhalt", "verkauft", "entrant", "entree", "vend", "entrada", "recibe", "entrata"})
        if (plain == in)
            return false;
    return std::nullopt;
}

FlowClass flowOf(DealKind kind)
{
    using enum DealKind;
    switch (kind) {
    case CloudCompute:
    case ChipLease:
        return FlowClass::Compute;
    case DataCentreLease:
    case DataCentreCapacity:
        return FlowClass::Sites;
    case ChipSupply:
    case SystemsSupply:
    case MemorySupply:
    case FoundrySupply:
    case NetworkSupply:
    case Goods:
        return FlowClass::Hardware;
    case EnergySupply:
    case GridInvestment:
        return FlowClass::Energy;
    case Warrant:
    case EquityGrant:
        return FlowClass::EquityInstrument;
    case DealKind::Guarantee:
        return FlowClass::Guarantee;
    case DealKind::RevenueShare:
        return FlowClass::RevenueShare;
    case IpLicence:
    case ExportLicence:
    case Distribution:
        return FlowClass::Licence;
    case PolicySupport:
        return FlowClass::Policy;
    default:
        return FlowClass::Capital;
    }
}

Certainty certaintyOf(DealStatus status)
{
    using enum DealStatus;
    switch (status) {
    case Closed:
        return Certainty::Paid;
    case Definitive:
    case Signed:
    case InProgress:
        return Certainty::Binding;
    case Announced:
    case LetterOfIntent:
        return Certainty::Announced;
    case Potential:
    case Rumoured:
        return Certainty::Potential;
    case Cancelled:
        break;
    }
    return Certainty::Cancelled;
}

std::string countryOf(std::string_view text)
{
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto letter = [&](char c) { return capital(c) || (c >= 'a' && c <= 'z'); };
    if (text.size() == 2 && letter(text[0]) && letter(text[1])) {
        std::string code(text);
        for (char &c : code)
            c = capital(c) ? c : static_cast<char>(c - 32);
        return code == "UK" ? "GB" : code;
    }
    static const auto byName = [] {
        std::unordered_map<std::string, std::string> names = {{"usa", "US"},         {"united states of america", "US"},
                                                              {"u s", "US"},         {"uae", "AE"},
                                                              {"deutschland", "DE"}, {"frankreich", "FR"},
                                                              {"schweiz", "CH"},     {"osterreich", "AT"},
                                                              {"england", "GB"},     {"great britain", "GB"},
                                                              {"korea", "KR"},       {"republic of korea", "KR"},
                                                              {"espana", "ES"},      {"italia", "IT"},
                                                              {"brasil", "BR"},      {"allemagne", "DE"},
                                                              {"royaume uni", "GB"}, {"vereinigte staaten", "US"}};
        for (int i = 1; i <= static_cast<int>(QLocale::LastTerritory); ++i) {
            const auto territory = static_cast<QLocale::Territory>(i);
            const QString code = QLocale::territoryToCode(territory);
            if (code.size() == 2)
                names.emplace(normalized(QLocale::territoryToString(territory).toStdString()), code.toStdString());
        }
        return names;
    }();
    const auto found = byName.find(normalized(text));
    return found == byName.end() ? std::string() : found->second;
}

} // namespace dealscape::exchange
