// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/field.h"

#include "panels/parts.h"

#include <QBoxLayout>
#include <QLabel>

namespace dealscape::entry {

namespace {

constexpr int nameWidth = 84;

} // namespace

QColor faultColour(const QWidget &widget, io::Severity severity)
{
    const bool dark = panels::themeOf(widget).kind == style::ThemeKind::Dark;
    if (severity == io::Severity::Warning)
        return dark ? QColor(0xF2, 0xC1, 0x4E) : QColor(0x8A, 0x5A, 0x00);
    return dark ? QColor(0xFF, 0x8A, 0x80) : QColor(0xB3, 0x26, 0x1E);
}

Field::Field(const QString &name, const QString &pointer, QWidget *editor, QWidget *parent)
    : QWidget(parent),
      m_pointer(pointer),
      m_editor(editor),
      m_fault(panels::label({}, style::FontRole::Small, panels::Tone::Text, this)),
      m_hint(panels::label({}, style::FontRole::Small, panels::Tone::Second, this))
{
    editor->setParent(this);
    editor->setAccessibleName(name);
    if (editor->objectName().isEmpty())
        editor->setObjectName(pointer.mid(1));
    QLabel *title = panels::label(name, style::FontRole::Small, panels::Tone::Second, this);
    title->setFixedWidth(nameWidth);
    title->setContentsMargins(0, 5, 0, 0);
    title->setBuddy(editor);
    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(editor);
    column->addWidget(m_hint);
    column->addWidget(m_fault);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(title, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    m_fault->hide();
    m_hint->hide();
}

QString Field::fault() const
{
    return m_fault->text();
}

void Field::setFault(const QString &text, io::Severity severity)
{
    if (m_fault->text() == text && m_fault->isHidden() == text.isEmpty())
        return;
    QPalette palette = m_fault->palette();
    palette.setColor(m_fault->foregroundRole(), faultColour(*this, severity));
    m_fault->setPalette(palette);
    m_fault->setText(text);
    m_fault->setVisible(!text.isEmpty());
    m_editor->setAccessibleDescription(text);
}

void Field::setHint(const QString &text)
{
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
}

} // namespace dealscape::entry

#include "moc_field.cpp"
