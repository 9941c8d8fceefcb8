// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/reader.h"
#include "io/writer.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dealscape::io {

namespace {

/// An open file, closed at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int number() const { return m_number; }
    /// Closes now, to learn whether all was written.
    bool close() { return ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

Issue failure(const std::string &path, std::string text)
{
    return {Severity::Error, path, 1, 1, std::move(text), ""};
}

std::string reason()
{
    return std::strerror(errno);
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

bool writeAll(int number, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(number, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return true;
}

/// The file a link leads to, so that saving replaces the file and keeps the link.
std::string target(const std::string &path)
{
    std::error_code error;
    const auto real = std::filesystem::canonical(path, error);
    return error ? path : real.string();
}

/// Permissions of the file to be replaced, or those a new file gets.
mode_t permissions(const std::string &path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) == 0)
        return status.st_mode & 07777;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

} // namespace

ReadResult readFile(const std::string &path, const ReadLimits &limits, const Progress &progress)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0)
        return {{}, {failure(path, "cannot open the file: " + reason())}, false};
    struct stat status = {};
    if (::fstat(file.number(), &status) != 0)
        return {{}, {failure(path, "cannot read the file: " + reason())}, false};
    if (S_ISDIR(status.st_mode))
        return {{}, {failure(path, "cannot read the file: it is a folder")}, false};
    std::string bytes;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > limits.bytes)
        return {{}, {failure(path, "the file is larger than " + std::to_string(limits.bytes) + " bytes")}, false};
    bytes.reserve(size + 1);
    if (!readAll(file.number(), limits.bytes, bytes))
        return {{}, {failure(path, "cannot read the file: " + reason())}, false};
    return readDataset(bytes, path, limits, progress);
}

std::optional<Issue> saveFile(const std::string &path, const Dataset &dataset)
{
    const std::string final = target(path);
    std::string temporary = final + ".XXXXXX";
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.number() < 0)
        return failure(path, "cannot write beside the file: " + reason());
    const bool written = writeAll(file.number(), writeDataset(dataset)) && ::fchmod(file.number(), permissions(final)) == 0 &&
        ::fsync(file.number()) == 0 && file.close() && std::rename(temporary.c_str(), final.c_str()) == 0;
    if (written)
        return std::nullopt;
    const std::string why = reason();
    ::unlink(temporary.c_str());
    return failure(path, "cannot write the file: " + why);
}

} // namespace dealscape::io
