// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/legend.h"

#include "analysis/totals.h"
#include "network/network.h"
#include "style/pattern.h"
#include "style/scales.h"
#include "style/text.h"
#include "words/numbers.h"
#include "words/phrases.h"
#include "words/plain.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>

namespace dealscape::picture {

namespace {

constexpr double signLength = 34;

enum Rank { Marks, Area, Width, CertaintyRank, FamilyRank, LayerRank };

QString number(int count)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(count);
}

template <class Key>
bool admitted(const std::set<Key> &set, const Key &key)
{
    return set.empty() || set.contains(key);
}

QPainterPath level(QPointF from, double length)
{
    QPainterPath path(from);
    path.lineTo(from + QPointF(length, 0));
    return path;
}

QPainterPath disc(QPointF centre, double radius)
{
    QPainterPath path;
    path.addEllipse(centre, radius, radius);
    return path;
}

void drawLayer(drawing::ChromeSheet &sheet, QPointF at, double rowHeight, const LayerLook &look, bool present)
{
    const double radius = std::min(8.0, rowHeight / 2 - 1);
    const QPointF centre = at + QPointF(radius, 0);
    const style::Theme &colours = sheet.colours();
    const style::LayerColours layer = colours.layer(look);
    sheet.fill(disc(centre, radius), present ? layer.fill : colours.cancelled);
    if (present && layer.rim != layer.fill)
        sheet.stroke(disc(centre, radius - 0.5), layer.rim, 1);
    sheet.icon(style::iconOf(look.icon), centre, 1.3 * radius, present ? layer.icon : colours.canvas);
}

LegendSection layerSection(const network::View &view)
{
    static const std::vector<Layer> defaults = defaultLayers();
    const Dataset &dataset = view.index.dataset();
    const std::vector<Layer> &layers = dataset.layers.empty() ? defaults : dataset.layers;
    std::map<LayerId, int> counts;
    for (const network::NetworkNode &node : view.network.nodes)
        ++counts[dataset.organizations[static_cast<std::size_t>(node.organization)].layer];
    LegendSection section{QStringLiteral("Organisations, by layer"), QStringLiteral("count"), {}, 0, {}, LayerRank};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const int count = counts[layers[i].id];
        section.rows.push_back({{drawing::TargetKind::Layer, static_cast<int>(i)},
                                words::plain(layers[i].label).simplified(),
                                number(count),
                                count > 0,
                                view.perspective.filter.layerEnds == Ends::Both && !admitted(view.perspective.filter.layers, layers[i].id),
                                [look = layers[i].look(), count](drawing::ChromeSheet &sheet, QPointF at, double rowHeight) {
                                    drawLayer(sheet, at, rowHeight, look, count > 0);
                                }});
    }
    return section;
}

/// "16 · $737–747B": a number, and what the priced deals among them come to where they are all of one flow class: sums of two
/// would count the same money twice.
QString figureOf(int count, const std::vector<analysis::Sum> &flows)
{
    const auto priced = [](const analysis::Sum &sum) { return sum.deals > 0; };
    const auto first = std::ranges::find_if(flows, priced);
    if (first == flows.end() || std::ranges::count_if(flows, priced) > 1)
        return number(count);
    return number(count) + QStringLiteral(" · ") + words::money(MoneyRange{first->low, first->high});
}

QString figureOf(const Index &index, Lens lens, const std::vector<int> &deals)
{
    std::vector<analysis::Sum> flows;
    if (lens == Lens::Value)
        for (const analysis::FlowTotal &total : analysis::summarize(index, deals).flows)
            flows.push_back(total.counted);
    return figureOf(static_cast<int>(deals.size()), flows);
}

/// As the headline strip has it: a deal in parts of two certainties stands in both rows of dollars, and by its weakest
/// otherwise.
QString figureOf(const network::View &view, const analysis::Summary &summary, Certainty certainty)
{
    std::vector<analysis::Sum> flows;
    int count = 0;
    for (const analysis::FlowTotal &total : summary.flows) {
        flows.push_back(total.byCertainty[analysis::slot(certainty)]);
        count += flows.back().deals + flows.back().unpublished;
    }
    if (view.perspective.lens == Lens::Value)
        return figureOf(count, flows);
    return number(static_cast<int>(
        std::ranges::count_if(view.network.deals, [&](int position) { return dealAt(view.index, position).certainty == certainty; })));
}

std::vector<int> dealsOf(const Index &index, const network::Network &network, Family family)
{
    std::vector<int> deals;
    std::ranges::copy_if(network.deals, std::back_inserter(deals),
                         [&](int position) { return familyOf(dealAt(index, position).flow) == family; });
    return deals;
}

LegendSection familySection(const network::View &view)
{
    const Perspective &perspective = view.perspective;
    std::map<Family, int> edges;
    for (const network::NetworkEdge &edge : view.network.edges)
        ++edges[edge.family];
    const bool sums = perspective.lens == Lens::Value;
    LegendSection section{QStringLiteral("Money, payer to payee"),
                          perspective.asReported ? QStringLiteral("edges")
                              : sums             ? QStringLiteral("deals · sum")
                                                 : QStringLiteral("deals"),
                          {},
                          0,
                          {},
                          FamilyRank};
    for (const auto &family : vocabulary<Family>()) {
        const std::vector<int> deals = dealsOf(view.index, view.network, family.value);
        const bool present = perspective.asReported ? edges[family.value] > 0 : !deals.empty();
        const auto sign = [value = family.value, present](drawing::ChromeSheet &sheet, QPointF at, double) {
            const QColor &colour = present ? sheet.colours().family(value) : sheet.colours().cancelled;
            constexpr double thin = 3;
            constexpr double thick = 7;
            const auto pattern = style::patternOf(sheet.colours().kind, value, thick);
            sheet.arrow(at + QPointF(signLength, 0), signLength, sheet.colours().kind == style::ThemeKind::Print ? thick : thin,
                        Certainty::Binding, colour);
            if (pattern && present)
                sheet.patterned(level(at, signLength - drawing::headLengthOf(thick)), *pattern);
        };
        section.rows.push_back({{drawing::TargetKind::Family, static_cast<int>(family.value)},
                                words::phrase(family.value),
                                perspective.asReported ? number(edges[family.value]) : figureOf(view.index, perspective.lens, deals),
                                present,
                                !admitted(perspective.filter.families, family.value),
                                sign});
    }
    return section;
}

LegendSection certaintySection(const network::View &view)
{
    const Perspective &perspective = view.perspective;
    LegendSection section{
        QStringLiteral("Certainty"), perspective.asReported ? QString() : QStringLiteral("deals"), {}, 0, {}, CertaintyRank};
    const analysis::Summary summary = analysis::summarize(view.index, view.network.deals);
    for (const auto &certainty : vocabulary<Certainty>()) {
        const auto sign = [value = certainty.value](drawing::ChromeSheet &sheet, QPointF at, double) {
            const QColor &colour = value == Certainty::Cancelled ? sheet.colours().cancelled : sheet.colours().textSecond;
            sheet.arrow(at + QPointF(signLength, 0), signLength, 2.5, value, colour);
        };
        section.rows.push_back(
            {{drawing::TargetKind::Certainty, static_cast<int>(certainty.value)},
             words::phrase(certainty.value),
             perspective.asReported ? QString() : figureOf(view, summary, certainty.value),
             perspective.asReported ? certainty.value == Certainty::Announced : admitted(perspective.filter.certainties, certainty.value),
             false,
             sign});
    }
    return section;
}

/// A grade's least amount as it is written in a key: quarters as fractions.
QString keyNumber(double amount)
{
    constexpr std::array<const char *, 4> quarters = {"", "¼", "½", "¾"};
    const double whole = std::floor(amount);
    const double part = (amount - whole) * 4;
    if (part != std::floor(part))
        return QString::number(amount);
    const QString fraction = QString::fromUtf8(quarters[static_cast<std::size_t>(part)]);
    return whole == 0 && !fraction.isEmpty() ? fraction : QString::number(whole, 'f', 0) + fraction;
}

/// The unit in which a key writes all amounts of one lens: how many of it a billion or a gigawatt has, and what the head says of it. None
/// where amounts lie too far apart for one: then each names its own.
struct KeyUnit {
    double share = 1;
    QString head;
};

KeyUnit keyUnit(Lens lens, const std::array<style::Grade, 5> &all)
{
    const double least = all[1].from;
    const double most = all.back().from;
    if (lens == Lens::Deals)
        return {1, QStringLiteral("from")};
    if (lens == Lens::Power)
        return most < 1 ? KeyUnit{1e3, QStringLiteral("MW, from")} : KeyUnit{1, QStringLiteral("GW, from")};
    if (least >= 0.1)
        return {1, QStringLiteral("$ billion, from")};
    if (least >= 0.001 && most < 1)
        return {1e3, QStringLiteral("$ million, from")};
    return {0, QStringLiteral("$, from")};
}

QString keyAmount(const KeyUnit &unit, double amount)
{
    if (unit.share > 0)
        return keyNumber(amount * unit.share);
    return words::money(Money(std::llround(amount * 1e9))).mid(1);
}

QString gradeLabel(const KeyUnit &unit, const std::array<style::Grade, 5> &all, std::size_t i)
{
    if (i == 0 && all[0].from == 0)
        return u'<' + keyAmount(unit, all[1].from);
    return keyAmount(unit, all[i].from) + (i + 1 == all.size() ? QStringLiteral("+") : QString());
}

LegendSection widthSection(Lens lens, const Scales &scales)
{
    const bool power = lens == Lens::Power;
    const auto all = style::grades(lens, scales);
    const KeyUnit unit = keyUnit(lens, all);
    LegendSection section{lens == Lens::Value ? QStringLiteral("Width: amount")
                              : power         ? QStringLiteral("Width: capacity")
                                              : QStringLiteral("Width: deals in a ribbon"),
                          unit.head,
                          {},
                          36,
                          {},
                          Width};
    section.body = [all, unit](drawing::ChromeSheet &sheet, QPointF at, Scaling scaling) {
        constexpr double gap = 8;
        const double count = static_cast<double>(all.size());
        const double length = (legendColumn - gap * (count - 1)) / count;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double left = at.x() + static_cast<double>(i) * (length + gap);
            sheet.stroke(level({left, at.y() + 7}, length), sheet.colours().family(Family::Compute), all[i].width * scaling.strokes);
            sheet.lineCentred(left + length / 2, at.y() + 18, gradeLabel(unit, all, i), style::FontRole::Figure,
                              sheet.colours().textSecond);
        }
    };
    return section;
}

/// The largest round turnover whose disc fits the key, and always more than the least disc stands for; none beyond the
/// first that is as much as any node's.
Money keyTurnover(const Scales &scales, double magnification, double widest, Money most)
{
    constexpr std::array<std::int64_t, 3> mantissas = {1, 2, 5};
    const std::int64_t least = 2 * style::leastKeyedTurnover(scales).dollars();
    std::optional<Money> best;
    for (std::int64_t unit = 1; unit <= Money::maximum().dollars(); unit *= 10)
        for (const std::int64_t mantissa : mantissas) {
            const Money amount(mantissa * unit);
            if (amount.dollars() < least)
                continue;
            if (!best || (*best < most && style::radiusOf(scales, amount) * magnification <= widest))
                best = amount;
        }
    return *best;
}

Money mostTurnover(const network::Network &network)
{
    Money most;
    for (const network::NetworkNode &node : network.nodes)
        most = std::max(most, node.turnover.value_or(Money()));
    return most;
}

LegendSection areaSection(const Scales &scales, Money most)
{
    constexpr double height = 74;
    constexpr double above = 6;
    constexpr double widest = (height - above) / 2 - 0.75;
    LegendSection section{QStringLiteral("Area: money in and out"), {}, {}, height, {}, Area, QStringLiteral("at 100 %")};
    section.body = [scales, most](drawing::ChromeSheet &sheet, QPointF at, Scaling scaling) {
        const style::Theme &colours = sheet.colours();
        const double scale = scaling.magnified() ? 1 : scaling.discs;
        const Money large = keyTurnover(scales, scale, widest, most);
        const double bottom = at.y() + height - 1;
        const double middle = at.x() + widest + 1;
        const double labels = at.x() + 2 * widest + 20;
        const Money least = style::leastKeyedTurnover(scales);
        const std::array entries = {std::pair(large, words::money(large)),
                                    std::pair(least, words::money(least) + QStringLiteral(" or less"))};
        constexpr double lineHeight = 20;
        const double lowest = bottom - 7 - lineHeight * static_cast<double>(entries.size());
        double textMiddle = at.y() + above;
        double room = 0;
        for (const auto &[turnover, text] : entries) {
            const double radius = style::radiusOf(scales, turnover) * scale;
            const QPointF centre(middle, bottom - radius);
            sheet.stroke(disc(centre, radius - 0.5), colours.textSecond, 1);
            const double top = bottom - 2 * radius;
            textMiddle = std::min(std::max(textMiddle, top + 0.5), lowest + room);
            room += lineHeight;
            QPainterPath leader(QPointF(middle, top + 0.5));
            leader.lineTo(labels - 14, textMiddle);
            leader.lineTo(labels - 5, textMiddle);
            sheet.stroke(leader, colours.cancelled, 1);
            sheet.line(labels, textMiddle - 8, text, style::FontRole::Small, colours.textSecond);
            textMiddle += lineHeight;
        }
        sheet.stroke(disc({labels + 6, bottom - 7}, 5.5), colours.textSecond, 2);
        sheet.line(labels + 17, bottom - 15, QStringLiteral("not published"), style::FontRole::Small, colours.textSecond);
    };
    return section;
}

void drawRange(drawing::ChromeSheet &sheet, QPointF at, double)
{
    sheet.stroke(level(at, signLength), sheet.colours().halo(Family::Compute), 11);
    sheet.stroke(level(at, signLength), sheet.colours().family(Family::Compute), 5);
}

void drawBadge(drawing::ChromeSheet &sheet, QPointF at, double rowHeight)
{
    const double radius = std::min(8.0, rowHeight / 2 - 1);
    const QPointF centre = at + QPointF(radius, 0);
    sheet.fill(disc(centre, radius), sheet.colours().textSecond);
    sheet.lineCentred(centre.x(), centre.y() - 8, QStringLiteral("2"), style::FontRole::FigureBold, sheet.colours().canvas);
}

void drawUnknownAmount(drawing::ChromeSheet &sheet, QPointF at, double)
{
    constexpr double piece = 11;
    QPainterPath line = level(at, piece);
    line.addPath(level(at + QPointF(signLength - piece, 0), piece));
    sheet.stroke(line, sheet.colours().family(Family::Compute), style::unknownGrade().width);
    sheet.lineCentred(at.x() + signLength / 2, at.y() - 8, QStringLiteral("?"), style::FontRole::SmallBold, sheet.colours().text);
}

void drawUnknownPayer(drawing::ChromeSheet &sheet, QPointF at, double)
{
    constexpr double radius = 3.5;
    const QColor &colour = sheet.colours().family(Family::Compute);
    sheet.stroke(level(at + QPointF(2 * radius, 0), signLength - 4 * radius), colour, style::unknownGrade().width);
    sheet.stroke(disc(at + QPointF(radius, 0), radius), colour, style::unknownGrade().width);
    sheet.stroke(disc(at + QPointF(signLength - radius, 0), radius), colour, style::unknownGrade().width);
}

void drawUmbrella(drawing::ChromeSheet &sheet, QPointF at, double)
{
    QPainterPath box;
    box.addRoundedRect(QRectF(at.x() + 0.5, at.y() - 6.5, signLength - 1, 13), 6.5, 6.5);
    sheet.fill(box, sheet.colours().hullFill);
    sheet.stroke(drawing::dashed(box, 4, 3), sheet.colours().hullEdge, 1.25);
}

void drawSmallestLeg(drawing::ChromeSheet &sheet, QPointF at, double)
{
    sheet.stroke(level(at, signLength), sheet.colours().accent, 12);
    sheet.stroke(level(at, signLength), sheet.colours().canvas, 8);
    sheet.stroke(level(at, signLength), sheet.colours().family(Family::Capital), 3);
}

LegendSection markSection(const Perspective &perspective, const network::Network &network)
{
    const bool power = perspective.lens == Lens::Power;
    const auto any = [&network](auto test) { return std::ranges::any_of(network.edges, test); };
    LegendSection section{QStringLiteral("Marks"), {}, {}, 0, {}, Marks};
    const auto add = [&section](const char *text, bool present, void (*sign)(drawing::ChromeSheet &, QPointF, double)) {
        section.rows.push_back({{}, QString::fromUtf8(text), {}, present, false, sign});
    };
    if (perspective.lens == Lens::Value)
        add("Range: low, high", any([](const network::NetworkEdge &edge) { return edge.value.published() && !edge.value.exact(); }),
            drawRange);
    add("Deals in one ribbon", any([](const network::NetworkEdge &edge) { return edge.deals.size() > 1; }), drawBadge);
    if (perspective.lens != Lens::Deals)
        add(power ? "Capacity not published" : "Amount not published", any([power](const network::NetworkEdge &edge) {
                return power ? !edge.power && edge.family != Family::Capital : !edge.value.published();
            }),
            drawUnknownAmount);
    add("Payer not published", any([](const network::NetworkEdge &edge) { return !edge.directed; }), drawUnknownPayer);
    add("Umbrella, counts once", !network.hulls.empty(), drawUmbrella);
    if (perspective.trail)
        add(perspective.trail->closed ? "Smallest leg of the loop" : "Smallest leg of the path", true, drawSmallestLeg);
    return section;
}

} // namespace

std::vector<LegendSection> legendSections(const network::View &view)
{
    const network::Network &network = view.network;
    return {layerSection(view),
            familySection(view),
            certaintySection(view),
            widthSection(view.perspective.lens, network.scales),
            areaSection(network.scales, mostTurnover(network)),
            markSection(view.perspective, network)};
}

} // namespace dealscape::picture
