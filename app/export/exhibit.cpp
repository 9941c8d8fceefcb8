// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exhibit.h"

#include "export/filing.h"
#include "export/pptx.h"
#include "export/svg.h"
#include "export/tag.h"
#include "export/webpage.h"
#include "picture/sources.h"

#include <QBuffer>

#include <algorithm>

namespace dealscape::exporting {

namespace {

/// Of the way to a PNG, what painting takes.
constexpr double painting = 0.6;

picture::PictureRequest requestOf(const PictureOptions &options, const Sight &sight)
{
    picture::PictureRequest request = requestFor(options, sight.perspective);
    request.whole = sight.whole;
    if (options.scope == Scope::View) {
        request.hands = sight.hands;
        request.opened = sight.opened;
    }
    return request;
}

QSizeF paperOf(const PictureOptions &options)
{
    const Extent extent = options.extent();
    return extent.unit() == Unit::Millimetres ? extent.millimetres() : QSizeF();
}

} // namespace

Progress part(const Progress &whole, double from, double to)
{
    return {[whole, from, to](double share) { whole(from + (to - from) * share); }, whole.cancelled};
}

Exhibit::Exhibit(const Index &index, const PictureOptions &options, const Sight &sight, const Progress &progress)
    : m_index(index),
      m_options(options),
      m_request(requestOf(options, sight)),
      m_story(sight.story),
      m_comparing(sight.comparing),
      m_picture(picture::picture(index, m_request, progress))
{
    if (options.scope == Scope::View)
        m_handwork = sight.handwork;
    if (!(options.parts & picture::Part::Sources) || progress.stop())
        return;
    const picture::NumberedSources &sources = *m_picture.page.sources;
    const QRectF &frame = m_picture.page.frames.sources;
    if (frame.isEmpty() || picture::sourceList(sources, frame).form != picture::SourceForm::Full)
        m_sources = picture::sourcePages(sources, m_picture.drawing.size, options.theme);
}

QString Exhibit::title() const
{
    return (m_options.title.isEmpty() ? QString::fromStdString(m_index.dataset().title) : m_options.title).simplified();
}

const QImage &Exhibit::image(const Progress &progress)
{
    if (m_image.isNull())
        m_image = picture::render(m_picture, m_request, progress);
    return m_image;
}

QImage Exhibit::sample(double share, const Progress &progress) const
{
    picture::Picture picture = m_picture;
    picture.magnification *= share;
    picture::PictureRequest request = m_request;
    request.pixels = (QSizeF(request.pixels) * share).toSize();
    return picture::render(picture, request, progress);
}

QByteArray Exhibit::svg() const
{
    return exporting::svg(m_index, m_picture.network, m_picture.drawing,
                          {.letters = m_options.letters,
                           .transparent = m_options.transparent,
                           .magnification = m_picture.magnification,
                           .millimetres = paperOf(m_options),
                           .title = title()});
}

const Story *Exhibit::story() const
{
    const auto &stories = m_index.dataset().stories;
    const auto told = m_story ? std::ranges::find(stories, *m_story, &Story::id) : stories.end();
    return told == stories.end() ? nullptr : &*told;
}

QByteArray Exhibit::slides(const Progress &progress) const
{
    if (const Story *told = story())
        return pptx(m_index,
                    Deck{*told, 1, m_options.theme, m_options.author, m_comparing ? m_comparing(m_index.dataset(), *told) : Comparisons()},
                    progress);
    return pptx(m_index, m_picture, title(), m_options.author);
}

QByteArray Exhibit::html(const Progress &progress) const
{
    WebPage page{m_request.perspective, m_request.hands, m_request.whole, m_request.opened};
    page.story = story();
    page.title = title();
    page.author = m_options.author;
    return webPage(m_index, page, progress);
}

PdfPage Exhibit::page() const
{
    const auto make = m_options.transparent ? pageWithoutGround : pageOf;
    return make(m_picture.drawing, paperOf(m_options));
}

std::vector<PdfPage> Exhibit::pages() const
{
    std::vector<PdfPage> all{page()};
    for (const drawing::Drawing &list : m_sources)
        all.push_back(pageOf(list, paperOf(m_options)));
    return all;
}

PngOptions Exhibit::pngOptions() const
{
    PngOptions options;
    options.dotsPerMetre = m_options.extent().dotsPerMetre();
    Tag tag = tagOf(m_index.dataset(), m_request.perspective);
    tag.handwork = m_handwork;
    options.texts = textsOf(tag);
    if (!m_options.author.isEmpty())
        options.texts.push_back({QStringLiteral("Author"), m_options.author});
    return options;
}

QByteArray Exhibit::png(const Progress &progress)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (image(part(progress, 0, painting)).isNull() || !writePng(buffer, m_image, pngOptions(), part(progress, painting, 1)))
        return {};
    return buffer.data();
}

Result<void> Exhibit::writePixels(const QString &path, const Progress &progress)
{
    if (image(part(progress, 0, painting)).isNull())
        return Failure(progress.stop() ? "cancelled" : (path + QStringLiteral(": not enough memory for the picture")).toStdString());
    return writePng(path, m_image, pngOptions(), part(progress, painting, 1));
}

Result<void> Exhibit::write(const QString &path, const Progress &progress)
{
    if (progress.stop())
        return Failure("cancelled");
    switch (formatOf(path).value_or(Format::Png)) {
    case Format::Png:
        return writePixels(path, progress);
    case Format::Svg:
        return writeFile(path, svg(), progress);
    case Format::Html:
    case Format::Pptx: {
        const QByteArray bytes = formatOf(path) == Format::Html ? html(progress) : slides(progress);
        if (bytes.isEmpty())
            return Failure("cancelled");
        return writeFile(path, bytes, progress);
    }
    case Format::Pdf:
        return writePdf(path, pages(), {.title = title(), .author = m_options.author}, progress);
    }
    return {};
}

} // namespace dealscape::exporting
