// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/handwork.h"

#include "domain/vocabulary.h"
#include "words/phrases.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointF>

#include <algorithm>
#include <cmath>
#include <optional>

namespace dealscape::exporting {

namespace {

const QString roomKey = QStringLiteral("room");
const QString nodesKey = QStringLiteral("nodes");
const QString openedKey = QStringLiteral("opened");
constexpr double farthest = 1e6;
constexpr double leastRoom = 1;
/// How far from its corner a node may be dragged, in rooms; farther ones would be drawn where nobody sees them, at any cost.
constexpr double rooms = 16;

using words::qt;

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

std::optional<QPointF> pointOf(const QJsonArray &pair)
{
    const QPointF point(pair.at(0).toDouble(2 * farthest), pair.at(1).toDouble(2 * farthest));
    return std::abs(point.x()) <= farthest && std::abs(point.y()) <= farthest ? std::optional(point) : std::nullopt;
}

void readNodes(const QJsonArray &nodes, Handwork &handwork)
{
    for (const QJsonValue &value : nodes) {
        const QJsonArray node = value.toArray();
        const std::string name = node.at(0).toString().toStdString();
        const auto at = pointOf({node.at(1), node.at(2)});
        if (name.empty() || !at || std::abs(at->x()) > rooms * handwork.room.width() || std::abs(at->y()) > rooms * handwork.room.height())
            continue;
        handwork.places.push_back({OrganizationId(name), at->x(), at->y(), node.at(3).toBool()});
    }
    handwork.places = inOrder(std::move(handwork.places));
}

void readOpened(const QJsonArray &ribbons, Handwork &handwork)
{
    for (const QJsonValue &value : ribbons) {
        const QJsonArray ribbon = value.toArray();
        const std::string tail = ribbon.at(0).toString().toStdString();
        const std::string head = ribbon.at(1).toString().toStdString();
        const auto family = parseWord<Family>(ribbon.at(2).toString().toStdString());
        if (!tail.empty() && !head.empty() && family)
            handwork.opened.insert({OrganizationId(tail), OrganizationId(head), *family});
    }
}

} // namespace

Handwork Handwork::in(QSizeF otherRoom) const
{
    if (room.isEmpty() || otherRoom.isEmpty())
        return *this;
    const double zoom = std::min(otherRoom.width() / room.width(), otherRoom.height() / room.height());
    const QPointF middle(room.width() / 2, room.height() / 2);
    const QPointF other(otherRoom.width() / 2, otherRoom.height() / 2);
    Handwork result = *this;
    result.room = otherRoom;
    for (KeptPlace &place : result.places) {
        const QPointF at = other + (QPointF(place.x, place.y) - middle) * zoom;
        place.x = at.x();
        place.y = at.y();
    }
    return result;
}

QString handworkText(const Handwork &handwork)
{
    if (handwork.empty())
        return {};
    QJsonObject object;
    if (!handwork.places.empty()) {
        QJsonArray nodes;
        for (const KeptPlace &place : handwork.places) {
            QJsonArray node{qt(place.organization.text()), rounded(place.x), rounded(place.y)};
            if (place.pinned)
                node.append(true);
            nodes.append(node);
        }
        object[roomKey] = QJsonArray{rounded(handwork.room.width()), rounded(handwork.room.height())};
        object[nodesKey] = nodes;
    }
    if (!handwork.opened.empty()) {
        QJsonArray ribbons;
        for (const network::EdgeKey &ribbon : handwork.opened)
            ribbons.append(QJsonArray{qt(ribbon.tail.text()), qt(ribbon.head.text()), qt(word(ribbon.family))});
        object[openedKey] = ribbons;
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Handwork readHandwork(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    Handwork handwork;
    const auto room = pointOf(object[roomKey].toArray());
    if (room && room->x() >= leastRoom && room->y() >= leastRoom) {
        handwork.room = {room->x(), room->y()};
        readNodes(object[nodesKey].toArray(), handwork);
    }
    readOpened(object[openedKey].toArray(), handwork);
    return handwork;
}

} // namespace dealscape::exporting
