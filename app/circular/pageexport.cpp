// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/pageexport.h"

#include "circular/measurerow.h"
#include "document/wording.h"
#include "models/looplist.h"
#include "models/recordsorter.h"
#include "reports/csv.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>
#include <vector>

namespace dealscape::circular {

namespace {

QString loopsCsv(const models::LoopList &list)
{
    QString text = reports::csvRecord({QStringLiteral("number"), QStringLiteral("loop"), QStringLiteral("smallest leg"),
                                       QStringLiteral("closure"), QStringLiteral("dates"), QStringLiteral("weakest leg")});
    for (int row = 0; row < list.rowCount(); ++row) {
        const QModelIndex index = list.index(row);
        if (!list.loopAt(index))
            continue;
        const auto cell = [&](int role) { return index.data(role).toString(); };
        text += reports::csvRecord({cell(models::LoopList::NumberRole), cell(Qt::DisplayRole), cell(models::LoopList::AmountRole),
                                    cell(models::LoopList::ClosureRole), cell(models::LoopList::OrderRole),
                                    document::text(word(static_cast<Certainty>(index.data(models::LoopList::CertaintyRole).toInt())))});
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
    QImage image(content.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(content.palette().color(content.backgroundRole()));
    content.render(&image);
    return image;
}

} // namespace dealscape::circular
