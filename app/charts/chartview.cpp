// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartview.h"

#include "charts/spokenchart.h"
#include "style/icons.h"
#include "words/plain.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace dealscape::charts {

namespace {

const reports::ChartRow &rowOf(const reports::ChartTable &table, const PlotMark &mark)
{
    return table.groups[static_cast<std::size_t>(mark.group)].rows[static_cast<std::size_t>(mark.row)];
}

bool sameRow(const reports::ChartTable &a, const PlotMark &markA, const reports::ChartTable &b, const PlotMark &markB)
{
    return a.groups[static_cast<std::size_t>(markA.group)].key == b.groups[static_cast<std::size_t>(markB.group)].key &&
        rowOf(a, markA).key == rowOf(b, markB).key;
}

} // namespace

ChartView::ChartView(QWidget *parent) : QWidget(parent), m_style(charts::plotStyle(style::ThemeKind::Light))
{
    installSpokenCharts();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Chart"));
}

ChartView::~ChartView() = default;

void ChartView::setTable(reports::ChartTable table)
{
    const bool told = telling();
    const bool walking = m_current >= 0 && m_current < static_cast<int>(marks().size());
    const reports::ChartTable before = walking ? std::move(m_table) : reports::ChartTable();
    const PlotMark at = walking ? marks()[static_cast<std::size_t>(m_current)] : PlotMark();
    m_table = std::move(table);
    m_part = {};
    m_current = m_hovered = -1;
    setAccessibleName(m_table.title);
    setAccessibleDescription(m_table.counts + QStringLiteral(". ") + m_table.missing + u' ' + m_table.filter);
    forget();
    updateGeometry();
    if (walking && before.kind == m_table.kind && before.unit == m_table.unit)
        for (std::size_t i = 0; i < marks().size() && m_current < 0; ++i)
            if (sameRow(before, at, m_table, marks()[i]))
                m_current = static_cast<int>(i);
    spokenBarsChanged(this);
    if (told)
        Q_EMIT dealsHovered(telling() ? marks()[static_cast<std::size_t>(m_current)].deals : std::vector<int>());
}

void ChartView::setPlotStyle(const PlotStyle &style)
{
    m_style = style;
    forget();
    keepToMarks();
    updateGeometry();
}

void ChartView::setChosen(const std::vector<int> &deals, reports::ChartTable part)
{
    m_chosen = {deals.begin(), deals.end()};
    m_part = std::move(part);
    update();
}

void ChartView::setLit(const std::vector<int> &deals)
{
    std::set<int> lit(deals.begin(), deals.end());
    if (lit == m_lit)
        return;
    m_lit = std::move(lit);
    update();
}

const std::vector<PlotMark> &ChartView::marks() const
{
    return plot().marks();
}

QString ChartView::words(int mark) const
{
    return plot().words(mark, m_chosen, m_part);
}

bool ChartView::isChosen(int mark) const
{
    return std::ranges::any_of(marks()[static_cast<std::size_t>(mark)].deals, [&](int deal) { return m_chosen.contains(deal); });
}

QRect ChartView::currentArea() const
{
    return m_current < 0 ? rect() : marks()[static_cast<std::size_t>(m_current)].area.toAlignedRect();
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
    return m_style.density == Density::Page && !m_table.groups.empty() ? QRectF(width() - 44, 12, 32, 32) : QRectF();
}

void ChartView::forget()
{
    m_plot.reset();
    m_image = QImage();
    update();
}

bool ChartView::telling() const
{
    return m_hovered >= 0 || (m_current >= 0 && hasFocus());
}

void ChartView::keepToMarks()
{
    const int last = std::max(m_current, m_hovered);
    if (last < 0 || last < static_cast<int>(marks().size()))
        return;
    const bool told = telling();
    m_current = m_hovered = -1;
    if (told)
        Q_EMIT dealsHovered({});
}

void ChartView::walkTo(int mark)
{
    m_current = std::clamp(mark, -1, static_cast<int>(marks().size()) - 1);
    if (m_current >= 0) {
        spokenBarFocused(this, m_current);
        Q_EMIT dealsHovered(marks()[static_cast<std::size_t>(m_current)].deals);
    }
    Q_EMIT focused();
    update();
}

void ChartView::activate(int mark)
{
    if (mark < 0 || mark >= static_cast<int>(marks().size()))
        return;
    const PlotMark at = marks()[static_cast<std::size_t>(mark)];
    if (rowOf(m_table, at).key == QStringLiteral("other"))
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
    QString text = mark >= 0 ? words(mark) : QString();
    if (exportButton().contains(help->pos()))
        text = tr("Save or copy this chart");
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), words::asMarkup(text), this);
    return true;
}

void ChartView::paintPicture(QPainter &painter)
{
    if (m_image.isNull() || m_image.devicePixelRatio() != devicePixelRatio()) {
        m_image = QImage(size() * devicePixelRatio(), QImage::Format_ARGB32_Premultiplied);
        m_image.setDevicePixelRatio(devicePixelRatio());
        m_image.fill(Qt::transparent);
        QPainter picture(&m_image);
        plot().paint(picture);
    }
    painter.drawImage(QPointF(), m_image);
}

void ChartView::paintEvent(QPaintEvent *)
{
    const style::Theme &theme = style::theme(m_style.theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_style.density == Density::Page) {
        const bool here = hasFocus() && m_current < 0;
        painter.setPen(QPen(here ? theme.accent : theme.border, 1));
        painter.setBrush(m_style.ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    } else {
        painter.fillRect(rect(), m_style.ground);
    }
    plot().paintLit(painter, m_lit);
    if (m_hovered >= 0)
        painter.fillRect(marks()[static_cast<std::size_t>(m_hovered)].area, theme.accentTint);
    paintPicture(painter);
    plot().paintChosen(painter, m_chosen, m_part);
    if (hasFocus() && m_current >= 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 1, Qt::DotLine));
        painter.drawRect(marks()[static_cast<std::size_t>(m_current)].area.adjusted(-2.5, 0.5, 2.5, -0.5));
    }
    if (!exportButton().isNull())
        painter.drawImage(exportButton().topLeft() + QPointF(8, 8),
                          style::iconImage(style::Icon::Export, 16, theme.textSecond, devicePixelRatio()));
}

void ChartView::resizeEvent(QResizeEvent *)
{
    forget();
    keepToMarks();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const bool button = exportButton().contains(event->position());
    hover(button ? -1 : plot().markAt(event->position()));
    if (button)
        setCursor(Qt::PointingHandCursor);
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (exportButton().contains(event->position())) {
        Q_EMIT menuWanted(-1, mapToGlobal(exportButton().bottomLeft().toPoint()));
        return;
    }
    const int mark = plot().markAt(event->position());
    if (mark >= 0)
        m_current = mark;
    update();
    activate(mark);
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const int mark = keyboard ? m_current : plot().markAt(event->pos());
    const QPoint below = currentArea().center();
    Q_EMIT menuWanted(mark, keyboard ? mapToGlobal(below) : event->globalPos());
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

void ChartView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        Q_EMIT focused();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    if (m_current >= 0)
        Q_EMIT dealsHovered({});
    QWidget::focusOutEvent(event);
}

} // namespace dealscape::charts

#include "moc_chartview.cpp"
