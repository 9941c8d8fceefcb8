// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/picturemenu.h"

#include "diagram/diagramview.h"
#include "document/lookup.h"
#include "document/wording.h"
#include "shell/actions.h"
#include "words/phrases.h"

#include <QAction>
#include <QMenu>

#include <initializer_list>

namespace dealscape::shell {

namespace {

using words::tr;

void fill(QMenu &menu, const Actions &actions, std::initializer_list<ActionId> ids)
{
    if (!menu.isEmpty())
        menu.addSeparator();
    for (const ActionId id : ids)
        if (actions[id]->isEnabled())
            menu.addAction(actions[id]);
}

void show(diagram::DiagramView &diagram, const Actions &actions, drawing::Target target, QPoint at)
{
    const bool record =
        target.kind == drawing::TargetKind::Node || target.kind == drawing::TargetKind::Edge || target.kind == drawing::TargetKind::Deal;
    if (record && target != diagram.selected())
        diagram.activate(target);
    auto *menu = new QMenu(&diagram);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (record) {
        fill(*menu, actions,
             {ActionId::Focus, ActionId::Expand, ActionId::Collapse, ActionId::MoneyPath, ActionId::OpenRibbon, ActionId::Unpin,
              ActionId::SelectNothing});
    }
    fill(*menu, actions, {ActionId::DropPath, ActionId::Unfocus, ActionId::Back});
    fill(*menu, actions, {ActionId::Fit, ActionId::ArrangeAfresh, ActionId::CopyPicture, ActionId::CopyNetwork, ActionId::ExportPicture});
    menu->popup(at);
}

/// What a label belongs to, in words that lead there: "OpenAI to Oracle: $300B".
QString wordsOf(const document::Placed &placed, const drawing::LabelMark &label)
{
    const document::Snapshot &snapshot = *placed.snapshot;
    if (label.target.kind == drawing::TargetKind::Edge)
        return tr("%1: %2").arg(document::titleOf(snapshot, document::keyOf(snapshot, placed.network, label.target.index)), label.text);
    if (label.target.kind == drawing::TargetKind::Deal)
        return tr("%1: %2").arg(document::titleOf(snapshot, snapshot.dataset().deals[static_cast<std::size_t>(label.target.index)].id),
                                label.text);
    return label.text;
}

void listHidden(diagram::DiagramView &diagram)
{
    constexpr int most = 16;
    const document::PlacedPointer placed = diagram.stage().placed();
    if (!placed)
        return;
    auto *menu = new QMenu(&diagram);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Labels without room"));
    QRectF pill;
    for (const drawing::ChromeMark &mark : diagram.stage().drawing().chrome)
        if (mark.target.kind == drawing::TargetKind::HiddenLabels)
            pill |= mark.hitBox;
    int more = 0;
    for (const drawing::LabelMark &label : diagram.stage().drawing().labels) {
        if (label.shown)
            continue;
        if (menu->actions().size() == most) {
            ++more;
            continue;
        }
        QAction *entry = menu->addAction(wordsOf(*placed, label).replace(u'&', QStringLiteral("&&")));
        QObject::connect(entry, &QAction::triggered, &diagram, [&diagram, target = label.target, placed] {
            if (diagram.stage().placed() == placed)
                diagram.activate(target);
        });
    }
    if (more > 0)
        menu->addAction(tr("%1 more: zoom in to see them").arg(more))->setEnabled(false);
    const QPointF corner = pill.topRight() - QPointF(menu->sizeHint().width(), menu->sizeHint().height() + 4);
    menu->popup(diagram.mapToGlobal(corner.toPoint()));
}

} // namespace

void offerPictureMenu(diagram::DiagramView &diagram, const Actions &actions)
{
    QObject::connect(&diagram, &diagram::DiagramView::hiddenLabelsWanted, &diagram, [&diagram] { listHidden(diagram); });
    QObject::connect(&diagram, &diagram::DiagramView::contextMenuWanted, &actions,
                     [&diagram, &actions](drawing::Target target, QPoint at) { show(diagram, actions, target, at); });
}

} // namespace dealscape::shell
