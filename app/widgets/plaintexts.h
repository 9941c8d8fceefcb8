// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QHelpEvent;
class QWidget;

namespace dealscape::widgets {

/// Keeps the text of files from becoming markup, wherever a widget would guess: Qt takes a text that looks like HTML for HTML in
/// tool tips, labels and message boxes, and then reads the pictures it names. While one of these lives, every tool tip of the program is
/// shown as it is written, and every label shows plain text unless it was told something else before it is first laid out.
class PlainTexts : public QObject {
    Q_OBJECT

public:
    explicit PlainTexts(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool showTip(QWidget &widget, const QHelpEvent &help);
};

} // namespace dealscape::widgets
