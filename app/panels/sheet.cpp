// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sheet.h"

#include "document/lookup.h"
#include "document/unfolding.h"
#include "document/wording.h"
#include "models/partysums.h"
#include "network/network.h"
#include "style/text.h"
#include "style/unwritable.h"
#include "words/everyday.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>

#include <algorithm>

namespace dealscape::panels {

using document::text;
using style::FontRole;

namespace {

constexpr int factWidth = 96;

QString sumText(const analysis::Sum &sum)
{
    QString amount = sum.deals > 0 ? words::money({sum.low, sum.high}) : QStringLiteral("–");
    if (sum.unpublished > 0)
        amount += Sheet::tr(" and %1 unpublished").arg(sum.unpublished);
    return amount;
}

QString sumText(const analysis::PowerSum &sum)
{
    QString amount = sum.deals > 0 ? words::power(sum.high) : QStringLiteral("–");
    if (sum.unpublished > 0)
        amount += Sheet::tr(" and %1 unpublished").arg(sum.unpublished);
    return amount;
}

/// Each source once, in the order in which the deals name them.
std::vector<SourceId> sourcesOf(const document::Snapshot &snapshot, const std::vector<int> &deals)
{
    std::vector<SourceId> ids;
    for (const int position : deals)
        for (const SourceId &id : snapshot.dataset().deals[static_cast<std::size_t>(position)].sources)
            if (std::ranges::count(ids, id) == 0)
                ids.push_back(id);
    return ids;
}

} // namespace

LineLook lineOf(const Deal &deal)
{
    return {familyOf(deal.flow), deal.certainty, deal.moneyDirectionKnown()};
}

QString amountOf(const Deal &deal)
{
    if (!deal.power)
        return words::money(deal.value);
    const QString power = words::power(deal.power->capacity);
    return deal.value.published() ? words::money(deal.value) + QStringLiteral(" · ") + power : power;
}

Sheet::Sheet(document::Document &document, Unfolded &unfolded, QWidget *parent)
    : QWidget(parent), m_document(document), m_snapshot(document.snapshot()), m_unfolded(unfolded), m_column(new QVBoxLayout)
{
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(4);
    // Aligned to the top it would get no more height than it would like at the width that it would like.
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(m_column);
    whole->addStretch(1);
}

void Sheet::heading(const QString &text, const QString &aside)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 12, 0, 2);
    row->addWidget(label(text, FontRole::SmallBold, Tone::Text, this), 1);
    if (!aside.isEmpty()) {
        QLabel *at = label(aside, FontRole::Small, Tone::Second, this);
        at->setWordWrap(false);
        row->addWidget(at);
    }
    m_column->addLayout(row);
}

void Sheet::rule()
{
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(9);
    m_column->addWidget(line);
}

void Sheet::fact(const QString &name, QWidget *value)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    QLabel *title = label(name, FontRole::Small, Tone::Second, this);
    title->setFixedWidth(factWidth);
    title->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    title->setContentsMargins(0, 2, 0, 0);
    row->addWidget(title, 0, Qt::AlignTop);
    row->addWidget(value, 1);
    m_column->addLayout(row);
}

void Sheet::fact(const QString &name, const QString &text)
{
    if (!text.isEmpty())
        fact(name, label(text, FontRole::Body, Tone::Text, this));
}

void Sheet::paragraph(const QString &text, Tone tone)
{
    if (text.isEmpty())
        return;
    QLabel *words = label(text, FontRole::Small, tone, this);
    words->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("Copy text"), words);
    connect(copy, &QAction::triggered, words, [text] { QGuiApplication::clipboard()->setText(text); });
    words->addAction(copy);
    m_column->addWidget(words);
}

QWidget *Sheet::link(const OrganizationId &id, FontRole font)
{
    auto *button = new LinkButton(document::nameOf(*m_snapshot, id), font, this);
    connect(button, &QAbstractButton::clicked, &m_document, [this, id] { m_document.select(id); });
    return button;
}

LayerLook Sheet::lookOf(const OrganizationId &id) const
{
    const Organization *organization = m_snapshot->index().organization(id);
    const Layer *layer = organization ? m_snapshot->index().layer(organization->layer) : nullptr;
    return layer ? layer->look() : LayerLook();
}

void Sheet::parties(const OrganizationId &tail, const OrganizationId &head, const LineLook &look, const QString &aside)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(new LayerMark(lookOf(tail), this));
    row->addWidget(link(tail, FontRole::BodyBold));
    row->addWidget(new LineSample(look, this));
    row->addWidget(new LayerMark(lookOf(head), this));
    row->addWidget(link(head, FontRole::BodyBold));
    row->addStretch(1);
    m_column->addLayout(row);
    paragraph(aside, Tone::Second);
}

void Sheet::figure(const QString &large, const QString &small, const QString &aside)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    for (const auto &[words, font, tone] : {std::tuple(large, FontRole::Title, Tone::Text), std::tuple(small, FontRole::Body, Tone::Text),
                                            std::tuple(aside, FontRole::Small, Tone::Second)})
    {
        if (words.isEmpty())
            continue;
        QLabel *part = label(words, font, tone, this);
        constexpr int widest = 200;
        const bool wraps = part->fontMetrics().horizontalAdvance(words) > widest;
        part->setWordWrap(wraps);
        row->addWidget(part, wraps ? 100 : 0, Qt::AlignBottom);
    }
    row->addStretch(1);
    m_column->addLayout(row);
}

void Sheet::dealRow(const Deal &deal, const QString &name, QVBoxLayout &column)
{
    auto *row = new DealRow(lineOf(deal), name, amountOf(deal), this);
    row->setAccessibleName(document::describeDeal(*m_snapshot, deal));
    row->setToolTip(text(deal.headline));
    row->setObjectName(text(deal.id.text()));
    connect(row, &QAbstractButton::clicked, &m_document, [this, id = deal.id] { m_document.select(id); });
    column.addWidget(row);
}

void Sheet::dealRows(const QString &title, const std::vector<int> &positions)
{
    if (positions.empty())
        return;
    heading(title, QString::number(positions.size()));
    for (const int position : positions) {
        const Deal &d = m_snapshot->dataset().deals[static_cast<std::size_t>(position)];
        dealRow(d, document::titleOf(*m_snapshot, d.id), *m_column);
    }
}

void Sheet::nothing()
{
    const network::Network &network = m_document.network();
    m_column->addWidget(label(tr("Nothing selected"), FontRole::BodyBold, Tone::Text, this));
    paragraph(tr("Click an organisation or a ribbon in the picture, or find one with Ctrl+F."), Tone::Second);
    if (!m_document.open())
        return;
    rule();
    paragraph(text(m_snapshot->dataset().description));
    const QString lines = m_document.perspective().asReported
        ? words::counted(static_cast<int>(network.edges.size()), tr("edge as reported"), tr("edges as reported"))
        : words::counted(static_cast<int>(network.deals.size()), tr("deal"), tr("deals"));
    fact(tr("In view"),
         tr("%1 and %2").arg(words::counted(static_cast<int>(network.nodes.size()), tr("organisation"), tr("organisations")), lines));
    if (m_snapshot->dataset().asOf)
        fact(tr("As of"), text(m_snapshot->dataset().asOf->spoken()));
    withoutDeals();
    paragraph(style::unwritableSentence(m_snapshot->index()), Tone::Second);
    if (m_snapshot->dataset().notes.empty())
        return;
    auto *notes = new LinkButton(tr("Notes on the data"), FontRole::Small, this);
    m_column->addWidget(notes);
    connect(notes, &QAbstractButton::clicked, this, &Sheet::notesWanted);
}

void Sheet::valuation(const Organization &o)
{
    if (!o.valuation)
        return;
    const Valuation &v = *o.valuation;
    figure(words::money(v.value), {}, tr("%1, %2").arg(text(v.kind), text(v.asOf.spoken())));
    if (v.source)
        if (const Source *source = m_snapshot->index().source(*v.source))
            paragraph(tr("%1: %2").arg(text(source->publisher), text(source->title)), Tone::Third);
}

void Sheet::partners(const Organization &o)
{
    const document::Neighbours partners = document::neighboursOf(*m_snapshot, m_document.perspective(), o.id);
    if (partners.hidden == 0 || m_document.perspective().asReported)
        return;
    auto *value = new QWidget(this);
    auto *row = new QHBoxLayout(value);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label(tr("%1 of %2 in view").arg(partners.all - partners.hidden).arg(partners.all), FontRole::Body, Tone::Text, value),
                   1);
    if (const auto next = document::expanded(m_document.perspective(), o.id)) {
        auto *more = new LinkButton(tr("Show +%1").arg(partners.hidden), FontRole::Body, value);
        connect(more, &QAbstractButton::clicked, &m_document, [this, next] { m_document.setPerspective(*next); });
        row->addWidget(more);
    }
    fact(tr("Partners"), value);
}

/// One line a flow class, so that the deals below are seen without scrolling.
void Sheet::flows(const Organization &o)
{
    const auto &deals = m_document.network().deals;
    const auto money = models::flowsOf(*m_document.shown(), deals, o.id);
    const auto power = models::powerOf(*m_document.shown(), deals, o.id);
    if (!money.empty() || !power.empty())
        heading(tr("In view, counted once"), tr("lines are not added"));
    const auto line = [this](const QString &name, const QString &out, const QString &in) {
        QStringList words{out, in};
        words.removeAll(QString());
        fact(name, words.join(QStringLiteral("; ")));
    };
    for (const models::FlowRow &row : money)
        line(text(label(row.flow)), row.pays.empty() ? QString() : tr("pays %1").arg(sumText(row.pays)),
             row.receives.empty() ? QString() : tr("receives %1").arg(sumText(row.receives)));
    for (const models::PowerRow &row : power)
        line(tr("Power, %1").arg(words::lowered(label(row.layer))),
             row.supplies.empty() ? QString() : tr("supplies %1").arg(sumText(row.supplies)),
             row.takes.empty() ? QString() : tr("takes %1").arg(sumText(row.takes)));
}

void Sheet::organization(const Organization &o)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new LayerMark(lookOf(o.id), this));
    head->addWidget(label(document::fullNameOf(*m_snapshot, o), FontRole::BodyBold, Tone::Text, this), 1);
    m_column->addLayout(head);
    const Layer *layer = m_snapshot->index().layer(o.layer);
    QStringList parts = {layer ? text(layer->label) : text(o.layer.text()), words::countryName(o.country), words::everyday(o.kind)};
    if (!o.listing.ticker.empty())
        parts << tr("%1 on %2").arg(text(o.listing.ticker), text(o.listing.exchange));
    parts.removeAll(QString());
    paragraph(parts.join(QStringLiteral(" · ")), Tone::Second);
    hidden(o.id);
    valuation(o);
    if (o.parent)
        fact(tr("Part of"), link(*o.parent, FontRole::Body));
    partners(o);
    rule();
    if (m_document.perspective().asReported)
        if (const std::vector<int> items = document::articleItemsOf(*m_snapshot, o.id); !items.empty()) {
            articleItems(items);
            articleFoot();
        }
    flows(o);

    const auto &inView = m_document.network().deals;
    std::vector<int> shown;
    std::vector<int> outside;
    for (const int position : m_snapshot->index().dealsOf(o.id))
        (std::ranges::binary_search(inView, position) ? shown : outside).push_back(position);
    dealGroups(shown, o, {});
    dealGroups(outside, o, m_document.perspective().asReported ? tr("as better sources have it") : tr("outside the filters"));
    if (shown.empty() && outside.empty())
        paragraph(tr("No deal of this organisation is on record."), Tone::Second);
    if (!o.note.empty()) {
        heading(tr("Note"));
        paragraph(text(o.note));
    }
    claims(o);
}

void Sheet::edge(const document::EdgeKey &key)
{
    if (m_document.perspective().asReported) {
        articleEdge(key);
        return;
    }
    const std::vector<int> all = document::dealsOf(*m_snapshot, key);
    std::vector<int> counted;
    std::vector<int> uncounted;
    for (const int position : all)
        (m_snapshot->dataset().deals[static_cast<std::size_t>(position)].counted() ? counted : uncounted).push_back(position);
    if (counted.size() == 1) {
        deal(m_snapshot->dataset().deals[static_cast<std::size_t>(counted.front())]);
    } else {
        const LineLook look{key.family, Certainty::Binding, true};
        parties(
            key.tail, key.head, look,
            tr("%1, %2 not counted").arg(words::counted(static_cast<int>(counted.size()), tr("deal"), tr("deals"))).arg(uncounted.size()));
        hidden(key);
        ribbonSums(counted);
        dealRows(tr("Deals"), counted);
    }
    dealRows(tr("Also on record, not counted"), uncounted);
    if (counted.size() != 1)
        sources(sourcesOf(*m_snapshot, counted.empty() ? uncounted : counted));
}

} // namespace dealscape::panels

#include "moc_sheet.cpp"
