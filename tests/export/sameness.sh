#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes the same picture at device pixel ratios 1, 1.5 and 2, without a screen and on an X server, and compares the bytes.
#
#     sameness.sh PROGRAM
#
# Exits with 77 (skipped) where there is no Xvfb, after the runs without a screen have passed.
set -euo pipefail

program=${1:?usage: sameness.sh PROGRAM}
work=$(mktemp -d)
cleanup() {
    [[ -n ${server_process:-} ]] && kill "$server_process" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
mkdir -p "$work/home"
export HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_RUNTIME_DIR=$work
chmod 700 "$work"

# What is written, each a line of options; every preset is among them.
pictures=(
    "--theme light --size 1600x900"
    "--theme dark --size 1600x900"
    "--preset slide --layout supply-chain"
    "--preset slide-4k --theme dark"
    "--preset window --lens power"
    "--preset window-2x --transparent"
    "--preset window-4x --theme print"
    "--preset a4 --focus openai"
    "--preset a3 --whole"
)

compare() {
    local first=$work/offscreen-1 i
    for ratio in 1 1.5 2; do
        for i in "${!pictures[@]}"; do
            # The options are words of this file's own.
            # shellcheck disable=SC2086
            QT_QPA_PLATFORM=$1 QT_SCALE_FACTOR=$ratio "$program" export ${pictures[i]} -o "$work/$1-$ratio-$i.png" >/dev/null
            cmp "$first-$i.png" "$work/$1-$ratio-$i.png" || { echo "sameness: $1 at $ratio differs: ${pictures[i]}" >&2; exit 1; }
            [[ $1-$ratio == offscreen-1 ]] || rm "$work/$1-$ratio-$i.png"
        done
    done
}

compare offscreen
if ! command -v Xvfb >/dev/null; then
    echo "sameness: Xvfb is missing, skipped on X11"
    exit 77
fi
Xvfb -displayfd 7 -screen 0 1280x720x24 -dpi 144 7>"$work/display" 2>/dev/null &
server_process=$!
for _ in $(seq 100); do [[ -s $work/display ]] && break; sleep 0.1; done
export DISPLAY=":$(cat "$work/display")"
compare xcb
echo "sameness: passed"
