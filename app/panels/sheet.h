// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "panels/parts.h"

#include <QWidget>

class QVBoxLayout;

namespace dealscape::panels {

/// A column of headings, facts and rows about one selection: what the details show. Made once and thrown away.
class Sheet : public QWidget {
    Q_OBJECT

public:
    explicit Sheet(document::Document &document, QWidget *parent = nullptr);

    void nothing();
    void organization(const Organization &organization);
    void edge(const document::EdgeKey &key);
    void deal(const Deal &deal);

private:
    void heading(const QString &text, const QString &aside = {});
    void rule();
    void fact(const QString &name, const QString &text);
    void fact(const QString &name, QWidget *value);
    void paragraph(const QString &text, Tone tone = Tone::Text);
    void parties(const OrganizationId &tail, const OrganizationId &head, const LineLook &look, const QString &aside);
    QWidget *link(const OrganizationId &id, view::FontRole font);
    void figure(const QString &large, const QString &small, const QString &aside);
    void dealRow(const Deal &deal, const QString &name);
    void dealRows(const QString &title, const std::vector<int> &positions, const OrganizationId *seenFrom);
    void flows(const Organization &organization);
    void partners(const Organization &organization);
    void valuation(const Organization &organization);
    void terms(const Deal &deal);
    void amounts(const Deal &deal);
    void overlap(const Deal &deal);
    void reported(const Deal &deal);
    void sources(const std::vector<SourceId> &ids);
    LayerStyle styleOf(const OrganizationId &id) const;

    document::Document &m_document;
    document::SnapshotPointer m_snapshot;
    QVBoxLayout *m_column;
};

/// The line that a deal is drawn with.
LineLook lineOf(const Deal &deal);

/// "$300B · 4.5 GW", or whichever of the two is published.
QString amountOf(const Deal &deal);

} // namespace dealscape::panels
