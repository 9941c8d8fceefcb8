#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

if [[ "${1:-}" == "--help" || "${1:-}" == "-h" ]]; then
    cat <<'TEXT'
Usage: packaging/tidy.sh [--changed | PATTERN...]

Runs clang-tidy (.clang-tidy) over the sources in app/ and resources/ whose paths match a PATTERN, over those that changed since
the branch left origin/main or, on main itself, in its newest 25 commits (the twelve newest files at most), or over all. Needs
clang-tidy from 16 on: that of version 14 does not understand the ranges of GCC 12's library. Exits with 1 on findings.
TEXT
    exit 0
fi

cd "$(dirname "${BASH_SOURCE[0]}")/.."
for tidy in clang-tidy-16 clang-tidy-19 ""; do
    if [[ -z "$tidy" ]]; then
        echo "clang-tidy is not installed (on Debian: apt-get install clang-tidy-16 or clang-tidy-19)" >&2
        exit 1
    fi
    ! command -v "$tidy" >/dev/null || break
done
# Source by source, and without headers that another compiler precompiled.
cmake --preset dev -B build/tidy -DCMAKE_CXX_COMPILER_LAUNCHER= -DDEALSCAPE_PRECOMPILE=OFF -DDEALSCAPE_SANITIZE= >/dev/null

sources() {
    if [[ "${1:-}" == "--changed" ]]; then
        local base
        base=$(git merge-base HEAD origin/main 2>/dev/null || true)
        [[ -n "$base" && "$base" != "$(git rev-parse HEAD)" ]] || base=$(git rev-parse -q --verify HEAD~25 || git rev-list --max-parents=0 HEAD)
        git log --format= --name-only --diff-filter=d "$base.." -- 'app/*.cpp' 'resources/*.cpp' | awk '!seen[$0]++' |
            while read -r file; do [[ ! -e "$file" ]] || echo "$file"; done | awk 'NR <= 12'
    else
        [[ $# -gt 0 ]] || set -- .
        find app resources -name '*.cpp' | sort | grep -E "$(IFS='|'; echo "$*")"
    fi
}
mapfile -t chosen < <(sources "$@")
# What moc writes is included by the sources; asked for by the build it would wait for the rooms below.
for room in $(printf '%s\n' "${chosen[@]}" | sed -nE 's#^app/([^/]+)/.*#\1#p' | sort -u); do
    info=build/tidy/app/$room/CMakeFiles/dealscape_${room}_autogen.dir/AutogenInfo.json
    [[ ! -e "$info" ]] || cmake -E cmake_autogen "$info" Debug >/dev/null
done
# Headers of ours, and nothing of what moc writes; options that GCC alone has are no finding.
printf '%s\n' "${chosen[@]}" | xargs -r -n 1 -P "$(nproc)" "$tidy" -p build/tidy --quiet --warnings-as-errors='*' \
    --extra-arg=-Wno-unused-command-line-argument --header-filter="^$PWD/(app|resources)/"
