// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/recordform.h"

namespace dealscape::entry {

class SourceList;

/// The form of a record that names sources: a deal or a claim. A claim that is new keeps its sources until it can join.
template <class Record, class Key>
class SourcedForm : public RecordForm<Record, Key> {
public:
    SourcedForm(document::Document &document, Key id, QWidget *parent = nullptr);

protected:
    void reflected(const Record &record) override;

private:
    SourceList *m_list;
    Field *m_sources;
    Field *m_certainty = nullptr;
};

using DealForm = SourcedForm<Deal, DealId>;
using ClaimForm = SourcedForm<Claim, ClaimId>;

extern template class SourcedForm<Deal, DealId>;
extern template class SourcedForm<Claim, ClaimId>;

} // namespace dealscape::entry
