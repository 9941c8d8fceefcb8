// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace dealscape::widgets {

QLabel *plainLabel(const QString &text, QWidget *parent, style::FontRole font, QPalette::ColorRole colour)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setFont(style::font(font));
    label->setForegroundRole(colour);
    return label;
}

int ask(QWidget *parent, QMessageBox::Icon icon, const QString &title, const QString &text, const QString &more,
        const std::vector<Answer> &answers)
{
    QMessageBox box(icon, title, text, QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(more);
    std::vector<const QAbstractButton *> buttons;
    for (const Answer &answer : answers)
        buttons.push_back(box.addButton(answer.text, answer.role));
    box.setEscapeButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    const auto chosen = std::ranges::find(buttons, static_cast<const QAbstractButton *>(box.clickedButton()));
    return chosen == buttons.end() ? -1 : static_cast<int>(chosen - buttons.begin());
}

void warn(QWidget *parent, const QString &title, const QString &text)
{
    QMessageBox box(QMessageBox::Warning, title, text, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

void say(QWidget *parent, QMessageBox::Icon icon, const QString &title, const QString &text, const QString &more)
{
    auto *box = new QMessageBox(icon, title, text, QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    box->open();
}

} // namespace dealscape::widgets
