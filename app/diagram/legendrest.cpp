// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/legendrest.h"

#include "diagram/diagramview.h"
#include "drawing/nodes.h"
#include "paint/painter.h"
#include "style/text.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace dealscape::diagram {

namespace {

constexpr int margin = 16;

drawing::Drawing wholeLegend(const Stage &stage)
{
    const drawing::Projection projection{{}, stage.sight().zoom, stage.placement().scale};
    const auto sections = picture::legendSections(stage.placed()->view());
    constexpr QSizeF room(2 * picture::legendColumn + picture::legendColumnGap, 640);
    drawing::Drawing drawing;
    drawing.theme = stage.theme();
    const auto plan = picture::planLegend(sections, room);
    if (!plan)
        return drawing;
    drawing::ChromeSheet sheet(stage.theme());
    picture::drawLegend(sheet, *plan, {margin, margin}, {projection.discs(), projection.strokes()});
    drawing.chrome = sheet.take();
    drawing.size = plan->size + QSizeF(2 * margin, 2 * margin);
    return drawing;
}

/// "Certainty: Paid, Binding", head by head, for those who hear the window.
QString spokenLegend(const Stage &stage)
{
    QStringList parts;
    for (const picture::LegendSection &section : picture::legendSections(stage.placed()->view())) {
        QStringList rows;
        for (const picture::LegendRow &row : section.rows)
            rows << (row.figure.isEmpty() ? row.label : row.label + u' ' + row.figure);
        parts << (rows.isEmpty() ? section.head : section.head + QStringLiteral(": ") + rows.join(QStringLiteral(", ")));
    }
    return parts.join(QStringLiteral(". "));
}

/// The whole legend until a press somewhere or Escape.
class WholeLegend : public QWidget {
public:
    explicit WholeLegend(DiagramView &diagram) : QWidget(&diagram, Qt::Popup), m_diagram(diagram), m_drawing(wholeLegend(diagram.stage()))
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setAttribute(Qt::WA_OpaquePaintEvent);
        setMouseTracking(true);
        setFixedSize(m_drawing.size.toSize());
        setObjectName(QStringLiteral("wholeLegend"));
        setAccessibleName(LegendRest::tr("Legend"));
        setAccessibleDescription(spokenLegend(diagram.stage()));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const style::Theme &colours = style::theme(m_drawing.theme);
        QPainter painter(this);
        painter.fillRect(rect(), colours.canvas);
        paint::paint(painter, m_drawing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.border, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }

    void mouseMoveEvent(QMouseEvent *event) override
    {
        setCursor(under(event->position()).kind == drawing::TargetKind::None ? Qt::ArrowCursor : Qt::PointingHandCursor);
    }

    void mouseReleaseEvent(QMouseEvent *event) override
    {
        const drawing::Target target = under(event->position());
        if (target.kind == drawing::TargetKind::None)
            return;
        m_diagram.activate(target);
        close();
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape)
            close();
        else
            QWidget::keyPressEvent(event);
    }

private:
    drawing::Target under(QPointF point) const { return paint::HitIndex(m_drawing).at(point); }

    DiagramView &m_diagram;
    drawing::Drawing m_drawing;
};

} // namespace

LegendRest::LegendRest(DiagramView &diagram) : QAbstractButton(&diagram), m_diagram(diagram)
{
    setFont(style::font(style::FontRole::Small));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setToolTip(tr("Shows the whole legend"));
    hide();
    connect(&diagram, &DiagramView::sightChanged, this, &LegendRest::follow);
    connect(this, &QAbstractButton::clicked, this, &LegendRest::open);
}

void LegendRest::follow()
{
    const document::PlacedPointer &placed = m_diagram.stage().placed();
    if (placed == m_placed && m_diagram.size() == m_room)
        return;
    m_placed = placed;
    m_room = m_diagram.size();
    if (m_diagram.stage().empty()) {
        hide();
        return;
    }
    const picture::Page &page = m_diagram.stage().page();
    const bool some = page.legend.has_value();
    setVisible(!some || !page.legend->omitted.isEmpty());
    setText(some ? page.legend->restWords() : tr("Legend"));
    setAccessibleName(some ? tr("Legend, %1").arg(text()) : text());
    const QRectF line = some ? page.legend->rest().translated(page.frames.legend.topLeft())
                             : QRectF(margin, m_room.height() - margin - 12, picture::legendColumn, 16);
    const int width = std::min(static_cast<int>(line.width()), QFontMetrics(font()).horizontalAdvance(text()) + 2);
    setGeometry(QRect(line.topLeft().toPoint(), QSize(width, static_cast<int>(line.height()))).adjusted(-4, -2, 4, 2));
}

void LegendRest::open()
{
    auto *whole = new WholeLegend(m_diagram);
    const QRect screen = m_diagram.screen()->availableGeometry();
    const QPoint corner = mapToGlobal(rect().bottomLeft()) - QPoint(margin - 4, whole->height() - 1);
    whole->move(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() + 1 - whole->width())),
                std::clamp(corner.y(), screen.top(), std::max(screen.top(), screen.bottom() + 1 - whole->height())));
    whole->show();
}

void LegendRest::paintEvent(QPaintEvent *)
{
    const style::Theme &colours = style::theme(m_diagram.stage().theme());
    QPainter painter(this);
    painter.fillRect(rect(), colours.canvas);
    QFont underlined = font();
    underlined.setUnderline(true);
    painter.setFont(underlined);
    painter.setPen(underMouse() || isDown() ? colours.text : colours.textSecond);
    const QString shown = QFontMetrics(font()).elidedText(text(), Qt::ElideRight, width() - 8);
    painter.drawText(rect().adjusted(4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (!hasFocus())
        return;
    painter.setPen(QPen(colours.accent, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace dealscape::diagram

#include "moc_legendrest.cpp"
