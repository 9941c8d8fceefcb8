// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plaintexts.h"

#include "words/plain.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QToolTip>

namespace dealscape::widgets {

namespace {

struct Tip {
    QString text;
    QRect area;
};

Tip tipOf(const QAbstractItemView &view, QPoint at)
{
    if (const auto *header = qobject_cast<const QHeaderView *>(&view)) {
        const int section = header->logicalIndexAt(at);
        return section < 0 ? Tip() : Tip{header->model()->headerData(section, header->orientation(), Qt::ToolTipRole).toString(), {}};
    }
    const QModelIndex index = view.indexAt(at);
    return index.isValid() ? Tip{index.data(Qt::ToolTipRole).toString(), view.visualRect(index)} : Tip();
}

Tip tipOf(const QMenu &menu, QPoint at)
{
    const QAction *action = menu.toolTipsVisible() ? menu.actionAt(at) : nullptr;
    const QString name = action ? action->text().remove(u'&') : QString();
    return action && action->toolTip() != name ? Tip{action->toolTip(), menu.actionGeometry(const_cast<QAction *>(action))} : Tip();
}

Tip tipOf(const QWidget &widget, QPoint at)
{
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget()); view && view->viewport() == &widget)
        return tipOf(*view, at);
    if (const auto *menu = qobject_cast<const QMenu *>(&widget))
        return tipOf(*menu, at);
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        if (const int tab = tabs->tabAt(at); tab >= 0 && !tabs->tabToolTip(tab).isEmpty())
            return {tabs->tabToolTip(tab), tabs->tabRect(tab)};
    return {widget.toolTip(), {}};
}

} // namespace

PlainTexts::PlainTexts(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool PlainTexts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip && watched->isWidgetType())
        return showTip(*static_cast<QWidget *>(watched), *static_cast<QHelpEvent *>(event));
    if (event->type() == QEvent::Polish && !watched->inherits("QTipLabel"))
        if (auto *label = qobject_cast<QLabel *>(watched); label && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
    return false;
}

bool PlainTexts::showTip(QWidget &widget, const QHelpEvent &help)
{
    const Tip tip = tipOf(widget, help.pos());
    if (tip.text.isEmpty())
        return false;
    QToolTip::showText(help.globalPos(), words::asMarkup(words::plain(tip.text)), &widget, tip.area, widget.toolTipDuration());
    return true;
}

} // namespace dealscape::widgets

#include "moc_plaintexts.cpp"
