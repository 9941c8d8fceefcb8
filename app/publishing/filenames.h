// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "domain/perspective.h"

#include <QString>

namespace dealscape::publishing {

/// A title as the stem of a file's name: letters and digits in lower case with hyphens between, 80 at most; `otherwise` when it has none.
QString stemFrom(const QString &title, const QString &otherwise);

/// What a picture of a view is called before anybody names it: title, focus if any, and the date that the figures are of, which is the
/// article's where its edges are shown: "ai-infrastructure-deals-oracle-2026-10-10".
QString stemFor(const document::Snapshot &snapshot, const Perspective &perspective);

} // namespace dealscape::publishing
