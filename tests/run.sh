#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: tests/run.sh [CTEST-ARGUMENT]...

Installs what is missing, builds Dealscape with AddressSanitizer and UndefinedBehaviorSanitizer in build/dev, and runs all its
tests. CTEST-ARGUMENTs narrow that down: "tests/run.sh -R layout" runs the tests whose names contain "layout". Ends with CTest's
summary and its exit code. With CI=true warnings of the compiler are errors.

  --help    show this text

Packages are installed with apt-get on Debian 12 and 13 and Ubuntu 24.04, through sudo unless you are root. On other systems
the script says what to install.
TEXT
}

if [[ "${1:-}" == "--help" || "${1:-}" == "-h" ]]; then
    usage
    exit 0
fi

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/install.sh
source packaging/install.sh
install_packages run test

werror=OFF
[[ "${CI:-}" != "true" ]] || werror=ON
cmake --preset dev -DDEALSCAPE_WERROR=$werror
cmake --build --preset dev
exec ctest --preset dev --parallel 2 "$@"
