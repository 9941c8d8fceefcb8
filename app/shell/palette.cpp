// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palette.h"

#include "models/searchindex.h"
#include "shell/picklist.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QLineEdit>

#include <algorithm>

namespace dealscape::shell {

std::vector<ActionId> matching(const QString &text)
{
    const QStringList wanted = models::searchWords(text);
    std::vector<ActionId> found;
    for (const ActionRow &row : actionTable()) {
        const QString menu = QCoreApplication::translate("Actions", menuText(row.menu)).remove(u'&');
        const QStringList words = models::searchWords(Actions::plainText(row.id) + u' ' + menu + u' ' + Actions::tip(row.id));
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const QString &start) {
            return std::any_of(words.begin(), words.end(), [&](const QString &word) { return word.startsWith(start); });
        });
        if (all && row.id != ActionId::Palette)
            found.push_back(row.id);
    }
    return found;
}

CommandPalette::CommandPalette(const Actions &actions, QWidget *window)
    : QFrame(window), m_actions(actions), m_field(new QLineEdit(this)), m_list(nullptr)
{
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setForegroundRole(QPalette::Mid);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    m_field->setPlaceholderText(tr("Type the name of a command"));
    m_field->setAccessibleName(tr("Command"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_field);
    m_list = new PickList(*m_field, window);
    hide();
    connect(m_field, &QLineEdit::textEdited, this, &CommandPalette::narrow);
    connect(m_list, &PickList::picked, this, &CommandPalette::run);
    connect(m_list, &PickList::closed, this, &QWidget::hide);
}

void CommandPalette::open()
{
    constexpr int width = 560;
    setGeometry((parentWidget()->width() - width) / 2, 96, width, sizeHint().height());
    show();
    raise();
    m_field->clear();
    m_field->setFocus(Qt::ShortcutFocusReason);
    narrow({});
}

void CommandPalette::narrow(const QString &text)
{
    m_shown = matching(text);
    std::vector<Pick> picks;
    for (const ActionId id : m_shown) {
        const QAction &action = *m_actions[id];
        picks.push_back({Actions::plainText(id), action.shortcut().toString(QKeySequence::NativeText), action.isEnabled()});
    }
    m_list->offer(picks);
}

void CommandPalette::run(int row)
{
    const ActionId id = m_shown[static_cast<std::size_t>(row)];
    m_list->hide();
    hide();
    parentWidget()->setFocus();
    m_actions[id]->trigger();
}

} // namespace dealscape::shell
