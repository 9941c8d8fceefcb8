// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/pageexport.h"

#include "circular/measurerow.h"
#include "document/wording.h"
#include "models/looplist.h"
#include "models/recordsorter.h"
#include "reports/csv.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QLayout>
#include <QListView>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <vector>

namespace dealscape::circular {

namespace {

QString loopsCsv(const models::LoopList &list)
{
    QString text =
        reports::csvRecord({QStringLiteral("number"), QStringLiteral("loop"), QStringLiteral("smallest leg"), QStringLiteral("closure"),
                            QStringLiteral("dates"), QStringLiteral("weakest leg"), QStringLiteral("where")});
    QString heading;
    for (int row = 0; row < list.rowCount(); ++row) {
        const QModelIndex index = list.index(row);
        const auto cell = [&](int role) { return index.data(role).toString(); };
        switch (static_cast<models::LoopList::RowKind>(index.data(models::LoopList::KindRole).toInt())) {
        case models::LoopList::RowKind::Heading:
            heading = cell(Qt::DisplayRole);
            break;
        case models::LoopList::RowKind::Loop:
            text += reports::csvRecord({cell(models::LoopList::NumberRole), cell(Qt::DisplayRole), cell(models::LoopList::AmountRole),
                                        cell(models::LoopList::ClosureRole), cell(models::LoopList::OrderRole),
                                        document::text(word(static_cast<Certainty>(index.data(models::LoopList::CertaintyRole).toInt()))),
                                        heading});
            break;
        case models::LoopList::RowKind::More:
            text += reports::csvRecord({{}, cell(Qt::DisplayRole), {}, {}, {}, {}, heading});
            break;
        }
    }
    return text;
}

QString tableCsv(const QAbstractItemView &table)
{
    if (const auto *loops = qobject_cast<const models::LoopList *>(table.model()))
        return loopsCsv(*loops);
    QList<int> columns;
    for (int column = 0; column < table.model()->columnCount(); ++column)
        columns << column;
    return models::asCsv(*table.model(), {}, columns);
}

QString measuresCsv(const QWidget &page)
{
    QString text;
    for (const MeasureRow *row : page.findChildren<MeasureRow *>())
        text += reports::csvRecord(row->cells());
    if (text.isEmpty())
        return text;
    return reports::csvRecord(
               {QStringLiteral("measure"), QStringLiteral("figure"), QStringLiteral("what it says"), QStringLiteral("definition")}) +
        text;
}

/// How much higher a part would have to be to show all that scrolls in it.
int hiddenIn(const QAbstractScrollArea &part)
{
    int all = 0;
    if (const auto *table = qobject_cast<const QTableView *>(&part))
        all = table->verticalHeader()->length();
    else if (const auto *list = qobject_cast<const QListView *>(&part))
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all += list->sizeHintForRow(row);
    else if (const auto *area = qobject_cast<const QScrollArea *>(&part); area && area->widget())
        all = area->widget()->height();
    return std::max(0, all - part.viewport()->height());
}

/// Keeps a page as high as it has to be for nothing in it to scroll.
class Unrolled {
    struct Before {
        QAbstractScrollArea *part;
        int least;
        int most;
        int scrolled;
    };

public:
    explicit Unrolled(QWidget &content) : m_content(content), m_geometry(content.geometry())
    {
        int more = 0;
        for (auto *part : content.findChildren<QAbstractScrollArea *>())
            if (const int hidden = part->isVisibleTo(&content) ? hiddenIn(*part) : 0; hidden > 0) {
                m_parts.push_back({part, part->minimumHeight(), part->maximumHeight(), part->verticalScrollBar()->value()});
                part->setFixedHeight(part->height() + hidden);
                more += hidden;
            }
        content.resize(content.width(), content.height() + more);
        settle();
    }
    ~Unrolled()
    {
        for (const Before &before : m_parts) {
            before.part->setMinimumHeight(before.least);
            before.part->setMaximumHeight(before.most);
        }
        m_content.setGeometry(m_geometry);
        settle();
        for (const Before &before : m_parts)
            before.part->verticalScrollBar()->setValue(before.scrolled);
    }
    Unrolled(const Unrolled &) = delete;
    Unrolled &operator=(const Unrolled &) = delete;

private:
    void settle()
    {
        if (m_content.layout())
            m_content.layout()->activate();
    }

    QWidget &m_content;
    QRect m_geometry;
    std::vector<Before> m_parts;
};

} // namespace

QString csvOf(const QWidget &page)
{
    std::vector<const QAbstractItemView *> tables;
    for (const QAbstractItemView *table : page.findChildren<QAbstractItemView *>())
        if (table->model() && table->model()->rowCount() > 0 && table->isVisibleTo(&page) && !table->accessibleName().isEmpty())
            tables.push_back(table);
    std::ranges::stable_sort(tables, {}, [&](const QAbstractItemView *table) { return table->mapTo(&page, QPoint()).y(); });
    QString text = measuresCsv(page);
    for (const QAbstractItemView *table : tables) {
        if (!text.isEmpty())
            text += QStringLiteral("\r\n");
        text += reports::csvRecord({table->accessibleName()});
        text += tableCsv(*table);
    }
    return text;
}

QImage imageOf(QWidget &page)
{
    constexpr double scale = 2;
    auto *area = qobject_cast<QScrollArea *>(&page);
    QWidget &content = area && area->widget() ? *area->widget() : page;
    const Unrolled unrolled(content);
    QImage image(content.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(content.palette().color(content.backgroundRole()));
    content.render(&image);
    return image;
}

} // namespace dealscape::circular
