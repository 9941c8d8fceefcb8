// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/svg.h"

#include <QPainterPath>
#include <QXmlStreamWriter>

#include <functional>

namespace dealscape::exporting {

/// Writes the elements of an SVG: shapes and texts with their paint, numbers with at most two decimals.
class SvgPen {
public:
    /// Without an ink, colours are written as #rrggbb.
    SvgPen(QXmlStreamWriter &xml, Letters letters, std::function<QString(const QColor &)> ink = {});

    struct Stroke {
        QColor colour;
        double width = 1;
        QList<qreal> dashes;
        bool round = false;
    };

    void open(const QString &id = {}, const QString &title = {});
    /// A group of class "l" that belongs to the element of that id.
    void openLabel(const QString &of);
    /// A group that is seen inside of an area only.
    void openClip(const QString &id, const QRectF &area);
    void close();
    void fill(const QPainterPath &path, const QColor &colour);
    void fill(const QPolygonF &polygon, const QColor &colour);
    void stroke(const QPainterPath &path, const Stroke &stroke, const QString &transform = {});
    void stroke(const QPolygonF &line, const Stroke &stroke);
    void circle(QPointF centre, double radius, const QColor &fill, const Stroke *stroke = nullptr);
    void box(const QRectF &box, double radius, const QColor &fill, const Stroke *stroke = nullptr);
    /// Halo is the width of a stroke of ground colour behind the letters; 0 for none.
    void text(const drawing::TextRun &run, double halo = 0, const QColor &ground = {});
    void centredText(QPointF centre, const QString &text, const QFont &font, const QColor &colour);

    /// Text without the control characters that XML cannot hold.
    static QString clean(QString text);
    static QString number(double value);

private:
    QString ink(const QColor &colour) const;
    void place(const QRectF &box);
    void rim(const Stroke *stroke);
    void paint(const Stroke &stroke);
    void attribute(const char *name, const QString &value);
    void letters(QPointF position, const QString &text, const QFont &font, const QColor &colour, double halo, const QColor &ground,
                 bool centred);

    QXmlStreamWriter &m_xml;
    Letters m_letters;
    std::function<QString(const QColor &)> m_ink;
};

QString pathData(const QPainterPath &path);

} // namespace dealscape::exporting
