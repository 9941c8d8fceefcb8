// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "bench/metrics.h"
#include "bench/networks.h"
#include "bench/timing.h"
#include "drawing/drawing.h"
#include "io/reader.h"
#include "layout/geometry.h"
#include "picture/picture.h"
#include "resources/embedded.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

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

/// What a program made of a network.
struct PeerDrawing {
    std::vector<layout::Point> points;
    /// Processor time of the whole process.
    double seconds = 0;
};

/// Has a Graphviz program (neato, sfdp) draw a network with overlap removal by prism. Nothing when the program is
/// missing, fails or leaves nodes out. runs: the median of that many is the time.
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

struct Count {
    int shown = 0;
    int all = 0;

    double percent() const { return all > 0 ? 100.0 * shown / all : 100; }
};

struct Tally {
    Count names;
    Count amounts;
    int overlaps = 0;
    int onDiscs = 0;
    int clipped = 0;
};

double distance(const QRectF &box, QPointF point)
{
    return std::hypot(std::max({box.left() - point.x(), 0.0, point.x() - box.right()}),
                      std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()}));
}

Tally tallyOf(const drawing::Drawing &drawing)
{
    Tally tally;
    for (std::size_t i = 0; i < drawing.labels.size(); ++i) {
        const drawing::LabelMark &label = drawing.labels[i];
        const bool amount = label.target.kind == drawing::TargetKind::Edge;
        Count &count = amount ? tally.amounts : tally.names;
        ++count.all;
        if (!label.shown)
            continue;
        ++count.shown;
        tally.clipped += !drawing.plot.adjusted(-0.01, -0.01, 0.01, 0.01).contains(label.box);
        for (std::size_t k = i + 1; k < drawing.labels.size(); ++k)
            tally.overlaps += drawing.labels[k].shown && drawing.labels[k].box.intersects(label.box);
        for (const drawing::NodeMark &node : drawing.nodes)
            tally.onDiscs +=
                label.target != drawing::Target{drawing::TargetKind::Node, node.node} && distance(label.box, node.centre) < node.radius;
    }
    return tally;
}

void print(const std::string &name, const Dataset &dataset, const Perspective &perspective)
{
    const Index index(dataset);
    picture::PictureRequest request;
    request.perspective = perspective;
    const Tally tally = tallyOf(picture::picture(index, request).drawing);
    std::printf("%-20s %7.1f %9.1f %9d %9d %8d\n", name.c_str(), tally.names.percent(), tally.amounts.percent(), tally.overlaps,
                tally.onDiscs, tally.clipped);
}

/// Prints what becomes of names and amounts at 1920x1080: how many are shown, how many of those overlap one another, lie on
/// a foreign disc or leave the frame; for the embedded dataset and generated networks of up to 1,000 organisations. The
/// peers have no such figures: they draw every label wherever it falls. False when the embedded dataset cannot be read.
bool printLabels()
{
    int count = 1;
    char program[] = "dealscape-bench";
    char *arguments[] = {program, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(count, arguments);
    const io::ReadResult read = io::readDataset(resources::defaultDataset(), "embedded");
    if (!resources::loadTypeface() || !read.dataset)
        return false;
    std::printf("labels at 1920x1080  names %% amounts %%  overlaps  on discs  clipped\n");
    for (const int tier : {1, 2, 3}) {
        Perspective perspective = read.dataset->opening;
        perspective.filter.maximumTier = tier;
        print("tier " + std::to_string(tier), *read.dataset, perspective);
    }
    for (const auto &[organizations, deals] : {std::pair(60, 120), std::pair(150, 330), std::pair(300, 720), std::pair(1000, 2500)}) {
        Perspective everything;
        everything.filter.publishedOnly = false;
        print(std::to_string(organizations) + " organisations", datasetOf(generated(organizations, deals, 2)), everything);
    }
    return true;
}

struct Row {
    std::string program;
    Measures measures;
    double seconds = 0;
};

/// Places fit 1600 x 1000 with its margin of 5 %, so that the discs measured are the discs asked for.
constexpr double Width = 1600;
constexpr double Height = 1000;

int runsFor(const Network &network)
{
    return network.values.size() <= 300 ? 5 : network.values.size() <= 2000 ? 3 : 1;
}

struct LayoutOptions {
    std::string positions;
    bool peers = true;
};

Row ours(const Network &network, const LayoutOptions &options)
{
    const layout::Graph graph = graphOf(network, Width, Height);
    layout::Request request;
    request.width = 0.9 * Width;
    request.height = 0.9 * Height;
    layout::Placement placement;
    std::vector<double> times;
    for (int i = 0; i < runsFor(network); ++i) {
        const std::clock_t start = std::clock();
        placement = layout::place(graph, request);
        times.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    if (!options.positions.empty()) {
        std::ofstream out(options.positions);
        for (std::size_t i = 0; i < placement.nodes.size(); ++i)
            out << i << ' ' << placement.nodes[i].x << ' ' << placement.nodes[i].y << '\n';
    }
    return {"dealscape", measure(network, placement.nodes), median(times)};
}

void print(const Network &network, const Row &row)
{
    const Measures &m = row.measures;
    std::printf("%-20s %-12s %8.4f %10ld %8ld %8ld %7.3f %9.1f\n", network.name.c_str(), row.program.c_str(), m.stress, m.crossings,
                m.nodeOverlaps, m.edgesThroughNodes, m.giantShare, row.seconds * 1000);
}

void printRatios(const Row &mine, const std::vector<Row> &peers)
{
    double stress = peers[0].measures.stress;
    long crossings = peers[0].measures.crossings;
    long through = peers[0].measures.edgesThroughNodes;
    for (const Row &peer : peers) {
        stress = std::min(stress, peer.measures.stress);
        crossings = std::min(crossings, peer.measures.crossings);
        through = std::min(through, peer.measures.edgesThroughNodes);
    }
    std::printf("%-20s %-12s %8.3f %10.3f %8s %8.3f %7s", "", "to the best", mine.measures.stress / std::max(1e-9, stress),
                static_cast<double>(mine.measures.crossings) / static_cast<double>(std::max(1L, crossings)), "",
                static_cast<double>(mine.measures.edgesThroughNodes) / static_cast<double>(std::max(1L, through)), "");
    for (const Row &peer : peers)
        std::printf("  %.2f of %s", mine.seconds / peer.seconds, peer.program.c_str());
    std::printf("\n\n");
}

std::vector<Network> builtIn()
{
    return {embedded(1),
            embedded(2),
            embedded(3),
            lesMiserables(),
            generated(60, 120, 1),
            generated(150, 330, 2),
            generated(300, 720, 3),
            generated(1000, 2500, 4)};
}

struct Choice {
    LayoutOptions options;
    std::string graph;
    std::string nodes;
    std::string only;
};

std::optional<Choice> parse(const std::vector<std::string> &arguments)
{
    Choice choice;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &word = arguments[i];
        if (word == "--no-peers") {
            choice.options.peers = false;
            continue;
        }
        std::string *target = word == "--graph" ? &choice.graph
            : word == "--nodes"                 ? &choice.nodes
            : word == "--pos"                   ? &choice.options.positions
            : word == "--only"                  ? &choice.only
                                                : nullptr;
        if (!target || i + 1 == arguments.size())
            return std::nullopt;
        *target = arguments[++i];
    }
    if (choice.graph.empty() != choice.nodes.empty())
        return std::nullopt;
    return choice;
}

void printLayoutHeader()
{
    std::printf("%-20s %-12s %8s %10s %8s %8s %7s %9s\n", "network", "drawn by", "stress", "crossings", "overlaps", "through", "giant",
                "cpu ms");
}

void benchNetwork(const Network &network, const LayoutOptions &options)
{
    const Row mine = ours(network, options);
    print(network, mine);
    std::fflush(stdout);
    std::vector<Row> peers;
    for (const char *program : {"neato", "sfdp"}) {
        if (!options.peers)
            break;
        const auto drawing = drawWith(program, network, runsFor(network));
        if (!drawing) {
            std::printf("%-20s %-12s is not installed or failed\n", network.name.c_str(), program);
            continue;
        }
        peers.push_back({std::string(program) + "+prism", measure(network, drawing->points), drawing->seconds});
        print(network, peers.back());
    }
    if (!peers.empty())
        printRatios(mine, peers);
}

} // namespace

int runLayout(const std::vector<std::string> &arguments)
{
    const auto choice = parse(arguments);
    if (!choice) {
        std::fputs("Usage: dealscape-bench layout [--graph EDGES.csv --nodes NODES.csv] [--only NAME] [--pos FILE] [--no-peers]\n", stderr);
        return 2;
    }
    try {
        const std::vector<Network> networks =
            choice->graph.empty() ? builtIn() : std::vector<Network>{readNetwork(choice->graph, choice->nodes)};
        printLayoutHeader();
        for (const Network &network : networks)
            if (choice->only.empty() || choice->only == network.name)
                benchNetwork(network, choice->options);
        if (choice->graph.empty() && choice->only.empty() && !printLabels())
            throw std::runtime_error("the built-in dataset does not load");
    } catch (const std::exception &error) {
        std::fprintf(stderr, "dealscape-bench: %s\n", error.what());
        return 1;
    }
    return 0;
}

} // namespace dealscape::bench
