// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "document/editing.h"
#include "entry/field.h"

#include <QWidget>

#include <functional>
#include <span>
#include <string_view>
#include <vector>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace dealscape::entry {

/// A column of fields about one record of a document. What is typed is checked at once and told at its field in the words of the
/// reader; it is put into the record when a field is left or Enter is pressed, as one step of undo. What could not be read stays in its
/// field and changes nothing.
class Form : public QWidget {
    Q_OBJECT

public:
    explicit Form(document::Document &document, QWidget *parent = nullptr);

    /// What the form is about.
    virtual document::RecordKey key() const = 0;
    /// Shows the record as it is now, but in the field somebody is typing in.
    virtual void reflect() = 0;
    /// Whether the dataset still has the record.
    virtual bool alive() const = 0;
    /// Puts the keyboard into the first field, with its text selected.
    void begin();
    /// Puts into the record what is typed.
    void keep();

Q_SIGNALS:
    /// Somebody is done: Enter in a field, or Escape.
    void done();
    /// Somebody wants the form of another record that this one names.
    void recordWanted(const dealscape::document::RecordKey &key);

protected:
    /// Checks what the fields say, and shows what is wrong.
    virtual void check() = 0;
    /// Puts what the fields say into the record. `what` names the field: "amount".
    virtual void commit(const QString &what) = 0;

    Field *line(const QString &name, const QString &pointer, const QString &example = {});
    Field *text(const QString &name, const QString &pointer);
    Field *choice(const QString &name, const QString &pointer, const QStringList &options);
    /// Puts other words into a choice; what is chosen stays at its position.
    void setOptions(Field *field, const QStringList &options);
    /// Fields added from here on are hidden until "More" is pressed.
    void beginMore();
    /// Leaves room that is over below everything. An alignment of the whole would hold it to the height of lines that do not wrap.
    void endColumn();
    void heading(const QString &text);
    void add(QWidget *widget);
    /// Spreads faults over the fields whose members they are about; the rest stands at the top.
    void showFaults(const std::vector<io::Fault> &faults);
    /// A fault of the typing of a field, which stands until it is mended; empty for none.
    void refuse(Field *field, const QString &fault);
    bool refused() const;

    static QString typed(const Field *field);
    static int chosen(const Field *field);
    void show(Field *field, const QString &text);
    void show(Field *field, int option);

    void keyPressEvent(QKeyEvent *event) override;
    Field *keepField(Field *field);

    document::Document &m_document;

private:
    void left(Field *field);

    QVBoxLayout *m_column;
    QVBoxLayout *m_into;
    QLabel *m_general;
    std::vector<Field *> m_fields;
    std::vector<std::pair<Field *, QString>> m_refused;
    bool m_showing = false;
    bool m_committing = false;
};

} // namespace dealscape::entry
