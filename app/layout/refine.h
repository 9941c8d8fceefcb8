// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/room.h"
#include "layout/stress.h"
#include "layout/topology.h"

#include <limits>
#include <vector>

namespace dealscape::layout {

/// What a drawing costs beside its stress, in shares of the stress it started with.
struct Prices {
    /// All crossings together, as many as there were at the start.
    double crossings = 0.6;
    /// One edge through a foreign disc, in crossings.
    double through = 2;
    /// A name under an edge, in crossings; under another name or disc it costs three times as much.
    double name = 0.3;
    /// An edge too short for its amount, in crossings.
    double cramped = 5;
    /// A stranger inside a hull, in crossings.
    double stranger = 9;
    /// An amount in the middle of its edge that lies on another edge, amount or name, in crossings; on a disc it costs three times as much.
    double text = 0.35;
    /// Two discs side by side where the frame has room to spread them, in crossings.
    double near = 1;
};

/// Improves a drawing that has no overlapping discs and lies inside its frame, by moving one node at a time to where
/// stress, crossings, edges through discs, covered names and short edges cost least together; a move never makes discs
/// overlap or leave the frame. Greedy with samples that narrow from round to round; a round is
/// O(samples * m * m) with a small constant. Stops early when a round brings nothing, or when cancelled.
class Refinement {
public:
    Refinement(const Topology &topology, const Distances &distances, const std::vector<Room> &rooms, Frame frame, Prices prices);

    /// Size of the text that the edge of that place in Topology::pairs() needs room for, between two rims.
    void setText(std::size_t edge, double width, double height);
    /// Width that the edge takes with its curve, beside a hairline's.
    void setWidth(std::size_t edge, double width) { m_half[edge] = static_cast<float>(width / 2); }
    /// Takes the drawing for as much wider than its distances say: stress is that of the drawing pressed together again.
    void setStretch(double wide) { m_wide = wide; }
    /// Distance from rim to rim below which discs cost something.
    void setSpread(double distance) { m_spread = static_cast<float>(distance); }
    void setHulls(const std::vector<std::vector<int>> &hulls);
    /// Nodes that stay where they are.
    void setMobility(const std::vector<Mobility> &mobility) { m_mobility = mobility; }

    void run(std::vector<Point> &points, double gap, int rounds, int samples, Random &random, const Progress &progress);

private:
    struct Text {
        double width = 0;
        double height = 0;
    };

    void load(const std::vector<Point> &points);
    void place(int node, Point at);
    /// What depends on the node alone; anything not below the limit once the limit is reached.
    double cost(int node, Point at, double limit = std::numeric_limits<double>::infinity());
    double stressPart(int node, Point at) const;
    double crossingPart(int node, Point at, double limit) const;
    double throughPart(int node, Point at) const;
    double namePart(int node, Point at);
    double crampedPart(int node, Point at) const;
    double strangerPart() const;
    double textPart(int node);
    double nearPart(int node, Point at) const;
    void placeText(int edge);
    bool isFree(int node, Point at, double gap) const;
    Point candidate(int node, int sample, double reach, Random &random) const;
    bool improve(int node, double gap, double reach, int samples, Random &random);
    bool swap(int a, int b, double gap);

    const Topology &m_topology;
    const Distances &m_distances;
    const std::vector<Room> &m_rooms;
    Frame m_frame;
    Prices m_prices;
    std::vector<Text> m_texts;
    std::vector<std::vector<int>> m_hulls;
    /// For each hull, which nodes are members.
    std::vector<std::vector<char>> m_members;
    std::vector<Mobility> m_mobility;
    std::vector<std::vector<int>> m_incident;
    std::vector<float> m_half;
    bool m_names = false;
    bool m_written = false;
    double m_wide = 1;
    float m_spread = 0;
    double m_scale = 1;
    double m_stressPrice = 1;
    std::vector<float> m_x, m_y, m_radius;
    /// Middles and half sides of the names.
    std::vector<float> m_nameY, m_nameWidth, m_nameHeight;
    /// The same of the amounts, and the places of nodes as stress sees them.
    std::vector<float> m_textX, m_textY, m_textWidth, m_textHeight;
    std::vector<float> m_pressedX;
    /// Ends of each edge, kept beside one another for the counting loops.
    std::vector<float> m_ax, m_ay, m_bx, m_by;
};

/// Pairs of edges that cross away from their ends, drawn as straight lines.
long crossings(const Topology &topology, const std::vector<Point> &points);

} // namespace dealscape::layout
