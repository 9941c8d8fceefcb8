// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "bench/timing.h"
#include "io/reader.h"
#include "present/transition.h"
#include "resources/embedded.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace dealscape::bench {

namespace {

constexpr QSize screen(1920, 1080);

double paintFrame(QImage &image, const present::Transition &transition, double share)
{
    const double start = computed();
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    transition.paint(painter, share);
    painter.end();
    return computed() - start;
}

struct Times {
    double first = 0;
    double median = 0;
    double slowest = 0;
};

/// As when the scene before has been on the screen, which puts its letters and discs into Qt's stores.
void showStill(QImage &image, const present::PreparedPointer &slide)
{
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    present::paint(painter, *slide);
}

Times timesOf(const present::PreparedPointer &from, const present::PreparedPointer &to, int frames)
{
    QImage image(screen, QImage::Format_RGB32);
    showStill(image, from);
    Times times;
    const double start = computed();
    const present::Transition transition(from, to);
    times.first = computed() - start + paintFrame(image, transition, 0);
    std::vector<double> all;
    for (int i = 1; i <= frames; ++i)
        all.push_back(paintFrame(image, transition, static_cast<double>(i) / frames));
    std::ranges::sort(all);
    times.median = all[all.size() / 2];
    times.slowest = all.back();
    return times;
}

} // namespace

int runPresent(const std::vector<std::string> &arguments)
{
    const bool frames = arguments.size() == 2 && arguments[0] == "--frames";
    if (!arguments.empty() && !frames) {
        std::fputs("Usage: dealscape-bench present [--frames N]\n", stderr);
        return 2;
    }
    const int count = frames ? std::max(2, std::atoi(arguments[1].c_str())) : 24;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int one = 1;
    char program[] = "dealscape-bench";
    char *values[] = {program, nullptr};
    const QApplication application(one, values);
    resources::loadTypeface();
    const io::ReadResult read = io::readDataset(resources::defaultDataset(), "embedded");
    if (!read.dataset || read.dataset->stories.empty())
        return 1;
    const Index index(*read.dataset);
    const std::vector<Scene> &scenes = read.dataset->stories.front().scenes;
    std::vector<present::PreparedPointer> slides;
    std::vector<double> composing;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        const double start = computed();
        slides::Slide slide =
            slides::slide(index, scenes[i], {static_cast<int>(i) + 1, static_cast<int>(scenes.size())}, style::ThemeKind::Light, screen);
        composing.push_back(computed() - start);
        slides.push_back(present::prepared(std::move(slide), 1));
    }
    std::printf("%-10s %10s %10s %11s %8s %8s\n", "change", "first, ms", "median, ms", "slowest, ms", "fps", "least");
    for (std::size_t i = 1; i < slides.size(); ++i) {
        const Times times = timesOf(slides[i - 1], slides[i], count);
        std::printf("%3zu to %-3zu %10.1f %10.1f %11.1f %8.0f %8.0f\n", i, i + 1, times.first, times.median, times.slowest,
                    1e3 / times.median, 1e3 / times.slowest);
    }
    for (std::size_t i = 0; i < composing.size(); ++i)
        std::printf("composing scene %zu: %.0f ms\n", i + 1, composing[i]);
    return 0;
}

} // namespace dealscape::bench
