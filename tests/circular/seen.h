// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "opened.h"

#include "circular/measurerow.h"
#include "panels/parts.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTableView>

#include <memory>

/// What somebody in front of a page sees, and does by the names that are written on it.
namespace dealscape::circular::seen {

using sample::opened;

/// Every line of text that is not hidden.
inline QStringList labels(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>())
        if (label->isVisibleTo(&page) && !label->text().isEmpty())
            texts << label->text();
    return texts;
}

template <class Widget>
Widget *named(const QWidget &page, const QString &name)
{
    for (Widget *widget : page.findChildren<Widget *>())
        if (widget->accessibleName() == name)
            return widget;
    return nullptr;
}

template <class Button = QPushButton>
Button *button(const QWidget &page, const QString &text)
{
    for (Button *found : page.findChildren<Button *>())
        if (found->text() == text)
            return found;
    return nullptr;
}

/// The rows of a table that is not hidden, cells apart by bars.
inline QStringList rows(const QWidget &page, const QString &table)
{
    QStringList lines;
    const auto *view = named<QTableView>(page, table);
    if (!view || !view->isVisibleTo(&page))
        return lines;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < view->model()->columnCount(); ++column)
            cells << view->model()->index(row, column).data().toString();
        lines << cells.join(u'|');
    }
    return lines;
}

/// The figure that stands before the name of a measure; nothing where the page has none of that name.
inline QString figure(const QWidget &page, const QString &measure)
{
    for (const MeasureRow *row : page.findChildren<MeasureRow *>()) {
        if (!row->isVisibleTo(&page) || !labels(*row).contains(measure))
            continue;
        const auto links = row->findChildren<panels::LinkButton *>();
        return links.size() > 1 ? links.front()->text() : labels(*row).front();
    }
    return {};
}

/// What of the content of a page reaches beyond it or has less room than its words need, one line each.
inline QString clipped(const QWidget &content)
{
    QString told;
    const auto tell = [&](const QWidget &widget, const QString &words) {
        told += QStringLiteral("%1 “%2” at %3, %4 × %5, needs %6\n")
                    .arg(QString::fromLatin1(widget.metaObject()->className()), words)
                    .arg(widget.mapTo(&content, QPoint()).x())
                    .arg(widget.width())
                    .arg(widget.height())
                    .arg(widget.heightForWidth(widget.width()));
    };
    for (const QWidget *child : content.findChildren<QWidget *>()) {
        if (!child->isVisible() || child->window() != content.window())
            continue;
        const int left = child->mapTo(&content, QPoint()).x();
        if (left < 0 || left + child->width() > content.width())
            tell(*child, child->accessibleName());
        const bool push = qobject_cast<const QPushButton *>(child);
        const auto *words = qobject_cast<const QAbstractButton *>(child);
        if (words && (push || qobject_cast<const QCheckBox *>(child)) &&
            words->width() < (push ? words->fontMetrics().horizontalAdvance(words->text()) : words->sizeHint().width()))
            tell(*words, words->text());
        if (const auto *label = qobject_cast<const QLabel *>(child)) {
            const bool narrow = label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                                                  : label->width() < label->fontMetrics().horizontalAdvance(label->text());
            if (narrow)
                tell(*label, label->text());
        }
    }
    return told;
}

} // namespace dealscape::circular::seen
