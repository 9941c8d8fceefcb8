// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "io/reader.h"
#include "layout/layout.h"
#include "resources/embedded.h"
#include "view/compose.h"
#include "view/network.h"

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
    view::Style style;
    view::Network network;
    layout::Placement placement;

    Scenery(Dataset data, Perspective wanted, view::Style drawn)
        : dataset(std::move(data)), perspective(std::move(wanted)), style(std::move(drawn))
    {
        index = std::make_unique<Index>(dataset);
        network = view::network(*index, perspective);
        const QRectF plot = view::plotArea(*index, perspective, network, style);
        layout::Request request;
        request.algorithm = static_cast<layout::Algorithm>(perspective.layout);
        request.width = plot.width();
        request.height = plot.height();
        placement = layout::place(view::layoutGraph(*index, perspective, network), request);
    }

    view::Drawing drawing(const view::Drawing *previous = nullptr) const
    {
        return view::compose(*index, perspective, network, placement, style, previous);
    }
};

inline Scenery embeddedScenery(int tier, LayoutKind layout = LayoutKind::Web, Lens lens = Lens::Value, QSizeF size = {1920, 1080})
{
    Dataset dataset = embedded();
    Perspective perspective = dataset.opening;
    perspective.filter.maximumTier = tier;
    perspective.layout = layout;
    perspective.lens = lens;
    view::Style style;
    style.size = size;
    return Scenery(std::move(dataset), perspective, style);
}

} // namespace dealscape::sample
