// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "document/viewpoint.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dealscape::models {

enum class Found { Organization, Deal, Source, Claim };

/// A record that a search found, by its position in the dataset. Higher scores are better.
struct Hit {
    Found kind = Found::Organization;
    int position = 0;
    double score = 0;

    friend bool operator==(const Hit &, const Hit &) = default;
};

/// Words of a dataset with the records they stand in: names, tickers, headlines, notes, publishers, titles, claims.
/// Case and accents do not matter. Words of a search match whole words best, then beginnings, then parts, and then words with one
/// slip of typing (two from eight letters on: a letter too many, too few, wrong, or two swapped).
/// Building is linear in the texts; a search is linear in the number of distinct words, of which all but a few are passed over
/// by the letters they have.
class SearchIndex {
public:
    explicit SearchIndex(document::SnapshotPointer snapshot);

    const document::SnapshotPointer &snapshot() const { return m_snapshot; }

    /// Records that every word of the query matches, best first, at most limit.
    std::vector<Hit> find(const QString &query, std::size_t limit = 20) const;

private:
    struct Posting {
        int record;
        float weight;
    };
    struct Word {
        QString text;
        std::vector<Posting> postings;
    };
    /// A set of letters, several of them sharing a bit.
    using Letters = std::uint64_t;

    void add(const std::string &text, float weight);
    std::vector<float> scores(const QString &wanted) const;
    static Letters lettersOf(const QString &word);

    document::SnapshotPointer m_snapshot;
    /// Kind and position of each record, in the order of their numbers.
    std::vector<std::pair<Found, int>> m_kinds;
    std::vector<Word> m_words;
    /// The letters of each word.
    std::vector<Letters> m_letters;
    std::unordered_map<std::string, std::size_t> m_places;
};

/// Lower case without accents, cut into words.
QStringList searchWords(const QString &text);

/// Edits between two words, where swapping neighbours is one; limit + 1 as soon as it is more than that.
int typingSlips(QStringView a, QStringView b, int limit);

/// What a person reads of a hit: its name, and a word or amount beside it.
QString titleOf(const document::Snapshot &snapshot, const Hit &hit);
QString detailOf(const document::Snapshot &snapshot, const Hit &hit);
/// What choosing a hit selects: for a source the first deal that names it, for a claim whom it is about.
document::Selection selectionOf(const document::Snapshot &snapshot, const Hit &hit);

} // namespace dealscape::models
