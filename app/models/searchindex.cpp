// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchindex.h"

#include "document/wording.h"
#include "words/everyday.h"
#include "words/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <bit>

namespace dealscape::models {

namespace {

constexpr float nameWeight = 4;
constexpr float titleWeight = 2;
constexpr float noteWeight = 1;

QString folded(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (c.category() != QChar::Mark_NonSpacing)
            plain.append(c.toCaseFolded());
    return plain;
}

/// How many slips of typing a word of a search may hold.
int slipsIn(const QString &wanted)
{
    return wanted.size() >= 8 ? 2 : wanted.size() >= 4 ? 1 : 0;
}

/// How well a word of the dataset answers a word of the query; 0 when not at all.
double likeness(const QString &wanted, const QString &word)
{
    if (word == wanted)
        return 1;
    if (word.startsWith(wanted))
        return 0.8;
    if (wanted.size() >= 3 && word.contains(wanted))
        return 0.5;
    const int limit = slipsIn(wanted);
    if (limit == 0 || std::abs(word.size() - wanted.size()) > limit)
        return 0;
    const int slips = typingSlips(wanted, word, limit);
    return slips > limit ? 0 : 0.4 / slips;
}

} // namespace

QStringList searchWords(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : folded(text)) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            word.append(c);
        } else if (!word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

int typingSlips(QStringView a, QStringView b, int limit)
{
    constexpr qsizetype longest = 63;
    if (a.size() > longest || b.size() > longest || std::abs(a.size() - b.size()) > limit)
        return a == b ? 0 : limit + 1;
    std::array<std::array<int, longest + 1>, 3> rows{};
    const auto columns = static_cast<std::size_t>(b.size());
    for (std::size_t j = 0; j <= columns; ++j)
        rows[0][j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto &row = rows[static_cast<std::size_t>(i % 3)];
        const auto &above = rows[static_cast<std::size_t>((i - 1) % 3)];
        const auto &twoAbove = rows[static_cast<std::size_t>((i + 1) % 3)];
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (std::size_t j = 1; j <= columns; ++j) {
            const auto jj = static_cast<qsizetype>(j);
            const int change = a[i - 1] == b[jj - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[jj - 2] && a[i - 2] == b[jj - 1])
                row[j] = std::min(row[j], twoAbove[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > limit)
            return limit + 1;
    }
    return rows[static_cast<std::size_t>(a.size() % 3)][columns];
}

SearchIndex::SearchIndex(document::SnapshotPointer snapshot) : m_snapshot(std::move(snapshot))
{
    const Dataset &dataset = m_snapshot->dataset();
    const auto each = [this](Found kind, const auto &records, auto take) {
        for (std::size_t i = 0; i < records.size(); ++i) {
            m_kinds.emplace_back(kind, static_cast<int>(i));
            take(records[i]);
        }
    };
    each(Found::Organization, dataset.organizations, [this](const Organization &o) {
        for (const std::string *name : {&o.name, &o.shortName, &o.listing.ticker})
            add(*name, nameWeight);
        add(o.note, noteWeight);
    });
    each(Found::Deal, dataset.deals, [this](const Deal &d) {
        add(d.headline, titleWeight);
        for (const OrganizationId *party : {&d.tail(), &d.head()})
            if (const Organization *o = m_snapshot->index().organization(*party))
                add(o->displayName(), titleWeight);
        add(d.note, noteWeight);
        add(d.asAnnounced, noteWeight);
    });
    each(Found::Source, dataset.sources, [this](const Source &s) {
        add(s.publisher, titleWeight);
        add(s.title, noteWeight);
    });
    each(Found::Claim, dataset.claims, [this](const Claim &c) { add(c.statement, noteWeight); });
    m_places.clear();
}

void SearchIndex::add(const std::string &text, float weight)
{
    const auto record = static_cast<int>(m_kinds.size()) - 1;
    for (const QString &word : searchWords(document::text(text))) {
        const auto [place, fresh] = m_places.try_emplace(word.toStdString(), m_words.size());
        if (fresh) {
            m_words.push_back({word, {}});
            m_letters.push_back(lettersOf(word));
        }
        auto &postings = m_words[place->second].postings;
        if (!postings.empty() && postings.back().record == record)
            postings.back().weight = std::max(postings.back().weight, weight);
        else
            postings.push_back({record, weight});
    }
}

SearchIndex::Letters SearchIndex::lettersOf(const QString &word)
{
    constexpr int latin = 26;
    constexpr int others = 64 - latin;
    Letters letters = 0;
    for (const QChar c : word) {
        const int code = c.unicode();
        const bool plain = code >= 'a' && code <= 'z';
        letters |= Letters{1} << (plain ? code - 'a' : latin + code % others);
    }
    return letters;
}

std::vector<float> SearchIndex::scores(const QString &wanted) const
{
    std::vector<float> found(m_kinds.size(), 0);
    const Letters letters = lettersOf(wanted);
    const int mostDifferent = 2 * slipsIn(wanted);
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        // A word that lacks a letter of the wanted one cannot contain it, and each slip changes two letters at most.
        if ((letters & ~m_letters[i]) != 0 && std::popcount(letters ^ m_letters[i]) > mostDifferent)
            continue;
        const auto like = static_cast<float>(likeness(wanted, m_words[i].text));
        if (like <= 0)
            continue;
        for (const Posting &posting : m_words[i].postings) {
            float &score = found[static_cast<std::size_t>(posting.record)];
            score = std::max(score, like * posting.weight);
        }
    }
    return found;
}

std::vector<Hit> SearchIndex::find(const QString &query, std::size_t limit) const
{
    const QStringList wanted = searchWords(query);
    if (wanted.isEmpty())
        return {};
    std::vector<float> total = scores(wanted.front());
    for (const QString &word : wanted.mid(1)) {
        const std::vector<float> more = scores(word);
        for (std::size_t i = 0; i < total.size(); ++i)
            total[i] = more[i] > 0 && total[i] > 0 ? total[i] + more[i] : 0;
    }
    std::vector<std::size_t> records;
    for (std::size_t i = 0; i < total.size(); ++i)
        if (total[i] > 0)
            records.push_back(i);
    const std::size_t count = std::min(limit, records.size());
    std::partial_sort(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(count), records.end(),
                      [&](std::size_t a, std::size_t b) { return total[a] != total[b] ? total[a] > total[b] : a < b; });
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < count; ++i)
        hits.push_back({m_kinds[records[i]].first, m_kinds[records[i]].second, static_cast<double>(total[records[i]])});
    return hits;
}

QString titleOf(const document::Snapshot &snapshot, const Hit &hit)
{
    const Dataset &dataset = snapshot.dataset();
    const auto at = static_cast<std::size_t>(hit.position);
    switch (hit.kind) {
    case Found::Organization:
        return document::fullNameOf(snapshot, dataset.organizations[at]);
    case Found::Deal:
        return document::titleOf(snapshot, dataset.deals[at].id);
    case Found::Source:
        return document::text(dataset.sources[at].title);
    case Found::Claim:
        return document::text(dataset.claims[at].statement);
    }
    return {};
}

QString detailOf(const document::Snapshot &snapshot, const Hit &hit)
{
    const Dataset &dataset = snapshot.dataset();
    const auto at = static_cast<std::size_t>(hit.position);
    switch (hit.kind) {
    case Found::Organization: {
        const Layer *layer = snapshot.index().layer(dataset.organizations[at].layer);
        QStringList parts{layer ? document::text(layer->label) : QString(), words::countryName(dataset.organizations[at].country)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case Found::Deal:
        return words::money(dataset.deals[at].value);
    case Found::Source:
        return document::text(dataset.sources[at].publisher);
    case Found::Claim:
        return QCoreApplication::translate("Search", "claim");
    }
    return {};
}

document::Selection selectionOf(const document::Snapshot &snapshot, const Hit &hit)
{
    const Dataset &dataset = snapshot.dataset();
    const auto at = static_cast<std::size_t>(hit.position);
    switch (hit.kind) {
    case Found::Organization:
        return dataset.organizations[at].id;
    case Found::Deal:
        return dataset.deals[at].id;
    case Found::Source:
        for (const Deal &deal : dataset.deals)
            if (std::find(deal.sources.begin(), deal.sources.end(), dataset.sources[at].id) != deal.sources.end())
                return deal.id;
        return {};
    case Found::Claim:
        return dataset.claims[at].subject ? document::Selection(*dataset.claims[at].subject) : document::Selection();
    }
    return {};
}

} // namespace dealscape::models
