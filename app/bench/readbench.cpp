// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "bench/networks.h"
#include "bench/timing.h"
#include "io/reader.h"
#include "io/writer.h"
#include "resources/embedded.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <malloc.h>

namespace dealscape::bench {

namespace {

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

void weighReading(std::size_t deals)
{
    const std::string bytes = io::writeDataset(manyDeals(deals));
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
