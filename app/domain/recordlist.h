// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace dealscape {

/// Records in the order of their file, used like a std::vector. Copies share their records in blocks, and whoever changes one
/// copies its block first: copying a list and replacing, adding or removing one record costs a few bytes a record, whatever the
/// records hold. Looking one up is constant.
///
/// Threads may read copies of one list at once. A reference that allows changes reaches every copy made while it is held, so it is let
/// go before the list is copied; and a list that is only read is best const, since begin() of one that is not copies shared blocks.
template <class T>
class RecordList {
    template <class V>
    class Place {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = V *;
        using reference = V &;

        Place() = default;
        explicit Place(T *const *at) : m_at(at) {}
        template <class W>
        requires(std::is_const_v<V> && !std::is_const_v<W>) Place(const Place<W> &other) : m_at(other.base()) {}

        T *const *base() const { return m_at; }
        reference operator*() const { return **m_at; }
        pointer operator->() const { return *m_at; }
        reference operator[](difference_type n) const { return *m_at[n]; }
        Place &operator++() { return *this += 1; }
        Place &operator--() { return *this -= 1; }
        Place operator++(int) { return std::exchange(*this, *this + 1); }
        Place operator--(int) { return std::exchange(*this, *this - 1); }
        Place &operator+=(difference_type n)
        {
            m_at += n;
            return *this;
        }
        Place &operator-=(difference_type n) { return *this += -n; }
        friend Place operator+(Place place, difference_type n) { return place += n; }
        friend Place operator+(difference_type n, Place place) { return place += n; }
        friend Place operator-(Place place, difference_type n) { return place -= n; }
        friend difference_type operator-(Place a, Place b) { return a.m_at - b.m_at; }
        friend auto operator<=>(const Place &, const Place &) = default;

    private:
        T *const *m_at = nullptr;
    };

public:
    using value_type = T;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using reference = T &;
    using const_reference = const T &;
    using iterator = Place<T>;
    using const_iterator = Place<const T>;

    RecordList() = default;
    RecordList(std::initializer_list<T> records) : RecordList(records.begin(), records.end()) {}
    RecordList(const std::vector<T> &records) : RecordList(records.begin(), records.end()) {}
    template <std::input_iterator It>
    RecordList(It first, It last)
    {
        for (; first != last; ++first)
            push_back(*first);
    }

    bool empty() const { return m_records.empty(); }
    size_type size() const { return m_records.size(); }

    const T &operator[](size_type i) const { return *m_records[i]; }
    const T &front() const { return *m_records.front(); }
    const T &back() const { return *m_records.back(); }
    const_iterator begin() const { return const_iterator(m_records.data()); }
    const_iterator end() const { return const_iterator(m_records.data() + size()); }
    const_iterator cbegin() const { return begin(); }
    const_iterator cend() const { return end(); }

    T &operator[](size_type i)
    {
        own(blockOf(i));
        return *m_records[i];
    }
    T &front() { return (*this)[0]; }
    T &back() { return (*this)[size() - 1]; }
    iterator begin()
    {
        for (size_type block = 0; block < m_blocks.size(); ++block)
            own(block);
        return iterator(m_records.data());
    }
    iterator end() { return begin() + static_cast<difference_type>(size()); }

    void reserve(size_type count) { m_records.reserve(count); }
    void clear() { *this = RecordList(); }
    void push_back(T record) { insert(size(), std::move(record)); }
    T &emplace_back()
    {
        push_back(T());
        return back();
    }
    void pop_back() { erase(size() - 1); }
    void resize(size_type count, T record = T())
    {
        while (size() > count)
            pop_back();
        while (size() < count)
            push_back(record);
    }

    /// Puts a record before position `at`, which may be size().
    void insert(size_type at, T record)
    {
        if (m_blocks.empty() || (at == size() && m_blocks.back()->size() >= most))
            m_blocks.push_back(std::make_shared<Block>());
        const size_type block = at == size() ? m_blocks.size() - 1 : blockOf(at);
        own(block);
        Block &records = *m_blocks[block];
        const size_type first = firstOf(block);
        records.insert(records.begin() + static_cast<difference_type>(at - first), std::move(record));
        m_records.insert(m_records.begin() + static_cast<difference_type>(at), nullptr);
        if (m_firsts.size() < m_blocks.size())
            m_firsts.push_back(at);
        for (size_type after = block + 1; after < m_firsts.size(); ++after)
            ++m_firsts[after];
        if (records.size() > 2 * most)
            split(block);
        else
            point(block);
    }
    void erase(size_type at)
    {
        const size_type block = blockOf(at);
        own(block);
        Block &records = *m_blocks[block];
        records.erase(records.begin() + static_cast<difference_type>(at - firstOf(block)));
        m_records.erase(m_records.begin() + static_cast<difference_type>(at));
        for (size_type after = block + 1; after < m_firsts.size(); ++after)
            --m_firsts[after];
        if (records.empty()) {
            m_blocks.erase(m_blocks.begin() + static_cast<difference_type>(block));
            m_firsts.erase(m_firsts.begin() + static_cast<difference_type>(block));
        } else {
            point(block);
        }
    }

    /// Records from `first` stand in other blocks than those of an earlier state of the list, up to `end` here and `oldEnd`
    /// there; all before and behind are shared. Takes a look at each block.
    struct Change {
        size_type first = 0;
        size_type end = 0;
        size_type oldEnd = 0;
    };
    Change changeSince(const RecordList &before) const
    {
        size_type head = 0;
        const size_type shortest = std::min(m_blocks.size(), before.m_blocks.size());
        while (head < shortest && m_blocks[head] == before.m_blocks[head])
            ++head;
        size_type tail = 0;
        while (tail < shortest - head && m_blocks[m_blocks.size() - 1 - tail] == before.m_blocks[before.m_blocks.size() - 1 - tail])
            ++tail;
        return {firstOf(head), firstOf(m_blocks.size() - tail), before.firstOf(before.m_blocks.size() - tail)};
    }

    friend bool operator==(const RecordList &a, const RecordList &b)
    {
        if (a.size() != b.size())
            return false;
        for (size_type i = 0; i < a.size(); ++i)
            if (a.m_records[i] != b.m_records[i] && !(a[i] == b[i]))
                return false;
        return true;
    }

private:
    using Block = std::vector<T>;
    /// Records in a block that is filled from the end; twice as many in one that grows in its middle.
    static constexpr size_type most = 128;

    size_type blockOf(size_type at) const
    {
        return static_cast<size_type>(std::upper_bound(m_firsts.begin(), m_firsts.end(), at) - m_firsts.begin()) - 1;
    }
    size_type firstOf(size_type block) const { return block < m_firsts.size() ? m_firsts[block] : size(); }
    void own(size_type block)
    {
        if (m_blocks[block].use_count() == 1)
            return;
        m_blocks[block] = std::make_shared<Block>(*m_blocks[block]);
        point(block);
    }
    void point(size_type block)
    {
        size_type at = firstOf(block);
        for (T &record : *m_blocks[block])
            m_records[at++] = &record;
    }
    void split(size_type block)
    {
        Block &records = *m_blocks[block];
        const auto middle = records.begin() + static_cast<difference_type>(records.size() / 2);
        auto rest = std::make_shared<Block>(std::make_move_iterator(middle), std::make_move_iterator(records.end()));
        records.erase(middle, records.end());
        m_blocks.insert(m_blocks.begin() + static_cast<difference_type>(block) + 1, std::move(rest));
        m_firsts.insert(m_firsts.begin() + static_cast<difference_type>(block) + 1, firstOf(block) + records.size());
        point(block);
        point(block + 1);
    }

    /// Every record, for looking up; the blocks own them. A block holds a run of records, the first of them at m_firsts.
    std::vector<T *> m_records;
    std::vector<std::shared_ptr<Block>> m_blocks;
    std::vector<size_type> m_firsts;
};

} // namespace dealscape
