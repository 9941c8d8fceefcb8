// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "document/viewpoint.h"

#include <QStringList>

#include <optional>

namespace dealscape::document {

/// How something that is not drawn comes to be drawn.
struct Revealed {
    Perspective next;
    /// What keeps it out now, as it is called: "tier 2", "potential", "before January 2025".
    QStringList reasons;
};

/// The perspective with just as much more in it as shows a selection: the deal, or that deal of an organisation or ribbon which is
/// kept out by least, the largest of several. Nothing where it is shown already, or where there is no deal that could show it.
/// Linear in the deals.
std::optional<Revealed> revealing(const Snapshot &snapshot, const Perspective &perspective, const Selection &selection);

} // namespace dealscape::document
