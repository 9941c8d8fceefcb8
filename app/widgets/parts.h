// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/text.h"

#include <QMessageBox>
#include <QPalette>
#include <QString>

#include <vector>

class QLabel;

namespace dealscape::widgets {

/// A label in one line unless it is told otherwise, in the colour that goes with its ground unless it has one of its own. Here and below
/// every text is plain.
QLabel *plainLabel(const QString &text, QWidget *parent, style::FontRole font = style::FontRole::Small,
                   QPalette::ColorRole colour = QPalette::NoRole);

/// One way to go on, as a button.
struct Answer {
    QString text;
    QMessageBox::ButtonRole role;
};

/// Asks in a box and waits; `more`, which may be empty, stands small below the text. The number of the answer, or -1 when it was called
/// off, which a button and Escape offer too.
int ask(QWidget *parent, QMessageBox::Icon icon, const QString &title, const QString &text, const QString &more,
        const std::vector<Answer> &answers);

/// Says what went wrong, and waits.
void warn(QWidget *parent, const QString &title, const QString &text);

/// Says something and goes on; the window waits for it to be closed.
void say(QWidget *parent, QMessageBox::Icon icon, const QString &title, const QString &text, const QString &more = {});

} // namespace dealscape::widgets
