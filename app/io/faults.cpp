// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/faults.h"

#include "io/reader.h"
#include "io/utf8.h"
#include "io/writer.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace dealscape::io {

namespace {

/// A dataset of one record and what it names.
class Excerpt {
public:
    explicit Excerpt(const Index &index) : m_index(index)
    {
        dataset.title = "excerpt";
        dataset.asOf = index.dataset().asOf;
        dataset.layers = index.dataset().layers;
    }

    void name(const OrganizationId &id)
    {
        if (const Organization *organization = m_index.organization(id); organization && isNew(dataset.organizations, id)) {
            Organization plain;
            plain.id = id;
            plain.name = organization->name;
            plain.layer = organization->layer;
            plain.parent = organization->parent;
            dataset.organizations.push_back(plain);
            if (plain.parent)
                name(*plain.parent);
        }
    }
    void name(const SourceId &id) { copy(dataset.sources, m_index.source(id)); }
    void name(const GroupId &id)
    {
        if (const OverlapGroup *group = m_index.group(id); group && isNew(dataset.groups, id))
            dataset.groups.push_back({id, group->explanation, std::nullopt, {}});
    }
    void name(const DealId &id)
    {
        const Deal *deal = m_index.deal(id);
        if (!deal || !isNew(dataset.deals, id))
            return;
        dataset.deals.push_back(*deal);
        if (deal->overlap.supersededBy)
            name(*deal->overlap.supersededBy);
    }
    template <class Key>
    void name(const std::optional<Key> &id)
    {
        if (id)
            name(*id);
    }
    template <class Key>
    void name(const std::vector<Key> &ids)
    {
        for (const Key &id : ids)
            name(id);
    }

    /// What is said of the record that stands first in a list.
    std::vector<Fault> faults(const std::string &list) const
    {
        const std::string here = '/' + list + "/0";
        std::vector<Fault> faults;
        for (const Issue &issue : readDataset(writeDataset(dataset), "excerpt").issues)
            if (issue.pointer == here || issue.pointer.starts_with(here + '/'))
                faults.push_back({issue.severity, issue.text, issue.pointer.substr(here.size())});
        return faults;
    }

    Dataset dataset;

private:
    template <class Records, class Key>
    static bool isNew(const Records &records, const Key &id)
    {
        return std::ranges::none_of(records, [&](const auto &record) { return record.id == id; });
    }
    template <class Records, class Record>
    void copy(Records &records, const Record *record)
    {
        if (record && isNew(records, record->id))
            records.push_back(*record);
    }

    const Index &m_index;
};

} // namespace

std::vector<Fault> faultsOf(const Index &index, const Deal &deal)
{
    Excerpt excerpt(index);
    Deal finished = deal;
    finished.draft = false;
    finished.extras.clear();
    excerpt.dataset.deals.push_back(finished);
    for (const OrganizationId &id : {deal.supplier, deal.customer})
        excerpt.name(id);
    excerpt.name(deal.payer);
    excerpt.name(deal.payee);
    excerpt.name(deal.sources);
    for (const Estimate &estimate : deal.estimates)
        excerpt.name(estimate.source);
    excerpt.name(deal.overlap.group);
    if (deal.overlap.supersededBy)
        excerpt.name(*deal.overlap.supersededBy);
    if (deal.overlap.role == OverlapRole::Umbrella && !deal.overlap.group.empty())
        for (const Deal &other : index.dataset().deals)
            if (other.overlap.group == deal.overlap.group && other.id != deal.id)
                excerpt.name(other.id);
    return excerpt.faults("deals");
}

std::vector<Fault> faultsOf(const Index &index, const Organization &organization)
{
    Excerpt excerpt(index);
    excerpt.dataset.organizations.push_back(organization);
    excerpt.name(organization.parent);
    if (organization.valuation)
        excerpt.name(organization.valuation->source);
    return excerpt.faults("organizations");
}

std::vector<Fault> faultsOf(const Index &index, const Source &source)
{
    Excerpt excerpt(index);
    excerpt.dataset.sources.push_back(source);
    return excerpt.faults("sources");
}

std::vector<Fault> faultsOf(const Index &index, const Claim &claim)
{
    Excerpt excerpt(index);
    excerpt.dataset.claims.push_back(claim);
    excerpt.name(claim.subject);
    excerpt.name(claim.deals);
    excerpt.name(claim.sources);
    return excerpt.faults("claims");
}

std::vector<Fault> faultsOf(const Index &index, const OverlapGroup &group)
{
    Excerpt excerpt(index);
    excerpt.dataset.groups.push_back(group);
    if (group.umbrella) {
        excerpt.name(group.umbrella->deal);
        excerpt.name(group.umbrella->encloses);
    }
    return excerpt.faults("overlapGroups");
}

std::vector<Fault> faultsOf(const Index &index, const Layer &layer)
{
    Excerpt excerpt(index);
    excerpt.dataset.layers = {layer};
    return excerpt.faults("layers");
}

std::vector<Fault> faultsOf(const Index &, const Dataset &dataset)
{
    Dataset bare;
    bare.title = dataset.title;
    bare.description = dataset.description;
    bare.asOf = dataset.asOf;
    bare.notes = dataset.notes;
    std::vector<Fault> faults;
    for (const Issue &issue : readDataset(writeDataset(bare), "excerpt").issues)
        faults.push_back({issue.severity, issue.text, issue.pointer});
    return faults;
}

bool faulty(const std::vector<Fault> &faults)
{
    return std::ranges::any_of(faults, [](const Fault &fault) { return fault.severity == Severity::Error; });
}

std::string notADate(std::string_view text)
{
    return quotation(text) + " is no date; write 2025, 2025-10 or 2025-10-07";
}

} // namespace dealscape::io
