// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/controls.h"

#include "style/text.h"
#include "widgets/parts.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace dealscape::circular {

ChoiceRow::ChoiceRow(const QStringList &choices, QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_group->setExclusive(true);
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new QPushButton(choices[i], this);
        button->setCheckable(true);
        button->setChecked(i == 0);
        button->setFont(style::font(style::FontRole::Small));
        button->setFixedHeight(26);
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(choices[i]) + 18);
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_group->addButton(button, i);
        row->addWidget(button);
    }
    connect(m_group, &QButtonGroup::idClicked, this, &ChoiceRow::chosen);
}

int ChoiceRow::choice() const
{
    return m_group->checkedId();
}

void ChoiceRow::setChoice(int choice)
{
    if (QAbstractButton *button = m_group->button(choice))
        button->setChecked(true);
}

FitScroll::FitScroll(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    dressPage(*this, content);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QSize FitScroll::sizeHint() const
{
    const int width = viewport()->width();
    const QLayout *layout = widget()->layout();
    const int height = layout && layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : widget()->sizeHint().height();
    return {width, height};
}

void FitScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    updateGeometry();
}

namespace {

constexpr int tileGap = 8;
constexpr int mostColumns = 3;

} // namespace

Tiles::Tiles(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize Tiles::tile() const
{
    QSize size(1, 1);
    for (const QWidget *child : tiles())
        size = size.expandedTo(child->sizeHint());
    return size;
}

int Tiles::columnsIn(int width) const
{
    return std::clamp((width + tileGap) / (tile().width() + tileGap), 1, mostColumns);
}

int Tiles::heightForWidth(int width) const
{
    const int columns = columnsIn(width);
    const int rows = (static_cast<int>(tiles().size()) + columns - 1) / columns;
    return rows * (tile().height() + tileGap) - tileGap;
}

QSize Tiles::sizeHint() const
{
    const int width = mostColumns * (tile().width() + tileGap) - tileGap;
    return {width, heightForWidth(width)};
}

void Tiles::resizeEvent(QResizeEvent *)
{
    const int columns = columnsIn(width());
    const int wide = (width() + tileGap) / columns - tileGap;
    const int high = tile().height();
    int place = 0;
    for (QWidget *child : tiles()) {
        child->setGeometry((place % columns) * (wide + tileGap), (place / columns) * (high + tileGap), wide, high);
        ++place;
    }
}

Pair::Pair(QWidget *first, QWidget *second, QWidget *parent) : QWidget(parent), m_first(first), m_second(second)
{
    // Fixed would hold it to the height of one line.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    first->setParent(this);
    second->setParent(this);
}

bool Pair::inOneLine(int width) const
{
    constexpr int apart = 12;
    return m_first->minimumSizeHint().width() + apart + m_second->sizeHint().width() <= width;
}

int Pair::heightForWidth(int width) const
{
    const int first = m_first->sizeHint().height();
    const int second = m_second->sizeHint().height();
    return inOneLine(width) ? std::max(first, second) : first + tileGap + second;
}

QSize Pair::sizeHint() const
{
    const int width = m_first->sizeHint().width() + 2 * tileGap + m_second->sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize Pair::minimumSizeHint() const
{
    return {std::max(m_first->minimumSizeHint().width(), m_second->sizeHint().width()), m_first->minimumSizeHint().height()};
}

void Pair::resizeEvent(QResizeEvent *)
{
    const bool beside = inOneLine(width());
    const QSize second = m_second->sizeHint();
    const int high = m_first->sizeHint().height();
    const int room = beside ? width() - second.width() - tileGap : width();
    m_first->setGeometry(0, 0, std::min(m_first->sizeHint().width(), room), high);
    m_second->setGeometry(width() - second.width(), beside ? (high - second.height()) / 2 : high + tileGap, second.width(),
                          second.height());
}

QLabel *changingLabel(style::FontRole font, panels::Tone tone, QWidget *parent)
{
    QLabel *made = widgets::plainLabel({}, parent, font, tone == panels::Tone::Text ? QPalette::Text : QPalette::Dark);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

QLabel *secondLabel(const QString &text, QWidget *parent)
{
    return widgets::plainLabel(text, parent, style::FontRole::Small, QPalette::Dark);
}

void dressPage(QScrollArea &page, QWidget *content)
{
    page.setWidget(content);
    page.setWidgetResizable(true);
    page.setFrameShape(QFrame::NoFrame);
    page.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page.setBackgroundRole(QPalette::AlternateBase);
    page.viewport()->setBackgroundRole(QPalette::AlternateBase);
}

void dressTable(QTableView &table)
{
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setFont(style::font(style::FontRole::Figure));
    table.horizontalHeader()->hide();
    table.verticalHeader()->hide();
    table.verticalHeader()->setMinimumSectionSize(1);
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setTabKeyNavigation(false);
    table.viewport()->setBackgroundRole(QPalette::AlternateBase);
    table.setBackgroundRole(QPalette::AlternateBase);
}

void fitColumns(QTableView &table, int giving)
{
    table.horizontalHeader()->setMinimumSectionSize(24);
    for (int column = 0; column < table.model()->columnCount(); ++column)
        table.horizontalHeader()->setSectionResizeMode(column, column == giving ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
}

} // namespace dealscape::circular

#include "moc_controls.cpp"
