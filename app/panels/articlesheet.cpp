// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sheet.h"

#include "document/lookup.h"
#include "document/wording.h"
#include "network/network.h"
#include "style/text.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QBoxLayout>

namespace dealscape::panels {

using document::text;
using style::FontRole;

void Sheet::articleEdge(const document::EdgeKey &key)
{
    parties(key.tail, key.head, {key.family, Certainty::Announced, true}, tr("As the article states it, neither corrected nor counted"));
    const network::Network &network = m_document.network();
    if (const int edge = document::edgeOf(*m_snapshot, network, key); edge >= 0) {
        const network::NetworkEdge &drawn = network.edges[static_cast<std::size_t>(edge)];
        figure(drawn.value.published() ? words::money(drawn.value) : tr("No amount stated"),
               drawn.power ? words::power(*drawn.power) : QString(), {});
    }
    rule();
    const std::vector<int> items = document::articleItemsOf(*m_snapshot, key);
    if (items.empty())
        paragraph(tr("The article says nothing of this."), Tone::Second);
    articleItems(items);
    articleFoot();
}

void Sheet::articleItems(const std::vector<int> &items)
{
    for (const int position : items) {
        const ArticleItem &item = m_snapshot->dataset().article[static_cast<std::size_t>(position)];
        heading(tr("The article: %1").arg(text(item.label)));
        QStringList stated;
        if (item.statedValue)
            stated << words::money(*item.statedValue);
        if (item.statedPower)
            stated << words::power(*item.statedPower);
        fact(tr("It states"), stated.isEmpty() ? tr("no figure") : stated.join(QStringLiteral(", ")));
        fact(tr("Found to be"), words::capitalised(text(item.verdict)));
        fact(tr("Corrected"), words::capitalised(text(item.corrected)));
        for (const std::string &id : item.mapsTo) {
            if (const Deal *deal = m_snapshot->index().deal(DealId(id)))
                dealRow(*deal, document::titleOf(*m_snapshot, deal->id), *m_column);
            else if (const Claim *claim = m_snapshot->index().claim(ClaimId(id)))
                paragraph(text(claim->statement), Tone::Second);
        }
    }
}

void Sheet::articleFoot()
{
    if (const auto &source = m_snapshot->dataset().articleSource)
        sources({*source});
    auto *deals = new LinkButton(tr("Show the deals in place of the article"), FontRole::SmallBold, this);
    connect(deals, &QAbstractButton::clicked, &m_document, [this] {
        Perspective next = m_document.perspective();
        next.asReported = false;
        m_document.setPerspective(next);
    });
    auto *row = new QHBoxLayout;
    row->addWidget(deals);
    row->addStretch(1);
    m_column->addLayout(row);
}

} // namespace dealscape::panels
