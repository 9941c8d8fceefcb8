#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: tests/run.sh [--ci | --all] [CTEST-ARGUMENT]...

Installs what is missing, builds Dealscape with all its tests in build/quick and runs these. CTEST-ARGUMENTs narrow them down:
"tests/run.sh -R layout" runs the tests whose names contain "layout". Ends with CTest's summary and its exit code.

  --ci      what has to pass before a change lands: first the tests of the rooms that read, write and compute under
            AddressSanitizer and UndefinedBehaviorSanitizer, then all tests on the optimised program, in build/release. With
            CI=true warnings of the compiler are errors
  --all     the same, with all tests under these sanitizers, those of documents and background jobs under ThreadSanitizer,
            clang-tidy on the files that the newest changes touch, and every fuzz harness for a minute
  --help    show this text

Packages are installed with apt-get on Debian 12 and 13 and Ubuntu 24.04, through sudo unless you are root. On other systems
the script says what to install.
TEXT
}

if [[ "${1:-}" == "--help" || "${1:-}" == "-h" ]]; then
    usage
    exit 0
fi

mode=quick
if [[ "${1:-}" == "--ci" || "${1:-}" == "--all" ]]; then
    mode=${1#--}
    shift
fi

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/install.sh
source packaging/install.sh
# shellcheck source=packaging/build.sh
source packaging/build.sh
keep_log tests
werror=OFF
[[ "${CI:-}" != "true" ]] || werror=ON
number=0
case "$mode" in quick) steps=2 ;; ci) steps=3 ;; all) steps=6 ;; esac
preset=quick
options=()
sanitized=(analysis domain exchange files graphs io sheets)

next() {
    number=$((number + 1))
    step "Tests, $number of $steps: $1 ($((SECONDS / 60)) min so far)"
}

next "packages"
install_packages run test
if [[ "$mode" != "quick" ]]; then
    preset=release
    options=(-DDEALSCAPE_WERROR=$werror -DBUILD_TESTING=ON)
fi
if [[ "$mode" == "ci" ]]; then
    next "rooms that read, write and compute, under AddressSanitizer and UndefinedBehaviorSanitizer"
    build check "tests of ${sanitized[*]}" -DDEALSCAPE_WERROR=$werror -- "${sanitized[@]/#/test_}" probe_analysis
    quietly ctest --preset check --parallel 2 -R "^($(IFS='|'; echo "${sanitized[*]}"))/"
elif [[ "$mode" == "all" ]]; then
    install_packages check
    next "all tests under AddressSanitizer and UndefinedBehaviorSanitizer"
    build check "Dealscape and its tests, with sanitizers" -DDEALSCAPE_WERROR=$werror --
    quietly ctest --preset check --parallel 2 -LE lint
    next "documents and background jobs under ThreadSanitizer"
    build threads "tests of documents and jobs" -DDEALSCAPE_WERROR=$werror -- test_document test_circular
    quietly ctest --preset threads --parallel 2 -R '^(document|circular)/'
    next "clang-tidy on what the newest changes touch"
    quietly packaging/tidy.sh --changed
    next "fuzz harnesses, a minute each"
    quietly tests/fuzz/run.sh 60
fi
next "all tests"
build "$preset" "Dealscape and its tests" "${options[@]}" --
exec ctest --preset "$preset" --parallel 2 "$@"
