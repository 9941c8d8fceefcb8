// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/earlystart.h"

#include "resources/embedded.h"
#include "view/compose.h"

namespace dealscape::shell {

EarlyStart::EarlyStart() : m_read(std::async(std::launch::async, read).share()) {}

EarlyStart::Read EarlyStart::read()
{
    io::ReadResult result = io::readDataset(resources::defaultDataset(), "built-in dataset");
    if (!result.dataset)
        return {nullptr, std::move(result.issues)};
    auto dataset = std::make_shared<const Dataset>(std::move(*result.dataset));
    return {std::make_shared<document::Snapshot>(std::move(dataset), 1), std::move(result.issues)};
}

void EarlyStart::placeFor(QSizeF canvas, std::optional<Perspective> perspective)
{
    m_placed = std::async(std::launch::async, [read = m_read, canvas, perspective]() -> document::PlacedPointer {
        const document::SnapshotPointer snapshot = read.get().snapshot;
        if (!snapshot)
            return nullptr;
        auto placed = std::make_shared<document::Placed>();
        placed->snapshot = snapshot;
        placed->perspective = perspective.value_or(snapshot->dataset().opening);
        placed->network = view::network(snapshot->index(), placed->perspective);
        if (placed->network.nodes.size() > document::PictureJob::immediateNodes())
            return nullptr;
        view::Style style;
        style.size = canvas;
        placed->room = view::plotArea(snapshot->index(), placed->perspective, placed->network, style).size();
        placed->graph = view::layoutGraph(snapshot->index(), placed->perspective, placed->network);
        placed->placement = layout::place(placed->graph, document::requestFor(*placed));
        return placed;
    });
}

document::SnapshotPointer EarlyStart::snapshot()
{
    return m_read.get().snapshot;
}

document::PlacedPointer EarlyStart::placed()
{
    return m_placed.valid() ? m_placed.get() : nullptr;
}

} // namespace dealscape::shell
