// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/labels.h"

#include "drawing/callouts.h"
#include "drawing/candidates.h"
#include "drawing/lettering.h"
#include "drawing/wording.h"
#include "layout/labels.h"
#include "style/text.h"
#include "words/plain.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace dealscape::drawing {

namespace {

constexpr double nameKnockOut = 4;

/// A label that looks for a place.
struct Draft {
    LabelMark mark;
    std::vector<Candidate> candidates;
    double importance = 0;
    /// Position in Edges for amounts, else -1.
    int edge = -1;
    std::vector<Wording> wordings;
    Name name;
    /// Words beside the ribbon, chosen by the number after the last wording.
    std::optional<Callout> callout;
    std::optional<CentreFigure> centre;
    /// The place in the drawing before.
    double keptPlace = -1;
};

layout::Box boxOf(const QRectF &rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

quint64 keyOf(TargetKind kind, int first, int second = 0, int third = 0)
{
    return static_cast<quint64>(kind) << 60 | static_cast<quint64>(third) << 56 | static_cast<quint64>(first) << 28 |
        static_cast<quint64>(second);
}

/// Brings the place of the drawing before to the front, longest wording first.
void keepPlace(Draft &draft)
{
    std::stable_partition(draft.candidates.begin(), draft.candidates.end(),
                          [&](const Candidate &candidate) { return candidate.place == draft.keptPlace; });
}

/// Up to so many, every name and amount looks for free ground. In larger networks names take any room beside their disc, and
/// only the weightiest amounts compete: as many as would fill a share of the frame.
constexpr std::size_t carefulNames = 150;
constexpr std::size_t everyAmount = 400;
constexpr double areaForAmount = 20000;
/// Words beside a lit leg come before names, and before an amount on its ribbon.
constexpr double calloutImportance = 1e9;
constexpr double wordsFirst = 100;
/// What a pixel of a ribbon's width weighs beside its amount: the wider ones come first.
constexpr double widthFirst = 1e6;
/// Wider than a hairline.
constexpr double wideEnough = 1.4;

/// Turns drafts into labels.
class Labeller {
public:
    Labeller(const LabelScene &scene, Edges &edges)
        : m_scene(scene), m_edges(edges), m_covering(edges.marks.size() <= everyAmount ? edges.marks : none(), scene.hulls)
    {}

    std::vector<LabelMark> run()
    {
        draftNames();
        if (!m_scene.light)
            draftHulls();
        draftAmounts();
        draftTrail();
        orderCandidates();
        const std::vector<int> chosen = settle();
        std::vector<LabelMark> labels;
        labels.reserve(m_drafts.size());
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            finish(m_drafts[i], chosen[i]);
            labels.push_back(std::move(m_drafts[i].mark));
        }
        return labels;
    }

private:
    const Index &index() const { return m_scene.view.index; }
    const network::Network &network() const { return m_scene.view.network; }
    Lens lens() const { return m_scene.view.perspective.lens; }
    static const std::vector<EdgeMark> &none()
    {
        static const std::vector<EdgeMark> edges;
        return edges;
    }
    double area() const { return m_scene.frame.width() * m_scene.frame.height(); }

    void draftNames()
    {
        for (const NodeMark &node : m_scene.nodes) {
            const network::NetworkNode &entry = network().nodes[static_cast<std::size_t>(node.node)];
            Draft &draft = m_drafts.emplace_back();
            draft.mark.target = {TargetKind::Node, node.node};
            draft.mark.spot.key = keyOf(TargetKind::Node, entry.organization);
            draft.mark.text = words::plain(index().nameOf(m_scene.view.organizationOf(node.node)));
            draft.importance = 2e8 + (entry.turnover ? entry.turnover->inBillions() : 0) + entry.deals;
        }
        const Covering *covering = m_drafts.size() <= carefulNames && m_edges.marks.size() <= everyAmount ? &m_covering : nullptr;
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            const NodeMark &node = m_scene.nodes[i];
            m_drafts[i].name = nameOf(index(), m_scene.view.organizationOf(node.node), node.radius);
            m_drafts[i].candidates = nameCandidates(m_drafts[i].name, node, m_scene.nodes, covering);
        }
    }

    void draftHulls()
    {
        for (const HullMark &hull : m_scene.hulls) {
            const int position = network().hulls[static_cast<std::size_t>(hull.hull)].group;
            const OverlapGroup &group = index().dataset().groups[static_cast<std::size_t>(position)];
            if (!group.umbrella)
                continue;
            Draft &draft = m_drafts.emplace_back();
            draft.mark.target = {TargetKind::Hull, hull.hull};
            draft.mark.spot.key = keyOf(TargetKind::Hull, position);
            draft.name.lines = {words::plain(group.umbrella->label), umbrellaLine(index(), *group.umbrella)};
            draft.mark.text = draft.name.lines.join(QStringLiteral(": "));
            draft.importance = 1e8;
            draft.name.width = std::max(style::textWidth(draft.name.lines[0], style::FontRole::SmallBold),
                                        style::textWidth(draft.name.lines[1], style::FontRole::Small));
            draft.candidates = hullCandidates(hull, {draft.name.width, 2 * style::lineHeight(style::FontRole::Small)}, m_covering);
        }
    }

    void draftAmounts()
    {
        const std::size_t first = m_drafts.size();
        for (std::size_t i = 0; i < m_edges.marks.size(); ++i) {
            const EdgeMark &mark = m_edges.marks[i];
            if (m_scene.labels == LabelChoice::Fewer && mark.outerWidth() < wideEnough)
                continue;
            const Flow &flow = m_edges.flows[i];
            std::vector<Wording> wordings = wordingsOf(lens(), flow);
            if (wordings.empty())
                continue;
            const network::NetworkEdge &edge = network().edges[static_cast<std::size_t>(mark.edge)];
            const auto organization = [&](int node) { return network().nodes[static_cast<std::size_t>(node)].organization; };
            Draft &draft = m_drafts.emplace_back();
            draft.edge = static_cast<int>(i);
            draft.mark.target = mark.deal < 0 ? Target{TargetKind::Edge, mark.edge} : Target{TargetKind::Deal, mark.deal};
            draft.mark.spot.key = mark.deal < 0
                ? keyOf(TargetKind::Edge, organization(edge.from), organization(edge.to), static_cast<int>(edge.family))
                : keyOf(TargetKind::Deal, mark.deal);
            draft.mark.text = wordings.front().text();
            raise(wordings, i);
            draft.mark.badge = mark.deal < 0 ? badgeOf(lens(), flow) : 0;
            draft.wordings = std::move(wordings);
            draft.importance = weightOf(lens(), flow) + widthFirst * mark.outerWidth();
        }
        const std::size_t count = m_drafts.size() - first;
        const bool many = m_edges.marks.size() > everyAmount;
        std::vector<std::size_t> order(count);
        std::iota(order.begin(), order.end(), first);
        if (many)
            std::stable_sort(order.begin(), order.end(),
                             [this](std::size_t a, std::size_t b) { return m_drafts[a].importance > m_drafts[b].importance; });
        std::size_t left = many ? static_cast<std::size_t>(area() / areaForAmount) : count;
        for (const std::size_t i : order) {
            if (left == 0)
                break;
            Draft &draft = m_drafts[i];
            if (faded(m_edges.marks[static_cast<std::size_t>(draft.edge)].edge))
                continue;
            const auto edge = static_cast<std::size_t>(draft.edge);
            draft.candidates = amountCandidates(draft.wordings, draft.mark.badge, m_edges.marks[edge], m_edges.shapes[edge], draft.edge,
                                                many ? nullptr : &m_covering);
            if (!many) {
                const auto beside =
                    besideCandidates(draft.wordings, draft.mark.badge, m_edges.marks[edge], m_edges.shapes[edge], draft.edge, m_covering);
                draft.candidates.insert(draft.candidates.end(), beside.begin(), beside.end());
            }
            left -= draft.candidates.empty() ? 0 : 1;
        }
    }

    bool faded(int edge) const { return m_scene.light && !m_scene.light->edges.contains(edge); }

    void draftTrail()
    {
        if (!m_scene.trail)
            return;
        const std::vector<Callout> callouts = calloutsOf(index(), *m_scene.trail);
        const QPointF middle = middleOf(*m_scene.trail, m_scene.nodes);
        for (Draft &draft : m_drafts) {
            if (draft.edge < 0 || draft.mark.target.kind != TargetKind::Edge)
                continue;
            const auto found = std::ranges::find(callouts, draft.mark.target.index, &Callout::edge);
            if (found == callouts.end())
                continue;
            draft.callout = *found;
            draft.importance += calloutImportance;
            const auto edge = static_cast<std::size_t>(draft.edge);
            for (Candidate &candidate : draft.candidates)
                candidate.cost += wordsFirst;
            const auto offer = [&](const Callout &callout, std::size_t wording, double dearer) {
                for (Candidate candidate :
                     calloutCandidates(callout.size(), m_edges.marks[edge], m_edges.shapes[edge], middle, wording, draft.edge, m_covering))
                {
                    candidate.cost += dearer;
                    draft.candidates.push_back(candidate);
                }
            };
            offer(*found, draft.wordings.size(), 0);
            if (found->smallest)
                offer(found->brief(), draft.wordings.size() + 1, wordsFirst / 2);
        }
        if (const auto figure = centreFigure(*m_scene.trail, m_edges, m_scene.nodes)) {
            Draft &draft = m_drafts.emplace_back();
            draft.centre = figure;
            draft.mark.text = QStringLiteral("At most %1 can go round once").arg(figure->amount);
            draft.importance = 2 * calloutImportance;
            draft.candidates = {{figure->box, 0, 0, 0}};
        }
    }

    /// Adds the numbers of the sources to every wording, and keeps the shortest without them for where they find no room.
    void raise(std::vector<Wording> &wordings, std::size_t mark) const
    {
        if (!m_scene.raised || (*m_scene.raised)[mark].isEmpty())
            return;
        const Wording shortest = wordings.back();
        for (Wording &wording : wordings)
            wording.raised = (*m_scene.raised)[mark];
        wordings.push_back(shortest);
    }

    void orderCandidates()
    {
        std::unordered_map<quint64, double> before;
        if (m_scene.previous)
            for (const LabelMark &label : m_scene.previous->labels)
                if (label.shown)
                    before.emplace(label.spot.key, label.spot.place);
        for (Draft &draft : m_drafts) {
            std::stable_sort(draft.candidates.begin(), draft.candidates.end(),
                             [](const Candidate &a, const Candidate &b) { return a.cost < b.cost; });
            if (const auto found = before.find(draft.mark.spot.key);
                found != before.end() && (!draft.callout || found->second >= firstCalloutPlace))
                draft.keptPlace = found->second;
            if (draft.keptPlace >= 0)
                keepPlace(draft);
        }
    }

    /// Amounts without free ground that are wider than a hairline may lie over ribbons no wider than their own: a large amount is not
    /// hidden where smaller ones are shown.
    std::vector<int> settle()
    {
        std::vector<int> chosen = choose();
        if (m_edges.marks.size() > everyAmount)
            return chosen;
        bool more = false;
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            Draft &draft = m_drafts[i];
            if (chosen[i] >= 0 || draft.edge < 0 || faded(m_edges.marks[static_cast<std::size_t>(draft.edge)].edge))
                continue;
            const auto edge = static_cast<std::size_t>(draft.edge);
            if (m_edges.marks[edge].outerWidth() < wideEnough)
                continue;
            auto places =
                lastCandidates(draft.wordings, draft.mark.badge, m_edges.marks[edge], m_edges.shapes[edge], draft.edge, m_covering);
            std::ranges::stable_sort(places, {}, &Candidate::cost);
            draft.candidates.insert(draft.candidates.end(), places.begin(), places.end());
            keepPlace(draft);
            more = more || !places.empty();
        }
        return more ? choose() : chosen;
    }

    std::vector<int> choose() const
    {
        std::vector<layout::LabelRequest> requests;
        for (const Draft &draft : m_drafts) {
            layout::LabelRequest &request = requests.emplace_back();
            request.importance = draft.importance;
            for (const Candidate &candidate : draft.candidates) {
                request.candidates.push_back(boxOf(candidate.box));
                request.flaws.push_back(candidate.flaw);
            }
        }
        std::vector<layout::Disc> discs;
        for (std::size_t i = 0; i < m_scene.nodes.size(); ++i) {
            const NodeMark &node = m_scene.nodes[i];
            discs.push_back({{node.centre.x(), node.centre.y()}, node.radius + 2, m_drafts[i].name.inside ? static_cast<int>(i) : -1});
        }
        std::vector<layout::Box> taken;
        for (const QRectF &box : m_scene.taken)
            taken.push_back(boxOf(box));
        for (const EdgeMark &mark : m_edges.marks) {
            if (!mark.head.isEmpty())
                taken.push_back(boxOf(mark.head.boundingRect()).grown(1));
            for (const QPointF &ring : mark.rings)
                taken.push_back(layout::Box{ring.x(), ring.y(), 0, 0}.grown(4.5));
        }
        std::vector<int> chosen = layout::placeLabels(requests, discs, taken, boxOf(m_scene.frame));
        if (m_edges.marks.size() <= everyAmount)
            layout::makeRoom(requests, discs, taken, boxOf(m_scene.frame), chosen);
        return chosen;
    }

    QColor groundAt(const QRectF &box) const
    {
        for (const HullMark &hull : m_scene.hulls)
            if (hull.outline.contains(box))
                return m_scene.theme.hullFill;
        return m_scene.theme.canvas;
    }

    void finish(Draft &draft, int chosen)
    {
        LabelMark &mark = draft.mark;
        mark.shown = chosen >= 0;
        if (!mark.shown)
            return;
        const Candidate &candidate = draft.candidates[static_cast<std::size_t>(chosen)];
        mark.box = candidate.box;
        mark.spot.place = candidate.place;
        if (draft.centre || (draft.callout && candidate.wording >= draft.wordings.size()))
            finishWords(draft, candidate.wording);
        else if (draft.edge >= 0)
            finishAmount(draft, candidate.wording);
        else if (mark.target.kind == TargetKind::Hull)
            finishHull(draft);
        else
            finishName(draft);
    }

    void finishWords(Draft &draft, std::size_t chosen) const
    {
        draft.mark.ground = groundAt(draft.mark.box);
        draft.mark.knockOut = nameKnockOut;
        draft.mark.badge = 0;
        if (draft.centre)
            setCentreFigure(draft.mark, *draft.centre, m_scene.theme);
        else
            setCallout(draft.mark, chosen > draft.wordings.size() ? draft.callout->brief() : *draft.callout,
                       m_edges.shapes[static_cast<std::size_t>(draft.edge)], m_scene.theme);
    }

    void finishName(Draft &draft) const
    {
        LabelMark &mark = draft.mark;
        const NodeMark &node = m_scene.nodes[static_cast<std::size_t>(mark.target.index)];
        const bool overEdges = m_edges.marks.size() > everyAmount || m_covering.cost(mark.box) > 0;
        const QColor colour = draft.name.inside && !node.hollow ? m_scene.theme.layer(node.look).icon : m_scene.theme.text;
        if (!draft.name.inside && overEdges) {
            mark.ground = groundAt(mark.box);
            mark.knockOut = nameKnockOut;
        }
        setName(mark, draft.name, colour);
    }

    void finishHull(Draft &draft) const
    {
        LabelMark &mark = draft.mark;
        if (m_covering.cost(mark.box) > 0) {
            mark.ground = groundAt(mark.box);
            mark.knockOut = nameKnockOut;
        }
        setHullName(mark, draft.name, m_scene.theme);
    }

    void finishAmount(Draft &draft, std::size_t chosen)
    {
        LabelMark &mark = draft.mark;
        mark.ground = groundAt(mark.box);
        setAmount(mark, draft.wordings[chosen], m_scene.theme);
        if (mark.spot.place >= firstBesidePlace)
            return;
        const auto edge = static_cast<std::size_t>(draft.edge);
        EdgeMark &ribbon = m_edges.marks[edge];
        const double width = ribbon.outerWidth();
        cut(ribbon, m_edges.shapes[edge], gapOf(m_edges.shapes[edge], width, mark.box));
    }

    const LabelScene &m_scene;
    Edges &m_edges;
    Covering m_covering;
    std::vector<Draft> m_drafts;
};

} // namespace

std::vector<LabelMark> placeLabels(const LabelScene &scene, Edges &edges)
{
    return Labeller(scene, edges).run();
}

} // namespace dealscape::drawing
