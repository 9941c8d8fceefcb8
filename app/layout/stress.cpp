// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/stress.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>

namespace dealscape::layout {

Distances::Distances(const Topology &topology)
    : m_count(topology.count()), m_inverse(static_cast<std::size_t>(m_count) * m_count, 0.0f), m_weightSum(m_count, 0.0f)
{
    std::vector<int> steps;
    std::vector<double> row(m_count);
    for (int node = 0; node < m_count; ++node) {
        topology.distancesFrom(node, steps);
        row.assign(steps.begin(), steps.end());
        setRow(node, row);
    }
}

Distances::Distances(const Topology &topology, const std::vector<double> &lengths)
    : m_count(topology.count()), m_inverse(static_cast<std::size_t>(m_count) * m_count, 0.0f), m_weightSum(m_count, 0.0f)
{
    std::vector<std::vector<std::pair<int, double>>> ways(m_count);
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        const auto &[a, b] = topology.pairs()[i];
        ways[a].emplace_back(b, lengths[i]);
        ways[b].emplace_back(a, lengths[i]);
    }
    for (int node = 0; node < m_count; ++node) {
        std::vector<double> row(m_count, -1);
        std::priority_queue<std::pair<double, int>, std::vector<std::pair<double, int>>, std::greater<>> open;
        open.emplace(0, node);
        while (!open.empty()) {
            const auto [distance, at] = open.top();
            open.pop();
            if (row[at] >= 0)
                continue;
            row[at] = distance;
            for (const auto &[next, length] : ways[at])
                if (row[next] < 0)
                    open.emplace(distance + length, next);
        }
        setRow(node, row);
    }
}

void Distances::setRow(int node, const std::vector<double> &distances)
{
    float *row = m_inverse.data() + static_cast<std::size_t>(node) * m_count;
    for (int other = 0; other < m_count; ++other) {
        if (distances[other] <= 0)
            continue;
        row[other] = static_cast<float>(1 / distances[other]);
        m_weightSum[node] += row[other] * row[other];
        m_pairs += other > node;
    }
}

Stress stressOf(const Distances &distances, const std::vector<Point> &points)
{
    double sum = 0;
    double squares = 0;
    for (int a = 0; a < distances.count(); ++a) {
        const float *inverse = distances.inverses(a);
        for (int b = a + 1; b < distances.count(); ++b) {
            const double ratio = length(points[a] - points[b]) * static_cast<double>(inverse[b]);
            sum += ratio;
            squares += ratio * ratio;
        }
    }
    if (squares <= 0)
        return {};
    return {1 - sum * sum / (squares * distances.pairs()), sum / squares};
}

namespace {

/// Rows of squared distances to the pivots, centred twice; the pivots' Gram matrix gives the axes.
std::vector<std::vector<double>> centredPivotRows(const Topology &topology, int pivots)
{
    const int n = topology.count();
    std::vector<std::vector<double>> rows;
    std::vector<int> steps;
    std::vector<int> nearest(n, n);
    int pivot = 0;
    for (int node = 1; node < n; ++node)
        if (topology.degree(node) > topology.degree(pivot))
            pivot = node;
    for (int k = 0; k < std::min(pivots, n); ++k) {
        topology.distancesFrom(pivot, steps);
        std::vector<double> row(n);
        double mean = 0;
        for (int i = 0; i < n; ++i) {
            const double d = steps[i] < 0 ? 1 : steps[i];
            row[i] = d * d;
            mean += row[i] / n;
            nearest[i] = std::min(nearest[i], std::max(0, steps[i]));
        }
        for (double &value : row)
            value -= mean;
        rows.push_back(std::move(row));
        pivot = static_cast<int>(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
    }
    for (int i = 0; i < n; ++i) {
        double mean = 0;
        for (const auto &row : rows)
            mean += row[i] / static_cast<double>(rows.size());
        for (auto &row : rows)
            row[i] -= mean;
    }
    return rows;
}

using Axis = std::vector<double>;

Axis times(const std::vector<Axis> &matrix, const Axis &vector)
{
    Axis result(vector.size(), 0.0);
    for (std::size_t i = 0; i < matrix.size(); ++i)
        for (std::size_t j = 0; j < vector.size(); ++j)
            result[i] += matrix[i][j] * vector[j];
    return result;
}

void orthonormalise(Axis &axis, const Axis *against)
{
    if (against) {
        double dot = 0;
        for (std::size_t i = 0; i < axis.size(); ++i)
            dot += axis[i] * (*against)[i];
        for (std::size_t i = 0; i < axis.size(); ++i)
            axis[i] -= dot * (*against)[i];
    }
    double norm = 0;
    for (const double value : axis)
        norm += value * value;
    norm = norm > 1e-20 ? 1 / std::sqrt(norm) : 0;
    for (double &value : axis)
        value *= norm;
}

Axis mainAxis(const std::vector<Axis> &gram, const Axis *against, Random &random)
{
    Axis axis(gram.size());
    for (double &value : axis)
        value = random.between(-1, 1);
    orthonormalise(axis, against);
    for (int round = 0; round < 60; ++round) {
        axis = times(gram, axis);
        orthonormalise(axis, against);
    }
    return axis;
}

} // namespace

std::vector<Point> pivotScaling(const Topology &topology, int pivots, Random &random)
{
    const int n = topology.count();
    std::vector<Point> points(n);
    if (n < 2)
        return points;
    const auto rows = centredPivotRows(topology, pivots);
    std::vector<Axis> gram(rows.size(), Axis(rows.size(), 0.0));
    for (std::size_t a = 0; a < rows.size(); ++a)
        for (std::size_t b = a; b < rows.size(); ++b) {
            for (int i = 0; i < n; ++i)
                gram[a][b] += rows[a][i] * rows[b][i];
            gram[b][a] = gram[a][b];
        }
    const Axis first = mainAxis(gram, nullptr, random);
    const Axis second = mainAxis(gram, &first, random);
    for (std::size_t k = 0; k < rows.size(); ++k)
        for (int i = 0; i < n; ++i)
            points[i] = points[i] + Point{rows[k][i] * first[k], rows[k][i] * second[k]};

    double ratio = 0;
    for (const auto &[a, b] : topology.pairs())
        ratio += length(points[a] - points[b]) / static_cast<double>(topology.pairs().size());
    for (Point &point : points)
        point = point * (ratio > 1e-9 ? 1 / ratio : 1) + Point{random.between(-0.05, 0.05), random.between(-0.05, 0.05)};
    return points;
}

namespace {

constexpr int Lanes = 8;

/// Sums over one row, in lanes so that the compiler can use vector instructions without reordering anything.
Point target(const float *inverse, const float *xs, const float *ys, int count, float x, float y)
{
    float sumX[Lanes] = {};
    float sumY[Lanes] = {};
    int j = 0;
    for (; j + Lanes <= count; j += Lanes)
        for (int k = 0; k < Lanes; ++k) {
            const float dx = x - xs[j + k];
            const float dy = y - ys[j + k];
            const float i = inverse[j + k];
            const float f = i / std::sqrt(dx * dx + dy * dy + 1e-12f);
            sumX[k] += i * i * xs[j + k] + f * dx;
            sumY[k] += i * i * ys[j + k] + f * dy;
        }
    for (; j < count; ++j) {
        const float dx = x - xs[j];
        const float dy = y - ys[j];
        const float f = inverse[j] / std::sqrt(dx * dx + dy * dy + 1e-12f);
        sumX[0] += inverse[j] * inverse[j] * xs[j] + f * dx;
        sumY[0] += inverse[j] * inverse[j] * ys[j] + f * dy;
    }
    Point sum;
    for (int k = 0; k < Lanes; ++k)
        sum = sum + Point{static_cast<double>(sumX[k]), static_cast<double>(sumY[k])};
    return sum;
}

} // namespace

bool majorise(const Distances &distances, std::vector<Point> &points, double stepLength, int sweeps, const std::vector<Mobility> &mobility,
              const Progress &progress)
{
    const int n = distances.count();
    std::vector<float> xs(n);
    std::vector<float> ys(n);
    for (int i = 0; i < n; ++i) {
        xs[i] = static_cast<float>(points[i].x / stepLength);
        ys[i] = static_cast<float>(points[i].y / stepLength);
    }
    bool complete = true;
    for (int sweep = 0; sweep < sweeps && complete; ++sweep) {
        float moved = 0;
        for (int i = 0; i < n; ++i) {
            if ((!mobility.empty() && mobility[i] == Mobility::Fixed) || distances.weightSum(i) <= 0)
                continue;
            const Point sum = target(distances.inverses(i), xs.data(), ys.data(), n, xs[i], ys[i]);
            const float x = static_cast<float>(sum.x) / distances.weightSum(i);
            const float y = static_cast<float>(sum.y) / distances.weightSum(i);
            moved = std::max({moved, std::abs(x - xs[i]), std::abs(y - ys[i])});
            xs[i] = x;
            ys[i] = y;
        }
        complete = !progress.stop();
        if (moved < 1e-3f)
            break;
    }
    for (int i = 0; i < n; ++i)
        if (mobility.empty() || mobility[i] == Mobility::Free)
            points[i] = {xs[i] * stepLength, ys[i] * stepLength};
    return complete;
}

} // namespace dealscape::layout
