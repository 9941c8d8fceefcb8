// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/amounts.h"
#include "exchange/rows.h"

#include <array>
#include <optional>
#include <string>

namespace dealscape::exchange {

/// What rows say in figures: amounts in dollars, or in other currencies by the rates that were given, and power.
class Figures {
public:
    Figures(const Choices &choices, Plan &plan, Rows &rows) : m_choices(choices), m_plan(plan), m_in(rows) {}

    /// Value, paid sum and currency of a deal whose date is known. A negative amount turns the deal round where that is wanted.
    void amounts(Deal &deal, Rows::Line &line);
    void power(Deal &deal, Rows::Line &line);
    void valuation(Organization &organization, Rows::Line &line, const Date &fallback);

private:
    /// Tells of a number that can be read in two ways where nothing decides.
    void doubt(const Rows::Line &line, Role role);
    AmountRules rules(const Rows::Line &line, Role role) const;
    static std::array<char, 3> currencyCode(std::string currency);
    std::optional<double> rate(const Deal &deal, const Rows::Line &line, const std::string &currency) const;
    void order(Deal &deal, const Rows::Line &line, Role role);
    void exchanged(Deal &deal, Rows::Line &line);
    void settleRate(Deal &deal, const Rows::Line &line, Role role, std::optional<double> factor);
    void bound(std::optional<Money> &bound, Rows::Line &line, Role role);
    void amount(Deal &deal, Rows::Line &line);
    void figure(Deal &deal, Rows::Line &line, const Amount &read);
    static double greatest(const Amount &read);
    void setPower(Deal &deal, Rows::Line &line, Role role, double megawatts);

    const Choices &m_choices;
    Plan &m_plan;
    Rows &m_in;
};

} // namespace dealscape::exchange
