// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cycling.h"

#include "analysis/amounts.h"

#include <algorithm>
#include <utility>

namespace dealscape::analysis {

namespace {

/// A square matrix by rows.
class Matrix {
public:
    explicit Matrix(std::size_t size) : m_size(size), m_cells(size * size) {}

    std::size_t size() const { return m_size; }
    double &operator()(std::size_t row, std::size_t column) { return m_cells[row * m_size + column]; }
    double *row(std::size_t index) { return m_cells.data() + index * m_size; }

private:
    std::size_t m_size;
    std::vector<double> m_cells;
};

/// Inverts in place by Gauss and Jordan. Rows are diagonally dominant, as those of I - B are, so no pivot need be sought.
void invert(Matrix &matrix)
{
    const std::size_t size = matrix.size();
    for (std::size_t k = 0; k < size; ++k) {
        double *pivot = matrix.row(k);
        const double scale = 1 / pivot[k];
        pivot[k] = 1;
        for (std::size_t j = 0; j < size; ++j)
            pivot[j] *= scale;
        for (std::size_t i = 0; i < size; ++i) {
            double *row = matrix.row(i);
            const double factor = row[k];
            if (i == k || factor == 0)
                continue;
            row[k] = 0;
            for (std::size_t j = 0; j < size; ++j)
                row[j] -= factor * pivot[j];
        }
    }
}

/// The organisations of each strong component.
std::vector<std::vector<int>> membersByComponent(const std::vector<int> &components)
{
    std::vector<std::vector<int>> members;
    for (std::size_t i = 0; i < components.size(); ++i) {
        const std::size_t component = at(components[i]);
        if (component >= members.size())
            members.resize(component + 1);
        members[component].push_back(static_cast<int>(i));
    }
    return members;
}

/// One strong component: the flow matrix within it, and whether money can leave it.
class Component {
public:
    Component(const FlowGraph &graph, Bound bound, const std::vector<Money> &throughflow, std::vector<int> members)
        : m_members(std::move(members)), m_matrix(m_members.size())
    {
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            Money inside;
            const Money through = throughflow[at(m_members[i])];
            m_matrix(i, i) = 1;
            for (const int position : graph.out(m_members[i])) {
                const Arc &arc = graph.arc(position);
                const auto found = std::ranges::lower_bound(m_members, arc.to);
                if (found == m_members.end() || *found != arc.to || through <= Money())
                    continue;
                m_matrix(i, static_cast<std::size_t>(found - m_members.begin())) -= amount(arc.at(bound)) / amount(through);
                inside += arc.at(bound);
            }
            m_closed = m_closed && inside == through;
        }
    }

    /// Fills in the members' shares of money that comes back.
    void cycle(std::vector<double> &cycled) &&
    {
        if (!m_closed)
            invert(m_matrix);
        for (std::size_t i = 0; i < m_members.size(); ++i)
            cycled[at(m_members[i])] = m_closed ? 1 : std::clamp(1 - 1 / m_matrix(i, i), 0.0, 1.0);
    }

private:
    std::vector<int> m_members;
    Matrix m_matrix;
    bool m_closed = true;
};

} // namespace

double reciprocity(const FlowGraph &graph, Bound bound)
{
    Money matched;
    for (const Arc &arc : graph.arcs())
        if (const int back = graph.find(arc.to, arc.from); back >= 0)
            matched += std::min(arc.at(bound), graph.arc(back).at(bound));
    const Money total = graph.total(bound);
    return total > Money() ? amount(matched) / amount(total) : 0;
}

std::optional<Cycling> cycling(const FlowGraph &graph, Bound bound)
{
    Cycling result;
    for (int organization = 0; organization < graph.size(); ++organization)
        result.throughflow.push_back(std::max(graph.inflow(organization, bound), graph.outflow(organization, bound)));
    result.cycled.resize(at(graph.size()));
    for (std::vector<int> &members : membersByComponent(strongComponents(graph, bound))) {
        if (members.size() > at(largestComponent))
            return std::nullopt;
        if (members.size() > 1)
            Component(graph, bound, result.throughflow, std::move(members)).cycle(result.cycled);
    }
    double total = 0;
    for (std::size_t i = 0; i < result.cycled.size(); ++i) {
        result.index += amount(result.throughflow[i]) * result.cycled[i];
        total += amount(result.throughflow[i]);
    }
    result.index = total > 0 ? result.index / total : 0;
    return result;
}

} // namespace dealscape::analysis
