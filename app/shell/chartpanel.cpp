// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/chartpanel.h"

#include "charts/chartdock.h"
#include "document/lookup.h"
#include "shell/look.h"

#include <QEvent>

namespace dealscape::shell {

using document::Change;

ChartPanel::ChartPanel(document::Document &document, QWidget *parent)
    : QScrollArea(parent), m_document(document), m_dock(new charts::ChartDock)
{
    setWidget(m_dock);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_dock, &charts::ChartDock::dealsActivated, this, &ChartPanel::choose);
    connect(&m_document, &document::Document::changed, this, [this](document::Changes what) {
        if (what & (Change::Dataset | Change::Perspective | Change::Selected))
            look();
    });
    m_dock->setTheme(isDark(palette()) ? view::ThemeKind::Dark : view::ThemeKind::Light);
    look();
}

void ChartPanel::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_dock->setTheme(isDark(palette()) ? view::ThemeKind::Dark : view::ThemeKind::Light);
}

std::optional<OrganizationId> ChartPanel::subject() const
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

std::vector<int> ChartPanel::chosen() const
{
    const document::Selection &selection = m_document.selection();
    if (const auto *edge = std::get_if<document::EdgeKey>(&selection))
        return document::dealsOf(*m_document.snapshot(), *edge);
    if (const auto *id = std::get_if<DealId>(&selection))
        return {document::positionOf(*m_document.snapshot(), *id)};
    return {};
}

void ChartPanel::look()
{
    const document::SnapshotPointer &snapshot = m_document.snapshot();
    m_dock->look(std::shared_ptr<const Dataset>(snapshot, &snapshot->dataset()), m_document.perspective(), subject());
    m_dock->setChosen(chosen());
}

void ChartPanel::choose(const std::vector<int> &deals)
{
    if (!deals.empty())
        m_document.select(m_document.dataset().deals[static_cast<std::size_t>(deals.front())].id);
}

} // namespace dealscape::shell
