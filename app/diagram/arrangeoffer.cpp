// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/arrangeoffer.h"

#include "style/text.h"

namespace dealscape::diagram {

Left leftOf(const document::Placed &placed)
{
    if (placed.perspective.arrangeShown)
        return Left::Alone;
    const std::size_t left = placed.network.nodes.size();
    return left > 1 && 3 * left < placed.whole->nodes.size() ? Left::Few : Left::Enough;
}

ArrangeOffer::ArrangeOffer(document::Document &document, QWidget *parent) : QPushButton(parent), m_document(document)
{
    setFont(style::font(style::FontRole::Small));
    setFocusPolicy(Qt::TabFocus);
    hide();
    connect(this, &QPushButton::clicked, this, [this] {
        Perspective next = m_document.perspective();
        next.arrangeShown = !next.arrangeShown;
        m_document.setPerspective(next);
    });
}

void ArrangeOffer::reflect(const document::PlacedPointer &placed, const QRectF &plot)
{
    const Left left = placed && !placed->network.nodes.empty() ? leftOf(*placed) : Left::Enough;
    setVisible(left != Left::Enough);
    if (left == Left::Enough)
        return;
    setText(left == Left::Few ? tr("Arrange what is left: %1 of %2").arg(placed->network.nodes.size()).arg(placed->whole->nodes.size())
                              : tr("Return to the places of all"));
    setToolTip(left == Left::Few ? tr("Give those who pass the filter the whole picture; Alt+Left undoes it")
                                 : tr("Everybody stands again where they stand without the filter"));
    constexpr int height = 24;
    setGeometry(static_cast<int>(plot.left()), static_cast<int>(plot.bottom()) + 4, sizeHint().width(), height);
}

} // namespace dealscape::diagram

#include "moc_arrangeoffer.cpp"
