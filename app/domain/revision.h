// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <string>
#include <string_view>

namespace dealscape {

/// Changes of a dataset that leave no id which leads nowhere. Ids that do not exist change nothing; they are taken by value, since they may
/// be those of the records that go. Each is linear in the dataset,
/// and copies only the blocks of records that change.

/// With the deals it supplies or receives; where it only pays or is paid, the payment becomes unknown. Edges of the article that name it go
/// too.
void removeOrganization(Dataset &dataset, OrganizationId id);
/// With what names it: umbrellas, supersessions, statements. A group that loses its last deal goes too.
void removeDeal(Dataset &dataset, DealId id);
/// A deal that loses its last source becomes a draft, and a claim without one goes.
void removeSource(Dataset &dataset, SourceId id);
void removeClaim(Dataset &dataset, ClaimId id);
void removeGroup(Dataset &dataset, GroupId id);
/// Its organisations move to the layer `heir`, which must exist.
void removeLayer(Dataset &dataset, LayerId id, LayerId heir);

/// Makes one organisation of two: what names the second names the first, which takes over what only the second states. Deals between the
/// two go.
void mergeOrganizations(Dataset &dataset, OrganizationId kept, OrganizationId gone);

/// A perspective without organisations and layers that the dataset does not have.
Perspective soundPerspective(const Index &index, Perspective perspective);

/// Whether two names may well mean one organisation: they differ in case, punctuation and words such as "Inc." or "Platforms" only.
bool namesAlike(std::string_view a, std::string_view b);

/// "meta-platforms" for "Meta Platforms, Inc.": small letters, digits and hyphens; "new" where nothing is left.
std::string idFrom(std::string_view name);

/// A name that no record of a list has: idFrom(name), or that with a number.
template <class Key, class Taken>
Key freshId(std::string_view name, Taken taken)
{
    const std::string stem = idFrom(name);
    for (int number = 1;; ++number)
        if (Key id(number == 1 ? stem : stem + '-' + std::to_string(number)); !taken(id))
            return id;
}

} // namespace dealscape
