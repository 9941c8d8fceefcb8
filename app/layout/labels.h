// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/geometry.h"

#include <vector>

namespace dealscape::layout {

/// What is wrong with a place: it lies on a line, or nearer to something else than to what it names. The worse ones come last.
enum class Flaw : char { None, OnLine, Mistaken };

/// A text that wants a place: candidate boxes in order of preference. Greedy by importance; ties by order.
struct LabelRequest {
    std::vector<Box> candidates;
    double importance = 0;
    /// Candidate chosen in the picture before, preferred while it is free, so that nothing flickers; -1 for none.
    int previous = -1;
    /// Of each candidate; empty for none.
    std::vector<Flaw> flaws = {};

    Flaw flawOf(int candidate) const { return flaws.empty() ? Flaw::None : flaws[static_cast<std::size_t>(candidate)]; }
};

/// Obstacles that no label may touch, beside the labels placed before.
struct Disc {
    Point centre;
    double radius = 0;
    /// Label allowed to touch this disc (its own name inside it), or -1.
    int owner = -1;
};

/// A line that labels had better not cover: of two free candidates the one over fewer lines wins, then the earlier one.
struct Line {
    std::vector<Point> points;
    double halfWidth = 0;
    /// Label that names this line and may cover it, or -1.
    int owner = -1;
};

/// The one occupancy index for names and amounts: chooses a candidate for each request or none (-1).
/// Chosen boxes overlap neither one another nor a disc nor a taken box, and lie inside the frame.
/// A previous candidate that is still free wins over one that covers fewer lines. Expected O(candidates + pieces of lines)
/// by a uniform grid.
std::vector<int> placeLabels(const std::vector<LabelRequest> &requests, const std::vector<Disc> &discs, const std::vector<Box> &taken,
                             const Box &frame, const std::vector<Line> &lines = {});

/// Gives labels that were left out, the most important first, places that are held by at most two others which can go elsewhere, those in
/// whose places yet others are included, or which are less important and are then left out themselves. Afterwards labels that lie on a
/// line give it up in the same way, where none is left out for it. No label moves onto a line that was on none. In the end no label is
/// left out for less important ones. At most some thousand trials for each.
void makeRoom(const std::vector<LabelRequest> &requests, const std::vector<Disc> &discs, const std::vector<Box> &taken, const Box &frame,
              std::vector<int> &chosen);

} // namespace dealscape::layout
