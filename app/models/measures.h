// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/exposure.h"
#include "document/snapshot.h"
#include "domain/perspective.h"
#include "domain/progress.h"

#include <QString>

#include <optional>
#include <vector>

namespace dealscape::models {

/// One figure with a plain sentence that says what it tells, and its definition for whoever asks.
struct Measure {
    QString name;
    QString figure;
    QString sentence;
    QString definition;
    /// Who it is about, to be lit.
    std::vector<OrganizationId> parties;
};

struct MeasureGroup {
    QString title;
    std::vector<Measure> measures;
};

/// Measures of the firm, counted deals that the perspective shows, at the high bound; those of structure and betweenness of every
/// deal it shows. Nothing when cancelled. Any thread may call it.
std::optional<MeasureGroup> networkMeasures(const document::Snapshot &snapshot, const Perspective &perspective,
                                            const Progress &progress = {});

/// The same measures of one party. A party without a deal in view has no measure.
std::optional<MeasureGroup> partyMeasures(const document::Snapshot &snapshot, const Perspective &perspective, const OrganizationId &party,
                                          const Progress &progress = {});

/// How much money must stop so that none can pass from one to the other, and who is on whose side.
Measure cutBetween(const document::Snapshot &snapshot, const Perspective &perspective, const OrganizationId &from,
                   const OrganizationId &to);

/// What the perspective's deals have to do with states: parties by how they are linked, roles, and money by flow class.
MeasureGroup stateMeasures(const document::Snapshot &snapshot, const Perspective &perspective);

/// The counted deals that a perspective shows, with those it hides only because they publish nothing.
std::vector<int> measuredDeals(const document::Snapshot &snapshot, Perspective perspective);

} // namespace dealscape::models
