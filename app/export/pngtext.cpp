// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/png.h"

#include <QFile>
#include <QFileInfo>

#include <csetjmp>
#include <png.h>

namespace dealscape::exporting {

namespace {

constexpr qint64 signatureSize = 8;
/// A text longer than this, packed or unpacked, is not ours; neither is a picture with so many of them.
constexpr png_alloc_size_t mostBytes = 2'000'000;
constexpr png_uint_32 mostTexts = 64;

void readBytes(png_structp png, png_bytep data, png_size_t size)
{
    auto *device = static_cast<QIODevice *>(png_get_io_ptr(png));
    if (device->read(reinterpret_cast<char *>(data), static_cast<qint64>(size)) != static_cast<qint64>(size))
        png_error(png, "cut off");
}

[[noreturn]] void giveUpReading(png_structp png, png_const_charp)
{
    png_longjmp(png, 1);
}

void keepQuietReading(png_structp, png_const_charp) {}

/// Reads what stands before the pixels; holds no object with a destructor across a jump.
bool readHead(png_structp png, png_infop info)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    // Texts alone are kept, and what is wrong with one ends the reading rather than being passed over.
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_AS_DEFAULT, reinterpret_cast<png_const_bytep>("iTXt\0tEXt\0zTXt"), 3);
    png_set_benign_errors(png, 0);
    png_set_chunk_malloc_max(png, mostBytes);
    png_set_chunk_cache_max(png, mostTexts + 2);
    png_read_info(png, info);
    return true;
}

std::vector<PngText> textsIn(png_structp png, png_infop info)
{
    png_textp entries = nullptr;
    int count = 0;
    png_get_text(png, info, &entries, &count);
    std::vector<PngText> texts;
    for (int i = 0; i < count; ++i) {
        const png_text &entry = entries[i];
        const bool utf8 = entry.compression == PNG_ITXT_COMPRESSION_NONE || entry.compression == PNG_ITXT_COMPRESSION_zTXt;
        const auto size = static_cast<qsizetype>(utf8 ? entry.itxt_length : entry.text_length);
        texts.push_back(
            {QString::fromLatin1(entry.key), utf8 ? QString::fromUtf8(entry.text, size) : QString::fromLatin1(entry.text, size)});
    }
    return texts;
}

} // namespace

Result<std::vector<PngText>> readPngTexts(const QString &path)
{
    const std::string name = QFileInfo(path).fileName().toStdString();
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return Failure(name + " cannot be read: it is no regular file");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure(name + " cannot be read: " + file.errorString().toStdString());
    const QByteArray signature = file.peek(signatureSize);
    if (png_sig_cmp(reinterpret_cast<png_const_bytep>(signature.constData()), 0, static_cast<png_size_t>(signature.size())) != 0 ||
        signature.size() < signatureSize)
        return Failure(name + " is no PNG picture");
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, giveUpReading, keepQuietReading);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info) {
        png_destroy_read_struct(&png, nullptr, nullptr);
        return Failure("not enough memory to read " + name);
    }
    png_set_read_fn(png, &file, readBytes);
    const bool whole = readHead(png, info);
    std::vector<PngText> texts = whole ? textsIn(png, info) : std::vector<PngText>();
    png_destroy_read_struct(&png, &info, nullptr);
    if (!whole)
        return Failure(name + " is a damaged PNG picture");
    return texts;
}

} // namespace dealscape::exporting
