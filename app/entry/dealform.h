// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/form.h"

class QLineEdit;

namespace dealscape::entry {

/// The fields of one deal. Supplier, customer and what flows follow from payer, payee and kind, and the certainty from the
/// status, as long as nobody chose otherwise.
class DealForm : public Form {
    Q_OBJECT

public:
    DealForm(document::Document &document, DealId id, QWidget *parent = nullptr);

    void reflect() override;
    bool alive() const override;

protected:
    void check() override;
    void commit(const QString &what) override;

private:
    Deal candidate();
    void followParties(Deal &deal, const Deal &before) const;
    void followStatus(Deal &deal, const Deal &before) const;
    void buildShort();
    void buildMore();
    void showSources(const Deal &deal);
    void takeSource();
    QStringList parties() const;
    std::optional<OrganizationId> party(const Field *field) const;
    void showParty(Field *field, const std::optional<OrganizationId> &id);

    DealId m_id;
    Field *m_headline;
    Field *m_payer;
    Field *m_payee;
    Field *m_kind;
    Field *m_amount;
    Field *m_parts;
    Field *m_power;
    Field *m_powerLayer;
    Field *m_announced;
    Field *m_term;
    Field *m_status;
    Field *m_certainty;
    Field *m_sources;
    QLineEdit *m_newSource;
    QWidget *m_sourceRows;
    std::vector<SourceId> m_shownSources;
    Field *m_supplier;
    Field *m_customer;
    Field *m_flow;
    Field *m_paid;
    Field *m_confidence;
    Field *m_tier;
    Field *m_statusDetail;
    Field *m_commitment;
    Field *m_group;
    Field *m_role;
    Field *m_counted;
    Field *m_supersededBy;
    /// What the field offers: other deals between the two organisations.
    std::vector<DealId> m_successors;
    Field *m_unsourced;
    Field *m_note;
};

/// A source as somebody types it in one line: publisher, title, date and address in any order after the publisher, apart by commas; an
/// address alone is enough. Nothing for an empty text.
std::optional<Source> readSource(const QString &text);

} // namespace dealscape::entry
