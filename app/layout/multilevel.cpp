// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/multilevel.h"

#include "layout/quadtree.h"
#include "layout/stress.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace dealscape::layout {

namespace {

/// A free node to join with: the neighbour with the least mass, else another neighbour of a neighbour.
int partner(const Topology &topology, const std::vector<double> &mass, const std::vector<int> &parent, int node)
{
    int best = -1;
    for (const int next : topology.neighbours(node))
        if (parent[next] < 0 && (best < 0 || mass[next] * topology.degree(next) < mass[best] * topology.degree(best)))
            best = next;
    if (best >= 0 && topology.degree(node) > 1)
        return best;
    constexpr int tries = 24;
    for (const int next : topology.neighbours(node)) {
        const auto others = topology.neighbours(next);
        const auto from = std::upper_bound(others.begin(), others.end(), node) - others.begin();
        for (int k = 0; k < std::min<int>(tries, static_cast<int>(others.size())); ++k) {
            const int other = others[(static_cast<std::size_t>(from) + k) % others.size()];
            if (other != node && parent[other] < 0 && topology.degree(other) <= 2 * topology.degree(node))
                return other;
        }
    }
    return best;
}

} // namespace

Coarser coarsen(const Topology &topology, const std::vector<double> &mass, Random &random)
{
    const int n = topology.count();
    std::vector<int> order(n);
    std::iota(order.begin(), order.end(), 0);
    for (int i = n - 1; i > 0; --i)
        std::swap(order[i], order[random.below(i + 1)]);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return std::min(8, topology.degree(a)) < std::min(8, topology.degree(b)); });

    Coarser result;
    result.parent.assign(n, -1);
    for (const int node : order) {
        if (result.parent[node] >= 0)
            continue;
        const int other = partner(topology, mass, result.parent, node);
        const int id = static_cast<int>(result.mass.size());
        result.parent[node] = id;
        result.mass.push_back(mass[node]);
        if (other >= 0) {
            result.parent[other] = id;
            result.mass.back() += mass[other];
        }
    }
    std::vector<std::pair<int, int>> pairs;
    pairs.reserve(topology.pairs().size());
    for (const auto &[a, b] : topology.pairs())
        pairs.emplace_back(result.parent[a], result.parent[b]);
    result.topology = Topology(static_cast<int>(result.mass.size()), std::move(pairs));
    return result;
}

namespace {

constexpr double Repulsion = 0.2;

/// Scales a drawing so that springs and repulsion hold balance on the whole (the virial of both is equal then).
void balance(const Topology &topology, const std::vector<double> &mass, std::vector<Point> &points)
{
    double cubes = 0;
    for (const auto &[a, b] : topology.pairs())
        cubes += std::pow(length(points[a] - points[b]), 3);
    double total = 0;
    double squares = 0;
    for (const double m : mass) {
        total += m;
        squares += m * m;
    }
    if (cubes <= 0)
        return;
    const double factor = std::cbrt(Repulsion * (total * total - squares) / 2 / cubes);
    for (Point &point : points)
        point = point * factor;
}

/// Moves nodes along the forces by steps that shrink as the picture comes to rest.
bool settle(const Topology &topology, const std::vector<double> &mass, std::vector<Point> &points, double step, int rounds,
            const Progress &progress)
{
    const int n = topology.count();
    std::vector<Point> forces(n);
    double before = 0;
    int calm = 0;
    for (int round = 0; round < rounds; ++round) {
        if (progress.stop())
            return false;
        const QuadTree tree(points, mass);
        double energy = 0;
        for (int i = 0; i < n; ++i) {
            Point force = tree.repulsion(i, 1.0) * (Repulsion * mass[i]);
            for (const int next : topology.neighbours(i)) {
                const Point way = points[next] - points[i];
                force = force + way * length(way);
            }
            forces[i] = force * (1 / mass[i]);
            energy += forces[i].x * forces[i].x + forces[i].y * forces[i].y;
        }
        for (int i = 0; i < n; ++i) {
            const double l = length(forces[i]);
            if (l > 1e-12)
                points[i] = points[i] + forces[i] * (std::min(step, l) / l);
        }
        calm = energy < before ? calm + 1 : 0;
        if (calm >= 5 || energy >= before)
            step *= energy < before ? 1.1 : 0.9;
        before = energy;
    }
    return true;
}

bool placeSmallest(const Topology &topology, std::vector<Point> &points, Random &random, const Progress &progress)
{
    points = pivotScaling(topology, 50, random);
    const Distances distances(topology);
    return majorise(distances, points, 1, 80, {}, progress);
}

} // namespace

bool multilevel(const Topology &topology, std::vector<Point> &points, Random &random, const Progress &progress)
{
    constexpr int smallest = 400;
    std::vector<Coarser> levels;
    std::vector<double> ones(topology.count(), 1.0);
    const auto level = [&](std::size_t i) -> const Topology & { return i == 0 ? topology : levels[i - 1].topology; };
    const auto massOf = [&](std::size_t i) -> const std::vector<double> & { return i == 0 ? ones : levels[i - 1].mass; };
    while (level(levels.size()).count() > smallest) {
        Coarser next = coarsen(level(levels.size()), massOf(levels.size()), random);
        if (progress.stop() || next.topology.count() > 0.9 * level(levels.size()).count())
            break;
        levels.push_back(std::move(next));
    }

    const std::size_t top = levels.size();
    if (level(top).count() <= 4 * smallest) {
        if (!placeSmallest(level(top), points, random, progress))
            return false;
    } else {
        points = pivotScaling(level(top), 50, random);
    }
    double done = 0;
    double work = 0;
    for (std::size_t i = 0; i <= top; ++i)
        work += level(i).count();
    for (std::size_t i = top + 1; i-- > 0;) {
        if (i < top) {
            std::vector<Point> finer(level(i).count());
            for (int node = 0; node < level(i).count(); ++node) {
                const double angle = random.between(0, 2 * std::numbers::pi);
                finer[node] = points[levels[i].parent[node]] + Point{std::cos(angle), std::sin(angle)} * (0.3 * random.unit());
            }
            points = std::move(finer);
        }
        balance(level(i), massOf(i), points);
        const int rounds = level(i).count() > 30000 ? 20 : level(i).count() > 5000 ? 40 : 80;
        if (!settle(level(i), massOf(i), points, i == top ? 1.0 : 0.6, rounds, progress))
            return false;
        done += level(i).count();
        progress(0.8 * done / work);
    }
    return true;
}

} // namespace dealscape::layout
