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
for tidy in clang-tidy-16 clang-tidy-19 clang-tidy ""; do
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
# What moc writes is included by the sources.
mapfile -t chosen < <(sources "$@")
mapfile -t moc < <(printf '%s\n' "${chosen[@]}" | sed -nE 's#^app/([^/]+)/.*#dealscape_\1_autogen#p' | sort -u)
mapfile -t moc < <(ninja -C build/tidy -t targets all | sed -nE 's#^(.*_autogen): phony$#\1#p' | sed 's#.*/##' | sort -u |
    grep -xF -f <(printf '%s\n' "${moc[@]}"))
[[ ${#moc[@]} -eq 0 ]] || ninja -C build/tidy "${moc[@]}" >/dev/null
# Headers of ours, and nothing of what moc writes.
printf '%s\n' "${chosen[@]}" | xargs -r -n 1 -P "$(nproc)" "$tidy" -p build/tidy --quiet --warnings-as-errors='*' --header-filter="^$PWD/(app|resources)/"
