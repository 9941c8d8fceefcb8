// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/topbar.h"

#include "widgets/parts.h"
#include "widgets/segments.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace dealscape::shell {

namespace {

QToolButton *arrow(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFixedSize(32, 32);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->toolTip());
    return button;
}

} // namespace

TopBar::TopBar(const Actions &actions, QWidget *parent) : QWidget(parent), m_search(new QLineEdit(this))
{
    setFixedHeight(48);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_search->setAccessibleName(tr("Find organisations, deals and sources"));
    m_search->setToolTip(Actions::tip(ActionId::Find) + QStringLiteral(" (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(actions[ActionId::Find], QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(72);
    m_search->setMaximumWidth(344);
    m_search->setFixedHeight(32);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 16, 0);
    row->setSpacing(0);
    row->addWidget(arrow(actions[ActionId::Back], this));
    row->addWidget(arrow(actions[ActionId::Forward], this));
    row->addSpacing(8);
    m_captions[0] = widgets::plainLabel(tr("Lens"), this);
    row->addWidget(m_captions[0]);
    row->addSpacing(8);
    row->addWidget(new widgets::Segments(tr("Lens"),
                                         {actions[ActionId::LensValue], actions[ActionId::LensPower], actions[ActionId::LensDeals]}, this));
    row->addSpacing(16);
    m_captions[1] = widgets::plainLabel(tr("Layout"), this);
    row->addWidget(m_captions[1]);
    row->addSpacing(8);
    row->addWidget(new widgets::Segments(
        tr("Layout"),
        {actions[ActionId::LayoutWeb], actions[ActionId::LayoutSupplyChain], actions[ActionId::LayoutOrbit], actions[ActionId::LayoutRing]},
        this));
    row->addSpacing(16);
    row->addStretch(1);
    row->addWidget(m_search, 2);
    row->addSpacing(16);
    row->addWidget(new widgets::SegmentButton(actions[ActionId::ShowCharts], widgets::SegmentButton::Place::Alone, this));
    row->addSpacing(8);
    row->addWidget(new widgets::SegmentButton(actions[ActionId::Fit], widgets::SegmentButton::Place::Alone, this));
    row->addSpacing(8);
    row->addWidget(new widgets::SegmentButton(actions[ActionId::Present], widgets::SegmentButton::Place::Alone, this));
    row->addSpacing(8);
    row->addWidget(new widgets::SegmentButton(actions[ActionId::ExportPicture], widgets::SegmentButton::Place::Alone, this));
}

void TopBar::resizeEvent(QResizeEvent *)
{
    constexpr int roomy = 1400;
    for (QLabel *caption : m_captions)
        caption->setVisible(width() >= roomy);
    m_search->setPlaceholderText(width() >= roomy ? tr("Organisations, deals, sources") : tr("Find"));
    // Words go where the search would become too narrow: first those at the right, whose icons are known from elsewhere.
    constexpr int search = 160;
    constexpr int aside = 2 * 32 + 8 + 16 + 3 * 16 + 4 * 8;
    const auto buttons = findChildren<widgets::SegmentButton *>();
    int all = search + aside;
    int lone = 0;
    for (const widgets::SegmentButton *button : buttons) {
        all += button->fullWidth();
        if (button->parentWidget() == this)
            lone += button->fullWidth() - button->minimumSizeHint().width();
    }
    for (widgets::SegmentButton *button : buttons)
        button->setCompact(width() < (button->parentWidget() == this ? all : all - lone));
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace dealscape::shell

#include "moc_topbar.cpp"
