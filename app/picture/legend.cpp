// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/legend.h"

#include "style/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dealscape::picture {

namespace {

constexpr double labelIndent = 47;
constexpr double restHeight = 16;

struct Density {
    double row;
    double head;
    double gap;
    bool absentRows;
    int leastRank;
};

/// From roomy to tight.
constexpr std::array densities = {Density{20, 24, 8, true, 0},  Density{18, 22, 8, true, 0},  Density{16, 20, 8, true, 0},
                                  Density{20, 24, 8, false, 0}, Density{18, 22, 8, false, 0}, Density{16, 18, 6, false, 0},
                                  Density{18, 22, 8, false, 1}, Density{16, 18, 6, false, 1}, Density{16, 18, 6, false, 2},
                                  Density{16, 18, 6, false, 3}, Density{16, 18, 6, false, 4}};

double sectionHeight(const LegendSection &section, const Density &density)
{
    return density.head + (section.body ? section.bodyHeight : density.row * static_cast<double>(section.rows.size()));
}

std::vector<LegendSection> thinned(const std::vector<LegendSection> &sections, const Density &density)
{
    std::vector<LegendSection> kept;
    for (const LegendSection &section : sections) {
        if (section.rank < density.leastRank)
            continue;
        LegendSection copy = section;
        if (!density.absentRows)
            std::erase_if(copy.rows, [](const LegendRow &row) { return !row.present && !row.filtered; });
        if (copy.body || !copy.rows.empty())
            kept.push_back(std::move(copy));
    }
    return kept;
}

/// A label where it fits, or else its first words, which say the same in short: "Compute" for "Compute and sites".
QString fitting(const QString &label, double room)
{
    if (style::textWidth(label, style::FontRole::Small) <= room)
        return label;
    qsizetype end = label.size();
    for (const char *joint : {" and ", " or ", ", "})
        if (const qsizetype at = label.indexOf(QLatin1String(joint)); at > 0)
            end = std::min(end, at);
    return style::shortened(label.left(end), style::FontRole::Small, room);
}

/// "width" for "Width: amount".
QString sectionSubject(const LegendSection &section)
{
    return section.head.section(u':', 0, 0).section(u',', 0, 0).toLower();
}

/// What is left out for want of room, though something in view is of its sort.
QStringList omittedAt(const std::vector<LegendSection> &sections, const Density &density)
{
    QStringList omitted;
    for (const LegendSection &section : sections)
        if (section.rank < density.leastRank && (section.body || std::ranges::any_of(section.rows, &LegendRow::present)))
            omitted << sectionSubject(section);
    return omitted;
}

/// Fills columns in order up to a height; nothing when they do not suffice.
std::optional<LegendPlan> packed(const std::vector<LegendSection> &sections, const Density &density, std::size_t columns, double limit)
{
    LegendPlan plan{density.row, density.head, density.gap, {}, {}, {}};
    double filled = 0;
    for (const LegendSection &section : sections) {
        const double height = sectionHeight(section, density);
        if (height > limit)
            return std::nullopt;
        if (plan.columns.empty() || filled + density.gap + height > limit) {
            if (plan.columns.size() == columns)
                return std::nullopt;
            plan.columns.emplace_back();
            filled = -density.gap;
        }
        filled += density.gap + height;
        plan.columns.back().push_back(section);
        plan.size.setHeight(std::max(plan.size.height(), filled));
    }
    const double count = static_cast<double>(plan.columns.size());
    plan.size.setWidth(count * legendColumn + (count - 1) * legendColumnGap);
    return plan;
}

} // namespace

std::optional<LegendPlan> planLegend(const std::vector<LegendSection> &sections, QSizeF room)
{
    const double columns = std::floor((room.width() + legendColumnGap) / (legendColumn + legendColumnGap));
    if (columns < 1)
        return std::nullopt;
    constexpr double step = 8;
    for (const Density &density : densities) {
        const auto kept = thinned(sections, density);
        if (kept.empty())
            continue;
        const QStringList omitted = omittedAt(sections, density);
        const double rest = omitted.isEmpty() ? 0 : density.gap + restHeight;
        const double most = room.height() - rest;
        for (double limit = columns > 1 ? std::min(step, most) : most; limit <= most; limit += step)
            if (auto plan = packed(kept, density, static_cast<std::size_t>(columns), limit)) {
                plan->omitted = omitted;
                plan->size.rheight() += rest;
                return plan;
            }
    }
    return std::nullopt;
}

QRectF LegendPlan::rest() const
{
    return omitted.isEmpty() ? QRectF() : QRectF(0, size.height() - restHeight, size.width(), restHeight);
}

QString LegendPlan::restWords() const
{
    return QStringLiteral("%1 more: %2").arg(omitted.size()).arg(omitted.join(QStringLiteral(", ")));
}

void drawLegend(drawing::ChromeSheet &sheet, const LegendPlan &plan, QPointF topLeft, Scaling scaling)
{
    const style::Theme &colours = sheet.colours();
    for (std::size_t column = 0; column < plan.columns.size(); ++column) {
        const double left = topLeft.x() + static_cast<double>(column) * (legendColumn + legendColumnGap);
        double top = topLeft.y();
        for (const LegendSection &section : plan.columns[column]) {
            const double head = top + (plan.headHeight - style::lineHeight(style::FontRole::SmallBold)) / 2;
            sheet.line(left, head, section.head, style::FontRole::SmallBold, colours.text);
            const QString &unit = scaling.magnified() && !section.magnifiedUnit.isEmpty() ? section.magnifiedUnit : section.unit;
            sheet.lineRight(left + legendColumn, head, unit, style::FontRole::Small, colours.textSecond);
            top += plan.headHeight;
            if (section.body) {
                section.body(sheet, {left, top}, scaling);
                top += section.bodyHeight;
            }
            for (const LegendRow &row : section.rows) {
                const QColor &colour = row.present ? colours.text : colours.textThird;
                if (row.target.kind != drawing::TargetKind::None)
                    sheet.aim(row.target, QRectF(left, top, legendColumn, plan.rowHeight));
                row.sign(sheet, {left, top + plan.rowHeight / 2}, plan.rowHeight);
                const double text = top + (plan.rowHeight - style::lineHeight(style::FontRole::Small)) / 2;
                const double figure = style::textWidth(row.figure, style::FontRole::Figure);
                const double room = legendColumn - labelIndent - (figure > 0 ? figure + 8 : 0);
                sheet.line(left + labelIndent, text, fitting(row.label, room), style::FontRole::Small, colour);
                if (figure > 0)
                    sheet.lineRight(left + legendColumn, text, row.figure, style::FontRole::Figure,
                                    row.present ? colours.textSecond : colours.textThird);
                sheet.release();
                top += plan.rowHeight;
            }
            top += plan.gap;
        }
    }
    if (!plan.omitted.isEmpty())
        sheet.line(topLeft.x(), topLeft.y() + plan.rest().top(),
                   style::shortened(plan.restWords(), style::FontRole::Small, plan.size.width()), style::FontRole::Small,
                   colours.textSecond);
}

} // namespace dealscape::picture
