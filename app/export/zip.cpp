// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/zip.h"

#include <array>
#include <cstdint>

namespace dealscape::exporting {

namespace {

void put(QByteArray &to, std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        to += static_cast<char>(value >> (8 * i) & 0xff);
}

std::uint32_t checksum(const QByteArray &data)
{
    static const std::array<std::uint32_t, 256> table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t i = 0; i < made.size(); ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = value & 1 ? 0xedb88320U ^ value >> 1 : value >> 1;
            made[i] = value;
        }
        return made;
    }();
    std::uint32_t sum = 0xffffffffU;
    for (const char byte : data)
        sum = table[(sum ^ static_cast<unsigned char>(byte)) & 0xff] ^ sum >> 8;
    return ~sum;
}

/// The bare deflate stream: qCompress() puts the length and zlib's head before it and a checksum behind.
QByteArray deflated(const QByteArray &data)
{
    constexpr qsizetype before = 6;
    constexpr qsizetype behind = 4;
    const QByteArray packed = qCompress(data, 9);
    return packed.mid(before, packed.size() - before - behind);
}

} // namespace

void Zip::add(const QByteArray &name, const QByteArray &data)
{
    constexpr std::uint32_t firstOf1980 = 0x21;
    const QByteArray packed = data.isEmpty() ? QByteArray("\x03\x00", 2) : deflated(data);
    QByteArray common;
    put(common, 20, 2);
    put(common, 0x0800, 2);
    put(common, 8, 2);
    put(common, 0, 2);
    put(common, firstOf1980, 2);
    put(common, checksum(data), 4);
    put(common, static_cast<std::uint32_t>(packed.size()), 4);
    put(common, static_cast<std::uint32_t>(data.size()), 4);
    put(common, static_cast<std::uint32_t>(name.size()), 2);
    put(common, 0, 2);
    const auto place = static_cast<std::uint32_t>(m_bytes.size());
    m_bytes += "PK\3\4" + common + name + packed;
    m_directory += "PK\1\2";
    put(m_directory, 20, 2);
    m_directory += common;
    put(m_directory, 0, 2);
    put(m_directory, 0, 2);
    put(m_directory, 0, 2);
    put(m_directory, 0, 4);
    put(m_directory, place, 4);
    m_directory += name;
    ++m_count;
}

QByteArray Zip::finish()
{
    const auto place = static_cast<std::uint32_t>(m_bytes.size());
    m_bytes += m_directory + "PK\5\6";
    put(m_bytes, 0, 4);
    put(m_bytes, static_cast<std::uint32_t>(m_count), 2);
    put(m_bytes, static_cast<std::uint32_t>(m_count), 2);
    put(m_bytes, static_cast<std::uint32_t>(m_directory.size()), 4);
    put(m_bytes, place, 4);
    put(m_bytes, 0, 2);
    return m_bytes;
}

} // namespace dealscape::exporting
