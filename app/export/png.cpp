// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/png.h"

#include "export/filing.h"

#include <QByteArray>
#include <QIODevice>

#include <csetjmp>
#include <png.h>

namespace dealscape::exporting {

namespace {

struct Writing {
    QIODevice &device;
    bool failed = false;
};

void writeChunk(png_structp png, png_bytep data, png_size_t size)
{
    auto *writing = static_cast<Writing *>(png_get_io_ptr(png));
    if (writing->device.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size)) == static_cast<qint64>(size))
        return;
    writing->failed = true;
    png_error(png, "write failed");
}

void flushBytes(png_structp) {}

[[noreturn]] void giveUp(png_structp png, png_const_charp)
{
    png_longjmp(png, 1);
}

void keepQuiet(png_structp, png_const_charp) {}

void writeTexts(png_structp png, png_infop info, const std::vector<PngText> &texts)
{
    for (const PngText &entry : texts) {
        QByteArray key = entry.key.toLatin1();
        QByteArray text = entry.text.toUtf8();
        png_text chunk{};
        chunk.compression = text.size() > 512 ? PNG_ITXT_COMPRESSION_zTXt : PNG_ITXT_COMPRESSION_NONE;
        chunk.key = key.data();
        chunk.text = text.data();
        chunk.itxt_length = static_cast<png_size_t>(text.size());
        png_set_text(png, info, &chunk, 1);
    }
}

/// Everything between png_create_write_struct and its destruction that may jump on an error; holds no object with a
/// destructor across a jump except those made before it.
bool encode(png_structp png, png_infop info, const QImage &image, const PngOptions &options, const Progress &progress, QImage &row)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    const bool alpha = image.hasAlphaChannel();
    const auto width = static_cast<png_uint_32>(image.width());
    const auto height = static_cast<png_uint_32>(image.height());
    png_set_IHDR(png, info, width, height, 8, alpha ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, 1);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    if (options.dotsPerMetre > 0)
        png_set_pHYs(png, info, static_cast<png_uint_32>(options.dotsPerMetre), static_cast<png_uint_32>(options.dotsPerMetre),
                     PNG_RESOLUTION_METER);
    writeTexts(png, info, options.texts);
    png_write_info(png, info);
    for (int y = 0; y < image.height(); ++y) {
        if ((y & 63) == 0) {
            progress(static_cast<double>(y) / image.height());
            if (progress.stop())
                return false;
        }
        row = QImage(image.constScanLine(y), image.width(), 1, image.bytesPerLine(), image.format())
                  .convertToFormat(alpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
        png_write_row(png, row.constScanLine(0));
    }
    png_write_end(png, info);
    return true;
}

} // namespace

Result<void> writePng(QIODevice &device, const QImage &image, const PngOptions &options, const Progress &progress)
{
    if (image.isNull())
        return Failure("the picture is empty");
    Writing writing{device};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, giveUp, keepQuiet);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info) {
        png_destroy_write_struct(&png, nullptr);
        return Failure("not enough memory to encode the picture");
    }
    png_set_write_fn(png, &writing, writeChunk, flushBytes);
    QImage row;
    const bool done = encode(png, info, image, options, progress, row);
    png_destroy_write_struct(&png, &info);
    if (done)
        return {};
    if (progress.stop())
        return Failure("cancelled");
    if (writing.failed)
        return Failure(device.errorString().toStdString());
    return Failure("the picture cannot be encoded as PNG");
}

Result<void> writePng(const QString &path, const QImage &image, const PngOptions &options, const Progress &progress)
{
    FileSink file(path);
    if (auto written = file.opened(); !written)
        return written;
    if (auto written = writePng(file, image, options, progress); !written)
        return Failure(path.toStdString() + ": " + written.error());
    return file.commit(progress);
}

} // namespace dealscape::exporting
