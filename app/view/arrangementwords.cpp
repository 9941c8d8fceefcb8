// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/arrangementwords.h"

#include "view/plain.h"
#include "view/sentence.h"
#include "view/text.h"

#include <algorithm>

namespace dealscape::view {

QString titleOf(const Index &index, const Style &style)
{
    return (style.title.isEmpty() ? plain(index.dataset().title) : style.title).simplified();
}

std::vector<Words> asOfWords(const Index &index, const Perspective &perspective, const Network &network, const Style &style)
{
    std::vector<Words> words;
    const bool reported = perspective.asReported;
    if (style.parts & Part::Strip)
        words.push_back({reported                              ? QStringLiteral("As the article states it, not counted once")
                             : perspective.lens == Lens::Value ? QStringLiteral("Counted once, low to high bound")
                             : perspective.lens == Lens::Power ? QStringLiteral("Planned capacity, counted once")
                                                               : QStringLiteral("Number of deals, counted once")});
    if (style.parts & Part::AsOf)
        words.push_back({asOfSentence(index, perspective, network), FontRole::SmallBold});
    if ((style.parts & Part::Strip) && !reported && perspective.lens != Lens::Deals)
        words.push_back({perspective.lens == Lens::Value ? QStringLiteral("Rows are not added: capital pays for compute")
                                                         : QStringLiteral("Rows are not added: layers share electricity")});
    return words;
}

QString scalesSentence(const Perspective &perspective)
{
    const QString area = QStringLiteral(" Area: money in and out at the high bound.");
    switch (perspective.lens) {
    case Lens::Value:
        return QStringLiteral("Width and core: low bound. Halo: high bound.") + area;
    case Lens::Power:
        return QStringLiteral("Width: planned capacity.") + area;
    case Lens::Deals:
        return QStringLiteral("Width: number of deals.") + area;
    }
    return area.trimmed();
}

std::vector<Words> trailWords(TrailForm form, const Index &index, const Network &network, const LitTrail &trail, double width,
                              double pictureHeight)
{
    if (form == TrailForm::Line)
        return {{shortened(trailLine(index, network, trail), FontRole::SmallBold, width), FontRole::SmallBold}};
    constexpr double roomyHeight = 760;
    const QString sentence = trailSentence(index, network, trail);
    const bool roomy = form == TrailForm::Full && pictureHeight >= roomyHeight && paragraph(sentence, FontRole::Title, width).size() <= 2;
    const FontRole font = roomy ? FontRole::Title : form == TrailForm::Small ? FontRole::SmallBold : FontRole::BodyBold;
    std::vector<Words> words;
    for (const QString &line : roomy ? titleLinesOf(sentence, width) : paragraph(sentence, font, width))
        words.push_back({line, font});
    if (form == TrailForm::Full)
        for (const QString &line : paragraph(trailNote(trail), FontRole::Small, width))
            words.push_back({line, FontRole::Small});
    return words;
}

double heightOf(const std::vector<Words> &words)
{
    double height = 0;
    for (const Words &line : words)
        height += line.font == FontRole::Title ? Measures::titleLine : lineHeight(line.font);
    return height;
}

double widest(const std::vector<Words> &words)
{
    double width = 0;
    for (const Words &line : words)
        width = std::max(width, textWidth(line.text, line.font));
    return width;
}

QStringList paragraph(const QString &text, FontRole font, double width)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (line.isEmpty() || textWidth(longer, font) <= width) {
            line = longer;
            continue;
        }
        lines << shortened(line, font, width);
        line = word;
    }
    if (!line.isEmpty())
        lines << shortened(line, font, width);
    return lines;
}

QStringList titleLinesOf(const QString &title, double width)
{
    if (textWidth(title, FontRole::Title) <= width)
        return {title};
    qsizetype best = -1;
    double least = width;
    for (qsizetype at = title.indexOf(u' '); at >= 0; at = title.indexOf(u' ', at + 1)) {
        const double wider = std::max(textWidth(title.left(at), FontRole::Title), textWidth(title.mid(at + 1), FontRole::Title));
        if (wider > least)
            continue;
        best = at;
        least = wider;
    }
    return best < 0 ? wrapped(title, FontRole::Title, width) : QStringList{title.left(best), title.mid(best + 1)};
}

} // namespace dealscape::view
