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

void writeSources(ReadingPage &page, const document::Snapshot &snapshot)
{
    const Dataset &dataset = snapshot.dataset();
    page.heading(ReadingPage::tr("How its sources were consulted"), style::FontRole::BodyBold);
    for (const auto &basis : vocabulary<SourceBasis>()) {
        const auto sources = std::ranges::count(dataset.sources, basis.value, &Source::basis);
        const auto deals = std::ranges::count_if(
            dataset.deals, [&](const Deal &deal) { return analysis::weakestSource(snapshot.index(), deal) == basis.value; });
        if (sources == 0)
            continue;
        QString line = ReadingPage::tr("%1: %2").arg(
            text(basis.label), words::counted(static_cast<int>(sources), ReadingPage::tr("source"), ReadingPage::tr("sources")));
        if (deals > 0)
            line += ReadingPage::tr("; the weakest source of %1")
                        .arg(words::counted(static_cast<int>(deals), ReadingPage::tr("deal"), ReadingPage::tr("deals")));
        page.item(line);
    }
    page.paragraph(ReadingPage::tr("The filter “Weakest source” shows the deals of each."));
}

} // namespace

void writeData(ReadingPage &page, const document::Snapshot &snapshot)
{
    const Dataset &dataset = snapshot.dataset();
    page.heading(text(dataset.title).simplified(), style::FontRole::Title);
    if (dataset.asOf)
        page.paragraph(ReadingPage::tr("As of %1").arg(text(dataset.asOf->spoken())));
    page.paragraph(text(dataset.description));
    const analysis::Counts counts = analysis::countsOf(dataset);
    const auto counted = std::ranges::count_if(dataset.deals, &Deal::counted);
    page.paragraph(
        ReadingPage::tr("It holds %1, %2, of which %3 enter sums, %4 and %5.")
            .arg(words::counted(static_cast<int>(dataset.organizations.size()), ReadingPage::tr("organisation"),
                                ReadingPage::tr("organisations")),
                 words::counted(counts.deals, ReadingPage::tr("deal"), ReadingPage::tr("deals")), QString::number(counted),
                 words::counted(counts.sources, ReadingPage::tr("source"), ReadingPage::tr("sources")),
                 words::counted(counts.claims, ReadingPage::tr("statement about totals"), ReadingPage::tr("statements about totals"))));
    if (!dataset.sources.empty())
        writeSources(page, snapshot);
    if (dataset.notes.empty())
        return;
    page.heading(ReadingPage::tr("Notes"), style::FontRole::BodyBold);
    for (const std::string &note : dataset.notes)
        page.item(text(note));
}

void writeClaim(ReadingPage &page, const document::Snapshot &snapshot, const Claim &claim)
{
    if (claim.subject)
        page.paragraph(document::nameOf(snapshot, *claim.subject));
    page.heading(text(claim.statement), style::FontRole::Title);
    page.paragraph(ReadingPage::tr("%1, confidence %2").arg(text(claim.date.spoken()), text(label(claim.confidence)).toLower()));
    page.paragraph(text(claim.note));
    if (claim.reported)
        page.paragraph(
            ReadingPage::tr("The founding article: %1. %2").arg(text(claim.reported->stated), text(claim.reported->explanation)));
    if (!claim.deals.empty())
        page.heading(ReadingPage::tr("Deals that it adds up"), style::FontRole::BodyBold);
    for (const DealId &id : claim.deals)
        if (const Deal *deal = snapshot.index().deal(id))
            page.item(document::describeDeal(snapshot, *deal));
    page.heading(ReadingPage::tr("Sources"), style::FontRole::BodyBold);
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
