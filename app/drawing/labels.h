// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "drawing/drawing.h"
#include "drawing/edges.h"
#include "drawing/nodes.h"
#include "network/network.h"
#include "network/trail.h"
#include "style/theme.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace dealscape::drawing {

/// All that find room, or names and the amounts of ribbons wider than a hairline alone.
enum class LabelChoice { All, Fewer };

/// All that decides where labels go.
struct LabelScene {
    network::View view;
    const style::Theme &theme;
    /// Every label lies in it.
    QRectF frame;
    /// What lies over the frame: chrome, and the numbers at folded nodes.
    std::vector<QRectF> taken;
    const std::vector<NodeMark> &nodes;
    const std::vector<HullMark> &hulls;
    const Drawing *previous = nullptr;
    /// The trail that is lit, and what it lights: only that is labelled but for names.
    const network::LitTrail *trail = nullptr;
    const Light *light = nullptr;
    /// What stands small and raised after the amount of each edge mark: the numbers of its sources. Null for none.
    const std::vector<QString> *raised = nullptr;
    LabelChoice labels = LabelChoice::All;
};

/// Names, umbrella names and amounts, placed by one occupancy index in order of importance: names by turnover and deals,
/// then umbrellas, then amounts by size. Ribbons of grade 3 and up are cut round their own label, thin ones too.
/// With a lit trail its legs have callouts, which come before names, and what fades keeps its name alone.
/// Labels avoid each other, discs, arrowheads and what is taken always, and foreign ribbons where they can.
std::vector<LabelMark> placeLabels(const LabelScene &scene, Edges &edges);

} // namespace dealscape::drawing
