// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sheet.h"

#include "document/lookup.h"
#include "document/revealing.h"
#include "document/wording.h"
#include "style/text.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace dealscape::panels {

using document::text;
using style::FontRole;

namespace {

/// So many rows at a time: an organisation may have thousands of partners, and deals with each.
constexpr std::size_t mostRows = 40;

} // namespace

void Sheet::dealGroups(const std::vector<int> &positions, const Organization &o, const QString &where)
{
    for (const models::DealGroup &group : models::dealGroups(*m_snapshot, positions, o.id)) {
        heading(where.isEmpty() ? models::title(group.way) : tr("%1, %2").arg(models::title(group.way), where),
                words::counted(group.deals, tr("deal"), tr("deals")));
        auto *column = new QVBoxLayout;
        column->setSpacing(m_column->spacing());
        m_column->addLayout(column);
        partnerRows(group.partners, 0, o.id, *column);
    }
}

void Sheet::partnerRows(const std::vector<models::PartnerDeals> &partners, std::size_t from, const OrganizationId &organization,
                        QVBoxLayout &column)
{
    const std::size_t end = std::min(partners.size(), from + mostRows);
    for (std::size_t i = from; i < end; ++i)
        partnerRow(partners[i], organization, column);
    if (end == partners.size())
        return;
    auto *more = new LinkButton(tr("%1 more partners").arg(partners.size() - end), FontRole::Small, this);
    column.addWidget(more);
    connect(more, &QAbstractButton::clicked, this, [this, more, partners, end, organization, &column] {
        more->hide();
        more->deleteLater();
        partnerRows(partners, end, organization, column);
    });
}

void Sheet::partnerRow(const models::PartnerDeals &partner, const OrganizationId &organization, QVBoxLayout &column)
{
    const QString name = document::nameOf(*m_snapshot, partner.partner);
    const auto &deals = m_snapshot->dataset().deals;
    if (partner.deals.size() == 1) {
        const Deal &d = deals[static_cast<std::size_t>(partner.deals.front())];
        const QString headline = text(d.headline);
        dealRow(d, headline.isEmpty() ? name : name + QStringLiteral(": ") + headline, column);
        return;
    }
    auto *row = new PartnerRow(name, words::counted(static_cast<int>(partner.deals.size()), tr("deal"), tr("deals")), partner.sums, this);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(18, 0, 0, 4);
    inside->setSpacing(m_column->spacing());
    column.addWidget(row);
    column.addLayout(inside);
    const std::pair key(organization, partner.partner);
    connect(row, &QAbstractButton::toggled, this, [this, inside, partner, key, name](bool open) {
        if (open)
            m_unfolded.insert(key);
        else
            m_unfolded.erase(key);
        while (QLayoutItem *item = inside->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        const std::size_t shown = open ? std::min(partner.deals.size(), mostRows) : 0;
        for (std::size_t i = 0; i < shown; ++i) {
            const Deal &d = m_snapshot->dataset().deals[static_cast<std::size_t>(partner.deals[i])];
            const QString headline = text(d.headline);
            dealRow(d, headline.isEmpty() ? name : headline, *inside);
        }
        if (open && shown < partner.deals.size())
            inside->addWidget(
                label(tr("%1 more in the table of deals").arg(partner.deals.size() - shown), FontRole::Small, Tone::Third, this));
    });
    row->setChecked(m_unfolded.contains(key));
}

void Sheet::hidden(const document::Selection &selection)
{
    const auto revealed = document::revealing(*m_snapshot, m_document.perspective(), selection);
    if (!revealed)
        return;
    auto *row = new QHBoxLayout;
    row->addWidget(label(revealed->reasons.isEmpty() ? tr("Not in the picture: outside the filter")
                                                     : tr("Not in the picture: %1").arg(revealed->reasons.join(QStringLiteral(", "))),
                         FontRole::Small, Tone::Second, this),
                   1);
    auto *show = new LinkButton(tr("Show it"), FontRole::SmallBold, this);
    show->setToolTip(tr("Widens the filter as far as it takes; Back undoes it"));
    connect(show, &QAbstractButton::clicked, &m_document, [this, next = revealed->next] { m_document.setPerspective(next); });
    row->addWidget(show, 0, Qt::AlignTop);
    m_column->addLayout(row);
}

void Sheet::withoutDeals()
{
    std::vector<OrganizationId> alone;
    for (const Organization &o : m_snapshot->dataset().organizations)
        if (m_snapshot->index().dealsOf(o.id).empty())
            alone.push_back(o.id);
    if (alone.empty())
        return;
    auto *more =
        new LinkButton(tr("%1 without a deal").arg(words::counted(static_cast<int>(alone.size()), tr("organisation"), tr("organisations"))),
                       FontRole::Small, this);
    m_column->addWidget(more);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 0, 0, 0);
    m_column->addLayout(column);
    connect(more, &QAbstractButton::clicked, this, [this, more, alone, column] {
        more->setEnabled(false);
        const std::size_t shown = std::min(alone.size(), mostRows);
        for (std::size_t i = 0; i < shown; ++i)
            column->addWidget(link(alone[i], FontRole::Small));
        if (shown < alone.size())
            column->addWidget(label(tr("and %1 more").arg(alone.size() - shown), FontRole::Small, Tone::Third, this));
    });
}

void Sheet::claims(const Organization &o)
{
    std::vector<const Claim *> about;
    std::vector<SourceId> ids;
    for (const Claim &claim : m_snapshot->dataset().claims)
        if (claim.subject == o.id) {
            about.push_back(&claim);
            ids.insert(ids.end(), claim.sources.begin(), claim.sources.end());
        }
    if (about.empty())
        return;
    chain(tr("Totals as they were told"), totalsSaidOf(*m_snapshot, o.id));
    heading(tr("Statements about it"), QString::number(about.size()));
    for (const Claim *claim : about) {
        paragraph(text(claim->statement));
        paragraph(tr("%1, confidence %2").arg(text(claim->date.spoken()), words::lowered(dealscape::label(claim->confidence))),
                  Tone::Third);
        paragraph(text(claim->note), Tone::Second);
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    sources(ids);
}

void Sheet::ribbonSums(const std::vector<int> &deals)
{
    fact(tr("Together"), document::describeSums(*m_snapshot, deals, 3));
    std::map<Certainty, std::map<FlowClass, MoneyRange>> sums;
    std::set<FlowClass> flows;
    for (const int position : deals) {
        const Deal &d = m_snapshot->dataset().deals[static_cast<std::size_t>(position)];
        for (const CertaintyPart &part : partsOf(d)) {
            if (!part.value.published())
                continue;
            flows.insert(d.flow);
            const auto [sum, fresh] = sums[part.certainty].try_emplace(d.flow, part.value);
            if (fresh)
                continue;
            const auto low = sum->second.at(Bound::Low).dollars() + part.value.at(Bound::Low).dollars();
            const auto high = sum->second.at(Bound::High).dollars() + part.value.at(Bound::High).dollars();
            sum->second = MoneyRange{Money(low), Money(high)};
        }
    }
    for (const auto &[certainty, byFlow] : sums) {
        QStringList amounts;
        for (const auto &[flow, sum] : byFlow)
            amounts << (flows.size() == 1 ? words::money(sum)
                                          : QStringLiteral("%1 %2").arg(words::lowered(dealscape::label(flow)), words::money(sum)));
        fact(text(dealscape::label(certainty)), amounts.join(QStringLiteral(", ")));
    }
}

} // namespace dealscape::panels
