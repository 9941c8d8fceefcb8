// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/picturemenu.h"

#include "shell/mainwindow.h"

#include <QAction>
#include <QMenu>

#include <initializer_list>

namespace dealscape::shell {

namespace {

void fill(QMenu &menu, const Actions &actions, std::initializer_list<ActionId> ids)
{
    if (!menu.isEmpty())
        menu.addSeparator();
    for (const ActionId id : ids)
        if (actions[id]->isEnabled())
            menu.addAction(actions[id]);
}

void show(MainWindow &window, view::Target target, QPoint at)
{
    const bool record =
        target.kind == view::TargetKind::Node || target.kind == view::TargetKind::Edge || target.kind == view::TargetKind::Deal;
    if (record && target != window.diagram().selected())
        window.diagram().activate(target);
    auto *menu = new QMenu(&window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (record) {
        fill(*menu, window.actions(),
             {ActionId::Focus, ActionId::Expand, ActionId::Collapse, ActionId::MoneyPath, ActionId::OpenRibbon, ActionId::Unpin,
              ActionId::SelectNothing});
    }
    fill(*menu, window.actions(), {ActionId::DropPath, ActionId::Unfocus, ActionId::Back});
    fill(*menu, window.actions(), {ActionId::Fit, ActionId::ArrangeAfresh, ActionId::CopyPicture, ActionId::ExportPicture});
    menu->popup(at);
}

} // namespace

void offerPictureMenu(MainWindow &window)
{
    QObject::connect(&window.diagram(), &diagram::DiagramView::contextMenuWanted, &window,
                     [&window](view::Target target, QPoint at) { show(window, target, at); });
}

} // namespace dealscape::shell
