// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/chrome.h"

#include "network/network.h"
#include "picture/sources.h"
#include "style/text.h"
#include "words/numbers.h"

namespace dealscape::picture {

namespace {

void drawTitle(drawing::ChromeSheet &sheet, const Page &page)
{
    const QRectF &frame = page.frames.title;
    const style::Theme &colours = sheet.colours();
    double top = frame.top();
    for (const QString &line : page.titleLines) {
        sheet.line(frame.left(), top - (style::lineHeight(style::FontRole::Title) - Measures::titleLine) / 2, line, style::FontRole::Title,
                   colours.text);
        top += Measures::titleLine;
    }
    top += Measures::titleGap;
    for (const Words &line : page.titleSmall) {
        sheet.line(frame.left(), top, line.text, line.font, line.font == style::FontRole::Small ? colours.textSecond : colours.text);
        top += Measures::smallLine;
    }
}

void drawAsOf(drawing::ChromeSheet &sheet, const Page &page)
{
    double top = page.frames.asOf.top();
    for (const Words &line : page.asOf) {
        const bool strong = line.font == style::FontRole::SmallBold;
        sheet.lineRight(page.frames.asOf.right(), top, line.text, line.font, strong ? sheet.colours().text : sheet.colours().textSecond);
        top += Measures::asOfLine;
    }
}

void drawTrail(drawing::ChromeSheet &sheet, const Page &page)
{
    const QRectF &frame = page.frames.trail;
    double top = frame.top();
    for (const Words &line : page.trailWords) {
        const double height = line.font == style::FontRole::Title ? Measures::titleLine : style::lineHeight(line.font);
        sheet.line(frame.left(), top - (style::lineHeight(line.font) - height) / 2, line.text, line.font,
                   line.font == style::FontRole::Small ? sheet.colours().textSecond : sheet.colours().text);
        top += height;
    }
}

void drawPill(drawing::ChromeSheet &sheet, const QRectF &footer, int hiddenLabels, bool fading)
{
    if (hiddenLabels == 0)
        return;
    constexpr double iconSize = 14;
    const QString text = words::counted(hiddenLabels, QStringLiteral("label hidden"), QStringLiteral("labels hidden")) +
        (fading ? QStringLiteral(": faded") : QString());
    const double width = style::textWidth(text, style::FontRole::Small) + iconSize + 8 + 2 * 10;
    const QRectF box(footer.right() - width, footer.bottom() - Measures::pillHeight, width, Measures::pillHeight);
    QPainterPath path;
    path.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Measures::pillHeight / 2, Measures::pillHeight / 2);
    sheet.aim({drawing::TargetKind::HiddenLabels, hiddenLabels}, box);
    sheet.outlined(path, sheet.colours().field, sheet.colours().border, 1);
    sheet.icon(style::Icon::EyeOff, {box.left() + 10 + iconSize / 2, box.center().y()}, iconSize, sheet.colours().textSecond);
    sheet.line(box.left() + 10 + iconSize + 8, box.center().y() - Measures::smallLine / 2, text, style::FontRole::Small,
               sheet.colours().textSecond);
    sheet.release();
}

/// The last line of a page below a rule: what the scales mean and what is hidden, and what the page ends on.
void drawPageFooter(drawing::ChromeSheet &sheet, const Page &page, int hiddenLabels)
{
    const QRectF &footer = page.frames.footer;
    QPainterPath rule({footer.left(), footer.top()});
    rule.lineTo(footer.right(), footer.top());
    sheet.stroke(rule, sheet.colours().border, 1);
    const double top = footer.bottom() - Measures::smallLine;
    const double signature = style::textWidth(page.signature, style::FontRole::SmallBold);
    sheet.lineRight(footer.right(), top, page.signature, style::FontRole::SmallBold, sheet.colours().textSecond);
    QString words = page.footerLines.join(u' ');
    if (hiddenLabels > 0) {
        const QString hidden =
            words::counted(hiddenLabels, QStringLiteral("label"), QStringLiteral("labels")) + QStringLiteral(" not shown");
        words += u' ' + hidden + (page.trailWords.empty() ? QStringLiteral(".") : QStringLiteral(": faded."));
        sheet.aim({drawing::TargetKind::HiddenLabels, hiddenLabels}, footer);
    }
    sheet.line(footer.left(), top, style::shortened(words, style::FontRole::Small, footer.width() - signature - 24), style::FontRole::Small,
               sheet.colours().textSecond);
    sheet.release();
}

void drawFooter(drawing::ChromeSheet &sheet, const Page &page)
{
    if (page.footerLines.isEmpty())
        return;
    const QRectF &footer = page.frames.footer;
    double top = footer.bottom() - (Measures::pillHeight + Measures::smallLine) / 2 -
        Measures::smallLine * static_cast<double>(page.footerLines.size() - 1);
    for (const QString &line : page.footerLines) {
        sheet.line(footer.left(), top, line, style::FontRole::Small, sheet.colours().textSecond);
        top += Measures::smallLine;
    }
}

void drawEmptyState(drawing::ChromeSheet &sheet, const QRectF &plot, const Dataset &dataset)
{
    const bool bare = dataset.deals.empty();
    const QPointF centre = plot.center();
    sheet.icon(bare ? style::Icon::Plus : style::Icon::Filter, centre - QPointF(0, 44), 32, sheet.colours().textThird);
    sheet.lineCentred(centre.x(), centre.y() - 12, bare ? QStringLiteral("No deals yet") : QStringLiteral("No deal passes the filter"),
                      style::FontRole::BodyBold, sheet.colours().text);
    sheet.lineCentred(centre.x(), centre.y() + 12,
                      bare ? QStringLiteral("Add two organisations and a deal between them.")
                           : QStringLiteral("Take away a filter, or widen the focus."),
                      style::FontRole::Small, sheet.colours().textSecond);
}

} // namespace

std::vector<drawing::ChromeMark> chrome(const Index &index, const network::Network &network, const Page &page, style::ThemeKind theme,
                                        int hiddenLabels, Scaling scaling)
{
    drawing::ChromeSheet sheet(theme);
    drawTitle(sheet, page);
    drawAsOf(sheet, page);
    if (!page.frames.strip.isEmpty())
        drawStrip(sheet, page.strip, page.frames.strip, page.notes, page.stripRows);
    if (page.legend)
        drawLegend(sheet, *page.legend, page.frames.legend.topLeft(), scaling);
    if (!page.frames.sources.isEmpty())
        drawSources(sheet, *page.sources, network.sources, page.frames.sources);
    drawTrail(sheet, page);
    if (!page.signature.isEmpty())
        drawPageFooter(sheet, page, page.parts & Part::HiddenLabels ? hiddenLabels : 0);
    else
        drawFooter(sheet, page);
    if (page.signature.isEmpty() && page.parts & Part::HiddenLabels && !page.frames.footer.isEmpty())
        drawPill(sheet, page.frames.footer, hiddenLabels, !page.trailWords.empty());
    if (network.nodes.empty())
        drawEmptyState(sheet, page.frames.plot, index.dataset());
    return sheet.take();
}

} // namespace dealscape::picture
