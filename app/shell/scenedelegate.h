// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QStyledItemDelegate>

namespace dealscape::present {
class Thumbnails;
} // namespace dealscape::present

namespace dealscape::shell {

/// A scene as a row: its picture, number and name, and the beginning of its caption.
class SceneDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr QSize picture() { return {128, 72}; }

    SceneDelegate(const present::Thumbnails &thumbnails, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const present::Thumbnails &m_thumbnails;
};

} // namespace dealscape::shell
