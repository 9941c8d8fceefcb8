// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/measurerow.h"

#include "panels/parts.h"

#include <QBoxLayout>

namespace dealscape::circular {

using panels::label;
using panels::LinkButton;
using panels::Tone;
using style::FontRole;

namespace {

constexpr int figureWidth = 72;

} // namespace

MeasureRow::MeasureRow(const reports::Measure &measure, QWidget *parent)
    : QWidget(parent), m_cells({measure.name, measure.figure, measure.sentence, measure.definition})
{
    setAccessibleName(QStringLiteral("%1: %2. %3").arg(measure.name, measure.figure, measure.sentence));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(10);
    QWidget *figure = nullptr;
    if (measure.parties.empty()) {
        figure = label(measure.figure, FontRole::BodyBold, Tone::Text, this);
    } else {
        auto *link = new LinkButton(measure.figure, FontRole::BodyBold, this);
        link->setToolTip(tr("Light who this is about"));
        link->setAccessibleName(tr("%1, light who this is about").arg(measure.figure));
        connect(link, &QAbstractButton::clicked, this, [this, parties = measure.parties] { Q_EMIT told(parties); });
        figure = link;
    }
    figure->setFixedWidth(figureWidth);
    row->addWidget(figure, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->addWidget(label(measure.name, FontRole::SmallBold, Tone::Text, this), 1);
    auto *define = new LinkButton(tr("definition"), FontRole::Small, this);
    define->setUnderline(LinkButton::Underline::Hovered);
    define->setToolTip(measure.definition);
    define->setAccessibleName(tr("Definition of %1").arg(measure.name));
    connect(define, &QAbstractButton::clicked, this, &MeasureRow::toggleDefinition);
    head->addWidget(define);
    column->addLayout(head);
    column->addWidget(label(measure.sentence, FontRole::Small, Tone::Text, this));
    m_definition = label(measure.definition, FontRole::Small, Tone::Second, this);
    m_definition->hide();
    column->addWidget(m_definition);
    row->addLayout(column, 1);
}

bool MeasureRow::defined() const
{
    return m_definition->isVisibleTo(this);
}

void MeasureRow::toggleDefinition()
{
    m_definition->setVisible(!defined());
}

} // namespace dealscape::circular

#include "moc_measurerow.cpp"
