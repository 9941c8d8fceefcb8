// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notice.h"

#include "widgets/parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace dealscape::widgets {

Notice::Notice(QWidget *parent) : QFrame(parent), m_text(plainLabel({}, this, style::FontRole::Body)), m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("notice"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setWordWrap(true);
    m_row->setContentsMargins(16, 4, 8, 4);
    m_row->setSpacing(8);
    m_row->addWidget(m_text, 1);
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::tell(const QString &text, std::vector<Choice> choices)
{
    for (QWidget *button : std::exchange(m_buttons, {}))
        button->deleteLater();
    m_text->setText(text);
    setAccessibleName(text);
    for (Choice &choice : choices) {
        auto *button = new QPushButton(choice.text, this);
        button->setObjectName(choice.text);
        connect(button, &QPushButton::clicked, this, [this, run = std::move(choice.run)] {
            // What runs may tell the next thing.
            takeBack();
            run();
        });
        m_row->addWidget(button);
        m_buttons.push_back(button);
    }
    m_telling = true;
    Q_EMIT shown(true);
}

void Notice::takeBack()
{
    m_telling = false;
    Q_EMIT shown(false);
}

} // namespace dealscape::widgets

#include "moc_notice.cpp"
