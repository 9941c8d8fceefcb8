// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/pptxslide.h"

#include "drawing/drawing.h"
#include "drawing/polyline.h"
#include "export/svgpen.h"
#include "style/icons.h"
#include "style/text.h"
#include "style/theme.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QFontMetricsF>
#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace dealscape::exporting {

namespace {

/// A unit of a page is half a point.
constexpr double emuAUnit = 6350;
constexpr double hundredthPointsAUnit = 50;
/// Points at which connectors hold on to an ellipse: anticlockwise from its top.
constexpr int sites = 8;

/// Colours of the theme by name, so that another theme colours the slide anew; every other colour as it is.
QByteArray solid(const QColor &colour)
{
    return "<a:solidFill><a:srgbClr val=\"" + colour.name().mid(1).toUpper().toLatin1() + "\"/></a:solidFill>";
}

QByteArray layerFill(const LayerLook &look, const style::Theme &theme)
{
    if (look.colour)
        return solid(theme.layer(look).fill);
    constexpr std::array names = {"tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "folHlink"};
    return QByteArray("<a:solidFill><a:schemeClr val=\"") + names[static_cast<std::size_t>(look.style)] + "\"/></a:solidFill>";
}

/// Dashes grow with the width: on a wide and short ribbon those of PowerPoint would be longer than all of it.
QByteArray dashesOf(Certainty certainty, double width, double length)
{
    constexpr double usual = 4 + 3;
    constexpr double fewest = 2;
    if (certainty == Certainty::Potential)
        return "<a:prstDash val=\"sysDot\"/>";
    if (certainty != Certainty::Announced)
        return {};
    if (length >= fewest * usual * width)
        return "<a:prstDash val=\"dash\"/>";
    const auto share = [&](double part) { return digits(std::max<qint64>(1000, std::llround(part * length / width * 100'000))); };
    return "<a:custDash><a:ds d=\"" + share(0.26) + "\" sp=\"" + share(0.16) + "\"/></a:custDash>";
}

/// Heads grow with the width too. That of a paid ribbon is a size larger.
QByteArray headOf(double width, bool paid)
{
    if (paid)
        return width < 4 ? "lg" : "med";
    return width < 2 ? "lg" : width < 6 ? "med" : "sm";
}

QPointF siteAt(QPointF centre, double radius, int site)
{
    const double angle = std::numbers::pi / 2 + site * 2 * std::numbers::pi / sites;
    return centre + QPointF(std::cos(angle), -std::sin(angle)) * radius;
}

/// The site that looks towards a point.
int siteTowards(QPointF centre, QPointF there)
{
    const double angle = std::atan2(centre.y() - there.y(), there.x() - centre.x());
    const auto site = std::lround((angle - std::numbers::pi / 2) / (2 * std::numbers::pi / sites));
    return static_cast<int>((site % sites + sites) % sites);
}

using words::qt;

} // namespace

QByteArray xmlText(const QString &text)
{
    return SvgPen::clean(text).toHtmlEscaped().toUtf8();
}

void PptxSlide::begin(const network::Network &network, const drawing::Drawing &drawing, double magnification, QPointF corner)
{
    flushWords();
    m_network = &network;
    m_drawing = &drawing;
    m_unit = magnification;
    m_corner = corner;
    m_wordy = false;
    m_between.clear();
    m_ways.clear();
    m_shifts.clear();
    m_settled = false;
    m_firstNode = m_next;
    m_next += static_cast<int>(network.nodes.size());
}

void PptxSlide::beginWords(const drawing::Drawing &drawing, double magnification)
{
    flushWords();
    m_network = nullptr;
    m_ways.clear();
    m_shifts.clear();
    m_settled = false;
    m_drawing = &drawing;
    m_unit = magnification;
    m_corner = {};
    m_wordy = true;
}

int PptxSlide::idOf(int node) const
{
    return m_firstNode + node;
}

qint64 PptxSlide::emu(double length) const
{
    return std::llround(length * m_unit * emuAUnit);
}

QByteArray PptxSlide::frame(const QRectF &box) const
{
    return "<a:off x=\"" + digits(emu(box.x()) + std::llround(m_corner.x() * emuAUnit)) + "\" y=\"" +
        digits(emu(box.y()) + std::llround(m_corner.y() * emuAUnit)) + "\"/><a:ext cx=\"" + digits(std::max<qint64>(0, emu(box.width()))) +
        "\" cy=\"" + digits(std::max<qint64>(0, emu(box.height()))) + "\"/>";
}

QByteArray PptxSlide::lineOf(const Outline &outline) const
{
    if (!outline.colour.isValid() || outline.width <= 0)
        return "<a:ln><a:noFill/></a:ln>";
    QByteArray text = "<a:ln w=\"" + digits(std::clamp<qint64>(emu(outline.width), 1, 20'000'000)) + "\" cap=\"" +
        (outline.round ? "rnd" : "flat") + "\">" + solid(outline.colour);
    if (outline.dash)
        text += QByteArray("<a:prstDash val=\"") + outline.dash + "\"/>";
    return text + "<a:round/></a:ln>";
}

QByteArray PptxSlide::head(const QString &name, const QString &description, bool textBox, bool title)
{
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + digits(nextId()) + "\" name=\"" + xmlText(name) + "\" descr=\"" + xmlText(description) +
        "\"/><p:cNvSpPr" + (textBox ? " txBox=\"1\"" : "") + "/><p:nvPr>" + (title ? "<p:ph type=\"title\"/>" : "") +
        "</p:nvPr></p:nvSpPr>";
}

/// A path inside of its box, in EMU.
QByteArray PptxSlide::geometry(const QPainterPath &path, const QRectF &box) const
{
    const auto point = [&](const QPainterPath::Element &element) {
        return "<a:pt x=\"" + digits(emu(element.x - box.x())) + "\" y=\"" + digits(emu(element.y - box.y())) + "\"/>";
    };
    QByteArray text =
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"" +
        digits(std::max<qint64>(1, emu(box.width()))) + "\" h=\"" + digits(std::max<qint64>(1, emu(box.height()))) + "\">";
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo()) {
            text += "<a:moveTo>" + point(element) + "</a:moveTo>";
        } else if (element.isLineTo()) {
            text += "<a:lnTo>" + point(element) + "</a:lnTo>";
        } else if (element.type == QPainterPath::CurveToElement && i + 2 < path.elementCount()) {
            text += "<a:cubicBezTo>" + point(element) + point(path.elementAt(i + 1)) + point(path.elementAt(i + 2)) + "</a:cubicBezTo>";
            i += 2;
        }
    }
    return text + "</a:path></a:pathLst></a:custGeom>";
}

QByteArray PptxSlide::runOf(const QString &text, const QFont &font, const QColor &colour) const
{
    return "<a:r><a:rPr lang=\"en-GB\" sz=\"" + digits(std::llround(font.pixelSize() * m_unit * hundredthPointsAUnit)) + "\" b=\"" +
        (font.weight() > QFont::Medium ? "1" : "0") + "\" dirty=\"0\">" + solid(colour) + "<a:latin typeface=\"+mn-lt\"/></a:rPr><a:t>" +
        xmlText(text) + "</a:t></a:r>";
}

void PptxSlide::add(const QByteArray &shape, const QRectF &box)
{
    if (m_group) {
        m_group->shapes += shape;
        m_group->box |= box;
    } else if (m_label) {
        m_labels += shape;
    } else {
        m_shapes += shape;
    }
}

void PptxSlide::addPath(const QPainterPath &path, const QColor &fill, const Outline &outline, const QString &name)
{
    const QRectF box = path.controlPointRect();
    const bool filled = fill.isValid() && fill.alpha() > 0;
    add(head(name, name) + "<p:spPr><a:xfrm>" + frame(box) + "</a:xfrm>" + geometry(path, box) + (filled ? solid(fill) : "<a:noFill/>") +
            lineOf(outline) + "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"en-GB\"/></a:p></p:txBody></p:sp>",
        box);
}

void PptxSlide::addText(const QRectF &box, const QByteArray &paragraphs, const char *align, const char *anchor, bool wrap, bool title)
{
    QByteArray text = head(title ? QStringLiteral("Title") : QStringLiteral("Text"), {}, !title, title);
    text += "<p:spPr><a:xfrm>" + frame(box) + "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>" +
        (m_ground.isValid() ? solid(m_ground) : QByteArray("<a:noFill/>")) +
        "<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr wrap=\"" + (wrap ? "square" : "none") +
        "\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"" + anchor +
        "\"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn=\"" + align + "\"/>" + paragraphs + "</a:p></p:txBody></p:sp>";
    add(text, box);
}

void PptxSlide::note(const QRectF &box, const QString &text, int size, const QColor &colour)
{
    QFont font = style::font(style::FontRole::Body);
    font.setPixelSize(size);
    m_unit = 1;
    m_corner = {};
    addText(box, runOf(text, font, colour), "l", "t", true, false);
}

void PptxSlide::chart(const QRectF &frame, const QString &relationship, const QString &title, const QString &description)
{
    m_unit = 1;
    m_corner = {};
    m_shapes += "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"" + digits(nextId()) + "\" name=\"" + xmlText(title) + "\" descr=\"" +
        xmlText(description) + "\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>" + this->frame(frame) +
        "</p:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
        "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"" +
        xmlText(relationship) + "\"/></a:graphicData></a:graphic></p:graphicFrame>";
}

QByteArray PptxSlide::shapes()
{
    flushWords();
    return m_shapes;
}

void PptxSlide::clip(const QRectF &) {}

/// What stands on the ribbons comes after all of them.
void PptxSlide::unclip()
{
    for (auto &[node, group] : m_groups) {
        const QByteArray box = frame(group.box);
        QByteArray inner = box;
        inner.replace("<a:off", "<a:chOff").replace("<a:ext", "<a:chExt");
        m_shapes += "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"" + digits(nextId()) + "\" name=\"" + xmlText(group.name) +
            "\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>" + box + inner + "</a:xfrm></p:grpSpPr>" + group.shapes +
            "</p:grpSp>";
    }
    m_groups.clear();
    m_shapes += std::exchange(m_labels, {});
}

const drawing::EdgeMark *PptxSlide::markOf(const drawing::Target &target) const
{
    const auto found = std::ranges::find_if(m_drawing->edges, [&](const drawing::EdgeMark &mark) {
        return (target.kind == drawing::TargetKind::Edge && mark.edge == target.index && mark.deal < 0) ||
            (target.kind == drawing::TargetKind::Deal && mark.deal == target.index);
    });
    return found == m_drawing->edges.end() ? nullptr : &*found;
}

QPointF PptxSlide::shiftOf(const drawing::Target &target)
{
    if (!m_settled)
        settleLabels();
    const auto found = std::ranges::find(m_shifts, target, &std::pair<drawing::Target, QPointF>::first);
    return found == m_shifts.end() ? QPointF() : found->second;
}

void PptxSlide::settleLabels()
{
    m_settled = true;
    std::vector<QRectF> taken;
    for (const drawing::NodeMark &node : m_drawing->nodes)
        taken.emplace_back(node.centre - QPointF(node.radius, node.radius), QSizeF(2 * node.radius, 2 * node.radius));
    for (const drawing::LabelMark &label : m_drawing->labels)
        if (label.shown && !markOf(label.target))
            taken.push_back(label.box);
    for (const drawing::LabelMark &label : m_drawing->labels) {
        const drawing::EdgeMark *mark = label.shown ? markOf(label.target) : nullptr;
        const auto way = std::ranges::find(m_ways, mark, &Way::mark);
        if (!mark || way == m_ways.end() || mark->centreLine.size() < 2)
            continue;
        const QPointF shift = freeShift(*way, label.box, taken);
        m_shifts.emplace_back(label.target, shift);
        taken.push_back(label.box.translated(shift));
    }
}

/// Along the connector, as near as there is room to the share of the way where the label stands on the ribbon.
QPointF PptxSlide::freeShift(const Way &way, const QRectF &box, const std::vector<QRectF> &taken)
{
    constexpr double step = 0.03;
    constexpr double margin = 0.1;
    const drawing::Polyline line(way.mark->centreLine);
    const double at = line.nearest(box.center());
    const double share = std::clamp(at / std::max(1e-6, line.length()), margin, 1 - margin);
    QPointF best;
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i * step < 1; ++i)
        for (const double there : {share + i * step, share - i * step}) {
            if (there < margin || there > 1 - margin)
                continue;
            const QPointF shift = way.start + (way.end - way.start) * there - line.at(at);
            double covered = 0;
            for (const QRectF &other : taken) {
                const QRectF both = other & box.translated(shift);
                covered += both.width() * both.height();
            }
            if (covered < least) {
                least = covered;
                best = shift;
            }
            if (covered == 0)
                return best;
        }
    return best;
}

void PptxSlide::open(const drawing::Target &target, Role role)
{
    flushWords();
    if (role == Role::Label) {
        m_label = target;
        m_shift = target.kind == drawing::TargetKind::Node ? QPointF() : shiftOf(target);
        m_ground = QColor();
        if (const auto group = m_groups.find(target.index); target.kind == drawing::TargetKind::Node && group != m_groups.end())
            m_group = &group->second;
        return;
    }
    if (target.kind == drawing::TargetKind::Node)
        return;
    m_ribbon = {};
    m_ribbon.mark = markOf(target);
    m_inRibbon = true;
}

void PptxSlide::close()
{
    if (m_inRibbon && m_ribbon.mark) {
        const QString description = describe(*m_ribbon.mark);
        for (const auto &[colour, width] : m_ribbon.below)
            addConnector(colour, width, description, false);
        addConnector(m_ribbon.colour, m_ribbon.width, description, true);
        const auto &edge = m_network->edges[static_cast<std::size_t>(m_ribbon.mark->edge)];
        ++m_between[std::minmax(edge.from, edge.to)];
    }
    m_inRibbon = false;
    m_label.reset();
    m_shift = {};
    m_group = nullptr;
    m_ground = QColor();
}

QString PptxSlide::describe(const drawing::EdgeMark &mark) const
{
    const auto &edge = m_network->edges[static_cast<std::size_t>(mark.edge)];
    const auto nameOf = [&](int node) {
        return qt(m_index.dataset()
                      .organizations[static_cast<std::size_t>(m_network->nodes[static_cast<std::size_t>(node)].organization)]
                      .displayName());
    };
    return QStringLiteral("%1 to %2: %3, %4")
        .arg(nameOf(edge.from), nameOf(edge.to), words::money(edge.value), qt(label(edge.certainty)).toLower());
}

void PptxSlide::addConnector(const QColor &colour, double width, const QString &description, bool top)
{
    const auto &edge = m_network->edges[static_cast<std::size_t>(m_ribbon.mark->edge)];
    const auto nodeMark = [&](int node) { return std::ranges::find(m_drawing->nodes, node, &drawing::NodeMark::node); };
    const auto from = nodeMark(edge.from);
    const auto to = nodeMark(edge.to);
    if (from == m_drawing->nodes.end() || to == m_drawing->nodes.end() || from == to)
        return;
    // A second ribbon between the same two leaves and arrives one site further on.
    const auto before = m_between.find(std::minmax(edge.from, edge.to));
    const int nth = before == m_between.end() ? 0 : before->second;
    const int turn = (nth % 2 ? 1 : -1) * ((nth + 1) / 2) * (edge.from < edge.to ? 1 : -1);
    const int leaves = (siteTowards(from->centre, to->centre) + turn + sites) % sites;
    const int arrives = (siteTowards(to->centre, from->centre) - turn + sites) % sites;
    const QPointF start = siteAt(from->centre, from->radius, leaves);
    const QPointF end = siteAt(to->centre, to->radius, arrives);
    if (top)
        m_ways.push_back({m_ribbon.mark, start, end});
    const QRectF box = QRectF(start, end).normalized();
    const QByteArray name = xmlText(description);
    QByteArray text = "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"" + digits(nextId()) + "\" name=\"" + (top ? "Ribbon" : "Ribbon, ground") +
        "\" descr=\"" + name + "\"/><p:cNvCxnSpPr><a:stCxn id=\"" + digits(idOf(edge.from)) + "\" idx=\"" + digits(leaves) +
        "\"/><a:endCxn id=\"" + digits(idOf(edge.to)) + "\" idx=\"" + digits(arrives) +
        "\"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm" + (start.x() > end.x() ? " flipH=\"1\"" : "") +
        (start.y() > end.y() ? " flipV=\"1\"" : "") + ">" + frame(box) +
        "</a:xfrm><a:prstGeom prst=\"straightConnector1\"><a:avLst/></a:prstGeom><a:ln w=\"" + digits(std::max<qint64>(1, emu(width))) +
        "\" cap=\"" + (top && m_ribbon.certainty == Certainty::Potential ? "rnd" : "flat") + "\">" + solid(colour);
    if (top)
        text += dashesOf(m_ribbon.mark->dashed ? Certainty::Announced : m_ribbon.certainty, width, QLineF(start, end).length());
    text += "<a:round/>";
    const auto sized = [](const QByteArray &size) { return "\" w=\"" + size + "\" len=\"" + size + "\"/>"; };
    if (top && m_ribbon.ringed) {
        const QByteArray ring = "oval" + sized(headOf(m_ribbon.width, false));
        text += "<a:headEnd type=\"" + ring + "<a:tailEnd type=\"" + ring;
    } else if (top && m_ribbon.headed) {
        text += "<a:tailEnd type=\"triangle" + sized(headOf(m_ribbon.width, m_ribbon.paid));
    }
    m_shapes += text + "</a:ln></p:spPr></p:cxnSp>";
}

void PptxSlide::shape(const QPainterPath &path, const QColor &fill, const Pen &pen)
{
    if (!path.isEmpty())
        addPath(path, fill, {pen.colour, pen.width, pen.dashes.isEmpty() ? nullptr : "dash", pen.round}, QStringLiteral("Shape"));
}

void PptxSlide::contour(const QPainterPath &path, const QColor &colour, double width, double, double)
{
    addPath(path, {}, {colour, width, "dash"}, QStringLiteral("Umbrella"));
}

void PptxSlide::line(const QPolygonF &line, const QColor &colour, double width)
{
    if (!m_inRibbon) {
        QPainterPath path;
        path.addPolygon(line);
        addPath(path, {}, {colour, width}, QStringLiteral("Line"));
    } else if (m_ribbon.styled) {
        m_ribbon.paid = true;
    } else if (m_ribbon.below.empty() || m_ribbon.below.back() != std::pair(colour, width)) {
        m_ribbon.below.emplace_back(colour, width);
    }
}

void PptxSlide::ribbon(const std::vector<QPolygonF> &, const QColor &colour, double width, Certainty certainty)
{
    m_ribbon.colour = colour;
    m_ribbon.width = width;
    m_ribbon.certainty = certainty;
    m_ribbon.styled = true;
}

void PptxSlide::backing(const QPolygonF &, const QColor &colour, double width)
{
    if (m_ribbon.below.empty() || m_ribbon.below.back().first != colour)
        m_ribbon.below.emplace_back(colour, width);
}

void PptxSlide::circle(QPointF centre, double radius, const QColor &fill, const QColor &rim, double rimWidth)
{
    if (m_inRibbon) {
        m_ribbon.ringed = true;
        return;
    }
    QPainterPath path;
    path.addEllipse(centre + m_shift, radius - rimWidth / 2, radius - rimWidth / 2);
    addPath(path, fill, {rim, rimWidth}, QStringLiteral("Circle"));
}

void PptxSlide::icon(LayerIcon icon, double size, QPointF centre, const QColor &colour)
{
    const double scale = size / style::iconGrid;
    QTransform place = QTransform::fromTranslate(centre.x() - size / 2, centre.y() - size / 2);
    place.scale(scale, scale);
    addPath(place.map(style::icon(style::iconOf(icon))), {},
            {colour, style::iconStroke / std::sqrt(std::max(1.0, scale)) * scale, nullptr, true}, QStringLiteral("Icon"));
}

void PptxSlide::disc(const drawing::NodeMark &node, const style::Theme &theme, double strength)
{
    const auto &organization =
        m_index.dataset().organizations[static_cast<std::size_t>(m_network->nodes[static_cast<std::size_t>(node.node)].organization)];
    const style::LayerColours colours = theme.layer(node.look);
    const auto faded = [&](const QColor &colour) { return style::blended(colour, theme.canvas, strength); };
    const double rim = node.hollow ? 2 : 1.5;
    const QRectF box(node.centre - QPointF(node.radius, node.radius), QSizeF(2 * node.radius, 2 * node.radius));
    Group &group = m_groups[node.node];
    group.name = qt(organization.displayName());
    m_group = &group;
    const QByteArray fill = node.hollow ? solid(theme.canvas) : strength < 1 ? solid(faded(colours.fill)) : layerFill(node.look, theme);
    add("<p:sp><p:nvSpPr><p:cNvPr id=\"" + digits(idOf(node.node)) + "\" name=\"" + xmlText(group.name) + "\" descr=\"" +
            xmlText(qt(organization.name)) + "\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>" + frame(box) +
            "</a:xfrm><a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>" + fill + lineOf({faded(colours.rim), rim}) +
            "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"en-GB\"/></a:p></p:txBody></p:sp>",
        box);
    if (node.iconSize > 0)
        icon(node.look.icon, node.iconSize, node.iconCentre, faded(node.hollow ? colours.rim : colours.icon));
    m_group = nullptr;
}

void PptxSlide::box(const QRectF &box, double radius, const QColor &fill, const QColor &rim, double rimWidth)
{
    if (m_label && radius == 0 && rimWidth == 0) {
        m_ground = fill;
        return;
    }
    QPainterPath path;
    path.addRoundedRect(box.translated(m_shift), radius, radius);
    addPath(path, fill, {rim, rimWidth}, QStringLiteral("Box"));
}

void PptxSlide::text(const std::vector<drawing::TextRun> &runs, const QRectF &, const Halo &)
{
    if (runs.empty())
        return;
    for (std::size_t first = 0; first < runs.size();) {
        const QFont font = style::font(runs[first].font);
        const QFontMetricsF metrics(font);
        QByteArray content;
        std::size_t next = first;
        double right = runs[first].position.x();
        for (; next < runs.size() && std::abs(runs[next].position.y() - runs[first].position.y()) < 0.5; ++next) {
            const QFont its = style::font(runs[next].font);
            content += runOf(runs[next].text, its, runs[next].colour);
            right = std::max(right, runs[next].position.x() + QFontMetricsF(its).horizontalAdvance(runs[next].text));
        }
        const QPointF corner(runs[first].position.x(), runs[first].position.y() - metrics.ascent());
        const QRectF place(corner + m_shift, QSizeF(right - corner.x(), metrics.height()));
        if (m_wordy && !m_label) {
            const bool goesOn = m_words && m_words->lines.back().font == runs[first].font && next == first + 1 &&
                std::abs(m_words->lines.back().position.x() - corner.x()) < 0.5 &&
                runs[first].position.y() > m_words->lines.back().position.y() &&
                runs[first].position.y() - m_words->lines.back().position.y() < 1.7 * font.pixelSize();
            if (!goesOn)
                flushWords();
            if (!m_words)
                m_words.emplace();
            m_words->lines.insert(m_words->lines.end(), runs.begin() + static_cast<std::ptrdiff_t>(first),
                                  runs.begin() + static_cast<std::ptrdiff_t>(next));
            m_words->box |= place;
        } else {
            const bool centred = m_label.has_value();
            addText(place, content, centred ? "ctr" : "l", centred ? "ctr" : "t", false, false);
        }
        first = next;
    }
}

/// Lines that follow one another are one text, so that it can be edited as such.
void PptxSlide::flushWords()
{
    if (!m_words)
        return;
    const Words words = *std::exchange(m_words, std::nullopt);
    const drawing::TextRun &first = words.lines.front();
    QStringList lines;
    for (const drawing::TextRun &run : words.lines)
        lines += run.text;
    const bool title = first.font == style::FontRole::Title && !m_titled;
    m_titled = m_titled || title;
    const bool wrap = words.lines.size() > 1 && words.lines[1].position.y() > first.position.y() + 0.5;
    // Another typeface may be wider than ours.
    QRectF box = words.box;
    box.setWidth(std::max(box.width() * 1.08, (title ? 700 : 640) / m_unit));
    if (wrap || words.lines.size() == 1) {
        addText(box, runOf(lines.join(u' '), style::font(first.font), first.colour), "l", "t", wrap, title);
        return;
    }
    QByteArray content;
    for (const drawing::TextRun &run : words.lines)
        content += runOf(run.text, style::font(run.font), run.colour);
    addText(box, content, "l", "t", false, title);
}

void PptxSlide::figure(const QString &text, QPointF centre, int size, const QColor &colour)
{
    QFont font = style::font(style::FontRole::FigureBold);
    font.setPixelSize(size);
    const QFontMetricsF metrics(font);
    const QSizeF extent(metrics.horizontalAdvance(text), metrics.height());
    const QColor ground = std::exchange(m_ground, QColor());
    addText(QRectF(centre + m_shift - QPointF(extent.width(), extent.height()) / 2, extent), runOf(text, font, colour), "ctr", "ctr", false,
            false);
    m_ground = ground;
}

} // namespace dealscape::exporting
