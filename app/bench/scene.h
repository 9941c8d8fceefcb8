// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/drawing.h"

#include <QGraphicsScene>
#include <QSize>

class QGraphicsView;

namespace dealscape::bench {

/// The marks of a drawing as items of Qt's own canvas, one each for a disc, a ribbon, an arrowhead and a line of text:
/// what the program would be built on had it no painter of its own. Without an index, as suits items that move.
class GraphicsScene : public QGraphicsScene {
public:
    explicit GraphicsScene(const drawing::Drawing &drawing);

private:
    void addEdge(const drawing::EdgeMark &edge, const QColor &colour);
    void addTexts(const std::vector<drawing::TextRun> &runs);
};

/// Antialiased, without scroll bars or frame, at the size given.
void preparePeer(QGraphicsView &peer, QSize size);

} // namespace dealscape::bench
