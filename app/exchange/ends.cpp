// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ends.h"

#include "exchange/words.h"

#include <utility>

namespace dealscape::exchange {

Ends EndFinder::find(const Rows::Line &line)
{
    using enum Role;
    Ends found;
    found.payer = party(line, Payer, PayerId, PayerCountry, PayerTicker, PayerLayer);
    found.payee = party(line, Payee, PayeeId, PayeeCountry, PayeeTicker, PayeeLayer);
    found.supplier = party(line, Supplier, SupplierId, Ignored, Ignored, Ignored);
    found.customer = party(line, Customer, CustomerId, Ignored, Ignored, Ignored);
    if (!found.payer && !found.payee && !found.supplier && !found.customer) {
        if (m_in.has(Source))
            edge(line, found);
        else if (m_in.has(Organisation))
            pair(line, found);
    }
    if (!found.supplier && found.customer && found.payer && !found.payee)
        found.supplier = found.payer == found.customer ? std::nullopt : found.payer;
    if (truthOf(m_in.text(line, Role::Directed)).value_or(true))
        complete(found);
    return found;
}

Role EndFinder::missingParty(const Ends &found) const
{
    using enum Role;
    if (m_in.has(Payer) && !found.payer)
        return Payer;
    if (m_in.has(Payee) && !found.payee)
        return Payee;
    if (m_in.has(Supplier) && !found.supplier)
        return Supplier;
    return m_in.has(Customer) && !found.customer ? Customer : found.at;
}

std::optional<OrganizationId> EndFinder::party(const Rows::Line &line, Role byName, Role byId, Role byCountry, Role byTicker, Role byLayer)
{
    const std::string name = m_in.whole(line, byName);
    Parties::Mention mention{m_in.text(line, byId), m_in.country(line, byCountry), m_in.text(line, byTicker), m_in.text(line, byLayer)};
    if (withoutBlanks(name).empty() && mention.id.empty())
        return std::nullopt;
    return idAt(m_parties.find(withoutBlanks(name).empty() ? mention.id : name, mention));
}

OrganizationId EndFinder::idAt(int position) const
{
    return std::as_const(m_dataset.organizations)[static_cast<std::size_t>(position)].id;
}

std::optional<OrganizationId> EndFinder::end(const Rows::Line &line, Role role, std::string &missing)
{
    const std::string said = m_in.text(line, role);
    if (said.empty())
        return std::nullopt;
    if (const int position = m_parties.byId(said); position >= 0 && (m_strict || m_in.graph()))
        return idAt(position);
    if (m_strict && m_in.graph()) {
        missing = said;
        return std::nullopt;
    }
    return idAt(m_parties.find(m_in.whole(line, role)));
}

void EndFinder::edge(const Rows::Line &line, Ends &found)
{
    const auto source = end(line, Role::Source, found.missing);
    const auto target = end(line, Role::Target, found.missing);
    const std::string said = m_in.text(line, Role::Directed);
    const bool directed = said.empty() || truthOf(said).value_or(true);
    if (!source || !target) {
        found.at = !source ? Role::Source : Role::Target;
        return;
    }
    if (directed) {
        found.payer = source;
        found.payee = target;
    } else {
        found.supplier = source;
        found.customer = target;
    }
}

void EndFinder::pair(const Rows::Line &line, Ends &found)
{
    const auto mine = party(line, Role::Organisation, Role::Ignored, Role::Ignored, Role::Ignored, Role::Ignored);
    const auto other = party(line, Role::Partner, Role::Ignored, Role::Ignored, Role::Ignored, Role::Ignored);
    found.at = mine ? Role::Partner : Role::Organisation;
    const std::string said = m_in.text(line, Role::Direction);
    const auto out = outwards(said);
    if (!m_in.has(Role::Direction) || out.value_or(true)) {
        found.payer = mine;
        found.payee = other;
    } else {
        found.payer = other;
        found.payee = mine;
    }
    if (!said.empty() && !out) {
        found.supplier = mine;
        found.customer = other;
        found.payer = found.payee = std::nullopt;
    }
}

void EndFinder::complete(Ends &found) const
{
    const bool moneyColumns = m_in.has(Role::Payer) || m_in.has(Role::PayerId);
    if (found.payer && found.payee) {
        if (!found.supplier)
            found.supplier = found.customer && *found.customer == *found.payee ? found.payer : found.payee;
        if (!found.customer)
            found.customer = *found.supplier == *found.payee ? found.payer : found.payee;
    } else if (found.supplier && found.customer && !moneyColumns && (m_in.has(Role::Supplier) || m_in.has(Role::SupplierId))) {
        found.payer = found.customer;
        found.payee = found.supplier;
    } else if (found.payer && found.supplier && !found.payee && !found.customer && *found.payer != *found.supplier) {
        found.payee = found.supplier;
        found.customer = found.payer;
    } else if (found.payee && found.customer && !found.payer && !found.supplier && *found.payee != *found.customer) {
        found.payer = found.customer;
        found.supplier = found.payee;
    }
}

} // namespace dealscape::exchange
