// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/report.h"

#include "io/utf8.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace dealscape::io {

namespace {

/// Walks forward through the bytes and knows the line and column of where it stands.
class LineCounter {
public:
    explicit LineCounter(std::string_view bytes) : m_bytes(bytes) {}

    void moveTo(std::size_t offset)
    {
        while (const void *found = std::memchr(m_bytes.data() + m_at, '\n', offset - m_at)) {
            m_at = static_cast<std::size_t>(static_cast<const char *>(found) - m_bytes.data()) + 1;
            m_before = 0;
            ++m_line;
        }
        m_before += codePoints(m_bytes.substr(m_at, offset - m_at));
        m_at = offset;
    }

    int line() const { return m_line; }
    int column() const { return static_cast<int>(m_before) + 1; }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
    /// Code points between the start of the line and here.
    std::size_t m_before = 0;
    int m_line = 1;
};

} // namespace

void Report::add(Kept &list, Located located)
{
    ++list.count;
    if (list.kept.size() < m_limit)
        list.kept.push_back(std::move(located));
}

void Report::clear()
{
    m_errors = {};
    m_warnings = {};
}

std::vector<Issue> Report::issues(std::string_view bytes, const std::string &fileName) const
{
    std::vector<std::pair<Severity, const Located *>> order;
    for (const Located &located : m_errors.kept)
        order.emplace_back(Severity::Error, &located);
    for (const Located &located : m_warnings.kept)
        if (order.size() < m_limit)
            order.emplace_back(Severity::Warning, &located);
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.second->offset < b.second->offset; });

    std::vector<Issue> issues;
    LineCounter counter(bytes);
    for (const auto &[severity, located] : order) {
        counter.moveTo(std::min(located->offset, bytes.size()));
        issues.push_back({severity, fileName, counter.line(), counter.column(), located->text, located->pointer});
    }
    return issues;
}

} // namespace dealscape::io
