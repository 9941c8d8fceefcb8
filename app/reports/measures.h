// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/circulation.h"
#include "analysis/cycling.h"
#include "analysis/structure.h"
#include "domain/dataset.h"
#include "domain/perspective.h"
#include "domain/progress.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace dealscape::reports {

/// What a network measures as a whole: circulation, reciprocity and cycling by its payments, structure and betweenness by its ties.
struct NetworkFigures {
    analysis::Circulation circulation;
    double reciprocity = 0;
    /// Nothing where a strong component is too large; see analysis::cycling().
    std::optional<analysis::Cycling> cycling;
    analysis::Structure structure;
    /// For each organisation, from 0 to 1.
    std::vector<double> betweenness;
};

/// Payments are those of the graph, ties the deals. Nothing when cancelled. Any thread may call it; betweenness costs most.
std::optional<NetworkFigures> figuresOf(const analysis::FlowGraph &graph, const Index &index, std::span<const int> deals, Bound bound,
                                        const Progress &progress = {});

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
std::optional<MeasureGroup> networkMeasures(const Index &index, const Perspective &perspective, const Progress &progress = {});

/// The same measures of one party. A party without a deal in view has no measure.
std::optional<MeasureGroup> partyMeasures(const Index &index, const Perspective &perspective, const OrganizationId &party,
                                          const Progress &progress = {});

/// How much money must stop so that none can pass from one to the other, and who is on whose side.
Measure cutBetween(const Index &index, const Perspective &perspective, const OrganizationId &from, const OrganizationId &to);

/// What the perspective's deals have to do with states: parties by how they are linked, roles, and money by flow class.
MeasureGroup stateMeasures(const Index &index, const Perspective &perspective);

} // namespace dealscape::reports
