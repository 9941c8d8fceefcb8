// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "drawing/geometry.h"

#include <QJsonArray>

#include <cmath>

namespace dealscape::cli {

namespace {

void declareGeometry(QCommandLineParser &parser)
{
    declareFile(parser);
    declarePicture(parser);
    parser.addOption({QStringLiteral("canvas"),
                      QStringLiteral("What the window shows on a canvas of that size, in place of what an export of --size draws."),
                      QStringLiteral("WxH")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON, which is the only form there is; lengths in pixels.")});
}

/// Thousandths of a pixel say everything and keep the text short.
double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

QJsonObject json(const QRectF &box)
{
    return {{QStringLiteral("x"), rounded(box.x())},
            {QStringLiteral("y"), rounded(box.y())},
            {QStringLiteral("w"), rounded(box.width())},
            {QStringLiteral("h"), rounded(box.height())}};
}

QJsonObject json(const drawing::Geometry::Edge &edge)
{
    QJsonArray deals;
    for (const std::string &deal : edge.deals)
        deals += qt(deal);
    QJsonArray points;
    for (const QPointF &point : edge.points)
        points += QJsonArray{rounded(point.x()), rounded(point.y())};
    return {{QStringLiteral("from"), qt(edge.from)},
            {QStringLiteral("to"), qt(edge.to)},
            {QStringLiteral("deals"), deals},
            {QStringLiteral("width"), rounded(edge.width)},
            {QStringLiteral("points"), points}};
}

QJsonObject json(const drawing::Geometry &geometry)
{
    QJsonArray nodes;
    for (const auto &node : geometry.nodes)
        nodes += QJsonObject{{QStringLiteral("id"), qt(node.id)},
                             {QStringLiteral("x"), rounded(node.x)},
                             {QStringLiteral("y"), rounded(node.y)},
                             {QStringLiteral("radius"), rounded(node.radius)}};
    QJsonArray labels;
    for (const auto &label : geometry.labels)
        labels += QJsonObject{{QStringLiteral("of"), qt(label.of)},
                              {QStringLiteral("text"), label.text},
                              {QStringLiteral("shown"), label.shown},
                              {QStringLiteral("box"), json(label.box)}};
    QJsonArray edges;
    for (const auto &edge : geometry.edges)
        edges += json(edge);
    return {{QStringLiteral("frame"), json(geometry.frame)},
            {QStringLiteral("nodes"), nodes},
            {QStringLiteral("labels"), labels},
            {QStringLiteral("edges"), edges}};
}

bool readCanvas(Call &call, picture::PictureRequest &request)
{
    request.exact = call.parser.isSet(QStringLiteral("canvas"));
    if (request.exact && call.parser.isSet(QStringLiteral("size"))) {
        misuse(call, QStringLiteral("--canvas is a size of its own; leave --size out"));
        return false;
    }
    return !request.exact || readSize(call, QStringLiteral("canvas"), request.pixels);
}

int describe(Call &call)
{
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    auto request = pictureRequest(call, *dataset);
    if (!request || !readCanvas(call, *request))
        return Usage;
    const Index index(*dataset);
    const picture::Picture picture = picture::picture(index, *request);
    print(call.out, json(drawing::geometry(index, picture.network, picture.drawing, picture.magnification)));
    return Ok;
}

} // namespace

const Command geometryCommand = {"geometry", "print where the export draws what, as JSON", declareGeometry, describe};

} // namespace dealscape::cli
