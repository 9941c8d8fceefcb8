// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/arrangement.h"
#include "network/network.h"

#include <QSizeF>
#include <QString>

#include <set>
#include <vector>

namespace dealscape::exporting {

/// What hands have done to a picture beyond its perspective: nodes that were dragged, in a room of their own size, and ribbons
/// opened into lanes.
struct Handwork {
    QSizeF room;
    /// In the order of their ids.
    std::vector<KeptPlace> places;
    std::set<network::EdgeKey> opened;

    bool empty() const { return places.empty() && opened.empty(); }
    /// The same places in a room of another size, kept in shape and in its middle.
    Handwork in(QSizeF otherRoom) const;

    friend bool operator==(const Handwork &, const Handwork &) = default;
};

/// As one line of JSON, empty for nothing; places to a hundredth. Linear.
QString handworkText(const Handwork &handwork);

/// Reads what handworkText() writes. Members and words that are not understood are passed over, and so are places that no picture
/// has, since the text stands in a file from anywhere. Linear.
Handwork readHandwork(const QString &text);

} // namespace dealscape::exporting
