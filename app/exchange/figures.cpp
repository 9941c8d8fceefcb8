// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/figures.h"

#include "exchange/words.h"
#include "io/jsontext.h"
#include "io/utf8.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dealscape::exchange {

namespace {

using sheets::CellKind;

std::string codeOf(const std::array<char, 3> &code)
{
    return code[0] ? std::string(code.data(), code.size()) : std::string();
}

std::optional<Money> dollars(long double amount)
{
    if (!(amount >= 0) || amount > static_cast<long double>(Money::maximum().dollars()))
        return std::nullopt;
    return Money(std::llroundl(amount));
}

} // namespace

void Figures::amounts(Deal &deal, Rows::Line &line)
{
    if (const std::string said = m_in.text(line, Role::Currency); !said.empty()) {
        const auto code = currencyCode(said);
        if (code[0]) {
            deal.currency = codeOf(code);
        } else {
            m_in.tell(Finding::Weight::Doubt, line, Role::Currency, "is no currency that is known; it is kept as it is");
            m_in.keepCell(line, Role::Currency);
        }
    }
    if (m_in.has(Role::Low) || m_in.has(Role::High)) {
        bound(deal.value.low, line, Role::Low);
        bound(deal.value.high, line, Role::High);
        order(deal, line, Role::Low);
        if (!m_in.has(Role::AsAnnounced) && deal.currency != "USD")
            exchanged(deal, line);
    }
    if (m_in.has(Role::Paid)) {
        deal.paid.reset();
        bound(deal.paid, line, Role::Paid);
    }
    if (m_in.has(Role::Amount) && !m_in.text(line, Role::Amount).empty() && !deal.value.published())
        amount(deal, line);
}

void Figures::power(Deal &deal, Rows::Line &line)
{
    for (const Role role : {Role::Megawatts, Role::Gigawatts}) {
        if (!m_in.has(role))
            continue;
        const std::string said = m_in.text(line, role);
        if (said.empty()) {
            if (role == Role::Megawatts)
                deal.power.reset();
            continue;
        }
        const AmountRules how{rules(line, role).mark, 0, {}};
        const Amount read = parseAmount(said, how);
        if (read.says == Amount::Says::NotPublished)
            continue;
        const double unit = role == Role::Gigawatts ? 1e3 : 1;
        const double megawatts = read.says == Amount::Says::Power ? greatest(read)
            : read.says == Amount::Says::Figure && !read.negative ? greatest(read) * unit
                                                                  : 0;
        setPower(deal, line, role, megawatts);
        return;
    }
}

void Figures::valuation(Organization &organization, Rows::Line &line, const Date &fallback)
{
    const std::string said = m_in.text(line, Role::Valuation);
    if (said.empty())
        return;
    const Amount amount = parseAmount(said, rules(line, Role::Valuation));
    const auto value = amount.says == Amount::Says::Figure && amount.high ? dollars(*amount.high) : std::nullopt;
    if (!value || (amount.currency[0] && codeOf(amount.currency) != "USD")) {
        m_in.tell(Finding::Weight::Loss, line, Role::Valuation, "is no valuation in US dollars; it is kept as it is");
        m_in.keepCell(line, Role::Valuation);
        return;
    }
    Valuation valuation = organization.valuation.value_or(Valuation());
    valuation.value = *value;
    valuation.asOf = m_in.date(line, Role::ValuationDate).value_or(fallback);
    organization.valuation = valuation;
}

AmountRules Figures::rules(const Rows::Line &line, Role role) const
{
    const ColumnMap &map = m_in.mapOf(line, role);
    AmountRules rules;
    rules.mark = m_in.cell(line, role).kind == CellKind::Number || map.mark == Mark::Unknown ? Mark::Point : map.mark;
    rules.scale = map.scale;
    rules.currency = m_in.cell(line, role).currency[0] ? m_in.cell(line, role).currency : map.currency;
    if (const std::string unit = m_in.text(line, Role::Unit); !unit.empty() && role != Role::Paid) {
        std::string plain = normalized(unit);
        if (const auto power = scaleOf(plain))
            rules.scale = *power;
    }
    if (const std::string currency = m_in.text(line, Role::Currency); !currency.empty() && role == Role::Amount) {
        const auto code = currencyCode(currency);
        if (code[0])
            rules.currency = code;
    }
    return rules;
}

std::array<char, 3> Figures::currencyCode(std::string currency)
{
    for (char &c : currency)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    const Amount amount = parseAmount("1 " + currency, {});
    return amount.says == Amount::Says::Figure && amount.currency[0] ? amount.currency : parseAmount(currency + " 1", {}).currency;
}

void Figures::doubt(const Rows::Line &line, Role role)
{
    const bool text = m_in.cell(line, role).kind == CellKind::Text;
    if (text && m_in.mapOf(line, role).asks && markEvidence(m_in.text(line, role)).ambiguous)
        m_in.tell(Finding::Weight::Doubt, line, role, "may have a decimal point or parted thousands; read with a decimal sign");
}

std::optional<double> Figures::rate(const Deal &deal, const Rows::Line &line, const std::string &currency) const
{
    if (currency.empty() || currency == "USD")
        return 1;
    if (const auto said = parseNumber(m_in.text(line, Role::Rate), m_in.has(Role::Rate) ? m_in.mapOf(line, Role::Rate).mark : Mark::Point);
        said && *said > 0)
        return static_cast<double>(*said);
    const Rate *best = nullptr;
    for (const Rate &each : m_choices.rates) {
        const bool early = each.from && each.from->firstDay() > deal.announced.firstDay();
        if (each.currency == currency && !early && (!best || !best->from || (each.from && *each.from > *best->from)))
            best = &each;
    }
    return best ? std::optional(best->dollars) : std::nullopt;
}

void Figures::order(Deal &deal, const Rows::Line &line, Role role)
{
    if (!deal.value.low || !deal.value.high || !(*deal.value.high < *deal.value.low))
        return;
    m_in.tell(Finding::Weight::Doubt, line, role, "the low bound is above the high one; they were changed round");
    std::swap(deal.value.low, deal.value.high);
}

void Figures::exchanged(Deal &deal, Rows::Line &line)
{
    const auto factor = rate(deal, line, deal.currency);
    deal.asAnnounced = m_in.text(line, Role::Low) + " - " + m_in.text(line, Role::High) + ' ' + deal.currency;
    const auto times = [&](const std::optional<Money> &money) {
        return money && factor ? dollars(static_cast<long double>(money->dollars()) * static_cast<long double>(*factor)) : std::nullopt;
    };
    deal.value = {times(deal.value.low), times(deal.value.high)};
    settleRate(deal, line, Role::Low, factor);
}

void Figures::settleRate(Deal &deal, const Rows::Line &line, Role role, std::optional<double> factor)
{
    if (factor) {
        setExtra(deal.extras, "rateToUsd", io::spelled(*factor));
        return;
    }
    ++m_plan.withoutRate[deal.currency];
    m_in.tell(Finding::Weight::Doubt, line, role, "is in " + deal.currency + ", for which no rate is given; it is kept as announced");
}

void Figures::bound(std::optional<Money> &bound, Rows::Line &line, Role role)
{
    bound.reset();
    if (m_in.text(line, role).empty())
        return;
    const Amount read = parseAmount(m_in.text(line, role), rules(line, role));
    if (read.says == Amount::Says::NotPublished)
        return;
    doubt(line, role);
    const auto said = read.says != Amount::Says::Figure || read.negative ? std::nullopt : read.high ? read.high : read.low;
    bound = said ? dollars(*said) : std::nullopt;
    if (!bound) {
        m_in.tell(Finding::Weight::Loss, line, role,
                  "is no amount between 0 and " + std::to_string(Money::maximum().dollars()) + " dollars; it is kept as it is");
        m_in.keepCell(line, role);
    }
}

void Figures::amount(Deal &deal, Rows::Line &line)
{
    const std::string said = m_in.text(line, Role::Amount);
    const AmountRules how = rules(line, Role::Amount);
    const Amount read = parseAmount(said, how);
    const bool bare = m_in.cell(line, Role::Amount).kind == CellKind::Number || parseNumber(said, how.mark).has_value();
    std::string announced = said;
    if (bare && (how.scale || (how.currency[0] && codeOf(how.currency) != "USD")))
        announced += " (" + m_in.mapOf(line, Role::Amount).header +
            (m_in.text(line, Role::Unit).empty() ? "" : ", " + m_in.text(line, Role::Unit)) +
            (m_in.text(line, Role::Currency).empty() ? "" : ", " + m_in.text(line, Role::Currency)) + ')';
    const bool exact = bare && !how.scale && said.find_first_of(".,") == std::string::npos;
    if (!m_in.has(Role::AsAnnounced) && !(exact && (how.currency[0] == 0 || codeOf(how.currency) == "USD")))
        deal.asAnnounced = announced;
    doubt(line, Role::Amount);
    switch (read.says) {
    case Amount::Says::Figure:
        figure(deal, line, read);
        break;
    case Amount::Says::Power:
        m_in.tell(Finding::Weight::Remark, line, Role::Amount, "is a capacity, not an amount of money");
        setPower(deal, line, Role::Amount, greatest(read));
        break;
    case Amount::Says::Unreadable:
        m_in.tell(Finding::Weight::Loss, line, Role::Amount, "cannot be read as an amount; it is kept as announced");
        deal.asAnnounced = announced;
        break;
    case Amount::Says::NotPublished:
    case Amount::Says::Nothing:
        break;
    }
}

void Figures::figure(Deal &deal, Rows::Line &line, const Amount &read)
{
    const std::string currency = codeOf(read.currency);
    if (!currency.empty())
        deal.currency = currency;
    if (read.negative && !m_choices.turnNegative) {
        m_in.tell(Finding::Weight::Loss, line, Role::Amount, "is negative; it is kept as announced (it can be turned round instead)");
        deal.asAnnounced = deal.asAnnounced.empty() ? m_in.text(line, Role::Amount) : deal.asAnnounced;
        return;
    }
    const auto factor = rate(deal, line, deal.currency);
    if (deal.currency != "USD")
        settleRate(deal, line, Role::Amount, factor);
    if (!factor) {
        deal.asAnnounced = deal.asAnnounced.empty() ? m_in.text(line, Role::Amount) : deal.asAnnounced;
        return;
    }
    const auto times = [&](const std::optional<long double> &value) {
        return value ? dollars(*value * static_cast<long double>(*factor)) : std::nullopt;
    };
    deal.value = {times(read.low), times(read.high)};
    if ((read.low && !deal.value.low) || (read.high && !deal.value.high)) {
        m_in.tell(Finding::Weight::Loss, line, Role::Amount,
                  "is more than " + std::to_string(Money::maximum().dollars()) + " dollars; it is kept as announced");
        deal.value = {};
        deal.asAnnounced = m_in.text(line, Role::Amount);
        return;
    }
    order(deal, line, Role::Amount);
    if (read.negative) {
        std::swap(deal.payer, deal.payee);
        std::swap(deal.supplier, deal.customer);
    }
    if (deal.value.high == Money(0))
        m_in.tell(Finding::Weight::Doubt, line, Role::Amount, "is an amount of zero, which is not the same as not published");
}

double Figures::greatest(const Amount &read)
{
    return static_cast<double>(std::max(read.low.value_or(0), read.high.value_or(0)));
}

void Figures::setPower(Deal &deal, Rows::Line &line, Role role, double megawatts)
{
    const double most = static_cast<double>(Power::maximum().megawatts());
    if (!(megawatts >= 0.5 && megawatts <= most)) {
        m_in.tell(Finding::Weight::Loss, line, role, "is no capacity between 1 MW and 10,000 GW; it is kept as it is");
        m_in.keepCell(line, role);
        return;
    }
    PowerStatement power{Power(std::llround(megawatts)), m_choices.powerLayer};
    m_in.take(
        line, Role::PowerLayer, [](const std::string &text) { return powerLayerOf(text); }, power.layer, "power layer");
    deal.power = power;
}

} // namespace dealscape::exchange
