// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sheet.h"

#include "document/lookup.h"
#include "document/wording.h"
#include "panels/address.h"
#include "style/text.h"
#include "words/everyday.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace dealscape::panels {

using document::text;
using style::FontRole;

namespace {

QString perGigawatt(const Deal &deal)
{
    if (!deal.value.exact() || !deal.power || deal.power->capacity.megawatts() <= 0)
        return {};
    const double dollars = static_cast<double>(deal.value.high->dollars()) / deal.power->capacity.inGigawatts();
    return Sheet::tr("%1 per GW").arg(words::money(Money(static_cast<std::int64_t>(dollars))));
}

QString basisWords(SourceBasis basis)
{
    switch (basis) {
    case SourceBasis::Page:
        break;
    case SourceBasis::Copy:
        return Sheet::tr("Read in a copy or digest, not on the publisher's own page");
    case SourceBasis::Cited:
        return Sheet::tr("Seen cited elsewhere; the page itself was not read");
    case SourceBasis::Article:
        return Sheet::tr("The founding article, whose figures are checked against the others");
    case SourceBasis::Background:
        return Sheet::tr("Background knowledge, without a page to show");
    }
    return {};
}

} // namespace

void Sheet::deal(const Deal &d)
{
    parties(d.tail(), d.head(), lineOf(d), d.moneyDirectionKnown() ? QString() : tr("No payment between them is known"));
    const QString amount = d.value.published() ? words::money(d.value) : tr("Amount not published");
    figure(amount, d.power ? words::power(d.power->capacity) : QString(), perGigawatt(d));
    rule();
    hidden(d.id);
    if (!d.headline.empty())
        m_column->addWidget(label(text(d.headline), FontRole::BodyBold, Tone::Text, this));
    terms(d);
    amounts(d);
    if (!d.note.empty()) {
        heading(tr("Note"));
        paragraph(text(d.note));
    }
    sources(d.sources);
    chain(tr("One after another"), chainOf(*m_snapshot, d));
    overlap(d);
    reported(d);
}

void Sheet::chain(const QString &title, std::vector<ChainStep> steps)
{
    if (steps.size() < 2)
        return;
    heading(title, QString::number(steps.size()));
    paragraph(tellChain(steps));
    m_column->addWidget(new ChainChart(std::move(steps), this));
}

void Sheet::terms(const Deal &d)
{
    auto *certainty = new QWidget(this);
    auto *row = new QHBoxLayout(certainty);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new LineSample(lineOf(d), certainty), 0, Qt::AlignTop);
    const QString words =
        tr("%1, %2; confidence %3")
            .arg(words::standing(d), words::lowered(dealscape::label(d.status)), words::lowered(dealscape::label(d.confidence)));
    row->addWidget(label(words, FontRole::Body, Tone::Text, certainty), 1);
    fact(tr("Certainty"), certainty);
    fact(tr("Status"), text(d.statusDetail));
    fact(tr("Announced"), text(d.announced.spoken()));
    fact(tr("Term"), document::describeTerm(d.term));
    fact(tr("Kind"), tr("%1 (%2)").arg(text(dealscape::label(d.kind)), words::lowered(dealscape::label(d.flow))));
    fact(tr("Commitment"), words::everyday(d.commitment));
    if (!d.moneyDirectionKnown() || d.tail() != d.customer) {
        const bool capital = familyOf(d.flow) == Family::Capital;
        fact(capital ? tr("Investor") : tr("Supplier"), link(d.supplier, FontRole::Body));
        fact(capital ? tr("Receiver") : tr("Customer"), link(d.customer, FontRole::Body));
    }
    if (d.power)
        fact(tr("Power"), tr("%1, %2").arg(words::power(d.power->capacity), words::lowered(dealscape::label(d.power->layer))));
}

void Sheet::amounts(const Deal &d)
{
    QString announced = text(d.asAnnounced);
    if (d.currency != "USD")
        announced += tr(" (%1)").arg(text(d.currency));
    fact(tr("As announced"), announced);
    fact(tr("Paid so far"), d.paid ? words::money(*d.paid) : d.certainty == Certainty::Paid ? tr("All of it") : tr("Not published"));
    for (const CertaintyPart &part : d.parts)
        fact(text(dealscape::label(part.certainty)), words::money(part.value));
    for (const Estimate &estimate : d.estimates) {
        const Source *source = estimate.source ? m_snapshot->index().source(*estimate.source) : nullptr;
        const QString by = source ? tr(", by %1").arg(text(source->publisher)) : QString();
        fact(tr("Estimate"), tr("%1: %2%3, not counted").arg(text(estimate.label), words::money(estimate.value), by));
    }
    if (!d.unsourced.empty()) {
        QStringList details;
        for (const std::string &detail : d.unsourced)
            details << text(detail);
        fact(tr("Unsourced"), details.join(QStringLiteral(", ")));
    }
}

void Sheet::overlap(const Deal &d)
{
    const Overlap &o = d.overlap;
    heading(tr("Counting"), d.counted() ? tr("counted") : tr("not counted"));
    if (d.draft)
        paragraph(tr("A draft: it is not added to any total until it keeps the rules."));
    if (!o.counted)
        paragraph(tr("%1: it is not added to any total.").arg(text(dealscape::label(o.role))));
    if (o.supersededBy)
        if (const Deal *by = m_snapshot->index().deal(*o.supersededBy))
            dealRow(*by, tr("Superseded by: %1").arg(document::titleOf(*m_snapshot, by->id)), *m_column);
    const OverlapGroup *group = m_snapshot->index().group(o.group);
    if (!group)
        return;
    paragraph(text(group->explanation), Tone::Second);
    for (const Deal &other : m_snapshot->dataset().deals)
        if (other.overlap.group == o.group && other.id != d.id)
            dealRow(other, document::titleOf(*m_snapshot, other.id) + (other.counted() ? tr(" (counted)") : tr(" (not counted)")),
                    *m_column);
}

void Sheet::reported(const Deal &d)
{
    if (!d.reported)
        return;
    heading(tr("What the founding article said"), d.reported->differs ? tr("differs") : tr("agrees"));
    paragraph(text(d.reported->stated));
    if (d.reported->value)
        fact(tr("It states"), words::money(*d.reported->value));
    paragraph(text(d.reported->explanation), Tone::Second);
}

void Sheet::sources(const std::vector<SourceId> &ids)
{
    heading(tr("Sources"), QString::number(ids.size()));
    int number = 0;
    for (const SourceId &id : ids) {
        const Source *source = m_snapshot->index().source(id);
        ++number;
        if (!source)
            continue;
        const QString date = source->date ? text(source->date->spoken()) : QString();
        auto *row = new SourceRow(number, text(source->publisher), QString(), date, this);
        row->setObjectName(text(id.text()));
        row->setToolTip(text(source->url));
        QStringList about{text(source->publisher), text(source->title), date};
        about.removeAll(QString());
        row->setAccessibleName(tr("Source %1: %2").arg(QString::number(number), about.join(QStringLiteral(", "))));
        row->setAccessibleDescription(text(dealscape::label(source->basis)));
        row->setEnabled(!webAddress(text(source->url)).isEmpty());
        connect(row, &QAbstractButton::clicked, this, [this, address = text(source->url)] { askToOpen(address, window()); });
        m_column->addWidget(row);
        sourceFoot(*source);
    }
}

void Sheet::sourceFoot(const Source &source)
{
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(22, 0, 0, 6);
    foot->setSpacing(2);
    m_column->addLayout(foot);
    foot->addWidget(label(text(source.title), FontRole::Small, Tone::Text, this));
    if (source.basis != SourceBasis::Page)
        foot->addWidget(label(basisWords(source.basis), FontRole::Small, Tone::Third, this));
    auto *links = new QHBoxLayout;
    links->setSpacing(16);
    foot->addLayout(links);
    const QString address = text(source.url);
    if (!address.isEmpty()) {
        auto *copy = new LinkButton(tr("Copy address"), FontRole::Small, this);
        connect(copy, &QAbstractButton::clicked, this, [address] { QGuiApplication::clipboard()->setText(address); });
        links->addWidget(copy);
    }
    const std::vector<int> citing = document::dealsCiting(*m_snapshot, source.id);
    auto *cited = new LinkButton(tr("Cited by %1").arg(words::counted(static_cast<int>(citing.size()), tr("deal"), tr("deals"))),
                                 FontRole::Small, this);
    links->addWidget(cited);
    links->addStretch(1);
    connect(cited, &QAbstractButton::clicked, this, [this, cited, citing, foot] {
        constexpr std::size_t mostCiting = 40;
        cited->setEnabled(false);
        for (std::size_t i = 0; i < std::min(citing.size(), mostCiting); ++i) {
            const Deal &d = m_snapshot->dataset().deals[static_cast<std::size_t>(citing[i])];
            dealRow(d, document::titleOf(*m_snapshot, d.id), *foot);
        }
        if (citing.size() > mostCiting)
            foot->addWidget(label(tr("and %1 more").arg(citing.size() - mostCiting), FontRole::Small, Tone::Third, this));
    });
}

} // namespace dealscape::panels
