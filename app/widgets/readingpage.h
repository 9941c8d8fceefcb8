// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/text.h"

#include <QDialog>
#include <QTextCursor>

class QTextBrowser;

namespace dealscape::widgets {

/// A page to read, in a window of its own beside the picture: headings, paragraphs and lists of plain text, written from top to bottom.
/// Texts of a file are shown as they are, never as markup.
class ReadingPage : public QDialog {
    Q_OBJECT

public:
    ReadingPage(const QString &title, QWidget *parent);

    void heading(const QString &words, style::FontRole role);
    /// Nothing for no words.
    void paragraph(const QString &words);
    void item(const QString &words);
    /// Shows it from its beginning; closing it deletes it.
    void present();
    QString text() const;

private:
    void block(double above);

    QTextBrowser *m_page;
    QTextCursor m_cursor;
    bool m_empty = true;
};

} // namespace dealscape::widgets
