// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/parts.h"

#include "style/icons.h"
#include "style/text.h"
#include "widgets/look.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace dealscape::panels {

namespace {

void underPointer(QAbstractButton &button, QPainter &painter)
{
    if (button.underMouse() && button.isEnabled())
        painter.fillRect(button.rect(), button.palette().color(QPalette::Midlight));
    if (button.hasFocus()) {
        painter.setPen(QPen(button.palette().color(QPalette::Link), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
}

/// Draws a line of text from x on, shortened to the width; returns the width it took.
int draw(QPainter &painter, const QRect &box, const QString &text, style::FontRole role, const QColor &colour,
         Qt::Alignment alignment = Qt::AlignLeft)
{
    const QFont font = style::font(role);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width());
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, static_cast<int>(alignment | Qt::AlignVCenter), shown);
    return QFontMetrics(font).horizontalAdvance(shown);
}

/// An ampersand in a name makes no key of the letter after it.
void setName(QAbstractButton &button, const QString &name)
{
    button.setText(name);
    button.setShortcut({});
}

QList<qreal> dashes(Certainty certainty)
{
    if (certainty == Certainty::Announced)
        return {3, 2};
    if (certainty == Certainty::Potential)
        return {0.01, 2};
    return {};
}

} // namespace

const style::Theme &themeOf(const QWidget &widget)
{
    return themeOf(widget.palette());
}

const style::Theme &themeOf(const QPalette &palette)
{
    return style::theme(widgets::isDark(palette) ? style::ThemeKind::Dark : style::ThemeKind::Light);
}

QLabel *label(const QString &text, style::FontRole font, Tone tone, QWidget *parent)
{
    auto *made = new WrapLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setText(text);
    made->setFont(style::font(font));
    made->setWordWrap(true);
    made->setForegroundRole(tone == Tone::Text ? QPalette::Text : tone == Tone::Second ? QPalette::Dark : QPalette::PlaceholderText);
    return made;
}

void WrapLabel::refresh() const
{
    if (m_of == text() && m_in == font())
        return;
    m_of = text();
    m_in = font();
    m_heights.clear();
    m_hint = m_least = {};
}

int WrapLabel::heightForWidth(int width) const
{
    refresh();
    const auto known = m_heights.constFind(width);
    if (known != m_heights.constEnd())
        return *known;
    const int height = QLabel::heightForWidth(width);
    m_heights.insert(width, height);
    return height;
}

QSize WrapLabel::sizeHint() const
{
    refresh();
    if (!m_hint.isValid())
        m_hint = wordWrap() ? QSize(200, heightForWidth(200)) : QLabel::sizeHint();
    return m_hint;
}

QSize WrapLabel::minimumSizeHint() const
{
    refresh();
    if (!m_least.isValid())
        m_least = wordWrap() ? QSize(40, fontMetrics().height()) : QLabel::minimumSizeHint();
    return m_least;
}

LayerMark::LayerMark(const LayerLook &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setFixedSize(20, 20);
}

void LayerMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const style::LayerColours colours = themeOf(*this).layer(m_look);
    painter.setBrush(colours.fill);
    painter.setPen(QPen(colours.rim, 1.5));
    painter.drawEllipse(QRectF(1, 1, 18, 18));
    painter.translate(4, 4);
    painter.scale(12.0 / style::iconGrid, 12.0 / style::iconGrid);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.icon, style::iconStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(style::icon(style::iconOf(m_look.icon)));
}

void paintLine(QPainter &painter, const QRectF &box, const LineLook &look, const style::Theme &theme)
{
    constexpr double width = 3;
    constexpr double head = 9;
    const QColor colour = look.certainty == Certainty::Cancelled ? theme.cancelled : theme.family(look.family);
    const double y = box.center().y();
    const double end = look.directed ? box.right() - head : box.right();
    QPen pen(colour, width, Qt::SolidLine, look.certainty == Certainty::Potential ? Qt::RoundCap : Qt::FlatCap);
    if (const auto pattern = dashes(look.certainty); !pattern.isEmpty())
        pen.setDashPattern(pattern);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.drawLine(QPointF(box.left(), y), QPointF(end, y));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (look.certainty == Certainty::Paid)
        painter.drawRect(QRectF(end - 9, y - 3.5, 9, 7));
    if (look.directed)
        painter.drawPolygon(QPolygonF({{end, y - 5.5}, {box.right(), y}, {end, y + 5.5}}));
    painter.restore();
}

LineSample::LineSample(const LineLook &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setFixedSize(36, 20);
}

void LineSample::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintLine(painter, QRectF(rect()).adjusted(2, 0, -2, 0), m_look, themeOf(*this));
}

LinkButton::LinkButton(const QString &text, style::FontRole font, QWidget *parent) : QAbstractButton(parent), m_font(font)
{
    setName(*this, text);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setToolTip(text);
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(style::font(m_font));
    return {metrics.horizontalAdvance(text()) + 2, metrics.height() + 4};
}

QSize LinkButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 48), sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int width = draw(painter, rect(), text(), m_font, palette().color(QPalette::Text));
    if (underMouse() || m_underline == Underline::Always) {
        painter.setPen(palette().color(underMouse() ? QPalette::Link : QPalette::Mid));
        painter.drawLine(0, height() - 2, width, height() - 2);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Link), 1.5));
        painter.drawRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75));
    }
}

DealRow::DealRow(const LineLook &look, const QString &name, const QString &amount, QWidget *parent)
    : QAbstractButton(parent), m_look(look), m_amount(amount)
{
    setName(*this, name);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DealRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    underPointer(*this, painter);
    paintLine(painter, QRectF(2, 0, 32, height()), m_look, themeOf(*this));
    const int amountWidth = QFontMetrics(style::font(style::FontRole::FigureBold)).horizontalAdvance(m_amount) + 1;
    draw(painter, QRect(42, 0, width() - 50 - amountWidth, height()), text(), style::FontRole::Small, palette().color(QPalette::Text));
    draw(painter, QRect(width() - amountWidth - 4, 0, amountWidth + 2, height()), m_amount, style::FontRole::FigureBold,
         palette().color(QPalette::Text), Qt::AlignRight);
}

PartnerRow::PartnerRow(const QString &name, const QString &count, const QString &sums, QWidget *parent)
    : QAbstractButton(parent), m_count(count), m_sums(sums)
{
    setName(*this, name);
    setCheckable(true);
    setAccessibleName((sums.isEmpty() ? QStringList{name, count} : QStringList{name, count, sums}).join(QStringLiteral(", ")));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(sums.isEmpty() ? QString() : QStringLiteral("%1: %2").arg(name, sums));
}

void PartnerRow::paintEvent(QPaintEvent *)
{
    constexpr int chevron = 10;
    QPainter painter(this);
    underPointer(*this, painter);
    const QColor text = palette().color(QPalette::Text);
    const QColor second = palette().color(QPalette::Dark);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(4 + chevron / 2.0, height() / 2.0);
    if (isChecked())
        painter.rotate(90);
    painter.translate(-chevron / 2.0, -chevron / 2.0);
    painter.scale(chevron / style::iconGrid, chevron / style::iconGrid);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(second, style::iconStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(style::icon(style::Icon::ChevronRight));
    painter.restore();
    const int room = width() - 28;
    const int sums = std::min(QFontMetrics(style::font(style::FontRole::FigureBold)).horizontalAdvance(m_sums) + 1, room * 3 / 5);
    const int name = draw(painter, QRect(22, 0, room - sums - 8, height()), QAbstractButton::text(), style::FontRole::SmallBold, text);
    if (const int left = room - sums - name - 16; left > 40)
        draw(painter, QRect(22 + name + 6, 0, left, height()), m_count, style::FontRole::Small, second);
    draw(painter, QRect(width() - sums - 4, 0, sums + 2, height()), m_sums, style::FontRole::FigureBold, text, Qt::AlignRight);
}

SourceRow::SourceRow(int number, const QString &publisher, const QString &title, const QString &date, QWidget *parent)
    : QAbstractButton(parent), m_number(number), m_publisher(publisher), m_date(date)
{
    setText(title);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SourceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    underPointer(*this, painter);
    const QColor text = palette().color(QPalette::Text);
    const QColor second = palette().color(QPalette::Dark);
    draw(painter, QRect(2, 0, 18, height()), QString::number(m_number), style::FontRole::Small, second);
    const int dateWidth = QFontMetrics(style::font(style::FontRole::Small)).horizontalAdvance(m_date);
    draw(painter, QRect(width() - dateWidth - 4, 0, dateWidth + 2, height()), m_date, style::FontRole::Small, second, Qt::AlignRight);
    const int room = width() - 34 - dateWidth;
    const int taken = draw(painter, QRect(22, 0, room, height()), m_publisher, style::FontRole::SmallBold, isEnabled() ? text : second);
    if (room - taken > 24)
        draw(painter, QRect(22 + taken + 8, 0, room - taken - 8, height()), QAbstractButton::text(), style::FontRole::Small, second);
}

} // namespace dealscape::panels

#include "moc_parts.cpp"
