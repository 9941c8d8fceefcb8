// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/chartlink.h"

#include "charts/chartset.h"
#include "charts/chartview.h"
#include "document/lookup.h"
#include "shell/chartmenu.h"
#include "widgets/look.h"

#include <QEvent>

#include <algorithm>
#include <set>

namespace dealscape::shell {

using document::Change;

namespace {

document::EdgeKey ribbonOf(const Deal &deal)
{
    return {deal.tail(), deal.head(), familyOf(deal.flow)};
}

std::optional<OrganizationId> sharedEnd(const document::Snapshot &snapshot, const std::vector<int> &deals)
{
    std::set<OrganizationId> shared = {dealAt(snapshot.index(), deals.front()).tail(), dealAt(snapshot.index(), deals.front()).head()};
    for (const int deal : deals) {
        const Deal &next = dealAt(snapshot.index(), deal);
        std::erase_if(shared, [&](const OrganizationId &id) { return id != next.tail() && id != next.head(); });
    }
    return shared.size() == 1 ? std::optional(*shared.begin()) : std::nullopt;
}

style::ThemeKind themeOf(const QWidget &widget)
{
    return widgets::isDark(widget.palette()) ? style::ThemeKind::Dark : style::ThemeKind::Light;
}

} // namespace

document::Selection inCommon(const document::Snapshot &snapshot, const std::vector<int> &deals)
{
    if (deals.empty())
        return {};
    if (deals.size() == 1)
        return dealAt(snapshot.index(), deals.front()).id;
    const document::EdgeKey ribbon = ribbonOf(dealAt(snapshot.index(), deals.front()));
    if (std::ranges::all_of(deals, [&](int deal) { return ribbonOf(dealAt(snapshot.index(), deal)) == ribbon; }))
        return ribbon;
    if (const auto organization = sharedEnd(snapshot, deals))
        return *organization;
    return {};
}

ChartLink::ChartLink(document::Document &document, diagram::DiagramView &diagram, QObject *parent)
    : QObject(parent), m_document(document), m_diagram(diagram)
{
    connect(&m_document, &document::Document::changed, this, [this](document::Changes what) {
        if (!(what & (Change::Dataset | Change::Perspective | Change::Selected)))
            return;
        if (!m_choosing) {
            m_held.clear();
            Q_EMIT held({});
        }
        light(m_held);
        // The picture shows a selection first.
        if (what & (document::Changes(Change::Dataset) | Change::Perspective))
            follow();
        else
            m_soon.start();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ChartLink::follow);
    connect(&m_diagram, &diagram::DiagramView::pointed, this, &ChartLink::lightHovered);
}

void ChartLink::tie(charts::ChartSet &charts)
{
    m_sets.emplace_back(&charts);
    charts.installEventFilter(this);
    charts.setTheme(themeOf(charts));
    connect(&charts, &charts::ChartSet::dealsActivated, this, &ChartLink::choose);
    connect(&charts, &charts::ChartSet::dealsHovered, this,
            [this](const std::vector<int> &deals) { light(deals.empty() ? m_held : deals); });
    connect(&charts, &charts::ChartSet::menuWanted, this,
            [this, set = &charts](charts::ChartView *chart, int mark, QPoint place) { openMenu(*set, *chart, mark, place); });
    look(charts);
}

bool ChartLink::eventFilter(QObject *watched, QEvent *event)
{
    auto *set = static_cast<charts::ChartSet *>(watched);
    if (event->type() == QEvent::Show)
        look(*set);
    else if (event->type() == QEvent::PaletteChange)
        set->setTheme(themeOf(*set));
    else if (event->type() == QEvent::Hide)
        light(m_held);
    return QObject::eventFilter(watched, event);
}

std::optional<OrganizationId> ChartLink::subject() const
{
    const document::Selection &selection = m_document.selection();
    if (const auto *organization = std::get_if<OrganizationId>(&selection))
        return *organization;
    if (const auto *edge = std::get_if<document::EdgeKey>(&selection))
        return edge->tail;
    if (const auto *id = std::get_if<DealId>(&selection))
        if (const Deal *deal = m_document.snapshot()->index().deal(*id))
            return deal->tail();
    return std::nullopt;
}

std::vector<int> ChartLink::chosen() const
{
    const document::Selection &selection = m_document.selection();
    if (!m_held.empty())
        return m_held;
    if (const auto *edge = std::get_if<document::EdgeKey>(&selection))
        return document::dealsOf(*m_document.snapshot(), *edge);
    if (const auto *id = std::get_if<DealId>(&selection))
        return {document::positionOf(*m_document.snapshot(), *id)};
    return {};
}

void ChartLink::look(charts::ChartSet &charts)
{
    const document::SnapshotPointer &snapshot = m_document.shown();
    charts.look(std::shared_ptr<const Dataset>(snapshot, &snapshot->dataset()), m_document.perspective(), subject());
    charts.setChosen(chosen());
}

void ChartLink::follow()
{
    m_soon.stop();
    for (const auto &set : m_sets)
        if (set && set->isVisible())
            look(*set);
}

void ChartLink::showChosen()
{
    for (const auto &set : m_sets)
        if (set && set->isVisible())
            set->setChosen(chosen());
    light(m_held);
    Q_EMIT held(m_held);
}

void ChartLink::choose(const std::vector<int> &deals)
{
    const bool again = deals == m_held;
    const document::Selection selection = inCommon(*m_document.snapshot(), deals);
    m_held = again || std::holds_alternative<DealId>(selection) ? std::vector<int>() : deals;
    m_choosing = true;
    if (!again && !std::holds_alternative<std::monostate>(selection))
        m_document.select(selection);
    m_choosing = false;
    showChosen();
}

bool ChartLink::drop()
{
    if (m_held.empty())
        return false;
    m_held.clear();
    showChosen();
    return true;
}

void ChartLink::light(const std::vector<int> &deals)
{
    m_diagram.lightDeals(deals);
    for (const auto &set : m_sets)
        if (set && set->isVisible())
            set->setLit(deals == m_held ? std::vector<int>() : deals);
}

void ChartLink::lightHovered()
{
    const document::PlacedPointer placed = m_diagram.stage().placed();
    const drawing::Target target = m_diagram.hovered();
    if (!placed)
        return;
    std::vector<int> deals;
    if (target.kind == drawing::TargetKind::Node)
        deals = document::dealsOf(*placed->snapshot, document::organizationOf(*placed->snapshot, placed->network, target.index));
    else if (target.kind == drawing::TargetKind::Edge)
        deals = document::dealsOf(*placed->snapshot, document::keyOf(*placed->snapshot, placed->network, target.index));
    else if (target.kind == drawing::TargetKind::Deal)
        deals = {target.index};
    for (const auto &set : m_sets)
        if (set && set->isVisible())
            set->setLit(deals);
}

void ChartLink::openMenu(charts::ChartSet &charts, charts::ChartView &chart, int mark, QPoint place)
{
    auto *menu = new ChartMenu(m_document, charts, chart, mark);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &ChartMenu::told, this, &ChartLink::told);
    connect(menu, &ChartMenu::wrote, this, &ChartLink::wrote);
    menu->popup(place);
}

} // namespace dealscape::shell

#include "moc_chartlink.cpp"
