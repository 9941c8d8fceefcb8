// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/together.h"

#include "compare/difference.h"

#include <algorithm>

namespace dealscape::compare {

namespace {

/// Whether two states of a deal are drawn alike.
bool drawnAlike(const Deal &a, const Deal &b)
{
    return a.value == b.value && a.parts == b.parts && a.certainty == b.certainty && a.power == b.power && a.payer == b.payer &&
        a.payee == b.payee && a.supplier == b.supplier && a.customer == b.customer && a.counted() == b.counted();
}

} // namespace

Together together(const Dataset &before, const Dataset &after)
{
    Together both{after,
                  {std::vector(after.deals.size(), Novelty::None), std::vector(after.organizations.size(), Novelty::None),
                   std::vector<std::optional<MoneyRange>>(after.deals.size())}};
    News &news = both.news;
    const Difference found = difference(before, after);
    const Index old(before);
    const Index now(after);
    for (const ListChange &list : found.lists) {
        if (list.list == "organizations") {
            for (const RecordChange &record : list.records) {
                const OrganizationId id(record.id);
                if (record.fate == Fate::Added)
                    news.organizations[at(now.position(id))] = Novelty::New;
                if (record.fate != Fate::Removed)
                    continue;
                Organization gone = *old.organization(id);
                if (!now.layer(gone.layer) && !after.layers.empty())
                    gone.layer = after.layers.front().id;
                if (gone.parent && !now.organization(*gone.parent))
                    gone.parent.reset();
                both.dataset.organizations.push_back(gone);
                news.organizations.push_back(Novelty::Gone);
            }
        } else if (list.list == "deals") {
            for (const RecordChange &record : list.records) {
                const DealId id(record.id);
                if (record.fate == Fate::Added) {
                    news.deals[at(now.position(id))] = Novelty::New;
                } else if (record.fate == Fate::Changed) {
                    const Deal *earlier = old.deal(record.oldId.empty() ? id : DealId(record.oldId));
                    const Deal *later = now.deal(id);
                    if (drawnAlike(*earlier, *later))
                        continue;
                    news.deals[at(now.position(id))] = Novelty::Changed;
                    if (!(earlier->value == later->value))
                        news.before[at(now.position(id))] = earlier->value;
                } else {
                    Deal gone = *old.deal(id);
                    gone.certainty = Certainty::Cancelled;
                    gone.parts.clear();
                    gone.paid.reset();
                    gone.sources.clear();
                    gone.overlap.group = GroupId();
                    gone.overlap.supersededBy.reset();
                    both.dataset.deals.push_back(gone);
                    news.deals.push_back(Novelty::Gone);
                    news.before.emplace_back();
                }
            }
        }
    }
    return both;
}

} // namespace dealscape::compare
