#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A picture that was copied outlives the program where the desktop has a clipboard manager: it is handed over at the end, whole, as PNG
# and as SVG. Without a manager the end is not held up.
#
#     clipboard.sh PROGRAM
#
# Needs Xvfb, xdotool, Python and libX11; exits with 77 (skipped) where they are missing.
set -euo pipefail

program=${1:?usage: clipboard.sh PROGRAM}
pictures=
source "$(dirname "$0")/../outside.sh"
need Xvfb xdotool python3 identify
serve -screen 0 1280x800x24 -dpi 96

copied() {
    marked=0
    start reducedMotion=true
    heard "first frame"
    heard "settled"
    window=$(xdotool search --onlyvisible --name "Dealscape" | head -1)
    xdotool windowfocus "$window" || true
    mark
    xdotool key ctrl+c
    heard "copied picture"
}

ended() {
    xdotool key ctrl+q
    for _ in $(seq 100); do
        kill -0 "$window_process" 2>/dev/null || return 0
        sleep 0.1
    done
    fail "the program did not end within ten seconds"
}

copied
ended

mkdir "$work/kept"
python3 "$(dirname "$0")/clipboardmanager.py" "$work/kept" image/png image/svg+xml &
manager=$!
for _ in $(seq 100); do [[ -e $work/kept/ready ]] && break; sleep 0.1; done
[[ -e $work/kept/ready ]] || { wait "$manager" && exit 1 || exit $?; }
copied
ended
for _ in $(seq 100); do [[ -e $work/kept/saved ]] && break; sleep 0.1; done
[[ -e $work/kept/saved ]] || { kill "$manager"; fail "nothing was handed to the clipboard manager"; }
size=$(identify -format '%m %w' "png:$work/kept/0") || fail "what was kept is no picture"
[[ $size == "PNG "* && ${size#PNG } -gt 600 ]] || fail "what was kept is $size"
tail -c 200 "$work/kept/1" | grep -q '</svg>' || fail "what was kept as SVG is cut off"
echo "clipboard: kept a $size pixels wide and $(stat -c %s "$work/kept/1") bytes of SVG after the end"
