// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartview.h"

#include "view/icons.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace dealscape::charts {

ChartView::ChartView(QWidget *parent) : QWidget(parent), m_style(plotStyle(view::ThemeKind::Light))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(QStringLiteral("Chart"));
}

ChartView::~ChartView() = default;

void ChartView::setTable(view::ChartTable table)
{
    m_table = std::move(table);
    m_current = m_hovered = -1;
    setAccessibleName(m_table.title);
    setAccessibleDescription(m_table.counts + QStringLiteral(". ") + m_table.missing);
    forget();
    updateGeometry();
}

void ChartView::setPlotStyle(const PlotStyle &style)
{
    m_style = style;
    forget();
    updateGeometry();
}

void ChartView::setChosen(const std::vector<int> &deals)
{
    m_chosen = {deals.begin(), deals.end()};
    update();
}

void ChartView::setLit(const std::vector<int> &deals)
{
    m_lit = {deals.begin(), deals.end()};
    update();
}

const std::vector<PlotMark> &ChartView::marks() const
{
    return plot().marks();
}

QSize ChartView::sizeHint() const
{
    const int width = m_style.density == Density::Dock ? 400 : 600;
    return {width, heightForWidth(width)};
}

int ChartView::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(Plot::heightFor(m_table, m_style, width)));
}

const Plot &ChartView::plot() const
{
    if (!m_plot)
        m_plot = std::make_unique<Plot>(m_table, m_style, size());
    return *m_plot;
}

QRectF ChartView::exportButton() const
{
    return m_style.density == Density::Page ? QRectF(width() - 44, 12, 32, 32) : QRectF();
}

void ChartView::forget()
{
    m_plot.reset();
    m_image = QImage();
    update();
}

void ChartView::walkTo(int mark)
{
    m_current = std::clamp(mark, -1, static_cast<int>(marks().size()) - 1);
    if (m_current >= 0) {
        const PlotMark &at = marks()[static_cast<std::size_t>(m_current)];
        setAccessibleDescription(at.words);
        QAccessibleEvent told(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&told);
        Q_EMIT dealsHovered(at.deals);
    }
    update();
}

void ChartView::activate(int mark)
{
    if (mark < 0 || mark >= static_cast<int>(marks().size()))
        return;
    const PlotMark at = marks()[static_cast<std::size_t>(mark)];
    const view::ChartRow &row = m_table.groups[static_cast<std::size_t>(at.group)].rows[static_cast<std::size_t>(at.row)];
    if (row.key == QStringLiteral("other"))
        Q_EMIT othersOpened();
    else if (!at.deals.empty())
        Q_EMIT dealsActivated(at.deals);
}

void ChartView::hover(int mark)
{
    if (mark == m_hovered)
        return;
    m_hovered = mark;
    setCursor(mark >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    Q_EMIT dealsHovered(mark >= 0 ? marks()[static_cast<std::size_t>(mark)].deals : std::vector<int>());
    update();
}

bool ChartView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int mark = plot().markAt(help->pos());
    if (mark >= 0)
        QToolTip::showText(help->globalPos(),
                           marks()[static_cast<std::size_t>(mark)].words.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")), this);
    else
        QToolTip::hideText();
    return true;
}

void ChartView::paintEvent(QPaintEvent *)
{
    const view::Theme &theme = view::theme(m_style.theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_style.density == Density::Page) {
        painter.setPen(QPen(theme.border, 1));
        painter.setBrush(m_style.ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    } else {
        painter.fillRect(rect(), m_style.ground);
    }
    plot().paintLit(painter, m_lit);
    if (m_hovered >= 0)
        painter.fillRect(marks()[static_cast<std::size_t>(m_hovered)].area, theme.accentTint);
    if (m_image.isNull()) {
        m_image = QImage(size() * devicePixelRatio(), QImage::Format_ARGB32_Premultiplied);
        m_image.setDevicePixelRatio(devicePixelRatio());
        m_image.fill(Qt::transparent);
        QPainter picture(&m_image);
        plot().paint(picture);
    }
    painter.drawImage(QPointF(), m_image);
    plot().paintChosen(painter, m_chosen);
    if (hasFocus() && m_current >= 0 && m_current < static_cast<int>(marks().size())) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 1, Qt::DotLine));
        painter.drawRect(marks()[static_cast<std::size_t>(m_current)].area.adjusted(-2.5, 0.5, 2.5, -0.5));
    }
    if (!exportButton().isNull() && !m_table.groups.empty())
        painter.drawImage(exportButton().topLeft() + QPointF(8, 8),
                          view::iconImage(view::Icon::Export, 16, theme.textSecond, devicePixelRatio()));
}

void ChartView::resizeEvent(QResizeEvent *)
{
    forget();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    hover(plot().markAt(event->position()));
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (exportButton().contains(event->position())) {
        Q_EMIT exportAsked(m_table);
        return;
    }
    const int mark = plot().markAt(event->position());
    if (mark >= 0)
        m_current = mark;
    activate(mark);
    update();
}

void ChartView::leaveEvent(QEvent *)
{
    hover(-1);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(marks().size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        return walkTo(std::min(m_current + 1, last));
    case Qt::Key_Up:
    case Qt::Key_Left:
        return walkTo(std::max(m_current - 1, 0));
    case Qt::Key_Home:
        return walkTo(0);
    case Qt::Key_End:
        return walkTo(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return activate(m_current);
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    if (m_current >= 0)
        Q_EMIT dealsHovered({});
    QWidget::focusOutEvent(event);
}

} // namespace dealscape::charts
