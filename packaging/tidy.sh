#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

if [[ "${1:-}" == "--help" || "${1:-}" == "-h" ]]; then
    cat <<'TEXT'
Usage: packaging/tidy.sh [PATTERN]...

Runs clang-tidy (.clang-tidy) over the sources in app/ and resources/ whose paths match a PATTERN, or over all. Needs the package
clang-tidy and a configured build/release (packaging/run.sh makes it). Exits with 1 on findings.
TEXT
    exit 0
fi

cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v clang-tidy >/dev/null || { echo "clang-tidy is not installed (on Debian: apt-get install clang-tidy)" >&2; exit 1; }
[[ -f build/release/compile_commands.json ]] || cmake --preset release >/dev/null
[[ $# -gt 0 ]] || set -- .
find app resources -name '*.cpp' | sort | grep -E "$(IFS='|'; echo "$*")" |
    xargs -r -n 4 -P "$(nproc)" clang-tidy -p build/release --quiet --warnings-as-errors='*'
