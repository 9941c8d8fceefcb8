#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: tests/run.sh [--ci | --all] [CTEST-ARGUMENT]...

Installs what is missing, builds Dealscape with all its tests in build/quick and runs these. CTEST-ARGUMENTs narrow them down:
"tests/run.sh -R layout" runs the tests whose names contain "layout". Ends with CTest's summary and its exit code.

  --ci      what has to pass before a change lands: the tests of the rooms that read, write and compute under AddressSanitizer and
            UndefinedBehaviorSanitizer, every fuzz harness for a minute, the tests of documents and background jobs under
            ThreadSanitizer, clang-tidy on the files that the newest changes touch, and all tests on the optimised program, in
            build/release. With CI=true warnings of the compilers are errors
  --all     the same, with all tests under AddressSanitizer and UndefinedBehaviorSanitizer
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
[[ "$mode" == "quick" ]] && steps=2 || steps=6
preset=quick
options=()
sanitized=(analysis domain exchange files graphs io sheets)

next() {
    number=$((number + 1))
    step "Tests, $number of $steps: $1 ($((SECONDS / 60)) min so far)"
}

# Clang, whose library of fuzzing GCC lacks: a version that understands the ranges of GCC 12's library.
clang() {
    local version
    for version in 16 19; do
        ! command -v "clang++-$version" || return 0
    done
    echo "Neither clang++-16 nor clang++-19 is installed" >&2
    return 1
}

# What finds faults that tests alone do not see.
hunt() {
    local what=() which=(-LE lint) compiler
    if [[ "$mode" == "ci" ]]; then
        what=("${sanitized[@]/#/test_}" probe_analysis)
        which=(-R "^($(IFS='|'; echo "${sanitized[*]}"))/")
    fi
    next "AddressSanitizer and UndefinedBehaviorSanitizer"
    compiler=$(clang)
    build check "what is tested with sanitizers" -DDEALSCAPE_WERROR=$werror -DCMAKE_CXX_COMPILER="$compiler" \
        -DDEALSCAPE_SANITIZE=address,undefined,fuzzer-no-link -- "${what[@]}"
    quietly ctest --preset check --parallel 2 "${which[@]}"
    next "fuzz harnesses, a minute each"
    # The same inputs every time: what fails is the change, not chance.
    quietly env DEALSCAPE_FUZZ_SEED=1 tests/fuzz/run.sh 60
    next "documents and background jobs under ThreadSanitizer"
    build threads "tests of documents and jobs" -DDEALSCAPE_WERROR=$werror -- test_document
    quietly ctest --preset threads --parallel 2 -R '^document/'
    next "clang-tidy on what the newest changes touch"
    quietly packaging/tidy.sh --changed
}

next "packages"
install_packages run test
if [[ "$mode" != "quick" ]]; then
    install_packages check
    [[ "$mode" != "all" ]] || install_packages all
    hunt
    preset=release
    options=(-DDEALSCAPE_WERROR=$werror -DBUILD_TESTING=ON)
fi
next "all tests"
build "$preset" "Dealscape and its tests" "${options[@]}" --
exec ctest --preset "$preset" --parallel 2 "$@"
