// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/suggest.h"

#include "io/utf8.h"

#include <algorithm>
#include <vector>

namespace dealscape::io {

namespace {

/// Longer texts are not typing errors of one another worth the square of their length.
constexpr std::size_t longest = 64;

std::size_t reach(std::string_view text)
{
    return std::max<std::size_t>(1, text.size() / 3);
}

} // namespace

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates)
{
    if (text.size() > longest)
        return {};
    std::string_view best;
    std::size_t bestDistance = reach(text) + 1;
    for (std::string_view candidate : candidates) {
        const std::size_t difference = std::max(candidate.size(), text.size()) - std::min(candidate.size(), text.size());
        if (difference >= bestDistance)
            continue;
        const std::size_t distance = editDistance(text, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string didYouMean(std::string_view text, std::span<const std::string_view> candidates)
{
    const std::string_view near = nearest(text, candidates);
    return near.empty() ? std::string() : "; did you mean " + quotation(near) + '?';
}

} // namespace dealscape::io
