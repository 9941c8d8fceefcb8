// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/parties.h"
#include "exchange/rows.h"

#include <optional>
#include <string>

namespace dealscape::exchange {

/// The parties of a deal, as far as a row names them.
struct Ends {
    std::optional<OrganizationId> payer, payee, supplier, customer;
    /// An end of an edge that is no node.
    std::string missing;
    Role at = Role::Payer;
};

/// Finds out who stands at the ends of a deal, by the columns that a table has: payer and payee, supplier and customer, the ends of an
/// edge, or an organisation with a partner and a direction.
class EndFinder {
public:
    EndFinder(const Dataset &dataset, Parties &parties, const Rows &rows) : m_dataset(dataset), m_parties(parties), m_in(rows) {}

    /// Whether the ends of edges are ids of nodes that were read.
    void setStrict(bool strict) { m_strict = strict; }
    Ends find(const Rows::Line &line);
    /// The column in which a party is missing.
    Role missingParty(const Ends &found) const;
    OrganizationId idAt(int position) const;

private:
    std::optional<OrganizationId> party(const Rows::Line &line, Role byName, Role byId, Role byCountry, Role byTicker, Role byLayer);
    std::optional<OrganizationId> end(const Rows::Line &line, Role role, std::string &missing);
    void edge(const Rows::Line &line, Ends &found);
    void pair(const Rows::Line &line, Ends &found);
    void complete(Ends &found) const;

    const Dataset &m_dataset;
    Parties &m_parties;
    const Rows &m_in;
    bool m_strict = false;
};

} // namespace dealscape::exchange
