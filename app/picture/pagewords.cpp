// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/pagewords.h"

#include "network/network.h"
#include "network/sentence.h"
#include "style/text.h"
#include "words/plain.h"

#include <algorithm>

namespace dealscape::picture {

QString titleOf(const Index &index, const Style &style)
{
    return (style.title.isEmpty() ? words::plain(index.dataset().title) : style.title).simplified();
}

std::vector<Words> asOfWords(const network::View &view, const Style &style)
{
    std::vector<Words> words;
    const Lens lens = view.perspective.lens;
    const bool reported = view.perspective.asReported;
    if (style.parts & Part::Strip)
        words.push_back({reported                  ? QStringLiteral("As the article states it, not counted once")
                             : lens == Lens::Value ? QStringLiteral("Counted once, low to high bound")
                             : lens == Lens::Power ? QStringLiteral("Planned capacity, counted once")
                                                   : QStringLiteral("Number of deals, counted once")});
    if (style.parts & Part::AsOf)
        words.push_back({network::asOfSentence(view), style::FontRole::SmallBold});
    if ((style.parts & Part::Strip) && !reported && lens != Lens::Deals)
        words.push_back({lens == Lens::Value ? QStringLiteral("Rows are not added: capital pays for compute")
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

std::vector<Words> trailWords(TrailForm form, const Index &index, const network::Network &network, const network::LitTrail &trail,
                              double width, double pictureHeight)
{
    if (form == TrailForm::Line)
        return {
            {style::shortened(network::trailLine(index, network, trail), style::FontRole::SmallBold, width), style::FontRole::SmallBold}};
    constexpr double roomyHeight = 760;
    const QString sentence = network::trailSentence(index, network, trail);
    const bool roomy =
        form == TrailForm::Full && pictureHeight >= roomyHeight && paragraph(sentence, style::FontRole::Title, width).size() <= 2;
    const style::FontRole font = roomy ? style::FontRole::Title
        : form == TrailForm::Small     ? style::FontRole::SmallBold
                                       : style::FontRole::BodyBold;
    std::vector<Words> words;
    for (const QString &line : roomy ? titleLinesOf(sentence, width) : paragraph(sentence, font, width))
        words.push_back({line, font});
    if (form == TrailForm::Full)
        for (const QString &line : paragraph(network::trailNote(trail), style::FontRole::Small, width))
            words.push_back({line, style::FontRole::Small});
    return words;
}

double heightOf(const std::vector<Words> &words)
{
    double height = 0;
    for (const Words &line : words)
        height += line.font == style::FontRole::Title ? Measures::titleLine : style::lineHeight(line.font);
    return height;
}

double widest(const std::vector<Words> &words)
{
    double width = 0;
    for (const Words &line : words)
        width = std::max(width, style::textWidth(line.text, line.font));
    return width;
}

QStringList paragraph(const QString &text, style::FontRole font, double width)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (line.isEmpty() || style::textWidth(longer, font) <= width) {
            line = longer;
            continue;
        }
        lines << style::shortened(line, font, width);
        line = word;
    }
    if (!line.isEmpty())
        lines << style::shortened(line, font, width);
    return lines;
}

QStringList titleLinesOf(const QString &title, double width)
{
    if (style::textWidth(title, style::FontRole::Title) <= width)
        return {title};
    qsizetype best = -1;
    double least = width;
    for (qsizetype at = title.indexOf(u' '); at >= 0; at = title.indexOf(u' ', at + 1)) {
        const double wider =
            std::max(style::textWidth(title.left(at), style::FontRole::Title), style::textWidth(title.mid(at + 1), style::FontRole::Title));
        if (wider > least)
            continue;
        best = at;
        least = wider;
    }
    return best < 0 ? style::wrapped(title, style::FontRole::Title, width) : QStringList{title.left(best), title.mid(best + 1)};
}

} // namespace dealscape::picture
