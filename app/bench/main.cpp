// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include <cstdio>
#include <string_view>
#include <vector>

namespace {

struct Command {
    const char *name;
    const char *purpose;
    int (*run)(const std::vector<std::string> &arguments);
};

constexpr Command Commands[] = {
    {"charts", "all charts after a change of the filter, and 100,000 deals aggregated", dealscape::bench::runCharts},
    {"edit", "typing, editing and undoing among 100,000 deals", dealscape::bench::runEdit},
    {"export", "a large PNG against QImageWriter: time, size, memory", dealscape::bench::runExport},
    {"frame", "milliseconds a frame against QGraphicsView, panning and zooming", dealscape::bench::runFrame},
    {"interact", "time from click, filter and letter to what is seen", dealscape::bench::runInteract},
    {"layout", "graph drawing against Graphviz: stress, crossings, overlaps, time", dealscape::bench::runLayout},
    {"loops", "finding loops and measuring betweenness beside Boost's own algorithms", dealscape::bench::runLoops},
    {"present", "milliseconds a frame between the scenes of a story", dealscape::bench::runPresent},
    {"read", "reading and checking a dataset beside parsing it, and its memory", dealscape::bench::runRead},
    {"startup", "time to the first frame and memory, beside a bare window", dealscape::bench::runStartup},
};

int usage()
{
    std::fputs("Usage: dealscape-bench COMMAND [OPTIONS]\n\n", stderr);
    for (const Command &command : Commands)
        std::fprintf(stderr, "  %-10s %s\n", command.name, command.purpose);
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty())
        for (const Command &command : Commands)
            if (arguments[0] == command.name)
                return command.run({arguments.begin() + 1, arguments.end()});
    return usage();
}
