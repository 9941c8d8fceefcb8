// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/drawing.h"

#include <QPointF>

#include <memory>
#include <unordered_set>

class QPainter;

namespace dealscape::paint {

/// What stands out while somebody looks: it changes with every click and so is no part of the drawing.
struct Emphasis {
    drawing::Target hovered;
    drawing::Target selected;
    /// When active, nodes and edges outside these sets fade: strongly, and lose their labels, or gently, to Light::beside.
    bool fading = false;
    bool gently = false;
    std::unordered_set<int> litNodes;
    std::unordered_set<int> litEdges;
};

/// Where the network of a drawing is seen: magnified about the plot's corner, then moved. Magnified networks are shown without
/// labels; a drawing composed for the zoom has them.
struct Shot {
    double magnification = 1;
    QPointF offset;
};

/// The two halves of paint(): the network with the columns of a supply chain, clipped to its plot, and what stands round it.
void paintNetwork(QPainter &painter, const drawing::Drawing &drawing, const Shot &shot, const Emphasis &emphasis = {});
void paintChrome(QPainter &painter, const drawing::Drawing &drawing);

/// Paints a drawing: the one painter behind screen, minimap and every file. The offset moves the network, not the chrome.
/// Only marks that touch the clip of the device are painted. Thread-safe for different painters on images.
void paint(QPainter &painter, const drawing::Drawing &drawing, QPointF offset = {}, const Emphasis &emphasis = {});

/// The topmost mark at a point of the picture (chrome first, then nodes, labels, edges within 5 px), in constant time
/// for drawings that are searched more than once (build a HitIndex).
class HitIndex {
public:
    explicit HitIndex(const drawing::Drawing &drawing);
    ~HitIndex();
    HitIndex(const HitIndex &) = delete;
    HitIndex &operator=(const HitIndex &) = delete;

    /// Point in the coordinates of the drawing; network marks are searched at point - offset.
    drawing::Target at(QPointF point, QPointF offset = {}) const;

private:
    struct Grid;
    const drawing::Drawing &m_drawing;
    std::unique_ptr<Grid> m_grid;
};

} // namespace dealscape::paint
