// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/labels.h"

#include "layout/labels.h"
#include "view/numbers.h"
#include "view/segments.h"
#include "view/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace dealscape::view {

namespace {

constexpr double amountHeight = 18;
constexpr double padding = 4;
constexpr double badgeSize = 16;
constexpr double badgeGap = 4;
constexpr double nameGap = 5;
constexpr double nameKnockOut = 4;
constexpr int leastBadge = 2;

constexpr std::array places = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};

struct Candidate {
    QRectF box;
    double cost = 0;
    std::size_t wording = 0;
    double place = 0;
};

/// A label that looks for a place.
struct Draft {
    LabelMark mark;
    std::vector<Candidate> candidates;
    double importance = 0;
    /// Position in Edges for amounts, else -1.
    int edge = -1;
    std::vector<Wording> wordings;
    Name name;
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

QString separator()
{
    return QStringLiteral(" · ");
}

/// "50 paid" beside "$60B": the unit is said once when it is the same.
QString paidPart(const Flow &flow)
{
    const bool firm = flow.certainty == Certainty::Paid && !flow.mixed;
    if (flow.paid <= Money() || firm || !flow.value.published() || flow.paid >= flow.value.at(Bound::High))
        return {};
    QString paid = money(flow.paid);
    if (paid.back() == money(flow.value).back() && paid.front() == u'$')
        paid = paid.mid(1).chopped(1);
    return paid + QStringLiteral(" paid");
}

double widthOf(const Wording &wording)
{
    return textWidth(wording.strong, FontRole::FigureBold) + textWidth(wording.rest, FontRole::Figure);
}

double boxWidthOf(const Wording &wording, int badge)
{
    return widthOf(wording) + 2 * padding + (badge ? badgeSize + badgeGap - padding : 0);
}

int badgeOf(Lens lens, const EdgeMark &mark, const Flow &flow)
{
    return mark.deal < 0 && lens != Lens::Deals && flow.deals >= leastBadge ? flow.deals : 0;
}

/// What a label would hide of ribbons that it does not name.
class Covering {
public:
    explicit Covering(const std::vector<EdgeMark> &edges) : m_edges(edges), m_grid(edges), m_seen(edges.size(), 0) {}

    double cost(const QRectF &box, int own)
    {
        ++m_query;
        double sum = 0;
        m_grid.forEachNear(box.adjusted(-8, -8, 8, 8), [&](const SegmentGrid::Segment &segment) {
            auto &seen = m_seen[static_cast<std::size_t>(segment.edge)];
            if (segment.edge == own || seen == m_query)
                return;
            const EdgeMark &edge = m_edges[static_cast<std::size_t>(segment.edge)];
            const double half = std::max(edge.width, edge.haloWidth) / 2 + 1;
            if (!crosses(segment.a, segment.b, box.adjusted(-half, -half, half, half)))
                return;
            seen = m_query;
            sum += 1 + 0.2 * half;
        });
        return sum;
    }

private:
    const std::vector<EdgeMark> &m_edges;
    SegmentGrid m_grid;
    std::vector<unsigned> m_seen;
    unsigned m_query = 0;
};

void addNameCandidates(Draft &draft, const NodeMark &node, Covering &covering)
{
    const double w = draft.name.width;
    const double h = draft.name.height;
    const QPointF c = node.centre;
    if (draft.name.inside) {
        draft.candidates.push_back({{c.x() - w / 2, c.y() + nameTopInside(draft.name, node.radius), w, h}, 0, 0, 0});
        return;
    }
    const double away = node.radius + nameGap;
    const double slant = away * 0.72;
    const std::array<QPointF, 8> corners = {{{c.x() - w / 2, c.y() + away - 2},
                                             {c.x() - w / 2, c.y() - away - h + 2},
                                             {c.x() + away, c.y() - h / 2},
                                             {c.x() - away - w, c.y() - h / 2},
                                             {c.x() + slant, c.y() + slant - 4},
                                             {c.x() - slant - w, c.y() + slant - 4},
                                             {c.x() + slant, c.y() - slant - h + 4},
                                             {c.x() - slant - w, c.y() - slant - h + 4}}};
    constexpr std::array preference = {0.0, 0.15, 0.6, 0.6, 1.1, 1.1, 1.2, 1.2};
    for (std::size_t side = 0; side < corners.size(); ++side) {
        const QRectF box(corners[side], QSizeF(w, h));
        draft.candidates.push_back({box, preference[side] + covering.cost(box, -1), 0, static_cast<double>(side + 1)});
    }
}

/// Half of the way that a box centred on a straight ribbon takes from it.
double halfGap(QPointF direction, const QSizeF &size, double width)
{
    const double clear = 0.3 * width;
    const double dx = std::max(1e-6, std::abs(direction.x()));
    const double dy = std::max(1e-6, std::abs(direction.y()));
    const double half = width / 2;
    return std::min((size.width() / 2 + clear + dy * half) / dx, (size.height() / 2 + clear + dx * half) / dy);
}

void addAmountCandidates(Draft &draft, const EdgeMark &mark, const EdgeShape &shape, Covering &covering)
{
    const double width = std::max(mark.width, mark.haloWidth);
    const double reach = shape.paidFrom - shape.from;
    for (std::size_t wording = 0; wording < draft.wordings.size(); ++wording) {
        const QSizeF size(boxWidthOf(draft.wordings[wording], draft.mark.badge), amountHeight);
        for (const double place : places) {
            const double way = shape.from + place * reach;
            const QPointF centre = shape.line.at(way);
            const double half = halfGap(shape.line.directionAt(way), size, width);
            if (way - half < shape.from + 3 || way + half > shape.paidFrom - 3)
                continue;
            const QRectF box(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height());
            const double cost = 2 * std::abs(place - 0.5) + 1.5 * static_cast<double>(wording) + 1.5 * covering.cost(box, draft.edge);
            draft.candidates.push_back({box, cost, wording, place});
        }
    }
}

/// Places inside the hull on a grid of 12 px, the nearer to its middle the better; then around it.
void addHullCandidates(Draft &draft, const HullMark &hull, const QSizeF &size, Covering &covering)
{
    const QPolygonF outline = hull.outline.toFillPolygon();
    const QRectF bounds = outline.boundingRect();
    const QPointF middle = bounds.center();
    constexpr double step = 12;
    int number = 0;
    for (double y = bounds.top(); y + size.height() < bounds.bottom(); y += step)
        for (double x = bounds.left(); x + size.width() < bounds.right(); x += step) {
            ++number;
            const QRectF box(QPointF(x, y), size);
            const QRectF room = box.adjusted(-6, -4, 6, 4);
            const auto inside = [&](QPointF point) { return outline.containsPoint(point, Qt::WindingFill); };
            if (!inside(room.topLeft()) || !inside(room.topRight()) || !inside(room.bottomLeft()) || !inside(room.bottomRight()))
                continue;
            const QPointF off = box.center() - middle;
            draft.candidates.push_back(
                {box, 10 * covering.cost(room, -1) + 0.01 * std::hypot(off.x(), off.y()), 0, static_cast<double>(number)});
        }
    const std::array<QPointF, 4> around = {{{middle.x() - size.width() / 2, bounds.bottom() + 4},
                                            {middle.x() - size.width() / 2, bounds.top() - size.height() - 4},
                                            {bounds.right() + 4, middle.y() - size.height() / 2},
                                            {bounds.left() - size.width() - 4, middle.y() - size.height() / 2}}};
    for (std::size_t side = 0; side < around.size(); ++side) {
        const QRectF box(around[side], size);
        draft.candidates.push_back({box, 15 + 10 * covering.cost(box, -1), 0, -static_cast<double>(side + 2)});
    }
}

/// Brings the place of the drawing before to the front, longest wording first.
void keepPlace(Draft &draft, double place)
{
    std::stable_partition(draft.candidates.begin(), draft.candidates.end(),
                          [&](const Candidate &candidate) { return candidate.place == place; });
}

/// Turns drafts into labels.
class Labeller {
public:
    Labeller(const LabelScene &scene, Edges &edges) : m_scene(scene), m_edges(edges), m_covering(edges.marks) {}

    std::vector<LabelMark> run()
    {
        draftNames();
        draftHulls();
        draftAmounts();
        orderCandidates();
        const std::vector<int> chosen = choose();
        std::vector<LabelMark> labels;
        labels.reserve(m_drafts.size());
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            finish(m_drafts[i], chosen[i]);
            labels.push_back(std::move(m_drafts[i].mark));
        }
        return labels;
    }

private:
    const Dataset &dataset() const { return m_scene.index.dataset(); }

    void draftNames()
    {
        for (const NodeMark &node : m_scene.nodes) {
            const NetworkNode &entry = m_scene.network.nodes[static_cast<std::size_t>(node.node)];
            const Organization &organization = dataset().organizations[static_cast<std::size_t>(entry.organization)];
            Draft &draft = m_drafts.emplace_back();
            draft.mark.target = {TargetKind::Node, node.node};
            draft.mark.spot.key = keyOf(TargetKind::Node, entry.organization);
            draft.mark.text = QString::fromStdString(organization.displayName());
            draft.name = nameOf(organization, node.radius);
            draft.importance = 2e6 + (entry.turnover ? entry.turnover->inBillions() : 0) + entry.deals;
            addNameCandidates(draft, node, m_covering);
        }
    }

    void draftHulls()
    {
        for (const HullMark &hull : m_scene.hulls) {
            const int position = m_scene.network.hulls[static_cast<std::size_t>(hull.hull)].group;
            const OverlapGroup &group = dataset().groups[static_cast<std::size_t>(position)];
            if (!group.umbrella)
                continue;
            Draft &draft = m_drafts.emplace_back();
            draft.mark.target = {TargetKind::Hull, hull.hull};
            draft.mark.spot.key = keyOf(TargetKind::Hull, position);
            draft.name.lines = {QString::fromStdString(group.umbrella->label), umbrellaLine(*group.umbrella)};
            draft.mark.text = draft.name.lines.join(QStringLiteral(": "));
            draft.importance = 1e6;
            draft.name.width =
                std::max(textWidth(draft.name.lines[0], FontRole::SmallBold), textWidth(draft.name.lines[1], FontRole::Small));
            addHullCandidates(draft, hull, {draft.name.width, 2 * lineHeight(FontRole::Small)}, m_covering);
        }
    }

    QString umbrellaLine(const Umbrella &umbrella) const
    {
        const Deal *deal = m_scene.index.deal(umbrella.deal);
        const QString once = QStringLiteral("counts once");
        return deal && deal->value.published() ? money({std::nullopt, deal->value.at(Bound::High)}) + QStringLiteral(", ") + once : once;
    }

    void draftAmounts()
    {
        for (std::size_t i = 0; i < m_edges.marks.size(); ++i) {
            const EdgeMark &mark = m_edges.marks[i];
            const Flow &flow = m_edges.flows[i];
            std::vector<Wording> wordings = wordingsOf(m_scene.lens, flow);
            if (wordings.empty())
                continue;
            const NetworkEdge &edge = m_scene.network.edges[static_cast<std::size_t>(mark.edge)];
            const auto organization = [&](int node) { return m_scene.network.nodes[static_cast<std::size_t>(node)].organization; };
            Draft &draft = m_drafts.emplace_back();
            draft.edge = static_cast<int>(i);
            draft.mark.target = mark.deal < 0 ? Target{TargetKind::Edge, mark.edge} : Target{TargetKind::Deal, mark.deal};
            draft.mark.spot.key = mark.deal < 0
                ? keyOf(TargetKind::Edge, organization(edge.from), organization(edge.to), static_cast<int>(edge.family))
                : keyOf(TargetKind::Deal, mark.deal);
            draft.mark.text = wordings.front().text();
            draft.mark.badge = badgeOf(m_scene.lens, mark, flow);
            draft.wordings = std::move(wordings);
            draft.importance = flow.value.at(Bound::High).inBillions() + (flow.power ? 10 * flow.power->inGigawatts() : 0);
            addAmountCandidates(draft, mark, m_edges.shapes[i], m_covering);
        }
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
            if (const auto found = before.find(draft.mark.spot.key); found != before.end())
                keepPlace(draft, found->second);
        }
    }

    std::vector<int> choose() const
    {
        std::vector<layout::LabelRequest> requests;
        for (const Draft &draft : m_drafts) {
            layout::LabelRequest &request = requests.emplace_back();
            request.importance = draft.importance;
            for (const Candidate &candidate : draft.candidates)
                request.candidates.push_back(boxOf(candidate.box));
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
        return layout::placeLabels(requests, discs, taken, boxOf(m_scene.frame));
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
        if (draft.edge >= 0)
            finishAmount(draft, candidate.wording);
        else if (mark.target.kind == TargetKind::Hull)
            finishHull(draft);
        else
            finishName(draft);
    }

    void finishName(Draft &draft) const
    {
        LabelMark &mark = draft.mark;
        const NodeMark &node = m_scene.nodes[static_cast<std::size_t>(mark.target.index)];
        const QColor colour = draft.name.inside && !node.hollow ? m_scene.theme.layer(node.style).icon : m_scene.theme.text;
        if (!draft.name.inside && m_covering.cost(mark.box, -1) > 0) {
            mark.ground = groundAt(mark.box);
            mark.knockOut = nameKnockOut;
        }
        const double line = lineHeight(draft.name.font);
        double top = mark.box.top();
        for (const QString &text : draft.name.lines) {
            const double spare = mark.box.width() - textWidth(text, draft.name.font);
            const bool leftSide = candidateSide(mark) == Side::Left;
            const bool rightSide = candidateSide(mark) == Side::Right;
            const double indent = rightSide ? 0 : leftSide ? spare : spare / 2;
            mark.runs.push_back({text, {mark.box.left() + indent, top + baselineIn(draft.name.font)}, draft.name.font, colour});
            top += line;
        }
    }

    enum class Side { Middle, Left, Right };

    static Side candidateSide(const LabelMark &mark)
    {
        const int place = static_cast<int>(mark.spot.place);
        if (place == 3 || place == 5 || place == 7)
            return Side::Right;
        return place == 4 || place == 6 || place == 8 ? Side::Left : Side::Middle;
    }

    void finishHull(Draft &draft) const
    {
        LabelMark &mark = draft.mark;
        if (m_covering.cost(mark.box, -1) > 0) {
            mark.ground = groundAt(mark.box);
            mark.knockOut = nameKnockOut;
        }
        const double line = lineHeight(FontRole::Small);
        const double baseline = mark.box.top() + baselineIn(FontRole::Small);
        mark.runs.push_back({draft.name.lines[0], {mark.box.left(), baseline}, FontRole::SmallBold, m_scene.theme.text});
        mark.runs.push_back({draft.name.lines[1], {mark.box.left(), baseline + line}, FontRole::Small, m_scene.theme.textSecond});
    }

    void finishAmount(Draft &draft, std::size_t chosen)
    {
        LabelMark &mark = draft.mark;
        const Wording &wording = draft.wordings[chosen];
        mark.ground = groundAt(mark.box);
        double x = mark.box.left() + padding;
        if (mark.badge) {
            mark.badgeCentre = {mark.box.left() + badgeSize / 2, mark.box.center().y()};
            x = mark.box.left() + badgeSize + badgeGap;
        }
        const double baseline = mark.box.center().y() + capHeight(FontRole::Figure) / 2;
        if (!wording.strong.isEmpty())
            mark.runs.push_back({wording.strong, {x, baseline}, FontRole::FigureBold, m_scene.theme.text});
        x += textWidth(wording.strong, FontRole::FigureBold);
        if (!wording.rest.isEmpty())
            mark.runs.push_back({wording.rest, {x, baseline}, FontRole::Figure, m_scene.theme.textSecond});
        const auto edge = static_cast<std::size_t>(draft.edge);
        EdgeMark &ribbon = m_edges.marks[edge];
        const double width = std::max(ribbon.width, ribbon.haloWidth);
        cut(ribbon, m_edges.shapes[edge], gapOf(m_edges.shapes[edge], width, mark.box));
    }

    const LabelScene &m_scene;
    Edges &m_edges;
    mutable Covering m_covering;
    std::vector<Draft> m_drafts;
};

} // namespace

std::vector<Wording> wordingsOf(Lens lens, const Flow &flow)
{
    const bool priced = flow.value.published();
    const QString value = priced ? money(flow.value) : QString();
    const QString capacity = flow.power ? power(*flow.power) : QString();
    QString strong;
    QStringList rest;
    if (lens == Lens::Value) {
        strong = priced ? value : QStringLiteral("?");
        rest = {capacity, paidPart(flow)};
    } else if (lens == Lens::Power) {
        if (flow.family == Family::Capital && !flow.power)
            return priced ? std::vector<Wording>{{{}, value}} : std::vector<Wording>();
        strong = flow.power ? capacity : QStringLiteral("?");
        rest = {value};
    } else {
        strong = counted(std::max(1, flow.deals), QStringLiteral("deal"), QStringLiteral("deals"));
        rest = {value};
    }
    rest.removeAll(QString());
    std::vector<Wording> wordings;
    for (qsizetype parts = rest.size(); parts >= 0; --parts) {
        Wording &wording = wordings.emplace_back(Wording{strong, {}});
        for (qsizetype i = 0; i < parts; ++i)
            wording.rest += separator() + rest[i];
    }
    return wordings;
}

double labelWidthOf(Lens lens, const Flow &flow)
{
    const std::vector<Wording> wordings = wordingsOf(lens, flow);
    return wordings.empty() ? 0 : boxWidthOf(wordings.front(), lens != Lens::Deals && flow.deals >= leastBadge ? flow.deals : 0);
}

std::vector<LabelMark> placeLabels(const LabelScene &scene, Edges &edges)
{
    return Labeller(scene, edges).run();
}

} // namespace dealscape::view
