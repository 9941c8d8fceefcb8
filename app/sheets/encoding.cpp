// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/encoding.h"

#include "domain/ascii.h"

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace dealscape::sheets {

namespace {

/// 0x80 to 0x9F of Windows-1252; the five places it leaves empty are the control characters of ISO 8859-1.
constexpr std::array<char16_t, 32> windows = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                              0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                              0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void appendWindows(std::string &out, std::string_view bytes)
{
    for (const char byte : bytes) {
        const auto c = static_cast<unsigned char>(byte);
        const unsigned code = c >= 0x80 && c < 0xA0 ? windows[c - 0x80U] : c;
        if (code < 0x80) {
            out += static_cast<char>(code);
        } else if (code < 0x800) {
            out += static_cast<char>(0xC0U | (code >> 6U));
            out += static_cast<char>(0x80U | (code & 0x3FU));
        } else {
            out += static_cast<char>(0xE0U | (code >> 12U));
            out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
            out += static_cast<char>(0x80U | (code & 0x3FU));
        }
    }
}

Decoded byName(std::string_view bytes, const char *name, const std::string &shown)
{
    QStringDecoder decoder(name);
    Decoded result;
    if (!decoder.isValid()) {
        result.error = "the encoding \"" + shown + "\" is not known";
        return result;
    }
    const QString text = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    result.text = text.toStdString();
    result.encoding = shown;
    return result;
}

/// UTF-16 without a mark shows itself by zeros in every second byte.
const char *bareUtf16(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, 4096);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i)
        zeros[i % 2] += head[i] == '\0';
    const std::size_t half = head.size() / 2;
    if (half < 4)
        return nullptr;
    if (zeros[1] * 3 > half && zeros[0] * 20 < half)
        return "UTF-16LE";
    return zeros[0] * 3 > half && zeros[1] * 20 < half ? "UTF-16BE" : nullptr;
}

Decoded lineByLine(std::string_view bytes)
{
    Decoded result;
    result.text.reserve(bytes.size() + bytes.size() / 8);
    std::size_t utf8 = 0;
    std::size_t line = 1;
    for (std::size_t at = 0; at < bytes.size(); ++line) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
        const std::string_view piece = bytes.substr(at, end - at);
        at = end;
        if (isUtf8(piece)) {
            result.text += piece;
            utf8 += !isAscii(piece);
            continue;
        }
        appendWindows(result.text, piece);
        if (++result.otherLineCount <= 100)
            result.otherLines.push_back(line);
    }
    result.encoding = utf8 ? "UTF-8 and Windows-1252" : "Windows-1252";
    if (!utf8) {
        result.otherLines.clear();
        result.otherLineCount = 0;
    }
    return result;
}

} // namespace

bool isUtf8(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::uint64_t word = 0;
        while (at + sizeof word <= bytes.size()) {
            std::memcpy(&word, bytes.data() + at, sizeof word);
            if (word & 0x8080808080808080U)
                break;
            at += sizeof word;
        }
        const std::size_t piece = std::min<std::size_t>(bytes.size() - at, std::size_t(1) << 16);
        std::size_t ascii = 0;
        while (ascii < piece && static_cast<unsigned char>(bytes[at + ascii]) < 0x80)
            ++ascii;
        at += ascii;
        if (at >= bytes.size())
            return true;
        if (ascii == piece)
            continue;
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (!QUtf8StringView(bytes.data() + at, static_cast<qsizetype>(std::min(length, bytes.size() - at))).isValidUtf8())
            return false;
        at += length;
    }
    return true;
}

Decoded decode(std::string_view bytes, const std::string &encoding)
{
    const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
    using namespace std::string_view_literals;
    if (!encoding.empty()) {
        if (starts("\xEF\xBB\xBF"sv))
            bytes.remove_prefix(3);
        return byName(bytes, encoding.c_str(), encoding);
    }
    if (starts("\xFF\xFE\0\0"sv) || starts("\0\0\xFE\xFF"sv))
        return byName(bytes, starts("\xFF\xFE"sv) ? "UTF-32LE" : "UTF-32BE", "UTF-32");
    if (starts("\xFF\xFE"sv) || starts("\xFE\xFF"sv))
        return byName(bytes, starts("\xFF\xFE"sv) ? "UTF-16LE" : "UTF-16BE", "UTF-16");
    Decoded result;
    if (starts("\xEF\xBB\xBF"sv))
        bytes.remove_prefix(3);
    if (const char *name = bareUtf16(bytes))
        return byName(bytes, name, "UTF-16");
    if (bytes.find('\0') != std::string_view::npos) {
        result.error = "it holds bytes of zero, so it is no text";
        return result;
    }
    if (!isUtf8(bytes))
        return lineByLine(bytes);
    result.text = std::string(bytes);
    result.encoding = "UTF-8";
    return result;
}

} // namespace dealscape::sheets
