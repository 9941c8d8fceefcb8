// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/backups.h"

#include "files/descriptor.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fcntl.h>

namespace dealscape::files {

namespace {

std::string backupOf(const std::string &path, int number)
{
    return path + '~' + std::to_string(number);
}

} // namespace

Result<void> keepBackup(const std::string &path, int count)
{
    namespace fs = std::filesystem;
    count = std::min(count, mostBackups);
    std::error_code error;
    if (count <= 0 || !fs::is_regular_file(path, error))
        return {};
    // A name of its own until it is whole; what an earlier attempt left there goes.
    const std::string fresh = path + "~new";
    fs::remove(fresh, error);
    if (!fs::copy_file(path, fresh, error)) {
        const std::string reason = error.message();
        fs::remove(fresh, error);
        return Failure(reason);
    }
    if (const Descriptor file(::open(fresh.c_str(), O_RDONLY | O_CLOEXEC)); file.open())
        ::fsync(file.number());
    for (int number = count; number > 0 && !error; --number) {
        const std::string from = number == 1 ? fresh : backupOf(path, number - 1);
        if (number == 1 || fs::exists(from, error))
            fs::rename(from, backupOf(path, number), error);
    }
    if (!error)
        return {};
    const std::string reason = error.message();
    fs::remove(fresh, error);
    return Failure(reason);
}

} // namespace dealscape::files
