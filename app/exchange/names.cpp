// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/names.h"

#include "domain/ascii.h"
#include "io/suggest.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

namespace dealscape::exchange {

namespace {

constexpr std::string_view legalForms[] = {
    "inc", "incorporated", "corp", "corporation", "co",      "company",  "ltd",   "limited", "llc",  "llp",  "lp",  "plc", "ag",   "gmbh",
    "se",  "kg",           "kgaa", "ohg",         "mbh",     "eg",       "sa",    "sas",     "sarl", "spa",  "srl", "slp", "sl",   "nv",
    "bv",  "ab",           "asa",  "as",          "oy",      "oyj",      "aps",   "pte",     "pty",  "pjsc", "jsc", "kk",  "ltda", "kft",
    "zrt", "sro",          "doo",  "the",         "holding", "holdings", "group", "und",     "and",  "cie",  "cv",  "scs", "sicav"};

std::vector<QString> wordsOf(std::string_view name)
{
    const QString plain = QString::fromUtf8(name).normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString text;
    for (const QChar c : plain) {
        if (c.isMark() || c == u'.' || c == u'\'')
            continue;
        text += c.isLetterOrNumber() || c.isSurrogate() ? c : QChar(u' ');
    }
    std::vector<QString> words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        words.push_back(word);
    return words;
}

bool apart(const NamedParty &a, const NamedParty &b)
{
    const auto differ = [](const std::string &x, const std::string &y) { return !x.empty() && !y.empty() && x != y; };
    return (a.identified && b.identified) || (a.existing && b.existing) || differ(a.country, b.country) || differ(a.ticker, b.ticker);
}

class Finder {
public:
    explicit Finder(const std::vector<NamedParty> &parties) : m_parties(parties)
    {
        for (const NamedParty &party : parties)
            m_prints.push_back(fingerprint(party.name));
    }

    std::vector<MergeOffer> find(std::size_t most)
    {
        std::unordered_map<std::string, std::vector<std::size_t>> same;
        for (std::size_t i = 0; i < m_parties.size(); ++i)
            if (!m_prints[i].empty())
                offer(same[m_prints[i]], i);
        if (m_parties.size() <= 30'000) {
            std::unordered_map<std::string, std::vector<std::size_t>> near;
            for (std::size_t i = 0; i < m_parties.size(); ++i)
                byTyping(near, i);
        }
        std::stable_sort(m_offers.begin(), m_offers.end(), [](const MergeOffer &a, const MergeOffer &b) { return a.score > b.score; });
        // Names that earlier offers join already need no other one.
        std::vector<std::size_t> leader(m_parties.size());
        std::iota(leader.begin(), leader.end(), std::size_t(0));
        const auto lead = [&](std::size_t i) {
            while (leader[i] != i)
                i = leader[i] = leader[leader[i]];
            return i;
        };
        std::vector<MergeOffer> kept;
        for (const MergeOffer &offer : m_offers) {
            const std::size_t a = lead(offer.keep);
            const std::size_t b = lead(offer.other);
            if (a == b || kept.size() >= most)
                continue;
            leader[std::max(a, b)] = std::min(a, b);
            kept.push_back(offer);
        }
        return kept;
    }

private:
    void offer(std::vector<std::size_t> &others, std::size_t mine)
    {
        for (std::size_t i = 0; i < std::min<std::size_t>(others.size(), 20); ++i)
            pair(others[i], mine);
        others.push_back(mine);
    }

    void byTyping(std::unordered_map<std::string, std::vector<std::size_t>> &near, std::size_t mine)
    {
        const std::string &print = m_prints[mine];
        const bool figures = std::any_of(print.begin(), print.end(), [](char c) { return digit(c); });
        if (print.size() < 6 || print.size() > 60 || figures)
            return;
        std::set<std::string> keys = {print};
        for (std::size_t i = 0; i < print.size(); ++i)
            keys.insert(print.substr(0, i) + print.substr(i + 1));
        for (const std::string &key : keys)
            offer(near[key], mine);
    }

    void pair(std::size_t first, std::size_t second)
    {
        const NamedParty &a = m_parties[first];
        const NamedParty &b = m_parties[second];
        if (first == second || apart(a, b) || !m_seen.emplace(std::min(first, second), std::max(first, second)).second)
            return;
        const std::string &x = m_prints[first];
        const std::string &y = m_prints[second];
        double score = 0.99;
        if (x != y) {
            const std::size_t edits = io::editDistance(x, y);
            const std::size_t length = std::max(x.size(), y.size());
            if (edits * 8 > std::max<std::size_t>(length, 8))
                return;
            score = 0.98 - static_cast<double>(edits) / static_cast<double>(length);
        }
        const bool swapped = b.existing && !a.existing;
        m_offers.push_back({swapped ? second : first, swapped ? first : second, score});
    }

    const std::vector<NamedParty> &m_parties;
    std::vector<std::string> m_prints;
    std::set<std::pair<std::size_t, std::size_t>> m_seen;
    std::vector<MergeOffer> m_offers;
};

} // namespace

std::string tidyName(std::string_view name)
{
    if (isAscii(name)) {
        std::string out;
        out.reserve(name.size());
        for (const char c : name) {
            const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (!blank)
                out += c;
            else if (!out.empty() && out.back() != ' ')
                out += ' ';
        }
        if (!out.empty() && out.back() == ' ')
            out.pop_back();
        return out;
    }
    return QString::fromUtf8(name).normalized(QString::NormalizationForm_C).simplified().toStdString();
}

std::string fingerprint(std::string_view name)
{
    const std::vector<QString> words = wordsOf(name);
    QString all;
    QString bare;
    for (const QString &word : words) {
        all += word;
        const std::string plain = word.toStdString();
        if (std::find(std::begin(legalForms), std::end(legalForms), plain) == std::end(legalForms))
            bare += word;
    }
    return (bare.isEmpty() ? all : bare).toStdString();
}

std::vector<MergeOffer> mergeOffers(const std::vector<NamedParty> &parties, std::size_t most)
{
    return Finder(parties).find(most);
}

std::string slug(std::string_view name, std::string_view fallback)
{
    std::string plain(name);
    if (!isAscii(name)) {
        QString text;
        for (const QChar c : QString::fromUtf8(name).normalized(QString::NormalizationForm_KD)) {
            if (c == QChar(0xDF))
                text += QLatin1String("ss");
            else if (!c.isMark())
                text += c.unicode() < 0x80 ? c : QChar(u' ');
        }
        plain = text.toStdString();
    }
    std::string out;
    for (const char byte : plain) {
        const char c = lowered(byte);
        const bool kept = (c >= 'a' && c <= 'z') || digit(c);
        if (kept)
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
        if (out.size() >= 60)
            break;
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out.empty() ? std::string(fallback) : out;
}

} // namespace dealscape::exchange
