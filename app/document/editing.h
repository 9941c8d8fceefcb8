// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QString>

#include <string>
#include <variant>
#include <vector>

namespace dealscape::document {

/// What somebody does to the records of a document. Each is one step of undo that its name describes, or nothing where nothing would
/// change.

/// The dataset as a whole, in the place of one of its records.
struct Whole {
    friend bool operator==(Whole, Whole) = default;
};

/// What a form or a row of a table is about.
using RecordKey = std::variant<Whole, OrganizationId, DealId, SourceId, ClaimId, GroupId, LayerId>;

/// The record with an id, or null.
inline const Dataset *recordOf(const Snapshot &snapshot, Whole)
{
    return &snapshot.dataset();
}
inline const Organization *recordOf(const Snapshot &snapshot, const OrganizationId &id)
{
    return snapshot.index().organization(id);
}
inline const Deal *recordOf(const Snapshot &snapshot, const DealId &id)
{
    return snapshot.index().deal(id);
}
inline const Source *recordOf(const Snapshot &snapshot, const SourceId &id)
{
    return snapshot.index().source(id);
}
inline const Claim *recordOf(const Snapshot &snapshot, const ClaimId &id)
{
    return snapshot.index().claim(id);
}
inline const OverlapGroup *recordOf(const Snapshot &snapshot, const GroupId &id)
{
    return snapshot.index().group(id);
}
inline const Layer *recordOf(const Snapshot &snapshot, const LayerId &id)
{
    return snapshot.index().layer(id);
}
bool holds(const Snapshot &snapshot, const RecordKey &key);
/// What a record is called: name, headline, publisher and title; the title of the dataset.
QString nameOfRecord(const Snapshot &snapshot, const RecordKey &key);

/// Adds an organisation in a layer and selects it; an unknown layer gives that of the last organisation.
OrganizationId addOrganization(Document &document, const QString &name, const LayerId &layer = LayerId());

/// Adds a deal in which the one pays the other, and selects it: a draft, since it has no source yet. It is dated the day of the dataset,
/// or else today.
DealId addDeal(Document &document, const OrganizationId &payer, const OrganizationId &payee);

/// Puts records in place of those with their ids, as one step; those that are new join at the end of their list. A deal is a draft exactly
/// as long as it has faults.
void setRecords(Document &document, std::vector<Deal> deals, const QString &text);
void setRecords(Document &document, const std::vector<Organization> &organizations, const QString &text);
void setRecords(Document &document, const std::vector<Source> &sources, const QString &text);
void setRecords(Document &document, const std::vector<Claim> &claims, const QString &text);
void setRecords(Document &document, const std::vector<OverlapGroup> &groups, const QString &text);
void setRecords(Document &document, const std::vector<Layer> &layers, const QString &text);
/// The dataset itself, which is one.
void setRecords(Document &document, const std::vector<Dataset> &datasets, const QString &text);
template <class Record>
void setRecord(Document &document, const Record &record, const QString &text)
{
    setRecords(document, std::vector<Record>{record}, text);
}

/// Adds a source to the dataset and to a deal or claim, behind those it has; one that says the same as a source that is there is that
/// source.
void addSource(Document &document, const DealId &deal, const Source &source);
void addSource(Document &document, const ClaimId &claim, const Source &source);

/// An id that no record of its list has, for one that is to join.
SourceId freshSource(const Snapshot &snapshot, const Source &source);
ClaimId freshClaim(const Snapshot &snapshot);
GroupId freshGroup(const Snapshot &snapshot);
LayerId freshLayer(const Snapshot &snapshot);

/// Whether a selection is something that can be deleted: an organisation, a deal, or all deals of a ribbon.
bool deletable(const Document &document, const Selection &selection);
/// Likewise a record: all but the dataset itself and its only layer.
bool deletable(const Snapshot &snapshot, const RecordKey &key);
/// "Delete OpenAI", and what goes with it: "24 deals, 3 claims; 2 sources are named no more"; the second is empty where nothing does.
struct Deletion {
    QString title;
    QString goesWith;
    Dataset after;
};
Deletion deletionOf(const Document &document, const Selection &selection);
/// Organisations of a layer that goes move to the one before it.
Deletion deletionOfRecord(const Document &document, const RecordKey &key);

/// Of the records of two states, what the later one lacks and what it has in another form, in words; empty where they are equal.
QString describeLoss(const Dataset &before, const Dataset &after);

/// Whether a hand keeps an organisation where it stands in the layout that is shown.
bool pinned(const Document &document, const OrganizationId &id);
/// Gives an organisation back to the layout that is shown; with the last pin all that made room goes back too.
void unpin(Document &document, const OrganizationId &id);

} // namespace dealscape::document
