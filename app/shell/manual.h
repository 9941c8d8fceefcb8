// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>
#include <QStringList>

class QListWidget;
class QTextBrowser;

namespace dealscape::shell {

/// The manual: its pages beside their names, from inside the program. Links lead from page to page and nowhere else.
class Manual : public QDialog {
    Q_OBJECT

public:
    explicit Manual(QWidget *parent);

    /// Opens the page of that name, "picture" for example.
    void show(const QString &page);
    /// The names of all pages, in their order.
    static QStringList pages();
    /// Has F1 open the page on what has the keyboard in a dialog, where the window's own F1 does not reach.
    static void offerIn(QDialog &dialog);
    /// The page on the part of the window that a widget belongs to.
    static QString pageFor(const QWidget *part);

private:
    QListWidget *m_list;
    QTextBrowser *m_text;
};

} // namespace dealscape::shell
