// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/readbench.h"

#include "io/reader.h"
#include "io/writer.h"
#include "resources/embedded.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>

namespace dealscape::bench {

namespace {

using Clock = std::chrono::steady_clock;

template <class Work>
double milliseconds(Work work)
{
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

int option(const std::vector<std::string> &arguments, const std::string &name, int fallback)
{
    const auto found = std::find(arguments.begin(), arguments.end(), name);
    return found == arguments.end() || found + 1 == arguments.end() ? fallback : std::max(1, std::atoi((found + 1)->c_str()));
}

void timeReading(int runs)
{
    const std::string_view bytes = resources::defaultDataset();
    std::vector<double> ours, theirs;
    std::size_t deals = 0;
    for (int run = 0; run < runs; ++run) {
        ours.push_back(milliseconds([&] { deals = io::readDataset(bytes, "embedded").dataset->deals.size(); }));
        theirs.push_back(milliseconds([&] { deals += nlohmann::json::parse(bytes).size() > 0 ? 0 : 1; }));
    }
    std::printf("%zu deals, %.0f kB\n", deals, static_cast<double>(bytes.size()) / 1e3);
    std::printf("read and checked   %8.2f ms\n", median(ours));
    std::printf("nlohmann parse     %8.2f ms\n", median(theirs));
    std::printf("ratio              %8.2f\n\n", median(ours) / median(theirs));
}

/// The embedded deals over and over under new ids, until there are so many.
std::string manyDeals(std::size_t count)
{
    Dataset dataset = *io::readDataset(resources::defaultDataset(), "embedded").dataset;
    const std::vector<Deal> model = dataset.deals;
    for (std::size_t i = dataset.deals.size(); i < count; ++i) {
        Deal deal = model[i % model.size()];
        deal.id = DealId(deal.id.text() + "-" + std::to_string(i));
        dataset.deals.push_back(std::move(deal));
    }
    return io::writeDataset(dataset);
}

void weighReading(std::size_t deals)
{
    const std::string bytes = manyDeals(deals);
    malloc_trim(0);
    const auto used = [] { return mallinfo2().uordblks + mallinfo2().hblkhd; };
    const auto before = used();
    const io::ReadResult result = io::readDataset(bytes, "many");
    const auto after = used();
    std::printf("%zu deals, %.1f MB\n", result.dataset ? result.dataset->deals.size() : 0, static_cast<double>(bytes.size()) / 1e6);
    std::printf("memory once read   %8.1f MB\n", static_cast<double>(after - before) / 1e6);
    std::printf("ratio to the file  %8.2f\n", static_cast<double>(after - before) / static_cast<double>(bytes.size()));
}

} // namespace

int runRead(const std::vector<std::string> &arguments)
{
    timeReading(option(arguments, "--runs", 51));
    weighReading(static_cast<std::size_t>(option(arguments, "--deals", 100'000)));
    return 0;
}

} // namespace dealscape::bench
