// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sidedock.h"

#include "view/painter.h"

#include <QBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

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
    : QDockWidget(parent), m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this)), m_detach(nullptr), m_close(nullptr)
{
    setObjectName(QStringLiteral("side"));
    setWindowTitle(tr("Details"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    auto *head = new QWidget(this);
    head->setAutoFillBackground(true);
    head->setBackgroundRole(QPalette::AlternateBase);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(4, 0, 8, 0);
    row->setSpacing(0);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFont(view::font(view::FontRole::Body));
    m_tabs->setAccessibleName(tr("Pages beside the picture"));
    row->addWidget(m_tabs, 1);
    m_detach = cornerButton(tr("Detach, or put back"), head);
    m_close = cornerButton(tr("Close"), head);
    row->addWidget(m_detach);
    row->addWidget(m_close);
    setTitleBarWidget(head);
    m_pages->setAccessibleName(tr("Page beside the picture"));
    setWidget(m_pages);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        ensure(page);
        m_pages->setCurrentIndex(page);
    });
    connect(m_detach, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
}

void SideDock::addPage(const QString &name, std::function<QWidget *()> make)
{
    m_makers.push_back(std::move(make));
    auto *page = new QWidget(m_pages);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(page);
    m_tabs->addTab(name);
    m_tabs->updateGeometry();
    if (m_tabs->count() == 1)
        ensure(0);
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
    show();
}

void SideDock::setIcons(const QIcon &detach, const QIcon &close)
{
    m_detach->setIcon(detach);
    m_close->setIcon(close);
}

void SideDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
}

} // namespace dealscape::shell
