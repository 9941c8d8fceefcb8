// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/ascending.h"

namespace dealscape::layout {

std::vector<double> ascending(const std::vector<Wish> &wishes)
{
    struct Block {
        double sum = 0;
        double weight = 0;
        std::size_t count = 0;

        double at() const { return sum / weight; }
    };
    std::vector<Block> blocks;
    for (const Wish &wish : wishes) {
        blocks.push_back({wish.value * wish.weight, wish.weight, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].at() > blocks.back().at()) {
            Block &before = blocks[blocks.size() - 2];
            before.sum += blocks.back().sum;
            before.weight += blocks.back().weight;
            before.count += blocks.back().count;
            blocks.pop_back();
        }
    }
    std::vector<double> values;
    values.reserve(wishes.size());
    for (const Block &block : blocks)
        values.insert(values.end(), block.count, block.at());
    return values;
}

} // namespace dealscape::layout
