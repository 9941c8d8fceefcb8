// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/editing.h"

#include "document/edits.h"
#include "document/lookup.h"
#include "document/wording.h"
#include "domain/certainty.h"
#include "domain/revision.h"
#include "io/faults.h"
#include "view/numbers.h"
#include "view/words.h"

#include <QDate>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace dealscape::document {

namespace {

using view::tr;

Date today()
{
    const QDate date = QDate::currentDate();
    return {date.year(), date.month(), date.day()};
}

template <class T>
void put(Document &document, RecordList<T> Dataset::*list, int position, const T &record, const QString &text, const std::string &key)
{
    if (position < 0)
        return;
    Dataset next = document.dataset();
    (next.*list)[static_cast<std::size_t>(position)] = record;
    document.edit(text, next, key);
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

Dataset without(const Document &document, const Selection &selection)
{
    Dataset next = document.dataset();
    if (const auto *organization = std::get_if<OrganizationId>(&selection))
        removeOrganization(next, *organization);
    else if (const auto *deal = std::get_if<DealId>(&selection))
        removeDeal(next, *deal);
    else if (const auto *ribbon = std::get_if<EdgeKey>(&selection))
        for (const int position : dealsOf(*document.snapshot(), *ribbon))
            removeDeal(next, document.dataset().deals[static_cast<std::size_t>(position)].id);
    return next;
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

void setRecord(Document &document, const Organization &organization, const QString &text, const std::string &key)
{
    put(document, &Dataset::organizations, document.snapshot()->index().position(organization.id), organization, text, key);
}

void setRecord(Document &document, const Deal &deal, const QString &text, const std::string &key)
{
    Deal record = deal;
    record.draft = io::faulty(io::faultsOf(document.snapshot()->index(), deal));
    put(document, &Dataset::deals, document.snapshot()->index().position(deal.id), record, text, key);
}

void setRecord(Document &document, const Source &source, const QString &text, const std::string &key)
{
    put(document, &Dataset::sources, document.snapshot()->index().position(source.id), source, text, key);
}

void addSource(Document &document, const DealId &id, const Source &source)
{
    const int position = document.snapshot()->index().position(id);
    if (position < 0)
        return;
    Dataset next = document.dataset();
    const auto same = std::ranges::find_if(document.dataset().sources, [&](const Source &other) {
        return source.url.empty() ? other.publisher == source.publisher && other.title == source.title && other.date == source.date
                                  : other.url == source.url;
    });
    Source added = same != document.dataset().sources.end() ? *same : source;
    if (same == document.dataset().sources.end()) {
        const std::string stem = source.publisher + (source.date ? ' ' + source.date->iso() : std::string());
        added.id = freshId<SourceId>(stem, [&](const SourceId &taken) { return document.snapshot()->index().source(taken); });
        next.sources.push_back(added);
    }
    Deal &deal = next.deals[static_cast<std::size_t>(position)];
    if (std::ranges::find(deal.sources, added.id) != deal.sources.end())
        return;
    deal.sources.push_back(added.id);
    deal.draft = io::faulty(io::faultsOf(Index(next, document.snapshot()->index()), deal));
    document.edit(tr("Add source %1").arg(text(added.publisher)), next);
}

bool deletable(const Document &, const Selection &selection)
{
    return !std::holds_alternative<std::monostate>(selection);
}

Deletion deletionOf(const Document &document, const Selection &selection)
{
    Deletion deletion;
    deletion.after = without(document, selection);
    const auto *ribbon = std::get_if<EdgeKey>(&selection);
    deletion.title = ribbon
        ? tr("Delete %1").arg(view::counted(static_cast<int>(dealsOf(*document.snapshot(), *ribbon).size()), tr("deal"), tr("deals")))
        : tr("Delete %1").arg(titleOf(*document.snapshot(), selection));
    Dataset bare = document.dataset();
    if (const auto *organization = std::get_if<OrganizationId>(&selection))
        bare.organizations.erase(static_cast<std::size_t>(document.snapshot()->index().position(*organization)));
    else if (const auto *deal = std::get_if<DealId>(&selection))
        bare.deals.erase(static_cast<std::size_t>(document.snapshot()->index().position(*deal)));
    else
        bare = deletion.after;
    deletion.goesWith = describeLoss(bare, deletion.after);
    return deletion;
}

QString describeLoss(const Dataset &before, const Dataset &after)
{
    const std::vector<Edit> edits = difference(before, after);
    QStringList gone;
    const auto add = [](QStringList &list, int count, const QString &one, const QString &many) {
        if (count > 0)
            list << view::counted(count, one, many);
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
        changed > 0 ? tr("%1 no longer name it").arg(view::counted(changed, tr("record or scene"), tr("records and scenes"))) : QString();
    const QString lost = gone.join(QStringLiteral(", "));
    return lost.isEmpty() || others.isEmpty() ? lost + others : lost + QStringLiteral("; ") + others;
}

int draftCount(const Dataset &dataset)
{
    return static_cast<int>(std::ranges::count_if(dataset.deals, &Deal::draft));
}

} // namespace dealscape::document
