// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edits.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>
#include <utility>

namespace dealscape::document {

namespace {

/// Records of a part that changed, one list against the other.
template <class T>
class ListDifference {
public:
    ListDifference(std::vector<Edit> &edits, RecordList<T> Dataset::*list, const Dataset &before, const Dataset &after)
        : m_edits(edits), m_list(list), m_before(before.*list), m_after(after.*list)
    {}

    void find()
    {
        auto [first, end, oldEnd] = m_after.changeSince(m_before);
        while (first < end && first < oldEnd && m_after[first] == m_before[first])
            ++first;
        while (first < end && first < oldEnd && m_after[end - 1] == m_before[oldEnd - 1]) {
            --end;
            --oldEnd;
        }
        count(first, end);
        std::size_t old = first;
        for (std::size_t now = first; now < end; ++now) {
            // Those before the next survivor, which have gone.
            while (old < oldEnd && !m_left.contains(m_before[old].id))
                add(now, &m_before[old++], nullptr);
            if (old < oldEnd && m_before[old].id == m_after[now].id) {
                if (!(m_before[old] == m_after[now]))
                    add(now, &m_before[old], &m_after[now]);
                ++old;
            } else {
                add(now, nullptr, &m_after[now]);
            }
            leave(m_after[now]);
        }
        while (old < oldEnd)
            add(end, &m_before[old++], nullptr);
    }

private:
    using Key = decltype(T::id);

    void count(std::size_t first, std::size_t end)
    {
        for (std::size_t now = first; now < end; ++now)
            ++m_left[m_after[now].id];
    }
    void leave(const T &record)
    {
        const auto left = m_left.find(record.id);
        if (--left->second == 0)
            m_left.erase(left);
    }
    void add(std::size_t at, const T *before, const T *after)
    {
        RecordEdit<T> edit{m_list, at, std::nullopt, std::nullopt};
        if (before)
            edit.before = *before;
        if (after)
            edit.after = *after;
        m_edits.push_back(std::move(edit));
    }

    std::vector<Edit> &m_edits;
    RecordList<T> Dataset::*m_list;
    const RecordList<T> &m_before;
    const RecordList<T> &m_after;
    /// Ids that are still to come in the later list, with how often.
    std::unordered_map<Key, int> m_left;
};

template <class T>
void put(RecordList<T> &records, std::size_t at, const std::optional<T> &from, const std::optional<T> &to)
{
    if (from && to)
        records[at] = *to;
    else if (to)
        records.insert(at, *to);
    else
        records.erase(at);
}

} // namespace

std::vector<Edit> difference(const Dataset &before, const Dataset &after)
{
    std::vector<Edit> edits;
    ListDifference(edits, &Dataset::organizations, before, after).find();
    ListDifference(edits, &Dataset::deals, before, after).find();
    ListDifference(edits, &Dataset::groups, before, after).find();
    ListDifference(edits, &Dataset::sources, before, after).find();
    ListDifference(edits, &Dataset::claims, before, after).find();
    const auto values = [&](auto... members) {
        const auto one = [&]<class T>(T Dataset::*member) {
            if (!(before.*member == after.*member))
                edits.push_back(ValueEdit<T>{member, before.*member, after.*member});
        };
        (one(members), ...);
    };
    values(&Dataset::title, &Dataset::description, &Dataset::example, &Dataset::asOf, &Dataset::opening, &Dataset::scales, &Dataset::layers,
           &Dataset::article, &Dataset::articleSource, &Dataset::stories, &Dataset::arrangements, &Dataset::notes, &Dataset::extras);
    return edits;
}

void carryOut(Dataset &dataset, const std::vector<Edit> &edits)
{
    for (const Edit &edit : edits)
        std::visit(
            [&]<class E>(const E &e) {
                if constexpr (requires { e.list; })
                    put(dataset.*e.list, e.at, e.before, e.after);
                else
                    dataset.*e.member = e.after;
            },
            edit);
}

void takeBack(Dataset &dataset, const std::vector<Edit> &edits)
{
    for (const Edit &edit : edits | std::views::reverse)
        std::visit(
            [&]<class E>(const E &e) {
                if constexpr (requires { e.list; })
                    put(dataset.*e.list, e.at, e.after, e.before);
                else
                    dataset.*e.member = e.before;
            },
            edit);
}

} // namespace dealscape::document
