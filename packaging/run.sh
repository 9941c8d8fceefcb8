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
install_packages run
cmake --preset release
cmake --build --preset release --target dealscape

program="$root/build/release/dealscape"
cd "$called_from"
if [[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]]; then
    exec "$program" "$@"
fi
picture="$root/build/dealscape.png"
"$program" export "$@" -o "$picture"
echo "No display here: the diagram is in $picture"
