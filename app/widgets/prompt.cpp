// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/prompt.h"

#include "widgets/parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace dealscape::widgets {

Prompt::Prompt(QWidget *window, QWidget *home)
    : QFrame(window), m_home(home), m_question(plainLabel({}, this, style::FontRole::SmallBold)), m_field(new QLineEdit(this))
{
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setForegroundRole(QPalette::Mid);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_question);
    column->addWidget(m_field);
    m_list = new PickList(*m_field, window);
    hide();
    connect(m_field, &QLineEdit::textEdited, this, &Prompt::narrow);
    connect(m_list, &PickList::picked, this, &Prompt::pick);
    connect(m_list, &PickList::closed, this, &Prompt::close);
}

void Prompt::open(const QString &question, Offer offer, Take take)
{
    constexpr int widest = 560;
    m_offer = std::move(offer);
    m_take = std::move(take);
    const int width = std::min(widest, parentWidget()->width() - 32);
    setGeometry((parentWidget()->width() - width) / 2, 96, width, sizeHint().height());
    m_question->setText(question);
    m_field->setAccessibleName(question);
    m_field->clear();
    if (!isAncestorOf(window()->focusWidget()))
        m_before = window()->focusWidget();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    narrow({});
}

void Prompt::close()
{
    m_list->hide();
    const bool keyboardHere = isAncestorOf(window()->focusWidget());
    hide();
    if (keyboardHere)
        (m_before && m_before->isVisible() ? m_before.data() : m_home)->setFocus(Qt::OtherFocusReason);
}

void Prompt::narrow(const QString &text)
{
    std::vector<Pick> picks = m_offer(text);
    if (picks.empty())
        picks.push_back(
            {text.trimmed().isEmpty() ? tr("Nothing to choose from") : tr("Nothing found for “%1”").arg(text.trimmed()), {}, false});
    m_list->offer(picks);
}

void Prompt::pick(int row)
{
    close();
    // What is picked may open the prompt again.
    const Take take = m_take;
    take(row);
}

} // namespace dealscape::widgets

#include "moc_prompt.cpp"
