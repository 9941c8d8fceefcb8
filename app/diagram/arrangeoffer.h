// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/picturejob.h"

#include <QPushButton>

namespace dealscape::diagram {

/// Whether a filter leaves so few of those who have a place, less than a third, that they may be arranged anew; or whether they are
/// arranged alone.
enum class Left { Enough, Few, Alone };

Left leftOf(const document::Placed &placed);

/// The button below the picture that offers to arrange what a filter has left, and then to return to the places of all. A step that
/// Back undoes.
class ArrangeOffer : public QPushButton {
    Q_OBJECT

public:
    ArrangeOffer(document::Document &document, QWidget *parent);

    /// Stands in the row under the plot, where no mark is drawn.
    void reflect(const document::PlacedPointer &placed, const QRectF &plot);

private:
    document::Document &m_document;
};

} // namespace dealscape::diagram
