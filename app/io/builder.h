// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/progress.h"
#include "io/decode.h"
#include "io/json.h"
#include "io/locate.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dealscape::io {

/// Puts a dataset together from a document that arrives piece by piece. Stops at a format or version it cannot read.
class Builder : public Receiver {
public:
    Builder(std::string_view bytes, Report &report, const Progress &progress)
        : m_bytes(bytes), m_report(report), m_progress(progress), m_places(bytes)
    {}

    int list(std::string_view member) const override;
    bool element(int list, std::size_t index, Tree &tree) override;
    bool member(Tree &tree) override;

    /// To be called at the end of the document: what must be there and is not, and the defaults for what need not be.
    void finish();

    /// The version of an older document, which stopped the parse.
    std::optional<int> olderVersion() const { return m_olderVersion; }
    bool cancelled() const { return m_cancelled; }

    Dataset &dataset() { return m_dataset; }
    const Places &places() const { return m_places; }

private:
    bool format(Tree &tree);
    bool version(Tree &tree);
    Reading reading(std::string prefix);
    bool go(std::size_t offset);
    void warnOfStrangers();

    std::string_view m_bytes;
    Report &m_report;
    const Progress &m_progress;
    Places m_places;
    Dataset m_dataset;
    bool m_formatSeen = false;
    bool m_versionSeen = false;
    bool m_layersSeen = false;
    bool m_cancelled = false;
    std::optional<int> m_olderVersion;
    std::size_t m_elements = 0;
    /// Members of the document that arrived, and those that this version does not know with where their values start.
    std::set<std::string, std::less<>> m_seen;
    std::vector<std::pair<std::string, std::size_t>> m_strangers;
};

} // namespace dealscape::io
