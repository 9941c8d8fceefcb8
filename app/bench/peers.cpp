// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/peers.h"

#include "bench/timing.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace dealscape::bench {

namespace {

/// A folder that goes away with everything in it.
class Scratch {
public:
    Scratch()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "dealscape-bench-XXXXXX").string();
        if (mkdtemp(pattern.data()))
            m_path = pattern;
    }
    ~Scratch()
    {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, ignored);
    }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    std::string file(const char *name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

void writeDot(const Network &network, const std::string &file)
{
    std::ofstream out(file);
    out << "digraph G {\n node [shape=circle fixedsize=true label=\"\"];\n";
    const std::vector<double> radii = radiiFor(network.values, 1600.0 * 1000.0);
    double mean = 0;
    for (const double radius : radii)
        mean += radius / static_cast<double>(radii.size());
    for (std::size_t i = 0; i < radii.size(); ++i)
        out << ' ' << i << " [width=" << 0.5 * radii[i] / mean << "];\n";
    for (const auto &[from, to] : network.deals)
        out << ' ' << from << " -> " << to << ";\n";
    out << "}\n";
}

/// Processor seconds of the whole process, or nothing when it failed.
std::optional<double> run(std::vector<std::string> command)
{
    std::vector<char *> arguments;
    for (std::string &word : command)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1 /* O_WRONLY */, 0);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    rusage used{};
    if (failed != 0 || wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return std::nullopt;
    const auto seconds = [](const timeval &time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

std::vector<layout::Point> readPlain(const std::string &file, std::size_t count)
{
    std::vector<layout::Point> points(count);
    std::size_t found = 0;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string word;
        std::size_t id = 0;
        layout::Point at;
        if (words >> word && word == "node" && words >> id >> at.x >> at.y && id < count) {
            points[id] = at;
            ++found;
        }
    }
    if (found != count)
        points.clear();
    return points;
}

} // namespace

std::optional<PeerDrawing> drawWith(const std::string &program, const Network &network, int runs)
{
    const Scratch scratch;
    writeDot(network, scratch.file("graph.dot"));
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto seconds =
            run({program, "-Goverlap=prism", "-Gsplines=none", "-Tplain", "-o", scratch.file("graph.plain"), scratch.file("graph.dot")});
        if (!seconds)
            return std::nullopt;
        times.push_back(*seconds);
    }
    PeerDrawing drawing{readPlain(scratch.file("graph.plain"), network.values.size()), median(times)};
    if (drawing.points.empty())
        return std::nullopt;
    return drawing;
}

} // namespace dealscape::bench
