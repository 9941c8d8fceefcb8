// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QString>

#include <string>

namespace dealscape::document {

/// What somebody does to the records of a document. Each is one step of undo that its name describes, or nothing where nothing would
/// change.

/// Adds an organisation in a layer and selects it; an unknown layer gives that of the last organisation.
OrganizationId addOrganization(Document &document, const QString &name, const LayerId &layer = LayerId());

/// Adds a deal in which the one pays the other, and selects it: a draft, since it has no source yet. It is dated the day of the dataset,
/// or else today.
DealId addDeal(Document &document, const OrganizationId &payer, const OrganizationId &payee);

/// Puts a record in place of the one with its id. A deal is a draft exactly as long as it has faults.
void setRecord(Document &document, const Organization &organization, const QString &text, const std::string &key = {});
void setRecord(Document &document, const Deal &deal, const QString &text, const std::string &key = {});
void setRecord(Document &document, const Source &source, const QString &text, const std::string &key = {});

/// Adds a source to the dataset and to a deal, behind those it has; one that says the same as a source that is there is that source.
void addSource(Document &document, const DealId &deal, const Source &source);

/// Whether a selection is something that can be deleted: an organisation, a deal, or all deals of a ribbon.
bool deletable(const Document &document, const Selection &selection);
/// "Delete OpenAI", and what goes with it: "24 deals, 3 claims; 2 sources are named no more"; the second is empty where nothing does.
struct Deletion {
    QString title;
    QString goesWith;
    Dataset after;
};
Deletion deletionOf(const Document &document, const Selection &selection);

/// Of the records of two states, what the later one lacks and what it has in another form, in words; empty where they are equal.
QString describeLoss(const Dataset &before, const Dataset &after);

/// Deals of a dataset that are drafts.
int draftCount(const Dataset &dataset);

} // namespace dealscape::document
