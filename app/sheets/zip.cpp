// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/zip.h"

#include <QString>

#include <algorithm>
#include <cstring>
#include <zlib.h>

namespace dealscape::sheets {

namespace {

std::uint32_t le(std::string_view bytes, std::size_t at, int count)
{
    std::uint32_t value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

class Unpacking : public QIODevice {
public:
    Unpacking(std::string_view packed, bool deflated, const Limits &limits) : m_rest(packed), m_deflated(deflated), m_limits(limits)
    {
        const std::size_t free = std::size_t(1) << 20;
        m_most = std::min(limits.unpacked, std::max(free, packed.size() * limits.ratio));
        if (m_deflated)
            m_broken = inflateInit2(&m_stream, -MAX_WBITS) != Z_OK;
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~Unpacking() override
    {
        if (m_deflated)
            inflateEnd(&m_stream);
    }
    Unpacking(const Unpacking &) = delete;
    Unpacking &operator=(const Unpacking &) = delete;

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_ended || m_broken; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (m_broken)
            return -1;
        const qint64 count = m_deflated ? unpack(data, most) : copy(data, most);
        if (count < 0)
            return fail(QStringLiteral("a part of the file is damaged"));
        m_total += static_cast<std::size_t>(count);
        if (m_total > m_most)
            return fail(QStringLiteral("a part of the file unpacks to more than can be meant"));
        return measure(data, static_cast<std::size_t>(count)) ? count : fail(QStringLiteral("one text of the file is too long"));
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 fail(const QString &why)
    {
        setErrorString(why);
        m_broken = true;
        return -1;
    }

    qint64 copy(char *data, qint64 most)
    {
        const std::size_t count = std::min(m_rest.size(), static_cast<std::size_t>(most));
        std::memcpy(data, m_rest.data(), count);
        m_rest.remove_prefix(count);
        m_ended = m_rest.empty();
        return static_cast<qint64>(count);
    }

    qint64 unpack(char *data, qint64 most)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(m_rest.data()));
        m_stream.avail_in = static_cast<uInt>(m_rest.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(data);
        m_stream.avail_out = static_cast<uInt>(most);
        const int state = m_ended ? Z_STREAM_END : inflate(&m_stream, Z_NO_FLUSH);
        m_rest.remove_prefix(m_rest.size() - m_stream.avail_in);
        m_ended = state == Z_STREAM_END;
        const qint64 count = most - static_cast<qint64>(m_stream.avail_out);
        return (state == Z_OK || m_ended) && (count > 0 || m_ended) ? count : -1;
    }

    bool measure(const char *data, std::size_t count)
    {
        std::size_t at = 0;
        while (at < count) {
            const auto *next = static_cast<const char *>(std::memchr(data + at, '<', count - at));
            const std::size_t step = (next ? static_cast<std::size_t>(next - data) + 1 : count) - at;
            m_gap += step;
            if (m_gap > m_limits.text)
                return false;
            at += step;
            if (next)
                m_gap = 0;
        }
        return true;
    }

    std::string_view m_rest;
    bool m_deflated;
    Limits m_limits;
    std::size_t m_most = 0;
    std::size_t m_total = 0;
    std::size_t m_gap = 0;
    bool m_ended = false;
    bool m_broken = false;
    z_stream m_stream = {};
};

} // namespace

Result<Zip> Zip::open(std::string_view bytes, const Limits &limits)
{
    constexpr std::size_t tail = 22;
    const Failure damaged("the file is cut off or damaged: its list of parts is missing");
    if (bytes.size() < tail || bytes.size() > limits.bytes)
        return damaged;
    const std::size_t end = bytes.rfind("PK\5\6");
    if (end == std::string_view::npos || end + tail > bytes.size())
        return damaged;
    const std::size_t count = le(bytes, end + 10, 2);
    std::size_t at = le(bytes, end + 16, 4);
    Zip zip;
    zip.m_bytes = bytes;
    zip.m_limits = limits;
    for (std::size_t i = 0; i < count; ++i) {
        if (at + 46 > bytes.size() || bytes.substr(at, 4) != "PK\1\2")
            return damaged;
        const std::size_t name = le(bytes, at + 28, 2);
        const std::size_t more = std::size_t(le(bytes, at + 30, 2)) + le(bytes, at + 32, 2);
        if (le(bytes, at + 8, 2) & 1U)
            return Failure("the file is locked with a password");
        if (at + 46 + name > bytes.size())
            return damaged;
        zip.m_entries.emplace(
            std::string(bytes.substr(at + 46, name)),
            Entry{le(bytes, at + 42, 4), le(bytes, at + 20, 4), le(bytes, at + 24, 4), static_cast<int>(le(bytes, at + 10, 2))});
        at += 46 + name + more;
    }
    return zip;
}

std::unique_ptr<QIODevice> Zip::part(const std::string &name) const
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return nullptr;
    const Entry &entry = found->second;
    std::string_view packed;
    if (std::size_t(entry.offset) + 30 <= m_bytes.size()) {
        const std::size_t begin = std::size_t(entry.offset) + 30 + le(m_bytes, entry.offset + 26, 2) + le(m_bytes, entry.offset + 28, 2);
        if (begin < m_bytes.size())
            packed = m_bytes.substr(begin, entry.packed);
    }
    return std::make_unique<Unpacking>(packed, entry.method == 8, m_limits);
}

} // namespace dealscape::sheets
