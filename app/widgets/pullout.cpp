// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pullout.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDrag>
#include <QImage>
#include <QMimeData>
#include <QMouseEvent>
#include <QPixmap>

#include <utility>

namespace dealscape::widgets {

PullOut::PullOut(QAbstractButton &button, Carrier carrier) : QObject(&button), m_button(button), m_carrier(std::move(carrier))
{
    m_hauler = [this](QMimeData *data) {
        auto *drag = new QDrag(&m_button);
        drag->setMimeData(data);
        if (const QImage picture = qvariant_cast<QImage>(data->imageData()); !picture.isNull()) {
            constexpr QSize small(160, 120);
            drag->setPixmap(QPixmap::fromImage(picture.scaled(small, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
        }
        drag->exec(Qt::CopyAction);
    };
    button.installEventFilter(this);
}

bool PullOut::eventFilter(QObject *watched, QEvent *event)
{
    const auto *mouse =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove ? static_cast<QMouseEvent *>(event) : nullptr;
    if (event->type() == QEvent::MouseButtonRelease)
        m_ready = false;
    if (!mouse || !m_button.isEnabled())
        return QObject::eventFilter(watched, event);
    const QPoint at = mouse->position().toPoint();
    if (event->type() == QEvent::MouseButtonPress) {
        m_ready = mouse->button() == Qt::LeftButton;
        m_pressed = at;
    } else if (m_ready && mouse->buttons().testFlag(Qt::LeftButton) &&
               (at - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_ready = false;
        m_button.setDown(false);
        if (QMimeData *data = m_carrier())
            m_hauler(data);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace dealscape::widgets

#include "moc_pullout.cpp"
