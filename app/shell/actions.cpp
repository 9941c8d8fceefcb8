// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/actions.h"

#include "words/phrases.h"

#include <QAction>
#include <QActionGroup>
#include <QIcon>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QPixmap>
#include <QWidget>

#include <map>

namespace dealscape::shell {

namespace {

QList<QKeySequence> sequences(const char *keys)
{
    QList<QKeySequence> list;
    for (const QString &part : QString::fromLatin1(keys).split(u' ', Qt::SkipEmptyParts))
        list << QKeySequence(part, QKeySequence::PortableText);
    return list;
}

const ActionRow &rowOf(ActionId id)
{
    return actionTable()[static_cast<std::size_t>(id)];
}

} // namespace

Actions::Actions(QWidget *window) : QObject(window)
{
    std::map<ActionKind, QActionGroup *> groups;
    for (const ActionRow &row : actionTable()) {
        auto *action = new QAction(words::tr(row.text), this);
        action->setObjectName(plainText(row.id));
        action->setToolTip(words::tr(row.tip));
        action->setStatusTip(words::tr(row.tip));
        action->setShortcuts(sequences(row.keys));
        action->setCheckable(row.kind != ActionKind::Command);
        action->setMenuRole(QAction::NoRole);
        if (row.kind != ActionKind::Command && row.kind != ActionKind::Toggle) {
            QActionGroup *&group = groups[row.kind];
            if (!group)
                group = new QActionGroup(this);
            group->addAction(action);
        }
        m_actions[static_cast<std::size_t>(row.id)] = action;
        window->addAction(action);
    }
}

void Actions::fill(QMenuBar &bar, QMenu &recent) const
{
    std::array<QMenu *, menuCount> menus{};
    for (std::size_t i = 0; i < menuCount; ++i) {
        menus[i] = bar.addMenu(words::tr(menuText(static_cast<MenuId>(i))));
        menus[i]->setToolTipsVisible(false);
    }
    for (const ActionRow &row : actionTable()) {
        QMenu &menu = *menus[static_cast<std::size_t>(row.menu)];
        if (row.line == Line::Above)
            menu.addSeparator();
        menu.addAction((*this)[row.id]);
        if (row.id == ActionId::Open)
            menu.addMenu(&recent);
    }
}

void Actions::drawIcons(const QColor &colour, double ratio) const
{
    for (const ActionRow &row : actionTable())
        if (row.icon)
            (*this)[row.id]->setIcon(iconFor(*row.icon, colour, ratio));
}

QString Actions::plainText(ActionId id)
{
    QString text = words::tr(rowOf(id).text).remove(u'&');
    if (text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text;
}

QString Actions::tip(ActionId id)
{
    return words::tr(rowOf(id).tip);
}

QIcon iconFor(style::Icon icon, const QColor &colour, double ratio)
{
    return QIcon(QPixmap::fromImage(style::iconImage(icon, 16, colour, ratio)));
}

} // namespace dealscape::shell

#include "moc_actions.cpp"
