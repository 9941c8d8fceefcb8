// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/editing.h"

#include "document/edits.h"
#include "document/lookup.h"
#include "document/wording.h"
#include "domain/certainty.h"
#include "domain/revision.h"
#include "io/faults.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QDate>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace dealscape::document {

namespace {

using words::tr;

Date today()
{
    const QDate date = QDate::currentDate();
    return {date.year(), date.month(), date.day()};
}

/// Puts records in place of those with their ids, or at the end.
template <class T>
void put(Document &document, RecordList<T> Dataset::*list, const std::vector<T> &records, const QString &text)
{
    Dataset next = document.dataset();
    const Index &index = document.snapshot()->index();
    for (const T &record : records) {
        const int position = index.position(record.id);
        if (position < 0)
            (next.*list).push_back(record);
        else
            (next.*list)[at(position)] = record;
    }
    document.edit(text, next);
}

template <class T>
int goneOf(const std::vector<Edit> &edits)
{
    return static_cast<int>(std::ranges::count_if(edits, [](const Edit &edit) {
        const auto *record = std::get_if<RecordEdit<T>>(&edit);
        return record && record->before && !record->after;
    }));
}

template <class T>
int changedOf(const std::vector<Edit> &edits)
{
    return static_cast<int>(std::ranges::count_if(edits, [](const Edit &edit) {
        const auto *record = std::get_if<RecordEdit<T>>(&edit);
        return record && record->before && record->after;
    }));
}

/// Names a source in a record of a list, and makes it one of the dataset where it is none.
template <class T>
void cite(Document &document, RecordList<T> Dataset::*list, int position, const Source &source)
{
    if (position < 0)
        return;
    Dataset next = document.dataset();
    const auto same = std::ranges::find_if(document.dataset().sources, [&](const Source &other) {
        return source.url.empty() ? other.publisher == source.publisher && other.title == source.title && other.date == source.date
                                  : other.url == source.url;
    });
    Source added = same != document.dataset().sources.end() ? *same : source;
    if (same == document.dataset().sources.end()) {
        added.id = freshSource(*document.snapshot(), source);
        next.sources.push_back(added);
    }
    T &record = (next.*list)[at(position)];
    if (std::ranges::find(record.sources, added.id) != record.sources.end())
        return;
    record.sources.push_back(added.id);
    if constexpr (requires { record.draft; })
        record.draft = io::faulty(io::faultsOf(Index(next, document.snapshot()->index()), record));
    document.edit(tr("Add source %1").arg(text(added.publisher)), next);
}

/// Takes the record alone out of a state, for a comparison with what else goes.
void removeBare(Dataset &dataset, const Index &index, const RecordKey &key)
{
    const auto from = [&]<class T>(RecordList<T> &list, const auto &id) { list.erase(at(index.position(id))); };
    if (const auto *organization = std::get_if<OrganizationId>(&key))
        from(dataset.organizations, *organization);
    else if (const auto *deal = std::get_if<DealId>(&key))
        from(dataset.deals, *deal);
    else if (const auto *source = std::get_if<SourceId>(&key))
        from(dataset.sources, *source);
    else if (const auto *claim = std::get_if<ClaimId>(&key))
        from(dataset.claims, *claim);
    else if (const auto *group = std::get_if<GroupId>(&key))
        from(dataset.groups, *group);
    else if (const auto *layer = std::get_if<LayerId>(&key))
        dataset.layers.erase(dataset.layers.begin() + index.position(*layer));
}

} // namespace

OrganizationId addOrganization(Document &document, const QString &name, const LayerId &layer)
{
    Dataset next = document.dataset();
    const Index &index = document.snapshot()->index();
    Organization organization;
    organization.name = name.toStdString();
    organization.id = freshId<OrganizationId>(
        organization.name, [&](const OrganizationId &id) { return index.organization(id) || index.deal(DealId(id.text())); });
    if (index.layer(layer))
        organization.layer = layer;
    else if (!next.organizations.empty())
        organization.layer = std::as_const(next.organizations).back().layer;
    else if (!next.layers.empty())
        organization.layer = next.layers.front().id;
    next.organizations.push_back(organization);
    document.edit(tr("Add %1").arg(name), next);
    document.select(organization.id);
    return organization.id;
}

DealId addDeal(Document &document, const OrganizationId &payer, const OrganizationId &payee)
{
    const Index &index = document.snapshot()->index();
    if (payer == payee || !index.organization(payer) || !index.organization(payee))
        return {};
    Dataset next = document.dataset();
    Deal deal;
    deal.id = freshId<DealId>(payer.text() + ' ' + payee.text(), [&](const DealId &id) {
        return index.deal(id) || index.organization(OrganizationId(id.text())) || index.claim(ClaimId(id.text()));
    });
    deal.kind = next.deals.empty() ? DealKind::EquityInvestment : std::as_const(next.deals).back().kind;
    deal.flow = flowOf(deal.kind);
    deal.payer = payer;
    deal.payee = payee;
    deal.supplier = customerPays(deal.kind) ? payee : payer;
    deal.customer = customerPays(deal.kind) ? payer : payee;
    deal.announced = next.asOf.value_or(today());
    deal.certainty = certaintyBy(deal.status, deal.overlap.role).certainty;
    deal.draft = true;
    next.deals.push_back(deal);
    document.edit(tr("Add deal of %1 and %2").arg(nameOf(*document.snapshot(), payer), nameOf(*document.snapshot(), payee)), next);
    document.select(deal.id);
    return deal.id;
}

void setRecords(Document &document, const std::vector<Organization> &organizations, const QString &text)
{
    put(document, &Dataset::organizations, organizations, text);
}

void setRecords(Document &document, std::vector<Deal> deals, const QString &text)
{
    for (Deal &deal : deals)
        deal.draft = io::faulty(io::faultsOf(document.snapshot()->index(), deal));
    put(document, &Dataset::deals, deals, text);
}

void setRecords(Document &document, const std::vector<Source> &sources, const QString &text)
{
    put(document, &Dataset::sources, sources, text);
}

void setRecords(Document &document, const std::vector<Claim> &claims, const QString &text)
{
    put(document, &Dataset::claims, claims, text);
}

void setRecords(Document &document, const std::vector<OverlapGroup> &groups, const QString &text)
{
    put(document, &Dataset::groups, groups, text);
}

void setRecords(Document &document, const std::vector<Layer> &layers, const QString &text)
{
    Dataset next = document.dataset();
    for (const Layer &layer : layers) {
        const auto found = std::ranges::find(next.layers, layer.id, &Layer::id);
        if (found == next.layers.end())
            next.layers.push_back(layer);
        else
            *found = layer;
    }
    document.edit(text, next);
}

void setRecords(Document &document, const std::vector<Dataset> &datasets, const QString &text)
{
    for (const Dataset &dataset : datasets)
        document.edit(text, dataset);
}

SourceId freshSource(const Snapshot &snapshot, const Source &source)
{
    const std::string stem = source.publisher + (source.date ? ' ' + source.date->iso() : std::string());
    return freshId<SourceId>(stem, [&](const SourceId &taken) { return snapshot.index().source(taken); });
}

ClaimId freshClaim(const Snapshot &snapshot)
{
    return freshId<ClaimId>(
        "claim", [&](const ClaimId &taken) { return snapshot.index().claim(taken) || snapshot.index().deal(DealId(taken.text())); });
}

GroupId freshGroup(const Snapshot &snapshot)
{
    return freshId<GroupId>("group", [&](const GroupId &taken) { return snapshot.index().group(taken); });
}

LayerId freshLayer(const Snapshot &snapshot)
{
    return freshId<LayerId>("layer", [&](const LayerId &taken) { return snapshot.index().layer(taken); });
}

void addSource(Document &document, const DealId &id, const Source &source)
{
    cite(document, &Dataset::deals, document.snapshot()->index().position(id), source);
}

void addSource(Document &document, const ClaimId &id, const Source &source)
{
    cite(document, &Dataset::claims, document.snapshot()->index().position(id), source);
}

bool holds(const Snapshot &snapshot, const RecordKey &key)
{
    return std::visit([&](const auto &id) { return recordOf(snapshot, id) != nullptr; }, key);
}

QString nameOfRecord(const Snapshot &snapshot, const RecordKey &key)
{
    if (!holds(snapshot, key))
        return {};
    if (const auto *organization = std::get_if<OrganizationId>(&key))
        return nameOf(snapshot, *organization);
    if (const auto *deal = std::get_if<DealId>(&key))
        return titleOf(snapshot, Selection(*deal));
    if (const auto *source = std::get_if<SourceId>(&key))
        return text(recordOf(snapshot, *source)->publisher + ": " + recordOf(snapshot, *source)->title);
    if (const auto *claim = std::get_if<ClaimId>(&key))
        return text(recordOf(snapshot, *claim)->statement);
    if (const auto *group = std::get_if<GroupId>(&key))
        return groupNameOf(*recordOf(snapshot, *group));
    if (const auto *layer = std::get_if<LayerId>(&key))
        return text(recordOf(snapshot, *layer)->label);
    const QString title = text(snapshot.dataset().title);
    return title.isEmpty() ? tr("the dataset") : title;
}

bool deletable(const Document &, const Selection &selection)
{
    return !std::holds_alternative<std::monostate>(selection);
}

bool deletable(const Snapshot &snapshot, const RecordKey &key)
{
    if (std::holds_alternative<LayerId>(key) && snapshot.dataset().layers.size() < 2)
        return false;
    return !std::holds_alternative<Whole>(key) && holds(snapshot, key);
}

Deletion deletionOf(const Document &document, const Selection &selection)
{
    if (const auto *organization = std::get_if<OrganizationId>(&selection))
        return deletionOfRecord(document, *organization);
    if (const auto *deal = std::get_if<DealId>(&selection))
        return deletionOfRecord(document, *deal);
    Deletion deletion{{}, {}, document.dataset()};
    if (const auto *ribbon = std::get_if<EdgeKey>(&selection)) {
        const std::vector<int> deals = dealsOf(*document.snapshot(), *ribbon);
        deletion.title = tr("Delete %1").arg(words::counted(static_cast<int>(deals.size()), tr("deal"), tr("deals")));
        Dataset bare = document.dataset();
        for (const int position : deals) {
            const DealId id = dealAt(document.snapshot()->index(), position).id;
            removeDeal(deletion.after, id);
            bare.deals.erase(
                static_cast<std::size_t>(std::ranges::find(std::as_const(bare).deals, id, &Deal::id) - std::as_const(bare).deals.begin()));
        }
        deletion.goesWith = describeLoss(bare, deletion.after);
    }
    return deletion;
}

Deletion deletionOfRecord(const Document &document, const RecordKey &key)
{
    const Snapshot &snapshot = *document.snapshot();
    Deletion deletion{tr("Delete %1").arg(nameOfRecord(snapshot, key)), {}, document.dataset()};
    if (!deletable(snapshot, key))
        return deletion;
    if (const auto *organization = std::get_if<OrganizationId>(&key))
        removeOrganization(deletion.after, *organization);
    else if (const auto *deal = std::get_if<DealId>(&key))
        removeDeal(deletion.after, *deal);
    else if (const auto *source = std::get_if<SourceId>(&key))
        removeSource(deletion.after, *source);
    else if (const auto *claim = std::get_if<ClaimId>(&key))
        removeClaim(deletion.after, *claim);
    else if (const auto *group = std::get_if<GroupId>(&key))
        removeGroup(deletion.after, *group);
    else if (const auto *layer = std::get_if<LayerId>(&key)) {
        const auto &layers = document.dataset().layers;
        const int position = snapshot.index().position(*layer);
        removeLayer(deletion.after, *layer, layers[at(position > 0 ? position - 1 : 1)].id);
    }
    Dataset bare = document.dataset();
    removeBare(bare, snapshot.index(), key);
    deletion.goesWith = describeLoss(bare, deletion.after);
    return deletion;
}

QString describeLoss(const Dataset &before, const Dataset &after)
{
    const std::vector<Edit> edits = difference(before, after);
    QStringList gone;
    const auto add = [](QStringList &list, int count, const QString &one, const QString &many) {
        if (count > 0)
            list << words::counted(count, one, many);
    };
    add(gone, goneOf<Organization>(edits), tr("organisation"), tr("organisations"));
    add(gone, goneOf<Deal>(edits), tr("deal"), tr("deals"));
    add(gone, goneOf<OverlapGroup>(edits), tr("overlap group"), tr("overlap groups"));
    add(gone, goneOf<Source>(edits), tr("source"), tr("sources"));
    add(gone, goneOf<Claim>(edits), tr("claim"), tr("claims"));
    int changed = changedOf<Organization>(edits) + changedOf<Deal>(edits) + changedOf<OverlapGroup>(edits) + changedOf<Claim>(edits);
    for (std::size_t i = 0; i < before.article.size() && i < after.article.size(); ++i)
        changed += !(before.article[i] == after.article[i]);
    for (std::size_t i = 0; i < before.stories.size() && i < after.stories.size(); ++i)
        for (std::size_t j = 0; j < before.stories[i].scenes.size() && j < after.stories[i].scenes.size(); ++j)
            changed += !(before.stories[i].scenes[j] == after.stories[i].scenes[j]);
    const QString others =
        changed > 0 ? tr("%1 no longer name it").arg(words::counted(changed, tr("record or scene"), tr("records and scenes"))) : QString();
    const QString lost = gone.join(QStringLiteral(", "));
    return lost.isEmpty() || others.isEmpty() ? lost + others : lost + QStringLiteral("; ") + others;
}

bool pinned(const Document &document, const OrganizationId &id)
{
    return std::ranges::any_of(document.arrangement(document.perspective().layout),
                               [&](const KeptPlace &place) { return place.pinned && place.organization == id; });
}

void unpin(Document &document, const OrganizationId &id)
{
    const LayoutKind layout = document.perspective().layout;
    std::vector<KeptPlace> next = document.arrangement(layout);
    std::erase_if(next, [&](const KeptPlace &place) { return place.organization == id; });
    if (std::ranges::none_of(next, &KeptPlace::pinned))
        next.clear();
    document.arrange(layout, std::move(next), tr("Unpin %1").arg(nameOf(*document.snapshot(), id)));
}

} // namespace dealscape::document
