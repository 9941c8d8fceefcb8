// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/labels.h"

#include "layout/grid.h"
#include "layout/hull.h"

#include <limits>
#include <numeric>
#include <utility>

namespace dealscape::layout {

namespace {

bool touches(const Box &box, const Disc &disc)
{
    const double x = std::max({box.x - disc.centre.x, 0.0, disc.centre.x - box.right()});
    const double y = std::max({box.y - disc.centre.y, 0.0, disc.centre.y - box.bottom()});
    return x * x + y * y < disc.radius * disc.radius;
}

/// Everything that is taken so far.
class Occupancy {
public:
    Occupancy(double cell, const std::vector<Disc> &discs, const std::vector<Box> &taken)
        : m_discs(discs), m_discGrid(cell, discs.size()), m_boxGrid(cell, taken.size() * 2 + 64)
    {
        for (std::size_t i = 0; i < discs.size(); ++i) {
            const double r = discs[i].radius;
            m_discGrid.insert(static_cast<int>(i), {discs[i].centre.x - r, discs[i].centre.y - r, 2 * r, 2 * r});
        }
        for (const Box &box : taken)
            take(box);
    }

    void take(const Box &box)
    {
        m_boxGrid.insert(static_cast<int>(m_boxes.size()), box);
        m_boxes.push_back(box);
    }

    bool isFree(const Box &box, int label) const
    {
        bool free = true;
        m_boxGrid.forEachNear(box, [&](int i) { free = free && !m_boxes[i].overlaps(box); });
        if (free)
            m_discGrid.forEachNear(box, [&](int i) { free = free && (m_discs[i].owner == label || !touches(box, m_discs[i])); });
        return free;
    }

private:
    const std::vector<Disc> &m_discs;
    std::vector<Box> m_boxes;
    Grid m_discGrid;
    Grid m_boxGrid;
};

/// Lines cut into pieces, by the cells they run through.
class Lines {
public:
    Lines(double cell, const std::vector<Line> &lines) : m_lines(lines), m_grid(cell, piecesOf(lines))
    {
        for (std::size_t line = 0; line < lines.size(); ++line)
            for (std::size_t i = 0; i + 1 < lines[line].points.size(); ++i) {
                const Point a = lines[line].points[i];
                const Point b = lines[line].points[i + 1];
                m_grid.insert(
                    static_cast<int>(m_pieces.size()),
                    Box{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}.grown(lines[line].halfWidth));
                m_pieces.push_back({static_cast<int>(line), i});
            }
    }

    /// Lines of others under a box.
    int under(const Box &box, int label) const
    {
        std::vector<int> found;
        m_grid.forEachNear(box, [&](int piece) {
            const Line &line = m_lines[m_pieces[piece].line];
            if (line.owner == label)
                return;
            const Box grown = box.grown(line.halfWidth);
            if (crosses(grown, line.points[m_pieces[piece].first], line.points[m_pieces[piece].first + 1]))
                found.push_back(m_pieces[piece].line);
        });
        std::sort(found.begin(), found.end());
        return static_cast<int>(std::unique(found.begin(), found.end()) - found.begin());
    }

private:
    struct Piece {
        int line = 0;
        std::size_t first = 0;
    };

    static std::size_t piecesOf(const std::vector<Line> &lines)
    {
        std::size_t count = 0;
        for (const Line &line : lines)
            count += line.points.size();
        return count;
    }

    const std::vector<Line> &m_lines;
    std::vector<Piece> m_pieces;
    Grid m_grid;
};

double cellFor(const std::vector<LabelRequest> &requests)
{
    double sum = 0;
    double count = 0;
    for (const LabelRequest &request : requests)
        for (const Box &box : request.candidates) {
            sum += box.w;
            count += 1;
        }
    return count > 0 ? std::max(8.0, sum / count) : 32;
}

} // namespace

std::vector<int> placeLabels(const std::vector<LabelRequest> &requests, const std::vector<Disc> &discs, const std::vector<Box> &taken,
                             const Box &frame, const std::vector<Line> &lines)
{
    std::vector<int> order(requests.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return requests[a].importance > requests[b].importance; });

    std::vector<int> chosen(requests.size(), -1);
    Occupancy occupancy(cellFor(requests), discs, taken);
    const Lines others(cellFor(requests), lines);
    for (const int label : order) {
        const LabelRequest &request = requests[label];
        const auto fits = [&](int k) { return frame.contains(request.candidates[k]) && occupancy.isFree(request.candidates[k], label); };
        const int count = static_cast<int>(request.candidates.size());
        const bool stays = request.previous >= 0 && request.previous < count && fits(request.previous);
        if (stays)
            chosen[label] = request.previous;
        int least = std::numeric_limits<int>::max();
        for (int k = 0; k < count && least > 0 && !stays; ++k) {
            if (!fits(k))
                continue;
            const int covered = others.under(request.candidates[k], label);
            if (covered < least) {
                least = covered;
                chosen[label] = k;
            }
        }
        if (chosen[label] >= 0)
            occupancy.take(request.candidates[chosen[label]]);
    }
    return chosen;
}

namespace {

/// Labels that have places and those that look for one.
class Rearrangement {
public:
    Rearrangement(const std::vector<LabelRequest> &requests, const std::vector<Disc> &discs, const std::vector<Box> &taken,
                  const Box &frame, std::vector<int> &chosen)
        : m_requests(requests), m_frame(frame), m_chosen(chosen), m_fixed(cellFor(requests), discs, taken)
    {}

    /// A place for a label that has none.
    bool makeRoomFor(int label)
    {
        m_trials = MostTrials;
        return settle(label, Flaw::Mistaken, Others::Hidden, Depth);
    }

    /// A place without the flaw of a label's own.
    bool better(int label)
    {
        m_trials = MostTrials;
        const Flaw flaw = flawOf(label);
        const int before = std::exchange(m_chosen[label], -1);
        if (settle(label, Flaw::None, Others::Kept, Depth) ||
            (flaw == Flaw::Mistaken && settle(label, Flaw::OnLine, Others::Hidden, Depth)))
            return true;
        m_chosen[label] = before;
        return false;
    }

    /// A place that only less important labels hold, which are left out for it.
    void displace(int label)
    {
        const LabelRequest &request = m_requests[label];
        for (int k = 0; k < static_cast<int>(request.candidates.size()); ++k) {
            if (!isFree(label, k))
                continue;
            const std::vector<int> holders = holdersOf(request.candidates[k], label);
            if (!std::all_of(holders.begin(), holders.end(),
                             [&](int holder) { return m_requests[holder].importance < request.importance; }))
                continue;
            for (const int holder : holders)
                m_chosen[holder] = -1;
            m_chosen[label] = k;
            return;
        }
    }

    Flaw flawOf(int label) const { return m_chosen[label] < 0 ? Flaw::None : m_requests[label].flawOf(m_chosen[label]); }

private:
    enum class Others { Kept, Hidden };
    static constexpr int MostTrials = 3000;
    static constexpr int Depth = 3;

    bool isFree(int label, int candidate) const
    {
        const Box &box = m_requests[label].candidates[candidate];
        return m_frame.contains(box) && m_fixed.isFree(box, label);
    }

    std::vector<int> holdersOf(const Box &box, int except) const
    {
        std::vector<int> holders;
        for (int other = 0; other < static_cast<int>(m_chosen.size()); ++other)
            if (other != except && m_chosen[other] >= 0 && m_requests[other].candidates[m_chosen[other]].overlaps(box))
                holders.push_back(other);
        return holders;
    }

    bool settle(int label, Flaw worst, Others others, int depth)
    {
        const LabelRequest &request = m_requests[label];
        m_settling.push_back(label);
        bool done = false;
        for (int k = 0; k < static_cast<int>(request.candidates.size()) && !done && m_trials > 0; ++k) {
            if (request.flawOf(k) > worst || !isFree(label, k))
                continue;
            --m_trials;
            const std::vector<int> holders = holdersOf(request.candidates[k], label);
            constexpr std::size_t most = 2;
            const bool fixed = std::any_of(holders.begin(), holders.end(), [this](int holder) {
                return std::find(m_settling.begin(), m_settling.end(), holder) != m_settling.end();
            });
            if (fixed || holders.size() > most || (depth == 0 && !holders.empty()))
                continue;
            const std::vector<int> before = m_chosen;
            for (const int holder : holders)
                m_chosen[holder] = -1;
            m_chosen[label] = k;
            done = std::all_of(holders.begin(), holders.end(), [&](int holder) {
                return settle(holder, m_requests[holder].flawOf(before[holder]), others, depth - 1) ||
                    (others == Others::Hidden && m_requests[holder].importance < m_requests[m_settling.front()].importance);
            });
            if (!done)
                m_chosen = before;
        }
        m_settling.pop_back();
        return done;
    }

    const std::vector<LabelRequest> &m_requests;
    const Box &m_frame;
    std::vector<int> &m_chosen;
    Occupancy m_fixed;
    /// Labels for which a place is being made: their own stays.
    std::vector<int> m_settling;
    int m_trials = 0;
};

} // namespace

void makeRoom(const std::vector<LabelRequest> &requests, const std::vector<Disc> &discs, const std::vector<Box> &taken, const Box &frame,
              std::vector<int> &chosen)
{
    Rearrangement rearrangement(requests, discs, taken, frame, chosen);
    std::vector<int> order(requests.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return requests[a].importance > requests[b].importance; });
    const auto seatAll = [&] {
        bool more = false;
        for (const int label : order)
            if (chosen[label] < 0)
                more = rearrangement.makeRoomFor(label) || more;
        return more;
    };
    constexpr int rounds = 3;
    bool more = true;
    for (int round = 0; round < rounds && more; ++round) {
        more = seatAll();
        for (const int label : order)
            if (rearrangement.flawOf(label) != Flaw::None)
                more = rearrangement.better(label) || more;
    }
    // What moved last has left places, and so has what was left out for others.
    seatAll();
    for (const int label : order)
        if (chosen[label] < 0)
            rearrangement.displace(label);
}

} // namespace dealscape::layout
