// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/amounts.h"
#include "analysis/party.h"
#include "domain/dataset.h"

#include <span>
#include <vector>

namespace dealscape::analysis {

/// The Herfindahl-Hirschman index of some amounts: the sum of (100 s)^2 over their shares s, from 10,000 / n when all
/// are equal to 10,000 when one is everything; 0 when there is nothing. Amounts are not negative.
double herfindahl(std::span<const double> amounts);

/// How many equal partners would be as concentrated: 1 / sum of s^2; 0 when there is nothing.
double effectiveNumber(std::span<const double> amounts);

/// Bands of the US merger guidelines of 2023: above 1,000 moderately, above 1,800 highly concentrated.
enum class ConcentrationLevel { Low, Moderate, High };
ConcentrationLevel concentrationLevel(double herfindahl);

struct PartnerShare {
    /// Position in dataset().organizations.
    int organization = 0;
    Money amount;
    /// From 0 to 1.
    double share = 0;
    int unpublished = 0;

    friend bool operator==(const PartnerShare &, const PartnerShare &) = default;
};

/// Who holds how much of one flow. Partners without a published amount are listed last with a share of 0: the index
/// is then about the published part only, and unpublished says how many deals it leaves out.
struct Concentration {
    std::vector<PartnerShare> shares;
    Money total;
    int unpublished = 0;
    double herfindahl = 0;
    double effectivePartners = 0;
};

/// Shares in the counted money of one flow class at one bound, largest first. Without a subject, Direction::Out asks who
/// pays and Direction::In who is paid; with one, they ask to whom the subject pays and who pays it.
/// Direction::Both is read as Out. Deals without a known payer are left out.
Concentration concentration(const Index &index, std::span<const int> deals, FlowClass flow, const Party &party, Bound bound);

} // namespace dealscape::analysis
