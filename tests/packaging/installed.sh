#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs a package of Dealscape, uses it without and with a display, and removes it again, as root in a system that may be thrown away,
# such as one made by debootstrap:
#
#     installed.sh PACKAGE.deb
set -euo pipefail

package=$(realpath "${1:?usage: installed.sh PACKAGE.deb}")
export DEBIAN_FRONTEND=noninteractive
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
    echo "installed: $1" >&2
    exit 1
}

installed() {
    dpkg-query -W -f '${db:Status-Status} ${Installed-Size}\n' | awk '$1 == "installed" { n++; size += $2 } END { print n, size }'
}

apt-get -q update >"$folder/log"
read -r packages size < <(installed)
apt-get -q install -y --no-install-recommends "$package" >>"$folder/log" || fail "it cannot be installed: $(tail -n 20 "$folder/log")"
read -r packages_now size_now < <(installed)
echo "installed: $((packages_now - packages)) packages, $(((size_now - size) / 1024)) MiB with all it stands on"

unset DISPLAY WAYLAND_DISPLAY
cd "$folder"
dealscape --version
dealscape export -o picture.png
dealscape present --export deck.pptx
dealscape export -o page.html
dealscape data --help >/dev/null
dealscape validate >/dev/null || fail "the built-in dataset is not valid"
dealscape export --thumbnail 128 -o thumbnail
[[ $(head -c 8 picture.png | od -An -tx1 | tr -d ' \n') == 89504e470d0a1a0a ]] || fail "the picture is no PNG"
code=0
dealscape 2>said || code=$?
[[ $code == 2 ]] || fail "a window without a display ends with $code"
grep -q "no display" said || fail "a window without a display does not say what is missing"
start=$(date +%s%N)
dealscape --version >/dev/null
echo "start of the command line: $((($(date +%s%N) - start) / 1000000)) ms"
[[ -f /usr/share/man/man1/dealscape.1.gz ]] || fail "there is no manual page"

apt-get -q install -y --no-install-recommends xvfb xauth xdotool >>"$folder/log"
# The window has to be there within a minute, and to close by its own key.
cat >window.sh <<'SCRIPT'
start=$(date +%s%N)
dealscape &
program=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --name 'Dealscape$' | head -n 1)
echo "window after $((($(date +%s%N) - start) / 1000000)) ms"
xdotool windowfocus --sync "$window" key ctrl+q
wait "$program"
SCRIPT
timeout 120 xvfb-run -a -s '-screen 0 1400x900x24' bash window.sh || fail "the window does not open and close"

apt-get -q purge -y dealscape >>"$folder/log"
left=$(find /usr /etc /var/lib -iname '*dealscape*' -not -path '*/dpkg/*' -not -path "$folder/*" 2>/dev/null || true)
[[ -z $left ]] || fail "removing it leaves $left"
echo "installed: removed, nothing is left"
