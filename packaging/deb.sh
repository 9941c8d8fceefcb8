#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a Debian package of the release build: packaging/deb.sh [BUILD FOLDER]. Prints where it is. Needs dpkg-dev, file and
# librsvg2-bin beside what a build needs.
set -euo pipefail
umask 022

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
build="${1:-build/release}"
for tool in dpkg-shlibdeps file rsvg-convert; do
    if ! command -v "$tool" >/dev/null; then
        echo "packaging/deb.sh needs $tool (packages dpkg-dev, file, librsvg2-bin)" >&2
        exit 1
    fi
done
[[ -f "$build/CMakeCache.txt" ]] || cmake --preset release
cmake --build "$build" --target dealscape dealscape_package_files
SOURCE_DATE_EPOCH="$(git log -1 --format=%ct 2>/dev/null || date +%s)"
export SOURCE_DATE_EPOCH
(cd "$build" && cpack -G DEB --config CPackConfig.cmake >cpack.log) || {
    cat "$build/cpack.log" >&2
    exit 1
}
find "$PWD/$build" -maxdepth 1 -name 'dealscape_*.deb' -newer "$build/CPackConfig.cmake" | sort | tail -n 1
