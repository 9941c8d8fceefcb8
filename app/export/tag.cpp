// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/tag.h"

#include "io/perspectivetext.h"
#include "io/writer.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace dealscape::exporting {

namespace {

const QString perspectiveKey = QStringLiteral("Dealscape perspective");
const QString handworkKey = QStringLiteral("Dealscape handwork");
const QString datasetKey = QStringLiteral("Dealscape dataset");
const QString titleKey = QStringLiteral("Title");

} // namespace

QString hashOf(const Dataset &dataset)
{
    const std::string text = io::writeDataset(dataset);
    const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
    return QString::fromLatin1(QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256).toHex());
}

Tag tagOf(const Dataset &dataset, const Perspective &perspective)
{
    return {perspective, hashOf(dataset), QString::fromStdString(dataset.title).simplified(), {}};
}

std::vector<PngText> textsOf(const Tag &tag)
{
    std::vector<PngText> texts{{titleKey, tag.dataset},
                               {QStringLiteral("Software"), QStringLiteral("Dealscape")},
                               {datasetKey, tag.hash},
                               {perspectiveKey, QString::fromStdString(io::perspectiveText(tag.perspective))}};
    if (!tag.handwork.empty())
        texts.push_back({handworkKey, handworkText(tag.handwork)});
    return texts;
}

bool knows(const Index &index, const Perspective &perspective)
{
    if (perspective.focus && !index.organization(perspective.focus->organization))
        return false;
    if (perspective.trail)
        for (const OrganizationId &id : perspective.trail->organizations)
            if (!index.organization(id))
                return false;
    for (const OrganizationId &id : perspective.filter.organizations)
        if (!index.organization(id))
            return false;
    for (const LayerId &id : perspective.filter.layers)
        if (!index.layer(id))
            return false;
    return true;
}

Result<Tag> readTag(const QString &path)
{
    const auto texts = readPngTexts(path);
    if (!texts)
        return Failure(texts.error());
    const std::string name = QFileInfo(path).fileName().toStdString();
    const auto text = [&](const QString &key) {
        const auto found = std::ranges::find(*texts, key, &PngText::key);
        return found == texts->end() ? QString() : found->text;
    };
    const QString perspective = text(perspectiveKey);
    if (perspective.isEmpty())
        return Failure(name + " says nothing about a view: it was not written by Dealscape, or another program has taken its text away");
    auto read = io::readPerspective(perspective.toStdString());
    if (!read)
        return Failure(name + " holds a view that cannot be understood: " + read.error());
    return Tag{std::move(*read), text(datasetKey), text(titleKey).simplified(), readHandwork(text(handworkKey))};
}

} // namespace dealscape::exporting
