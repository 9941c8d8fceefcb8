// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishing/exportpane.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace dealscape::publishing {

namespace {

constexpr int margin = 16;
constexpr int square = 8;

void chequer(QPainter &painter, const QRectF &area)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.fillRect(area, Qt::white);
    const QRect whole = area.toAlignedRect();
    for (int y = 0; y * square < whole.height(); ++y)
        for (int x = y % 2; x * square < whole.width(); x += 2)
            painter.fillRect(whole.left() + x * square, whole.top() + y * square, square, square, QColor(222, 222, 222));
    painter.restore();
}

} // namespace

ExportPane::ExportPane(QWidget *parent) : QWidget(parent)
{
    setMinimumSize(320, 240);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview"));
    setAccessibleDescription(tr("The picture as it will be written; Space shows its pixels one to one"));
    setCursor(Qt::PointingHandCursor);
}

void ExportPane::setImage(const QImage &image)
{
    if (image.size() != m_image.size())
        m_magnified = false;
    m_image = image;
    m_scaled = {};
    m_stale = false;
    keepInside();
    update();
    Q_EMIT scaleChanged();
}

void ExportPane::setStale(bool stale)
{
    m_stale = stale;
    update();
}

QSize ExportPane::room() const
{
    return (size() - QSize(2 * margin, 2 * margin)).expandedTo({1, 1});
}

double ExportPane::scale() const
{
    if (m_image.isNull())
        return 1;
    const double ratio = devicePixelRatioF();
    if (m_magnified)
        return 1 / ratio;
    return std::min({double(room().width()) / m_image.width(), double(room().height()) / m_image.height(), 1 / ratio});
}

QRectF ExportPane::target() const
{
    const QSizeF shown = QSizeF(m_image.size()) * scale();
    const QPointF centre = QRectF(rect()).center();
    if (!m_magnified)
        return QRectF(centre - QPointF(shown.width(), shown.height()) / 2, shown);
    return QRectF(centre - m_middle * scale(), shown);
}

void ExportPane::keepInside()
{
    const auto kept = [](double at, double whole, double seen) {
        return whole <= seen ? whole / 2 : std::clamp(at, seen / 2, whole - seen / 2);
    };
    m_middle = {kept(m_middle.x(), m_image.width(), width() / scale()), kept(m_middle.y(), m_image.height(), height() / scale())};
}

void ExportPane::magnify(bool on, QPointF at)
{
    if (m_image.isNull())
        return;
    const QRectF before = target();
    const double scaleBefore = scale();
    m_magnified = on;
    m_scaled = {};
    if (on) {
        m_middle = (at - before.topLeft()) / scaleBefore;
        keepInside();
    }
    setCursor(on ? Qt::OpenHandCursor : Qt::PointingHandCursor);
    update();
    Q_EMIT scaleChanged();
}

void ExportPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Midlight));
    if (m_image.isNull())
        return;
    const QRectF box = target();
    if (m_image.hasAlphaChannel())
        chequer(painter, box);
    if (m_magnified) {
        painter.drawImage(box, m_image);
    } else {
        const QSize wanted = (box.size() * devicePixelRatioF()).toSize().expandedTo({1, 1});
        if (m_scaled.size() != wanted)
            m_scaled = m_image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        painter.drawImage(box, m_scaled);
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(box.adjusted(-1, -1, 0, 0));
    if (m_stale) {
        QColor veil = palette().color(QPalette::Window);
        veil.setAlpha(120);
        painter.fillRect(rect(), veil);
    }
}

void ExportPane::resizeEvent(QResizeEvent *)
{
    keepInside();
    Q_EMIT scaleChanged();
}

void ExportPane::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    m_dragged = false;
}

void ExportPane::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF moved = event->position() - m_pressed;
    if (!m_magnified || (!m_dragged && moved.manhattanLength() < QApplication::startDragDistance()))
        return;
    m_dragged = true;
    m_pressed = event->position();
    m_middle -= moved / scale();
    keepInside();
    update();
}

void ExportPane::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragged && event->button() == Qt::LeftButton)
        magnify(!m_magnified, event->position());
}

void ExportPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        magnify(!m_magnified, QRectF(rect()).center());
    else
        QWidget::keyPressEvent(event);
}

} // namespace dealscape::publishing

#include "moc_exportpane.cpp"
