// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/emptystate.h"

#include "document/wording.h"
#include "style/text.h"
#include "words/numbers.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPalette>
#include <QPushButton>

#include <algorithm>

namespace dealscape::diagram {

namespace {

QLabel *plainLabel(QWidget *parent, style::FontRole role)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    label->setFont(style::font(role));
    return label;
}

} // namespace

Emptiness emptinessOf(const document::Document &document)
{
    if (!document.open())
        return document.report().refused ? Emptiness::Refused : Emptiness::NothingOpen;
    if (!document.network().nodes.empty())
        return Emptiness::None;
    return document.dataset().deals.empty() && !document.perspective().asReported ? Emptiness::NoDeals : Emptiness::FilteredAway;
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_title(plainLabel(this, style::FontRole::Title)),
      m_text(plainLabel(this, style::FontRole::Body)),
      m_issues(new QListWidget(this)),
      m_open(new QPushButton(tr("Open a file…"), this)),
      m_embedded(new QPushButton(tr("Show the built-in dataset"), this)),
      m_drop(new QPushButton(tr("Drop all filters"), this)),
      m_add(new QPushButton(tr("Add an organisation"), this))
{
    m_issues->setAccessibleName(tr("Problems in the file"));
    m_issues->setWordWrap(true);
    m_issues->setMinimumHeight(160);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton *button : {m_open, m_embedded, m_drop, m_add})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addStretch();
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_issues, 1);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_open, &QPushButton::clicked, this, &EmptyState::openRequested);
    connect(m_embedded, &QPushButton::clicked, this, &EmptyState::embeddedRequested);
    connect(m_drop, &QPushButton::clicked, this, &EmptyState::filtersDropped);
    connect(m_add, &QPushButton::clicked, this, &EmptyState::additionWanted);
}

void EmptyState::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_add->isVisibleTo(this))
        Q_EMIT additionWanted();
    else
        QWidget::mouseDoubleClickEvent(event);
}

void EmptyState::setGround(const QColor &colour)
{
    QPalette ground = palette();
    ground.setColor(QPalette::Window, colour);
    setPalette(ground);
    setAutoFillBackground(true);
}

void EmptyState::describe(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void EmptyState::list(const document::Report &report)
{
    m_issues->clear();
    for (const io::Issue &issue : report.issues)
        m_issues->addItem(document::text(io::describe(issue)));
}

void EmptyState::reflect(const document::Document &document)
{
    const Emptiness emptiness = emptinessOf(document);
    setVisible(emptiness != Emptiness::None);
    m_issues->setVisible(emptiness == Emptiness::Refused);
    m_drop->setVisible(emptiness == Emptiness::FilteredAway);
    const bool own = emptiness == Emptiness::NoDeals && document.origin() == document::Origin::New;
    m_add->setVisible(own);
    m_open->setVisible(emptiness != Emptiness::FilteredAway && !own);
    m_embedded->setVisible(emptiness != Emptiness::FilteredAway && !own);
    const Dataset &dataset = document.dataset();
    switch (emptiness) {
    case Emptiness::None:
        break;
    case Emptiness::Refused: {
        const auto &issues = document.report().issues;
        const auto errors =
            std::count_if(issues.begin(), issues.end(), [](const io::Issue &issue) { return issue.severity == io::Severity::Error; });
        list(document.report());
        describe(tr("%1 cannot be opened").arg(QFileInfo(document.report().path).fileName()),
                 tr("It has %1. Each line says where, and what is wrong.")
                     .arg(words::counted(static_cast<int>(errors), tr("error"), tr("errors"))));
        break;
    }
    case Emptiness::NothingOpen:
        describe(tr("Nothing is open"), tr("Open a dataset, or drop one here."));
        break;
    case Emptiness::NoDeals:
        if (own)
            describe(
                tr("An empty dataset"),
                tr("Press N or double click here to add an organisation. With two of them, drag from the rim of the one that pays to the "
                   "other, or press D, to add a deal. F2 edits what is selected, and Ctrl+S saves."));
        else if (dataset.organizations.size() == 1)
            describe(document::text(dataset.organizations.front().name),
                     tr("One organisation and no deals: there is nothing to connect yet."));
        else
            describe(tr("No deals"),
                     tr("%1 has %2 and no deals.")
                         .arg(document.name(),
                              words::counted(static_cast<int>(dataset.organizations.size()), tr("organisation"), tr("organisations"))));
        break;
    case Emptiness::FilteredAway:
        describe(tr("Nothing passes the filters"),
                 tr("The file has %1; none of them is in view.")
                     .arg(words::counted(static_cast<int>(dataset.deals.size()), tr("deal"), tr("deals"))));
        break;
    }
}

} // namespace dealscape::diagram

#include "moc_emptystate.cpp"
