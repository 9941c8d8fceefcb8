// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct stat;

namespace dealscape::files {

/// What a regular file was at one moment, to tell later whether somebody wrote to it since. Where everything but the content
/// differs (a copy put back, a touch), the content decides.
struct Stamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    /// When the content changed last, in nanoseconds.
    std::int64_t modified = 0;
    /// Of the bytes; the same for the same bytes while the program runs.
    std::uint64_t content = 0;

    friend bool operator==(const Stamp &, const Stamp &) = default;
};

/// All but the content; nothing for what is no regular file.
std::optional<Stamp> stampOf(const struct stat &status);

/// Stamp::content of these bytes. Linear.
std::uint64_t contentOf(std::string_view bytes);

/// Whether the file at the path no longer holds what it held then: it was changed, replaced or removed. Reads the file only where its
/// size is the same and its time or place is not.
bool changedSince(const std::string &path, const Stamp &then);

} // namespace dealscape::files
