// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/certainty.h"

namespace dealscape {

CertaintyRule certaintyBy(DealStatus status, OverlapRole role)
{
    if (role == OverlapRole::Superseded || role == OverlapRole::Cancelled || status == DealStatus::Cancelled)
        return {Certainty::Cancelled, "superseded or cancelled"};
    switch (status) {
    case DealStatus::Rumoured:
    case DealStatus::Potential:
        return {Certainty::Potential, "rumoured, potential or unsigned"};
    case DealStatus::Closed:
        return {Certainty::Paid, "closed"};
    case DealStatus::Definitive:
    case DealStatus::Signed:
    case DealStatus::InProgress:
        return {Certainty::Binding, "signed, definitive or in progress"};
    default:
        return {Certainty::Announced, "a plan, a letter of intent, or announced and no more"};
    }
}

bool customerPays(DealKind kind)
{
    switch (flowOf(kind)) {
    case FlowClass::Capital:
        return kind == DealKind::AssetSale;
    case FlowClass::EquityInstrument:
    case FlowClass::Guarantee:
    case FlowClass::RevenueShare:
    case FlowClass::Policy:
        return false;
    default:
        return true;
    }
}

FlowClass flowOf(DealKind kind)
{
    switch (kind) {
    case DealKind::Warrant:
    case DealKind::EquityGrant:
        return FlowClass::EquityInstrument;
    case DealKind::Guarantee:
        return FlowClass::Guarantee;
    case DealKind::RevenueShare:
        return FlowClass::RevenueShare;
    case DealKind::CloudCompute:
    case DealKind::ChipLease:
        return FlowClass::Compute;
    case DealKind::DataCentreLease:
    case DealKind::DataCentreCapacity:
        return FlowClass::Sites;
    case DealKind::ChipSupply:
    case DealKind::SystemsSupply:
    case DealKind::MemorySupply:
    case DealKind::FoundrySupply:
    case DealKind::NetworkSupply:
    case DealKind::Goods:
        return FlowClass::Hardware;
    case DealKind::EnergySupply:
        return FlowClass::Energy;
    case DealKind::IpLicence:
    case DealKind::Services:
        return FlowClass::Licence;
    case DealKind::ExportLicence:
    case DealKind::PolicySupport:
        return FlowClass::Policy;
    default:
        return FlowClass::Capital;
    }
}

} // namespace dealscape
