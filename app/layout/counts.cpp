// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/counts.h"

#include <algorithm>
#include <cmath>

namespace dealscape::layout {

int crossingsOf(float px, float py, float qx, float qy, const float *ax, const float *ay, const float *bx, const float *by, int count)
{
    int sum = 0;
    const float dx = qx - px;
    const float dy = qy - py;
    for (int i = 0; i < count; ++i) {
        const float ex = bx[i] - ax[i];
        const float ey = by[i] - ay[i];
        const float d1 = dx * (ay[i] - py) - dy * (ax[i] - px);
        const float d2 = dx * (by[i] - py) - dy * (bx[i] - px);
        const float d3 = ex * (py - ay[i]) - ey * (px - ax[i]);
        const float d4 = ex * (qy - ay[i]) - ey * (qx - ax[i]);
        sum += static_cast<int>(d1 * d2 < 0) & static_cast<int>(d3 * d4 < 0);
    }
    return sum;
}

int discsOn(float px, float py, float qx, float qy, const float *xs, const float *ys, const float *radius, int count, float margin)
{
    const float dx = qx - px;
    const float dy = qy - py;
    const float inverse = 1 / (dx * dx + dy * dy + 1e-9f);
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        const float ox = xs[i] - px;
        const float oy = ys[i] - py;
        const float t = std::min(1.0f, std::max(0.0f, (ox * dx + oy * dy) * inverse));
        const float rx = ox - t * dx;
        const float ry = oy - t * dy;
        const float r = radius[i] + margin;
        sum += rx * rx + ry * ry < r * r;
    }
    return sum;
}

int edgesOn(float x, float y, float radius, const float *ax, const float *ay, const float *bx, const float *by, const float *half,
            int count)
{
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        const float dx = bx[i] - ax[i];
        const float dy = by[i] - ay[i];
        const float ox = x - ax[i];
        const float oy = y - ay[i];
        const float t = std::min(1.0f, std::max(0.0f, (ox * dx + oy * dy) / (dx * dx + dy * dy + 1e-9f)));
        const float rx = ox - t * dx;
        const float ry = oy - t * dy;
        const float r = radius + half[i];
        sum += rx * rx + ry * ry < r * r;
    }
    return sum;
}

float stressRow(const float *inverse, const float *xs, const float *ys, int count, float x, float y, float scale)
{
    constexpr int lanes = 8;
    float sum[lanes] = {};
    int j = 0;
    for (; j + lanes <= count; j += lanes)
        for (int k = 0; k < lanes; ++k) {
            const float dx = x - xs[j + k];
            const float dy = y - ys[j + k];
            const float present = inverse[j + k] > 0 ? 1.0f : 0.0f;
            const float off = scale * std::sqrt(dx * dx + dy * dy) * inverse[j + k] - present;
            sum[k] += off * off;
        }
    for (; j < count; ++j) {
        const float off = scale * std::hypot(x - xs[j], y - ys[j]) * inverse[j] - (inverse[j] > 0 ? 1.0f : 0.0f);
        sum[0] += off * off;
    }
    float total = 0;
    for (const float value : sum)
        total += value;
    return total;
}

int boxesOn(float px, float py, float qx, float qy, const float *xs, const float *ys, const float *halfWidths, const float *halfHeights,
            int count)
{
    const float ex = std::abs(qx - px) / 2;
    const float ey = std::abs(qy - py) / 2;
    const float dx = (qx - px) / 2;
    const float dy = (qy - py) / 2;
    const float mx = (px + qx) / 2;
    const float my = (py + qy) / 2;
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        const float x = mx - xs[i];
        const float y = my - ys[i];
        sum += static_cast<int>(std::abs(x) < halfWidths[i] + ex) & static_cast<int>(std::abs(y) < halfHeights[i] + ey) &
            static_cast<int>(std::abs(x * dy - y * dx) < halfWidths[i] * ey + halfHeights[i] * ex);
    }
    return sum;
}

int edgesOver(const Middle &box, const float *ax, const float *ay, const float *bx, const float *by, int count)
{
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        const float dx = (bx[i] - ax[i]) / 2;
        const float dy = (by[i] - ay[i]) / 2;
        const float x = (ax[i] + bx[i]) / 2 - box.x;
        const float y = (ay[i] + by[i]) / 2 - box.y;
        sum += static_cast<int>(std::abs(x) < box.halfWidth + std::abs(dx)) &
            static_cast<int>(std::abs(y) < box.halfHeight + std::abs(dy)) &
            static_cast<int>(std::abs(x * dy - y * dx) < box.halfWidth * std::abs(dy) + box.halfHeight * std::abs(dx));
    }
    return sum;
}

int boxesAt(const Middle &box, const float *xs, const float *ys, const float *halfWidths, const float *halfHeights, int count)
{
    int sum = 0;
    for (int i = 0; i < count; ++i)
        sum += static_cast<int>(std::abs(xs[i] - box.x) < halfWidths[i] + box.halfWidth) &
            static_cast<int>(std::abs(ys[i] - box.y) < halfHeights[i] + box.halfHeight);
    return sum;
}

float nearness(float x, float y, float radius, const float *xs, const float *ys, const float *radii, int count, float distance)
{
    float sum = 0;
    const float inverse = 1 / distance;
    for (int i = 0; i < count; ++i) {
        const float dx = xs[i] - x;
        const float dy = ys[i] - y;
        const float square = dx * dx + dy * dy;
        const float lacks = std::min(1.0f, std::max(0.0f, 1 - (std::sqrt(square) - radii[i] - radius) * inverse));
        sum += square > 0 ? lacks * lacks : 0.0f;
    }
    return sum;
}

} // namespace dealscape::layout
