// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/form.h"

#include "document/wording.h"
#include "panels/parts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

#include <algorithm>

namespace dealscape::entry {

namespace {

/// A field of several lines that tells when it is left.
class TextEdit : public QPlainTextEdit {
public:
    explicit TextEdit(QWidget *parent) : QPlainTextEdit(parent)
    {
        setTabChangesFocus(true);
        setFixedHeight(4 * fontMetrics().lineSpacing() + 12);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void whenLeft(std::function<void()> left) { m_left = std::move(left); }

protected:
    void focusOutEvent(QFocusEvent *event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        if (m_left)
            m_left();
    }

private:
    std::function<void()> m_left;
};

} // namespace

Form::Form(document::Document &document, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_column(new QVBoxLayout(this)),
      m_into(m_column),
      m_general(panels::label({}, style::FontRole::Small, panels::Tone::Text, this))
{
    m_column->setContentsMargins(16, 8, 16, 16);
    m_column->setSpacing(6);
    m_column->addWidget(m_general);
    m_general->hide();
}

Field *Form::keepField(Field *field)
{
    m_fields.push_back(field);
    m_into->addWidget(field);
    return field;
}

Field *Form::line(const QString &name, const QString &pointer, const QString &example)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(example);
    Field *field = keepField(new Field(name, pointer, edit, this));
    connect(edit, &QLineEdit::textEdited, this, [this] { check(); });
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { left(field); });
    return field;
}

Field *Form::text(const QString &name, const QString &pointer)
{
    auto *edit = new TextEdit(this);
    Field *field = keepField(new Field(name, pointer, edit, this));
    edit->whenLeft([this, field] { left(field); });
    connect(edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            check();
    });
    return field;
}

Field *Form::choice(const QString &name, const QString &pointer, const QStringList &options)
{
    auto *box = new QComboBox(this);
    box->addItems(options);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    Field *field = keepField(new Field(name, pointer, box, this));
    connect(box, &QComboBox::activated, this, [this, field] {
        check();
        left(field);
    });
    return field;
}

void Form::setOptions(Field *field, const QStringList &options)
{
    auto *box = static_cast<QComboBox *>(field->editor());
    const int before = box->currentIndex();
    m_showing = true;
    box->clear();
    box->addItems(options);
    box->setCurrentIndex(before);
    m_showing = false;
}

void Form::beginMore()
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("more"));
    button->setText(tr("More"));
    button->setCheckable(true);
    button->setArrowType(Qt::RightArrow);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    m_column->addWidget(button);
    auto *box = new QWidget(this);
    m_into = new QVBoxLayout(box);
    m_into->setContentsMargins(0, 0, 0, 0);
    m_into->setSpacing(6);
    m_column->addWidget(box);
    box->hide();
    connect(button, &QToolButton::toggled, this, [button, box](bool more) {
        button->setArrowType(more ? Qt::DownArrow : Qt::RightArrow);
        box->setVisible(more);
    });
}

void Form::heading(const QString &text)
{
    QLabel *title = panels::label(text, style::FontRole::SmallBold, panels::Tone::Text, this);
    title->setContentsMargins(0, 8, 0, 0);
    m_into->addWidget(title);
}

void Form::endColumn()
{
    m_column->addStretch(1);
}

void Form::add(QWidget *widget)
{
    m_into->addWidget(widget);
}

void Form::begin()
{
    if (m_fields.empty())
        return;
    QWidget *first = m_fields.front()->editor();
    first->setFocus(Qt::OtherFocusReason);
    // All of it, and its beginning in view.
    if (auto *edit = qobject_cast<QLineEdit *>(first)) {
        edit->end(false);
        edit->home(true);
    }
}

void Form::keep()
{
    for (Field *field : m_fields)
        if (field->editor()->hasFocus())
            left(field);
}

void Form::left(Field *field)
{
    if (m_showing || m_committing || !alive())
        return;
    check();
    m_committing = true;
    commit(field->editor()->accessibleName().toLower());
    m_committing = false;
}

void Form::showFaults(const std::vector<io::Fault> &faults)
{
    QStringList general;
    for (Field *field : m_fields) {
        QStringList own;
        io::Severity worst = io::Severity::Warning;
        for (const auto &[refused, text] : m_refused)
            if (refused == field) {
                own << text;
                worst = io::Severity::Error;
            }
        for (const io::Fault &fault : faults) {
            const QString pointer = document::text(fault.pointer);
            if (pointer != field->pointer() && !pointer.startsWith(field->pointer() + u'/'))
                continue;
            own << document::text(fault.text);
            if (fault.severity == io::Severity::Error)
                worst = io::Severity::Error;
        }
        field->setFault(own.join(u'\n'), worst);
    }
    for (const io::Fault &fault : faults) {
        const QString pointer = document::text(fault.pointer);
        const bool placed = std::ranges::any_of(
            m_fields, [&](const Field *field) { return pointer == field->pointer() || pointer.startsWith(field->pointer() + u'/'); });
        if (!placed)
            general << document::text(fault.text);
    }
    QPalette palette = m_general->palette();
    palette.setColor(m_general->foregroundRole(), faultColour(*this, io::Severity::Error));
    m_general->setPalette(palette);
    m_general->setText(general.join(u'\n'));
    m_general->setVisible(!general.isEmpty());
}

void Form::refuse(Field *field, const QString &fault)
{
    std::erase_if(m_refused, [&](const auto &entry) { return entry.first == field; });
    if (!fault.isEmpty())
        m_refused.emplace_back(field, fault);
}

bool Form::refused() const
{
    return !m_refused.empty();
}

QString Form::typed(const Field *field)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(field->editor()))
        return edit->text();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(field->editor()))
        return edit->toPlainText();
    return {};
}

int Form::chosen(const Field *field)
{
    return static_cast<const QComboBox *>(field->editor())->currentIndex();
}

void Form::show(Field *field, const QString &text)
{
    const bool refusedHere = std::ranges::any_of(m_refused, [&](const auto &entry) { return entry.first == field; });
    if (refusedHere || typed(field) == text)
        return;
    m_showing = true;
    if (auto *edit = qobject_cast<QLineEdit *>(field->editor())) {
        if (!(edit->hasFocus() && edit->isModified())) {
            edit->setText(text);
            // A long text is read from its beginning.
            edit->setCursorPosition(0);
        }
    } else if (auto *area = qobject_cast<QPlainTextEdit *>(field->editor())) {
        if (!area->hasFocus())
            area->setPlainText(text);
    }
    m_showing = false;
}

void Form::show(Field *field, int option)
{
    m_showing = true;
    static_cast<QComboBox *>(field->editor())->setCurrentIndex(option);
    m_showing = false;
}

void Form::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        keep();
        Q_EMIT done();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace dealscape::entry

#include "moc_form.cpp"
