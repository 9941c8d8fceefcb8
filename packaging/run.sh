#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: packaging/run.sh [ARGUMENT]...

Installs what is missing, builds Dealscape and opens it. ARGUMENTs go to the program: a file to open, for example.
Without a display it writes the diagram to build/dealscape.png instead, and ARGUMENTs go to "dealscape export".

  --help    show this text

Packages are installed with apt-get on Debian 12 and 13 and Ubuntu 24.04, through sudo unless you are root. On other systems
the script says what to install. The program is left at build/release/dealscape.
TEXT
}

if [[ "${1:-}" == "--help" || "${1:-}" == "-h" ]]; then
    usage
    exit 0
fi

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
called_from="$PWD"
cd "$root"
# shellcheck source=packaging/install.sh
source packaging/install.sh
# shellcheck source=packaging/build.sh
source packaging/build.sh
keep_log run
step "Dealscape, 1 of 3: packages"
install_packages run
step "Dealscape, 2 of 3: the program"
build release "Dealscape" -DBUILD_TESTING=OFF -- dealscape

program="$root/build/release/dealscape"
step "Dealscape, 3 of 3: $program"
cd "$called_from"
if [[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]]; then
    exec "$program" "$@"
fi
picture="$root/build/dealscape.png"
"$program" export "$@" -o "$picture"
echo "No display here: the diagram is in $picture"
