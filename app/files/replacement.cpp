// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/replacement.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <optional>
#include <random>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace dealscape::files {

namespace {

std::string reasonOf(int error)
{
    return std::generic_category().message(error);
}

Failure failure(int error)
{
    return Failure(reasonOf(error));
}

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// Where a path leads in the end, whether or not something is there; empty, with errno set, for links that lead in a circle.
std::string followed(std::string path)
{
    constexpr int mostLinks = 40;
    for (int i = 0; i < mostLinks; ++i) {
        std::array<char, PATH_MAX> target{};
        const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
        if (length < 0)
            return path;
        const std::string to(target.data(), static_cast<std::size_t>(length));
        path = to.starts_with('/') ? to : folderOf(path) + '/' + to;
    }
    errno = ELOOP;
    return {};
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

/// Writes to something that may have lost its reader, which must end the writing and not the program.
bool writeThrough(int number, std::string_view bytes)
{
    sigset_t pipe;
    sigset_t before;
    sigset_t pending;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    ::sigpending(&pending);
    ::pthread_sigmask(SIG_BLOCK, &pipe, &before);
    const bool written = writeAll(number, bytes);
    const int error = errno;
    if (!written && error == EPIPE && !sigismember(&pending, SIGPIPE)) {
        const timespec now = {};
        ::sigtimedwait(&pipe, nullptr, &now);
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error;
    return written;
}

bool readAll(int number, std::string &bytes)
{
    struct stat status = {};
    if (::fstat(number, &status) != 0)
        return false;
    bytes.resize(static_cast<std::size_t>(status.st_size));
    for (std::size_t filled = 0; filled < bytes.size();) {
        const ssize_t count = ::pread(number, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        filled += static_cast<std::size_t>(count);
    }
    return true;
}

/// Some systems of files cannot synchronise; that is no failure of writing.
bool synchronised(int number)
{
    return ::fsync(number) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

std::string someName()
{
    static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::random_device chance;
    std::string name = ".dealscape-";
    for (int i = 0; i < 12; ++i)
        name += letters[chance() % letters.size()];
    return name;
}

/// Access lists and what people attached to the file; what the system itself keeps there goes its own ways.
bool copyAttributes(int from, int to)
{
    const ssize_t length = ::flistxattr(from, nullptr, 0);
    if (length <= 0)
        return length == 0 || errno == ENOTSUP;
    std::string names(static_cast<std::size_t>(length), '\0');
    const ssize_t got = ::flistxattr(from, names.data(), names.size());
    if (got < 0)
        return false;
    names.resize(static_cast<std::size_t>(got));
    for (std::size_t at = 0; at < names.size(); at += std::string_view(names.c_str() + at).size() + 1) {
        const char *name = names.c_str() + at;
        const std::string_view text(name);
        if (!text.starts_with("user.") && !text.starts_with("system.posix_acl_"))
            continue;
        const ssize_t size = ::fgetxattr(from, name, nullptr, 0);
        std::vector<char> value(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
        if (size < 0 || ::fgetxattr(from, name, value.data(), value.size()) != size ||
            ::fsetxattr(to, name, value.data(), value.size(), 0) != 0)
            return false;
    }
    return true;
}

Stamp stampNow(int number)
{
    struct stat status = {};
    return ::fstat(number, &status) == 0 ? stampOf(status).value_or(Stamp()) : Stamp();
}

} // namespace

Result<Replacement> Replacement::open(const std::string &path)
{
    Replacement made;
    struct stat status = {};
    made.m_existed = ::stat(path.c_str(), &status) == 0;
    if (!made.m_existed && errno != ENOENT)
        return failure(errno);
    if (made.m_existed && !S_ISREG(status.st_mode))
        return made.openThrough(path, status.st_mode);
    made.m_path = followed(path);
    if (made.m_path.empty())
        return failure(path.empty() ? ENOENT : ELOOP);
    made.m_folder = folderOf(made.m_path);
    if (!made.m_existed) {
        if (made.m_path.ends_with('/'))
            return failure(EISDIR);
        return made.makeTemporary() ? Result<Replacement>(std::move(made)) : failure(errno);
    }
    const Descriptor old(::open(made.m_path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!old.open())
        return failure(errno);
    if (status.st_nlink == 1 && made.makeTemporary() && made.takeAfter(old.number()))
        return made;
    made.dropTemporary();
    made.m_way = Way::Over;
    return made;
}

Result<Replacement> Replacement::openThrough(const std::string &path, mode_t kind)
{
    if (S_ISDIR(kind))
        return failure(EISDIR);
    if (!S_ISFIFO(kind) && !S_ISCHR(kind))
        return Failure("Not a regular file");
    // Opening a pipe that nobody reads from would wait for a reader.
    m_file = Descriptor(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!m_file.open())
        return errno == ENXIO ? Failure("Nobody reads from this pipe") : failure(errno);
    ::fcntl(m_file.number(), F_SETFL, ::fcntl(m_file.number(), F_GETFL) & ~O_NONBLOCK);
    m_way = Way::Through;
    return std::move(*this);
}

Replacement::~Replacement()
{
    dropTemporary();
}

void Replacement::dropTemporary()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
    m_temporary.clear();
    m_file.close();
}

/// A file without a name where the system knows such; else one that a kill leaves behind.
bool Replacement::makeTemporary()
{
    m_file = Descriptor(::open(m_folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666));
    if (m_file.open())
        return true;
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
        const std::string name = m_folder + '/' + someName();
        m_file = Descriptor(::open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666));
        if (m_file.open())
            m_temporary = name;
        if (m_file.open() || errno != EEXIST)
            break;
    }
    return m_file.open();
}

/// Gives the new file what belongs to the old one beside its content.
bool Replacement::takeAfter(int old)
{
    struct stat before = {};
    struct stat now = {};
    if (::fstat(old, &before) != 0 || ::fstat(m_file.number(), &now) != 0)
        return false;
    if ((before.st_uid != now.st_uid || before.st_gid != now.st_gid) && ::fchown(m_file.number(), before.st_uid, before.st_gid) != 0)
        return false;
    return ::fchmod(m_file.number(), before.st_mode & 07777) == 0 && copyAttributes(old, m_file.number());
}

bool Replacement::write(std::string_view bytes)
{
    if (m_failed)
        return false;
    if (!m_file.open())
        m_held += bytes;
    else if (!(m_way == Way::Through ? writeThrough(m_file.number(), bytes) : writeAll(m_file.number(), bytes)))
        m_failed = errno;
    return m_failed == 0;
}

std::string Replacement::reason() const
{
    return m_failed ? reasonOf(m_failed) : std::string();
}

Result<Stamp> Replacement::commit()
{
    if (m_failed)
        return failure(m_failed);
    if (m_way == Way::Rename)
        return rename();
    if (m_way == Way::Over)
        return over();
    if (!synchronised(m_file.number()) || !m_file.close())
        return failure(errno);
    return Stamp();
}

Result<Stamp> Replacement::rename()
{
    if (!synchronised(m_file.number()))
        return failure(errno);
    const std::string open = "/proc/self/fd/" + std::to_string(m_file.number());
    const auto link = [&](const std::string &to) { return ::linkat(AT_FDCWD, open.c_str(), AT_FDCWD, to.c_str(), AT_SYMLINK_FOLLOW) == 0; };
    const bool named = m_temporary.empty() && !m_existed && link(m_path);
    for (int i = 0; !named && m_temporary.empty(); ++i) {
        constexpr int tries = 100;
        const std::string name = m_folder + '/' + someName();
        if (link(name))
            m_temporary = name;
        else if (errno != EEXIST || i == tries)
            return failure(errno);
    }
    if (!named && std::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return failure(errno);
    m_temporary.clear();
    const Stamp stamp = stampNow(m_file.number());
    if (!m_file.close())
        return failure(errno);
    const Descriptor folder(::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.open())
        ::fsync(folder.number());
    return stamp;
}

Result<Stamp> Replacement::over()
{
    // What may be written need not be readable; then nothing can be put back.
    Descriptor file(::open(m_path.c_str(), O_RDWR | O_CLOEXEC));
    const bool readable = file.open();
    if (!readable)
        file = Descriptor(::open(m_path.c_str(), O_WRONLY | O_CLOEXEC));
    std::string before;
    if (!file.open() || (readable && !readAll(file.number(), before)))
        return failure(errno);
    const auto length = [&](std::string_view bytes) { return ::ftruncate(file.number(), static_cast<off_t>(bytes.size())) == 0; };
    const auto put = [&](std::string_view bytes) {
        return ::lseek(file.number(), 0, SEEK_SET) == 0 && writeAll(file.number(), bytes) && length(bytes) && synchronised(file.number());
    };
    const bool grows = m_held.size() > before.size();
    const int room = grows ? ::posix_fallocate(file.number(), 0, static_cast<off_t>(m_held.size())) : 0;
    if (room != 0 && room != EOPNOTSUPP && room != EINVAL)
        return Failure(reasonOf(room) + (!readable || length(before) ? "" : "; the file is longer than it was"));
    if (!put(m_held)) {
        const int error = errno;
        return Failure(reasonOf(error) + (readable && put(before) ? "" : "; the old content is lost"));
    }
    const Stamp stamp = stampNow(file.number());
    return file.close() ? Result<Stamp>(stamp) : failure(errno);
}

Result<Stamp> replace(const std::string &path, std::string_view bytes)
{
    auto file = Replacement::open(path);
    if (!file)
        return Failure(file.error());
    file->write(bytes);
    auto stamp = file->commit();
    if (stamp && *stamp != Stamp())
        stamp->content = contentOf(bytes);
    return stamp;
}

} // namespace dealscape::files
