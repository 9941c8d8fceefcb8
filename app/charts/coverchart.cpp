// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/coverchart.h"

#include "charts/canvas.h"
#include "style/text.h"
#include "words/plain.h"

#include <QBarSet>
#include <QChart>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedBarSeries>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace dealscape::charts {

namespace {

using style::FontRole;

constexpr double head = 40;
constexpr double foot = 24;
constexpr double scaleColumn = 36;
/// What the chart is wider than its plot at the right.
constexpr double beyond = 4;
/// Between labels of columns.
constexpr double apart = 8;

double highest(const CoverTable &table)
{
    double most = 0;
    for (const CoverTable::Column &column : table.columns)
        most = std::max({most, column.high, column.cover});
    return most > 0 ? most * 1.1 : 1;
}

/// Draws one table into one area.
class Layer {
public:
    Layer(Canvas &canvas, const CoverTable &table, const QRectF &plot)
        : m_canvas(canvas),
          m_table(table),
          m_plot(plot),
          m_most(highest(table)),
          m_step(roundStep(m_most, 4)),
          m_pitch(plot.width() / static_cast<double>(std::max<std::size_t>(1, table.columns.size()))),
          m_bar(std::clamp(m_pitch * 0.62, 2.0, 28.0))
    {}

    void run()
    {
        bars();
        cover();
        labels();
    }

private:
    double middle(std::size_t i) const { return m_plot.left() + m_pitch * (static_cast<double>(i) + 0.5); }
    double height(double value) const { return m_plot.bottom() - value * m_plot.height() / m_most; }

    void bars()
    {
        QChart *chart = m_canvas.chart(m_plot);
        auto *series = new QStackedBarSeries;
        auto *low = new QBarSet(QStringLiteral("low"));
        auto *more = new QBarSet(QStringLiteral("high"));
        low->setBrush(m_canvas.theme().certainty(Certainty::Binding));
        low->setPen(Qt::NoPen);
        more->setBrush(m_canvas.theme().certainty(Certainty::Announced));
        more->setPen(Qt::NoPen);
        for (const CoverTable::Column &column : m_table.columns) {
            low->append(column.low);
            more->append(std::max(0.0, column.high - column.low));
        }
        series->append(low);
        series->append(more);
        series->setBarWidth(m_bar / m_pitch);
        m_canvas.add(chart, series, {-0.5, static_cast<double>(m_table.columns.size()) - 0.5}, {0, m_most});
    }

    void cover()
    {
        if (m_table.coverName.isEmpty())
            return;
        QPainterPath path;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const double y = height(m_table.columns[i].cover);
            const QPointF from(middle(i) - m_pitch / 2, y);
            i == 0 ? path.moveTo(from) : path.lineTo(from);
            path.lineTo(middle(i) + m_pitch / 2, y);
        }
        m_canvas.shape(path, Qt::NoBrush, QPen(m_canvas.style().ground, 4.5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        m_canvas.shape(path, Qt::NoBrush, QPen(m_canvas.theme().text, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    }

    void labels()
    {
        const QColor grey = m_canvas.theme().textThird;
        for (const double value : axisValues(m_most, m_step)) {
            m_canvas.grid({m_plot.left(), height(value), m_plot.right(), height(value)});
            m_canvas.text(axisNumber(value, m_step), {m_plot.left() - 6, height(value) + 4}, FontRole::Figure, grey, Align::Right);
        }
        double widest = 28;
        for (const CoverTable::Column &column : m_table.columns)
            widest = std::max(widest, style::textWidth(column.label, FontRole::Small));
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((widest + apart) / m_pitch)));
        double reached = -apart;
        QLineF kept;
        if (m_table.marked >= 0 && m_table.marked < static_cast<int>(m_table.columns.size()))
            kept = label(static_cast<std::size_t>(m_table.marked), FontRole::SmallBold);
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const bool marked = static_cast<int>(i) == m_table.marked;
            if (marked) {
                QPainterPath frame;
                const double top = height(std::max(m_table.columns[i].high, m_table.columns[i].low));
                frame.addRect(QRectF(middle(i) - m_bar / 2 - 3, top - 3, m_bar + 6, m_plot.bottom() - top + 3));
                m_canvas.shape(frame, Qt::NoBrush, QPen(m_canvas.theme().accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            }
            const QLineF own = label(i, FontRole::Small);
            const bool clear = kept.isNull() || own.x2() + apart <= kept.x1() || own.x1() >= kept.x2() + apart;
            if (marked)
                m_canvas.text(m_table.columns[i].label, kept.p1(), FontRole::SmallBold, m_canvas.theme().text);
            else if (i % every == 0 && clear && own.x1() >= reached + apart)
                reached = own.x1() + m_canvas.text(m_table.columns[i].label, own.p1(), FontRole::Small, grey);
        }
    }

    /// The baseline of a column's label, under its middle as far as it stays inside.
    QLineF label(std::size_t i, FontRole font) const
    {
        const double width = style::textWidth(m_table.columns[i].label, font);
        const double left = std::max(0.0, std::min(middle(i) - width / 2, m_plot.right() + beyond - width));
        return {left, m_plot.bottom() + 17, left + width, m_plot.bottom() + 17};
    }

    Canvas &m_canvas;
    const CoverTable &m_table;
    QRectF m_plot;
    double m_most;
    double m_step;
    double m_pitch;
    double m_bar;
};

} // namespace

CoverChart::CoverChart(QWidget *parent) : QWidget(parent), m_style(plotStyle(style::ThemeKind::Light, Density::Dock))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

CoverChart::~CoverChart() = default;

void CoverChart::setTable(CoverTable table)
{
    m_table = std::move(table);
    setAccessibleName(m_table.title);
    QStringList words{m_table.counts};
    for (std::size_t i = 0; i < m_table.columns.size(); ++i)
        if (static_cast<int>(i) == m_table.marked)
            words.prepend(m_table.columns[i].words);
        else
            words << m_table.columns[i].words;
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    m_canvas.reset();
    update();
}

void CoverChart::setTheme(style::ThemeKind theme, const QColor &ground)
{
    m_style.theme = theme;
    m_style.ground = ground;
    m_canvas.reset();
    update();
}

QRectF CoverChart::plotArea() const
{
    const double most = highest(m_table);
    const double step = roundStep(most, 4);
    double column = scaleColumn;
    for (const double value : axisValues(most, step))
        column = std::max(column, style::textWidth(axisNumber(value, step), FontRole::Figure) + 10);
    return QRectF(rect()).adjusted(column, head, -beyond, -foot);
}

void CoverChart::paintEvent(QPaintEvent *)
{
    if (!m_canvas) {
        m_canvas = std::make_unique<Canvas>(m_style);
        const style::Theme &theme = m_canvas->theme();
        const QString unit = m_table.coverName.isEmpty() ? m_table.unit : tr("%1, line: %2").arg(m_table.unit, m_table.coverName);
        m_canvas->text(m_table.title, {0, 14}, FontRole::SmallBold, theme.text, Align::Left, width());
        m_canvas->text(unit, {0, 30}, FontRole::Small, theme.textSecond, Align::Left, width());
        if (!m_table.columns.empty() && plotArea().height() > 20)
            Layer(*m_canvas, m_table, plotArea()).run();
    }
    QPainter painter(this);
    m_canvas->paint(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_canvas->theme().accent, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void CoverChart::resizeEvent(QResizeEvent *)
{
    m_canvas.reset();
}

int CoverChart::columnAt(QPointF point) const
{
    const QRectF plot = plotArea();
    if (m_table.columns.empty() || !plot.adjusted(0, -4, 0, foot).contains(point))
        return -1;
    const auto column = static_cast<int>((point.x() - plot.left()) / plot.width() * static_cast<double>(m_table.columns.size()));
    return std::clamp(column, 0, static_cast<int>(m_table.columns.size()) - 1);
}

void CoverChart::mousePressEvent(QMouseEvent *event)
{
    if (const int column = columnAt(event->position()); column >= 0)
        Q_EMIT columnChosen(column);
}

void CoverChart::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int next = m_table.marked + step;
    if (step == 0 || next < 0 || next >= static_cast<int>(m_table.columns.size()))
        QWidget::keyPressEvent(event);
    else
        Q_EMIT columnChosen(next);
}

bool CoverChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int column = columnAt(help->pos());
    QToolTip::showText(help->globalPos(), column < 0 ? QString() : words::asMarkup(m_table.columns[static_cast<std::size_t>(column)].words),
                       this);
    return true;
}

} // namespace dealscape::charts

#include "moc_coverchart.cpp"
