// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout.h"

#include <vector>

namespace dealscape::layout {

/// A node, or the place where a long edge passes a column.
struct Item {
    int node = -1;
    double above = 0;
    double below = 0;
    double y = 0;
    std::vector<int> left;
    std::vector<int> right;
};

/// The items on one side of it.
inline const std::vector<int> &beside(const Item &item, bool right)
{
    return right ? item.right : item.left;
}

/// A graph in columns: each edge runs between neighbouring columns, from item to item. The nodes come first among the items.
struct Chain {
    /// Node::column of each column, ascending.
    std::vector<int> keys;
    std::vector<Item> items;
    std::vector<std::vector<int>> columns;
    /// Items of each long edge from left to right.
    std::vector<std::vector<int>> passes;
};

/// Chains of more items are put in order with less care.
constexpr std::size_t ManyItems = 3000;

Chain chainOf(const Graph &graph);

/// Crossings between neighbouring columns. O(m log m).
long crossingsIn(const Chain &chain);

/// Sorts the columns for few crossings: sweeps by means of neighbours, then swaps (Sugiyama, Tagawa and Toda 1981).
void order(Chain &chain, const Progress &progress);

/// Lets partners in one column stand side by side where that costs few crossings. O(edges in columns * m log m).
void gatherPairs(Chain &chain, const Graph &graph);

/// Lets the members of a hull stand side by side in each column: nodes between them go above or below, where they cross less.
void gatherHulls(Chain &chain, const Graph &graph);

} // namespace dealscape::layout
