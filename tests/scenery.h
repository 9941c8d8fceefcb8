// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "drawing/places.h"
#include "io/reader.h"
#include "layout/layout.h"
#include "network/network.h"
#include "picture/compose.h"
#include "resources/embedded.h"

#include <memory>
#include <string>

namespace dealscape::sample {

/// The dataset that is shown when no file is named.
inline Dataset embedded()
{
    return io::readDataset(resources::defaultDataset(), "embedded").dataset.value();
}

/// A dataset on its way to a drawing.
struct Scenery {
    Dataset dataset;
    std::unique_ptr<Index> index;
    Perspective perspective;
    picture::Style style;
    network::Network network;
    layout::Placement placement;

    Scenery(Dataset data, Perspective wanted, picture::Style drawn)
        : dataset(std::move(data)), perspective(std::move(wanted)), style(std::move(drawn))
    {
        index = std::make_unique<Index>(dataset);
        network = network::network(*index, perspective);
        const QRectF plot = picture::pageFor(view(), style).frames.plot;
        layout::Request request;
        request.algorithm = static_cast<layout::Algorithm>(perspective.layout);
        request.width = plot.width();
        request.height = plot.height();
        placement = layout::place(drawing::layoutGraph(view()), request);
    }

    network::View view() const { return {*index, perspective, network}; }

    drawing::Drawing drawing(const drawing::Drawing *previous = nullptr) const
    {
        return picture::compose(view(), placement, picture::pageFor(view(), style), style, previous);
    }
};

inline Scenery embeddedScenery(int tier, LayoutKind layout = LayoutKind::Web, Lens lens = Lens::Value, QSizeF size = {1920, 1080})
{
    Dataset dataset = embedded();
    Perspective perspective = dataset.opening;
    perspective.filter.maximumTier = tier;
    perspective.layout = layout;
    perspective.lens = lens;
    picture::Style style;
    style.size = size;
    return Scenery(std::move(dataset), perspective, style);
}

} // namespace dealscape::sample
