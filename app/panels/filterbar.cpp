// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/filterbar.h"

#include "panels/parts.h"
#include "style/icons.h"
#include "style/text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <ranges>
#include <utility>

namespace dealscape::panels {

namespace {

constexpr int barHeight = 40;
constexpr int chipHeight = 24;
constexpr int gap = 8;
constexpr int crossRoom = 28;
constexpr int widestValue = 320;

void drawIcon(QPainter &painter, style::Icon icon, const QRectF &box, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / style::iconGrid, box.height() / style::iconGrid);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, style::iconStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(style::icon(icon));
    painter.restore();
}

/// A pill with a dashed border that opens a menu.
class MenuPill : public QToolButton {
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override
    {
        return {QFontMetrics(style::font(style::FontRole::Small)).horizontalAdvance(text()) + 24, chipHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPalette &colours = palette();
        painter.setPen(QPen(colours.color(hasFocus() || underMouse() ? QPalette::Link : QPalette::PlaceholderText), 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 0.5, -1, -0.5), 12, 12);
        painter.setFont(style::font(style::FontRole::Small));
        painter.setPen(colours.color(QPalette::Text));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

QToolButton *menuButton(const QString &text, QMenu *menu, QWidget *parent)
{
    auto *button = new MenuPill(parent);
    button->setText(text);
    button->setAccessibleName(text);
    button->setFont(style::font(style::FontRole::Small));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// The choices of one group. It stays open while one after the other is ticked, and shows what each tick changes in the others.
class ChoiceMenu : public QMenu {
    struct Entry {
        QAction *action;
        Perspective next;
    };

public:
    /// `more` asks for what the menu has no room to list.
    ChoiceMenu(document::Document &document, models::Editor editor, std::function<void()> more, QWidget *parent)
        : QMenu(parent), m_document(document), m_editor(editor), m_more(addAction(QString())), m_line(addSeparator())
    {
        connect(m_more, &QAction::triggered, this, std::move(more));
        setAccessibleName(models::choicesOf(*document.snapshot(), document.perspective(), editor).name);
        reflect();
        connect(&document, &document::Document::changed, this, [this](document::Changes what) {
            if (isVisible() && what & (document::Changes(document::Change::Perspective) | document::Change::Dataset))
                reflect();
        });
        connect(this, &QMenu::aboutToShow, this, [this] { reflect(); });
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (QAction *action = actionAt(event->position().toPoint()); action && action->isCheckable())
            action->trigger();
        else
            QMenu::mouseReleaseEvent(event);
    }

private:
    void reflect()
    {
        const models::ChoiceGroup group = models::choicesOf(*m_document.snapshot(), m_document.perspective(), m_editor);
        reflect(m_choices, group.choices, m_more);
        reflect(m_ends, group.ends, nullptr);
        m_more->setText(tr("%1 more…").arg(group.unlisted));
        m_more->setVisible(group.unlisted > 0);
        m_line->setVisible(!group.ends.empty());
    }

    /// Entries that are new go before another one, or to the end.
    void reflect(std::vector<Entry> &entries, const std::vector<models::Choice> &choices, QAction *before)
    {
        for (; entries.size() > choices.size(); entries.pop_back()) {
            // It may be the one that was just triggered.
            removeAction(entries.back().action);
            entries.back().action->deleteLater();
        }
        while (entries.size() < choices.size()) {
            auto *action = new QAction(this);
            action->setCheckable(true);
            insertAction(before, action);
            connect(action, &QAction::triggered, this, [this, &entries, place = entries.size()] {
                if (place < entries.size())
                    m_document.setPerspective(Perspective(entries[place].next));
            });
            entries.push_back({action, {}});
        }
        for (std::size_t i = 0; i < choices.size(); ++i) {
            QString name = choices[i].text;
            entries[i].next = choices[i].next;
            entries[i].action->setText(name.replace(u'&', QStringLiteral("&&")) + u'\t' + choices[i].aside);
            entries[i].action->setChecked(choices[i].on);
            entries[i].action->setEnabled(choices[i].possible);
        }
    }

    document::Document &m_document;
    models::Editor m_editor;
    std::vector<Entry> m_choices;
    std::vector<Entry> m_ends;
    /// Leads to what finds no room here.
    QAction *m_more;
    /// Between the choices and the ends they are asked of.
    QAction *m_line;
};

} // namespace

ChipButton::ChipButton(const QString &name, const QString &value, std::function<QString()> effect, Body body, QWidget *parent)
    : QAbstractButton(parent), m_value(value), m_effect(std::move(effect)), m_body(body)
{
    setText(name);
    setAccessibleName(tr("Filter %1: %2").arg(name, value));
    setAccessibleDescription(body == Body::Edits ? tr("Press to change it, Delete to switch it off") : tr("Press to switch it off"));
    setToolTip(tr("Switch off: %1 %2").arg(name, value));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_body == Body::Removes || std::exchange(m_onCross, false))
            Q_EMIT removed();
        else
            Q_EMIT editorWanted();
    });
}

bool ChipButton::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn) {
        const QString effect = m_effect();
        const QString off = tr("Switch off %1 %2: %3").arg(text(), m_value, effect);
        setToolTip(m_body == Body::Edits ? tr("Change it, or by its cross: %1").arg(off) : off);
        setAccessibleDescription(m_body == Body::Edits ? tr("Press to change it; Delete switches it off: %1").arg(effect)
                                                       : tr("Press to switch it off: %1").arg(effect));
    }
    return QAbstractButton::event(event);
}

void ChipButton::mousePressEvent(QMouseEvent *event)
{
    m_onCross = event->position().x() >= width() - crossRoom;
    QAbstractButton::mousePressEvent(event);
}

void ChipButton::keyPressEvent(QKeyEvent *event)
{
    m_onCross = false;
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removed();
    else
        QAbstractButton::keyPressEvent(event);
}

QSize ChipButton::sizeHint() const
{
    const int name = QFontMetrics(style::font(style::FontRole::Small)).horizontalAdvance(text());
    const int value = QFontMetrics(style::font(style::FontRole::SmallBold)).horizontalAdvance(m_value);
    return {12 + name + 6 + std::min(value, widestValue) + crossRoom, chipHeight};
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette &colours = palette();
    painter.setPen(QPen(colours.color(hasFocus() ? QPalette::Link : QPalette::Mid), hasFocus() ? 2 : 1));
    painter.setBrush(colours.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 0.5, -1, -0.5), 12, 12);
    painter.setFont(style::font(style::FontRole::Small));
    painter.setPen(colours.color(QPalette::Dark));
    const int name = QFontMetrics(painter.font()).horizontalAdvance(text());
    painter.drawText(QRect(12, 0, name + 2, height()), Qt::AlignVCenter, text());
    painter.setFont(style::font(style::FontRole::SmallBold));
    painter.setPen(colours.color(QPalette::Text));
    // What a whole value takes is a fraction of a pixel more than its width in whole ones.
    const int room = width() - name - 18 - crossRoom + 4;
    painter.drawText(QRect(12 + name + 6, 0, room, height()), Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(m_value, Qt::ElideMiddle, room));
    drawIcon(painter, style::Icon::Close, QRectF(width() - 19, 7, 10, 10), colours.color(underMouse() ? QPalette::Link : QPalette::Dark));
}

FilterBar::FilterBar(document::Document &document, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_menu(new QMenu(this)),
      m_restMenu(new QMenu(this)),
      m_add(menuButton(tr("+ Filter"), m_menu, this)),
      m_rest(menuButton(QString(), m_restMenu, this))
{
    setFixedHeight(barHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Filters in force"));
    m_add->setToolTip(tr("Add or change a filter"));
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
    connect(m_restMenu, &QMenu::aboutToShow, this, &FilterBar::fillRest);
    connect(&document, &document::Document::changed, this, &FilterBar::documentChanged);
    rebuildChips();
    rebuildCrumbs();
}

void FilterBar::documentChanged(document::Changes what)
{
    using document::Change;
    const bool seen = what & (document::Changes(Change::Dataset) | Change::Perspective);
    const auto focused = std::ranges::find_if(m_chips, [this](const ChipButton *chip) { return window()->focusWidget() == chip; });
    const auto place = static_cast<std::size_t>(focused - m_chips.begin());
    const bool keyboardHere = seen && focused != m_chips.end();
    if (seen)
        rebuildChips();
    if (seen || what.testFlag(Change::Selected))
        rebuildCrumbs();
    arrange();
    if (keyboardHere && m_shown > 0)
        m_chips[std::min(place, m_shown - 1)]->setFocus(Qt::OtherFocusReason);
    else if (keyboardHere)
        (m_chips.empty() ? m_add : m_rest)->setFocus(Qt::OtherFocusReason);
}

void FilterBar::rebuildChips()
{
    for (ChipButton *chip : m_chips)
        chip->deleteLater();
    m_chips.clear();
    if (!m_scenario.isEmpty()) {
        m_chips.push_back(new ChipButton(
            tr("What if"), m_scenario, [] { return tr("ends the scenario"); }, ChipButton::Body::Edits, this));
        connect(m_chips.back(), &ChipButton::removed, this, &FilterBar::scenarioEnded);
        connect(m_chips.back(), &ChipButton::editorWanted, this, &FilterBar::scenarioRequested);
    }
    for (const models::Chip &chip : models::chipsOf(*m_document.snapshot(), m_document.perspective())) {
        const auto effect = [this, next = chip.without] {
            return models::effectOf(*m_document.snapshot(), m_document.perspective(), next);
        };
        auto *button = new ChipButton(chip.name, chip.value, effect, ChipButton::Body::Edits, this);
        connect(button, &ChipButton::removed, &m_document, [this, next = chip.without] { m_document.setPerspective(next); });
        connect(button, &ChipButton::editorWanted, this, [this, chip, button] { edit(chip, button); });
        m_chips.push_back(button);
    }
}

void FilterBar::setScenario(const QString &words)
{
    if (words == m_scenario)
        return;
    m_scenario = words;
    rebuildChips();
    arrange();
}

void FilterBar::rebuildCrumbs()
{
    for (QWidget *crumb : m_crumbs)
        crumb->deleteLater();
    m_crumbs.clear();
    const auto crumbs = models::crumbsOf(m_document);
    for (std::size_t i = 0; i < crumbs.size(); ++i) {
        const bool last = i + 1 == crumbs.size();
        auto *button = new LinkButton(crumbs[i].text, last ? style::FontRole::SmallBold : style::FontRole::Small, this);
        button->setUnderline(LinkButton::Underline::Hovered);
        connect(button, &QAbstractButton::clicked, &m_document, [this, to = crumbs[i].viewpoint] { m_document.look(to); });
        m_crumbs.push_back(button);
    }
}

void FilterBar::resizeEvent(QResizeEvent *)
{
    arrange();
}

void FilterBar::arrange()
{
    constexpr int separator = 20;
    constexpr int widestCrumb = 240;
    int right = width() - 16;
    const QSize add = m_add->sizeHint();
    m_rest->setText(tr("%1 more").arg(m_chips.size()));
    const int least = std::max(width() - width() * 45 / 100, 40 + m_rest->sizeHint().width() + add.width() + 3 * gap);
    for (QWidget *crumb : m_crumbs | std::views::reverse) {
        const QSize size = crumb->sizeHint();
        const int taken = std::min(size.width(), widestCrumb);
        const bool room = right - taken > least;
        crumb->setVisible(room);
        if (!room)
            continue;
        crumb->setGeometry(right - taken, (barHeight - size.height()) / 2, taken, size.height());
        right -= taken + separator;
    }
    int x = 40;
    m_shown = 0;
    bool full = false;
    for (ChipButton *chip : m_chips) {
        const int wide = chip->sizeHint().width();
        full = full || x + wide + add.width() + 72 > right;
        chip->setVisible(!full);
        if (full)
            continue;
        chip->setGeometry(x, (barHeight - chipHeight) / 2, wide, chipHeight);
        x += wide + gap;
        ++m_shown;
    }
    m_rest->setVisible(full);
    if (full) {
        m_rest->setText(tr("%1 more").arg(m_chips.size() - m_shown));
        m_rest->setGeometry(x, (barHeight - chipHeight) / 2, m_rest->sizeHint().width(), chipHeight);
        x += m_rest->width() + gap;
    }
    m_add->setGeometry(x, (barHeight - chipHeight) / 2, add.width(), chipHeight);
    orderTabs();
    update();
}

void FilterBar::orderTabs()
{
    QWidget *last = this;
    const auto follow = [&last](QWidget *next) {
        setTabOrder(last, next);
        last = next;
    };
    std::ranges::for_each(m_chips, follow);
    follow(m_rest);
    follow(m_add);
    std::ranges::for_each(m_crumbs, follow);
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPalette &colours = palette();
    drawIcon(painter, style::Icon::Filter, QRectF(16, 12, 16, 16), colours.color(QPalette::Dark));
    painter.setPen(colours.color(QPalette::Mid));
    painter.drawLine(0, height() - 1, width(), height() - 1);
    for (std::size_t i = 1; i < m_crumbs.size(); ++i)
        if (m_crumbs[i - 1]->isVisible())
            drawIcon(painter, style::Icon::ChevronRight, QRectF(m_crumbs[i]->x() - 16, 15, 10, 10), colours.color(QPalette::Dark));
}

/// The funnel looks like a button, so it is one.
void FilterBar::mousePressEvent(QMouseEvent *event)
{
    constexpr int funnelRoom = 40;
    if (event->button() == Qt::LeftButton && event->position().x() < funnelRoom)
        m_add->showMenu();
    else
        QWidget::mousePressEvent(event);
}

void FilterBar::edit(const models::Chip &chip, QWidget *button)
{
    if (chip.editor == models::Editor::Dates) {
        Q_EMIT dateFilterRequested();
        return;
    }
    if (chip.editor == models::Editor::Text) {
        Q_EMIT textFilterRequested();
        return;
    }
    if (chip.editor == models::Editor::Path) {
        Q_EMIT pathRequested(m_document.perspective().trail->organizations.front());
        return;
    }
    const bool loop = chip.editor == models::Editor::Loop;
    auto *menu = new ChoiceMenu(
        m_document, chip.editor,
        [this, loop] {
            if (loop)
                Q_EMIT loopsRequested();
            else
                Q_EMIT organizationFilterRequested();
        },
        this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
}

void FilterBar::fillMenu()
{
    m_menu->clear();
    for (const models::ChoiceGroup &group : models::choicesOf(*m_document.snapshot(), m_document.perspective())) {
        if (group.choices.empty())
            continue;
        auto *sub = new ChoiceMenu(
            m_document, group.editor, [this] { Q_EMIT organizationFilterRequested(); }, m_menu);
        sub->setTitle(group.name);
        m_menu->addMenu(sub);
        connect(m_menu, &QMenu::aboutToHide, sub, &QObject::deleteLater);
    }
    connect(m_menu->addAction(tr("Dates…")), &QAction::triggered, this, &FilterBar::dateFilterRequested);
    connect(m_menu->addAction(tr("Text…")), &QAction::triggered, this, &FilterBar::textFilterRequested);
    m_menu->addSeparator();
    QAction *reset = m_menu->addAction(tr("Reset to the opening view"));
    const auto reflect = [this, reset] { reset->setEnabled(m_document.perspective() != m_document.dataset().opening); };
    reflect();
    connect(&m_document, &document::Document::changed, reset, reflect);
    connect(reset, &QAction::triggered, this, [this] { m_document.setPerspective(m_document.dataset().opening); });
}

void FilterBar::fillRest()
{
    m_restMenu->clear();
    const auto chips = models::chipsOf(*m_document.snapshot(), m_document.perspective());
    const std::size_t before = m_chips.size() - chips.size();
    const auto entry = [this](const QString &words) {
        QMenu *chip = m_restMenu->addMenu(QString(words).replace(u'&', QStringLiteral("&&")));
        connect(m_restMenu, &QMenu::aboutToHide, chip, &QObject::deleteLater);
        return chip;
    };
    if (m_shown < before) {
        QMenu *scenario = entry(QStringLiteral("%1 %2").arg(tr("What if"), m_scenario));
        connect(scenario->addAction(tr("Change…")), &QAction::triggered, this, &FilterBar::scenarioRequested);
        connect(scenario->addAction(tr("Switch off")), &QAction::triggered, this, &FilterBar::scenarioEnded);
    }
    for (std::size_t i = std::max(m_shown, before) - before; i < chips.size(); ++i) {
        QMenu *chip = entry(QStringLiteral("%1 %2").arg(chips[i].name, chips[i].value));
        connect(chip->addAction(tr("Change…")), &QAction::triggered, this, [this, which = chips[i]] { edit(which, m_rest); });
        connect(chip->addAction(tr("Switch off")), &QAction::triggered, this,
                [this, next = chips[i].without] { m_document.setPerspective(next); });
    }
}

} // namespace dealscape::panels

#include "moc_filterbar.cpp"
