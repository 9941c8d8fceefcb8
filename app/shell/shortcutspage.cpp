// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shortcutspage.h"

#include "style/text.h"
#include "words/phrases.h"

#include <QAction>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>

#include <array>

namespace dealscape::shell {

namespace {

QTreeWidgetItem *head(QTreeWidget &tree, const QString &name)
{
    auto *item = new QTreeWidgetItem(&tree, {name});
    item->setFont(0, style::font(style::FontRole::BodyBold));
    item->setFirstColumnSpanned(true);
    item->setExpanded(true);
    return item;
}

} // namespace

ShortcutsPage::ShortcutsPage(const Actions &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(720, 640);
    auto *tree = new QTreeWidget(this);
    tree->setColumnCount(3);
    tree->setHeaderLabels({tr("Command"), tr("Keys"), tr("What it does")});
    tree->setRootIsDecorated(false);
    tree->setAccessibleName(windowTitle());
    tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    std::array<QTreeWidgetItem *, menuCount> heads{};
    for (std::size_t i = 0; i < menuCount; ++i)
        heads[i] = head(*tree, words::tr(menuText(static_cast<MenuId>(i))).remove(u'&'));
    for (const ActionRow &row : actionTable()) {
        QStringList keys;
        for (const QKeySequence &sequence : actions[row.id]->shortcuts())
            keys << sequence.toString(QKeySequence::NativeText);
        new QTreeWidgetItem(heads[static_cast<std::size_t>(row.menu)],
                            {Actions::plainText(row.id), keys.join(QStringLiteral(", ")), Actions::tip(row.id)});
    }
    QTreeWidgetItem *diagram = head(*tree, tr("In the picture"));
    for (const KeyRow &row : diagramKeys())
        new QTreeWidgetItem(diagram, {QString(), QString::fromUtf8(row.keys), words::tr(row.text)});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(tree, 1);
    column->addWidget(buttons);
}

} // namespace dealscape::shell

#include "moc_shortcutspage.cpp"
