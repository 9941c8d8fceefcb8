// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/scenedelegate.h"

#include "models/scenelist.h"
#include "present/thumbnails.h"
#include "style/text.h"

#include <QPainter>

namespace dealscape::shell {

namespace {

constexpr int sceneMargin = 8;
constexpr int side = 16;

QRect pictureRect(const QRect &row)
{
    return {row.topLeft() + QPoint(side, sceneMargin), SceneDelegate::picture()};
}

QRect wordsRect(const QRect &row)
{
    const int left = pictureRect(row).right() + 13;
    return {left, row.top() + sceneMargin, std::max(0, row.right() - side - left), SceneDelegate::picture().height()};
}

} // namespace

SceneDelegate::SceneDelegate(const present::Thumbnails &thumbnails, QObject *parent) : QStyledItemDelegate(parent), m_thumbnails(thumbnails)
{}

void SceneDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen) {
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), option.palette.color(QPalette::Link));
    }
    const QRect picture = pictureRect(option.rect);
    const QImage image = m_thumbnails.at(index.row());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    if (image.isNull())
        painter->fillRect(picture, option.palette.color(QPalette::Base));
    else
        painter->drawImage(picture, image);
    painter->setPen(option.palette.color(QPalette::Mid));
    painter->drawRect(picture.adjusted(0, 0, -1, -1));
    const QRect words = wordsRect(option.rect);
    painter->setPen(option.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(style::font(style::FontRole::BodyBold));
    const QString name = QStringLiteral("%1  %2").arg(index.row() + 1).arg(index.data().toString().simplified());
    painter->drawText(QRect(words.topLeft(), QSize(words.width(), 22)), Qt::AlignLeft | Qt::AlignVCenter,
                      style::shortened(name, style::FontRole::BodyBold, words.width()));
    painter->setFont(style::font(style::FontRole::Small));
    painter->setPen(option.palette.color(QPalette::Dark));
    int top = words.top() + 24;
    for (const QString &line :
         style::wrapped(index.data(models::SceneList::CaptionRole).toString().simplified(), style::FontRole::Small, words.width()))
    {
        painter->drawText(QRect(words.left(), top, words.width(), 16), Qt::AlignLeft | Qt::AlignVCenter, line);
        top += 16;
    }
    painter->restore();
}

QSize SceneDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {240, picture().height() + 2 * sceneMargin};
}

void SceneDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QRect words = wordsRect(option.rect);
    editor->setGeometry(QRect(words.topLeft(), QSize(words.width(), 26)));
}

} // namespace dealscape::shell

#include "moc_scenedelegate.cpp"
