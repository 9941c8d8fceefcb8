// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/pdfinfo.h"

#include <QRegularExpression>
#include <QStringEncoder>

namespace dealscape::exporting {

namespace {

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

} // namespace

QByteArray withInfo(QByteArray pdf, const PdfInfo &info)
{
    const Trailer trailer = trailerOf(pdf);
    if (!trailer.found())
        return pdf;
    if (!pdf.endsWith('\n'))
        pdf += '\n';
    const QByteArray place = QByteArray::number(pdf.size()).rightJustified(10, '0');
    pdf += trailer.info + " 0 obj\n<<\n" + entry("Title", info.title) + entry("Author", info.author) + entry("Creator", info.creator);
    if (info.made.isValid())
        pdf += "/CreationDate " + dateString(info.made) + "\n";
    pdf += ">>\nendobj\n";
    const QByteArray table = QByteArray::number(pdf.size());
    pdf += "xref\n" + trailer.info + " 1\n" + place + " 00000 n \n";
    pdf += "trailer\n<<\n/Size " + trailer.size + "\n/Info " + trailer.info + " 0 R\n/Root " + trailer.root + "\n/Prev " + trailer.start +
        "\n>>\nstartxref\n" + table + "\n%%EOF\n";
    return pdf;
}

} // namespace dealscape::exporting
