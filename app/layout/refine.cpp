// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/refine.h"

#include "layout/counts.h"
#include "layout/hull.h"

#include <numbers>
#include <utility>

namespace dealscape::layout {

namespace {

struct Member {
    Point centre;
    double radius = 0;
};

/// The discs at the corners of the hull of their centres, in its order.
std::vector<Member> cornersOf(const std::vector<Member> &discs)
{
    std::vector<Point> centres;
    for (const Member &disc : discs)
        centres.push_back(disc.centre);
    std::vector<Member> corners;
    for (const Point &corner : convexHull(std::move(centres)))
        corners.push_back(*std::find_if(discs.begin(), discs.end(), [&](const Member &disc) { return disc.centre == corner; }));
    return corners;
}

/// Distance from the rims of its members within which a hull holds others.
constexpr double HullReach = 20;

/// Whether a disc comes into the hull that is drawn round others at some distance from their rims.
bool meets(const std::vector<Member> &corners, const Member &disc)
{
    bool inside = corners.size() > 2;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Member &from = corners[i];
        const Member &to = corners[(i + 1) % corners.size()];
        const Point way = to.centre - from.centre;
        const Point off = disc.centre - from.centre;
        const double square = way.x * way.x + way.y * way.y;
        const double t = square > 0 ? std::min(1.0, std::max(0.0, (off.x * way.x + off.y * way.y) / square)) : 0;
        if (length(off - way * t) < disc.radius + HullReach + from.radius + t * (to.radius - from.radius))
            return true;
        inside = inside && way.x * off.y - way.y * off.x >= 0;
    }
    return inside;
}

} // namespace

long crossings(const Topology &topology, const std::vector<Point> &points)
{
    std::vector<float> ax, ay, bx, by;
    for (const auto &[a, b] : topology.pairs()) {
        ax.push_back(static_cast<float>(points[a].x));
        ay.push_back(static_cast<float>(points[a].y));
        bx.push_back(static_cast<float>(points[b].x));
        by.push_back(static_cast<float>(points[b].y));
    }
    long sum = 0;
    for (std::size_t i = 0; i + 1 < ax.size(); ++i) {
        const std::size_t j = i + 1;
        sum += crossingsOf(ax[i], ay[i], bx[i], by[i], ax.data() + j, ay.data() + j, bx.data() + j, by.data() + j,
                           static_cast<int>(ax.size() - j));
    }
    return sum;
}

Refinement::Refinement(const Topology &topology, const Distances &distances, const std::vector<Room> &rooms, Frame frame, Prices prices)
    : m_topology(topology),
      m_distances(distances),
      m_rooms(rooms),
      m_frame(frame),
      m_prices(prices),
      m_texts(topology.pairs().size()),
      m_incident(topology.count()),
      m_half(topology.pairs().size(), 0.0f),
      m_textX(topology.pairs().size(), 0.0f),
      m_textY(topology.pairs().size(), 0.0f),
      m_textWidth(topology.pairs().size(), NoBox),
      m_textHeight(topology.pairs().size(), 0.0f)
{
    for (std::size_t i = 0; i < topology.pairs().size(); ++i) {
        m_incident[topology.pairs()[i].first].push_back(static_cast<int>(i));
        m_incident[topology.pairs()[i].second].push_back(static_cast<int>(i));
    }
    for (const Room &room : rooms) {
        m_radius.push_back(static_cast<float>(room.radius));
        m_names = m_names || room.hasName();
        m_nameWidth.push_back(room.hasName() ? static_cast<float>(room.labelWidth / 2) : NoBox);
        m_nameHeight.push_back(static_cast<float>(room.labelHeight / 2));
    }
}

void Refinement::setText(std::size_t edge, double width, double height)
{
    m_texts[edge] = {width, height};
    m_textWidth[edge] = width > 0 ? static_cast<float>(width / 2) : NoBox;
    m_textHeight[edge] = static_cast<float>(height / 2);
    m_written = m_written || width > 0;
}

void Refinement::load(const std::vector<Point> &points)
{
    const std::size_t edges = m_topology.pairs().size();
    m_x.resize(points.size());
    m_pressedX.resize(points.size());
    m_nameY.resize(points.size());
    m_y.resize(points.size());
    for (auto *ends : {&m_ax, &m_ay, &m_bx, &m_by})
        ends->resize(edges);
    for (std::size_t i = 0; i < points.size(); ++i)
        place(static_cast<int>(i), points[i]);
}

void Refinement::place(int node, Point at)
{
    m_x[node] = static_cast<float>(at.x);
    m_pressedX[node] = static_cast<float>(at.x / m_wide);
    m_y[node] = static_cast<float>(at.y);
    m_nameY[node] = static_cast<float>(at.y + m_rooms[node].radius + Room::NameGap + m_rooms[node].labelHeight / 2);
    for (const int edge : m_incident[node]) {
        const bool tail = m_topology.pairs()[edge].first == node;
        (tail ? m_ax : m_bx)[edge] = m_x[node];
        (tail ? m_ay : m_by)[edge] = m_y[node];
        if (m_written)
            placeText(edge);
    }
}

/// In the middle between the two rims.
void Refinement::placeText(int edge)
{
    const auto &[a, b] = m_topology.pairs()[edge];
    const float dx = m_bx[edge] - m_ax[edge];
    const float dy = m_by[edge] - m_ay[edge];
    const float t = 0.5f + (m_radius[a] - m_radius[b]) / (2 * std::max(1.0f, std::sqrt(dx * dx + dy * dy)));
    m_textX[edge] = m_ax[edge] + t * dx;
    m_textY[edge] = m_ay[edge] + t * dy;
}

double Refinement::stressPart(int node, Point at) const
{
    return static_cast<double>(stressRow(m_distances.inverses(node), m_pressedX.data(), m_y.data(), m_distances.count(),
                                         static_cast<float>(at.x / m_wide), static_cast<float>(at.y), static_cast<float>(m_scale)));
}

double Refinement::crossingPart(int node, Point at, double limit) const
{
    const auto x = static_cast<float>(at.x);
    const auto y = static_cast<float>(at.y);
    double sum = 0;
    for (const int next : m_topology.neighbours(node)) {
        if (sum >= limit)
            break;
        sum += crossingsOf(x, y, m_x[next], m_y[next], m_ax.data(), m_ay.data(), m_bx.data(), m_by.data(), static_cast<int>(m_ax.size()));
    }
    return sum;
}

double Refinement::throughPart(int node, Point at) const
{
    constexpr float margin = 3;
    const auto x = static_cast<float>(at.x);
    const auto y = static_cast<float>(at.y);
    int sum = edgesOn(x, y, m_radius[node] + margin, m_ax.data(), m_ay.data(), m_bx.data(), m_by.data(), m_half.data(),
                      static_cast<int>(m_ax.size())) -
        m_topology.degree(node);
    for (const int edge : m_incident[node]) {
        const auto &[a, b] = m_topology.pairs()[edge];
        const int next = a == node ? b : a;
        sum += discsOn(x, y, m_x[next], m_y[next], m_x.data(), m_y.data(), m_radius.data(), m_distances.count(), margin + m_half[edge]) - 2;
    }
    return sum;
}

double Refinement::namePart(int node, Point at)
{
    if (!m_names)
        return 0;
    constexpr double covered = 3;
    const int n = m_distances.count();
    const Room &room = m_rooms[node];
    const auto x = static_cast<float>(at.x);
    const auto y = static_cast<float>(at.y);
    const float reach = m_radius[node] + 2;
    const float own = std::exchange(m_nameWidth[node], NoBox);
    double sum = covered * boxesAt({x, y, reach, reach}, m_x.data(), m_nameY.data(), m_nameWidth.data(), m_nameHeight.data(), n);
    for (const int next : m_topology.neighbours(node))
        sum += boxesOn(x, y, m_x[next], m_y[next], m_x.data(), m_nameY.data(), m_nameWidth.data(), m_nameHeight.data(), n);
    if (room.hasName()) {
        const Middle name{x, m_nameY[node], own, m_nameHeight[node]};
        sum += covered * boxesAt(name, m_x.data(), m_nameY.data(), m_nameWidth.data(), m_nameHeight.data(), n);
        // Its own disc stands clear of its name.
        sum += covered * boxesAt(name, m_x.data(), m_y.data(), m_radius.data(), m_radius.data(), n);
        sum += edgesOver(name, m_ax.data(), m_ay.data(), m_bx.data(), m_by.data(), static_cast<int>(m_ax.size()));
    }
    m_nameWidth[node] = own;
    return sum;
}

double Refinement::crampedPart(int node, Point at) const
{
    double sum = 0;
    for (const int edge : m_incident[node]) {
        const auto &[a, b] = m_topology.pairs()[edge];
        const int other = a == node ? b : a;
        const Point way = at - Point{static_cast<double>(m_x[other]), static_cast<double>(m_y[other])};
        const double distance = std::max(1e-6, length(way));
        const Text &text = m_texts[edge];
        constexpr double arrow = 34;
        // An amount may take at most a share of the way, and the wide ways come first.
        constexpr double share = 0.45;
        constexpr double wide = 5;
        const double needed =
            text.width > 0 ? (std::abs(way.x) * text.width + std::abs(way.y) * text.height) / distance / share + arrow : 0;
        const double rest = distance - m_rooms[node].radius - m_rooms[other].radius;
        if (needed > 0 && rest < needed)
            sum += (needed - rest) / needed * (0.5 + static_cast<double>(m_half[edge]) / wide);
    }
    return sum;
}

/// What the amounts of a node's edges lie on, and what its edges and its name lie on of the amounts of others.
double Refinement::textPart(int node)
{
    if (!m_written)
        return 0;
    constexpr double covered = 3;
    const int n = m_distances.count();
    const int edges = static_cast<int>(m_ax.size());
    double sum = 0;
    for (const int edge : m_incident[node]) {
        const auto &[a, b] = m_topology.pairs()[edge];
        const int next = a == node ? b : a;
        sum += boxesOn(m_x[node], m_y[node], m_x[next], m_y[next], m_textX.data(), m_textY.data(), m_textWidth.data(), m_textHeight.data(),
                       edges);
        if (m_textWidth[edge] <= 0)
            continue;
        const Middle text{m_textX[edge], m_textY[edge], m_textWidth[edge], m_textHeight[edge]};
        // Its own edge is found twice, and the text itself once.
        sum += edgesOver(text, m_ax.data(), m_ay.data(), m_bx.data(), m_by.data(), edges) - 2;
        sum += boxesAt(text, m_textX.data(), m_textY.data(), m_textWidth.data(), m_textHeight.data(), edges) - 1;
        sum += boxesAt(text, m_x.data(), m_nameY.data(), m_nameWidth.data(), m_nameHeight.data(), n);
        sum += covered * boxesAt(text, m_x.data(), m_y.data(), m_radius.data(), m_radius.data(), n);
    }
    if (m_nameWidth[node] > 0)
        sum += boxesAt({m_x[node], m_nameY[node], m_nameWidth[node], m_nameHeight[node]}, m_textX.data(), m_textY.data(),
                       m_textWidth.data(), m_textHeight.data(), edges);
    sum += covered *
        boxesAt({m_x[node], m_y[node], m_radius[node], m_radius[node]}, m_textX.data(), m_textY.data(), m_textWidth.data(),
                m_textHeight.data(), edges);
    return sum;
}

double Refinement::nearPart(int node, Point at) const
{
    if (m_spread <= 0)
        return 0;
    return static_cast<double>(nearness(static_cast<float>(at.x), static_cast<float>(at.y), m_radius[node], m_x.data(), m_y.data(),
                                        m_radius.data(), m_distances.count(), m_spread));
}

double Refinement::strangerPart() const
{
    double sum = 0;
    std::vector<Member> discs;
    for (std::size_t h = 0; h < m_hulls.size(); ++h) {
        discs.clear();
        float left = std::numeric_limits<float>::max();
        float top = left;
        float right = -left;
        float bottom = -left;
        for (const int member : m_hulls[h]) {
            discs.push_back({{static_cast<double>(m_x[member]), static_cast<double>(m_y[member])}, m_rooms[member].radius});
            const float reach = m_radius[member] + static_cast<float>(HullReach) + 1;
            left = std::min(left, m_x[member] - reach);
            right = std::max(right, m_x[member] + reach);
            top = std::min(top, m_y[member] - reach);
            bottom = std::max(bottom, m_y[member] + reach);
        }
        const std::vector<Member> corners = cornersOf(discs);
        for (std::size_t i = 0; i < m_x.size(); ++i) {
            const float r = m_radius[i];
            const bool near = m_x[i] + r > left && m_x[i] - r < right && m_y[i] + r > top && m_y[i] - r < bottom;
            if (near && !m_members[h][i] && meets(corners, {{static_cast<double>(m_x[i]), static_cast<double>(m_y[i])}, m_rooms[i].radius}))
                sum += 1;
        }
    }
    return sum;
}

void Refinement::setHulls(const std::vector<std::vector<int>> &hulls)
{
    m_hulls = hulls;
    m_members.assign(hulls.size(), std::vector<char>(m_rooms.size(), 0));
    for (std::size_t h = 0; h < hulls.size(); ++h)
        for (const int member : hulls[h])
            m_members[h][member] = 1;
}

double Refinement::cost(int node, Point at, double limit)
{
    place(node, at);
    double sum = m_stressPrice * stressPart(node, at);
    if (sum < limit)
        sum += m_prices.cramped * crampedPart(node, at);
    if (sum < limit)
        sum += m_prices.through * throughPart(node, at);
    if (sum < limit)
        sum += crossingPart(node, at, limit - sum);
    if (sum < limit)
        sum += m_prices.near * nearPart(node, at);
    if (sum < limit)
        sum += m_prices.text * textPart(node);
    if (sum < limit)
        sum += m_prices.name * namePart(node, at);
    if (sum < limit && !m_hulls.empty())
        sum += m_prices.stranger * strangerPart();
    return sum;
}

bool Refinement::isFree(int node, Point at, double gap) const
{
    if (!m_frame.holds(at, m_rooms[node]))
        return false;
    const auto x = static_cast<float>(at.x);
    const auto y = static_cast<float>(at.y);
    const float own = m_radius[node] + static_cast<float>(gap);
    int hits = 0;
    for (int i = 0; i < m_distances.count(); ++i) {
        const float dx = m_x[i] - x;
        const float dy = m_y[i] - y;
        const float wanted = m_radius[i] + own;
        hits += dx * dx + dy * dy < wanted * wanted;
    }
    const float dx = m_x[node] - x;
    const float dy = m_y[node] - y;
    const float wanted = m_radius[node] + own;
    return hits == static_cast<int>(dx * dx + dy * dy < wanted * wanted);
}

Point Refinement::candidate(int node, int sample, double reach, Random &random) const
{
    const auto point = [&](int i) { return Point{static_cast<double>(m_x[i]), static_cast<double>(m_y[i])}; };
    const Point here = point(node);
    const double angle = random.between(0, 2 * std::numbers::pi);
    const double step = reach * random.unit();
    const auto neighbours = m_topology.neighbours(node);
    if (sample % 4 == 3 && !neighbours.empty()) {
        const int next = neighbours[random.below(static_cast<int>(neighbours.size()))];
        const double radius = length(here - point(next));
        return point(next) + Point{std::cos(angle), std::sin(angle)} * radius;
    }
    return here + Point{std::cos(angle), std::sin(angle)} * step;
}

bool Refinement::improve(int node, double gap, double reach, int samples, Random &random)
{
    const Point start{static_cast<double>(m_x[node]), static_cast<double>(m_y[node])};
    double least = cost(node, start);
    Point best = start;
    for (int sample = 0; sample < samples; ++sample) {
        const Point at = m_frame.clamped(candidate(node, sample, reach, random), m_rooms[node]);
        if (!isFree(node, at, gap))
            continue;
        const double price = cost(node, at, least);
        if (price < least - 1e-6) {
            least = price;
            best = at;
        }
    }
    place(node, best);
    return !(best == start);
}

bool Refinement::swap(int a, int b, double gap)
{
    const Point p{static_cast<double>(m_x[a]), static_cast<double>(m_y[a])};
    const Point q{static_cast<double>(m_x[b]), static_cast<double>(m_y[b])};
    const double before = cost(a, p) + cost(b, q);
    place(a, q);
    place(b, p);
    if (isFree(a, q, gap) && isFree(b, p, gap)) {
        const double after = cost(a, q) + cost(b, p);
        if (after < before - 1e-6)
            return true;
    }
    place(a, p);
    place(b, q);
    return false;
}

void Refinement::run(std::vector<Point> &points, double gap, int rounds, int samples, Random &random, const Progress &progress)
{
    const int n = m_distances.count();
    if (n < 2 || m_topology.pairs().empty())
        return;
    load(points);
    const auto pressed = [&] {
        std::vector<Point> result = points;
        for (Point &point : result)
            point.x /= m_wide;
        return result;
    };
    const Stress stress = stressOf(m_distances, pressed());
    m_scale = stress.scale;
    const double start = static_cast<double>(std::max(4L, crossings(m_topology, points)));
    m_stressPrice = start / (m_prices.crossings * std::max(1e-3, stress.value) * std::max(1.0, m_distances.pairs()));
    const double step = 1 / std::max(1e-9, m_scale);

    for (int round = 0; round < rounds && !progress.stop(); ++round) {
        const double reach = step * 1.6 * std::pow(0.85, round) + 2;
        bool moved = false;
        for (int node = 0; node < n; ++node) {
            if (!m_mobility.empty() && m_mobility[node] == Mobility::Fixed)
                continue;
            moved = improve(node, gap, reach, samples, random) || moved;
            const int other = random.below(n);
            constexpr int few = 3;
            if (other != node && m_topology.degree(node) <= few && m_topology.degree(other) <= few &&
                (m_mobility.empty() || m_mobility[other] == Mobility::Free))
                moved = swap(node, other, gap) || moved;
        }
        for (int i = 0; i < n; ++i)
            points[i] = {static_cast<double>(m_x[i]), static_cast<double>(m_y[i])};
        m_scale = stressOf(m_distances, pressed()).scale;
        if (!moved && round > 4)
            break;
    }
}

} // namespace dealscape::layout
