// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/player.h"

#include "document/wording.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace dealscape::present {

Player::Player(const Program &program, QObject *parent)
    : QObject(parent),
      m_state(static_cast<int>(program.snapshot->dataset().stories[static_cast<std::size_t>(program.story)].scenes.size()), program.start),
      m_slides(program.snapshot, program.story, program.theme, program.comparisons),
      m_screen(std::make_unique<Screen>(m_state, program.motion)),
      m_seat(program.seat)
{
    connect(m_screen.get(), &Screen::keyPressed, this, &Player::press);
    connect(m_screen.get(), &Screen::forwardAsked, this, [this] { tell(m_state.next()); });
    connect(m_screen.get(), &Screen::backAsked, this, [this] { tell(m_state.previous()); });
    connect(m_screen.get(), &Screen::zoomAsked, this, [this](int steps) { tell(m_state.zoom(steps)); });
    connect(m_screen.get(), &Screen::nodeClicked, this, [this](int node) { tell(m_state.open(node)); });
    connect(m_screen.get(), &Screen::closed, this, [this] { tell(m_state.end()); });
    connect(m_screen.get(), &Screen::resized, this, [this] { m_slides.setPixels(m_screen->pixels()); });
    connect(&m_slides, &Slides::ready, this, [this](int scene) {
        if (scene == m_state.scene())
            showScene();
        if (m_presenter)
            m_presenter->refresh();
    });
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &Player::screenRemoved);
}

Player::~Player() = default;

void Player::begin(QScreen *home)
{
    m_home = home ? home : QGuiApplication::primaryScreen();
    m_audience = m_home;
    if (QScreen *second = other(); second && m_seat == Seat::Beside)
        m_audience = second;
    m_clock.start();
    m_slides.want(m_state.scene());
    if (QScreen *second = other())
        showPresenter(second);
    m_screen->setGeometry(m_audience->geometry());
    m_screen->showFullScreen();
    m_screen->raise();
    m_screen->activateWindow();
    m_screen->setFocus();
    m_slides.setPixels(m_screen->pixels());
}

QScreen *Player::other() const
{
    if (!m_audience)
        return nullptr;
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (QScreen *screen : screens)
        if (screen != m_audience && screen->geometry() != m_audience->geometry())
            return screen;
    return nullptr;
}

void Player::press(int key)
{
    tell(m_state.press(key));
}

void Player::tell(Tellings what)
{
    if (!what || m_over)
        return;
    m_over = what.testFlag(Told::Ended);
    if (what.testFlag(Told::Scene)) {
        m_slides.want(m_state.scene());
        showScene();
    }
    if (what.testFlag(Told::Panel))
        m_screen->setPanel(panel());
    if (what.testFlag(Told::Windows))
        changeOver();
    m_screen->stateChanged();
    if (m_presenter)
        m_presenter->refresh();
    Q_EMIT told(what);
    if (!m_over)
        return;
    m_screen->hide();
    m_presenter.reset();
    Q_EMIT ended(m_state.scene());
}

Panel Player::panel() const
{
    if (m_state.help())
        return {tr("Keys while presenting"),
                {},
                {tr("Space, Page Down, Right, Enter, click: on"), tr("Page Up, Left, Backspace, right click: back"),
                 tr("Number and Enter: to that scene; Home and End: to the first and the last"),
                 tr("B or full stop: black; W or comma: white"), tr("L: spotlight; + and −: magnify; 0: whole again"),
                 tr("Click on a disc: its deals"), tr("S: change the screens over, or the speaker's window"), tr("?: these keys"),
                 tr("Escape: close what is open, then end")}};
    const PreparedPointer slide = m_slides.at(m_state.scene());
    const int node = m_state.opened();
    if (!slide || node < 0 || node >= static_cast<int>(slide->slide.network.nodes.size()))
        return {};
    const network::Network &network = slide->slide.network;
    const document::Snapshot &snapshot = m_slides.snapshot();
    const Dataset &dataset = snapshot.dataset();
    Panel panel;
    std::vector<int> deals;
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        const network::NetworkEdge &edge = network.edges[i];
        if (edge.from != node && edge.to != node)
            continue;
        deals.insert(deals.end(), edge.deals.begin(), edge.deals.end());
        if (edge.deals.empty())
            panel.lines += document::describeEdge(snapshot, network, static_cast<int>(i));
    }
    const auto largest = [&](int deal) {
        const MoneyRange &value = dataset.deals[at(deal)].value;
        return value.at(Bound::High);
    };
    std::ranges::stable_sort(deals, std::ranges::greater(), largest);
    for (const int deal : deals)
        panel.lines += document::describeDeal(snapshot, dataset.deals[at(deal)]);
    const Organization &organization = dataset.organizations[at(network.nodes[at(node)].organization)];
    panel.heading = document::fullNameOf(snapshot, organization);
    panel.facts = deals.empty() ? QString() : document::describeSums(snapshot, deals, 3);
    return panel;
}

void Player::showScene()
{
    const PreparedPointer slide = m_slides.at(m_state.scene());
    if (!slide)
        return;
    m_screen->show(slide);
    if (m_shown == m_state.scene())
        return;
    m_shown = m_state.scene();
    Q_EMIT shown(m_shown);
}

void Player::showPresenter(QScreen *screen)
{
    m_presenter = std::make_unique<PresenterWindow>(m_slides, m_state);
    m_presenter->setElapsed(m_clock);
    connect(m_presenter.get(), &PresenterWindow::keyPressed, this, &Player::press, Qt::QueuedConnection);
    connect(m_presenter.get(), &PresenterWindow::sceneAsked, this, [this](int scene) { tell(m_state.goTo(scene)); });
    connect(m_presenter.get(), &PresenterWindow::closed, this, [this] { m_presenter.release()->deleteLater(); });
    if (screen) {
        m_presenter->setGeometry(screen->geometry());
        m_presenter->showFullScreen();
    } else {
        m_presenter->resize(1280, 720);
        m_presenter->show();
    }
}

void Player::changeOver()
{
    QScreen *second = other();
    if (!second) {
        if (m_presenter)
            m_presenter.release()->deleteLater();
        else
            showPresenter(nullptr);
        return;
    }
    m_audience = second;
    placeWindows();
    m_seat = m_audience == m_home ? Seat::Here : Seat::Beside;
    Q_EMIT seated(m_seat);
}

void Player::screenRemoved(QScreen *screen)
{
    if (m_over || !m_audience)
        return;
    const bool audience = screen == m_audience;
    if (audience) {
        const QList<QScreen *> left = QGuiApplication::screens();
        const auto next = std::ranges::find_if(left, [screen](QScreen *other) { return other != screen; });
        m_audience = next == left.end() ? nullptr : *next;
    }
    if (m_presenter)
        m_presenter.release()->deleteLater();
    if (!m_audience)
        return;
    if (QScreen *second = other(); second && second != screen)
        showPresenter(second);
    if (audience)
        placeWindows();
}

void Player::placeWindows()
{
    m_screen->showNormal();
    m_screen->setGeometry(m_audience->geometry());
    m_screen->showFullScreen();
    const QScreen *second = other();
    if (!m_presenter || !second)
        return;
    m_presenter->showNormal();
    m_presenter->setGeometry(second->geometry());
    m_presenter->showFullScreen();
}

} // namespace dealscape::present

#include "moc_player.cpp"
