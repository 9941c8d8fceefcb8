// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "files/descriptor.h"
#include "files/stamp.h"

#include <string>
#include <string_view>

#include <sys/types.h>

namespace dealscape::files {

/// The one way in which the program writes a file, so that whatever happens (a full disk, a kill, a crash of the machine) either the old or
/// the new content is there whole. The content goes into a file without a name in the same folder, reaches the disk, and takes the
/// name of the old file; the folder reaches the disk too. Links are followed, also to what does not exist yet. Permissions,
/// owner, group, access lists and other attributes are those of the old file; a new file gets what the system gives new files.
/// A file that has other names, whose owner or group cannot be given to a new one, or whose folder takes no new file is written
/// over in place instead, after room was made for it, so that it keeps them; the old content is put back when that fails.
/// Pipes and character devices are written to. A file that may not be written is refused, and so is everything else
/// that is no regular file. Reasons are the system's own words. May be used in any thread; one Replacement in one at a time.
class Replacement {
public:
    /// Starts a replacement. The error is a reason without the path.
    static Result<Replacement> open(const std::string &path);

    Replacement(Replacement &&) noexcept = default;
    Replacement &operator=(Replacement &&) = delete;
    /// What was not committed is dropped, and the old file is as it was.
    ~Replacement();

    /// Adds to the content; false when there is no room for it. Then reason() tells why, and commit() fails with it.
    bool write(std::string_view bytes);
    std::string reason() const;
    /// Puts the content in place. Gives what the file is then, but for Stamp::content.
    Result<Stamp> commit();

private:
    enum class Way { Rename, Over, Through };

    Replacement() = default;

    Result<Replacement> openThrough(const std::string &path, mode_t kind);
    bool makeTemporary();
    bool takeAfter(int old);
    void dropTemporary();
    Result<Stamp> rename();
    Result<Stamp> over();

    Way m_way = Way::Rename;
    /// The file itself, with links followed, and its folder.
    std::string m_path;
    std::string m_folder;
    bool m_existed = false;
    /// Where the content goes; closed when it is held in memory until it is written over the old one.
    Descriptor m_file;
    /// The name of the file in m_file; empty while it has none.
    std::string m_temporary;
    std::string m_held;
    int m_failed = 0;
};

/// Replaces a file by these bytes and gives its stamp, which is empty where something else than a regular file was written to.
Result<Stamp> replace(const std::string &path, std::string_view bytes);

} // namespace dealscape::files
