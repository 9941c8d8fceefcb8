// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/form.h"

namespace dealscape::entry {

/// The fields of one organisation.
class OrganizationForm : public Form {
    Q_OBJECT

public:
    OrganizationForm(document::Document &document, OrganizationId id, QWidget *parent = nullptr);

    void reflect() override;
    bool alive() const override;

protected:
    void check() override;
    void commit(const QString &what) override;

private:
    /// The record with what the fields say, as far as it can be read.
    Organization candidate();

    OrganizationId m_id;
    Field *m_name;
    Field *m_layer;
    Field *m_country;
    Field *m_shortName;
    Field *m_kind;
    Field *m_parent;
    Field *m_listing;
    Field *m_ticker;
    Field *m_exchange;
    Field *m_wikidata;
    Field *m_valuation;
    Field *m_valuedAs;
    Field *m_valuedOn;
    Field *m_note;
};

} // namespace dealscape::entry
