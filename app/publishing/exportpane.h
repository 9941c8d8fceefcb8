// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPointF>
#include <QWidget>

namespace dealscape::publishing {

/// Shows a picture's very pixels: whole, scaled down to the room there is, or one to one after a click, to be dragged about.
/// A chequered ground shows through where the picture is transparent.
class ExportPane : public QWidget {
    Q_OBJECT

public:
    explicit ExportPane(QWidget *parent = nullptr);

    void setImage(const QImage &image);
    const QImage &image() const { return m_image; }
    /// Pixels of the widget per pixel of the picture.
    double scale() const;
    bool magnified() const { return m_magnified; }
    /// The picture that is shown goes with an older choice.
    void setStale(bool stale);

Q_SIGNALS:
    void scaleChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QSize room() const;
    QRectF target() const;
    void magnify(bool on, QPointF at);
    void keepInside();

    QImage m_image;
    /// The picture at the size shown, in device pixels; made when it is first painted.
    QImage m_scaled;
    bool m_magnified = false;
    bool m_stale = false;
    bool m_dragged = false;
    QPointF m_pressed;
    /// The picture's point in the middle while magnified, in its pixels.
    QPointF m_middle;
};

} // namespace dealscape::publishing
