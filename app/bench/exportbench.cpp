// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "bench/timing.h"
#include "export/exhibit.h"
#include "export/png.h"
#include "io/reader.h"
#include "resources/embedded.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImageWriter>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <malloc.h>

namespace dealscape::bench {

namespace {

constexpr double mostTime = 1.0 / 3;
constexpr double mostMemory = 1.5;
constexpr qsizetype mostSvg = 200'000;

/// A line of /proc/self/status in bytes.
double statusBytes(const std::string &key)
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line))
        if (line.rfind(key, 0) == 0)
            return std::strtod(line.c_str() + key.size(), nullptr) * 1024;
    return 0;
}

/// Has the kernel forget the peak so far.
void forgetPeak()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

QByteArray encodedByQt(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, "png").write(image);
    return bytes;
}

QByteArray encodedByUs(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!exporting::writePng(buffer, image, {}))
        bytes.clear();
    return bytes;
}

bool verdict(const char *what, double value, double most)
{
    const bool good = value <= most;
    std::printf("%-28s %8.3f  at most %.3f  %s\n", what, value, most, good ? "kept" : "MISSED");
    return good;
}

bool timeEncoding(exporting::Exhibit &exhibit, int runs)
{
    const QImage &image = exhibit.image();
    std::vector<double> ours, theirs;
    QByteArray our, their;
    for (int run = 0; run < runs; ++run) {
        ours.push_back(milliseconds([&] { our = encodedByUs(image); }));
        theirs.push_back(milliseconds([&] { their = encodedByQt(image); }));
    }
    std::printf("%d x %d pixels, medians of %d turns\n", image.width(), image.height(), runs);
    std::printf("ours                         %8.1f ms  %8.1f kB\n", median(ours), static_cast<double>(our.size()) / 1e3);
    std::printf("QImageWriter                 %8.1f ms  %8.1f kB\n", median(theirs), static_cast<double>(their.size()) / 1e3);
    const bool quick = verdict("time, ratio", median(ours) / median(theirs), mostTime);
    return verdict("size, ratio", static_cast<double>(our.size()) / static_cast<double>(their.size()), 1) && quick;
}

bool weigh(const Index &index, const exporting::PictureOptions &options, const exporting::Sight &sight)
{
    const QTemporaryDir folder;
    malloc_trim(0);
    forgetPeak();
    const double before = statusBytes("VmRSS:");
    {
        exporting::Exhibit exhibit(index, options, sight);
        if (!exhibit.write(folder.filePath(QStringLiteral("picture.png"))))
            return false;
    }
    const double peak = statusBytes("VmHWM:") - before;
    const QSize pixels = options.extent().pixels();
    const double raw = 4.0 * pixels.width() * pixels.height();
    std::printf("peak above the start         %8.1f MB for %.1f MB of pixels\n", peak / 1e6, raw / 1e6);
    return verdict("memory / 4 bytes a pixel", peak / raw, mostMemory);
}

bool weighSvg(const Index &index, const exporting::Sight &sight)
{
    const QByteArray svg = exporting::Exhibit(index, {}, sight).svg();
    return verdict("SVG of the opening, kB", static_cast<double>(svg.size()) / 1e3, static_cast<double>(mostSvg) / 1e3);
}

} // namespace

int runExport(const std::vector<std::string> &arguments)
{
    int runs = 7;
    QSize pixels(7680, 4320);
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
        if (arguments[i] == "--runs")
            runs = std::max(1, std::atoi(arguments[i + 1].c_str()));
        else if (arguments[i] == "--size")
            std::sscanf(arguments[i + 1].c_str(), "%dx%d", &pixels.rwidth(), &pixels.rheight());
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    char name[] = "dealscape-bench";
    char *values[] = {name, nullptr};
    int count = 1;
    const QGuiApplication application(count, values);
    resources::loadTypeface();
    const Dataset dataset = *io::readDataset(resources::defaultDataset(), "embedded").dataset;
    const Index index(dataset);
    exporting::Sight sight;
    sight.perspective = dataset.opening;
    exporting::PictureOptions options;
    options.preset = exporting::Preset::Custom;
    options.custom = exporting::Extent::ofPixels(pixels);
    if (!options.custom.valid())
        return std::fprintf(stderr, "export: no usable size\n"), 2;
    const bool light = weigh(index, options, sight);
    exporting::Exhibit exhibit(index, options, sight);
    const bool quick = timeEncoding(exhibit, runs);
    return weighSvg(index, sight) && light && quick ? 0 : 1;
}

} // namespace dealscape::bench
