// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/pdf.h"

#include <QBuffer>
#include <QDateTime>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QStringEncoder>

namespace dealscape::paint {

namespace {

/// Steps of a PDF's own coordinates to the inch, finer than any printer's.
constexpr int dotsPerInch = 1200;
constexpr double pixelsPerInch = 96;

QSizeF inchesOf(const PdfPage &page)
{
    return page.millimetres.isEmpty() ? page.size / pixelsPerInch : page.millimetres / millimetresPerInch;
}

void setPage(QPdfWriter &writer, const PdfPage &page)
{
    writer.setPageSize(QPageSize(inchesOf(page) * pointsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
}

/// Paints the pages one after another; false when the writer failed or nobody wants them any more.
bool paintPages(QPdfWriter &writer, const std::vector<PdfPage> &pages, const Progress &progress)
{
    setPage(writer, pages.front());
    QPainter painter(&writer);
    bool good = painter.isActive();
    for (std::size_t i = 0; good && i < pages.size(); ++i) {
        if (i > 0) {
            setPage(writer, pages[i]);
            good = writer.newPage();
        }
        progress(static_cast<double>(i) / static_cast<double>(pages.size()));
        good = good && !progress.stop();
        const double scale = inchesOf(pages[i]).width() * dotsPerInch / pages[i].size.width();
        painter.save();
        painter.scale(scale, scale);
        if (good && pages[i].paint)
            pages[i].paint(painter);
        painter.restore();
    }
    return painter.end() && good;
}

/// A text string in UTF-16 with its mark, written in hexadecimal so that nothing needs escaping (7.9.2.2, 7.3.4.3).
QByteArray textString(const QString &text)
{
    QStringEncoder encoder(QStringEncoder::Utf16BE);
    const QByteArray bytes = encoder(text);
    return "<FEFF" + bytes.toHex().toUpper() + ">";
}

/// A date of the form D:YYYYMMDDHHmmSSZ (7.9.4).
QByteArray dateString(const QDateTime &date)
{
    return "(D:" + date.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "Z)";
}

QByteArray entry(const char *key, const QString &text)
{
    return text.isEmpty() ? QByteArray() : "/" + QByteArray(key) + " " + textString(text) + "\n";
}

struct Trailer {
    QByteArray size;
    QByteArray root;
    QByteArray info;
    QByteArray start;

    bool found() const { return !size.isEmpty() && !root.isEmpty() && !info.isEmpty() && !start.isEmpty(); }
};

Trailer trailerOf(const QByteArray &pdf)
{
    const qsizetype at = pdf.lastIndexOf("trailer");
    if (at < 0)
        return {};
    const QString text = QString::fromLatin1(pdf.mid(at));
    const auto first = [&text](const char *pattern) {
        return QRegularExpression(QString::fromLatin1(pattern)).match(text).captured(1).toLatin1();
    };
    return {first("/Size\\s+(\\d+)"), first("/Root\\s+(\\d+ \\d+ R)"), first("/Info\\s+(\\d+) 0 R"), first("startxref\\s+(\\d+)")};
}

/// The PDF with these words in place of its own, as an incremental update at its end (ISO 32000-1, 7.5.6 and 14.3.3): the
/// toolkit's writer knows no author. A file whose trailer cannot be found comes back as it is.
QByteArray withInfo(QByteArray pdf, const PdfInfo &info)
{
    const Trailer trailer = trailerOf(pdf);
    if (!trailer.found())
        return pdf;
    if (!pdf.endsWith('\n'))
        pdf += '\n';
    const QByteArray place = QByteArray::number(pdf.size()).rightJustified(10, '0');
    pdf += trailer.info + " 0 obj\n<<\n" + entry("Title", info.title) + entry("Author", info.author) +
        entry("Creator", QStringLiteral("Dealscape"));
    pdf += "/CreationDate " + dateString(QDateTime::currentDateTimeUtc()) + "\n";
    pdf += ">>\nendobj\n";
    const QByteArray table = QByteArray::number(pdf.size());
    pdf += "xref\n" + trailer.info + " 1\n" + place + " 00000 n \n";
    pdf += "trailer\n<<\n/Size " + trailer.size + "\n/Info " + trailer.info + " 0 R\n/Root " + trailer.root + "\n/Prev " + trailer.start +
        "\n>>\nstartxref\n" + table + "\n%%EOF\n";
    return pdf;
}

} // namespace

QByteArray pdf(const std::vector<PdfPage> &pages, const PdfInfo &info, const Progress &progress)
{
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(dotsPerInch);
        writer.setTitle(info.title);
        if (!paintPages(writer, pages, progress))
            return {};
    }
    return withInfo(std::move(bytes), info);
}

} // namespace dealscape::paint
