// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/descriptor.h"
#include "files/replacement.h"
#include "io/reader.h"
#include "io/writer.h"

#include <algorithm>
#include <cerrno>
#include <new>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

namespace dealscape::io {

namespace {

Issue failure(const std::string &path, std::string text)
{
    return {Severity::Error, path, 1, 1, std::move(text), ""};
}

std::string reason()
{
    return std::generic_category().message(errno);
}

/// Reads to the end, or to one byte more than the limit.
bool readAll(int number, std::size_t limit, std::string &bytes)
{
    constexpr std::size_t piece = std::size_t(1) << 20;
    while (bytes.size() <= limit) {
        const std::size_t before = bytes.size();
        const std::size_t room = std::max(bytes.capacity() - before, piece);
        bytes.resize(before + std::min(room, limit + 1 - before));
        const ssize_t count = ::read(number, bytes.data() + before, bytes.size() - before);
        bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count == 0;
    }
    return true;
}

ReadResult readAt(const std::string &path, const ReadLimits &limits, const Progress &progress)
{
    const auto refused = [&](std::string text) { return ReadResult{.issues = {failure(path, std::move(text))}}; };
    const files::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open())
        return refused("cannot open the file: " + reason());
    struct stat status = {};
    if (::fstat(file.number(), &status) != 0)
        return refused("cannot read the file: " + reason());
    if (S_ISDIR(status.st_mode))
        return refused("cannot read the file: it is a folder");
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > limits.bytes)
        return refused("the file is larger than " + std::to_string(limits.bytes) + " bytes");
    std::string bytes;
    bytes.reserve(size + 1);
    if (!readAll(file.number(), limits.bytes, bytes))
        return refused("cannot read the file: " + reason());
    ReadResult result = readDataset(bytes, path, limits, progress);
    if (result.stamp = files::stampOf(status); result.stamp) {
        result.stamp->size = static_cast<std::int64_t>(bytes.size());
        result.stamp->content = files::contentOf(bytes);
    }
    return result;
}

} // namespace

ReadResult readFile(const std::string &path, const ReadLimits &limits, const Progress &progress)
{
    try {
        return readAt(path, limits, progress);
    } catch (const std::bad_alloc &) {
        return {.issues = {failure(path, "there is not enough memory to read the file")}};
    }
}

Saved saveFile(const std::string &path, const Dataset &dataset)
{
    const auto refused = [&](const std::string &why) { return tl::unexpected(failure(path, "cannot write the file: " + why)); };
    try {
        const auto stamp = files::replace(path, writeDataset(dataset));
        return stamp ? Saved(*stamp) : Saved(refused(stamp.error()));
    } catch (const std::bad_alloc &) {
        return refused("there is not enough memory");
    }
}

} // namespace dealscape::io
