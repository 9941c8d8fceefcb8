// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "drawing/drawing.h"
#include "network/network.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <string>
#include <vector>

namespace dealscape::drawing {

/// A drawing as plain values, for scoring it elsewhere. Lengths are in pixels of the file, from its top left corner.
struct Geometry {
    struct Node {
        std::string id;
        double x = 0;
        double y = 0;
        double radius = 0;
    };
    struct Label {
        /// Id of the organisation, the deal or the overlap group; for a ribbon the ids of its ends joined by "->".
        std::string of;
        QString text;
        bool shown = false;
        QRectF box;
    };
    struct Edge {
        std::string from;
        std::string to;
        std::vector<std::string> deals;
        double width = 0;
        std::vector<QPointF> points;
    };

    QRectF frame;
    std::vector<Node> nodes;
    std::vector<Label> labels;
    std::vector<Edge> edges;
};

/// Magnification is the number of file pixels to a logical pixel. The frame is the plot; boxes of labels that are not
/// shown are empty; an opened ribbon gives one edge for each of its lanes.
Geometry geometry(const Index &index, const network::Network &network, const Drawing &drawing, double magnification = 1);

} // namespace dealscape::drawing
