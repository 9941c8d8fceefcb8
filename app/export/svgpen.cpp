// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/svgpen.h"

#include "drawing/drawing.h"
#include "style/text.h"

#include <QFontMetricsF>

#include <cmath>

namespace dealscape::exporting {

namespace {

QString points(const QPolygonF &polygon)
{
    QString text;
    for (const QPointF &point : polygon)
        text +=
            (text.isEmpty() ? QString() : QStringLiteral(" ")) + SvgPen::number(point.x()) + QLatin1Char(',') + SvgPen::number(point.y());
    return text;
}

} // namespace

QString SvgPen::number(double value)
{
    QString text = QString::number(std::round(value * 100) / 100, 'f', 2);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString SvgPen::clean(QString text)
{
    for (QChar &c : text)
        if ((c.unicode() < 0x20 && c != QLatin1Char('\t')) || c.unicode() == 0x7f || c.unicode() >= 0xfffe)
            c = QLatin1Char(' ');
    return text;
}

QString pathData(const QPainterPath &path)
{
    QString data;
    const auto put = [&](const char *command, const QPainterPath::Element &element) {
        data += QLatin1String(command) + SvgPen::number(element.x) + QLatin1Char(' ') + SvgPen::number(element.y);
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo())
            put("M", element);
        else if (element.isLineTo())
            put("L", element);
        else
            put(element.type == QPainterPath::CurveToElement ? "C" : " ", element);
    }
    return data;
}

SvgPen::SvgPen(QXmlStreamWriter &xml, Letters letters, std::function<QString(const QColor &)> ink)
    : m_xml(xml), m_letters(letters), m_ink(std::move(ink))
{}

QString SvgPen::ink(const QColor &colour) const
{
    return m_ink ? m_ink(colour) : colour.name();
}

void SvgPen::attribute(const char *name, const QString &value)
{
    m_xml.writeAttribute(QString::fromLatin1(name), value);
}

void SvgPen::open(const QString &id, const QString &title)
{
    m_xml.writeStartElement(QStringLiteral("g"));
    if (!id.isEmpty())
        attribute("id", clean(id));
    if (!title.isEmpty())
        m_xml.writeTextElement(QStringLiteral("title"), clean(title));
}

void SvgPen::openLabel(const QString &of)
{
    m_xml.writeStartElement(QStringLiteral("g"));
    attribute("class", QStringLiteral("l"));
    if (!of.isEmpty())
        attribute("data-of", clean(of));
}

void SvgPen::openClip(const QString &id, const QRectF &area)
{
    m_xml.writeStartElement(QStringLiteral("clipPath"));
    attribute("id", id);
    m_xml.writeEmptyElement(QStringLiteral("rect"));
    place(area);
    m_xml.writeEndElement();
    m_xml.writeStartElement(QStringLiteral("g"));
    attribute("clip-path", QStringLiteral("url(#%1)").arg(id));
}

void SvgPen::place(const QRectF &box)
{
    attribute("x", number(box.x()));
    attribute("y", number(box.y()));
    attribute("width", number(box.width()));
    attribute("height", number(box.height()));
}

void SvgPen::close()
{
    m_xml.writeEndElement();
}

void SvgPen::paint(const Stroke &stroke)
{
    attribute("fill", QStringLiteral("none"));
    attribute("stroke", ink(stroke.colour));
    attribute("stroke-width", number(stroke.width));
    if (stroke.round) {
        attribute("stroke-linecap", QStringLiteral("round"));
        attribute("stroke-linejoin", QStringLiteral("round"));
    }
    if (stroke.dashes.isEmpty())
        return;
    QStringList lengths;
    for (const qreal dash : stroke.dashes)
        lengths += number(dash);
    attribute("stroke-dasharray", lengths.join(QLatin1Char(' ')));
}

void SvgPen::fill(const QPainterPath &path, const QColor &colour)
{
    m_xml.writeEmptyElement(QStringLiteral("path"));
    attribute("d", pathData(path));
    attribute("fill", ink(colour));
}

void SvgPen::fill(const QPolygonF &polygon, const QColor &colour)
{
    m_xml.writeEmptyElement(QStringLiteral("polygon"));
    attribute("points", points(polygon));
    attribute("fill", ink(colour));
}

void SvgPen::stroke(const QPainterPath &path, const Stroke &stroke, const QString &transform)
{
    m_xml.writeEmptyElement(QStringLiteral("path"));
    attribute("d", pathData(path));
    paint(stroke);
    if (!transform.isEmpty())
        attribute("transform", transform);
}

void SvgPen::stroke(const QPolygonF &line, const Stroke &stroke)
{
    m_xml.writeEmptyElement(QStringLiteral("polyline"));
    attribute("points", points(line));
    paint(stroke);
}

void SvgPen::circle(QPointF centre, double radius, const QColor &fill, const Stroke *stroke)
{
    m_xml.writeEmptyElement(QStringLiteral("circle"));
    attribute("cx", number(centre.x()));
    attribute("cy", number(centre.y()));
    attribute("r", number(radius));
    attribute("fill", ink(fill));
    rim(stroke);
}

void SvgPen::rim(const Stroke *stroke)
{
    if (!stroke)
        return;
    attribute("stroke", ink(stroke->colour));
    attribute("stroke-width", number(stroke->width));
}

void SvgPen::box(const QRectF &box, double radius, const QColor &fill, const Stroke *stroke)
{
    m_xml.writeEmptyElement(QStringLiteral("rect"));
    place(box);
    if (radius > 0)
        attribute("rx", number(radius));
    attribute("fill", ink(fill));
    rim(stroke);
}

void SvgPen::letters(QPointF position, const QString &text, const QFont &font, const QColor &colour, double halo, const QColor &ground,
                     bool centred)
{
    if (m_letters == Letters::Outlines) {
        QPainterPath shapes;
        shapes.addText(position - (centred ? QPointF(QFontMetricsF(font).horizontalAdvance(text) / 2, 0) : QPointF()), font, text);
        if (halo > 0)
            stroke(shapes, {ground, halo, {}, true});
        fill(shapes, colour);
        return;
    }
    m_xml.writeStartElement(QStringLiteral("text"));
    attribute("x", number(position.x()));
    attribute("y", number(position.y()));
    attribute("font-size", QString::number(font.pixelSize()));
    if (font.weight() > QFont::Medium)
        attribute("font-weight", QStringLiteral("600"));
    if (centred)
        attribute("text-anchor", QStringLiteral("middle"));
    attribute("fill", ink(colour));
    if (halo > 0) {
        attribute("stroke", ink(ground));
        attribute("stroke-width", number(halo));
        attribute("stroke-linejoin", QStringLiteral("round"));
        attribute("paint-order", QStringLiteral("stroke"));
    }
    m_xml.writeCharacters(clean(text));
    m_xml.writeEndElement();
}

void SvgPen::text(const drawing::TextRun &run, double halo, const QColor &ground)
{
    if (!run.text.isEmpty())
        letters(run.position, run.text, style::font(run.font), run.colour, halo, ground, false);
}

void SvgPen::centredText(QPointF centre, const QString &text, const QFont &font, const QColor &colour)
{
    letters(centre + QPointF(0, QFontMetricsF(font).capHeight() / 2), text, font, colour, 0, {}, true);
}

} // namespace dealscape::exporting
