// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/labels.h"

#include "bench/networks.h"
#include "drawing/drawing.h"
#include "io/reader.h"
#include "picture/picture.h"
#include "resources/embedded.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace dealscape::bench {

namespace {

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

} // namespace

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

} // namespace dealscape::bench
