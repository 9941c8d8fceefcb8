// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/sources.h"

#include "view/numbers.h"
#include "view/plain.h"
#include "view/text.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <numeric>

namespace dealscape::view {

namespace {

constexpr double headHeight = 24;
constexpr double lineStep = 15;
constexpr double entryGap = 4;
constexpr double numberWidth = 20;
constexpr double textIndent = 28;

/// Numbers sources as they are met.
class Numbering {
public:
    Numbering(const Index &index, NumberedSources &result) : m_index(index), m_result(result) {}

    void add(std::vector<int> &numbers, const SourceId &id)
    {
        const Source *source = m_index.source(id);
        if (!source)
            return;
        const auto [found, added] = m_numbers.try_emplace(id, static_cast<int>(m_result.list.size()) + 1);
        if (added)
            m_result.list.push_back(source);
        if (std::ranges::find(numbers, found->second) == numbers.end())
            numbers.push_back(found->second);
    }

private:
    const Index &m_index;
    NumberedSources &m_result;
    std::map<SourceId, int> m_numbers;
};

struct Word {
    QString text;
    FontRole font = FontRole::Small;
};

using Line = std::vector<Word>;

QStringList wordsOf(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

/// "Publisher, 3 July 2025. Title" as words.
Line wordsOf(const Source &source)
{
    const QString date = source.date ? plain(source.date->spoken()) : QString();
    const QStringList title = wordsOf(plain(source.title).simplified());
    Line words;
    const auto close = [&words](QChar mark) {
        if (!words.empty())
            words.back().text += mark;
    };
    for (const QString &word : wordsOf(plain(source.publisher).simplified()))
        words.push_back({word, FontRole::SmallBold});
    if (!date.isEmpty())
        close(u',');
    for (const QString &word : wordsOf(date))
        words.push_back({word, FontRole::Small});
    if (!title.isEmpty())
        close(u'.');
    for (const QString &word : title)
        words.push_back({word, FontRole::Small});
    return words;
}

/// The words broken into lines; one too long for a line is shortened.
std::vector<Line> sourceLines(Line words, double width)
{
    std::vector<Line> lines(1);
    double filled = 0;
    for (Word &word : words) {
        word.text = shortened(word.text, word.font, width);
        const double space = textWidth(QStringLiteral(" "), word.font);
        if (!lines.back().empty() && filled + space + textWidth(word.text, word.font) > width) {
            lines.emplace_back();
            filled = 0;
        }
        if (!lines.back().empty())
            word.text.prepend(u' ');
        filled += textWidth(word.text, word.font);
        lines.back().push_back(word);
    }
    return lines;
}

void drawLine(Sheet &sheet, double left, double top, const Line &line)
{
    for (const Word &word : line) {
        const bool strong = word.font == FontRole::SmallBold;
        sheet.line(left, top, word.text, word.font, strong ? sheet.colours().text : sheet.colours().textSecond);
        left += textWidth(word.text, word.font);
    }
}

} // namespace

NumberedSources numberedSources(const Index &index, const Network &network)
{
    NumberedSources result;
    result.ofEdge.resize(network.edges.size());
    std::vector<std::size_t> order(network.edges.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t edge) { return network.edges[edge].value.at(Bound::High); });
    Numbering numbering(index, result);
    for (const std::size_t edge : order) {
        std::vector<int> &numbers = result.ofEdge[edge];
        for (const int position : network.edges[edge].deals)
            if (const Deal &deal = index.dataset().deals[static_cast<std::size_t>(position)]; !deal.sources.empty())
                numbering.add(numbers, deal.sources.front());
        if (network.edges[edge].deals.empty() && index.dataset().articleSource)
            numbering.add(numbers, *index.dataset().articleSource);
        std::ranges::sort(numbers);
    }
    return result;
}

int listedIn(const NumberedSources &sources, const QRectF &frame)
{
    const double last = frame.bottom() - lineStep - entryGap;
    double top = frame.top() + headHeight;
    int listed = 0;
    for (const Source *source : sources.list) {
        const double height = lineStep * static_cast<double>(sourceLines(wordsOf(*source), frame.width() - textIndent).size());
        if (top + height > last)
            break;
        top += height + entryGap;
        ++listed;
    }
    return listed;
}

QString numbersOf(const Index &index, const NumberedSources &sources, const EdgeMark &mark, int listed)
{
    constexpr qsizetype most = 3;
    QStringList words;
    for (const int number : sources.ofEdge[static_cast<std::size_t>(mark.edge)]) {
        const Source *source = sources.list[static_cast<std::size_t>(number - 1)];
        const Deal *lane = mark.deal < 0 ? nullptr : &index.dataset().deals[static_cast<std::size_t>(mark.deal)];
        if (number <= listed && (!lane || (!lane->sources.empty() && lane->sources.front() == source->id)))
            words << QString::number(number);
    }
    if (words.size() > most + 1)
        words = words.first(most) << QStringLiteral("…");
    return words.join(u',');
}

void drawSources(Sheet &sheet, const NumberedSources &sources, int sourcesInView, const QRectF &frame)
{
    const Theme &colours = sheet.colours();
    sheet.line(frame.left(), frame.top(), QStringLiteral("Sources, numbered on the edges"), FontRole::SmallBold, colours.text);
    double top = frame.top() + headHeight;
    const int shown = listedIn(sources, frame);
    for (int i = 0; i < shown; ++i) {
        sheet.lineRight(frame.left() + numberWidth, top, QString::number(i + 1), FontRole::Figure, colours.textSecond);
        for (const Line &line : sourceLines(wordsOf(*sources.list[static_cast<std::size_t>(i)]), frame.width() - textIndent)) {
            drawLine(sheet, frame.left() + textIndent, top, line);
            top += lineStep;
        }
        top += entryGap;
    }
    if (const int more = sourcesInView - shown; more > 0)
        sheet.line(frame.left() + textIndent, top,
                   counted(more, QStringLiteral("more source"), QStringLiteral("more sources")) + QStringLiteral(" in the dataset"),
                   FontRole::Small, colours.textSecond);
}

} // namespace dealscape::view
