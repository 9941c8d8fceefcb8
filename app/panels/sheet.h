// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "models/dealgroups.h"
#include "panels/chain.h"
#include "panels/parts.h"

#include <QWidget>

#include <set>
#include <utility>
#include <vector>

class QVBoxLayout;

namespace dealscape::panels {

/// A column of headings, facts and rows about one selection: what the details show. Made once and thrown away.
class Sheet : public QWidget {
    Q_OBJECT

public:
    /// What was unfolded by hand, by organisation and partner; outlives the sheet.
    using Unfolded = std::set<std::pair<OrganizationId, OrganizationId>>;

    Sheet(document::Document &document, Unfolded &unfolded, QWidget *parent = nullptr);

    void nothing();
    void organization(const Organization &organization);
    void edge(const document::EdgeKey &key);
    void deal(const Deal &deal);

Q_SIGNALS:
    void notesWanted();

private:
    void heading(const QString &text, const QString &aside = {});
    void rule();
    void fact(const QString &name, const QString &text);
    void fact(const QString &name, QWidget *value);
    void paragraph(const QString &text, Tone tone = Tone::Text);
    void parties(const OrganizationId &tail, const OrganizationId &head, const LineLook &look, const QString &aside);
    QWidget *link(const OrganizationId &id, style::FontRole font);
    void figure(const QString &large, const QString &small, const QString &aside);
    void dealRow(const Deal &deal, const QString &name, QVBoxLayout &column);
    void dealRows(const QString &title, const std::vector<int> &positions);
    void dealGroups(const std::vector<int> &positions, const Organization &organization, const QString &where);
    void partnerRows(const std::vector<models::PartnerDeals> &partners, std::size_t from, const OrganizationId &organization,
                     QVBoxLayout &column);
    void partnerRow(const models::PartnerDeals &partner, const OrganizationId &organization, QVBoxLayout &column);
    void hidden(const document::Selection &selection);
    void ribbonSums(const std::vector<int> &deals);
    void withoutDeals();
    void claims(const Organization &organization);
    void sourceFoot(const Source &source);
    void flows(const Organization &organization);
    void partners(const Organization &organization);
    void valuation(const Organization &organization);
    void terms(const Deal &deal);
    void amounts(const Deal &deal);
    void overlap(const Deal &deal);
    void chain(const QString &title, std::vector<ChainStep> steps);
    void reported(const Deal &deal);
    void articleEdge(const document::EdgeKey &key);
    void articleItems(const std::vector<int> &items);
    void articleFoot();
    void sources(const std::vector<SourceId> &ids);
    LayerLook lookOf(const OrganizationId &id) const;

    document::Document &m_document;
    document::SnapshotPointer m_snapshot;
    Unfolded &m_unfolded;
    QVBoxLayout *m_column;
};

/// The line that a deal is drawn with.
LineLook lineOf(const Deal &deal);

/// "$300B · 4.5 GW", or whichever of the two is published.
QString amountOf(const Deal &deal);

} // namespace dealscape::panels
