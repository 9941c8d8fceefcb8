// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/pins.h"

#include "document/lookup.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QPainter>

#include <cmath>

namespace dealscape::diagram {

void paintPins(QPainter &painter, const Stage &stage, const document::Arrangement &arrangement)
{
    if (arrangement.pinned.empty() || !stage.placed())
        return;
    constexpr int size = 12;
    constexpr double ground = 8.5;
    const double aside = std::sqrt(0.5);
    const style::Theme &theme = style::theme(stage.theme());
    const QImage pin = style::iconImage(style::Icon::Pin, size, theme.textSecond, painter.device()->devicePixelRatioF());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const drawing::NodeMark &mark : stage.drawing().nodes) {
        const document::Placed &placed = *stage.placed();
        if (!arrangement.pinned.contains(document::organizationOf(*placed.snapshot, placed.network, mark.node)))
            continue;
        const QPointF at = stage.screenOf(mark.node) + QPointF(aside, -aside) * stage.radiusOf(mark.node);
        painter.setPen(QPen(theme.border, 1));
        painter.setBrush(theme.canvas);
        painter.drawEllipse(at, ground, ground);
        painter.drawImage(QRectF(at - QPointF(size, size) / 2.0, QSizeF(size, size)), pin);
    }
    painter.restore();
}

} // namespace dealscape::diagram
