// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dealscape::layout {

/// The counting loops that improving a drawing spends its time in: what one way, disc or box touches of all others. Everything
/// lies in arrays of single precision side by side, so that compilers make vector instructions of the loops. Each is O(count).

/// A box by its middle and half its sides.
struct Middle {
    float x = 0;
    float y = 0;
    float halfWidth = 0;
    float halfHeight = 0;
};

/// Half the width of a box that is not there: it touches nothing.
constexpr float NoBox = -1e9f;

/// Edges, from (ax, ay) to (bx, by), that cross the way from p to q. Edges with an end at p or q do not: their products are
/// exactly zero.
int crossingsOf(float px, float py, float qx, float qy, const float *ax, const float *ay, const float *bx, const float *by, int count);

/// Discs, grown by margin, that the way from p to q passes through; those around p and q themselves included.
int discsOn(float px, float py, float qx, float qy, const float *xs, const float *ys, const float *radius, int count, float margin);

/// Edges, each as wide as twice half, that pass through a disc; those that end in it included.
int edgesOn(float x, float y, float radius, const float *ax, const float *ay, const float *bx, const float *by, const float *half,
            int count);

/// Sum of (scale |p - q| / d - 1)^2 over one row of inverse distances 1 / d, which are 0 where there is no way.
float stressRow(const float *inverse, const float *xs, const float *ys, int count, float x, float y, float scale);

/// Boxes, by their middles and half sides, that the way from p to q touches; by separating axes.
int boxesOn(float px, float py, float qx, float qy, const float *xs, const float *ys, const float *halfWidths, const float *halfHeights,
            int count);

/// Edges that touch a box.
int edgesOver(const Middle &box, const float *ax, const float *ay, const float *bx, const float *by, int count);

/// Boxes that a disc or another box, both given by what they reach to either side, touches.
int boxesAt(const Middle &box, const float *xs, const float *ys, const float *halfWidths, const float *halfHeights, int count);

/// Sum over discs nearer to a disc than some distance, from rim to rim, of the square of the share that lacks. The disc itself, at the same
/// place, is left out.
float nearness(float x, float y, float radius, const float *xs, const float *ys, const float *radii, int count, float distance);

} // namespace dealscape::layout
