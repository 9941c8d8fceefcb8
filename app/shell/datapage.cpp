// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/datapage.h"

#include "analysis/select.h"
#include "analysis/totals.h"
#include "document/wording.h"
#include "style/text.h"
#include "words/numbers.h"

#include <QStringList>

#include <algorithm>

namespace dealscape::shell {

namespace {

using document::text;

void writeSources(widgets::ReadingPage &page, const document::Snapshot &snapshot)
{
    const Dataset &dataset = snapshot.dataset();
    page.heading(widgets::ReadingPage::tr("How its sources were consulted"), style::FontRole::BodyBold);
    for (const auto &basis : vocabulary<SourceBasis>()) {
        const auto sources = std::ranges::count(dataset.sources, basis.value, &Source::basis);
        const auto deals = std::ranges::count_if(
            dataset.deals, [&](const Deal &deal) { return analysis::weakestSource(snapshot.index(), deal) == basis.value; });
        if (sources == 0)
            continue;
        QString line = widgets::ReadingPage::tr("%1: %2").arg(
            text(basis.label),
            words::counted(static_cast<int>(sources), widgets::ReadingPage::tr("source"), widgets::ReadingPage::tr("sources")));
        if (deals > 0)
            line += widgets::ReadingPage::tr("; the weakest source of %1")
                        .arg(words::counted(static_cast<int>(deals), widgets::ReadingPage::tr("deal"), widgets::ReadingPage::tr("deals")));
        page.item(line);
    }
    page.paragraph(widgets::ReadingPage::tr("The filter “Weakest source” shows the deals of each."));
}

} // namespace

void writeData(widgets::ReadingPage &page, const document::Snapshot &snapshot)
{
    const Dataset &dataset = snapshot.dataset();
    page.heading(text(dataset.title).simplified(), style::FontRole::Title);
    if (dataset.asOf)
        page.paragraph(widgets::ReadingPage::tr("As of %1").arg(text(dataset.asOf->spoken())));
    page.paragraph(text(dataset.description));
    const analysis::Counts counts = analysis::countsOf(dataset);
    const auto counted = std::ranges::count_if(dataset.deals, &Deal::counted);
    page.paragraph(widgets::ReadingPage::tr("It holds %1, %2, of which %3 enter sums, %4 and %5.")
                       .arg(words::counted(static_cast<int>(dataset.organizations.size()), widgets::ReadingPage::tr("organisation"),
                                           widgets::ReadingPage::tr("organisations")),
                            words::counted(counts.deals, widgets::ReadingPage::tr("deal"), widgets::ReadingPage::tr("deals")),
                            QString::number(counted),
                            words::counted(counts.sources, widgets::ReadingPage::tr("source"), widgets::ReadingPage::tr("sources")),
                            words::counted(counts.claims, widgets::ReadingPage::tr("statement about totals"),
                                           widgets::ReadingPage::tr("statements about totals"))));
    if (!dataset.sources.empty())
        writeSources(page, snapshot);
    if (dataset.notes.empty())
        return;
    page.heading(widgets::ReadingPage::tr("Notes"), style::FontRole::BodyBold);
    for (const std::string &note : dataset.notes)
        page.item(text(note));
}

void writeClaim(widgets::ReadingPage &page, const document::Snapshot &snapshot, const Claim &claim)
{
    if (claim.subject)
        page.paragraph(document::nameOf(snapshot, *claim.subject));
    page.heading(text(claim.statement), style::FontRole::Title);
    page.paragraph(widgets::ReadingPage::tr("%1, confidence %2").arg(text(claim.date.spoken()), text(label(claim.confidence)).toLower()));
    page.paragraph(text(claim.note));
    if (claim.reported)
        page.paragraph(
            widgets::ReadingPage::tr("The founding article: %1. %2").arg(text(claim.reported->stated), text(claim.reported->explanation)));
    if (!claim.deals.empty())
        page.heading(widgets::ReadingPage::tr("Deals that it adds up"), style::FontRole::BodyBold);
    for (const DealId &id : claim.deals)
        if (const Deal *deal = snapshot.index().deal(id))
            page.item(document::describeDeal(snapshot, *deal));
    page.heading(widgets::ReadingPage::tr("Sources"), style::FontRole::BodyBold);
    for (const SourceId &id : claim.sources) {
        const Source *source = snapshot.index().source(id);
        if (!source)
            continue;
        QStringList words{text(source->publisher), text(source->title)};
        if (source->date)
            words << text(source->date->spoken());
        words << text(label(source->basis)) << text(source->url);
        words.removeAll(QString());
        page.item(words.join(QStringLiteral(", ")));
    }
}

} // namespace dealscape::shell
