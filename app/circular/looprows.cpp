// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/looprows.h"

#include "circular/controls.h"
#include "models/legstable.h"
#include "models/looplist.h"
#include "panels/parts.h"
#include "style/text.h"
#include "style/theme.h"
#include "words/numbers.h"

#include <QPainter>

#include <algorithm>

namespace dealscape::circular {

namespace {

using models::LoopList;
using style::FontRole;

constexpr int numberColumn = 24;

QString textOf(const QModelIndex &index, int role)
{
    return index.data(role).toString();
}

/// One line of text in a box, shortened to it; returns its width.
double put(QPainter &painter, const QRectF &box, const QString &text, FontRole font, const QColor &colour,
           Qt::Alignment alignment = Qt::AlignLeft)
{
    const QString shown = style::shortened(text, font, box.width());
    painter.setFont(style::font(font));
    painter.setPen(colour);
    painter.drawText(box, static_cast<int>(alignment | Qt::AlignVCenter), shown);
    return style::textWidth(shown, font);
}

void paintHeading(QPainter &painter, const QRectF &box, const QPalette &palette, const QModelIndex &index)
{
    painter.fillRect(box, palette.color(QPalette::Active, QPalette::Window));
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), palette.color(QPalette::Active, QPalette::Mid));
    const QRectF inner = box.adjusted(margin, 0, -margin, 0);
    const double aside = style::textWidth(textOf(index, LoopList::AmountRole), FontRole::Small);
    put(painter, inner.adjusted(0, 0, -aside - 8, 0), textOf(index, Qt::DisplayRole), FontRole::SmallBold,
        palette.color(QPalette::Active, QPalette::Text));
    put(painter, inner, textOf(index, LoopList::AmountRole), FontRole::Small, palette.color(QPalette::Active, QPalette::Dark),
        Qt::AlignRight);
}

void paintSecondLine(QPainter &painter, const QRectF &line, const QPalette &palette, const style::Theme &theme, const QModelIndex &index)
{
    const QColor second = palette.color(QPalette::Dark);
    const auto certainty = static_cast<Certainty>(index.data(LoopList::CertaintyRole).toInt());
    const double closure = put(painter, line, textOf(index, LoopList::ClosureRole), FontRole::Small, second);
    const double left = line.left() + std::max(104.0, closure + 16);
    panels::paintLine(painter, QRectF(left, line.top(), 30, line.height()), {Family::Licence, certainty, true}, theme);
    const QString word = QString::fromUtf8(dealscape::word(certainty).data());
    const double order = style::textWidth(textOf(index, LoopList::OrderRole), FontRole::Small);
    // In a narrow dock the line says it alone.
    const QRectF room(left + 38, line.top(), line.right() - order - left - 46, line.height());
    if (style::textWidth(word, FontRole::Small) <= room.width())
        put(painter, room, word, FontRole::Small, second);
    put(painter, line, textOf(index, LoopList::OrderRole), FontRole::Small, second, Qt::AlignRight);
}

} // namespace

void LoopRows::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRectF box(option.rect);
    const QPalette &palette = option.palette;
    const auto kind = static_cast<LoopList::RowKind>(index.data(LoopList::KindRole).toInt());
    painter->save();
    if (kind == LoopList::RowKind::Heading) {
        paintHeading(*painter, box, palette, index);
        painter->restore();
        return;
    }
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen)
        painter->fillRect(box, palette.color(QPalette::Highlight));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(box, palette.color(QPalette::Midlight));
    if (chosen)
        painter->fillRect(QRectF(box.left(), box.top(), 3, box.height()), palette.color(QPalette::Link));
    const QRectF inner = box.adjusted(margin, 0, -margin, 0);
    const QColor text = palette.color(QPalette::Text);
    const QColor second = palette.color(QPalette::Dark);
    if (kind == LoopList::RowKind::More) {
        put(*painter, inner.adjusted(numberColumn, 0, 0, 0), textOf(index, Qt::DisplayRole), FontRole::Small,
            palette.color(QPalette::Link));
    } else if (static_cast<reports::LoopPlace>(index.data(LoopList::PlaceRole).toInt()) == reports::LoopPlace::Here) {
        const QRectF line = inner.adjusted(0, 6, 0, 0).intersected(QRectF(inner.left(), inner.top() + 6, inner.width(), 20));
        const double amount = style::textWidth(textOf(index, LoopList::AmountRole), FontRole::BodyBold);
        put(*painter, line, textOf(index, LoopList::NumberRole), FontRole::Small, second);
        put(*painter, line.adjusted(numberColumn, 0, -amount - 8, 0), textOf(index, Qt::DisplayRole),
            chosen ? FontRole::BodyBold : FontRole::Body, text);
        put(*painter, line, textOf(index, LoopList::AmountRole), FontRole::BodyBold, text, Qt::AlignRight);
        paintSecondLine(*painter, line.translated(0, 20).adjusted(numberColumn, 0, 0, -4), palette, panels::themeOf(palette), index);
        painter->fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), palette.color(QPalette::Mid));
    } else {
        const double amount = style::textWidth(textOf(index, LoopList::AmountRole), FontRole::FigureBold);
        const QString closure = textOf(index, LoopList::ClosureRole).section(u' ', 1);
        const double share = style::textWidth(closure, FontRole::Small);
        put(*painter, inner.adjusted(numberColumn, 0, -amount - share - 72, 0), textOf(index, Qt::DisplayRole), FontRole::Small, text);
        put(*painter, inner.adjusted(0, 0, -64, 0), closure, FontRole::Small, second, Qt::AlignRight);
        put(*painter, inner, textOf(index, LoopList::AmountRole), FontRole::FigureBold, text, Qt::AlignRight);
    }
    painter->restore();
}

QSize LoopRows::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto kind = static_cast<LoopList::RowKind>(index.data(LoopList::KindRole).toInt());
    if (kind == LoopList::RowKind::Heading)
        return {200, 28};
    const bool here = static_cast<reports::LoopPlace>(index.data(LoopList::PlaceRole).toInt()) == reports::LoopPlace::Here;
    return {200, kind == LoopList::RowKind::Loop && here ? 52 : 24};
}

void LegSigns::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem bare(option);
    initStyleOption(&bare, index);
    QStyledItemDelegate::paint(painter, bare, index);
    const panels::LineLook look{static_cast<Family>(index.data(models::LegsTable::FamilyRole).toInt()),
                                static_cast<Certainty>(index.data(models::LegsTable::CertaintyRole).toInt()), true};
    const double left = option.rect.left() + (option.rect.width() - 32) / 2.0;
    panels::paintLine(*painter, QRectF(left, option.rect.top(), 32, option.rect.height()), look, panels::themeOf(*option.widget));
}

LegBars::LegBars(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LegBars::setLoop(const reports::FoundLoop &loop)
{
    m_legs = loop.legs;
    m_smallest = loop.smallest();
    m_closure = reports::closureText(loop);
    QStringList spoken;
    for (const reports::LoopLeg &leg : m_legs)
        spoken << (leg.value.published() ? words::money(leg.value) : tr("unknown"));
    setAccessibleName(tr("Legs on one scale: %1").arg(spoken.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QSize LegBars::sizeHint() const
{
    return {200, static_cast<int>(m_legs.size()) * 16 + 28};
}

void LegBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Theme &theme = panels::themeOf(*this);
    Money most;
    for (const reports::LoopLeg &leg : m_legs)
        most = std::max(most, leg.value.at(Bound::High));
    if (most <= Money())
        return;
    const double scale = width() / most.inBillions();
    double top = 4;
    for (const reports::LoopLeg &leg : m_legs) {
        painter.fillRect(QRectF(0, top, scale * leg.value.at(Bound::High).inBillions(), 9), theme.halo(leg.family));
        painter.fillRect(QRectF(0, top, std::max(2.0, scale * leg.value.at(Bound::Low).inBillions()), 9), theme.family(leg.family));
        top += 16;
    }
    const QRectF words(0, top - 2, width(), 18);
    if (m_smallest.published()) {
        const double x = std::min(scale * m_smallest.at(Bound::High).inBillions(), width() - 1.0);
        painter.fillRect(QRectF(x - 1, 0, 2, top - 2), theme.accent);
        const QString text = tr("%1, smallest leg").arg(words::money(m_smallest));
        const double left = std::clamp(x + 4, 0.0, std::max(0.0, width() - style::textWidth(text, FontRole::SmallBold)));
        put(painter, words.adjusted(left, 0, 0, 0), text, FontRole::SmallBold, theme.text);
        const QString rest = tr("largest %1, %2").arg(words::money(most), m_closure.toLower());
        if (left + style::textWidth(text, FontRole::SmallBold) + 16 + style::textWidth(rest, FontRole::Small) < width())
            put(painter, words, rest, FontRole::Small, theme.textSecond, Qt::AlignRight);
    } else {
        put(painter, words, tr("A leg has no price: the smallest one is unknown"), FontRole::Small, theme.textSecond);
    }
}

} // namespace dealscape::circular

#include "moc_looprows.cpp"
