// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/labels.h"

#include "layout/grid.h"

#include <numeric>

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
                             const Box &frame)
{
    std::vector<int> order(requests.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return requests[a].importance > requests[b].importance; });

    std::vector<int> chosen(requests.size(), -1);
    Occupancy occupancy(cellFor(requests), discs, taken);
    for (const int label : order) {
        const LabelRequest &request = requests[label];
        const auto fits = [&](int k) { return frame.contains(request.candidates[k]) && occupancy.isFree(request.candidates[k], label); };
        const int count = static_cast<int>(request.candidates.size());
        if (request.previous >= 0 && request.previous < count && fits(request.previous))
            chosen[label] = request.previous;
        for (int k = 0; k < count && chosen[label] < 0; ++k)
            if (fits(k))
                chosen[label] = k;
        if (chosen[label] >= 0)
            occupancy.take(request.candidates[chosen[label]]);
    }
    return chosen;
}

} // namespace dealscape::layout
