// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "slides/slide.h"

#include "analysis/select.h"
#include "network/network.h"
#include "network/sentence.h"
#include "reports/chartground.h"
#include "slides/legend.h"
#include "slides/picture.h"
#include "slides/plate.h"
#include "words/numbers.h"
#include "words/plain.h"

#include <QPainterPath>

#include <algorithm>

namespace dealscape::slides {

namespace {

constexpr double margin = 96;
constexpr double top = 84;
constexpr double columnWidth = 640;
constexpr double captionGap = 32;
constexpr double pictureLeft = 780;
constexpr double footerHeight = 116;
/// Pictures of more nodes than this, and supply chains, lie below the words rather than beside them.
constexpr std::size_t mostBeside = 13;

QString footerOf(const Index &index, const Subject &subject, const Perspective &perspective)
{
    const network::Network &network = subject.network;
    int deals = 0;
    for (std::size_t i = 0; i < network.edges.size(); ++i)
        if (!subject.emphasis.fading || subject.emphasis.litEdges.contains(static_cast<int>(i)))
            deals += static_cast<int>(network.edges[i].deals.size());
    QString text = network::asOfSentence({index, perspective, network}).section(u',', 0, 0);
    if (perspective.asReported)
        return text + QStringLiteral(", as the article states it");
    if (deals > 0)
        text += QStringLiteral(", ") + words::counted(deals, QStringLiteral("deal"), QStringLiteral("deals"));
    return perspective.filter.countedOnly ? text + QStringLiteral(", counted once") : text;
}

/// Shares out a slide and draws everything on it.
class Composer {
public:
    Composer(const Index &index, const Scene &scene, ScenePlace place, style::ThemeKind theme, QSize pixels)
        : m_index(index), m_scene(scene), m_place(place), m_plate(theme, slideSize(pixels)), m_subject(subjectOf(index, scene))
    {
        m_slide.theme = theme;
        m_slide.size = slideSize(pixels);
    }

    Slide compose()
    {
        findChart();
        const bool beside = m_slide.chart || m_subject.shape != Shape::Layout ||
            (m_subject.network.nodes.size() <= mostBeside && m_scene.perspective.layout != LayoutKind::SupplyChain);
        const QRectF area = beside ? wordsBeside() : wordsAbove();
        drawFooter();
        const PictureGround ground{m_index, m_scene, m_slide.theme, m_slide.size};
        SlidePicture picture = slidePicture(ground, m_subject, area);
        if (picture.middle) {
            const double line = type::figure.line();
            m_plate.lineCentred(picture.middle->centre.x(), picture.middle->centre.y() - line * 0.72, picture.middle->figure, type::figure,
                                m_plate.colours().text);
            m_plate.lineCentred(picture.middle->centre.x(), picture.middle->centre.y() + line * 0.28, picture.middle->words, type::small,
                                m_plate.colours().textSecond);
        }
        m_slide.picture = std::move(picture.layer);
        m_slide.words = m_plate.take();
        m_slide.network = std::move(m_subject.network);
        return std::move(m_slide);
    }

private:
    double right() const { return m_slide.size.width() - margin; }
    double bottom() const { return m_slide.size.height() - footerHeight; }

    void findChart()
    {
        const auto kind = parseWord<reports::ChartKind>(m_scene.chart);
        if (!kind)
            return;
        // Power comes in four layers, each with rows of its own.
        const int most = m_scene.perspective.lens == Lens::Power ? 4 : 6;
        reports::ChartQuestion question;
        question.kind = *kind;
        question.lens = m_scene.perspective.lens;
        question.most = most;
        if (m_scene.perspective.focus && *kind == reports::ChartKind::Partner)
            question.subject = m_scene.perspective.focus->organization;
        m_slide.chart = SlideChart{reports::chartTable(reports::ChartGround(m_index, m_scene.perspective), question), {}};
    }

    /// A headline as large as it can be in so many lines.
    double headline(double width, int most)
    {
        const QString text = words::plain(m_scene.name);
        Type size = type::headline;
        for (const double smaller : {64.0, 54.0, 46.0}) {
            size.magnification = smaller / 22;
            if (linesOf(text, size, width, 99).size() <= most)
                break;
        }
        return m_plate.lines({margin, top}, linesOf(text, size, width, most), size, m_plate.colours().text);
    }

    double caption(double y, double width, int most)
    {
        const QString text = words::plain(m_scene.caption);
        Type size = type::caption;
        if (linesOf(text, size, width, 99).size() > most)
            size.magnification = 24.0 / 14;
        return m_plate.lines({margin, y}, linesOf(text, size, width, most), size, m_plate.colours().text);
    }

    QRectF wordsBeside()
    {
        constexpr double clear = 40;
        constexpr double fanLeft = 560;
        constexpr int captionLines = 6;
        const double end = caption(headline(columnWidth + 20, 3) + captionGap, columnWidth, captionLines);
        const double picturesTop = top + 12;
        QRectF area(pictureLeft, picturesTop, right() - pictureLeft, bottom() - picturesTop);
        if (m_slide.chart) {
            m_slide.chart->frame = QRectF(margin - 20, end + clear, columnWidth + 40, bottom() - end - clear);
            return area;
        }
        const auto signs = slideSigns(m_subject.network, m_scene.perspective.lens);
        const double signsTop = std::max(end + clear, bottom() - signRow * static_cast<double>(signs.size()));
        drawSigns(m_plate, signs, QRectF(margin, signsTop, columnWidth, bottom() - signsTop));
        const double hub = 190;
        if (m_subject.shape == Shape::Fan && area.center().y() - hub > end && area.center().y() + hub < signsTop)
            area.setLeft(fanLeft);
        return area;
    }

    QRectF wordsAbove()
    {
        constexpr double clear = 20;
        const double end = caption(headline(right() - margin, 1) + 4, right() - margin, 2);
        const QRectF signs(margin, bottom() - signRow + 8, right() - margin, signRow);
        drawSignRow(m_plate, slideSigns(m_subject.network, m_scene.perspective.lens), signs);
        return QRectF(margin, end + clear, right() - margin, signs.top() - clear - end - clear);
    }

    void drawFooter()
    {
        constexpr double dot = 12;
        constexpr double pitch = 28;
        constexpr double bar = 40;
        constexpr double lineTop = 1007;
        const double y = lineTop + m_slide.size.height() - 1080;
        const QColor &colour = m_plate.colours().textSecond;
        m_plate.lines({margin, y}, {footerOf(m_index, m_subject, m_scene.perspective)}, type::small, colour);
        m_plate.lineRight(right(), y, QStringLiteral("%1 of %2").arg(m_place.number).arg(m_place.count), type::small, colour);
        const double width = bar + pitch * (m_place.count - 1);
        if (width > 700)
            return;
        drawing::ChromeSheet &sheet = m_plate.sheet(1);
        double x = m_slide.size.width() / 2 - width / 2;
        for (int i = 1; i <= m_place.count; ++i) {
            const bool here = i == m_place.number;
            QPainterPath path;
            path.addRoundedRect(QRectF(x, y + 10, here ? bar : dot, dot), dot / 2, dot / 2);
            sheet.fill(path, here ? m_plate.colours().accent : m_plate.colours().border);
            x += here ? bar + pitch - dot : pitch;
        }
    }

    const Index &m_index;
    const Scene &m_scene;
    ScenePlace m_place;
    Plate m_plate;
    Subject m_subject;
    Slide m_slide;
};

} // namespace

QSizeF slideSize(QSize pixels)
{
    const double shape = static_cast<double>(std::max(1, pixels.width())) / std::max(1, pixels.height());
    return shape >= 4.0 / 3 ? QSizeF(1080 * shape, 1080) : QSizeF(1440, 1440 / shape);
}

Slide slide(const Index &index, const Scene &scene, ScenePlace place, style::ThemeKind theme, QSize pixels)
{
    if (const auto parts = analysis::withParts(index.dataset(), scene.perspective.filter.certainties))
        return Composer(Index(*parts), scene, place, theme, pixels).compose();
    return Composer(index, scene, place, theme, pixels).compose();
}

} // namespace dealscape::slides
