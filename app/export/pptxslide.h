// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "network/network.h"
#include "paint/surface.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>

namespace dealscape::exporting {

/// A slide of PowerPoint as a surface: the shapes of one slide in the order in which they cover one another. Organisations are
/// groups of an ellipse, its icon and its name; ribbons are straight connectors that hold on to the ellipses; everything else is
/// a shape or a text box. What a ribbon's ends show as thickened stroke (paid) is a larger head here.
class PptxSlide : public paint::Surface {
public:
    /// In the units of the pages: 144 to the inch.
    explicit PptxSlide(const Index &index) : m_index(index) {}

    /// Lets a drawing be painted at that magnification, to units of the slide, with its corner there.
    void begin(const network::Network &network, const drawing::Drawing &drawing, double magnification, QPointF corner = {});
    /// The same for the words of a slide, in which lines of a headline or caption become one text.
    void beginWords(const drawing::Drawing &drawing, double magnification);
    /// A frame for the chart of that relationship.
    void chart(const QRectF &frame, const QString &relationship, const QString &title, const QString &description);
    void note(const QRectF &box, const QString &text, int size, const QColor &colour);

    /// Everything painted, as children of a shape tree. The first line of a headline is the slide's title.
    QByteArray shapes();

    void clip(const QRectF &area) override;
    void unclip() override;
    void open(const drawing::Target &target, Role role) override;
    void close() override;
    void shape(const QPainterPath &path, const QColor &fill, const Pen &pen) override;
    void contour(const QPainterPath &path, const QColor &colour, double width, double on, double off) override;
    void line(const QPolygonF &line, const QColor &colour, double width) override;
    void ribbon(const std::vector<QPolygonF> &pieces, const QColor &colour, double width, Certainty certainty) override;
    void backing(const QPolygonF &line, const QColor &colour, double width) override;
    void swollenHead(const QPolygonF &, const QColor &, double) override {}
    void head(const QPolygonF &, const QColor &) override { m_ribbon.headed = true; }
    void circle(QPointF centre, double radius, const QColor &fill, const QColor &rim, double rimWidth) override;
    void icon(LayerIcon icon, double size, QPointF centre, const QColor &colour) override;
    void box(const QRectF &box, double radius, const QColor &fill, const QColor &rim, double rimWidth) override;
    void text(const std::vector<drawing::TextRun> &runs, const QRectF &box, const Halo &halo) override;
    void figure(const QString &text, QPointF centre, int size, const QColor &colour) override;
    void disc(const drawing::NodeMark &node, const style::Theme &theme, double strength) override;

private:
    /// What is known of the ribbon that is being painted.
    struct RibbonState {
        const drawing::EdgeMark *mark = nullptr;
        std::vector<std::pair<QColor, double>> below;
        QColor colour;
        double width = 0;
        Certainty certainty = Certainty::Announced;
        bool styled = false;
        bool headed = false;
        bool ringed = false;
        bool paid = false;
    };
    struct Outline {
        QColor colour;
        double width = 0;
        const char *dash = nullptr;
        bool round = false;
    };
    struct Group {
        QByteArray shapes;
        QRectF box;
        QString name;
    };
    /// A ribbon and the ends of its connector.
    struct Way {
        const drawing::EdgeMark *mark = nullptr;
        QPointF start;
        QPointF end;
    };
    struct Words {
        std::vector<drawing::TextRun> lines;
        QRectF box;
    };

    int nextId() { return m_next++; }
    int idOf(int node) const;
    qint64 emu(double length) const;
    QByteArray frame(const QRectF &box) const;
    QByteArray lineOf(const Outline &outline) const;
    QByteArray head(const QString &name, const QString &description, bool textBox = false, bool title = false);
    QByteArray geometry(const QPainterPath &path, const QRectF &box) const;
    QByteArray runOf(const QString &text, const QFont &font, const QColor &colour) const;
    void add(const QByteArray &shape, const QRectF &box);
    void addPath(const QPainterPath &path, const QColor &fill, const Outline &outline, const QString &name);
    void addConnector(const QColor &colour, double width, const QString &description, bool top);
    void addText(const QRectF &box, const QByteArray &paragraphs, const char *align, const char *anchor, bool wrap, bool title);
    void flushWords();
    /// By how much the label of a ribbon moves because its connector is straight and others are in its way.
    QPointF shiftOf(const drawing::Target &target);
    void settleLabels();
    static QPointF freeShift(const Way &way, const QRectF &box, const std::vector<QRectF> &taken);
    const drawing::EdgeMark *markOf(const drawing::Target &target) const;
    QString describe(const drawing::EdgeMark &mark) const;

    const Index &m_index;
    const network::Network *m_network = nullptr;
    const drawing::Drawing *m_drawing = nullptr;
    double m_unit = 1;
    QPointF m_corner;
    bool m_wordy = false;
    bool m_titled = false;
    int m_next = 2;
    int m_firstNode = 0;
    QByteArray m_shapes;
    QByteArray m_labels;
    std::map<int, Group> m_groups;
    Group *m_group = nullptr;
    std::optional<drawing::Target> m_label;
    QPointF m_shift;
    QColor m_ground;
    RibbonState m_ribbon;
    bool m_inRibbon = false;
    std::map<std::pair<int, int>, int> m_between;
    std::vector<Way> m_ways;
    std::vector<std::pair<drawing::Target, QPointF>> m_shifts;
    bool m_settled = false;
    std::optional<Words> m_words;
};

/// Text without characters that XML cannot hold, and with those escaped that it gives a meaning.
QByteArray xmlText(const QString &text);
inline QByteArray digits(qint64 value)
{
    return QByteArray::number(value);
}

} // namespace dealscape::exporting
