// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <cstdint>
#include <memory>
#include <utility>

namespace dealscape::document {

/// One state of a dataset with its look-ups. It never changes, so any thread may read it for as long as it holds it;
/// the revision tells whether a result computed from it is still wanted.
class Snapshot {
public:
    Snapshot(std::shared_ptr<const Dataset> dataset, std::uint64_t revision)
        : m_dataset(std::move(dataset)), m_index(*m_dataset), m_revision(revision)
    {}
    /// A state later than `before`, whose look-ups it shares as far as they hold.
    Snapshot(std::shared_ptr<const Dataset> dataset, const Snapshot &before)
        : m_dataset(std::move(dataset)), m_index(*m_dataset, before.m_index), m_revision(before.m_revision + 1)
    {}
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

    const Dataset &dataset() const { return *m_dataset; }
    const std::shared_ptr<const Dataset> &shared() const { return m_dataset; }
    const Index &index() const { return m_index; }
    std::uint64_t revision() const { return m_revision; }

private:
    std::shared_ptr<const Dataset> m_dataset;
    Index m_index;
    std::uint64_t m_revision;
};

using SnapshotPointer = std::shared_ptr<const Snapshot>;

} // namespace dealscape::document
