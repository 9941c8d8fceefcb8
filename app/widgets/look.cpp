// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/look.h"

#include <QPainter>
#include <QPolygonF>
#include <QSlider>
#include <QStyleOption>
#include <QWidget>

namespace dealscape::widgets {

namespace {

constexpr double corner = 6;

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [&](int x, int y) { return static_cast<int>(x + (y - x) * share); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

void box(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &border, double width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

void button(const QStyleOption &option, QPainter *painter)
{
    const QPalette &palette = option.palette;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
    const QColor base = palette.color(QPalette::Base);
    const QColor fill = down ? palette.color(QPalette::Highlight) : hover ? mixed(base, palette.color(QPalette::Text), 0.05) : base;
    const bool focus = option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
    box(painter, option.rect, fill, focus ? palette.color(QPalette::Link) : palette.color(QPalette::Mid), focus ? 2 : 1);
}

void toolButton(const QStyleOption &option, QPainter *painter)
{
    const QPalette &palette = option.palette;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
    if (down || hover)
        box(painter, option.rect,
            down ? palette.color(QPalette::Highlight) : mixed(palette.color(QPalette::Window), palette.color(QPalette::Text), 0.07), {});
}

void headerSection(const QStyleOption &option, QPainter *painter)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    painter->setPen(option.palette.color(QPalette::Mid));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void tabShape(const QStyleOption &option, QPainter *painter)
{
    if (!(option.state & QStyle::State_Selected))
        return;
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), option.palette.color(QPalette::Link));
}

/// Upwards where rows ascend, as desktops have it; Qt calls that SortDown.
void sortArrow(const QStyleOptionHeader &option, QPainter *painter)
{
    if (option.sortIndicator == QStyleOptionHeader::None)
        return;
    const QPointF centre = QRectF(option.rect).center();
    const double tip = option.sortIndicator == QStyleOptionHeader::SortDown ? -2.5 : 2.5;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.palette.color(QPalette::Dark));
    painter->drawPolygon(QPolygonF({centre + QPointF(0, tip), centre + QPointF(-4, -tip), centre + QPointF(4, -tip)}));
    painter->restore();
}

/// A tick in a box, or a bar for what is half chosen.
void checkBox(const QStyleOption &option, QPainter *painter)
{
    const QPalette &palette = option.palette;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focus = option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
    const QColor ink = palette.color(enabled ? QPalette::Text : QPalette::Mid);
    const QColor rim = palette.color(focus ? QPalette::Link : enabled ? QPalette::PlaceholderText : QPalette::Mid);
    QRectF square(0, 0, 14, 14);
    square.moveCenter(QRectF(option.rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(rim, focus ? 2 : 1));
    painter->setBrush(palette.color(QPalette::Base));
    painter->drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF at = square.topLeft();
    if (option.state & QStyle::State_On)
        painter->drawPolyline(QPolygonF({at + QPointF(3.5, 7.5), at + QPointF(6, 10), at + QPointF(10.5, 4.5)}));
    else if (option.state & QStyle::State_NoChange)
        painter->drawLine(at + QPointF(4, 7), at + QPointF(10, 7));
    painter->restore();
}

/// A circle, with a point in what is chosen.
void radioButton(const QStyleOption &option, QPainter *painter)
{
    const QPalette &palette = option.palette;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focus = option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
    const QPointF centre = QRectF(option.rect).center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(palette.color(focus ? QPalette::Link : enabled ? QPalette::PlaceholderText : QPalette::Mid), focus ? 2 : 1));
    painter->setBrush(palette.color(QPalette::Base));
    painter->drawEllipse(centre, 6.5, 6.5);
    if (option.state & QStyle::State_On) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.color(enabled ? QPalette::Text : QPalette::Mid));
        painter->drawEllipse(centre, 3, 3);
    }
    painter->restore();
}

/// A thin groove, the part up to the handle in the accent, and a handle with a rim that stands out in both themes.
void slider(const QStyleOptionSlider &option, const QRectF &groove, const QRectF &handle, QPainter *painter)
{
    const QPalette &palette = option.palette;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool lit = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_HasFocus);
    const bool across = option.orientation == Qt::Horizontal;
    const QPointF centre = handle.center();
    const QRectF whole =
        across ? QRectF(groove.left(), centre.y() - 2, groove.width(), 4) : QRectF(centre.x() - 2, groove.top(), 4, groove.height());
    QRectF filled = whole;
    if (across)
        option.upsideDown ? filled.setLeft(centre.x()) : filled.setRight(centre.x());
    else
        option.upsideDown ? filled.setTop(centre.y()) : filled.setBottom(centre.y());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.color(QPalette::Mid));
    painter->drawRoundedRect(whole, 2, 2);
    painter->setBrush(palette.color(enabled ? QPalette::Link : QPalette::PlaceholderText));
    painter->drawRoundedRect(filled, 2, 2);
    painter->setPen(QPen(palette.color(!enabled ? QPalette::Mid : lit ? QPalette::Link : QPalette::PlaceholderText), lit ? 2 : 1.5));
    painter->setBrush(palette.color(QPalette::Base));
    painter->drawEllipse(centre, 6.5, 6.5);
    painter->restore();
}

void menuBarItem(const QStyleOption &option, QPainter *painter)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::Window));
    if (option.state & (QStyle::State_Selected | QStyle::State_Sunken))
        box(painter, QRectF(option.rect).adjusted(1, 3, -1, -3), option.palette.color(QPalette::Highlight), {});
}

} // namespace

QPalette paletteOf(const style::Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.chrome);
    palette.setColor(QPalette::Base, theme.field);
    palette.setColor(QPalette::AlternateBase, theme.dock);
    palette.setColor(QPalette::Button, theme.field);
    palette.setColor(QPalette::ToolTipBase, theme.field);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                                           QPalette::HighlightedText, QPalette::BrightText})
        palette.setColor(role, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.textThird);
    palette.setColor(QPalette::Highlight, theme.accentTint);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Midlight, theme.grid);
    palette.setColor(QPalette::Dark, theme.textSecond);
    palette.setColor(QPalette::Light, theme.dock);
    palette.setColor(QPalette::Shadow, theme.border);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.cancelled);
    return palette;
}

QPalette strongPalette()
{
    style::Theme theme = style::theme(style::ThemeKind::Light);
    theme.chrome = theme.dock = theme.field = QColor(0xFF, 0xFF, 0xFF);
    theme.border = QColor(0x40, 0x40, 0x40);
    theme.grid = QColor(0xA0, 0xA0, 0xA0);
    theme.text = QColor(0x00, 0x00, 0x00);
    theme.textSecond = QColor(0x26, 0x26, 0x26);
    theme.textThird = QColor(0x38, 0x38, 0x38);
    theme.accent = QColor(0xA3, 0x00, 0x55);
    theme.accentTint = QColor(0xFF, 0xD9, 0xEC);
    theme.cancelled = QColor(0x60, 0x60, 0x60);
    return paletteOf(theme);
}

Look::Look() : QProxyStyle(QStringLiteral("fusion")) {}

QPalette Look::standardPalette() const
{
    return paletteOf(style::theme(style::ThemeKind::Light));
}

void Look::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const QPalette &palette = option->palette;
    switch (element) {
    case PE_PanelButtonCommand:
        button(*option, painter);
        return;
    case PE_PanelButtonTool:
        toolButton(*option, painter);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        // A field inside of a spin box or a combo box has the frame of that.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth == 0) {
            painter->fillRect(option->rect.adjusted(1, 1, -1, -1), palette.color(QPalette::Base));
            return;
        }
        const bool focus = option->state & State_HasFocus;
        box(painter, option->rect, palette.color(QPalette::Base), palette.color(focus ? QPalette::Link : QPalette::Mid), focus ? 2 : 1);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        checkBox(*option, painter);
        return;
    case PE_Frame: {
        // Of texts of several lines and lists.
        const bool focus = widget && widget->hasFocus();
        box(painter, option->rect, {}, palette.color(focus ? QPalette::Link : QPalette::Mid), focus ? 2 : 1);
        return;
    }
    case PE_IndicatorRadioButton:
        radioButton(*option, painter);
        return;
    case PE_FrameFocusRect:
        box(painter, option->rect, {}, palette.color(QPalette::Link), 1.5);
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, palette.color(element == PE_FrameMenu ? QPalette::Base : QPalette::ToolTipBase));
        painter->setPen(palette.color(QPalette::Mid));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        if (option->state & State_Selected)
            painter->fillRect(option->rect, palette.color(QPalette::Highlight));
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            sortArrow(*header, painter);
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, palette.color(QPalette::Mid));
        return;
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_PanelStatusBar:
    case PE_FrameDockWidget:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Look::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            menuBarItem(*option, painter);
            drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic, item->palette, item->state & State_Enabled,
                         item->text, QPalette::WindowText);
        }
        return;
    case CE_HeaderSection:
        headerSection(*option, painter);
        return;
    case CE_HeaderEmptyArea:
        headerSection(*option, painter);
        return;
    case CE_TabBarTabShape:
        tabShape(*option, painter);
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Look::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *range = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_Slider && range && range->tickPosition == QSlider::NoTicks) {
        slider(*range, subControlRect(CC_Slider, option, SC_SliderGroove, widget),
               subControlRect(CC_Slider, option, SC_SliderHandle, widget), painter);
        return;
    }
    if (control != CC_ScrollBar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        // Fusion's own frame is darker than the ground, which is not seen on a dark one.
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); control == CC_SpinBox && spin && spin->frame) {
            const bool focus = option->state & State_HasFocus;
            box(painter, option->rect, {}, option->palette.color(focus ? QPalette::Link : QPalette::Mid), focus ? 2 : 1);
        }
        return;
    }
    const QRectF slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const QColor ground =
        widget && widget->parentWidget() ? option->palette.color(QPalette::AlternateBase) : option->palette.color(QPalette::Window);
    painter->fillRect(option->rect, ground);
    const bool lit = option->state & (State_MouseOver | State_Sunken);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(option->palette.color(lit ? QPalette::PlaceholderText : QPalette::Mid));
    painter->drawRoundedRect(slider.adjusted(3, 3, -3, -3), 3, 3);
    painter->restore();
}

int Look::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ToolBarFrameWidth:
    case PM_ToolBarItemMargin:
    case PM_ToolBarItemSpacing:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_DockWidgetFrameWidth:
    case PM_TabBarBaseOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return 1;
    case PM_ScrollBarExtent:
        return 12;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_FocusFrameHMargin:
        // Keeps figures at the right of a column apart from words at the left of the next one.
        return 5;
    case PM_TabBarTabHSpace:
        return 10;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Look::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_UnderlineShortcut:
        return widget && widget->hasFocus();
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Look::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {result.width() + 8, 32};
    case CT_LineEdit:
        return {result.width(), 32};
    case CT_MenuBarItem:
        return {size.width() + 20, 32};
    case CT_MenuItem:
        return {result.width() + 8, std::max(result.height(), size.height() > 4 ? 28 : result.height())};
    case CT_TabBarTab:
        return {result.width(), 40};
    default:
        return result;
    }
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace dealscape::widgets

#include "moc_look.cpp"
