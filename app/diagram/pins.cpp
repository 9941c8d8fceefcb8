// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/pins.h"

#include "document/lookup.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dealscape::diagram {

void paintPins(QPainter &painter, const Stage &stage, const std::vector<KeptPlace> &arrangement)
{
    if (!stage.placed() || std::ranges::none_of(arrangement, &KeptPlace::pinned))
        return;
    constexpr int size = 12;
    constexpr double ground = 8.5;
    const double aside = std::sqrt(0.5);
    const style::Theme &theme = style::theme(stage.theme());
    const QImage pin = style::iconImage(style::Icon::Pin, size, theme.textSecond, painter.device()->devicePixelRatioF());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const document::Placed &placed = *stage.placed();
    for (const KeptPlace &place : arrangement) {
        const int node = place.pinned ? document::nodeOf(*placed.snapshot, placed.network, place.organization) : -1;
        if (node < 0)
            continue;
        const QPointF at = stage.screenOf(node) + QPointF(aside, -aside) * stage.radiusOf(node);
        painter.setPen(QPen(theme.border, 1));
        painter.setBrush(theme.canvas);
        painter.drawEllipse(at, ground, ground);
        painter.drawImage(QRectF(at - QPointF(size, size) / 2.0, QSizeF(size, size)), pin);
    }
    painter.restore();
}

} // namespace dealscape::diagram
