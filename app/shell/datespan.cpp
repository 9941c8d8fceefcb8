// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/datespan.h"

#include "document/wording.h"
#include "widgets/parts.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace dealscape::shell {

namespace {

QLineEdit *field(const QString &name, const std::optional<Date> &date, QWidget *parent)
{
    auto *made = new QLineEdit(date ? document::text(date->iso()) : QString(), parent);
    made->setAccessibleName(name);
    made->setPlaceholderText(DateSpan::tr("2025, 2025-03 or 2025-03-14"));
    made->setClearButtonEnabled(true);
    return made;
}

std::optional<Date> dateIn(const QLineEdit &field)
{
    return Date::parse(field.text().trimmed().toStdString());
}

bool readable(const QLineEdit &field)
{
    return field.text().trimmed().isEmpty() || dateIn(field);
}

} // namespace

DateSpan::DateSpan(const Filter &filter, QWidget *parent)
    : QDialog(parent),
      m_filter(filter),
      m_from(field(tr("From"), filter.from, this)),
      m_until(field(tr("Until"), filter.until, this)),
      m_problem(widgets::plainLabel({}, this))
{
    setWindowTitle(tr("Filter by date"));
    m_problem->setMinimumWidth(320);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setSpacing(8);
    form->addRow(new QLabel(tr("Deals announced between two dates; an empty one is left open."), this));
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&Until"), m_until);
    form->addRow(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setText(tr("Filter"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_from, &QLineEdit::textChanged, this, &DateSpan::check);
    connect(m_until, &QLineEdit::textChanged, this, &DateSpan::check);
    check();
}

void DateSpan::check()
{
    const auto from = dateIn(*m_from);
    const auto until = dateIn(*m_until);
    QString problem;
    if (!readable(*m_from) || !readable(*m_until))
        problem = tr("“%1” is not a date: write 2025, 2025-03 or 2025-03-14").arg(readable(*m_from) ? tr("Until") : tr("From"));
    else if (from && until && until->firstDay() < from->firstDay() && !document::text(from->iso()).startsWith(document::text(until->iso())))
        problem = tr("“From” comes after “Until”");
    m_problem->setText(problem);
    m_accept->setEnabled(problem.isEmpty());
}

Filter DateSpan::filter() const
{
    Filter next = m_filter;
    next.from = dateIn(*m_from);
    next.until = dateIn(*m_until);
    return next;
}

} // namespace dealscape::shell

#include "moc_datespan.cpp"
