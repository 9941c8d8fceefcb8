// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/desk.h"

#include "document/editing.h"
#include "document/wording.h"
#include "entry/dealform.h"
#include "entry/organizationform.h"
#include "panels/parts.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>

namespace dealscape::entry {

Desk::Desk(document::Document &document, QWidget *details, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_stack(new QStackedLayout),
      m_area(new QScrollArea(this)),
      m_bar(new QWidget(this)),
      m_mark(panels::label({}, view::FontRole::SmallBold, panels::Tone::Second, m_bar)),
      m_edit(new QToolButton(m_bar)),
      m_delete(new QToolButton(m_bar))
{
    m_edit->setObjectName(QStringLiteral("edit"));
    m_delete->setObjectName(QStringLiteral("delete"));
    m_delete->setText(tr("Delete…"));
    for (QToolButton *button : {m_edit, m_delete}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(16, 4, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_mark, 1);
    row->addWidget(m_edit);
    row->addWidget(m_delete);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setBackgroundRole(QPalette::AlternateBase);
    m_area->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_area->setAccessibleName(tr("Form"));
    m_stack->addWidget(details);
    m_stack->addWidget(m_area);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(m_stack, 1);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    connect(m_edit, &QToolButton::clicked, this, [this] { editing() ? finish() : edit(); });
    connect(m_delete, &QToolButton::clicked, this, &Desk::deletionWanted);
    connect(&document, &document::Document::changed, this, &Desk::documentChanged);
    refreshBar();
}

bool Desk::canEdit() const
{
    const document::Selection &selection = m_document.selection();
    return std::holds_alternative<OrganizationId>(selection) || std::holds_alternative<DealId>(selection);
}

void Desk::edit()
{
    if (!canEdit())
        return;
    if (!m_form || m_edited != m_document.selection()) {
        m_edited = m_document.selection();
        if (const auto *organization = std::get_if<OrganizationId>(&m_edited))
            m_form = new OrganizationForm(m_document, *organization);
        else
            m_form = new DealForm(m_document, std::get<DealId>(m_edited));
        m_form->setBackgroundRole(QPalette::AlternateBase);
        connect(m_form, &Form::done, this, &Desk::finish);
        m_area->setWidget(m_form);
    }
    m_stack->setCurrentIndex(1);
    refreshBar();
    m_form->begin();
}

void Desk::finish()
{
    if (!m_form)
        return;
    if (m_form->alive())
        m_form->keep();
    const bool keyboardHere = isAncestorOf(window()->focusWidget());
    m_stack->setCurrentIndex(0);
    m_form->disconnect(this);
    m_area->takeWidget();
    m_form->deleteLater();
    m_form = nullptr;
    refreshBar();
    if (keyboardHere)
        Q_EMIT finished();
}

void Desk::documentChanged(document::Changes what)
{
    using document::Change;
    if (m_form) {
        if (m_edited != m_document.selection() || !m_form->alive())
            finish();
        else if (what.testFlag(Change::Dataset))
            m_form->reflect();
    }
    if (what & (document::Changes(Change::Dataset) | Change::Selected))
        refreshBar();
}

void Desk::refreshBar()
{
    const bool something = document::deletable(m_document, m_document.selection());
    m_bar->setVisible(something);
    m_edit->setText(editing() ? tr("Done") : tr("Edit"));
    m_edit->setVisible(canEdit());
    m_delete->setVisible(something);
    const auto *deal = std::get_if<DealId>(&m_document.selection());
    const Deal *d = deal ? m_document.snapshot()->index().deal(*deal) : nullptr;
    m_mark->setText(d && d->draft ? tr("Draft: not counted yet") : QString());
}

} // namespace dealscape::entry
