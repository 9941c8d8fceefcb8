// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "io/locate.h"
#include "io/report.h"
#include "io/suggest.h"
#include "io/utf8.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealscape::io {

/// Looks ids up in a dataset that was read whole and reports those that lead nowhere, with the nearest that exists.
/// Pointers are passed as functions that make them, because only faults need them. Each look-up is constant.
class References {
public:
    References(const Dataset &dataset, const Places &places, Report &report)
        : m_dataset(dataset), m_index(dataset), m_places(places), m_report(report)
    {}

    const Dataset &dataset() const { return m_dataset; }
    const Index &index() const { return m_index; }

    /// Only what is kept is looked for in the file.
    void error(std::string text, const std::string &pointer)
    {
        m_report.full() ? m_report.error() : m_report.error(m_places.offsetOf(pointer), std::move(text), pointer);
    }
    void warning(std::string text, const std::string &pointer)
    {
        m_report.fullOfWarnings() ? m_report.warning() : m_report.warning(m_places.offsetOf(pointer), std::move(text), pointer);
    }

    const Organization *find(const OrganizationId &id) const { return m_index.organization(id); }
    const Deal *find(const DealId &id) const { return m_index.deal(id); }
    const Source *find(const SourceId &id) const { return m_index.source(id); }
    const OverlapGroup *find(const GroupId &id) const { return m_index.group(id); }
    const Claim *find(const ClaimId &id) const { return m_index.claim(id); }
    const Layer *find(const LayerId &id) const { return m_index.layer(id); }

    /// Empty ids pass: either nothing was meant, or it has been reported.
    template <class Tag, class Pointer>
    void need(const Id<Tag> &id, Pointer pointer)
    {
        if (!id.empty() && !find(id))
            unknown(noun(id), id.text(), candidates(id), pointer());
    }
    template <class Tag, class Pointer>
    void need(const std::optional<Id<Tag>> &id, Pointer pointer)
    {
        if (id)
            need(*id, pointer);
    }
    template <class Items, class Pointer>
    void needAll(const Items &ids, Pointer pointer)
    {
        std::size_t i = 0;
        for (const auto &id : ids) {
            need(id, [&] { return pointer() + '/' + std::to_string(i); });
            ++i;
        }
    }

    /// A text that must be the id of a thing of either kind.
    template <class A, class B, class Pointer>
    void needEither(const std::string &text, Pointer pointer)
    {
        if (text.empty() || find(A(text)) || find(B(text)))
            return;
        std::vector<std::string_view> near = candidates(A());
        const std::vector<std::string_view> others = candidates(B());
        near.insert(near.end(), others.begin(), others.end());
        unknown(std::string(noun(A())) + " or " + std::string(noun(B())), text, near, pointer());
    }

    /// Reports every id that an earlier item of the list has.
    template <class Items>
    void unique(std::string_view list, const Items &items)
    {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const int first = items[i].id.empty() ? static_cast<int>(i) : m_index.position(items[i].id);
            if (first == static_cast<int>(i))
                continue;
            const std::string start = '/' + std::string(list) + '/';
            error("duplicate " + std::string(noun(items[i].id)) + " " + quotation(items[i].id.text()) + ", already at " + start +
                      std::to_string(first),
                  start + std::to_string(i) + "/id");
        }
    }

private:
    static std::string_view noun(const OrganizationId &) { return "organisation"; }
    static std::string_view noun(const DealId &) { return "deal"; }
    static std::string_view noun(const SourceId &) { return "source"; }
    static std::string_view noun(const GroupId &) { return "overlap group"; }
    static std::string_view noun(const ClaimId &) { return "claim"; }
    static std::string_view noun(const LayerId &) { return "layer"; }

    std::vector<std::string_view> candidates(const OrganizationId &) const { return ids(m_dataset.organizations); }
    std::vector<std::string_view> candidates(const DealId &) const { return ids(m_dataset.deals); }
    std::vector<std::string_view> candidates(const SourceId &) const { return ids(m_dataset.sources); }
    std::vector<std::string_view> candidates(const GroupId &) const { return ids(m_dataset.groups); }
    std::vector<std::string_view> candidates(const ClaimId &) const { return ids(m_dataset.claims); }
    std::vector<std::string_view> candidates(const LayerId &) const { return ids(m_dataset.layers); }

    template <class Items>
    std::vector<std::string_view> ids(const Items &items) const
    {
        // Beyond this, and once the report is full, the search for the nearest is not worth its time.
        constexpr std::size_t many = 5000;
        std::vector<std::string_view> all;
        if (items.size() <= many && !m_report.full())
            for (const auto &item : items)
                all.push_back(item.id.text());
        return all;
    }

    void unknown(std::string_view noun, const std::string &id, const std::vector<std::string_view> &candidates, const std::string &pointer)
    {
        error("unknown " + std::string(noun) + " " + quotation(id) + didYouMean(id, candidates), pointer);
    }

    const Dataset &m_dataset;
    Index m_index;
    const Places &m_places;
    Report &m_report;
};

} // namespace dealscape::io
