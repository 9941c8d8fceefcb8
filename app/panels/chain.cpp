// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chain.h"

#include "document/wording.h"
#include "panels/parts.h"
#include "style/text.h"
#include "style/theme.h"
#include "words/numbers.h"
#include "words/plain.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <set>

namespace dealscape::panels {

using document::text;

namespace {

constexpr std::size_t mostSteps = 8;

QString publisherOf(const document::Snapshot &snapshot, const std::vector<SourceId> &ids)
{
    const Source *source = ids.empty() ? nullptr : snapshot.index().source(ids.front());
    return source ? text(source->publisher) : QString();
}

ChainStep stepOf(const document::Snapshot &snapshot, const Deal &deal, const Deal &shown)
{
    return {deal.announced, deal.value, publisherOf(snapshot, deal.sources), document::titleOf(snapshot, deal.id), deal.id == shown.id};
}

/// The latest deal that another supersedes.
const Deal *before(const document::Snapshot &snapshot, const Deal &deal)
{
    const Deal *latest = nullptr;
    for (const Deal &other : snapshot.dataset().deals)
        if (other.overlap.supersededBy == deal.id && (!latest || latest->announced < other.announced))
            latest = &other;
    return latest;
}

} // namespace

std::vector<ChainStep> chainOf(const document::Snapshot &snapshot, const Deal &deal)
{
    std::vector<ChainStep> chain{stepOf(snapshot, deal, deal)};
    std::set<DealId> seen{deal.id};
    for (const Deal *earlier = before(snapshot, deal); earlier && seen.insert(earlier->id).second; earlier = before(snapshot, *earlier))
        chain.insert(chain.begin(), stepOf(snapshot, *earlier, deal));
    const auto after = [&](const Deal &d) { return d.overlap.supersededBy ? snapshot.index().deal(*d.overlap.supersededBy) : nullptr; };
    for (const Deal *later = after(deal); later && seen.insert(later->id).second; later = after(*later))
        chain.push_back(stepOf(snapshot, *later, deal));
    return chain;
}

std::vector<ChainStep> totalsSaidOf(const document::Snapshot &snapshot, const OrganizationId &organization)
{
    std::vector<ChainStep> said;
    for (const Claim &claim : snapshot.dataset().claims) {
        const bool total = claim.kind == "aggregate" || claim.kind == "plan";
        if (!total || claim.subject != organization || claim.unit != ClaimUnit::Dollars || !(claim.low || claim.high))
            continue;
        const auto money = [](const std::optional<double> &figure) {
            return figure ? std::optional(Money(std::llround(*figure))) : std::nullopt;
        };
        said.push_back(
            {claim.date, {money(claim.low), money(claim.high)}, publisherOf(snapshot, claim.sources), text(claim.statement), false});
    }
    std::ranges::stable_sort(said, {}, [](const ChainStep &step) { return step.date.firstDay(); });
    if (said.size() < 2)
        said.clear();
    return said;
}

QString tellChain(const std::vector<ChainStep> &chain)
{
    QStringList parts;
    for (const ChainStep &step : chain) {
        QStringList about{text(step.date.spoken()), step.source};
        about.removeAll(QString());
        parts << ChainChart::tr("%1 (%2)").arg(step.value.published() ? words::money(step.value) : ChainChart::tr("no amount"),
                                               about.join(QStringLiteral(", ")));
    }
    return parts.join(ChainChart::tr(", then "));
}

ChainChart::ChainChart(std::vector<ChainStep> chain, QWidget *parent) : QWidget(parent), m_chain(std::move(chain))
{
    // What came last says most where there is no room for all.
    if (m_chain.size() > mostSteps)
        m_chain.erase(m_chain.begin(), m_chain.end() - mostSteps);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tellChain(m_chain));
}

QRectF ChainChart::columnAt(std::size_t step) const
{
    const double each = width() / static_cast<double>(m_chain.size());
    return {each * static_cast<double>(step), 0, each, static_cast<double>(height())};
}

void ChainChart::paintEvent(QPaintEvent *)
{
    constexpr double barWidth = 14;
    constexpr double leastBar = 3;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style::font(style::FontRole::Small));
    const style::Theme &theme = themeOf(*this);
    const int line = painter.fontMetrics().height();
    const double top = line + 4;
    const double bottom = height() - line - 4;
    double most = 1;
    for (const ChainStep &step : m_chain)
        most = std::max(most, static_cast<double>(std::max(step.value.at(Bound::Low), step.value.at(Bound::High)).dollars()));
    const auto level = [&](Money money) { return bottom - (bottom - top) * static_cast<double>(money.dollars()) / most; };
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(QPointF(0, bottom + 0.5), QPointF(width(), bottom + 0.5));
    QPointF last;
    for (std::size_t i = 0; i < m_chain.size(); ++i) {
        const ChainStep &step = m_chain[i];
        const QRectF column = columnAt(i);
        const double middle = column.center().x();
        painter.setPen(theme.textSecond);
        painter.drawText(QRectF(column.left(), bottom + 2, column.width(), line + 2), Qt::AlignHCenter | Qt::AlignTop,
                         painter.fontMetrics().elidedText(text(step.date.iso()), Qt::ElideRight, static_cast<int>(column.width()) - 2));
        if (!step.value.published())
            continue;
        // An open bound fades out at the other one.
        const double high = level(std::max(step.value.at(Bound::Low), step.value.at(Bound::High)));
        const double low = step.value.exact() || !step.value.low ? bottom : level(*step.value.low);
        const QPointF tip(middle, high);
        if (i > 0 && !last.isNull()) {
            painter.setPen(QPen(theme.textThird, 1.25, Qt::DashLine));
            painter.drawLine(last, tip);
        }
        last = tip;
        const QColor ink = step.current || i + 1 == m_chain.size() ? theme.accent : theme.textThird;
        painter.setPen(QPen(ink, 1.25));
        painter.setBrush(step.value.exact() ? QBrush(ink) : QBrush(theme.dock));
        painter.drawRect(QRectF(middle - barWidth / 2, high, barWidth, std::max(leastBar, bottom - high)));
        if (!step.value.exact() && low < bottom)
            painter.fillRect(QRectF(middle - barWidth / 2, low, barWidth, bottom - low), ink);
        painter.setPen(theme.text);
        painter.drawText(QRectF(column.left(), high - line - 2, column.width(), line), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(words::money(step.value), Qt::ElideRight, static_cast<int>(column.width()) - 2));
    }
}

bool ChainChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (std::size_t i = 0; i < m_chain.size(); ++i)
        if (columnAt(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(), words::asMarkup(m_chain[i].words), this);
    return true;
}

} // namespace dealscape::panels

#include "moc_chain.cpp"
