// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/readingpage.h"

#include "style/text.h"

#include <QBoxLayout>
#include <QShortcut>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextList>

#include <utility>

namespace dealscape::widgets {

namespace {

QTextCharFormat lettersOf(style::FontRole role)
{
    QTextCharFormat format;
    format.setFont(style::font(role));
    return format;
}

} // namespace

ReadingPage::ReadingPage(const QString &title, QWidget *parent)
    : QDialog(parent), m_page(new QTextBrowser(this)), m_cursor(m_page->document())
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_page->setAccessibleName(title);
    m_page->setOpenLinks(false);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->document()->setDocumentMargin(24);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_page);
    connect(new QShortcut(QKeySequence(QStringLiteral("Ctrl+W")), this), &QShortcut::activated, this, &QDialog::close);
    resize(720, 600);
}

void ReadingPage::block(double above)
{
    constexpr double lineHeight = 135;
    QTextBlockFormat format;
    format.setTopMargin(m_empty ? 0 : above);
    format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    if (std::exchange(m_empty, false))
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format);
}

void ReadingPage::heading(const QString &words, style::FontRole role)
{
    block(18);
    m_cursor.insertText(words, lettersOf(role));
}

void ReadingPage::paragraph(const QString &words)
{
    if (words.isEmpty())
        return;
    block(8);
    m_cursor.insertText(words, lettersOf(style::FontRole::Body));
}

void ReadingPage::item(const QString &words)
{
    QTextListFormat list;
    list.setStyle(QTextListFormat::ListDisc);
    block(6);
    m_cursor.createList(list);
    m_cursor.insertText(words, lettersOf(style::FontRole::Body));
}

void ReadingPage::present()
{
    m_page->moveCursor(QTextCursor::Start);
    show();
    raise();
}

QString ReadingPage::text() const
{
    return m_page->toPlainText();
}

} // namespace dealscape::widgets

#include "moc_readingpage.cpp"
