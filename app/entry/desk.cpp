// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/desk.h"

#include "document/editing.h"
#include "document/lookup.h"
#include "document/wording.h"
#include "entry/recordform.h"
#include "panels/parts.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>

#include <utility>

namespace dealscape::entry {

Desk::Desk(document::Document &document, QWidget *details, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_stack(new QStackedLayout),
      m_area(new QScrollArea(this)),
      m_bar(new QWidget(this)),
      m_mark(panels::label({}, style::FontRole::SmallBold, panels::Tone::Second, m_bar)),
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
    connect(m_edit, &QToolButton::clicked, this, [this] { editing() ? back() : edit(); });
    connect(m_delete, &QToolButton::clicked, this, &Desk::deletionWanted);
    connect(&document, &document::Document::changed, this, &Desk::documentChanged);
    refreshBar();
}

std::optional<document::RecordKey> Desk::selected() const
{
    const document::Selection &selection = m_document.selection();
    if (const auto *organization = std::get_if<OrganizationId>(&selection))
        return *organization;
    if (const auto *deal = std::get_if<DealId>(&selection))
        return *deal;
    if (const auto *ribbon = std::get_if<document::EdgeKey>(&selection)) {
        const std::vector<int> deals = document::dealsOf(*m_document.snapshot(), *ribbon);
        return deals.size() == 1 ? std::optional<document::RecordKey>(dealAt(m_document.snapshot()->index(), deals.front()).id)
                                 : std::nullopt;
    }
    return m_document.open() ? std::optional<document::RecordKey>(document::Whole()) : std::nullopt;
}

std::optional<document::RecordKey> Desk::edited() const
{
    return m_form ? std::optional(m_form->key()) : std::nullopt;
}

bool Desk::canEdit() const
{
    return selected().has_value();
}

void Desk::edit()
{
    const auto key = selected();
    if (!key)
        return;
    m_way.clear();
    open(*key);
}

void Desk::editRecord(const document::RecordKey &key)
{
    if (m_form && m_form->key() != key)
        m_way.push_back(m_form->key());
    open(key);
}

void Desk::open(const document::RecordKey &key)
{
    if (!m_form || m_form->key() != key) {
        close();
        m_ground = m_document.selection();
        m_form = makeForm(m_document, key);
        m_form->setBackgroundRole(QPalette::AlternateBase);
        connect(m_form, &Form::done, this, &Desk::back);
        connect(m_form, &Form::recordWanted, this, &Desk::editRecord);
        m_area->setWidget(m_form);
    }
    m_stack->setCurrentIndex(1);
    refreshBar();
    m_form->begin();
}

void Desk::close()
{
    if (!m_form)
        return;
    Form *form = std::exchange(m_form, nullptr);
    form->disconnect(this);
    if (form->alive())
        form->keep();
    m_area->takeWidget();
    form->deleteLater();
}

void Desk::back()
{
    while (!m_way.empty()) {
        const document::RecordKey before = m_way.back();
        m_way.pop_back();
        if (!document::holds(*m_document.snapshot(), before))
            continue;
        open(before);
        return;
    }
    finish();
}

void Desk::finish()
{
    if (!m_form)
        return;
    const bool keyboardHere = isAncestorOf(window()->focusWidget());
    m_way.clear();
    close();
    m_stack->setCurrentIndex(0);
    refreshBar();
    if (keyboardHere)
        Q_EMIT finished();
}

void Desk::documentChanged(document::Changes what)
{
    using document::Change;
    if (m_form) {
        if (m_ground != m_document.selection() || (what.testFlag(Change::Dataset) && !what.testFlag(Change::Edited)))
            finish();
        else if (!m_form->alive())
            back();
        else if (what.testFlag(Change::Dataset))
            m_form->reflect();
    }
    if (what & (document::Changes(Change::Dataset) | Change::Selected))
        refreshBar();
}

void Desk::refreshBar()
{
    const bool deleting =
        m_form ? document::deletable(*m_document.snapshot(), m_form->key()) : document::deletable(m_document, m_document.selection());
    m_bar->setVisible(deleting || canEdit());
    m_edit->setText(editing() ? (m_way.empty() ? tr("Done") : tr("Back")) : tr("Edit"));
    m_edit->setToolTip(!editing() && std::holds_alternative<std::monostate>(m_document.selection())
                           ? tr("Edit title, date and notes of the dataset, its layers, overlap groups and claims (F2)")
                           : tr("Edit in place (F2)"));
    m_edit->setVisible(editing() || canEdit());
    m_delete->setVisible(deleting);
    QString mark;
    if (m_form && !m_way.empty())
        mark = document::nameOfRecord(*m_document.snapshot(), m_form->key());
    else if (const auto key = m_form ? std::optional(m_form->key()) : selected())
        if (const auto *deal = std::get_if<DealId>(&*key))
            if (const Deal *d = document::recordOf(*m_document.snapshot(), *deal); d && d->draft)
                mark = tr("Draft: not counted yet");
    m_mark->setText(mark.size() > 60 ? mark.left(58) + QStringLiteral("…") : mark);
}

} // namespace dealscape::entry

#include "moc_desk.cpp"
