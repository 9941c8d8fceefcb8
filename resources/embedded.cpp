// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/embedded.h"

#include <QFontDatabase>
#include <QResource>
#include <QString>

#include <array>

// The macro declares a function of the global namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(dealscape);
}

namespace dealscape::resources {

namespace {

constexpr std::array faces = {":/fonts/DealscapeSans-Regular.otf", ":/fonts/DealscapeSans-SemiBold.otf",
                              ":/fonts/DealscapeTabular-Regular.otf", ":/fonts/DealscapeTabular-SemiBold.otf"};

bool addFaces()
{
    open();
    bool complete = true;
    for (const char *face : faces)
        complete = QFontDatabase::addApplicationFont(QString::fromLatin1(face)) >= 0 && complete;
    return complete;
}

} // namespace

void open()
{
    static const bool registered = (registerResources(), true);
    static_cast<void>(registered);
}

bool loadTypeface()
{
    static const bool complete = addFaces();
    return complete;
}

std::string_view defaultDataset()
{
    open();
    const QResource resource(QStringLiteral(":/data/ai-infrastructure.json"));
    return {reinterpret_cast<const char *>(resource.data()), static_cast<std::size_t>(resource.size())};
}

} // namespace dealscape::resources
