// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/stamp.h"

#include "files/descriptor.h"

#include <cerrno>
#include <functional>

#include <fcntl.h>
#include <sys/stat.h>

namespace dealscape::files {

std::optional<Stamp> stampOf(const struct stat &status)
{
    constexpr std::int64_t second = 1'000'000'000;
    if (!S_ISREG(status.st_mode))
        return std::nullopt;
    return Stamp{status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec, 0};
}

std::uint64_t contentOf(std::string_view bytes)
{
    return std::hash<std::string_view>()(bytes);
}

bool changedSince(const std::string &path, const Stamp &then)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status = {};
    if (!file.open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size != then.size)
        return true;
    const auto now = stampOf(status);
    if (now->device == then.device && now->inode == then.inode && now->modified == then.modified)
        return false;
    std::string bytes(static_cast<std::size_t>(then.size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return true;
        filled += static_cast<std::size_t>(count);
    }
    return contentOf(bytes) != then.content;
}

} // namespace dealscape::files
