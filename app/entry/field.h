// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/faults.h"

#include <QString>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace dealscape::entry {

/// One member of a record in a form: what it is called, what edits it, and under that what is wrong with it or what it means.
class Field : public QWidget {
    Q_OBJECT

public:
    /// Takes the editor over. The pointer is that of the member within its record, such as "/value".
    Field(const QString &name, const QString &pointer, QWidget *editor, QWidget *parent);

    const QString &pointer() const { return m_pointer; }
    QWidget *editor() const { return m_editor; }
    QString fault() const;
    /// Empty texts hide their line.
    void setFault(const QString &text, io::Severity severity = io::Severity::Error);
    void setHint(const QString &text);

private:
    QString m_pointer;
    QWidget *m_editor;
    QLabel *m_fault;
    QLabel *m_hint;
};

/// Text that says what is wrong, in a colour that goes with the widget's ground.
QColor faultColour(const QWidget &widget, io::Severity severity);

} // namespace dealscape::entry
