// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/contexthelp.h"

#include "diagram/diagramview.h"
#include "panels/filterbar.h"
#include "panels/tablespanel.h"
#include "panels/tabstrip.h"
#include "shell/actions.h"
#include "shell/sidedock.h"
#include "shell/timerow.h"
#include "shell/topbar.h"
#include "words/phrases.h"

#include <QAction>
#include <QWhatsThis>

namespace dealscape::shell {

namespace {

using words::tr;

template <class Part>
void explain(QWidget &window, const char *text)
{
    for (Part *part : window.findChildren<Part *>())
        part->setWhatsThis(tr(text));
}

/// The part itself or the nearest one round it that has help.
const QWidget *explained(const QWidget *part)
{
    while (part && part->whatsThis().isEmpty())
        part = part->parentWidget();
    return part;
}

} // namespace

void explainParts(QWidget &window, const Actions &actions)
{
    explain<diagram::DiagramView>(
        window,
        "The network: discs are organisations, ribbons are deals, and arrows show where the money goes.\n\n"
        "Click selects, double click shows only the neighbours of an organisation or opens a ribbon into its deals. Digits set how many "
        "steps are shown, Escape steps back out. Arrow keys walk: up and down turn through the ribbons, right crosses to the partner.\n\n"
        "In the legend, pointing lights a kind and a click hides it. Widths keep their meaning while you filter.");
    explain<panels::FilterBar>(window,
                               "The filters in force. A click on one switches it off; its tip says what that brings into view. “+ Filter” "
                               "adds one, with counts and sums. At the right is the way you came; a click returns there.");
    explain<SideDock>(window,
                      "What is selected, in full: amounts as announced, how firm each deal is, what it is counted with, and numbered "
                      "sources. A source opens in the browser after you confirm its address.");
    explain<panels::TablesPanel>(
        window,
        "Click a head to sort by real values, right-click it to choose columns. Rows are selected together with the "
        "picture; right-click them to copy or save.");
    explain<panels::TabStrip>(window, "The tables of what is in view. A click opens a table, another one closes it.");
    explain<TimeRow>(window,
                     "The network as it stood at the end of a month. Bars show how many deals each month has. Drag, use the arrow keys, or "
                     "press Space to play. Alt+Left undoes the whole slide.");
    explain<TopBar>(window,
                    "Lens: what the widths of ribbons measure. Layout: how the network is arranged. The field finds organisations, deals, "
                    "sources and claims, and forgives typing mistakes.");
    for (const ActionRow &row : actionTable()) {
        QAction *action = actions[row.id];
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setWhatsThis(keys.isEmpty() ? Actions::tip(row.id) : QStringLiteral("%1 (%2)").arg(Actions::tip(row.id), keys));
    }
}

void explainHere(QWidget &window)
{
    const QWidget *part = explained(window.focusWidget());
    if (!part) {
        QWhatsThis::enterWhatsThisMode();
        return;
    }
    const QPoint at = part->mapToGlobal(part->rect().center());
    QWhatsThis::showText(at, part->whatsThis(), &window);
}

} // namespace dealscape::shell
