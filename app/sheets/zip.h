// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "sheets/reading.h"

#include <QIODevice>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace dealscape::sheets {

/// The directory of a ZIP file over bytes that outlive it.
class Zip {
public:
    static Result<Zip> open(std::string_view bytes, const Limits &limits);

    bool has(const std::string &name) const { return m_entries.contains(name); }
    /// A part as a device that unpacks while it is read, open; null when there is none. Reading fails, with an errorString(), when
    /// the part is damaged, unpacks to too much, or holds one text without markup that is too long.
    std::unique_ptr<QIODevice> part(const std::string &name) const;

private:
    struct Entry {
        std::uint32_t offset = 0;
        std::uint32_t packed = 0;
        std::uint32_t size = 0;
        int method = 0;
    };

    std::string_view m_bytes;
    Limits m_limits;
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace dealscape::sheets
