// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/detailspanel.h"

#include <QFocusEvent>
#include <QFrame>
#include <QLayout>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>

namespace dealscape::panels {

DetailsPanel::DetailsPanel(document::Document &document, QWidget *parent)
    : QScrollArea(parent), m_document(document), m_mark(new QFrame(this))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::AlternateBase);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    setAccessibleName(tr("Details of what is selected"));
    setMinimumWidth(320);
    m_mark->setFrameStyle(static_cast<int>(QFrame::Box) | static_cast<int>(QFrame::Plain));
    m_mark->setLineWidth(2);
    m_mark->setForegroundRole(QPalette::Link);
    m_mark->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_mark->hide();
    connect(&document, &document::Document::changed, this, &DetailsPanel::documentChanged);
}

void DetailsPanel::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_stale)
        rebuild();
}

void DetailsPanel::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    m_mark->setVisible(event->reason() != Qt::MouseFocusReason);
    m_mark->raise();
}

void DetailsPanel::focusOutEvent(QFocusEvent *event)
{
    QScrollArea::focusOutEvent(event);
    m_mark->hide();
}

void DetailsPanel::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_mark->setGeometry(rect());
}

void DetailsPanel::documentChanged(document::Changes what)
{
    using document::Change;
    if (!(what & (document::Changes(Change::Dataset) | Change::Perspective | Change::Selected)))
        return;
    m_stale = true;
    if (!isVisible())
        return;
    if (what.testFlag(Change::Dataset))
        rebuild();
    else
        m_soon.start(0, this);
}

void DetailsPanel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_soon.timerId()) {
        QScrollArea::timerEvent(event);
        return;
    }
    m_soon.stop();
    if (m_stale && isVisible())
        rebuild();
}

void DetailsPanel::keepPlace()
{
    constexpr std::size_t most = 64;
    std::erase_if(m_places, [this](const auto &place) { return place.first == m_shown; });
    m_places.emplace_back(m_shown, verticalScrollBar()->value());
    if (m_places.size() > most)
        m_places.erase(m_places.begin());
}

int DetailsPanel::placeOf(const document::Selection &selection) const
{
    const auto found = std::ranges::find(m_places, selection, &std::pair<document::Selection, int>::first);
    return found == m_places.end() ? 0 : found->second;
}

void DetailsPanel::rebuild()
{
    m_stale = false;
    m_soon.stop();
    keepPlace();
    auto *sheet = new Sheet(m_document, m_unfolded);
    connect(sheet, &Sheet::notesWanted, this, &DetailsPanel::notesWanted);
    const document::Selection &selection = m_document.selection();
    const Index &index = m_document.snapshot()->index();
    if (const auto *id = std::get_if<OrganizationId>(&selection))
        sheet->organization(*index.organization(*id));
    else if (const auto *key = std::get_if<document::EdgeKey>(&selection))
        sheet->edge(*key);
    else if (const auto *chosen = std::get_if<DealId>(&selection))
        sheet->deal(*index.deal(*chosen));
    else
        sheet->nothing();
    sheet->setBackgroundRole(QPalette::AlternateBase);
    const bool keyboardHere = window()->focusWidget() && isAncestorOf(window()->focusWidget());
    // A row of the old sheet may be the sender of the change that is being shown.
    if (QWidget *old = takeWidget())
        old->deleteLater();
    setWidget(sheet);
    m_mark->raise();
    m_shown = selection;
    const bool back = m_document.history().canGoForward();
    if (back) {
        sheet->layout()->activate();
        sheet->resize(viewport()->width(), sheet->heightForWidth(viewport()->width()));
    }
    verticalScrollBar()->setValue(back ? placeOf(selection) : 0);
    if (keyboardHere)
        setFocus(Qt::OtherFocusReason);
    Q_EMIT rebuilt();
}

int DetailsPanel::contentHeight() const
{
    const QWidget *sheet = widget();
    if (!sheet)
        return 0;
    return sheet->hasHeightForWidth() ? sheet->heightForWidth(viewport()->width()) : sheet->sizeHint().height();
}

} // namespace dealscape::panels

#include "moc_detailspanel.cpp"
