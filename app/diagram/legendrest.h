// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/picturejob.h"

#include <QAbstractButton>

namespace dealscape::diagram {

class DiagramView;

/// Stands over the last line of a legend that had to leave sections out, or in the corner of a picture without room for any, and opens
/// the whole legend over the picture. Its rows switch categories as those of the legend do. Hidden while all of it is in view.
class LegendRest : public QAbstractButton {
    Q_OBJECT

public:
    explicit LegendRest(DiagramView &diagram);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void open();

    DiagramView &m_diagram;
    /// What it was placed for last.
    document::PlacedPointer m_placed;
    QSize m_room;
};

} // namespace dealscape::diagram
