#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: tests/run.sh [--all] [CTEST-ARGUMENT]...

Installs what is missing, builds Dealscape with AddressSanitizer and UndefinedBehaviorSanitizer in build/check, and runs all its
tests. CTEST-ARGUMENTs narrow that down: "tests/run.sh -R layout" runs the tests whose names contain "layout". Ends with CTest's
summary and its exit code.

  --all     before that the tests on optimised code, those of documents and background jobs under ThreadSanitizer, clang-tidy on
            the files that the newest changes touch, and every fuzz harness for a minute; the default with CI=true, where warnings
            of the compiler are errors as well
  --help    show this text

Packages are installed with apt-get on Debian 12 and 13 and Ubuntu 24.04, through sudo unless you are root. On other systems
the script says what to install.
TEXT
}

if [[ "${1:-}" == "--help" || "${1:-}" == "-h" ]]; then
    usage
    exit 0
fi

all="${CI:-false}"
if [[ "${1:-}" == "--all" ]]; then
    all=true
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
steps=2 number=0

next() {
    number=$((number + 1))
    step "Tests, $number of $steps: $1 ($((SECONDS / 60)) min so far)"
}

if [[ "$all" == "true" ]]; then
    steps=6
    next "packages"
    install_packages run test check
    next "optimised code"
    build release "Dealscape and its tests, optimised" -DDEALSCAPE_WERROR=$werror -DBUILD_TESTING=ON --
    quietly ctest --preset release --parallel 2 -LE lint
    next "documents and background jobs under ThreadSanitizer"
    build threads "tests of documents and jobs" -DDEALSCAPE_WERROR=$werror -- test_document test_circular
    quietly ctest --preset threads --parallel 2 -R '^(document|circular)/'
    next "clang-tidy on what the newest changes touch"
    quietly packaging/tidy.sh --changed
    next "fuzz harnesses, a minute each"
    quietly tests/fuzz/run.sh 60
else
    next "packages"
    install_packages run test
fi
next "all tests under AddressSanitizer and UndefinedBehaviorSanitizer"
build check "Dealscape and its tests" -DDEALSCAPE_WERROR=$werror --
exec ctest --preset check --parallel 2 "$@"
