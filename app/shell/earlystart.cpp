// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/earlystart.h"

#include "resources/embedded.h"

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

void EarlyStart::placeFor(QSizeF canvas, const std::optional<Perspective> &perspective)
{
    m_known = std::async(std::launch::async, [read = m_read, canvas, perspective]() -> std::optional<document::KnownLayout> {
        const document::SnapshotPointer snapshot = read.get().snapshot;
        if (!snapshot)
            return std::nullopt;
        const Perspective shown = perspective.value_or(snapshot->dataset().opening);
        const drawing::Ground ground = drawing::groundOf({snapshot->index(), shown, {}}, canvas, {});
        if (ground.network.nodes.size() > document::PictureJob::immediateNodes())
            return std::nullopt;
        return document::KnownLayout{ground.graph, ground.request, drawing::placedFreely(ground)};
    });
}

document::SnapshotPointer EarlyStart::snapshot()
{
    return m_read.get().snapshot;
}

std::optional<document::KnownLayout> EarlyStart::known()
{
    return m_known.valid() ? m_known.get() : std::nullopt;
}

} // namespace dealscape::shell
