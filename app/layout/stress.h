// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "layout/geometry.h"
#include "layout/random.h"
#include "layout/topology.h"

#include <vector>

namespace dealscape::layout {

/// Ideal distances between all pairs of a small graph, as their inverses: a row a node, 0 on the diagonal and where there
/// is no way. The weight of a pair is the inverse squared, so that the inverse says everything stress needs.
/// Memory n squared floats, time O(n (n + m)).
class Distances {
public:
    explicit Distances(const Topology &topology);
    /// With edges of given lengths, in steps, in the order of Topology::pairs(). O(n (n + m) log n).
    Distances(const Topology &topology, const std::vector<double> &lengths);

    int count() const { return m_count; }
    const float *inverses(int node) const { return m_inverse.data() + static_cast<std::size_t>(node) * m_count; }
    float weightSum(int node) const { return m_weightSum[node]; }
    /// Pairs joined by a way.
    double pairs() const { return m_pairs; }

private:
    void setRow(int node, const std::vector<double> &distances);

    int m_count = 0;
    double m_pairs = 0;
    std::vector<float> m_inverse;
    std::vector<float> m_weightSum;
};

/// Stress of a drawing: mean over joined pairs of (s * |p - q| / d - 1)^2 with the scale s that makes it least
/// (Gansner, Koren and North, Graph Drawing by Stress Majorization, 2004; weights d^-2).
struct Stress {
    double value = 0;
    /// The best s, in steps a pixel.
    double scale = 1;
};
/// O(n squared).
Stress stressOf(const Distances &distances, const std::vector<Point> &points);

/// A start from distances to some pivots far from one another, projected on their two main axes
/// (Brandes and Pich, Eigensolver Methods for Progressive Multidimensional Scaling, 2006). One step is about one unit.
/// O(pivots (n + m) + pivots squared n).
std::vector<Point> pivotScaling(const Topology &topology, int pivots, Random &random);

/// Whether a node may be moved.
enum class Mobility : char { Free, Fixed };

/// Localised majorisation: sweeps that put every free node where its own part of the stress is least for the places of
/// the others, until nothing moves more than a thousandth of a step or the sweeps are used up. stepLength is the length
/// of one step. Returns false when cancelled. O(n squared) a sweep.
bool majorise(const Distances &distances, std::vector<Point> &points, double stepLength, int sweeps, const std::vector<Mobility> &mobility,
              const Progress &progress);

} // namespace dealscape::layout
