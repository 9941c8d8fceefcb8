// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/sources.h"

#include "style/text.h"
#include "words/numbers.h"
#include "words/plain.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace dealscape::picture {

namespace {

constexpr double headHeight = 24;

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
    style::FontRole font = style::FontRole::Small;
};

using Line = std::vector<Word>;

QStringList wordsOf(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

/// "Publisher, 3 July 2025. Title" as words.
Line wordsOf(const Source &source)
{
    const QString date = source.date ? words::plain(source.date->spoken()) : QString();
    const QStringList title = wordsOf(words::plain(source.title).simplified());
    Line words;
    const auto close = [&words](QChar mark) {
        if (!words.empty())
            words.back().text += mark;
    };
    for (const QString &word : wordsOf(words::plain(source.publisher).simplified()))
        words.push_back({word, style::FontRole::SmallBold});
    if (!date.isEmpty())
        close(u',');
    for (const QString &word : wordsOf(date))
        words.push_back({word, style::FontRole::Small});
    if (!title.isEmpty())
        close(u'.');
    for (const QString &word : title)
        words.push_back({word, style::FontRole::Small});
    return words;
}

/// The words broken into lines; one too long for a line is shortened.
std::vector<Line> sourceLines(Line words, double width)
{
    std::vector<Line> lines(1);
    double filled = 0;
    for (Word &word : words) {
        word.text = style::shortened(word.text, word.font, width);
        const double space = style::textWidth(QStringLiteral(" "), word.font);
        if (!lines.back().empty() && filled + space + style::textWidth(word.text, word.font) > width) {
            lines.emplace_back();
            filled = 0;
        }
        if (!lines.back().empty())
            word.text.prepend(u' ');
        filled += style::textWidth(word.text, word.font);
        lines.back().push_back(word);
    }
    return lines;
}

void drawLine(drawing::ChromeSheet &sheet, double left, double top, const Line &line)
{
    for (const Word &word : line) {
        const bool strong = word.font == style::FontRole::SmallBold;
        sheet.line(left, top, word.text, word.font, strong ? sheet.colours().text : sheet.colours().textSecond);
        left += style::textWidth(word.text, word.font);
    }
}

/// "Publisher, 3 July 2025" in one line, as much of it as has room; in a small type the publisher is not bold.
Line briefLine(const Source &source, bool small, double width)
{
    const QString date = source.date ? words::plain(source.date->spoken()) : QString();
    const QString publisher = words::plain(source.publisher).simplified();
    const style::FontRole strong = small ? style::FontRole::Raised : style::FontRole::SmallBold;
    const style::FontRole weak = small ? style::FontRole::Raised : style::FontRole::Small;
    const QString rest = date.isEmpty() ? QString() : u' ' + date;
    const double room = width - style::textWidth(rest, weak);
    Line line{{style::shortened(rest.isEmpty() ? publisher : publisher + u',', strong, room), strong}};
    if (!rest.isEmpty())
        line.push_back({rest, weak});
    return line;
}

/// Measures of one form of the list.
struct Setting {
    double column;
    double step;
    double gap;
    double number;
    double indent;
    style::FontRole figure;
};

Setting settingOf(SourceForm form)
{
    switch (form) {
    case SourceForm::Full:
        return {sourceColumn, 15, 4, 20, 28, style::FontRole::Figure};
    case SourceForm::Brief:
        return {sourceColumn, 15, 0, 20, 28, style::FontRole::Figure};
    case SourceForm::Small:
        break;
    }
    return {(sourceColumn - 12) / 2, 11, 0, 14, 19, style::FontRole::Raised};
}

std::vector<Line> linesIn(const Source &source, SourceForm form)
{
    const Setting setting = settingOf(form);
    const double width = setting.column - setting.indent;
    if (form == SourceForm::Full)
        return sourceLines(wordsOf(source), width);
    return {briefLine(source, form == SourceForm::Small, width)};
}

/// Fills the columns of a frame below its head, one source after the other.
class Columns {
public:
    Columns(SourceForm form, const QRectF &frame)
        : m_setting(settingOf(form)), m_frame(frame), m_left(frame.left()), m_top(frame.top() + headHeight)
    {}

    /// Where a source of so many lines stands; nothing when there is no room left. One line is kept free at the end.
    std::optional<QPointF> place(std::size_t lines)
    {
        const double height = m_setting.step * static_cast<double>(lines);
        const auto fits = [&] { return m_top + height <= m_frame.bottom() - m_setting.step - m_setting.gap; };
        if (!fits() && hasNext()) {
            m_left += m_setting.column + gap();
            m_top = m_frame.top() + headHeight;
        }
        if (!fits())
            return std::nullopt;
        const QPointF at(m_left, m_top);
        m_top += height + m_setting.gap;
        return at;
    }

    /// Where the last line stands.
    QPointF end() const { return {m_left + m_setting.indent, m_top}; }

private:
    double gap() const { return m_setting.column < sourceColumn ? 12 : sourceGap; }
    bool hasNext() const { return m_left + 2 * m_setting.column + gap() <= m_frame.right() + 0.5; }

    Setting m_setting;
    QRectF m_frame;
    double m_left;
    double m_top;
};

int fitting(const std::vector<const Source *> &sources, SourceForm form, const QRectF &frame)
{
    Columns columns(form, frame);
    int listed = 0;
    for (const Source *source : sources) {
        if (!columns.place(linesIn(*source, form).size()))
            break;
        ++listed;
    }
    return listed;
}

/// Draws sources with their numbers from `first` on, as many as find room; gives how many, and where the next would stand.
std::pair<int, QPointF> fill(drawing::ChromeSheet &sheet, const std::vector<const Source *> &sources, std::size_t first, SourceForm form,
                             const QRectF &frame)
{
    const Setting setting = settingOf(form);
    Columns columns(form, frame);
    int drawn = 0;
    for (std::size_t i = first; i < sources.size(); ++i, ++drawn) {
        const std::vector<Line> lines = linesIn(*sources[i], form);
        auto at = columns.place(lines.size());
        if (!at)
            break;
        sheet.lineRight(at->x() + setting.number, at->y(), QString::number(i + 1), setting.figure, sheet.colours().textSecond);
        for (const Line &line : lines) {
            drawLine(sheet, at->x() + setting.indent, at->y(), line);
            at->ry() += setting.step;
        }
    }
    return {drawn, columns.end()};
}

} // namespace

NumberedSources numberedSources(const Index &index, const network::Network &network)
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

QString numbersOf(const Index &index, const NumberedSources &sources, const drawing::EdgeMark &mark)
{
    std::vector<int> numbers;
    for (const int number : sources.ofEdge[static_cast<std::size_t>(mark.edge)]) {
        const Source *source = sources.list[static_cast<std::size_t>(number - 1)];
        const Deal *lane = mark.deal < 0 ? nullptr : &index.dataset().deals[static_cast<std::size_t>(mark.deal)];
        if (!lane || (!lane->sources.empty() && lane->sources.front() == source->id))
            numbers.push_back(number);
    }
    QStringList words;
    for (std::size_t first = 0; first < numbers.size();) {
        std::size_t last = first;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        // Two neighbours are no shorter as a run.
        if (last == first + 1)
            last = first;
        words << (last == first ? QString::number(numbers[first]) : QStringLiteral("%1–%2").arg(numbers[first]).arg(numbers[last]));
        first = last + 1;
    }
    return words.join(u',');
}

SourceList sourceList(const NumberedSources &sources, const QRectF &frame)
{
    SourceList list;
    for (const SourceForm form : {SourceForm::Full, SourceForm::Brief, SourceForm::Small}) {
        list = {form, fitting(sources.list, form, frame)};
        if (list.listed == static_cast<int>(sources.list.size()))
            break;
    }
    return list;
}

double leastSourcesHeight(const NumberedSources &sources, double width)
{
    const Setting setting = settingOf(SourceForm::Small);
    const double columns = std::max(1.0, std::floor((width + 12) / (setting.column + 12)));
    return headHeight + setting.step * (std::ceil(static_cast<double>(sources.list.size()) / columns) + 1) + 1;
}

void drawSources(drawing::ChromeSheet &sheet, const NumberedSources &sources, int sourcesInView, const QRectF &frame)
{
    const style::Theme &colours = sheet.colours();
    sheet.line(frame.left(), frame.top(), QStringLiteral("Sources, numbered on the edges"), style::FontRole::SmallBold, colours.text);
    const SourceForm form = sourceList(sources, frame).form;
    const auto [shown, end] = fill(sheet, sources.list, 0, form, frame);
    if (const int more = sourcesInView - shown; more > 0)
        sheet.line(end.x(), end.y(),
                   words::counted(more, QStringLiteral("more source"), QStringLiteral("more sources")) + QStringLiteral(" in the dataset"),
                   form == SourceForm::Small ? style::FontRole::Raised : style::FontRole::Small, colours.textSecond);
}

std::vector<drawing::Drawing> sourcePages(const NumberedSources &sources, QSizeF size, style::ThemeKind theme)
{
    constexpr double margin = 48;
    const QRectF frame = QRectF(QPointF(), size).adjusted(margin, margin, -margin, -margin / 2);
    std::vector<drawing::Drawing> pages;
    for (std::size_t next = 0; next < sources.list.size();) {
        drawing::ChromeSheet sheet(theme);
        sheet.line(frame.left(), frame.top(), QStringLiteral("Sources, numbered on the edges"), style::FontRole::SmallBold,
                   sheet.colours().text);
        const int drawn = fill(sheet, sources.list, next, SourceForm::Full, frame).first;
        drawing::Drawing &page = pages.emplace_back();
        page.theme = theme;
        page.size = size;
        page.chrome = sheet.take();
        next += static_cast<std::size_t>(std::max(1, drawn));
    }
    return pages;
}

} // namespace dealscape::picture
