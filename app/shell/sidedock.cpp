// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sidedock.h"

#include "shell/actions.h"
#include "style/text.h"

#include <QBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <initializer_list>

namespace dealscape::shell {

namespace {

QToolButton *cornerButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFixedSize(28, 28);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

SideDock::SideDock(QWidget *parent)
    : QDockWidget(parent),
      m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this)),
      m_rail(new QWidget(this)),
      m_detach(nullptr),
      m_close(nullptr),
      m_fold(nullptr)
{
    setObjectName(QStringLiteral("side"));
    setWindowTitle(tr("Details"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    auto *head = new QWidget(this);
    head->setAutoFillBackground(true);
    head->setBackgroundRole(QPalette::AlternateBase);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(2, 0, 2, 0);
    row->setSpacing(0);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFont(style::font(style::FontRole::Body));
    m_tabs->setAccessibleName(tr("Pages beside the picture"));
    row->addWidget(m_tabs, 1);
    m_fold = cornerButton(tr("Fold into a rail, or unfold"), head);
    m_detach = cornerButton(tr("Detach, or put back"), head);
    m_close = cornerButton(tr("Close"), head);
    for (QToolButton *button : {m_fold, m_detach, m_close})
        row->addWidget(button);
    setTitleBarWidget(head);
    m_pages->setAccessibleName(tr("Page beside the picture"));
    auto *column = new QVBoxLayout(m_rail);
    column->setContentsMargins(6, 6, 6, 6);
    column->addStretch(1);
    m_rail->setAccessibleName(tr("Pages folded away"));
    m_rail->hide();
    auto *body = new QWidget(this);
    auto *across = new QHBoxLayout(body);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(m_pages);
    across->addWidget(m_rail);
    setWidget(body);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        ensure(page);
        m_pages->setCurrentIndex(page);
    });
    connect(m_detach, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
    connect(this, &QDockWidget::topLevelChanged, this, [this](bool floating) {
        if (floating)
            setFolded(false);
    });
}

void SideDock::addPage(const QString &name, style::Icon icon, std::function<QWidget *()> make)
{
    m_makers.push_back(std::move(make));
    auto *page = new QWidget(m_pages);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(page);
    m_tabs->addTab(name);
    m_tabs->updateGeometry();
    const int place = m_tabs->count() - 1;
    QToolButton *stop = cornerButton(name, m_rail);
    static_cast<QVBoxLayout *>(m_rail->layout())->insertWidget(place, stop);
    connect(stop, &QToolButton::clicked, this, [this, place] { unfoldAt(place); });
    m_stops.emplace_back(stop, icon);
    if (place == 0)
        ensure(0);
}

void SideDock::unfoldAt(int page)
{
    m_tabs->setCurrentIndex(page);
    setFolded(false);
}

void SideDock::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    m_pages->setHidden(folded);
    m_rail->setVisible(folded);
    for (QWidget *part : std::initializer_list<QWidget *>{m_tabs, m_detach, m_close})
        part->setHidden(folded);
    setMinimumWidth(folded ? railWidth : 0);
    setMaximumWidth(folded ? railWidth : QWIDGETSIZE_MAX);
    m_fold->setIcon(
        iconFor(folded ? style::Icon::ChevronLeft : style::Icon::ChevronRight, palette().color(QPalette::Text), devicePixelRatioF()));
    Q_EMIT foldedChanged(folded);
}

void SideDock::suit(int window)
{
    const bool narrow = window < roomyWindow;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    setFolded(narrow && !isFloating());
}

void SideDock::ensure(int page)
{
    auto &make = m_makers[static_cast<std::size_t>(page)];
    if (!make)
        return;
    m_pages->widget(page)->layout()->addWidget(make());
    make = nullptr;
}

void SideDock::showPage(const QString &name)
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->tabText(i) == name)
            m_tabs->setCurrentIndex(i);
    setFolded(false);
    show();
}

void SideDock::drawIcons(const QColor &colour, double ratio)
{
    m_detach->setIcon(iconFor(style::Icon::Detach, colour, ratio));
    m_close->setIcon(iconFor(style::Icon::Close, colour, ratio));
    m_fold->setIcon(iconFor(m_folded ? style::Icon::ChevronLeft : style::Icon::ChevronRight, colour, ratio));
    for (const auto &[stop, icon] : m_stops)
        stop->setIcon(iconFor(icon, colour, ratio));
}

void SideDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
}

} // namespace dealscape::shell

#include "moc_sidedock.cpp"
