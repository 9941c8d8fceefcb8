// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/picklist.h"

#include "style/text.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace dealscape::widgets {

namespace {

constexpr int rowHeight = 28;
constexpr int mostRows = 14;
constexpr int headRole = Qt::UserRole + 1;

class PickDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, rowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        const QRect box = option.rect.adjusted(12, 0, -12, 0);
        if (index.data(headRole).toBool()) {
            painter->setFont(style::font(style::FontRole::SmallBold));
            painter->setPen(option.palette.color(QPalette::Dark));
            painter->drawText(box.adjusted(0, 6, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
            return;
        }
        const QString aside = index.data(Qt::UserRole).toString();
        const QFont small = style::font(style::FontRole::Small);
        const int room = box.width() - QFontMetrics(small).horizontalAdvance(aside) - 12;
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        painter->setFont(style::font(style::FontRole::Body));
        painter->setPen(option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
        painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, room));
        painter->setFont(small);
        painter->setPen(option.palette.color(QPalette::Dark));
        painter->drawText(box, Qt::AlignVCenter | Qt::AlignRight, aside);
    }
};

} // namespace

PickList::PickList(QLineEdit &field, QWidget *window) : QFrame(window), m_field(field), m_list(new QListWidget(this))
{
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setForegroundRole(QPalette::Mid);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_list->setItemDelegate(new PickDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_list);
    hide();
    field.installEventFilter(this);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        if (item->flags().testFlag(Qt::ItemIsEnabled))
            Q_EMIT picked(m_list->row(item));
    });
}

int PickList::count() const
{
    return m_list->count();
}

int PickList::current() const
{
    return m_list->currentRow();
}

void PickList::offer(const std::vector<Pick> &picks)
{
    m_list->clear();
    for (const Pick &pick : picks) {
        auto *item = new QListWidgetItem(pick.text, m_list);
        item->setData(Qt::UserRole, pick.aside);
        item->setData(Qt::AccessibleTextRole, pick.aside.isEmpty() ? pick.text : pick.text + QStringLiteral(", ") + pick.aside);
        item->setData(headRole, pick.head);
        if (!pick.enabled || pick.head)
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    const auto first = std::ranges::find_if(picks, [](const Pick &pick) { return !pick.head; });
    m_list->setCurrentRow(first == picks.end() ? 0 : static_cast<int>(first - picks.begin()));
    const int rows = std::min(m_list->count(), mostRows);
    m_list->setVerticalScrollBarPolicy(m_list->count() > mostRows ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const QPoint corner = m_field.mapTo(parentWidget(), QPoint(0, m_field.height() + 2));
    const int width = std::clamp(m_field.width(), 420, std::max(420, parentWidget()->width() - 16));
    const int x = std::min(corner.x(), parentWidget()->width() - width - 8);
    setGeometry(std::max(x, 8), corner.y(), width, rows * rowHeight + 2);
    setVisible(rows > 0);
    raise();
}

void PickList::step(int by)
{
    const int count = m_list->count();
    int row = m_list->currentRow();
    for (int i = 0; i < count; ++i) {
        row = (row + by + count) % count;
        if (m_list->item(row)->data(headRole).toBool())
            continue;
        m_list->setCurrentRow(row);
        return;
    }
}

void PickList::close()
{
    hide();
    Q_EMIT closed();
}

bool PickList::key(int key)
{
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isVisible() && m_list->currentItem() && m_list->currentItem()->flags().testFlag(Qt::ItemIsEnabled))
            Q_EMIT picked(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

bool PickList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && key(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut && isVisible() && !underMouse())
        close();
    return QFrame::eventFilter(watched, event);
}

} // namespace dealscape::widgets

#include "moc_picklist.cpp"
